"""Who is at a desk: coming, going on, going, and what is left of those who went without a word."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from liveblog.actions.actors import Actor, authorise, user_of
from liveblog.actions.errors import Invalid, NotAllowed, NotFound
from liveblog.models import DeskPresence, Entry, LiveBlog, Role
from liveblog.models.presence import PRESENT_FOR

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MOST = 8  # desks of one person: what opened more is a script, or a browser with a day's tabs
LONGEST = 32  # characters of a page's key
NOTHING: dict[str, Any] = {"since": None, "taken_at": None, "typed_at": None}


def be_here(
    *,
    user: Actor,
    blog_id: int,
    tab: str,
    entry_id: int | None = None,
    writing: bool = False,
    take: bool = False,
    gist: list[Any] | None = None,
) -> DeskPresence:
    """Say that a desk is open, with `entry_id` in its composer; `take` takes that entry over.

    Nothing is locked and no version moves: it is advice for colleagues, true for 45 seconds.
    """
    person = _person(user, blog_id)
    if not _is_key(tab):
        raise Invalid({"tab": ["A page has a key of letters and digits."]})
    if entry_id and not Entry.objects.filter(pk=entry_id, blog=blog_id).exists():
        raise NotFound("There is no such update in this live blog.")
    now = timezone.now()
    rows = DeskPresence.objects.filter(user=person)
    stood = rows.fresh(now).filter(blog=blog_id, tab=tab).values("entry", *NOTHING).first()
    if stood is None:
        _make_room(person, now)
    same = stood if stood and stood["entry"] == entry_id else NOTHING
    values = {
        "entry_id": entry_id,
        "since": same["since"] or now,
        "taken_at": now if take else same["taken_at"],
        "seen_at": now,
        "typed_at": now if writing else same["typed_at"],
        "gist": gist or [],
    }
    return _store(DeskPresence(blog_id=blog_id, user=person, tab=tab, **values), list(values))


def _is_key(tab: str) -> bool:
    return tab.isalnum() and tab.isascii() and len(tab) <= LONGEST


def _person(user: Actor, blog_id: int) -> User:
    blog = LiveBlog.objects.filter(pk=blog_id).first()
    if blog is None:
        raise NotFound("There is no such live blog.")
    authorise(user, blog.team_id, Role.REPORTER)
    person = user_of(user)
    if person is None:
        raise NotAllowed("Only a person can be at a desk.")
    return person


def _store(row: DeskPresence, names: list[str]) -> DeskPresence:
    """One statement: a page's two messages may cross each other, and both are right."""
    key = ["blog", "user", "tab"]
    names = [name.removesuffix("_id") for name in names]
    return DeskPresence.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=key, update_fields=names
    )[0]


def _make_room(person: User, now: datetime) -> None:
    """Whoever comes clears away who is gone, and the oldest of their own desks beyond `MOST`."""
    forget_absent(now=now)
    mine = DeskPresence.objects.filter(user=person).order_by("-seen_at", "-pk")
    beyond = list(mine.values_list("pk", flat=True)[MOST - 1 :])
    if beyond:
        mine.filter(pk__in=beyond).delete()


def leave(*, user: Actor, blog_id: int, tab: str) -> None:
    """Say that a desk is closed. Whoever may not be there any more may still go."""
    if _is_key(tab):
        DeskPresence.objects.filter(user=user_of(user), blog=blog_id, tab=tab).delete()


def forget_absent(*, now: datetime | None = None) -> int:
    """Delete the rows of whoever gave no sign of life for a while. Returns how many."""
    before = (now or timezone.now()) - PRESENT_FOR
    return DeskPresence.objects.filter(seen_at__lte=before).delete()[0]
