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
    counts: bool  # whether its feed may hold or kill this provider's items
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

    A hold and an embargo are what the latest version says: they apply to all versions, and only
    a later one lifts them.
    """
    ordered = in_order(versions)
    last = ordered[-1]
    binding = [version for version in ordered if version.counts]
    if any(version.pub_status == "canceled" for version in binding):
        status = "canceled"
    else:
        status = binding[-1].pub_status if binding else "usable"
    readable = [each for each in binding if not each.empty and not each.is_advisory]
    closed = last.embargo_closed
    return Standing(
        newest=(readable or ordered)[-1],
        pub_status=status,
        embargo_until=last.embargo_until if closed else None,
        embargo_unsure=closed and last.embargo_until is None,
    )


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
