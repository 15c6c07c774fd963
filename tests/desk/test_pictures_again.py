"""The team's pictures at the desk, to be used again."""

import pytest

from liveblog import actions
from liveblog.models import MediaAsset

pytestmark = pytest.mark.django_db


def shown(person, **query):
    told = person.ask("media-recent", **query).json()
    return [row["asset"] for row in told["pictures"]], told["more"]


def test_the_newest_come_first_and_words_find_them(adas, picture):
    old, new = picture(caption="Harbour wall"), picture(caption="Ferry at night")
    assert shown(adas) == ([new.pk, old.pk], False)
    assert shown(adas, q="wall harb") == ([old.pk], False)
    assert shown(adas, before=new.pk) == ([old.pk], False)
    assert shown(adas, q="nothing like it", before="x") == ([], False)


def test_what_is_killed_or_not_described_is_not_offered(adas, chi, picture):
    killed, bare = picture(), picture()
    actions.kill_media(user=chi, asset_id=killed.pk)
    MediaAsset.objects.filter(pk=bare.pk).update(alt="")
    assert shown(adas) == ([], False)


def test_another_teams_pictures_are_theirs(adas, picture, other_team):
    theirs = picture()
    MediaAsset.objects.filter(pk=theirs.pk).update(team=other_team)
    assert shown(adas) == ([], False)


def test_more_are_said_to_be_there(adas, picture):
    first = picture()
    MediaAsset.objects.bulk_create(
        [
            MediaAsset(team=first.team, file=first.file.name, credit="Jo", alt="A pier")
            for _ in range(24)
        ]
    )
    found, more = shown(adas)
    assert (len(found), more) == (24, True)
    assert shown(adas, before=found[-1]) == ([first.pk], False)
