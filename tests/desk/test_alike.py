"""Nearly the same: said to whoever types it, and asked about before it is published twice."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from liveblog import actions
from liveblog.likeness import gist_of, packed
from liveblog.models import DeskPresence, Entry, Membership, Revision
from tests.cast import draft_entry, publish_entry

FERRIES = "All ferries to the islands are suspended until Friday, Northwire reported."
BODY = f"<p>{FERRIES}</p>"
OTHER = "<p>The mayor will speak to the press at noon in the town hall.</p>"


def typing(person, text=FERRIES, tab="a", **more):
    """What the site answers to somebody who types `text`."""
    gist = json.dumps(packed(gist_of(f"\n{text}")))
    return person.send("here", tab=tab, writing="1", gist=gist, **more).json()["alike"]


def made(entry, **ago):
    """All of its history happened so long ago."""
    Revision.objects.filter(entry=entry).update(at=timezone.now() - timedelta(**ago))


def test_what_a_colleague_published_is_said_with_who_and_when(adas, ada, chi, blog):
    entry = publish_entry(blog, chi, BODY)
    publish_entry(blog, chi, OTHER)
    made(entry, minutes=2)
    actions.edit(user=ada, entry_id=entry.pk, revision=1, fields={"headline": "Now"})
    assert typing(adas) == [
        {
            "kind": "entry",
            "entry": entry.pk,
            "text": "Chi published nearly the same 2 min ago: update 1.",
        }
    ]


def test_other_news_is_not_spoken_of(adas, chi, blog):
    publish_entry(blog, chi, OTHER)
    assert typing(adas) == []
    assert typing(adas, "") == []


def test_the_update_in_the_composer_is_not_its_own_double(adas, ada, blog):
    entry = publish_entry(blog, ada, BODY)
    assert typing(adas, entry=entry.pk) == []
    assert typing(adas)[0]["text"] == "You published nearly the same just now: update 1."


def test_drafts_of_others_count_and_ones_own_do_not(adas, bens, ben, blog):
    entry = draft_entry(blog, ben, BODY)
    assert typing(adas)[0]["text"] == "Ben has nearly the same as a draft, saved just now."
    assert [each["kind"] for each in typing(bens)] == ["writing"]
    actions.submit(user=ben, entry_id=entry.pk, revision=1)
    assert typing(adas)[0]["text"] == "Ben has nearly the same in review, saved just now."


@pytest.mark.parametrize("verb", ["kill", "withdraw"])
def test_what_is_gone_is_not_spoken_of(adas, chi, blog, verb):
    entry = publish_entry(blog, chi, BODY)
    more = {"reason": "Not so."} if verb == "kill" else {"revision": 1}
    getattr(actions, verb)(user=chi, entry_id=entry.pk, **more)
    assert typing(adas) == []


def test_what_is_an_hour_old_is_no_double(adas, chi, blog):
    made(publish_entry(blog, chi, BODY), minutes=61)
    assert typing(adas) == []


def test_another_live_blog_is_another_matter(adas, team, ada, chi):
    from tests.cast import open_blog

    publish_entry(open_blog(team, ada, headline="Another"), chi, BODY)
    assert typing(adas) == []


def test_whoever_types_the_same_is_named_without_a_word_of_the_text(adas, bens, blog):
    typing(bens, FERRIES[:40])
    assert typing(adas, FERRIES[:40]) == [
        {"kind": "writing", "entry": None, "text": "Ben is writing nearly the same."}
    ]
    stored = str(DeskPresence.objects.values_list("gist", flat=True))
    assert "ferries" not in stored.lower()


def test_two_with_one_update_open_are_not_doubles(adas, bens, ada, blog):
    entry = publish_entry(blog, ada, OTHER)
    typing(bens, entry=entry.pk)
    assert typing(adas, entry=entry.pk) == []
    assert typing(adas)[0]["text"] == "Ben is writing nearly the same in update 1."


def test_a_former_colleague_is_not_spoken_of(adas, bens, ben, blog):
    typing(bens)
    Membership.objects.filter(user=ben).delete()
    assert typing(adas) == []


def test_many_entries_cost_no_more_than_one(adas, chi, blog):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            typing(adas)
        return len(queries)

    publish_entry(blog, chi, BODY)
    typing(adas)
    alone = cost()
    for n in range(20):
        publish_entry(blog, chi, BODY if n % 2 else OTHER)
    assert cost() == alone


def test_publishing_it_a_second_time_is_asked_about_once(adas, chi, blog):
    theirs = publish_entry(blog, chi, BODY)
    asked = adas.write("publish", body=BODY)
    assert (asked.status_code, asked.json()["code"]) == (409, "alike")
    assert asked.json()["message"] == "Chi published nearly the same just now: update 1."
    assert asked.json()["entries"] == [theirs.pk]
    assert Entry.objects.count() == 1
    assert adas.write("publish", body=BODY, shown=[theirs.pk]).status_code == 200
    # The same press once more: it is stored, and nothing is asked.
    assert adas.write("publish", body=BODY).status_code == 200
    assert Entry.objects.count() == 2


def test_a_draft_of_it_is_not_asked_about(adas, chi, blog):
    publish_entry(blog, chi, BODY)
    assert adas.write("save", body=BODY).status_code == 200


def test_ones_own_and_what_is_older_go_out_unasked(adas, ada, chi, blog):
    publish_entry(blog, ada, BODY)
    made(publish_entry(blog, chi, BODY), minutes=11)
    assert adas.write("publish", body=BODY).status_code == 200


def test_approving_a_double_is_asked_about_in_the_list_and_in_the_composer(adas, ben, chi, blog):
    entry = draft_entry(blog, ben, BODY)
    entry = actions.submit(user=ben, entry_id=entry.pk, revision=1)
    theirs = publish_entry(blog, chi, BODY)
    assert adas.do(entry, "approve").json()["code"] == "alike"
    assert adas.write("approve", entry, body=BODY).json()["code"] == "alike"
    assert adas.do(entry, "approve", shown=[theirs.pk]).status_code == 200


def test_a_script_is_not_asked(ada, chi, blog):
    publish_entry(blog, chi, BODY)
    assert publish_entry(blog, ada, BODY).number == 2
