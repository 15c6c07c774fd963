"""The history of an update at the desk: compared word by word, and taken up without overwriting."""

import pytest

from liveblog import actions
from liveblog.models import Revision
from tests.cast import again, draft_entry, publish_entry
from tests.wire.arriving import arrive, feed_of, killed


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


@pytest.fixture
def entry(blog, ada, chi):
    entry = publish_entry(blog, ada, "<p>Two ferries are lost.</p>", headline="Ferries")
    more = {"entry_id": entry.pk, "fields": {"body": "<p>Three ferries are lost.</p>"}}
    return actions.edit(user=chi, revision=entry.revision, **more)


def keys(entry):
    return list(Revision.objects.filter(entry=entry).order_by("pk").values_list("pk", flat=True))


def test_it_says_who_saved_what_and_by_which_verb(adas, entry):
    told = adas.ask("history", entry.pk).json()
    assert told["title"] == "History of update 1"
    for words in ("Changed", "Chi", "Published", "Ada", "revision 2", "What changed"):
        assert words in told["html"], words


def test_two_revisions_are_compared_word_by_word(adas, entry):
    old, new = keys(entry)
    html = adas.ask("history", entry.pk, old=old, new=new).json()["html"]
    assert "From revision 1 to revision 2" in html
    assert "<del>Two </del>" in html
    assert "<ins>Three </ins>" in html


def test_an_earlier_text_comes_into_the_composer_and_changes_nothing(adas, entry):
    told = adas.ask("earlier", entry.pk, 1).json()
    assert told["proposed"]["values"]["body"] == "<p>Two ferries are lost.</p>"
    assert told["values"]["body"] == "<p>Three ferries are lost.</p>"
    assert told["revision"] == 2
    assert "Nothing is changed until you save it" in told["notice"]
    assert again(entry).body_text == "Three ferries are lost."


def test_what_says_the_same_is_not_proposed(adas, entry):
    answer = adas.ask("earlier", entry.pk, 2)
    assert (answer.status_code, answer.json()["message"]) == (
        409,
        "The update says the same already.",
    )


def test_another_updates_revisions_are_not_its_own(adas, entry, blog, ada):
    other = keys(draft_entry(blog, ada))[0]
    assert adas.ask("history", entry.pk, old=other, new=keys(entry)[0]).status_code == 404
    assert adas.ask("earlier", entry.pk, 9).status_code == 404


def test_erased_text_is_in_no_history(adas, chi, entry):
    actions.kill(user=chi, entry_id=entry.pk, reason="Not true")
    actions.erase_killed(user=chi, entry_id=entry.pk)
    html = adas.ask("history", entry.pk).json()["html"]
    assert "ferries are lost" not in html
    assert "The text of this revision has been erased." in html
    assert adas.ask("earlier", entry.pk, 1).status_code == 409


def test_what_is_killed_only_chiefs_read(adas, bens, chis, chi, entry, caplog):
    caplog.set_level("INFO")
    actions.kill(user=chi, entry_id=entry.pk, reason="Not true")
    old, new = keys(entry)[:2]
    for person in (adas, bens):
        html = person.ask("history", entry.pk).json()["html"]
        assert "ferries are" not in html
        assert "Chi" in html
        assert "only chiefs" in html
        assert person.ask("history", entry.pk, old=old, new=new).status_code == 403
    assert "entry.read_killed" not in caplog.text
    assert "ferries are lost" in chis.ask("history", entry.pk).json()["html"]
    assert "entry.read_killed" in caplog.text


def test_an_agencys_copy_comes_back_bound_to_its_item(adas, feed, blog, ada):
    entry = publish_entry(blog, ada, "<p>Ours.</p>")
    item = arrive(feed)
    for body, bound in ((item.body, item.pk), ("<p>Ours.</p>", None)):
        fields, revision = {"body": body, "built_from": bound}, again(entry).revision
        actions.edit(user=ada, entry_id=entry.pk, revision=revision, fields=fields)
    assert adas.ask("earlier", entry.pk, 2).json()["proposed"]["values"]["built_from"] == item.pk
    killed(feed)
    refused = adas.ask("earlier", entry.pk, 2)
    assert (refused.status_code, "killed" in refused.json()["message"]) == (409, True)


def test_a_reporter_reads_what_they_cannot_restore(bens, entry):
    told = bens.ask("history", entry.pk).json()
    assert "data-earlier" not in told["html"]
    assert bens.ask("earlier", entry.pk, 1).status_code == 409


def test_another_team_learns_nothing(dovs, entry):
    assert dovs.ask("history", entry.pk).status_code == 404
