"""May this be published now? One answer for desk, API, scheduler and worker. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Copy:
    """What is known of the wire copy an entry is built from."""

    pub_status: str
    embargo_until: datetime | None
    is_advisory: bool
    page_level: str
    embargo_unsure: bool = False  # under embargo, and nobody knows until when
    rights_until: datetime | None = None  # when the rights in it end, as the agency says


@dataclass(frozen=True, slots=True)
class Verdict:
    """`usable` now, `wait` until a time, or `blocked`; `why` is a sentence for an editor."""

    state: Literal["usable", "wait", "blocked"]
    why: str = ""
    until: datetime | None = None


USABLE = Verdict("usable")


def publishability(
    *,
    now: datetime,
    embargo_until: datetime | None,
    copy: Copy | None,
    cites_killed: str = "",
    cites_held: str = "",
) -> Verdict:
    """Judge an entry by its own embargo, its copy, and what it cites. Unknown means closed.

    `cites_killed` names a source that has killed an item the entry was taken from or has a picture
    of, `cites_held` one that is holding such an item. `embargo_until` is the last of all embargoes.

    The order is AP's for publishable content: status first, then the time, then the terms.
    """
    if copy is not None:
        blocked = _blocked(copy, now)
        if blocked:
            return Verdict("blocked", blocked)
    if cites_killed:
        return Verdict("blocked", _CITES_KILLED.format(cites_killed))
    if cites_held:
        return Verdict("blocked", _CITES_HELD.format(cites_held))
    stops = [stop for stop in (embargo_until, copy.embargo_until if copy else None) if stop]
    if stops and max(stops) > now:
        until = max(stops)
        return Verdict("wait", "It is under embargo until then.", until)
    return USABLE


_CITES_KILLED = (
    "{} has killed an item this cites. Take what came from it out, and its attribution with it."
)
_CITES_HELD = (
    "{} is holding an item this cites or has a picture of. Wait for its release, or take out what "
    "came from it."
)
_STATUSES = {
    "canceled": "The agency has killed the item this is built from. It must not be used.",
    "withheld": "The agency is holding the item this is built from. Wait for its release.",
}


def _blocked(copy: Copy, now: datetime) -> str:
    if copy.pub_status != "usable":
        unknown = f"The item this is built from has an unknown status ({copy.pub_status})."
        return _STATUSES.get(copy.pub_status, unknown)
    if copy.is_advisory:
        return "This is built from an advisory, which is never for publication."
    if copy.embargo_unsure:
        return "It is under embargo, and no certain time is known. Ask the agency."
    if copy.rights_until is not None and copy.rights_until <= now:
        return "The rights in the item this is built from have ended."
    if copy.page_level == "withheld":
        return "The contract with this source does not allow its text on the page."
    return ""
