"""Cursors: at the start, at the head, behind, ahead, and not cursors at all."""

import pytest

from liveblog import actions, changes, window
from liveblog.window import find_blog
from tests.cast import again, draft_entry, in_an_hour, publish_entry


def delta(blog, since):
    return changes.reader_delta(find_blog(blog.slug), since)


def test_from_the_beginning_everything_public_is_there(blog, ada):
    publish_entry(blog, ada)
    publish_entry(blog, ada)
    assert [entry["number"] for entry in delta(blog, 0)["entries"]] == [1, 2]


def test_at_the_head_there_is_nothing(blog, ada):
    publish_entry(blog, ada)
    answer = delta(blog, again(blog).version)
    assert (answer["entries"], answer["blog"], answer["reset"]) == ([], None, False)


def test_entries_come_lowest_seq_first(blog, ada):
    first = publish_entry(blog, ada)
    publish_entry(blog, ada)
    actions.edit(
        user=ada, entry_id=first.pk, revision=first.revision, fields={"body": "<p>New.</p>"}
    )
    assert [entry["number"] for entry in delta(blog, 0)["entries"]] == [2, 1]


def test_a_cursor_ahead_of_the_blog_starts_over(blog):
    assert delta(blog, again(blog).version + 1)["reset"] is True


def test_a_reader_more_than_a_hundred_behind_reloads(blog, ada):
    for _ in range(changes.READER_LIMIT + 1):
        publish_entry(blog, ada)
    answer = delta(blog, 1)
    assert (answer["reset"], answer["entries"]) == (True, [])
    assert answer["version"] == again(blog).version


def test_a_partner_far_behind_is_told_to_ask_again(blog, ada, monkeypatch):
    monkeypatch.setattr(changes, "API_LIMIT", 2)
    entries = [publish_entry(blog, ada) for _ in range(3)]
    answer = changes.api_delta(find_blog(blog.slug), 1, "public_api")
    assert answer["more"] is True
    assert answer["version"] == entries[1].seq


@pytest.mark.parametrize("text", ["-1", "x", "1.5", "٣", "1_0", " 1", "9" * 20, "1;--", "0x1"])
def test_what_is_no_version_is_refused_in_one_sentence(text):
    with pytest.raises(changes.BadCursor, match="must be a version"):
        changes.parse_cursor(text)


def test_a_withdrawn_entry_is_a_tombstone_without_content(blog, ada):
    entry = publish_entry(blog, ada, body="<p>Gone soon.</p>")
    actions.withdraw(user=ada, entry_id=entry.pk)
    answer = delta(blog, 0)
    assert [set(e) for e in answer["entries"]] == [{"id", "number", "seq", "state"}]
    assert "Gone soon" not in str(answer)


def test_what_was_never_public_is_in_no_delta(blog, ada):
    draft_entry(blog, ada, body="<p>SECRET draft</p>")
    killed = draft_entry(blog, ada, body="<p>SECRET killed</p>")
    actions.kill(user=ada, entry_id=killed.pk, reason="No.")
    entry = draft_entry(blog, ada, body="<p>SECRET scheduled</p>")
    actions.schedule(user=ada, entry_id=entry.pk, revision=entry.revision, at=in_an_hour())
    assert "SECRET" not in str(delta(blog, 0))
    assert delta(blog, 0)["entries"] == []


def test_pages_and_deltas_cost_the_same_at_any_size(
    blog, ada, northwire, django_assert_max_num_queries
):
    for _ in range(window.SIZE + 5):
        publish_entry(blog, ada, is_key_event=True)
    actions.pin(user=ada, entry_id=again(blog).entries.get(number=1).pk)
    with django_assert_max_num_queries(9):
        window.load_window(find_blog(blog.slug))
    with django_assert_max_num_queries(9):
        delta(blog, 0)
