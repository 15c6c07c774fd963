"""A kill or hold in words alone: the likeliest items are proposed, a person says which."""

import pytest

from liveblog import actions
from liveblog.models import PubStatus, WireTask
from tests.cast import again, publish_entry
from tests.wire.arriving import arrive, feed_of

ADVISORY = {
    "version": "1",
    "headline": "ADVISORY: Please kill the story Harbor-Ferries, V9991",
    "body": "<p>Do not use it in any form.</p>",
    "signals": ["kill", "advisory"],
    "is_advisory": True,
}


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


@pytest.fixture
def meant(feed, blog, ada):
    """An update built from what the advisory means."""
    item = arrive(feed, slugline="Harbor-Ferries")
    arrive(feed, "urn:northwire:2", slugline="Budget", headline="Council adopts budget")
    return publish_entry(blog, ada, built_from=item.pk)


def asked(feed):
    return arrive(feed, "urn:northwire:advisory", **ADVISORY)


def test_only_what_is_like_it_is_proposed(feed, meant):
    asked(feed)
    found = actions.candidates_for(WireTask.objects.get(kind="match").pk)
    assert [each.chain.guid for each in found] == ["urn:northwire:1"]


def test_a_chief_says_which_and_it_is_gone(feed, meant, adas, chis):
    asked(feed)
    task = WireTask.objects.get(kind="match")
    assert "Harbor-Ferries, V9991" in adas.changes(0).json()["tasks"]["alarms"]
    question = chis.ask("task-match", task.pk).json()
    assert "urn:northwire:1)" in question["html"]
    assert question["danger"] is True
    chain = meant.built_from.chain
    sent = {"chain_ids": [chain.pk]}
    assert adas.send("task-match", task.pk, **sent).status_code == 403
    answer = chis.send("task-match", task.pk, **sent)
    assert answer.status_code == 200, answer.json()
    assert again(chain).pub_status == PubStatus.CANCELED
    assert again(meant).state == "killed"
    assert "has killed" in answer.json()["tasks"]["alarms"]


def test_an_editor_may_say_that_it_is_none_of_ours(feed, meant, adas):
    asked(feed)
    task = WireTask.objects.get(kind="match")
    answer = adas.send("task-match", task.pk, none_of_ours="on")
    assert answer.json()["message"] == "None of ours."
    assert again(meant).state == "published"


def test_what_was_not_proposed_cannot_be_chosen(feed, meant, chis, northwire):
    other = arrive(feed, "urn:northwire:9", headline="Choir sings").chain
    asked(feed)
    task = WireTask.objects.get(kind="match")
    assert chis.send("task-match", task.pk, chain_ids=[other.pk]).status_code == 422
    assert chis.send("task-match", task.pk).status_code == 422
    assert again(task).closed_at is None


def test_a_reporter_is_not_asked(feed, meant, bens):
    asked(feed)
    assert bens.ask("task-match", WireTask.objects.get(kind="match").pk).status_code == 403


def test_a_named_kill_is_not_matched(feed, meant, chis):
    arrive(feed, version="3", pub_status="canceled", slugline="Harbor-Ferries")
    task = WireTask.objects.get(kind="kill")
    assert chis.ask("task-match", task.pk).status_code == 404
