"""Two revisions are compared word by word, and an earlier one comes back as an ordinary save."""

import pytest

from liveblog import actions
from liveblog.models import Revision
from tests.admin.desk import change_url, compare_url, history_url, restore_url
from tests.cast import again, draft_entry, publish_entry


@pytest.fixture
def draft(blog, ada):
    """Three revisions: suspended, running, cancelled."""
    entry = draft_entry(blog, ada, "<p>Ferries are suspended.</p>")
    for number, word in enumerate(("running", "cancelled"), start=entry.revision):
        fields = {"body": f"<p>Ferries are {word}.</p>"}
        actions.save_draft(user=ada, entry_id=entry.pk, revision=number, fields=fields)
    return again(entry)


@pytest.fixture
def published(blog, ada):
    entry = publish_entry(blog, ada, body="<p>Ferries are suspended.</p>")
    fields = {"body": "<p>Ferries are running.</p>"}
    return actions.edit(user=ada, entry_id=entry.pk, revision=entry.revision, fields=fields)


def key(entry, number):
    return Revision.objects.get(entry=entry, number=number).pk


def test_any_two_revisions_are_compared(adas, draft):
    page = adas.open(compare_url(draft, key(draft, 1), key(draft, 3)))
    assert "Ferries are <del>suspended.</del><ins>cancelled.</ins>" in page
    assert "They say the same." in adas.open(compare_url(draft, key(draft, 1), key(draft, 1)))


def test_a_live_blogs_revisions_are_compared(adas, blog):
    adas.open(change_url(blog)).press(standfirst="Now the storm is over.")
    old, new = list(Revision.objects.filter(blog=blog, entry=None).order_by("pk"))[-2:]
    assert "<ins>Now </ins>" in adas.open(compare_url(blog, old.pk, new.pk))


@pytest.mark.parametrize("odd", ["", "x", "²", "-1", "0", "9" * 30])
def test_what_is_no_revision_of_this_update_is_said(adas, draft, odd):
    page = adas.open(compare_url(draft, odd, key(draft, 1)))
    assert page.status == 404
    assert "Choose two revisions" in page


def test_a_revision_of_another_update_is_unknown(adas, ada, blog, draft):
    other = draft_entry(blog, ada, "<p>Elsewhere</p>")
    page = adas.open(compare_url(draft, key(other, 1), key(draft, 1)))
    assert page.status == 404
    assert "Elsewhere" not in page
    assert adas.open(restore_url(draft, 9)).status == 404


def test_a_draft_gets_its_earlier_text_back_as_a_new_revision(adas, draft):
    assert "Restore revision 1" in adas.open(history_url(draft))
    page = adas.open(restore_url(draft, 1))
    assert "<del>cancelled.</del><ins>suspended.</ins>" in page
    page.press()
    assert again(draft).body_text == "Ferries are suspended."
    assert again(draft).revision == 4


def test_restoring_over_a_colleagues_save_is_refused_first(adas, ada, draft):
    page = adas.open(restore_url(draft, 1))
    fields = {"headline": "Just in"}
    actions.save_draft(user=ada, entry_id=draft.pk, revision=3, fields=fields)
    page = page.press()
    assert page.status == 409
    assert "<del>Just in</del>" in page
    assert again(draft).headline == "Just in"
    page.press()
    assert again(draft).headline == ""


def test_what_stands_already_is_not_saved_again(adas, draft):
    assert "says the same already" in adas.open(restore_url(draft, 3)).press()
    assert again(draft).revision == 3


def test_a_published_update_is_restored_as_a_change_or_a_correction(adas, published, blog):
    version = again(blog).version
    page = adas.open(restore_url(published, 1))
    assert page.press().status == 200  # it has not been said how
    assert page.press(kind="correction").status == 200  # nor what was wrong
    assert page.press(kind="edit", note="Wrong").status == 200
    assert again(blog).version == version
    page.press(kind="correction", note="They never ran.")
    assert again(published).body_text == "Ferries are suspended."
    assert again(published).corrections.get().note == "They never ran."
    adas.open(restore_url(published, 2)).press(kind="edit")
    assert again(published).body_text == "Ferries are running."
    assert again(published).corrections.count() == 1
    assert again(published).display_at == published.display_at


def test_a_reporter_restores_nothing_of_a_colleagues(bens, draft, published):
    for entry in (draft, published):
        assert "Restore revision" not in bens.open(history_url(entry))
        page = bens.open(restore_url(entry, 1))
        assert page.status == 403
        page.press(kind="edit")
        assert again(entry).revision == entry.revision


def test_another_team_finds_no_way_in(dovs, draft):
    typed = {"revision": 3}
    assert dovs.open(compare_url(draft, key(draft, 1), key(draft, 2))).status == 404
    assert dovs.open(restore_url(draft, 1)).status == 404
    assert dovs.post(restore_url(draft, 1), typed).status == 404
    assert again(draft).revision == 3


def test_what_was_killed_only_chiefs_read(adas, chis, chi, published):
    words = "running"
    actions.kill(user=chi, entry_id=published.pk, reason="Wrong")
    compare = compare_url(published, key(published, 1), key(published, 2))
    assert adas.open(compare).status == 403
    for page in (adas.open(history_url(published)), adas.entry(published)):
        assert words not in page
        assert "only chiefs read it" in page
    assert words in chis.open(history_url(published))
    assert words in chis.entry(published)
    assert chis.open(compare).status == 200


def test_what_was_killed_and_erased_never_comes_back(adas, chi, published):
    actions.kill(user=chi, entry_id=published.pk, reason="Wrong")
    page = adas.open(restore_url(published, 1))
    assert "cannot be done" in page
    page.press()
    actions.erase_killed(user=chi, entry_id=published.pk)
    assert adas.open(restore_url(published, 1)).status == 404
    assert "Restore revision" not in adas.open(history_url(published))
    assert adas.open(compare_url(published, key(published, 1), key(published, 2))).status == 404
    assert again(published).body_text == ""
