"""A replica answers for the primary where it has come far enough, and never a step before."""

from inspect import getclosurevars
from types import SimpleNamespace

import psycopg
import pytest
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from liveblog import actions
from liveblog.models import LiveBlog
from newsroom import databases
from newsroom.replica import Router, from_replica
from tests.browser.site import database_url
from tests.cast import publish_entry
from tests.live.kept import Pages
from tests.live.test_wakeups import eventually

pytestmark = pytest.mark.postgresql
COPY = "Said by the copy"


class Copy:
    """A second database with what the first one held when it was made, under another headline."""

    def __init__(self):
        here = connection.settings_dict
        self.name = f"{here['NAME']}_copy"
        self._url = database_url(here | {"NAME": self.name})
        self._elsewhere = database_url(here | {"NAME": "template1"})
        connection.close()
        connection.close_pool()  # a template is one that nobody uses
        self.drop()
        self._run(self._elsewhere, f'CREATE DATABASE "{self.name}" TEMPLATE "{here["NAME"]}"')
        self.run("UPDATE liveblog_liveblog SET headline = %s", COPY)

    def run(self, statement, *values):
        self._run(self._url, statement, *values)

    def catch_up(self, blog):
        """As far as the live blog's version goes."""
        version = LiveBlog.objects.get(pk=blog.pk).version
        self.run("UPDATE liveblog_liveblog SET version = %s WHERE id = %s", version, blog.pk)

    def drop(self):
        self._run(self._elsewhere, f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')

    def _run(self, url, statement, *values):
        with psycopg.connect(url, autocommit=True) as there:
            there.execute(statement, values or None)


@pytest.fixture
def entry(blog, ada):
    return publish_entry(blog, ada, body="<p>Ferry service is suspended.</p>")


@pytest.fixture
def copy(entry, settings, monkeypatch):
    """A replica that stands still, made when one entry was published."""
    made = Copy()
    # Django lets a test use the databases alone that were there when it began.
    guarded = getclosurevars(BaseDatabaseWrapper.ensure_connection).nonlocals
    unguarded = guarded["real_ensure_connection"]
    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", unguarded)
    given = databases.all_of(*[database_url(connection.settings_dict)] * 2)[databases.REPLICA]
    complete = connection.settings_dict | given | {"NAME": made.name}
    connections.settings[databases.REPLICA] = complete
    settings.DATABASE_ROUTERS = ["newsroom.replica.Router"]
    yield made
    connections[databases.REPLICA].close()
    connections[databases.REPLICA].close_pool()
    del connections[databases.REPLICA], connections.settings[databases.REPLICA]
    made.drop()


@pytest.fixture
def pages(copy):
    started = Pages()
    yield started
    started.close()


ADDRESSES = ["/live/{}/", "/live/{}/1/", "/live/{}/feed.atom", "/api/v1/blogs/{}/"]


def knows(pages, address, text):
    """Wait until the wake-up has come."""
    assert eventually(lambda: text in pages.get(address).text)


def test_it_answers_about_a_live_blog_as_long_as_it_is_up_to_date(pages, blog, ada):
    addresses = [address.format(blog.slug) for address in ADDRESSES]
    assert all(COPY in pages.get(address).text for address in addresses)
    actions.edit_blog(
        user=ada, blog_id=blog.pk, revision=blog.revision, fields={"standfirst": "It is over."}
    )
    knows(pages, addresses[0], "It is over")
    assert not any(COPY in pages.get(address).text for address in addresses)


def test_an_old_page_never_becomes_the_new_edition(pages, copy, blog, ada):
    page = f"/live/{blog.slug}/"
    assert COPY in pages.get(page).text
    publish_entry(blog, ada, body="<p>Ferries sail again.</p>")
    knows(pages, page, "sail again")
    assert "sail again" in pages.get(page).text  # from memory
    copy.catch_up(blog)
    assert "sail again" in pages.get(page).text


def test_what_was_taken_down_does_not_come_back(pages, blog, entry, chi):
    page = f"/live/{blog.slug}/"
    assert COPY in pages.get(f"{page}1/").text
    actions.kill(user=chi, entry_id=entry.pk, reason="The agency has killed it.")
    assert eventually(lambda: pages.get(f"{page}1/").status == 410)  # a wake-up takes a moment
    assert "suspended" not in pages.get(page).text
    assert "suspended" not in pages.get(f"/api/v1/blogs/{blog.slug}/changes/?since=0").text
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    assert eventually(lambda: pages.get(page).status == 410)


def test_what_no_live_blogs_version_vouches_for_is_the_primarys(pages, copy):
    copy.run("UPDATE liveblog_liveblog SET slug = 'of-the-copy'")
    for address in ("/", "/search/?q=ferry", "/api/v1/blogs/", "/sitemap.xml"):
        answer = pages.get(address)
        assert answer.status == 200
        assert COPY not in answer.text
        assert "of-the-copy" not in answer.text


def test_a_copy_that_fails_on_the_way_is_not_noticed(pages, copy, blog):
    copy.run("DROP TABLE liveblog_entry CASCADE")
    answer = pages.get(f"/live/{blog.slug}/")
    assert (answer.status, COPY in answer.text, "suspended" in answer.text) == (200, False, True)


def test_nor_is_one_that_is_not_there(pages, copy, blog, monkeypatch):
    asked = []
    monkeypatch.setattr("newsroom.replica.log", SimpleNamespace(warning=lambda *x: asked.append(x)))
    copy.drop()
    for address in ADDRESSES:
        answer = pages.get(address.format(blog.slug))
        assert (answer.status, COPY in answer.text) == (200, False)
    assert len(asked) == 1  # then it is left alone for a while


def test_a_change_is_written_to_the_primary_whatever_is_read(copy, blog):
    with from_replica():
        found = LiveBlog.objects.get(pk=blog.pk)
        assert (found.headline, found._state.db) == (COPY, databases.REPLICA)
        LiveBlog.objects.filter(pk=blog.pk).update(kicker="Storm")
    assert LiveBlog.objects.get(pk=blog.pk).kicker == "Storm"


def test_tables_are_made_in_the_primary_alone():
    assert Router().allow_migrate("default", "liveblog")
    assert not Router().allow_migrate(databases.REPLICA, "liveblog")
