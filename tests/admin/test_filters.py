"""Lists are narrowed by team, source, topic and age, and name only what a person may see."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from liveblog import actions
from liveblog.admin.base import BoundedPaginator
from liveblog.models import Entry, Membership
from tests.cast import credit, draft_entry, open_blog, publish_entry, wire_item

OURS = [page for model, page in admin.site._registry.items() if model._meta.app_label == "liveblog"]


def listed(model, query=""):
    return reverse(f"admin:liveblog_{model}_changelist") + query


@pytest.fixture
def entries(blog, ada, northwire):
    old = publish_entry(blog, ada, "<p>Old text.</p>", attributions=[credit(northwire)])
    Entry.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=9))
    draft_entry(blog, ada, "<p>New text.</p>")


def test_entries_by_age_and_source(adas, entries, northwire):
    assert "Old text." not in adas.open(listed("entry", "?days=7"))
    assert "Old text." in adas.open(listed("entry", "?days=30"))
    page = adas.open(listed("entry", f"?source={northwire.pk}"))
    assert "Old text." in page
    assert "New text." not in page


def test_live_blogs_by_topic(adas, team, ada, topic, blog):
    open_blog(team, ada, headline="Without a topic", slug="none")
    page = adas.open(listed("liveblog", f"?topic={topic.pk}"))
    assert blog.headline in page
    assert "Without a topic" not in page


def test_teams_to_choose_are_ones_own(adas, ada, other_team, entries):
    assert "?team=" not in adas.open(listed("entry"))
    assert other_team.name not in adas.open(listed("entry"))
    Membership.objects.create(user=ada, team=other_team, role="editor")
    page = adas.open(listed("entry", f"?team={other_team.pk}"))
    assert other_team.name in page
    assert "Old text." not in page


def test_revisions_by_deed(adas, entries):
    assert "0 revisions" in adas.open(listed("revision", "?verb=kill"))
    assert "0 revisions" not in adas.open(listed("revision", "?verb=publish"))


@pytest.mark.parametrize("name", ["team", "blog", "topic", "source", "days"])
@pytest.mark.parametrize("value", ["x", "-1", "99999999999999999999", "²", "%00"])
def test_nonsense_finds_nothing_and_is_no_error(adas, entries, name, value):
    for model in ("entry", "liveblog"):
        assert adas.open(listed(model, f"?{name}={value}")).status == 200


def test_what_an_agency_told_editors_is_marked(adas, northwire):
    item = wire_item(northwire)
    item.ed_note = "Not for print"
    item.save()
    page = adas.open(reverse("admin:liveblog_wireitem_change", args=[item.pk]))
    assert "For editors only, never published" in page
    chain = adas.open(reverse("admin:liveblog_wirechain_change", args=[item.chain_id]))
    assert "1: Storm" in chain


@pytest.mark.parametrize("rows", OURS, ids=lambda rows: type(rows).__name__)
def test_every_list_is_bounded_and_searched(rows):
    assert rows.paginator is BoundedPaginator
    assert rows.list_per_page <= 50
    assert rows.list_max_show_all <= 50
    assert rows.search_fields
    assert rows.search_help_text
    assert not rows.date_hierarchy


def test_an_update_with_two_attributions_to_a_source_is_listed_once(adas, ada, blog, northwire):
    twice = [credit(northwire), credit(northwire, relation="told", person="Jane Doe")]
    publish_entry(blog, ada, "<p>Said twice.</p>", attributions=twice)
    page = adas.open(listed("entry", f"?source={northwire.pk}"))
    assert page.html.count('class="action-select"') == 1


@pytest.mark.parametrize("model", ["entry", "revision", "liveblog", "workingcopy", "mediaasset"])
def test_no_list_asks_once_more_for_each_row(adas, ada, team, blog, picture, northwire, model):
    def a_few(how_many):
        for number in range(how_many):
            other = open_blog(team, ada, slug=f"other-{number}-{how_many}")
            entry = publish_entry(other, ada, attributions=[credit(northwire)])
            actions.save_working_copy(
                user=ada, entry_id=entry.pk, fields={"headline": "x"}, based_on=entry.revision
            )
            picture()

    def asked():
        with CaptureQueriesContext(connection) as queries:
            adas.open(listed(model))
        return [query["sql"] for query in queries]

    a_few(2)
    before = asked()
    a_few(5)
    assert len(asked()) == len(before)
