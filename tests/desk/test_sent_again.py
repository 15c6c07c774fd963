"""An answer that was lost: what is sent again is recognised, whatever happened in between."""

from liveblog import actions
from liveblog.models import Entry, Revision
from tests.cast import again, publish_entry

TEXT = "<p>Ferries stop at noon, the port says.</p>"


def edited_by(user, entry, body):
    actions.edit(
        user=user, entry_id=entry.pk, revision=again(entry).revision, fields={"body": body}
    )


def test_a_change_that_had_arrived_is_not_called_refused_when_a_colleague_saved_upon_it(
    adas, ada, chi, blog
):
    entry = publish_entry(blog, ada)
    assert adas.write("save", entry, body=TEXT).status_code == 200  # this answer was lost
    edited_by(chi, entry, "<p>Chi's text.</p>")
    answer = adas.write("save", entry, body=TEXT)
    assert (answer.status_code, answer.json()["message"]) == (
        200, "Saved already; it has been changed again since.",
    )  # fmt: skip
    assert answer.json()["composition"] is None
    assert (again(entry).body_text, again(entry).revision) == ("Chi's text.", 3)


def test_so_is_a_correction_with_its_note(adas, ada, chi, blog):
    entry = publish_entry(blog, ada)
    typed = {"body": TEXT, "note": "It said at one.", "kind": "correction"}
    assert adas.write("correct", entry, **typed).status_code == 200
    edited_by(chi, entry, "<p>Chi's text.</p>")
    assert adas.write("correct", entry, **typed).status_code == 200
    assert again(entry).corrections.count() == 1
    assert adas.write("correct", entry, **typed | {"note": "Another."}).status_code == 409


def test_a_colleagues_same_words_or_other_words_are_shown_as_ever(adas, ada, chi, blog):
    entry = publish_entry(blog, ada)
    edited_by(chi, entry, TEXT)
    edited_by(chi, entry, "<p>Chi's text.</p>")
    assert adas.write("save", entry, body=TEXT).json()["code"] == "stale"
    other = publish_entry(blog, ada)
    assert adas.write("save", other, body=TEXT).status_code == 200
    edited_by(chi, other, "<p>Chi's text.</p>")
    assert adas.write("save", other, body="<p>Other words.</p>").json()["code"] == "stale"


def test_a_publication_that_had_arrived_is_not_asked_about_when_a_colleague_wrote_the_same(
    adas, chis, chi, blog
):
    assert adas.write("publish", body=TEXT).status_code == 200
    same = chis.write("publish", body=TEXT, idempotency_key="of-chis-composition")
    assert same.json()["code"] == "alike"
    actions.publish_new(user=chi, blog_id=blog.pk, fields={"body": TEXT})
    answer = adas.write("publish", body=TEXT)
    assert (answer.status_code, answer.json()["message"]) == (200, "Published as update 1.")
    assert Entry.objects.count() == 2
    assert Revision.objects.filter(entry__isnull=False).count() == 2
