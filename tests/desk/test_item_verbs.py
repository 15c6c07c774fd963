"""The buttons of an item and of the coverage: asked about in place, done by the verbs."""

import re

import pytest

from liveblog import actions
from liveblog.models import Entry
from tests.cast import again, draft_entry, publish_entry
from tests.desk.people import Person, shown


def buttons(answer, entry):
    """The verbs on an item as a person sees it."""
    html = shown(answer)[entry.pk]["html"]
    return set(re.findall(r'<button[^>]*data-(?:verb|act)="([\w-]+)"', html))


def test_a_question_changes_nothing(adas, ada, blog):
    entry = publish_entry(blog, ada)
    told = adas.ask("verb", entry.pk, "withdraw").json()
    assert told["title"] == "Withdraw"
    assert 'name="note"' in told["html"]
    assert again(entry).revision == 1


def test_withdraw_and_restore(adas, ada, blog):
    entry = publish_entry(blog, ada)
    answer = adas.do(entry, "withdraw", note="Checking")
    assert answer.json()["message"] == "Withdrawn: readers no longer see it."
    assert "is-withdrawn" in shown(answer)[entry.pk]["html"]
    assert adas.do(again(entry), "restore").status_code == 200
    assert again(entry).state == "published"


@pytest.mark.parametrize("typed", [{"word": "kill", "reason": "x"}, {"word": "KILL", "reason": ""}])
def test_a_kill_needs_the_word_and_a_reason(adas, ada, blog, typed):
    entry = publish_entry(blog, ada)
    answer = adas.do(entry, "kill", **typed)
    assert answer.status_code == 422
    assert answer.json()["errors"]
    assert again(entry).state == "published"


def test_a_kill_leaves_a_line_and_its_reason(adas, ada, blog):
    entry = publish_entry(blog, ada, "<p>Nobody may read this.</p>")
    answer = adas.do(entry, "kill", word="KILL", reason="Not true")
    html = shown(answer)[entry.pk]["html"]
    assert "Killed: Not true" in html
    assert "Nobody may read this" not in html
    assert adas.do(again(entry), "restore").status_code == 409


def test_pin_marks_one_and_unmarks_the_other(adas, ada, blog):
    first, second = publish_entry(blog, ada), publish_entry(blog, ada)
    adas.do(first, "pin")
    items = shown(adas.do(second, "pin"))
    assert ">Pinned<" in items[second.pk]["html"]
    assert ">Pinned<" not in items[first.pk]["html"]
    assert ">Pinned<" not in shown(adas.do(second, "unpin"))[second.pk]["html"]


def test_re_time_and_key_event(adas, ada, blog):
    entry = publish_entry(blog, ada)
    assert adas.do(entry, "re-time", display_at="2023-01-05T04:00").status_code == 200
    assert again(entry).display_at.isoformat() == "2023-01-05T09:00:00+00:00"
    adas.do(again(entry), "mark-key-event", key_event_title="Ferries stop")
    assert again(entry).is_key_event
    adas.do(again(entry), "unmark-key-event")
    assert not again(entry).is_key_event
    assert adas.do(again(entry), "key-event").status_code == 200
    assert (again(entry).is_key_event, again(entry).key_event_title) == (True, "Ferries stop")


def test_a_return_brings_its_note_to_the_author(adas, bens, ben, blog):
    entry = draft_entry(blog, ben)
    actions.submit(user=ben, entry_id=entry.pk, revision=1)
    adas.do(again(entry), "return", note="Who says so?")
    answer = bens.changes(0)
    assert "Who says so?" in shown(answer)[entry.pk]["html"]
    assert buttons(answer, entry) == {"edit", "discard"}


def test_what_somebody_else_did_first_is_told(adas, ada, chi, blog):
    entry = publish_entry(blog, ada)
    actions.edit(user=chi, entry_id=entry.pk, revision=1, fields={"headline": "New"})
    answer = adas.do(entry, "withdraw")
    assert (answer.status_code, answer.json()["code"]) == (409, "stale")
    assert "nothing was done" in answer.json()["message"]
    assert again(entry).state == "published"


def test_each_sees_the_buttons_of_their_role(adas, bens, chis, ada, ben, blog):
    own, theirs = draft_entry(blog, ben), draft_entry(blog, ada)
    public = publish_entry(blog, ada)
    gone = actions.kill(user=ada, entry_id=publish_entry(blog, ada).pk, reason="x")
    for_ben = bens.changes(0)
    assert buttons(for_ben, own) == {"edit", "discard"}
    assert buttons(for_ben, theirs) == buttons(for_ben, public) == buttons(for_ben, gone) == set()
    for_ada = adas.changes(0)
    assert buttons(for_ada, own) == {"edit", "discard", "kill"}
    assert buttons(for_ada, public) == {
        "edit", "propose", "later", "earlier", "pin", "key-event", "mark-key-event", "re-time",
        "withdraw", "kill",
    }  # fmt: skip
    assert buttons(for_ada, gone) == set()
    assert buttons(chis.changes(0), gone) == {"erase"}


def test_a_reporter_cannot_press_what_is_not_shown(bens, ada, blog):
    entry = publish_entry(blog, ada)
    for verb in ("withdraw", "kill", "pin", "approve"):
        answer = bens.do(entry, verb, word="KILL", reason="x")
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed"), verb
        assert bens.ask("verb", entry.pk, verb).status_code == 403
    assert bens.send("blog-verb", "end").status_code == 403
    assert again(entry).revision == 1


def test_no_such_button_is_404(adas, ada, blog):
    entry = publish_entry(blog, ada)
    assert adas.ask("verb", entry.pk, "delete").status_code == 404
    assert adas.ask("blog-verb", "delete").status_code == 404


def test_coverage_is_opened_ended_and_reopened(ada, planned_blog):
    person = Person(ada, planned_blog)
    for verb, status in [("open", "live"), ("end", "ended"), ("reopen", "live")]:
        assert person.ask("blog-verb", verb).json()["title"]
        told = person.send("blog-verb", verb).json()
        assert told["blog"]["status"] == status == again(planned_blog).status
    assert person.send("blog-verb", "open").status_code == 409


@pytest.mark.parametrize(
    ("status", "said", "verbs"),
    [
        ("planned", "Not public yet", {"open"}),
        ("ended", "The coverage has ended", {"reopen", "archive", "withdraw"}),
        ("archived", "Archived", {"reopen", "withdraw"}),
        ("withdrawn", "Withdrawn: readers see none of it", {"restore"}),
    ],
)
def test_the_page_says_what_can_be_done(chi, planned_blog, status, said, verbs):
    by = {"user": chi, "blog_id": planned_blog.pk}
    if status != "planned":
        actions.open_coverage(**by)
    if status in ("ended", "archived"):
        actions.end_coverage(**by)
    if status == "archived":
        actions.archive_blog(**by)
    if status == "withdrawn":
        actions.withdraw_blog(**by)
    person = Person(chi, planned_blog)
    page = person.open()
    assert said in page.content.decode()
    assert {verb.name for verb in page.context["verbs"]} == verbs
    refused = person.write("publish")
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong_state")
    assert person.write("save").status_code == 200
    assert Entry.objects.get().state == "draft"


def test_a_dialogs_fields_are_not_taken_for_the_composers(adas, ada, blog):
    entry = publish_entry(blog, ada)
    composers = ids(adas.open().content.decode())
    for verb in ("re-time", "mark-key-event", "withdraw", "kill"):
        asked = ids(adas.ask("verb", entry.pk, verb).json()["html"])
        assert asked
        assert not asked & composers


def ids(html):
    return set(re.findall(r'\bid="([^"]+)"', html))
