"""The history of an update: who, when, which verb, and what changed, word by word."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from liveblog.models import Revision
from tests.admin.desk import change_url, history_url
from tests.cast import credit, publish_entry


@pytest.fixture
def entry(adas, chis, ada, blog, northwire):
    entry = publish_entry(blog, ada, attributions=[credit(northwire)])
    chis.entry(entry).press(
        "correct", body="<p>Ferries are running.</p>", note="They never stopped."
    )
    return entry


def test_it_says_who_did_what_and_what_changed(adas, entry):
    page = adas.open(history_url(entry))
    assert page.html.index("Corrected") < page.html.index("Published")
    assert "They never stopped." in page
    assert "Chi," in page
    assert "Ferries are <del>suspended.</del><ins>running.</ins>" in page


def test_the_first_revision_is_shown_whole(adas, entry):
    page = adas.open(history_url(entry))
    assert "Ferries are suspended." in page
    assert "Northwire, reported" in page


def test_it_is_there_to_read_and_nothing_else(adas, entry):
    page = adas.open(history_url(entry))
    assert [form.buttons for form in page.forms.values()] == [[]]  # the choice of what to compare
    revision = Revision.objects.filter(entry=entry).first()
    assert adas.post(change_url(revision), {"verb": "x"}).status == 403


def test_an_erased_revision_leaves_who_and_when(adas, chis, entry):
    adas.do(entry, "kill", reason="Wrong", word="KILL")
    chis.do(entry, "erase", word="ERASE")
    page = adas.open(history_url(entry))
    assert "The text of this revision has been erased." in page
    assert "Ferries" not in page
    assert "Chi," in page


def test_a_live_blog_has_a_history_of_its_own(adas, blog):
    adas.open(change_url(blog)).press(standfirst="Now the storm is over.")
    page = adas.open(history_url(blog))
    assert "Coverage opened" in page
    assert "<del>The latest on </del><ins>Now </ins>the " in page


def test_all_revisions_of_the_team_are_listed(adas, dovs, entry):
    url = reverse("admin:liveblog_revision_changelist")
    assert "correct" in adas.open(url)
    assert "0 revisions" in dovs.open(url)


def test_djangos_own_log_keeps_nothing_an_erasure_would_miss(adas, entry, blog):
    adas.entry(entry).press("save", headline="Canary-7731")
    adas.open(change_url(blog)).press(headline="Canary-7731")
    assert not LogEntry.objects.exists()
