"""Starting an awaitable outside a task, and going on with it in one if it has to wait."""

from __future__ import annotations

import types
from collections.abc import Awaitable, Generator
from typing import Any

Steps = Generator[Any, Any, None]


def started(awaitable: Awaitable[None]) -> Awaitable[None] | None:
    """Run `awaitable` up to its first wait; None if it never waits, else the rest of it.

    uvicorn's `send` waits only when the reader's buffer is full. A task for each write would
    cost five times what the write does.
    """
    steps = awaitable.__await__()
    try:
        waited = next(steps)
    except StopIteration:
        return None
    return _rest(steps, waited)


@types.coroutine
def _rest(steps: Steps, waited: Any) -> Steps:
    try:
        yield waited
    except BaseException:  # the task is cancelled: so is what it went on with
        steps.close()
        raise
    yield from steps
