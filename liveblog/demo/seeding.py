"""The demo as a whole: made once, in one transaction, and left alone ever after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from liveblog.demo.play import MARK, Play
from liveblog.demo.reading import Day, read_day
from liveblog.demo.stage import Account, set_stage
from liveblog.demo.wires import send_wires
from liveblog.models import LiveBlog

BEFORE_THE_DAY = timedelta(hours=4)  # from the midnight of the evening before to the live day


@dataclass(frozen=True, slots=True)
class Demo:
    """What was made."""

    blogs: list[LiveBlog]
    accounts: list[Account]


def is_seeded() -> bool:
    """Whether the demo is there, whatever has been edited in it since."""
    return LiveBlog.objects.filter(import_key__startswith=MARK).exists()


def has_other_blogs() -> bool:
    """Whether there are live blogs that are somebody's work."""
    return LiveBlog.objects.exclude(import_key__startswith=MARK).exists()


def seed(*, known_passwords: bool) -> Demo:
    """Make the demo. Its live day ends at this minute."""
    now = timezone.now().replace(second=0, microsecond=0)
    live = read_day("storm_live")
    with transaction.atomic():
        stage = set_stage(known_passwords=known_passwords)
        plays = [
            Play(stage, read_day("storm_night"), midnight_before(live, now)),
            Play(stage, live, now),
            Play(stage, read_day("budget"), now),
        ]
        blogs = [play.run() for play in plays]
        send_wires(stage, now, blogs[1])
    return Demo(blogs, stage.accounts)


def midnight_before(day: Day, now: datetime) -> datetime:
    """The midnight of the evening before: the last one that leaves some hours to the live day."""
    latest = now + timedelta(minutes=day.start) - BEFORE_THE_DAY
    zone = ZoneInfo(day.timezone)
    return datetime.combine(latest.astimezone(zone).date(), time(0), zone)
