"""Tags in the admin's forms, and in what it says of two states of an update."""

from liveblog import actions
from liveblog.models import Entry, Revision
from tests.admin.desk import compare_url, history_url, restore_url
from tests.cast import again, draft_entry, publish_entry

TEXT = "<p>Ferries are suspended.</p>"


def retag(entry, user, *tags):
    return actions.edit(
        user=user, entry_id=entry.pk, revision=entry.revision, fields={"tags": list(tags)}
    )


def test_one_field_takes_them_all(adas, blog):
    adas.write(blog).press("publish", body=TEXT, tags="#flood, Power cuts,")
    entry = Entry.objects.get()
    assert entry.tags == ["flood", "Power cuts"]
    page = adas.entry(entry)
    assert page.form.values["tags"] == "flood, Power cuts"
    page.press(tags="flood")
    assert again(entry).tags == ["flood"]


def test_saving_what_was_shown_changes_nothing(adas, ada, blog):
    entry = publish_entry(blog, ada, tags=["flood", "Power cuts"])
    adas.entry(entry).press("save")
    assert again(entry).revision == entry.revision


def test_a_refusal_stands_at_the_field_with_what_was_typed(adas, blog):
    page = adas.write(blog).press("publish", body=TEXT, tags="flood, up & down")
    assert "contains “&amp;”; letters, digits" in page
    assert page.form.values["tags"] == "flood, up & down"
    assert not Entry.objects.exists()


def test_the_field_says_what_colleagues_use(adas, ada, blog):
    assert "In use here" not in adas.write(blog)
    draft_entry(blog, ada, tags=["flood"])
    assert "In use here: flood." in adas.write(blog)


def test_both_lists_are_shown_after_a_stale_save(adas, ada, chi, blog):
    entry = publish_entry(blog, ada, tags=["flood"])
    page = adas.entry(entry)
    retag(entry, chi, "roads")
    page = page.press("save", tags="flood, ferries")
    assert "<ins>flood, ferries</ins>" in page
    assert again(entry).tags == ["roads"]


def test_revisions_are_compared_and_restored_with_their_tags(adas, ada, blog):
    entry = publish_entry(blog, ada, tags=["flood"])
    first = Revision.objects.get(entry=entry)
    entry = retag(entry, ada, "flood", "roads")
    second = Revision.objects.get(entry=entry, number=entry.revision)
    assert "roads</ins>" in adas.open(compare_url(entry, first.pk, second.pk))
    assert "flood, roads" in adas.open(history_url(entry))
    adas.open(restore_url(entry, first.number)).press(kind="edit")
    assert again(entry).tags == ["flood"]


def test_a_revision_from_before_there_were_tags_had_none(adas, ada, blog):
    entry = publish_entry(blog, ada)
    old = Revision.objects.get(entry=entry)
    del old.snapshot["fields"]["tags"]
    old.save()
    entry = retag(entry, ada, "flood")
    adas.open(restore_url(entry, old.number)).press(kind="edit")
    assert again(entry).tags == []


def test_a_working_copy_keeps_its_tags_to_itself(adas, ada, blog):
    entry = publish_entry(blog, ada, tags=["flood"])
    copy = actions.save_working_copy(
        user=ada, entry_id=entry.pk, fields={"tags": ["flood", "roads"]}, based_on=entry.revision
    )
    page = adas.open(f"/admin/liveblog/workingcopy/{copy.pk}/change/")
    assert page.form.values["tags"] == "flood, roads"
    page.press("edit", tags="roads")
    assert again(entry).tags == ["roads"]
