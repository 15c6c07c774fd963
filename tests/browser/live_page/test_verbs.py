"""What editors do reaches an open page, without a reload."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from tests.cast import publish_entry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def entry(blog, ada):
    return publish_entry(blog, ada)


@pytest.fixture
def reader(entry, reader):
    """She has the page open; a reload would forget what is written on its window."""
    reader.open()
    reader.page.evaluate("() => { window.sameVisit = true }")
    yield reader
    assert reader.page.evaluate("window.sameVisit")


def on(verb, ada, entry, **more):
    entry.refresh_from_db()
    return verb(user=ada, entry_id=entry.pk, revision=entry.revision, **more)


def test_published_entry_appears(reader, blog, ada):
    new = publish_entry(blog, ada, body="<p>The pier is closed.</p>")
    expect(reader.entry(new)).to_contain_text("The pier is closed.")
    assert reader.numbers == [2, 1]


def test_first_entry_of_a_blog_appears(reader, entry, blog, ada):
    on(actions.withdraw, ada, entry)
    expect(reader.page.get_by_text("There are no updates yet.")).to_be_visible()
    expect(reader.entry(publish_entry(blog, ada))).to_be_visible()


def test_edit_replaces_the_text(reader, entry, ada):
    on(actions.edit, ada, entry, fields={"body": "<p>Ferries run again.</p>"})
    expect(reader.entry(entry)).to_contain_text("Ferries run again.")
    expect(reader.entry(entry)).not_to_contain_text("suspended")


def test_correction_comes_with_its_note(reader, entry, ada):
    on(actions.correct, ada, entry, note="There were two ferries.", fields={"body": "<p>Two.</p>"})
    expect(reader.entry(entry).locator(".correction")).to_contain_text("There were two ferries.")


@pytest.mark.parametrize("verb", [actions.withdraw, actions.kill])
def test_what_is_taken_down_disappears(reader, entry, ada, verb):
    more = {"reason": "Retracted."} if verb is actions.kill else {}
    verb(user=ada, entry_id=entry.pk, **more)
    expect(reader.entry(entry)).to_have_count(0)
    assert "suspended" not in reader.page.content()


def test_restored_entry_comes_back(reader, entry, ada):
    on(actions.withdraw, ada, entry)
    expect(reader.entry(entry)).to_have_count(0)
    on(actions.restore, ada, entry)
    expect(reader.entry(entry)).to_be_visible()


def test_re_timed_entry_moves_with_its_day(reader, entry, blog, ada):
    new = publish_entry(blog, ada)
    on(actions.re_time, ada, new, display_at="2023-01-04T12:00:00-05:00")
    expect(reader.page.locator("h2.day[data-day='2023-01-04'] + article")).to_have_id("entry-2")
    assert reader.numbers == [1, 2]
    assert reader.page.locator("h2.day").count() == 2


def test_pinned_entry_is_on_top_and_in_its_place(reader, entry, ada, blog):
    actions.pin(user=ada, entry_id=entry.pk)
    expect(reader.region("pinned")).to_contain_text("Ferries are suspended.")
    expect(reader.entry(entry)).to_have_count(1)
    actions.unpin(user=ada, blog_id=blog.pk)
    expect(reader.region("pinned")).to_be_empty()


def test_key_event_is_listed(reader, entry, ada):
    on(actions.mark_key_event, ada, entry, is_key_event=True, title="Ferries stop")
    expect(reader.region("key_events").get_by_role("link", name="Ferries stop")).to_be_visible()


def test_headline_changes(reader, blog, ada):
    fields = {"headline": "The storm is over", "summary_points": ["Nobody was hurt."]}
    actions.edit_blog(user=ada, blog_id=blog.pk, revision=blog.revision, fields=fields)
    expect(reader.page.locator("h1")).to_have_text("The storm is over")
    expect(reader.region("summary")).to_contain_text("Nobody was hurt.")


def test_draft_never_arrives(reader, blog, ada):
    secret = actions.create_draft(user=ada, blog_id=blog.pk, fields={"body": "<p>Secret.</p>"})
    reader.has_reached(blog)
    expect(reader.entry(publish_entry(blog, ada))).to_be_visible()
    assert secret.number is None
    assert "Secret." not in reader.page.content()
