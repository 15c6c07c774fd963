"""Pia syncs by versions and changes while the newsroom works, and ends with the public state."""

import os
from random import Random

import pytest

from liveblog import actions, changes
from liveblog.models import LiveBlog
from tests.api.pia import Pia, everything_public
from tests.cast import open_blog, publish_entry, wire_item
from tests.contract.newsday import NewsDay

SEEDS = int(os.environ.get("NEWSROOM_SEEDS", "12")) // 3


def move(blog, ada, random):
    revision = LiveBlog.objects.get(pk=blog.pk).revision
    slug = f"{random.choice(['storm', 'the-storm', 'storm-watch'])}-{blog.pk}"
    actions.edit_blog(user=ada, blog_id=blog.pk, revision=revision, fields={"slug": slug})


def withdraw_or_restore(blog, chi):
    withdrawn = LiveBlog.objects.get(pk=blog.pk).status == LiveBlog.Status.WITHDRAWN
    verb = actions.restore_blog if withdrawn else actions.withdraw_blog
    verb(user=chi, blog_id=blog.pk)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_pia_ends_with_exactly_what_is_public(
    seed, blog, team, ada, chi, northwire, coastal, picture, client, monkeypatch
):
    monkeypatch.setattr(changes, "API_LIMIT", 3)
    random, pia = Random(seed), Pia(client)
    blogs = [blog, open_blog(team, ada, headline="Fire")]
    stage = ([ada, chi], [northwire, coastal], [picture()])
    days = [
        NewsDay(random, one, *stage, wire_item(northwire, guid=f"urn:{one.pk}")) for one in blogs
    ]
    for step in range(80):
        random.choice(days).step()
        if step % 16 == 7:
            move(random.choice(blogs), ada, random)
        if step % 20 == 11:
            withdraw_or_restore(random.choice(blogs), chi)
        if random.random() < 0.3:
            pia.sync()
    pia.sync()
    assert pia.has() == everything_public(client), [day.done for day in days]


def test_pia_notices_a_blog_she_misses_an_entry_of(blog, ada, client):
    pia = Pia(client)
    publish_entry(blog, ada)
    pia.sync()
    pia.copies[blog.slug].entries.clear()
    assert pia.has() != everything_public(client)


def test_pia_asks_for_nothing_but_versions_when_nothing_moved(
    blog, ada, client, django_assert_num_queries
):
    pia = Pia(client)
    publish_entry(blog, ada)
    pia.sync()
    with django_assert_num_queries(1):
        pia.sync()


def test_pia_starts_over_when_a_blog_fell_behind_her(blog, ada, client):
    """A backup was restored: what Pia has is from a future that never was."""
    pia = Pia(client)
    entry = publish_entry(blog, ada)
    pia.sync()
    pia.copies[blog.slug].version = 99
    pia.copies[blog.slug].entries["ghost"] = {}
    pia.sync()
    assert pia.copies[blog.slug].entries.keys() == {str(entry.public_id)}
