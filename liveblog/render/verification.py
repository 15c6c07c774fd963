"""How far an update was trusted, and since when: what readers are told when that changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from liveblog.models import Entry
from liveblog.render.markup import Label, dated

Verification = Entry.Verification
NOW: dict[str, str] = {
    Verification.CONFIRMED: "Confirmed at",
    Verification.ATTRIBUTED: "Attributed to a source at",
    Verification.UNCONFIRMED: "Unconfirmed since",
}
BEFORE: dict[str, str] = {
    Verification.CONFIRMED: "reported as confirmed",
    Verification.ATTRIBUTED: "attributed to one source",
    Verification.UNCONFIRMED: "reported as unconfirmed",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """ "Confirmed at", its time, "first reported as unconfirmed"."""

    now: str
    time: Label
    before: str


def turn_of(entry: Entry) -> Turn | None:
    """The last change since publication, with what it was at first; None if there was none."""
    if not entry.verification_changes:
        return None
    first, last = entry.verification_changes[0], entry.verification_changes[-1]
    if last["to"] == first["from"]:
        # There and back: what it was in between is what readers have to unlearn.
        before = f"for a time {BEFORE[last['from']]}"
    else:
        before = f"first {BEFORE[first['from']]}"
    assert entry.display_at is not None
    at = datetime.fromisoformat(last["at"])
    return Turn(NOW[last["to"]], dated(at, entry.blog, entry.display_at), before)
