"""Changes to a published update, proposed, reviewed and published at the desk."""

import pytest

from liveblog import actions
from liveblog.models import WorkingCopy
from tests.cast import again, draft_entry, publish_entry
from tests.desk.people import composed

NEW = "<p>Ferries are running again.</p>"


@pytest.fixture
def entry(blog, ada, ben):
    draft = draft_entry(blog, ben)
    return actions.publish(user=ada, entry_id=draft.pk, revision=draft.revision)


def write(person, entry, verb, **typed):
    copy = WorkingCopy.objects.filter(entry=entry).first()
    data = composed(verb, again(entry), **{"body": NEW, **typed})
    data["revision"] = copy.revision if copy else 0
    data["based_on"] = typed.get("based_on", copy.based_on if copy else again(entry).revision)
    return person.client.post(person.url("save-copy", entry.pk), data)


def do(person, entry, verb, **typed):
    copy = WorkingCopy.objects.get(entry=entry)
    return person.send("copy-verb", entry.pk, verb, **({"revision": copy.revision} | typed))


def item(answer, entry):
    [found] = [each for each in answer.json()["copies"] if each["id"] == f"copy-{entry.pk}"]
    return found


def test_a_reporter_begins_with_what_readers_see(bens, entry):
    assert 'data-act="propose"' in shown_to(bens, entry)
    told = bens.ask("copy", entry.pk).json()
    assert told["values"]["body"] == "<p>Ferries are suspended.</p>"
    assert (told["path"], told["based_on"]) == (f"entries/{entry.pk}/copy", entry.revision)
    assert [each["verb"] for each in told["buttons"]] == ["save", "submit"]
    assert not WorkingCopy.objects.exists()


def shown_to(person, entry):
    entries = person.changes(0).json()["entries"]
    return next(each["html"] for each in entries if each["id"] == entry.pk)


def test_kept_it_stays_in_the_composer_and_nobody_sees_it(bens, entry):
    told = write(bens, entry, "save").json()
    assert told["message"] == "Kept. Readers see nothing of it yet."
    assert told["composition"]["values"]["body"] == NEW
    assert again(entry).body_text == "Ferries are suspended."


def test_submitted_editors_see_it_word_by_word(bens, adas, entry):
    answer = write(bens, entry, "submit", review_note="They sail since noon.")
    assert answer.json()["composition"] is None
    html = item(adas.changes(0), entry)["html"]
    assert "Changes to update 1, by Ben, in review" in html
    assert "They sail since noon." in html
    assert "<del>suspended" in html
    assert "<ins>running again" in html
    for verb in ("approve", "return", "discard"):
        assert f'data-verb="{verb}"' in html


def test_it_is_among_what_is_in_progress_when_the_desk_is_opened_or_filtered(bens, adas, entry):
    write(bens, entry, "submit")
    assert "Changes to update 1" in adas.open().content.decode()
    for state, there in (("", True), ("in_review", True), ("draft", False)):
        progress = adas.ask("items", state=state).json()["progress"]
        assert [each["id"] for each in progress] == [f"copy-{entry.pk}"] * there


def test_approved_it_is_published_and_gone_from_the_list(bens, adas, entry):
    write(bens, entry, "submit")
    question = adas.ask("copy-verb", entry.pk, "approve").json()
    assert "What would change" in question["html"]
    answer = do(adas, entry, "approve", kind="correction", note="They run again.")
    assert answer.json()["message"] == "The changes are published."
    assert item(answer, entry)["html"] == ""
    assert again(entry).corrections.get().note == "They run again."


def test_before_an_approval_it_is_shown_as_readers_will_see_it(bens, adas, entry):
    write(bens, entry, "submit")
    asked = adas.ask("copy-verb", entry.pk, "approve").json()["html"]
    assert "What readers will see" in asked
    assert "Ferries are running again." in asked
    for kind, there in (("correction", True), ("edit", False)):
        told = adas.ask("copy-shown", entry.pk, kind=kind, note="They run again.").json()
        assert ("They run again." in told["html"]) is there


def test_an_approval_says_whether_readers_are_told(bens, adas, entry):
    write(bens, entry, "submit")
    answer = do(adas, entry, "approve")
    assert answer.status_code == 422
    assert "Say whether readers are told." in answer.json()["message"]


def test_returned_its_note_stands_on_its_authors_desk_and_in_the_composer(bens, adas, entry):
    write(bens, entry, "submit")
    do(adas, entry, "return", note="Since when?")
    html = item(bens.changes(0), entry)["html"]
    assert "Since when?" in html
    assert "by Ben, returned" in html
    told = bens.ask("copy", entry.pk).json()
    assert told["notice"] == "Returned: Since when?"
    assert told["values"]["body"] == NEW


def test_in_review_its_author_can_only_take_it_back(bens, entry):
    write(bens, entry, "submit")
    assert bens.ask("copy", entry.pk).status_code == 409
    assert write(bens, entry, "save").status_code == 409
    html = item(bens.changes(0), entry)["html"]
    assert 'data-verb="discard"' in html
    assert 'data-verb="approve"' not in html
    assert do(bens, entry, "approve", kind="edit").status_code == 403
    assert do(bens, entry, "discard").status_code == 200
    assert not WorkingCopy.objects.exists()


def test_an_editor_publishes_from_the_composer(bens, adas, entry):
    write(bens, entry, "submit")
    answer = write(adas, entry, "edit", body="<p>Ferries run, says the port.</p>")
    assert answer.json()["message"] == "Update 1 is changed."
    assert again(entry).body_text == "Ferries run, says the port."
    assert not WorkingCopy.objects.exists()


def test_if_the_same_was_changed_since_both_texts_are_shown(bens, adas, chi, entry):
    write(bens, entry, "submit")
    more = {"revision": entry.revision, "fields": {"body": "<p>From Chi.</p>"}}
    actions.edit(user=chi, entry_id=entry.pk, **more)
    assert "The same was changed" in item(adas.changes(0), entry)["html"]
    assert "The same was changed" in adas.ask("copy", entry.pk).json()["notice"]
    answer = write(adas, entry, "edit")
    told = answer.json()
    assert (answer.status_code, told["code"], told["who"]) == (409, "stale", "Chi")
    assert told["current"]["based_on"] == again(entry).revision
    assert told["current"]["values"]["body"] == "<p>From Chi.</p>"
    assert told["began"]["values"]["body"] == "<p>Ferries are suspended.</p>"
    merged = write(adas, entry, "edit", body="<p>Both.</p>", based_on=again(entry).revision)
    assert merged.status_code == 200
    assert again(entry).body_text == "Both."


def test_what_was_changed_elsewhere_is_in_the_composer_and_stays(bens, adas, chi, entry):
    write(bens, entry, "submit")
    at = entry.display_at.replace(second=17)
    actions.re_time(user=chi, entry_id=entry.pk, revision=entry.revision, display_at=at)
    html = item(adas.changes(0), entry)["html"]
    assert "The same was changed" not in html
    assert "Display time" not in html
    told = adas.ask("copy", entry.pk).json()
    assert told["based_on"] == again(entry).revision
    assert do(adas, entry, "approve", kind="edit").status_code == 200
    assert (again(entry).display_at, again(entry).body_text) == (at, "Ferries are running again.")


def test_a_preview_shows_what_readers_would_see(bens, entry):
    data = composed("preview", entry, body=NEW) | {"based_on": entry.revision}
    told = bens.client.post(bens.url("preview-copy", entry.pk), data).json()
    html = told["html"]
    assert told["credit_line"]["changed"] is False
    assert "Ferries are running again." in html
    assert again(entry).body_text == "Ferries are suspended."


def test_a_colleagues_update_is_not_a_reporters_to_change(bens, blog, ada):
    entry = publish_entry(blog, ada)
    assert 'data-act="propose"' not in shown_to(bens, entry)
    assert bens.ask("copy", entry.pk).status_code == 409
    assert write(bens, entry, "submit").status_code == 409


def test_of_a_killed_update_nothing_stays(bens, adas, ada, entry):
    write(bens, entry, "submit")
    actions.kill(user=ada, entry_id=entry.pk, reason="Not true")
    assert item(adas.changes(0), entry)["html"] == ""
    assert adas.ask("copy", entry.pk).status_code == 409


def test_another_team_learns_nothing(dovs, entry):
    assert dovs.ask("copy", entry.pk).status_code == 404


def test_sent_twice_it_is_kept_or_submitted_once(bens, entry):
    for verb, state in (("save", "open"), ("submit", "in_review")):
        known = WorkingCopy.objects.filter(entry=entry).first()
        revision = known.revision if known else 0
        for _ in range(2):
            data = composed(verb, again(entry), body=NEW) | {"based_on": 1, "revision": revision}
            answer = bens.client.post(bens.url("save-copy", entry.pk), data)
            assert answer.status_code == 200, verb
        assert WorkingCopy.objects.get().state == state
