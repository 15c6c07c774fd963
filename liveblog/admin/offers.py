"""What a form offers to choose from: the first hundred at once, all others by searching.

Every list begins at what the teams concerned may use, so that a search finds, and a form takes,
nothing of another team's (SR-05).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.http import urlencode

from liveblog.admin.access import name_of, roles_of, user_of
from liveblog.models import MediaAsset, Source, Team, Topic

Choice = tuple[Any, str]
OFFERED = 100
FOUND = 20
LONGEST = 100  # characters of a search


@dataclass(frozen=True)
class Kind:
    """One kind of row; `rows` takes the ids of the teams that are chosen for."""

    rows: Callable[[Sequence[int]], QuerySet[Any]]
    columns: tuple[str, ...]
    label: Callable[[Any], str] = str
    trusted: bool = False  # only for whoever may do everything

    def found(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        """Those in which every word stands somewhere."""
        for word in words[:LONGEST].split():
            anywhere = Q()
            for column in self.columns:
                anywhere |= Q(**{f"{column}__icontains": word})
            rows = rows.filter(anywhere)
        return rows


def _colleagues(teams: Sequence[int]) -> QuerySet[User]:
    """The teams' members, and administrators, who count as chiefs of every team."""
    works_there = Q(memberships__team__in=teams) | Q(is_superuser=True)
    members = User.objects.filter(works_there, is_active=True)
    return members.order_by("first_name", "last_name", "username").distinct()


def _pictures(teams: Sequence[int]) -> QuerySet[MediaAsset]:
    return MediaAsset.objects.filter(team__in=teams, killed_at=None).order_by("-pk")


_TEXTS = ("caption", "credit", "alt")
_NAMES = ("username", "first_name", "last_name")
KINDS = {
    "source": Kind(lambda teams: Source.objects.order_by("name"), ("name", "short_name")),
    "topic": Kind(lambda teams: Topic.objects.order_by("name"), ("name", "subject")),
    "picture": Kind(_pictures, _TEXTS),
    # With what a picture needs before anything shows it.
    "lead": Kind(lambda teams: _pictures(teams).exclude(Q(credit="") | Q(alt="")), _TEXTS),
    "colleague": Kind(_colleagues, _NAMES, name_of),
    "person": Kind(
        lambda teams: User.objects.filter(is_active=True).order_by("username"),
        (*_NAMES, "email"),
        trusted=True,
    ),
    "team": Kind(lambda teams: Team.objects.order_by("name"), ("name",), trusted=True),
}


class Offer:
    """The choices of one field. `kept` are chosen already, and stay whoever else may use them."""

    def __init__(self, kind: str, teams: Sequence[int] = (), kept: Iterable[Choice] = ()) -> None:
        self.kind, self.teams, self.name = KINDS[kind], teams, kind
        rows = [self._choice(row) for row in self.kind.rows(teams)[: OFFERED + 1]]
        self.more = len(rows) > OFFERED
        self.choices = list(dict([*kept, *rows[:OFFERED]]).items())

    def _choice(self, row: Any) -> Choice:
        return row.pk, self.kind.label(row)

    def __iter__(self) -> Iterator[Choice]:
        """As a select shows them, nothing first."""
        return iter([("", "–"), *self.choices])

    @property
    def url(self) -> str:
        """Where the others are found; "" if there are none."""
        if not self.more:
            return ""
        teams = urlencode([("team", pk) for pk in self.teams])
        return f"{reverse('admin:lookup', args=[self.name])}?{teams}"

    def find(self, value: Any) -> Choice | None:
        """A row that can be chosen though it was not among the first."""
        if not str(value).isascii() or not str(value).isdecimal() or len(str(value)) > 18:
            return None
        row = self.kind.rows(self.teams).filter(pk=value).first()
        return self._choice(row) if row is not None else None


class LookupField(forms.TypedChoiceField):
    """A select that takes more than it shows; scripts make a field with suggestions of it."""

    offer: Offer | None = None

    def offers(self, offer: Offer, chosen: Any = None) -> None:
        """Offer these, and what is chosen already, however far down the list it is."""
        self.offer = offer
        self.choices = list(offer)
        if chosen:
            self.valid_value(chosen)
        if offer.more:
            self.widget.attrs["data-lookup"] = offer.url

    def valid_value(self, value: Any) -> bool:
        if super().valid_value(value):
            return True
        found = self.offer.find(value) if self.offer else None
        if found is None:
            return False
        assert isinstance(self.choices, list)
        self.choices = [*self.choices, found]
        return True


def lookup_field(label: str | None = None, **options: Any) -> LookupField:
    """A field for the key of a row; `offers` says which."""
    return LookupField(label=label, required=False, coerce=int, empty_value=None, **options)


def lookup_view(request: HttpRequest, kind: str) -> JsonResponse:
    """`{results: [{id, text}], more}` for `?q=` words, or for the one row `?id=`."""
    wanted = KINDS.get(kind)
    if wanted is None or (wanted.trusted and not user_of(request).is_superuser):
        raise Http404("There is nothing here that you may see.")
    mine = roles_of(request)
    teams = [int(team) for team in request.GET.getlist("team") if team.isdecimal()]
    if not set(teams) <= mine.keys() or not (mine or wanted.trusted):
        raise Http404("There is nothing here that you may see.")
    rows = wanted.rows(teams)
    if "id" in request.GET:
        key = request.GET["id"]
        known = key.isascii() and key.isdecimal() and len(key) < 19
        rows = rows.filter(pk=key) if known else rows.none()
    words = request.GET.get("q", "").replace("\x00", "")
    found = list(wanted.found(rows, words)[: FOUND + 1])
    results = [{"id": str(row.pk), "text": wanted.label(row)} for row in found[:FOUND]]
    return JsonResponse({"results": results, "more": len(found) > FOUND})
