"""The entries of a live blog, and one entry."""

import pytest

from liveblog import actions
from tests.api.asking import TOMBSTONE, V1, entries, numbers, of, problem, read
from tests.cast import again, credit, draft_entry, in_an_hour, open_blog, publish_entry

NAMES = {
    "id", "number", "seq", "state", "url", "headline", "body_html", "body_text", "display_at",
    "published_at", "updated_at", "is_key_event", "urgency", "verification",
    "verification_changes", "tags", "authors", "images",
    "embeds", "attributions", "corrections", "rights", "original_url",
}  # fmt: skip


def one(entry):
    return f"{V1}entries/{entry.public_id}/"


def a_draft(blog, ada):
    return draft_entry(blog, ada, body="<p>SECRET</p>", headline="SECRET")


def a_scheduled_entry(blog, ada):
    entry = a_draft(blog, ada)
    return actions.schedule(user=ada, entry_id=entry.pk, revision=entry.revision, at=in_an_hour())


def an_embargoed_entry(blog, ada):
    return draft_entry(blog, ada, body="<p>SECRET</p>", embargo_until=in_an_hour())


def a_draft_that_was_killed(blog, ada):
    return actions.kill(user=ada, entry_id=a_draft(blog, ada).pk, reason="SECRET")


def a_withdrawn_entry(blog, ada):
    entry = publish_entry(blog, ada, body="<p>SECRET</p>", headline="SECRET")
    return actions.withdraw(user=ada, entry_id=entry.pk, note="SECRET")


def a_killed_entry(blog, ada):
    entry = publish_entry(blog, ada, body="<p>SECRET</p>", headline="SECRET")
    return actions.kill(user=ada, entry_id=entry.pk, reason="SECRET")


NEVER_PUBLIC = [a_draft, a_scheduled_entry, an_embargoed_entry, a_draft_that_was_killed]
GONE = [a_withdrawn_entry, a_killed_entry]


def test_an_entry_has_the_names_partners_rely_on(blog, ada, client):
    entry = publish_entry(blog, ada, headline="Ferries stop")
    document = read(client, one(entry))
    assert document.keys() == NAMES
    assert document["body_html"] == "<p>Ferries are suspended.</p>"
    assert document["url"] == f"http://127.0.0.1:8000/live/{blog.slug}/1/"
    assert document["rights"] == "whole"


def test_its_times_have_the_offset_of_the_blogs_zone(blog, ada, client):
    entry = publish_entry(blog, ada, display_at="2023-01-06T02:34:00Z")
    assert read(client, one(entry))["display_at"] == "2023-01-05T21:34:00-05:00"


def test_an_attribution_is_told_in_rows_and_in_words(blog, ada, northwire, coastal, client):
    entry = publish_entry(blog, ada, attributions=[credit(northwire, via=coastal)])
    [attribution] = read(client, one(entry))["attributions"]
    assert attribution["source"]["slug"] == "northwire"
    assert attribution["via"]["name"] == "The Coastal Press"
    assert attribution["text"] == "Northwire reported, citing The Coastal Press"


def test_a_correction_comes_with_its_note(blog, ada, client):
    entry = publish_entry(blog, ada)
    actions.correct(user=ada, entry_id=entry.pk, revision=entry.revision, note="Two, not three.")
    [correction] = read(client, one(entry))["corrections"]
    assert (correction["kind"], correction["note"]) == ("correction", "Two, not three.")


def test_the_list_and_the_single_entry_tell_the_same(blog, ada, northwire, picture, client):
    entry = publish_entry(
        blog, ada, attributions=[credit(northwire)], images=[{"asset": picture().pk}]
    )
    assert entries(client, blog) == [read(client, one(entry))]


def test_the_newest_number_comes_first_whatever_its_display_time(blog, ada, client):
    publish_entry(blog, ada)
    publish_entry(blog, ada, display_at="2022-01-01T00:00:00Z")
    assert numbers(client, blog) == [2, 1]


def test_the_list_has_published_entries_only(blog, ada, client):
    for make in (*NEVER_PUBLIC, *GONE):
        make(blog, ada)
    kept = publish_entry(blog, ada)
    assert numbers(client, blog) == [kept.number]


@pytest.mark.parametrize("make", NEVER_PUBLIC)
def test_what_was_never_public_answers_like_the_unknown(make, blog, ada, client):
    hidden = client.get(one(make(blog, ada)))
    unknown = client.get(f"{V1}entries/{blog.public_id}/")
    problem(hidden, 404)
    assert (hidden.content, hidden.headers) == (unknown.content, unknown.headers)


@pytest.mark.parametrize("make", GONE)
def test_what_was_taken_down_is_gone_but_for_its_tombstone(make, blog, ada, client):
    entry = make(blog, ada)
    response = client.get(one(entry))
    body = problem(response, 410)
    assert body["detail"] == "This entry has been taken down."
    assert body["entry"].keys() == TOMBSTONE
    assert (body["entry"]["number"], body["entry"]["state"]) == (entry.number, entry.state)
    assert b"SECRET" not in response.content


def test_a_restored_entry_is_back_under_its_number(blog, ada, client):
    entry = again(a_withdrawn_entry(blog, ada))
    actions.restore(user=ada, entry_id=entry.pk, revision=entry.revision)
    assert read(client, one(entry))["number"] == entry.number


def test_the_entries_of_a_withdrawn_blog_are_gone_without_a_trace(blog, ada, chi, client):
    entry, draft = publish_entry(blog, ada), a_draft(blog, ada)
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    assert "entry" not in problem(client.get(one(entry)), 410)
    problem(client.get(one(draft)), 404)


def test_the_entries_of_another_blog_are_not_in_the_list(blog, team, ada, client):
    ours = publish_entry(blog, ada)
    publish_entry(open_blog(team, ada, headline="Fire"), ada)
    assert [entry["id"] for entry in entries(client, blog)] == [str(ours.public_id)]


def test_a_working_copy_is_nobodys_business(blog, ada, client):
    entry = publish_entry(blog, ada)
    actions.save_working_copy(
        user=ada, entry_id=entry.pk, fields={"body": "SECRET"}, based_on=entry.revision
    )
    assert b"SECRET" not in client.get(of(blog, "entries/")).content
