"""Why a piece of work has not been done yet, in words. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta


def ago(since: timedelta) -> str:
    """A span as a person says it: "3 minutes"."""
    seconds = max(0, int(since.total_seconds()))
    for size, noun in ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second")):
        if seconds >= size:
            count = seconds // size
            return f"{count:,} {noun}{'' if count == 1 else 's'}"
    return "less than a second"


def why(
    *,
    now: datetime,
    attempts: int,
    leased_until: datetime | None,
    next_attempt_at: datetime | None,
    error: str,
) -> str:
    """One or two sentences about a row of a queue."""
    if leased_until is not None and leased_until > now:
        return "A worker has it in hand."
    if attempts == 0:
        return "It waits for its turn: no worker has taken it yet."
    tried = "once" if attempts == 1 else f"{attempts:,} times"
    said = f"It was tried {tried}. " + (f"Last time: {error.rstrip('.')}. " if error else "")
    if next_attempt_at is not None and next_attempt_at > now:
        return f"{said}The next attempt is in {ago(next_attempt_at - now)}."
    return f"{said}The next attempt is due now."


def heard(now: datetime, at: datetime, silent_after: timedelta) -> str:
    """How a worker is, from when it last said that it is there."""
    if now - at <= silent_after:
        return f"At work: heard {ago(now - at)} ago."
    return f"Silent for {ago(now - at)}. If it should be running, start manage.py worker."
