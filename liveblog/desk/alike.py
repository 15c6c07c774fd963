"""Who says nearly the same: what colleagues published or prepared, and what they are typing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.http import JsonResponse
from django.utils import timezone

from liveblog import likeness, sanitise
from liveblog.admin.access import name_of
from liveblog.desk.answers import refusal
from liveblog.desk.found import number
from liveblog.desk.gate import Desk
from liveblog.desk.people import at_desk, called
from liveblog.likeness import Gist
from liveblog.models import DeskPresence, Entry, IdempotencyRecord, Revision

LOOKED_BACK = timedelta(hours=1)
ASKED_ABOUT = timedelta(minutes=10)
MOST = 100  # entries that are compared, those that moved last
SHOWN = 3  # of each kind
PUBLISHING = ("publish", "approve")
State = Entry.State


def text_of(headline: str, text: str) -> str:
    """What of an update is compared; the desk's script puts the same together."""
    return f"{headline}\n{text}"


def alike(desk: Desk, mine: DeskPresence, gist: Gist) -> list[dict[str, Any]]:
    """`{kind, entry, text}` for each who says nearly what is typed; never for the entry itself."""
    if not gist:
        return []
    now = timezone.now()
    found = _entries(desk, gist, mine.entry_id, now)[:SHOWN]
    known = {entry.pk for entry, _ in found} | {mine.entry_id}
    rows = [_entry(desk, entry, saved, now) for entry, saved in found]
    return rows + [_composer(row) for row in _composers(desk, gist, known)[:SHOWN]]


def _entries(
    desk: Desk, gist: Gist, entry_id: int | None, now: datetime
) -> list[tuple[Entry, Revision]]:
    """Entries of the last hour that say it, each with the save that counts."""
    rows = Entry.objects.filter(blog=desk.blog, state__in=(*Entry.UNPUBLISHED, State.PUBLISHED))
    rows = rows.filter(Q(state=State.PUBLISHED) | ~Q(created_by=desk.user))
    rows = rows.exclude(pk=entry_id or 0).order_by("-desk_seq")
    rows = rows.only("headline", "body_text", "state", "number", "held_from")[:MOST]
    said = {row.pk: row for row in rows if _says(row, gist)}
    saves = _saves(said.values())
    newest = sorted(saves.items(), key=lambda each: each[1].at, reverse=True)
    return [(said[pk], saved) for pk, saved in newest if saved.at > now - LOOKED_BACK]


def _says(entry: Entry, gist: Gist) -> bool:
    return likeness.is_said(gist, likeness.gist_of(text_of(entry.headline, entry.body_text)))


def _saves(entries: Iterable[Entry]) -> dict[int, Revision]:
    """By entry: its first publication, or the last save of what is not public."""
    found: dict[int, Revision] = {}
    rows = Revision.objects.filter(entry__in=[each.pk for each in entries])
    for row in rows.select_related("user", "entry").defer("snapshot").order_by("-number"):
        if row.entry_id is None or row.entry is None:
            continue
        if row.entry_id not in found or (row.entry.number and row.verb in PUBLISHING):
            found[row.entry_id] = row
    return found


def _entry(desk: Desk, entry: Entry, saved: Revision, now: datetime) -> dict[str, Any]:
    return {"kind": "entry", "entry": entry.pk, "text": _sentence(desk, entry, saved, now)}


def _sentence(desk: Desk, entry: Entry, saved: Revision, now: datetime) -> str:
    who, when = name_of(saved.user), ago(now - saved.at)
    if saved.user_id == desk.user.pk:
        who = "You"
    if entry.state == State.PUBLISHED:
        return f"{who} published nearly the same {when}: update {entry.number}."
    how = {State.DRAFT: "as a draft", State.IN_REVIEW: "in review"}
    return f"{who} has nearly the same {how.get(State(entry.state), 'scheduled')}, saved {when}."


def ago(passed: timedelta) -> str:
    minutes = int(passed.total_seconds() // 60)
    return f"{minutes} min ago" if minutes > 0 else "just now"


def _composers(desk: Desk, gist: Gist, known: set[int | None]) -> list[DeskPresence]:
    """Colleagues who are typing it; one who has the same entry open is the lock's matter."""
    rows = at_desk(desk).exclude(user=desk.user).select_related("entry")
    rows = rows.filter(Q(entry=None) | ~Q(entry__in=[pk for pk in known if pk]))
    return [row for row in rows.order_by("pk")[:MOST] if _types(row, gist)]


def _types(row: DeskPresence, gist: Gist) -> bool:
    """Either may be ahead of the other."""
    theirs = likeness.unpacked(row.gist)
    return likeness.is_said(gist, theirs) or likeness.is_said(theirs, gist)  # nothing says nothing


def _composer(row: DeskPresence) -> dict[str, Any]:
    where = f" in {called(row.entry)}" if row.entry else ""
    text = f"{name_of(row.user)} is writing nearly the same{where}."
    return {"kind": "writing", "entry": row.entry_id, "text": text}


def ask_first(desk: Desk, headline: str, body: str, entry_id: int | None) -> JsonResponse | None:
    """409 `alike` if colleagues just published it and this desk was not shown that yet.

    `shown` of the request are the ids it was shown; `entries` of the answer are those to add for
    going on all the same. What was stored already under this key is not asked about again.
    """
    gist = likeness.gist_of(text_of(headline, sanitise.body_text(body)))
    if not gist or _is_stored(desk):
        return None
    found = _published_by_others(desk, gist, entry_id)
    ids = [entry.pk for entry, _ in found]
    if set(ids) <= {number(each) for each in desk.request.POST.getlist("shown")[:MOST]}:
        return None
    now = timezone.now()
    said = [_sentence(desk, entry, saved, now) for entry, saved in found[:SHOWN]]
    return refusal(409, "alike", " ".join(said), entries=ids)


def _is_stored(desk: Desk) -> bool:
    key = desk.request.POST.get("idempotency_key", "").replace("\0", "")
    return bool(key) and IdempotencyRecord.objects.filter(blog=desk.blog, key=key).exists()


def _published_by_others(
    desk: Desk, gist: Gist, entry_id: int | None
) -> list[tuple[Entry, Revision]]:
    now = timezone.now()
    return [
        (entry, saved)
        for entry, saved in _entries(desk, gist, entry_id, now)
        if (entry.state == State.PUBLISHED or entry.held_from)  # or is just going out
        and saved.user_id != desk.user.pk
        and saved.at > now - ASKED_ABOUT
    ]
