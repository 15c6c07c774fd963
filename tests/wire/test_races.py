"""A kill and an editor in the same moment: no update is public on a canceled chain afterwards.

NEWSROOM_RACES=1000 runs each race a thousand times.
"""

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from liveblog import actions
from liveblog.actions import shared
from liveblog.models import Entry, MediaAsset, SharedEdit, WireChain, WireTask
from liveblog.worker import Stop, Worker
from tests.browser.site import ROOT, database_url
from tests.cast import again, open_blog, publish_entry
from tests.wire.arriving import arrive, feed_of, killed
from tests.wire.racing import RUNNERS, Race

RACES = int(os.environ.get("NEWSROOM_RACES", "8"))
PUBLISHED = Entry.State.PUBLISHED

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


@pytest.fixture
def together():
    """Runs two calls that start at the same time; returns what each returned or was refused."""
    barrier = threading.Barrier(2)

    def run(call):
        try:
            barrier.wait()
            return call()
        except actions.ActionError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        yield lambda *calls: list(pool.map(run, calls))


def finish_what_was_left():
    for pk in shared.open_edits(limit=1000):
        shared.run(pk)


def alive():
    """Entries that a reader could see, or an editor could still publish, on a canceled chain."""
    canceled = WireChain.objects.filter(pub_status="canceled")
    entries = Entry.objects.exclude(state=Entry.State.KILLED)
    public = Entry.objects.filter(state=PUBLISHED)
    return [
        *entries.filter(built_from__chain__in=canceled),
        *public.filter(attributions__item__chain__in=canceled),
        *public.filter(body_text="", images__asset__wire_item__chain__in=canceled),
    ]


@pytest.mark.parametrize("what", RUNNERS)
@pytest.mark.long
def test_a_kill_at_the_same_time_wins(what, blog, ada, northwire, picture, feed, together):
    begin = getattr(Race(blog, ada, northwire, picture), what)
    for number in range(RACES):
        guid = f"urn:northwire:{number}"
        act = begin(arrive(feed, guid))
        together(*([act, lambda guid=guid: killed(feed, guid)][:: 1 if number % 2 else -1]))
        finish_what_was_left()
        assert alive() == [], (what, number)
    assert WireChain.objects.filter(pub_status="canceled").count() == RACES
    assert not MediaAsset.objects.filter(killed_at=None).exists()
    assert not SharedEdit.objects.filter(finished_at=None).exists()


@pytest.mark.long
def test_two_feeds_kill_at_once(blog, ada, northwire, coastal, feed, together):
    other = feed_of(coastal, retracts=[northwire, coastal])
    for number in range(RACES):
        guid = f"urn:northwire:{number}"
        entry = publish_entry(blog, ada, built_from=arrive(feed, guid).pk)
        together(lambda: killed(feed, guid), lambda: killed(other, guid))  # noqa: B023
        finish_what_was_left()
        assert again(entry).state == Entry.State.KILLED
        assert WireTask.objects.get(entry=entry).kind == "kill"
    assert WireChain.objects.filter(pub_status="canceled").count() == 2 * RACES


@pytest.mark.long
def test_a_hold_and_its_release_at_once_end_as_the_release_says(
    blog, ada, northwire, feed, together
):
    for number in range(RACES):
        guid = f"urn:northwire:{number}"
        item = arrive(feed, guid)
        entry = publish_entry(blog, ada, built_from=item.pk)
        hold = {"version": "2", "pub_status": "withheld", "body": ""}
        together(
            lambda: arrive(feed, guid, **hold),  # noqa: B023
            lambda: arrive(feed, guid, version="3"),  # noqa: B023
        )
        finish_what_was_left()
        assert again(item.chain).pub_status == "usable"
        offered = WireTask.objects.filter(entry=entry, kind="release", closed_at=None).exists()
        assert (again(entry).state == PUBLISHED) is not offered
        assert not WireTask.objects.filter(entry=entry, kind="hold", closed_at=None).exists()


DYING = """
import os, signal, sys, django
django.setup()
from liveblog.actions import shared
from liveblog.models import WireFeed
from tests.wire.arriving import killed
where, left = sys.argv[1], [int(sys.argv[2])]
real = getattr(shared, where)
def die(*args, **more):
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return real(*args, **more)
setattr(shared, where, die)
killed(WireFeed.objects.get())
"""


@pytest.mark.parametrize(
    ("where", "after"),
    [("finish", 0), ("touch_blog", 0), ("touch_blog", 1), ("_release", 0)],
    ids=["before the blogs", "in the first blog", "between two blogs", "after the last"],
)
def test_a_process_that_dies_of_a_kill_leaves_it_to_the_worker(
    where, after, team, topic, ada, feed
):
    item = arrive(feed)
    blogs = [open_blog(team, ada, topic, headline=f"Day {n}") for n in range(3)]
    entries = [publish_entry(blog, ada, built_from=item.pk) for blog in blogs]
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "TEST_DATABASE_URL": database_url(connection.settings_dict),
    }
    ended = subprocess.run(
        [sys.executable, "-c", DYING, where, str(after)], cwd=ROOT, env=environment, check=False
    )
    assert ended.returncode == -signal.SIGKILL
    assert again(item.chain).pub_status == "canceled"
    with pytest.raises(actions.Blocked):
        publish_entry(blogs[0], ada, built_from=item.pk)
    # Its lease runs out.
    SharedEdit.objects.exclude(lease="").update(leased_until=timezone.now())
    with Stop() as stop:
        Worker("test", stop).round()
    assert {again(entry).state for entry in entries} == {Entry.State.KILLED}
    assert not SharedEdit.objects.filter(finished_at=None).exists()
