"""What a wire chain stands at, from all the versions that have arrived in whatever order. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a chain as it was received; `key` is its row."""

    key: int
    version: str
    version_at: datetime | None
    received_at: datetime
    pub_status: str
    counts: bool  # whether its feed may hold, release or kill this provider's items
    embargo_closed: bool
    embargo_until: datetime | None
    is_advisory: bool
    empty: bool  # nothing in it that could be read


@dataclass(frozen=True, slots=True)
class Standing:
    """`newest` is the version to show and to build from: the latest that says anything."""

    newest: Version
    pub_status: str
    embargo_until: datetime | None
    embargo_unsure: bool


def standing(versions: Sequence[Version]) -> Standing:
    """Of at least one version. A kill is for good, whichever version it names and when it came.

    A hold and an embargo are on all versions. Only a later version that may be published and that
    comes by a feed which may retract lifts them: no advisory, and no other feed.
    """
    ordered = in_order(versions)
    status, closed, until = "usable", False, None
    entitled = any(each.counts for each in ordered)
    for each in ordered:
        opens = each.pub_status == "usable" and not each.is_advisory and each.counts >= entitled
        if each.counts and each.pub_status != "usable":
            status = each.pub_status if status != "canceled" else status
        elif opens and status != "canceled":
            status = "usable"
        if each.embargo_closed or opens:
            closed, until = each.embargo_closed, each.embargo_until
    return Standing(
        newest=_newest(ordered),
        pub_status=status,
        embargo_until=until if closed else None,
        embargo_unsure=closed and until is None,
    )


def _newest(ordered: Sequence[Version]) -> Version:
    """A kill's own words do not take the place of the text it kills."""
    binding = [each for each in ordered if each.counts or each.pub_status == "usable"]
    readable = [each for each in binding if not each.empty and not each.is_advisory]
    kept = [each for each in readable if each.pub_status != "canceled"]
    return (kept or readable or ordered)[-1]


def in_order(versions: Sequence[Version]) -> list[Version]:
    """Earliest first: by number if all have one, else by the agency's time, else by arrival.

    "10" comes after "9". One rule for the whole chain, or three versions could go in a circle.
    """
    if all(_number(version) is not None for version in versions):
        return sorted(versions, key=lambda each: (_number(each) or 0, *_times(each)))
    if all(version.version_at for version in versions):
        return sorted(versions, key=_times)
    return sorted(versions, key=lambda each: (each.received_at, each.key))


def _number(version: Version) -> int | None:
    text = version.version.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None


def _times(version: Version) -> tuple[datetime, datetime, int]:
    return version.version_at or version.received_at, version.received_at, version.key
