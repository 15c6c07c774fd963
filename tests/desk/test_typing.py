"""What is asked while somebody types: sources by a few letters, times by minutes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from liveblog.models import LiveBlog, Source
from tests.cast import publish_entry

pytestmark = pytest.mark.django_db


def named(desk, words):
    answer = desk.ask("sources-like", q=words)
    return [(each["name"], bool(each["source"])) for each in answer.json()["sources"]]


def test_ada_types_a_few_letters_of_a_source(adas, northwire, coastal):
    assert named(adas, "coa")[0] == (coastal.name, True)
    assert named(adas, "NORTHW") == [(northwire.name, True)]
    assert named(adas, "xyzzy") == named(adas, "") == []


def test_a_short_name_is_one_too_and_well_known_ones_can_be_added(adas):
    assert named(adas, "ap")[0] == ("The Associated Press", False)
    slug = adas.ask("sources-like", q="ap").json()["sources"][0]["slug"]
    added = adas.send("add-sources", slug=slug)
    row = Source.objects.get(name="The Associated Press")
    assert added.json()["added"] == [{"source": row.pk, "name": row.name, "slug": row.slug}]
    assert named(adas, "ap")[0] == ("The Associated Press", True)


def test_a_time_moves_by_real_minutes_through_the_end_of_summer_time(adas):
    told = adas.ask("label", at="2023-11-05T01:58", fold="0", move="5").json()
    assert (told["at"], told["fold"], told["label"]) == ("2023-11-05T01:03", "1", "1:03 a.m. EST")
    back = adas.ask("label", at=told["at"], fold=told["fold"], move="-5").json()
    assert (back["at"], back["fold"]) == ("2023-11-05T01:58", "0")


def test_now_is_in_the_blogs_zone(adas, blog):
    before = timezone.now().astimezone(blog.zone).strftime("%Y-%m-%dT%H:%M")
    told = adas.ask("label", at="", move="0").json()
    after = timezone.now().astimezone(blog.zone).strftime("%Y-%m-%dT%H:%M")
    assert before <= told["at"] <= after


def test_a_move_that_is_no_number_moves_nothing(adas):
    for move in ("x", "--5", "99999", "٥"):
        assert (
            adas.ask("label", at="2023-01-05T21:34", move=move).json()["label"] == "9:34 p.m. EST"
        )


def test_a_late_one_says_what_readers_will_see(adas, blog):
    LiveBlog.objects.update(published_at=timezone.now() - timedelta(hours=6))
    at = (timezone.now() - timedelta(hours=2)).astimezone(blog.zone)
    told = adas.ask("label", at=at.strftime("%Y-%m-%dT%H:%M")).json()
    assert told["late"].startswith("Added at ")
    now = adas.ask("label", at="", move="0").json()
    assert now["late"] == ""


def test_a_time_that_is_still_to_come_is_noticed(adas):
    assert adas.ask("label", at="2199-01-05T21:34").json()["ahead"] is True
    assert adas.ask("label", at="2023-01-05T21:34").json()["ahead"] is False
    assert adas.ask("label", at="", move="0").json()["ahead"] is False
    assert adas.ask("label", at="").json()["ahead"] is False


def test_a_late_one_that_is_public_says_when_it_came(adas, ada, blog):
    at = timezone.now() - timedelta(minutes=20)
    LiveBlog.objects.update(published_at=timezone.now() - timedelta(hours=6))
    entry = publish_entry(blog, ada, display_at=at)
    typed = at.astimezone(blog.zone).strftime("%Y-%m-%dT%H:%M")
    assert adas.ask("label", at=typed, entry=entry.pk).json()["late"] == ""
