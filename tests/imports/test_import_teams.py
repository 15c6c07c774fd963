"""Whose live blog an imported page becomes, and what it does to its neighbours."""

import pytest
from django.core.management import CommandError

from liveblog.models import LiveBlog
from tests.cast import again
from tests.imports.storm_pages import STORM

pytestmark = pytest.mark.django_db


def test_neighbouring_days_of_the_topic_link_to_it(run, team, ada, topic):
    run(STORM.replace("Storm Watch", "Harbour watch"))
    first = LiveBlog.objects.get()
    run(STORM.replace("Storm Watch", "Harbour watch").replace("Jan. 5", "Jan. 6"))
    assert again(first).chrome_seq == again(first).version == 5


def test_a_fresh_installation_gets_a_team(run):
    run(STORM)
    assert LiveBlog.objects.get().team.name == "Newsroom"


def test_the_only_team_is_taken(run, team):
    run(STORM)
    assert LiveBlog.objects.get().team == team


def test_of_several_teams_the_oldest_is_taken_and_said(run, team, other_team):
    said = run(STORM)
    assert LiveBlog.objects.get().team == team
    assert "For the team Foreign desk; --team chooses another. Teams: foreign, sports." in said


def test_another_team_can_be_chosen(run, team, other_team):
    run(STORM, "--team", "Sports Desk")
    assert LiveBlog.objects.get().team == other_team


def test_an_unknown_team_is_refused(run, team):
    with pytest.raises(CommandError, match=r"There is no team “night”\. Teams: foreign\."):
        run(STORM, "--team", "night")


def test_the_address_can_be_chosen(run):
    run(STORM, "--slug", "storm-day-one")
    assert LiveBlog.objects.get().slug == "storm-day-one"
