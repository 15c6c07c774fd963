"""The statistics of a live blog: in its zone, of a period, for editors and chiefs."""

import csv
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from liveblog import actions
from liveblog.actions import web_processes
from liveblog.models import Entry, ReaderCount, Revision, WebProcess
from liveblog.reports import ONE_BLOG, Scope
from tests.cast import again, credit, open_blog, publish_entry

NOON = datetime(2023, 1, 5, 17, 0, tzinfo=UTC)  # in New York


@pytest.fixture
def scope(blog, team):
    return Scope(NOON - timedelta(hours=6), NOON, NOON, [team.pk], 100, blog=blog.pk)


def published(blog, user, hours_ago, **fields):
    entry = publish_entry(blog, user, **fields)
    at = NOON - timedelta(hours=hours_ago)
    Entry.objects.filter(pk=entry.pk).update(published_at=at)
    return again(entry)


def table(name, scope, zone):
    with timezone.override(zone):
        made = ONE_BLOG[name](scope)
    return [dict(zip([c.label for c in made.columns], row, strict=True)) for row in made.rows]


def test_every_hour_of_the_period_has_a_row(scope, blog, ada):
    published(blog, ada, 2.5)
    published(blog, ada, 2.9)
    published(blog, ada, 30)
    rows = table("hours", scope, blog.zone)
    assert [row["Hour"].hour for row in rows] == [6, 7, 8, 9, 10, 11]
    assert [row["Updates"] for row in rows] == [0, 0, 0, 2, 0, 0]


def test_hours_begin_where_the_zone_has_them_begin(scope, blog, ada):
    published(blog, ada, 0.75)  # 21:45 in Kolkata
    rows = table("hours", scope, "Asia/Kolkata")
    assert {row["Hour"].minute for row in rows} == {0}
    assert [row["Hour"].hour for row in rows if row["Updates"]] == [21]


def test_a_day_on_which_the_clocks_go_back_has_all_of_its_25_hours(blog, team, ada):
    since, until = datetime(2023, 11, 5, 4, tzinfo=UTC), datetime(2023, 11, 6, 5, tzinfo=UTC)
    for hour in (5, 6):  # 1 a.m., twice
        entry = publish_entry(blog, ada)
        at = datetime(2023, 11, 5, hour, 30, tzinfo=UTC)
        Entry.objects.filter(pk=entry.pk).update(published_at=at)
    day = Scope(since, until, until, [team.pk], 100, blog=blog.pk)
    rows = table("hours", day, blog.zone)
    assert len(rows) == 25
    assert [row["Updates"] for row in rows if row["Hour"].hour == 1] == [1, 1]


def test_a_long_period_is_told_by_the_day(blog, team, ada):
    published(blog, ada, 24)
    week = Scope(NOON - timedelta(days=7), NOON, NOON, [team.pk], 100, blog=blog.pk)
    rows = table("hours", week, blog.zone)
    assert len(rows) == 8
    assert [row["Day"].day for row in rows if row["Updates"]] == [4]


def test_what_was_taken_back_is_counted_when_it_was(scope, blog, ada):
    entry = published(blog, ada, 20)
    actions.kill(user=ada, entry_id=entry.pk, reason="Wrong harbour.")
    Revision.objects.filter(verb="kill").update(at=NOON - timedelta(minutes=90))
    assert [row["Killed"] for row in table("hours", scope, blog.zone)] == [0, 0, 0, 0, 1, 0]
    (row,) = table("taken_back", scope, blog.zone)
    assert (row["What"], row["By"], row["Minutes it was public"]) == ("Killed", "Ada", 1110)


def test_readers_by_the_hour_at_most_and_on_average(scope, blog):
    for minutes_ago, readers in ((10, 4), (11, 8), (70, 5)):
        minute = NOON - timedelta(minutes=minutes_ago)
        ReaderCount.objects.create(blog=blog, minute=minute, readers=readers)
    rows = table("hours", scope, blog.zone)[-2:]
    assert [(row["Readers at most"], row["Readers on average"]) for row in rows] == [
        (5, 5), (8, 6),
    ]  # fmt: skip


def test_by_author_source_and_state(scope, blog, ada, northwire):
    published(blog, ada, 1, attributions=[credit(northwire)])
    signed = published(blog, ada, 1, authors=[{"user": None, "name": "Bea Byline"}])
    actions.withdraw(user=ada, entry_id=signed.pk, revision=signed.revision)
    assert table("authors", scope, blog.zone) == [
        {"Author": "Ada", "Updates": 1, "Taken down since": 0},
        {"Author": "Bea Byline", "Updates": 1, "Taken down since": 1},
    ]
    assert table("credited", scope, blog.zone) == [
        {"Source": "Northwire", "Updates": 1, "Built from its copy": 0},
    ]
    states = {row["State"]: row["Updates"] for row in table("states", scope, blog.zone)}
    assert states == {"Published": 1, "Withdrawn": 1}


def test_the_page_draws_them_in_the_zone_of_the_live_blog(adas, blog, ada):
    for _ in range(2):
        publish_entry(blog, ada)
    page = adas.ask("statistics").content.decode()
    assert "times in America/New_York" in page
    assert page.count('<svg role="img"') >= 2
    assert "2 published" in page
    assert "2 updates, 0 taken down since" in page


def test_one_update_is_no_updates(adas, blog, ada):
    publish_entry(blog, ada)
    assert "1 update, 0 taken down since" in adas.ask("statistics").content.decode()


def test_readers_now_are_of_the_processes_that_speak(adas, blog):
    now = timezone.now()
    for name, readers in (("web-1", 3), ("web-2", 4), ("dead", 90)):
        reached = [web_processes.Reached(blog.pk, 1, now, readers)]
        web_processes.report_process(name=name, readers=readers, reached=reached)
    WebProcess.objects.filter(name="dead").update(at=now - timedelta(minutes=1))
    page = adas.ask("statistics").content.decode()
    assert "<dt>Readers now</dt><dd>7</dd>" in page
    assert "by 2 web processes; 1 silent one is not counted" in page


@pytest.mark.parametrize("name", list(ONE_BLOG))
def test_every_table_is_a_file_as_well(adas, blog, ada, name):
    publish_entry(blog, ada)
    answer = adas.ask("statistics", table=name, format="csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert f'filename="{blog.slug}-{name}-' in answer["Content-Disposition"]
    assert len(list(csv.reader(answer.content.decode().splitlines()))) >= 1


@pytest.mark.parametrize("query", [
    {}, {"days": "7"}, {"days": "30"}, {"start": "2023-01-01", "end": "2023-12-31"},
])  # fmt: skip
def test_periods(adas, query):
    assert adas.ask("statistics", **query).status_code == 200


def test_days_are_those_of_the_live_blogs_zone(adas, blog, ada):
    entry = publish_entry(blog, ada)
    late = datetime(2023, 1, 6, 4, 30, tzinfo=UTC)  # half past eleven at night in New York
    Entry.objects.filter(pk=entry.pk).update(published_at=late)
    day = {"start": "2023-01-05", "end": "2023-01-05", "table": "authors", "format": "csv"}
    assert "Ada,1,0" in adas.ask("statistics", **day).content.decode()


@pytest.mark.parametrize("query", [{"days": "2"}, {"table": "passwords", "format": "csv"}])
def test_a_question_that_makes_no_sense_is_answered_in_words(adas, query):
    assert adas.ask("statistics", **query).status_code == 400


def test_reporters_and_other_teams_do_not_see_it(bens, dovs, nobodys, chis):
    assert chis.ask("statistics").status_code == 200
    assert bens.ask("statistics").status_code == 403
    assert dovs.ask("statistics").status_code == 404
    assert nobodys.ask("statistics").status_code == 302


def test_the_link_stands_for_who_may_follow_it(adas, bens):
    assert "/statistics" in adas.open().content.decode()
    assert "/statistics" not in bens.open().content.decode()


def test_the_number_of_questions_does_not_grow_with_the_live_blog(
    adas, blog, ada, django_assert_max_num_queries
):
    for number in range(12):
        publish_entry(blog, ada, authors=[{"user": None, "name": f"Author {number}"}])
    adas.open()
    with django_assert_max_num_queries(30):
        adas.ask("statistics")


def test_a_live_blog_of_another_team_is_in_no_figure(scope, blog, other_team, dov):
    theirs = open_blog(other_team, dov, headline="Cup final: Jan. 5")
    published(theirs, dov, 1)
    assert all(row["Updates"] == 0 for row in table("hours", scope, blog.zone))
