"""What colleagues do, by the desk's own cursor."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from liveblog import actions
from liveblog.desk import lists
from tests.cast import again, draft_entry, publish_entry
from tests.desk.people import shown


def version(blog):
    return again(blog).desk_version


def test_nothing_moved_is_no_content(adas, blog):
    assert adas.changes(version(blog)).status_code == 204


def test_nothing_moved_costs_no_more_than_looking(adas, blog):
    since = version(blog)
    with CaptureQueriesContext(connection) as queries:
        adas.changes(since)
    about_entries = [each for each in queries if "liveblog_entry" in each["sql"]]
    assert about_entries == []
    assert len(queries) <= 4  # session, person, live blog, role


def test_a_draft_a_change_and_a_kill_arrive(adas, bens, ben, ada, blog):
    since = version(blog)
    draft = draft_entry(blog, ben)
    public = publish_entry(blog, ada)
    actions.edit(user=ada, entry_id=public.pk, revision=1, fields={"headline": "Now"})
    gone = actions.kill(user=ada, entry_id=publish_entry(blog, ada, "<p>False.</p>").pk, reason="x")
    told = adas.changes(since).json()
    assert (told["since"], told["version"], told["more"]) == (since, version(blog), False)
    items = shown(adas.changes(since))
    assert (items[draft.pk]["by"], items[draft.pk]["list"], items[draft.pk]["mine"]) == (
        "Ben", "progress", False,
    )  # fmt: skip
    assert (items[public.pk]["deed"], items[public.pk]["revision"]) == ("Changed", 2)
    assert "False." not in items[gone.pk]["html"] + items[gone.pk]["title"]
    assert adas.changes(told["version"]).status_code == 204
    # A repeat does no harm, and a reporter of the team sees the same.
    assert shown(bens.changes(since)).keys() == items.keys()


def test_what_is_discarded_leaves_the_desk(adas, ada, blog):
    draft = draft_entry(blog, ada)
    since = version(blog)
    actions.discard(user=ada, entry_id=draft.pk, revision=1)
    item = shown(adas.changes(since))[draft.pk]
    assert (item["list"], item["html"]) == ("", "")


def test_a_pin_moves_the_mark_of_both(adas, ada, blog):
    first, second = publish_entry(blog, ada), publish_entry(blog, ada)
    actions.pin(user=ada, entry_id=first.pk)
    since = version(blog)
    actions.pin(user=ada, entry_id=second.pk)
    answer = adas.changes(since, pinned=first.pk)
    items = shown(answer)
    assert ">Pinned<" not in items[first.pk]["html"]
    assert ">Pinned<" in items[second.pk]["html"]
    assert answer.json()["blog"]["pinned"] == second.pk


def test_opened_coverage_brings_the_button_to_publish(ada, planned_blog):
    from tests.desk.people import Person

    person = Person(ada, planned_blog)
    setup = person.open().context["setup"]
    assert "publish" not in [each["verb"] for each in setup["around"]["buttons"]]
    actions.open_coverage(user=ada, blog_id=planned_blog.pk)
    told = person.changes(setup["version"]).json()
    assert told["blog"]["status"] == "live"
    assert "publish" in [each["verb"] for each in told["blog"]["buttons"]]


def test_a_desk_far_behind_asks_again_and_misses_nothing(adas, ada, blog, monkeypatch):
    monkeypatch.setattr(lists, "MOST_CHANGES", 2)
    monkeypatch.setattr("liveblog.desk.views.reading.MOST_CHANGES", 2)
    since = version(blog)
    wanted = {publish_entry(blog, ada).pk for _ in range(5)}
    found, more = set(), True
    while more:
        told = adas.changes(since).json()
        found |= {entry["id"] for entry in told["entries"]}
        since, more = told["version"], told["more"]
    assert found == wanted
    assert since == version(blog)


def test_a_cursor_ahead_of_the_live_blog_starts_over(adas, blog):
    assert adas.changes(version(blog) + 1).json()["reset"] is True


@pytest.mark.parametrize("since", ["x", "-1", "1.5", str(2**63), "１"])
def test_what_is_no_cursor_gets_a_sentence(adas, since):
    answer = adas.changes(since)
    assert answer.status_code == 400
    assert "whole number" in answer.json()["message"]


def test_nothing_of_another_live_blog_arrives(adas, ada, team, blog):
    from tests.cast import open_blog

    publish_entry(open_blog(team, ada, headline="Another"), ada)
    assert adas.changes(version(blog)).status_code == 204
