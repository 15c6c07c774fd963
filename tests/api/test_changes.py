"""`changes/?since=`: the way a partner keeps a copy."""

import pytest

from liveblog import actions, changes
from tests.api.asking import TOMBSTONE, of, problem, read
from tests.cast import draft_entry, publish_entry

NAMES = {"since", "version", "more", "reset", "status", "next_poll_ms", "entries", "blog"}


def delta(client, blog, since=0):
    return read(client, of(blog, "changes/"), since=since)


def test_from_the_beginning_everything_comes(blog, ada, client):
    publish_entry(blog, ada)
    publish_entry(blog, ada)
    answer = delta(client, blog)
    assert answer.keys() == NAMES
    assert [entry["number"] for entry in answer["entries"]] == [1, 2]
    assert answer["blog"] == read(client, of(blog))


def test_without_a_cursor_it_is_the_beginning(blog, ada, client):
    publish_entry(blog, ada)
    for query in ("", "?since=", "?since=0", "?since=000"):
        assert client.get(of(blog, f"changes/{query}")).json() == delta(client, blog)


def test_at_the_head_nothing_comes_but_when_to_ask_again(blog, ada, client):
    publish_entry(blog, ada)
    answer = delta(client, blog, since=2)
    assert (answer["entries"], answer["blog"], answer["version"]) == ([], None, 2)
    assert answer["next_poll_ms"] == 5000


def test_an_edit_comes_as_the_present_state(blog, ada, client):
    entry = publish_entry(blog, ada)
    fields = {"body": "<p>Ferries sail.</p>"}
    actions.edit(user=ada, entry_id=entry.pk, revision=entry.revision, fields=fields)
    [changed] = delta(client, blog, since=2)["entries"]
    assert (changed["seq"], changed["body_text"]) == (3, "Ferries sail.")


@pytest.mark.parametrize("verb", ["withdraw", "kill"])
def test_what_is_taken_down_comes_as_a_tombstone(verb, blog, ada, client):
    entry = publish_entry(blog, ada)
    reason = {"reason": "Wrong."} if verb == "kill" else {}
    getattr(actions, verb)(user=ada, entry_id=entry.pk, **reason)
    [gone] = delta(client, blog, since=2)["entries"]
    assert gone.keys() == TOMBSTONE


def test_drafts_move_nothing(blog, ada, client):
    draft_entry(blog, ada)
    assert delta(client, blog)["version"] == 1
    assert delta(client, blog)["entries"] == []


def test_a_cursor_ahead_of_the_blog_starts_over(blog, ada, client):
    publish_entry(blog, ada)
    answer = delta(client, blog, since=99)
    assert (answer["reset"], answer["version"], answer["entries"]) == (True, 2, [])


def test_far_behind_means_asking_again_from_the_last_seq(blog, ada, client, monkeypatch):
    monkeypatch.setattr(changes, "API_LIMIT", 2)
    for _ in range(3):
        publish_entry(blog, ada)
    first = delta(client, blog)
    assert (first["more"], first["version"]) == (True, 3)
    second = delta(client, blog, since=3)
    assert (second["more"], second["version"]) == (False, 4)


def test_ended_coverage_is_asked_for_less_often(blog, ada, client):
    actions.end_coverage(user=ada, blog_id=blog.pk)
    answer = delta(client, blog)
    assert (answer["status"], answer["next_poll_ms"]) == ("ended", 60000)


BAD = ["-1", "x", "1.5", "٣", "1_0", " 1", "9" * 20, "1;--", "0x1", "\0", "1\0", "\ufffd", "+1"]


@pytest.mark.parametrize("since", BAD)
def test_what_is_no_version_is_refused_in_one_sentence(since, blog, client):
    body = problem(client.get(of(blog, "changes/"), {"since": since}), 400)
    assert body["errors"] == {"since": [body["detail"]]}
    assert body["detail"].startswith("“since” ")
