"""Whatever changes a text, the search knows it in the same transaction."""

from datetime import UTC, datetime

import pytest

from liveblog import actions
from liveblog.actions.importing import ImportedBlog, ImportedEntry
from liveblog.models import EntryWords
from tests.cast import draft_entry, publish_entry
from tests.search.asking import found

EMBARGO = datetime(2099, 1, 1, tzinfo=UTC)


@pytest.fixture
def entry(blog, ada):
    return publish_entry(blog, ada, "<p>The <em>lighthouse</em> is dark.</p>", headline="Power cut")


def test_a_published_update_is_found_at_once(entry):
    assert found("lighthouse") == [1]
    assert found("power dark") == [1]


def test_a_draft_is_not_even_in_the_index(blog, ada):
    draft = draft_entry(blog, ada, "<p>Sealed canary.</p>")
    assert found("canary") == []
    assert not EntryWords.objects.exists()
    actions.publish(user=ada, entry_id=draft.pk, revision=draft.revision)
    assert found("canary") == [1]


def test_an_edit_is_found_and_what_it_replaced_is_not(entry, ada):
    actions.edit(
        user=ada,
        entry_id=entry.pk,
        revision=entry.revision,
        fields={"body": "<p>The beacon is lit.</p>", "headline": "Power back"},
    )
    assert found("beacon") == found("back") == [1]
    assert found("lighthouse") == found("cut") == []


def test_a_correction_is_found_and_the_error_is_not(entry, ada):
    actions.correct(
        user=ada,
        entry_id=entry.pk,
        revision=entry.revision,
        fields={"body": "<p>The lightship is dark.</p>"},
        note="It was the lightship.",
    )
    assert found("lightship") == [1]
    assert found("lighthouse") == []


def test_a_withdrawn_update_leaves_and_comes_back(entry, ada):
    entry = actions.withdraw(user=ada, entry_id=entry.pk, note="Not ours.")
    assert found("lighthouse") == []
    assert not EntryWords.objects.exists()
    actions.restore(user=ada, entry_id=entry.pk, revision=entry.revision)
    assert found("lighthouse") == [1]


def test_of_a_killed_and_erased_update_no_word_remains(entry, chi):
    actions.kill(user=chi, entry_id=entry.pk, reason="Court order.")
    assert found("lighthouse") == []
    assert not EntryWords.objects.exists()
    actions.erase_killed(user=chi, entry_id=entry.pk)
    assert not EntryWords.objects.exists()


def test_a_withdrawn_blog_takes_its_updates_along(entry, blog, chi):
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    assert found("lighthouse") == []
    actions.restore_blog(user=chi, blog_id=blog.pk)
    assert found("lighthouse") == [1]


def test_an_imported_page_is_found(team, ada):
    incoming = ImportedBlog(
        key="page:2023-01-05",
        fields={
            "headline": "The day before",
            "timezone": "America/New_York",
            "coverage_start": datetime(2023, 1, 5, 5, tzinfo=UTC),
            "coverage_end": datetime(2023, 1, 6, 5, tzinfo=UTC),
        },
        entries=[ImportedEntry(datetime(2023, 1, 5, 14, tzinfo=UTC), "<p>The lightship.</p>")],
    )
    actions.import_blog(user=ada, team_id=team.pk, incoming=incoming)
    assert found("lightship") == [1]


def test_an_update_that_cannot_be_published_leaves_no_words(blog, ada):
    draft = draft_entry(blog, ada, "<p>Sealed canary.</p>", embargo_until=EMBARGO)
    with pytest.raises(actions.ActionError):
        actions.publish(user=ada, entry_id=draft.pk, revision=draft.revision)
    assert found("canary") == []
    assert not EntryWords.objects.exists()
