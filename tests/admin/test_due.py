"""The calendar of what is due, and moving it from there."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry
from tests.admin.desk import verb_url
from tests.cast import NEW_YORK, again, draft_entry, plan_blog

URL = "/admin/due/"
NOON = datetime.fromisoformat("2026-12-02T17:00:00+00:00")  # a Wednesday; noon in New York


@pytest.fixture(autouse=True)
def wednesday():
    with time_machine.travel(NOON, tick=False):
        yield


def schedule(user, blog, at, text="<p>The result.</p>"):
    entry = draft_entry(blog, user, text)
    return actions.schedule(user=user, entry_id=entry.pk, revision=entry.revision, at=at)


def test_it_names_what_is_due_by_day_in_the_live_blogs_zone(adas, ada, blog):
    assert blog.timezone == NEW_YORK
    schedule(ada, blog, NOON + timedelta(hours=8))  # 8 p.m. there, the day after in UTC
    page = adas.open(URL)
    assert "Today, Wednesday, Dec. 2, 2026" in page
    assert "8 p.m. EST" in page
    assert "The result." in page
    assert 'datetime="2026-12-02T20:00:00-05:00"' in page


def test_today_is_where_the_live_blogs_are(adas, ada, blog):
    schedule(ada, blog, NOON + timedelta(hours=9))
    with time_machine.travel(NOON + timedelta(hours=8), tick=False):  # the day after in UTC
        page = adas.open(URL)
    assert "Today, Wednesday, Dec. 2, 2026" in page
    assert "9 p.m. EST" in page


def test_weeks_turn_and_begin_on_a_monday(adas, team, ada):
    plan_blog(team, ada, headline="Vote", coverage_start=NOON + timedelta(days=40))
    assert "Vote" not in adas.open(URL)
    later = adas.open(f"{URL}?from=2027-01-04")
    assert "Vote" in later
    assert "?from=2026-11-30" in later


@pytest.mark.parametrize("asked", ["yesterday", "2026-13-40", "9999-12-31", "0001-01-01", "%00"])
def test_a_day_that_is_none_is_today(adas, asked):
    assert "Nothing is due in these weeks." in adas.open(f"{URL}?from={asked}")


def test_what_should_be_out_stands_on_top(adas, ada, blog):
    entry = schedule(ada, blog, NOON + timedelta(hours=1))
    Entry.objects.filter(pk=entry.pk).update(scheduled_for=NOON - timedelta(hours=1))
    assert "Should be out already" in adas.open(URL)


def test_editors_move_it_from_there_and_reporters_look(adas, bens, ada, blog):
    entry = schedule(ada, blog, NOON + timedelta(hours=1))
    url = verb_url(entry, "re-schedule")
    assert url in adas.open(URL)
    assert url not in bens.open(URL)
    page = adas.post(url, {"revision": entry.revision, "scheduled_for": "2026-12-03T09:30"})
    assert "Scheduled for its new time." in page
    assert again(entry).scheduled_for.isoformat() == "2026-12-03T14:30:00+00:00"
    assert "already passed" in adas.post(
        url, {"revision": again(entry).revision, "scheduled_for": "2026-12-01T09:30"}
    )


def test_another_teams_plans_are_not_there(dovs, ada, blog):
    schedule(ada, blog, timezone.now() + timedelta(hours=1))
    assert "The result." not in dovs.open(URL)
