"""The demo plays its day at the hours at which it happened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils import timezone


@contextmanager
def turned_to(moment: datetime) -> Iterator[None]:
    """Within the block it is `moment`, for the verbs and for every stamp they leave.

    Only for a process that does nothing else: the clock is the whole process's.
    """
    real = timezone.now
    timezone.now = lambda: moment
    try:
        yield
    finally:
        timezone.now = real
