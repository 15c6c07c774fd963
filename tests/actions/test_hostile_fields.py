"""What no form sends but a program may: it is refused in words and nothing is stored."""

import pytest

from liveblog import actions
from liveblog.models import Entry
from tests.cast import again, plan_blog, publish_entry


@pytest.mark.parametrize(
    "fields",
    [
        {"authors": [{"user": 99999, "name": "Nobody"}]},
        {"authors": [{"user": "ada", "name": "Ada"}]},
        {"attributions": [{"source": {}}]},
        {"attributions": [{"source": 10**30}]},
        {"images": [{"asset": []}]},
        {"built_from": []},
        {"built_from": True},
        {"built_from": 10**30},
    ],
)
def test_an_id_that_names_nothing_is_refused(fields, blog, ada):
    with pytest.raises(actions.Invalid):
        actions.create_draft(user=ada, blog_id=blog.pk, fields=fields)
    assert not blog.entries.exists()


def test_a_kill_does_not_fail_for_the_way_its_reason_is_written(blog, ada):
    entry = publish_entry(blog, ada)
    actions.kill(user=ada, entry_id=entry.pk, reason="Retracted\x00\ud800 by\nNorthwire")
    assert again(entry).state == Entry.State.KILLED
    assert again(entry).kill_reason == "Retracted by Northwire"


@pytest.mark.parametrize("address", ["../admin", "a/b", "two words", "?page=2", "", "\x00"])
def test_a_topics_address_stays_one_part_of_an_address(address, topic, ada):
    with pytest.raises(actions.Invalid):
        actions.edit_topic(user=ada, topic_id=topic.pk, revision=1, fields={"slug": address})
    assert again(topic).slug == "harbour-watch"


@pytest.mark.parametrize(
    "fields",
    [{"coverage_end": "2020-01-01T00:00:00Z"}, {"timezone": "localtime"}, {"timezone": []}],
)
def test_a_live_blog_is_planned_with_times_that_can_be(fields, team, ada):
    with pytest.raises(actions.Invalid):
        plan_blog(team, ada, **fields)


@pytest.mark.parametrize("revision", [-1, 0, 2, 10**20])
def test_a_working_copy_is_begun_from_a_revision_there_is(revision, blog, ada):
    entry = publish_entry(blog, ada)
    with pytest.raises(actions.Invalid):
        actions.save_working_copy(user=ada, entry_id=entry.pk, fields={}, based_on=revision)
