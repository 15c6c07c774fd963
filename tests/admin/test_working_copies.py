"""A working copy: edits of a published update that readers see only when an editor says so."""

import pytest
from django.urls import reverse

from liveblog import actions
from liveblog.models import Entry, WorkingCopy
from tests.admin.desk import change_url, verb_url
from tests.cast import again, publish_entry

NEW = "<p>Ferries are running again.</p>"
LIST = "admin:liveblog_workingcopy_changelist"


@pytest.fixture
def entry(blog, ada):
    return publish_entry(blog, ada)


@pytest.fixture
def copy(entry, ada):
    return actions.save_working_copy(
        user=ada, entry_id=entry.pk, fields={"body": NEW}, based_on=entry.revision
    )


def test_it_is_begun_from_the_updates_page(adas, entry):
    page = adas.post(verb_url(entry, "working-copy"), {"revision": entry.revision})
    copy = WorkingCopy.objects.get(entry=entry)
    assert page.url == change_url(copy)
    assert "readers see nothing of it" in page
    assert "Nothing yet: the copy says what the update says." in page


def test_keeping_it_changes_nothing_public(adas, entry, copy):
    page = adas.open(change_url(copy)).press("save", body="<p>Ferries run at noon.</p>")
    assert "Readers see nothing of it yet" in page
    assert again(copy).fields["body"] == "<p>Ferries run at noon.</p>"
    assert again(entry).body_text == "Ferries are suspended."


def test_the_updates_page_leads_to_it(adas, entry, copy):
    assert f'href="{change_url(copy)}"' in adas.entry(entry)
    assert "Begin a working copy" not in adas.entry(entry)


def test_it_is_published_as_an_edit_and_is_gone(adas, entry, copy):
    page = adas.open(change_url(copy)).press("edit")
    assert page.url == change_url(entry)
    assert again(entry).body == NEW
    assert not WorkingCopy.objects.exists()


def test_it_is_published_as_a_correction_with_its_note(adas, entry, copy):
    adas.open(change_url(copy)).press("correct", note="They run again.", kind="correction")
    assert again(entry).body == NEW
    assert again(entry).corrections.get().note == "They run again."


def test_a_note_is_not_lost_in_a_plain_edit(adas, entry, copy):
    page = adas.open(change_url(copy)).press("edit", note="They run again.")
    assert "Publish as a correction" in page
    assert "They run again." in page
    assert again(entry).body != NEW


def test_an_editor_takes_over_a_colleagues_copy(chis, entry, copy):
    chis.open(change_url(copy)).press("edit", headline="Ferries back")
    assert (again(entry).headline, again(entry).body) == ("Ferries back", NEW)
    assert not WorkingCopy.objects.exists()


def test_a_time_nobody_touched_keeps_its_seconds(adas, entry, copy):
    before = again(entry).display_at
    adas.open(change_url(copy)).press("edit")
    assert again(entry).display_at == before


def test_a_colleagues_newer_copy_is_shown_and_not_overwritten(adas, ada, entry, copy):
    page = adas.open(change_url(copy))
    theirs = {"body": "<p>No ferries.</p>"}
    actions.save_working_copy(
        user=ada, entry_id=entry.pk, fields=theirs, based_on=1, revision=copy.revision
    )
    page = page.press("edit", body="<p>Mine.</p>")
    assert page.status == 409
    assert "No ferries." in page
    assert again(entry).body_text == "Ferries are suspended."
    assert page.press("edit").status == 200
    assert again(entry).body == "<p>Mine.</p>"


def test_an_update_changed_since_is_shown_before_it_is_replaced(adas, chi, entry, copy):
    fields = {"body": "<p>Ferries are late.</p>"}
    actions.edit(user=chi, entry_id=entry.pk, revision=entry.revision, fields=fields)
    page = adas.open(change_url(copy))
    assert "changed after this copy was begun" in page
    page = page.press("edit")
    assert (page.status, again(entry).body_text) == (409, "Ferries are late.")
    page.press("edit")
    assert again(entry).body == NEW


def test_discarding_is_asked_first(adas, entry, copy):
    page = adas.verb(copy, "discard")
    assert "Readers see no difference" in page
    assert WorkingCopy.objects.exists()
    assert page.press().url == change_url(entry)
    assert not WorkingCopy.objects.exists()


def test_discarding_what_a_colleague_saved_since_is_refused(adas, ada, entry, copy):
    page = adas.verb(copy, "discard")
    actions.save_working_copy(
        user=ada, entry_id=entry.pk, fields={"body": NEW}, based_on=1, revision=copy.revision
    )
    assert page.press().status == 409
    assert WorkingCopy.objects.exists()


def test_a_reporter_reads_a_colleagues_copy_and_changes_nothing(bens, entry, copy):
    page = bens.open(change_url(copy))
    assert page.buttons == []
    assert "Ferries are running again." in page
    for verb in ("save", "edit", "correct"):
        answer = bens.post(change_url(copy), {"verb": verb, "revision": 1, "based_on": 1})
        assert answer.status in (200, 403)
    assert bens.post(verb_url(copy, "discard"), {"revision": 1}).status == 403
    assert (again(copy).revision, again(entry).revision) == (1, 1)


def test_a_reporter_works_on_their_own_published_update(bens, ada, ben, blog):
    mine = actions.create_draft(user=ben, blog_id=blog.pk, fields={"body": "<p>Quay shut.</p>"})
    actions.publish(user=ada, entry_id=mine.pk, revision=1, fields={})
    page = bens.post(verb_url(mine, "working-copy"), {"revision": 2})
    assert page.buttons == ["save"]
    page.press("save", body="<p>Quay open.</p>")
    assert WorkingCopy.objects.get().fields["body"] == "<p>Quay open.</p>"
    assert bens.open(change_url(WorkingCopy.objects.get())).press("edit").status == 403


def test_dov_finds_no_working_copy(dovs, copy):
    assert "Ferries" not in dovs.open(reverse(LIST))
    assert "suspended" not in dovs.open(f"{reverse(LIST)}?q=Ferries")
    assert dovs.open(change_url(copy)).status == 404
    assert dovs.post(change_url(copy), {"verb": "save"}).status == 404
    assert dovs.open(verb_url(copy, "discard")).status == 404


def test_the_list_says_how_each_stands(adas, chi, entry, copy):
    assert "on the newest text" in adas.open(reverse(LIST))
    Entry.objects.filter(pk=entry.pk).update(revision=5)
    assert "changed since" in adas.open(reverse(LIST))


@pytest.mark.parametrize("typed", [{"body": "<p>\x00</p>"}, {"based_on": "99999999999"}])
def test_bad_input_keeps_what_was_typed(adas, entry, copy, typed):
    page = adas.open(change_url(copy)).press("save", **{"headline": "Ferries back"} | typed)
    assert "Ferries back" in page
    assert "headline" not in again(copy).fields


def test_it_goes_through_review_in_the_admin_too(adas, bens, blog, ada, ben):
    draft = actions.create_draft(user=ben, blog_id=blog.pk, fields={"body": "<p>Old.</p>"})
    entry = actions.publish(user=ada, entry_id=draft.pk, revision=draft.revision)
    copy = actions.save_working_copy(
        user=ben, entry_id=entry.pk, fields={"body": NEW}, based_on=entry.revision
    )
    bens.post(verb_url(copy, "submit"), {"revision": 1, "note": "They sail."})
    page = adas.open(change_url(copy))
    assert "In review: They sail." in page
    adas.post(verb_url(copy, "return"), {"revision": 2, "note": "Since when?"})
    assert "Returned: Since when?" in bens.open(change_url(copy))
    bens.post(verb_url(copy, "submit"), {"revision": 3})
    assert "What would change" in adas.open(verb_url(copy, "approve"))
    adas.post(verb_url(copy, "approve"), {"revision": 4, "kind": "edit"})
    assert again(entry).body == NEW


def test_a_reporter_does_not_approve_their_own(bens, blog, ada, ben):
    draft = actions.create_draft(user=ben, blog_id=blog.pk, fields={"body": "<p>Old.</p>"})
    entry = actions.publish(user=ada, entry_id=draft.pk, revision=draft.revision)
    copy = actions.save_working_copy(
        user=ben, entry_id=entry.pk, fields={"body": NEW}, based_on=entry.revision
    )
    actions.submit_working_copy(user=ben, entry_id=entry.pk, revision=1)
    page = bens.post(verb_url(copy, "approve"), {"revision": 2, "kind": "edit"})
    assert page.status == 403
    assert again(entry).body_text == "Old."
