"""Two people save in the same moment, and two clicks send the same text: nothing is overwritten,
nothing is there twice. NEWSROOM_PAIRS=500 makes it as many as an election night has."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection
from django.utils import timezone

from liveblog.models import DeskPresence, Entry, Revision
from tests.cast import again, publish_entry
from tests.desk.people import Person

HOUR = timedelta(hours=1)
PAIRS = int(os.environ.get("NEWSROOM_PAIRS", "12"))

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def together():
    """Runs two calls that start at the same time; returns what each returned."""
    barrier = threading.Barrier(2)

    def run(call):
        try:
            barrier.wait()
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        yield lambda *calls: list(pool.map(run, calls))


def test_of_two_saves_at_once_one_is_stored_and_the_other_is_shown_both(blog, ada, chi, together):
    adas, chis = Person(ada, blog), Person(chi, blog)
    entry = publish_entry(blog, ada)
    for number in range(PAIRS):
        entry = again(entry)
        answers = together(
            partial(adas.write, "save", entry, body=f"<p>Ada {number}.</p>"),
            partial(chis.write, "save", entry, body=f"<p>Chi {number}.</p>"),
        )
        texts = [f"Ada {number}.", f"Chi {number}."]
        assert sorted(answer.status_code for answer in answers) == [200, 409]
        stored = next(t for t, a in zip(texts, answers, strict=True) if a.status_code == 200)
        refused = next(a.json() for a in answers if a.status_code == 409)
        assert again(entry).body_text == stored
        assert (refused["code"], refused["current"]["values"]["body"]) == (
            "stale", f"<p>{stored}</p>",
        )  # fmt: skip
    assert Revision.objects.filter(entry=entry, verb="edit").count() == PAIRS


def test_a_text_sent_twice_at_once_is_one_entry(blog, ada, together):
    adas = Person(ada, blog)
    for number in range(PAIRS):
        text, key = f"<p>Report {number}.</p>", f"composition-{number}"
        send = partial(adas.write, "publish", body=text, idempotency_key=key)
        answers = [answer.json() for answer in together(send, send)]
        assert answers[0]["entry"] == answers[1]["entry"]
    entries = Entry.objects.filter(blog=blog, state=Entry.State.PUBLISHED)
    assert entries.count() == PAIRS == entries.values("body_text").distinct().count()


def test_whoever_comes_at_once_is_there_once(blog, ada, chi, together):
    adas, chis = Person(ada, blog), Person(chi, blog)
    for number in range(PAIRS):
        tab = f"t{number // 2}"  # the page's first two messages may cross, and old pages go
        DeskPresence.objects.filter(user=ada).exclude(tab=tab).update(seen_at=timezone.now() - HOUR)
        for pair in ([adas, adas], [adas, chis]):
            calls = [partial(each.send, "here", tab=tab, writing="1") for each in pair]
            assert [answer.status_code for answer in together(*calls)] == [200, 200]
        assert DeskPresence.objects.filter(user=ada, tab=tab).count() == 1
    people = chis.send("here", tab="t").json()["people"]["html"]
    assert people.count("<li") == 2
