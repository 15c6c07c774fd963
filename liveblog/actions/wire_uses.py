"""Where the copy of wire chains stands already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import BooleanField, F, Value

from liveblog.models import Entry

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User


@dataclass(frozen=True, slots=True)
class Use:
    """One entry that carries a chain's copy, or only cites it."""

    chain_id: int
    entry_id: int
    number: int | None
    state: str
    slug: str
    headline: str
    cited: bool

    @property
    def name(self) -> str:
        """ "update 12", or what the entry is while it has no number."""
        return f"update {self.number}" if self.number else Entry.State(self.state).label.lower()

    @property
    def sentence(self) -> str:
        verb = "cited" if self.cited else "used"
        return f"Already {verb} as {self.name} in “{self.headline}”."


def uses_of(chain_ids: Iterable[int], user: User | AnonymousUser) -> list[Use]:
    """Every use in live blogs this person may see, newest first: one query for a whole page."""
    ids = list(chain_ids)
    entries = Entry.objects.visible_to(user).exclude(state=Entry.State.DISCARDED)
    built, cited = (
        entries.filter(**{f"{path}__in": ids}).values_list(
            path, "pk", "number", "state", "blog__slug", "blog__headline",
            Value(only, output_field=BooleanField()),
        ).order_by()
        for path, only in (
            ("built_from__chain", False), ("attributions__item__chain", True),
        )
    )  # fmt: skip
    cited = cited.exclude(built_from__chain=F("attributions__item__chain"))
    found = [Use(*row) for row in built.union(cited)]
    return sorted(found, key=lambda use: use.entry_id, reverse=True)
