"""Whether what an entry claims of its verification is borne out by whom it credits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from liveblog import credits
from liveblog.actions.errors import Invalid
from liveblog.models import Attribution, Entry

Verification = Entry.Verification
NEEDS_TWO = (
    "“Confirmed” needs two sources that do not lean on each other. Credit a second one, or leave "
    "it at “Attributed to a source”."
)
NEEDS_ONE = "“Attributed to a source” needs one: credit whoever confirms it."


@dataclass(frozen=True, slots=True)
class Grounds:
    """What an entry claims, and whom it credits as `(source, via)`."""

    verification: str
    named: frozenset[tuple[int, int | None]]

    @property
    def bears_out(self) -> bool:
        """Whether it is not called confirmed on the word of one."""
        return self.verification != Verification.CONFIRMED or credits.stand_on_two(self.named)


def grounds_of(entry: Entry) -> Grounds:
    """As its rows stand now."""
    rows = Attribution.objects.filter(entry=entry).values_list("source_id", "via_id")
    return Grounds(entry.verification, frozenset(rows))


def require_grounds(entry: Entry, was: Grounds | None = None) -> None:
    """Raise `Invalid` if it is called confirmed and is not. `was`: what readers have seen so far.

    What was confirmed by an older rule, or imported so, stays so whatever else is edited.
    """
    now = grounds_of(entry)
    if not now.bears_out and (was is None or was.bears_out):
        raise Invalid({"verification": [NEEDS_TWO]})
    if was is None or was.verification != Verification.UNCONFIRMED:
        return
    if now.verification == Verification.ATTRIBUTED and not now.named:
        raise Invalid({"verification": [NEEDS_ONE]})


def note_change(entry: Entry, was: str, at: datetime) -> None:
    """Remember a change that readers see; before publication it is nobody's business."""
    if entry.number and entry.verification != was:
        change = {"from": was, "to": str(entry.verification), "at": at.isoformat()}
        entry.verification_changes = [*entry.verification_changes, change]
