"""What is due: everything with a time of its own, once, in the order of these times."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry, LiveBlog, RightsProfile, WireChain
from liveblog.reports.due import Ahead
from tests.cast import draft_entry, in_an_hour, plan_blog, publish_entry, wire_item

HOUR = timedelta(hours=1)


@pytest.fixture
def ahead(db):
    def read(blogs=None, days=7, limit=50):
        now = timezone.now()
        rows = LiveBlog.objects.all() if blogs is None else blogs
        return Ahead(rows, now, now + timedelta(days=days), limit).all()

    return read


def kinds(found):
    return [due.kind for due in found]


def schedule(user, entry, at):
    return actions.schedule(user=user, entry_id=entry.pk, revision=entry.revision, at=at)


def test_schedules_embargoes_starts_and_links_in_their_order(ahead, blog, team, ada):
    now = timezone.now()
    schedule(ada, draft_entry(blog, ada, "<p>Goes out.</p>"), now + 2 * HOUR)
    draft_entry(blog, ada, "<p>Waits.</p>", embargo_until=now + HOUR)
    plan_blog(team, ada, coverage_start=now + 5 * HOUR)
    actions.share_preview(user=ada, blog_id=blog.pk, hours=3)
    found = ahead()
    assert kinds(found) == ["embargo", "scheduled", "preview", "coverage"]
    assert found[1].words == "Goes out."
    assert found[2].words == "shared by Ada"


def test_the_agencys_embargo_counts_too(ahead, blog, ada, northwire):
    item = wire_item(northwire)
    draft_entry(blog, ada, built_from=item.pk)
    WireChain.objects.update(embargo_until=in_an_hour())
    [due] = ahead()
    assert due.kind == "embargo"
    assert due.words.endswith("(the agency's)")


def test_rights_that_run_out_are_one_line_a_day(ahead, blog, ada, northwire):
    RightsProfile.objects.filter(source=northwire).update(expires_after_days=3)
    RightsProfile.objects.get_or_create(source=northwire, defaults={"expires_after_days": 3})
    item = wire_item(northwire)
    for _ in range(3):
        publish_entry(blog, ada, built_from=item.pk)
    [due] = ahead()
    assert (due.kind, due.words) == ("rights", "3 updates with copy of Northwire")
    assert ahead(days=2) == []


def test_what_should_be_out_already_is_never_left_out(ahead, blog, ada):
    entry = schedule(ada, draft_entry(blog, ada), in_an_hour())
    Entry.objects.filter(pk=entry.pk).update(scheduled_for=timezone.now() - timedelta(days=2))
    assert kinds(ahead()) == ["scheduled"]


def test_what_is_public_gone_or_another_teams_is_not_due(ahead, blog, ada, dov, other_team):
    theirs = actions.create_blog(user=dov, team_id=other_team.pk, fields={"headline": "Match"})
    draft_entry(theirs, dov, embargo_until=in_an_hour())
    put_away = draft_entry(blog, ada, embargo_until=in_an_hour())
    actions.discard(user=ada, entry_id=put_away.pk, revision=put_away.revision)
    assert ahead(LiveBlog.objects.visible_to(ada)) == []


def test_it_costs_the_same_however_much_is_due(ahead, blog, ada):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            ahead()
        return len(asked)

    schedule(ada, draft_entry(blog, ada), in_an_hour())
    one = queries()
    for _ in range(5):
        schedule(ada, draft_entry(blog, ada), in_an_hour())
        draft_entry(blog, ada, embargo_until=in_an_hour())
    assert queries() == one


def test_a_list_is_bounded(ahead, blog, ada):
    for _ in range(4):
        schedule(ada, draft_entry(blog, ada), in_an_hour())
    assert len(ahead(limit=3)) == 3
