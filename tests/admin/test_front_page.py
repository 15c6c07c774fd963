"""The front page says what is going on in one's live blogs and what waits."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from liveblog import actions
from liveblog.admin.front import front_context
from liveblog.models import Entry
from tests.cast import draft_entry, in_an_hour, open_blog, plan_blog, publish_entry

INDEX = reverse("admin:index")


@pytest.fixture
def seen_by(rf):
    def context(user):
        request = rf.get(INDEX)
        request.user = user
        return front_context(request)

    return context


def test_numbers_of_a_live_blog(blog, ada, ben, seen_by):
    old = publish_entry(blog, ada)
    Entry.objects.filter(pk=old.pk).update(published_at=timezone.now() - timedelta(hours=2))
    publish_entry(blog, ada)
    draft_entry(blog, ben)
    review = draft_entry(blog, ben)
    actions.submit(user=ben, entry_id=review.pk, revision=review.revision)
    due = draft_entry(blog, ada)
    actions.schedule(user=ada, entry_id=due.pk, revision=due.revision, at=in_an_hour())
    back = draft_entry(blog, ben)
    back = actions.submit(user=ben, entry_id=back.pk, revision=back.revision)
    actions.return_to_draft(user=ada, entry_id=back.pk, revision=back.revision, note="Source?")
    (card,) = seen_by(ada)["desk_live"]
    assert (card.lately, card.drafts, card.in_review, card.scheduled, card.alerts) == (
        1,
        2,
        1,
        1,
        1,
    )
    assert card.newest
    assert card.next_due


def test_live_ones_come_first_and_the_next_planned_one_before_later_ones(team, ada, seen_by):
    later = plan_blog(team, ada, coverage_start=timezone.now() + timedelta(days=2))
    sooner = plan_blog(team, ada, coverage_start=timezone.now() + timedelta(days=1))
    quiet, busy = open_blog(team, ada, headline="Quiet"), open_blog(team, ada, headline="Busy")
    publish_entry(quiet, ada)
    publish_entry(busy, ada)
    shown = seen_by(ada)
    assert [card.blog for card in shown["desk_live"]] == [busy, quiet]
    assert [card.blog for card in shown["desk_planned"]] == [sooner, later]


def test_what_waits_is_named_with_its_reason(blog, ada, ben, adas, bens):
    entry = draft_entry(blog, ben, "<p>The pier is closed.</p>")
    entry = actions.submit(user=ben, entry_id=entry.pk, revision=entry.revision)
    assert "The pier is closed." in adas.open(INDEX)
    actions.return_to_draft(
        user=ada, entry_id=entry.pk, revision=entry.revision, note="Who says so?"
    )
    assert "Who says so?" in bens.open(INDEX)


def test_dov_sees_nothing_of_another_teams_day(dovs, blog, ada):
    draft_entry(blog, ada, "<p>Canary draft</p>")
    page = dovs.open(INDEX)
    assert blog.headline not in page
    assert "Canary" not in page


def test_however_much_there_is_it_costs_the_same(team, ada, seen_by, django_assert_max_num_queries):
    for number in range(4):
        blog = open_blog(team, ada, headline=f"Storm {number}")
        publish_entry(blog, ada)
        draft_entry(blog, ada)
    with django_assert_max_num_queries(7):
        seen_by(ada)


def test_changes_in_review_and_returned_ones_are_there(adas, bens, dovs, blog, ada, ben):
    draft = actions.create_draft(user=ben, blog_id=blog.pk, fields={"body": "<p>Old.</p>"})
    entry = actions.publish(user=ada, entry_id=draft.pk, revision=draft.revision)
    new = {"body": "<p>New.</p>"}
    actions.save_working_copy(user=ben, entry_id=entry.pk, fields=new, based_on=2)
    heading = "Changes to what is public"
    assert heading not in adas.open("/admin/")
    actions.submit_working_copy(user=ben, entry_id=entry.pk, revision=1)
    assert heading in adas.open("/admin/")
    assert heading not in dovs.open("/admin/")
    actions.return_working_copy(user=ada, entry_id=entry.pk, revision=2, note="Since when?")
    assert heading not in adas.open("/admin/")
    assert "Since when?" in bens.open("/admin/")
