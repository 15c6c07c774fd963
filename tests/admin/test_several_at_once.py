"""A verb for several updates: asked first, done one by one, the result told for each."""

import pytest
from django.urls import reverse

from liveblog import actions
from liveblog.models import Entry
from tests.admin.desk import change_url
from tests.cast import again, draft_entry, publish_entry

LIST = "admin:liveblog_entry_changelist"


def together(name, *pks):
    query = "&".join(f"id={pk}" for pk in pks)
    return f"{reverse('admin:liveblog_entry_together', args=[name])}?{query}"


@pytest.fixture
def draft(blog, ada):
    return draft_entry(blog, ada, "<p>Schools close.</p>")


@pytest.fixture
def entry(blog, ada):
    return publish_entry(blog, ada)


def test_the_list_leads_to_a_page_that_asks(adas, draft, entry):
    data = {"action": "discard", "_selected_action": [draft.pk, entry.pk], "index": 0}
    page = adas.post(reverse(LIST), data)
    assert page.url == together("discard", draft.pk, entry.pk)
    assert "Schools close." in page
    assert "It is published now, so that cannot be done." in page
    assert "Discard: 1 of 2" in page
    assert again(draft).state == Entry.State.DRAFT


def test_rows_of_pages_nobody_read_are_not_taken(adas, draft):
    data = {"action": "kill", "_selected_action": [draft.pk], "index": 0, "select_across": "1"}
    assert "Choose the rows one by one" in adas.post(reverse(LIST), data)


def test_each_row_tells_what_came_of_it(adas, draft, entry):
    page = adas.open(together("discard", draft.pk, entry.pk)).press()
    assert "Done with 1 of 2." in page
    assert "It is published now" in page
    assert (again(draft).state, again(entry).state) == ("discarded", "published")


def test_submitted_and_approved_as_they_stand(adas, bens, ben, blog):
    mine = [draft_entry(blog, ben, f"<p>Part {n}.</p>") for n in (1, 2)]
    pks = [entry.pk for entry in mine]
    assert "Done with 2 of 2." in bens.open(together("submit", *pks)).press()
    page = adas.open(together("approve", *pks))
    assert "readers see them at once" in page
    assert "Done with 2 of 2." in page.press()
    assert [again(entry).number for entry in mine] == [1, 2]


def test_withdrawn_with_one_note(adas, entry):
    adas.open(together("withdraw", entry.pk)).press(note="Wrong town")
    assert again(entry).revisions.first().note == "Wrong town"


def test_a_kill_wants_its_word_and_reason(adas, draft, entry):
    page = adas.open(together("kill", draft.pk, entry.pk))
    assert again(entry).state == "published"
    page = page.press(reason="Untrue", word="kill")
    assert "Type KILL, in capitals." in page
    assert "Untrue" in page
    assert again(entry).state == "published"
    assert "Done with 2 of 2." in page.press(word="KILL")
    assert {again(row).state for row in (draft, entry)} == {"killed"}


def test_a_missing_reason_is_told_per_row(adas, entry):
    page = adas.open(together("kill", entry.pk)).press(word="KILL")
    assert "Say why it is killed." in page
    assert again(entry).state == "published"


def test_a_row_somebody_saved_since_is_left_alone(adas, ada, draft):
    page = adas.open(together("discard", draft.pk))
    fields = {"headline": "Later"}
    actions.save_draft(user=ada, entry_id=draft.pk, revision=draft.revision, fields=fields)
    page = page.press()
    assert "Done with 0 of 1." in page
    assert again(draft).state == Entry.State.DRAFT


def test_a_reporter_reaches_their_own_drafts_alone(bens, adas, ben, blog, draft):
    own = draft_entry(blog, ben)
    page = bens.open(together("discard", own.pk, draft.pk))
    assert "Your role does not reach that far here." in page
    page.press()
    assert (again(own).state, again(draft).state) == ("discarded", "draft")
    assert 'value="approve"' not in bens.open(reverse(LIST))
    assert 'value="approve"' in adas.open(reverse(LIST))
    assert "It can be done with none" in bens.open(together("kill", draft.pk))


@pytest.mark.parametrize("name", ["submit", "approve", "discard", "withdraw", "kill"])
def test_another_teams_rows_are_as_unknown_as_none(dovs, draft, name):
    page, none = dovs.open(together(name, draft.pk)), dovs.open(together(name, 999999))
    assert "Schools close." not in page
    assert page.html.replace(str(draft.pk), "").count("no such update that you may see") == 1
    assert none.html.count("no such update that you may see") == 1
    data = {"reason": "x", "word": "KILL", f"revision-{draft.pk}": 1}
    dovs.post(together(name, draft.pk), data)
    assert again(draft).state == Entry.State.DRAFT


@pytest.mark.parametrize("pks", [[], ["x"], ["-1"], [10**30], range(51)])
def test_nonsense_is_answered_in_words(adas, draft, pks):
    page = adas.open(together("discard", *pks))
    assert page.status == 200
    assert again(draft).state == Entry.State.DRAFT


def test_an_unknown_verb_is_not_found(adas, nobodys, draft):
    assert adas.open(together("erase", draft.pk)).status == 404
    assert adas.client.put(together("kill", draft.pk)).status_code == 405
    assert "login" in str(nobodys.open(together("kill", draft.pk)).response.redirect_chain)
    assert change_url(draft) in adas.open(together("kill", draft.pk))
