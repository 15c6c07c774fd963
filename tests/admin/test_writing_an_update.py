"""Before publication: every button of the form is one verb."""

import pytest

from liveblog.models import Entry, IdempotencyRecord, Revision
from tests.admin.desk import change_url
from tests.cast import again, draft_entry, publish_entry

TEXT = "<p>Ferries are suspended.</p>"


def test_ada_publishes_in_one_step(adas, blog):
    page = adas.write(blog).press("publish", body=TEXT)
    entry = Entry.objects.get()
    assert (entry.state, entry.number, entry.body) == ("published", 1, TEXT)
    assert page.url == change_url(entry)
    assert "published as update 1" in page


def test_a_new_update_asks_first_which_live_blog_it_is_for(adas, blog, planned_blog):
    page = adas.open("/admin/liveblog/entry/add/")
    assert f"?blog={blog.pk}" in page
    assert page.form is None


def test_ada_keeps_a_draft_that_no_reader_sees(adas, blog):
    version = blog.version
    adas.write(blog).press("save", body=TEXT)
    assert Entry.objects.get().state == Entry.State.DRAFT
    assert again(blog).version == version


def test_enter_in_a_field_only_saves(adas, blog):
    adas.write(blog).press(headline="Ferries", body=TEXT)
    assert Entry.objects.get().state == Entry.State.DRAFT


def test_ben_hands_his_draft_to_the_editors(bens, blog):
    bens.write(blog).press("submit", body=TEXT)
    assert Entry.objects.get().state == Entry.State.IN_REVIEW


def test_ada_approves_what_ben_submitted(adas, bens, blog):
    bens.write(blog).press("submit", body=TEXT)
    adas.entry(Entry.objects.get()).press("approve")
    assert Entry.objects.get().state == Entry.State.PUBLISHED
    assert Revision.objects.first().verb == "approve"


def test_an_approval_takes_adas_last_changes_with_it(adas, bens, blog):
    bens.write(blog).press("submit", body=TEXT)
    adas.entry(Entry.objects.get()).press("approve", body="<p>All ferries are suspended.</p>")
    assert Entry.objects.get().body_text == "All ferries are suspended."


def test_ada_returns_a_text_with_a_note_its_author_sees(adas, bens, blog):
    bens.write(blog).press("submit", body=TEXT)
    adas.do(Entry.objects.get(), "return", note="Which ferries?")
    assert Entry.objects.get().state == Entry.State.DRAFT
    assert "Which ferries?" in bens.entry(Entry.objects.get())


def test_ada_schedules_in_the_blogs_zone(adas, blog):
    adas.write(blog).press("schedule", body=TEXT, scheduled_for="2031-01-05T21:34")
    entry = Entry.objects.get()
    assert entry.state == Entry.State.SCHEDULED
    assert entry.scheduled_for.isoformat() == "2031-01-06T02:34:00+00:00"


def test_scheduling_without_a_time_asks_for_it_and_stores_nothing(adas, blog):
    page = adas.write(blog).press("schedule", body=TEXT)
    assert "Say when it is to be published." in page
    assert page.form.values["body"] == TEXT
    assert not Entry.objects.exists()


def test_a_scheduled_update_is_published_now(adas, blog):
    adas.write(blog).press("schedule", body=TEXT, scheduled_for="2031-01-05T21:34")
    adas.entry(Entry.objects.get()).press("publish")
    assert Entry.objects.get().state == Entry.State.PUBLISHED


def test_ben_discards_his_draft_after_being_asked(bens, ben, blog):
    entry = draft_entry(blog, ben)
    page = bens.verb(entry, "discard")
    assert "Ferries are suspended." in page
    page.press()
    assert again(entry).state == Entry.State.DISCARDED


def test_a_double_click_on_publish_makes_one_update(adas, blog):
    page = adas.write(blog)
    first, second = page.press("publish", body=TEXT), page.press("publish", body=TEXT)
    assert first.url == second.url
    assert Entry.objects.count() == IdempotencyRecord.objects.count() == 1


@pytest.mark.parametrize("verb", ["submit", "schedule", "save"])
def test_a_double_click_before_publication_makes_one_update(adas, blog, verb):
    page = adas.write(blog)
    for _ in range(2):
        answer = page.press(verb, body=TEXT, scheduled_for="2031-01-05T21:34")
        assert answer.url == change_url(Entry.objects.get())


@pytest.mark.parametrize(
    ("verb", "state"), [("publish", "published"), ("submit", "in_review"), ("save", "draft")]
)
def test_a_double_click_on_a_stored_draft_does_it_once(adas, ada, blog, verb, state):
    entry = draft_entry(blog, ada)
    page = adas.entry(entry)
    for _ in range(2):
        assert page.press(verb, body="<p>Twice pressed.</p>").status == 200
    assert again(entry).state == state
    deeds = [verb for verb in Revision.objects.values_list("verb", flat=True) if verb != "create"]
    assert len(set(deeds)) == len(deeds)


def test_going_back_and_publishing_the_same_text_finds_the_draft(adas, blog):
    page = adas.write(blog)
    page.press("save", body=TEXT)
    assert "already here as a draft" in page.press("publish", body=TEXT)
    assert Entry.objects.get().state == Entry.State.DRAFT


def test_going_back_and_changing_the_text_asks_before_making_another(adas, blog):
    page = adas.write(blog)
    page.press("publish", body=TEXT)
    warned = page.press("publish", body="<p>Other.</p>")
    assert "sent before with different content" in warned
    assert Entry.objects.count() == 1
    warned.press("publish")
    assert Entry.objects.filter(body="<p>Other.</p>", number=2).exists()


def test_publishing_waits_for_the_coverage_to_be_opened(adas, planned_blog):
    page = adas.write(planned_blog)
    assert "publish" not in page.buttons
    page = page.press("publish", body=TEXT)
    assert "The coverage has not been opened yet." in page
    assert page.form.values["body"] == TEXT
    assert not Entry.objects.exists()


def test_a_killed_update_offers_no_form(adas, ada, blog):
    entry = publish_entry(blog, ada)
    adas.do(entry, "kill", reason="Wrong", word="KILL")
    assert adas.entry(entry).form is None
