"""What the report of the wires counts, and what it does not."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry, RightsProfile, WireTask
from liveblog.reports import TABLES, Scope
from liveblog.reports.delays import percentile
from tests.cast import allow, credit, open_blog, publish_entry
from tests.reports.conftest import NOW, at, rows
from tests.wire.arriving import feed_of

WORDS = "one two three four five six seven eight nine ten"


def told(name, scope):
    return rows(TABLES[name](scope))


def test_items_are_counted_once_whatever_their_versions(received, scope):
    received("urn:1")
    received("urn:1", version="2", headline="Ferries run again")
    received("urn:2", is_advisory=True)
    (row,) = told("agencies", scope)
    assert (row["Agency"], row["Feed"]) == ("Northwire", "Northwire world")
    assert (row["Items received"], row["Versions"], row["Advisories"]) == (2, 3, 1)
    assert (row["Used"], row["Share used"]) == (0, 0)


def test_used_is_what_became_public_as_copy_or_cited(received, used, scope, blog, ben):
    used(received("urn:1"))
    used(received("urn:2"), cite=True)
    draft = received("urn:3")
    actions.create_draft(user=ben, blog_id=blog.pk, fields={"built_from": draft.pk})
    received("urn:4")
    (row,) = told("agencies", scope)
    assert (row["Used"], row["As copy"], row["Only cited"]) == (2, 1, 1)
    assert row["Share used"] == 0.5


def test_an_item_used_twice_is_one(received, used, scope):
    item = received("urn:1")
    used(item), used(item), used(item, cite=True)
    (row,) = told("agencies", scope)
    assert (row["Used"], row["As copy"], row["Only cited"]) == (1, 1, 0)


def test_feeds_and_agencies_are_told_apart(received, scope, northwire, coastal):
    received("urn:1")
    received("urn:2", by=feed_of(northwire, name="Northwire sport"))
    received("urn:3", by=feed_of(coastal, name="Coastal"))
    assert [(row["Agency"], row["Feed"]) for row in told("agencies", scope)] == [
        ("Northwire", "Northwire sport"), ("Northwire", "Northwire world"),
        ("The Coastal Press", "Coastal"),
    ]  # fmt: skip


def test_what_came_before_or_after_is_another_reports(received, scope):
    received("urn:1", minutes=24 * 60 + 1)
    received("urn:2", minutes=0)
    assert told("agencies", scope) == []
    assert TABLES["agencies"](scope).nothing


def test_another_teams_live_blogs_are_not_told(received, used, other_team, feed):
    used(received("urn:1"))
    theirs = Scope(NOW - timedelta(days=1), NOW, NOW, [other_team.pk], 100)
    (row,) = told("agencies", theirs)
    assert (row["Items received"], row["Used"]) == (1, 0)
    for name in TABLES.keys() - {"agencies"}:
        assert told(name, theirs) == [], name


def test_copy_and_own_words_by_live_blog(received, used, scope, blog, ada, coastal):
    used(received("urn:1"))
    used(received("urn:2"), cite=True)
    entry = publish_entry(blog, ada, attributions=[credit(coastal)])
    at(Entry, entry, published_at=NOW - timedelta(minutes=5))
    (row,) = told("blogs", scope)
    assert (row["Updates"], row["Built from copy"], row["Own words"]) == (3, 1, 2)
    assert (row["Of these citing an item"], row["Share of copy"]) == (1, 1 / 3)
    assert [list(each.values())[1:] for each in told("sources", scope)] == [
        ["Northwire", 2, 1], ["The Coastal Press", 1, 0],
    ]  # fmt: skip


def test_from_receipt_to_page(received, used, scope):
    for number, minutes in enumerate((1, 2, 3, 40)):
        used(received(f"urn:{number}", minutes=100), minutes=100 - minutes)
    (row,) = told("delays", scope)
    figures = [value for name, value in row.items() if name.endswith("minutes")]
    assert figures == [2, 40, 1, 40]
    assert row["Updates"] == 4


def test_a_version_that_came_after_the_page_is_not_waited_for(received, used, scope):
    used(received("urn:1", minutes=10), minutes=20)
    (row,) = told("delays", scope)
    assert (row["Updates"], row["Median, minutes"], row["Not counted"]) == (0, None, 1)


@pytest.mark.parametrize(("part", "value"), [(0.5, 3), (0.9, 5), (0.2, 1), (1, 5)])
def test_percentiles_are_values_that_were_measured(part, value):
    assert percentile([1, 2, 3, 4, 5], part) == value


def test_copy_without_credit_is_named(received, used, scope):
    used(received("urn:1"))
    said = "<p>Ferries are idle, Northwire reported.</p>"
    entry = used(received("urn:2"), credited=False, body=said)
    (row,) = told("uncredited", scope)
    assert (row["Update"], row["Agency"]) == (entry.number, "Northwire")
    assert row["Why"] == "It is built from its copy."


def test_an_agency_named_and_not_attributed_is_named(blog, used, scope, ada, coastal, northwire):
    for body, said in (
        ("<p>The Coastal Press reported a flood.</p>", []),
        ("<p>The Coastal Press reported a flood.</p>", [credit(coastal)]),
        ("<p>“The Coastal Press is wrong,” the mayor said.</p>", []),
    ):
        entry = publish_entry(blog, ada, body, attributions=said)
        at(Entry, entry, published_at=NOW - timedelta(minutes=5))
    type(blog).objects.filter(pk=blog.pk).update(published_at=NOW - timedelta(days=2))
    table = TABLES["uncredited"](scope)
    assert [row["Update"] for row in rows(table)] == [1]
    assert table.entries == [Entry.objects.get(number=1).pk]


def test_a_citation_with_too_many_words_is_named(received, used, scope, northwire):
    allow(northwire, excerpt_words=5)
    item = received("urn:1", body=f"<p>{WORDS}</p>")
    used(item, cite=True, body="<p>They said: one two three four five.</p>")
    too_much = used(item, cite=True, body="<p>Zero. One, two, three, four, five, SIX! 7.</p>")
    used(item, body=f"<p>{WORDS}</p>")
    (row,) = told("overquoted", scope)
    assert (row["Update"], row["Words in a row"], row["Allowed"]) == (too_much.number, 6, 5)


def test_how_long_a_kill_waited_for_an_editor(received, used, scope, team, northwire):
    entry = used(received("urn:1"))
    opened = NOW - timedelta(hours=2)
    task = {"kind": "kill", "entry": entry, "team": team, "opened_at": opened}
    WireTask.objects.create(item=entry.built_from, closed_at=opened + timedelta(minutes=7), **task)
    WireTask.objects.create(item=received("urn:2"), **task | {"kind": "hold"})
    WireTask.objects.create(item=received("urn:3"), **task | {"kind": "update"})
    found = {row["Kind"]: row for row in told("retractions", scope)}
    assert found.keys() == {"Kill", "Hold"}
    assert found["Kill"]["Minutes until then"] == 7
    assert found["Hold"]["Minutes until then"] is None
    assert found["Kill"]["Update"] == entry.number


def test_rights_that_expire_soon_by_day(received, used, scope, northwire):
    RightsProfile.objects.create(source=northwire, expires_after_days=10)
    used(received("urn:1"))
    used(received("urn:2"))
    (row,) = told("expiries", scope)
    day = timezone.localdate(NOW - timedelta(minutes=50) + timedelta(days=10))
    assert (row["Day"], row["Agency"], row["Updates"]) == (day, "Northwire", 2)
    assert isinstance(row["Day"], date)
    RightsProfile.objects.update(expires_after_days=40)
    assert told("expiries", scope) == []


def test_no_table_costs_more_queries_for_more_rows(
    received, used, scope, team, ada, django_assert_max_num_queries
):
    open_blog(team, ada, slug="another")
    for number in range(6):
        used(received(f"urn:{number}"), cite=number % 2 == 0, credited=number % 3 == 0)
    for name, make in TABLES.items():
        with django_assert_max_num_queries(4):
            make(scope)
        assert name


def test_a_list_says_that_it_goes_on(received, used, scope, team):
    for number in range(3):
        used(received(f"urn:{number}"), credited=False)
    short = Scope(scope.since, scope.until, scope.now, [team.pk], 2)
    table = TABLES["uncredited"](short)
    assert (len(table.rows), len(table.entries), table.more) == (2, 2, True)
