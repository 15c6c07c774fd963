"""Who is at a desk: rows that expire, hold nobody up and move nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from liveblog import actions
from liveblog.actions.presence import MOST
from liveblog.models import DeskPresence, Membership
from liveblog.models.presence import PRESENT_FOR
from tests.cast import again, draft_entry, open_blog, publish_entry


def here(user, blog, tab="a", **more):
    return actions.be_here(user=user, blog_id=blog.pk, tab=tab, **more)


def silent(row, seconds=60):
    """Nothing was heard of it for so long."""
    then = timezone.now() - timedelta(seconds=seconds)
    DeskPresence.objects.filter(pk=row.pk).update(seen_at=then)


def holder(entry):
    rows = DeskPresence.objects.fresh(timezone.now()).filter(entry=entry)
    return min(rows, key=lambda row: row.claim).user.username


def test_coming_moves_no_version(ada, blog):
    entry = publish_entry(blog, ada)
    before = again(blog)
    here(ada, blog, entry_id=entry.pk, writing=True, take=True)
    after = again(blog)
    assert (after.version, after.desk_version) == (before.version, before.desk_version)
    assert again(entry).revision == entry.revision


def test_a_desk_is_one_row_however_often_it_is_heard(ada, blog):
    first = here(ada, blog)
    second = here(ada, blog)
    assert first.pk == second.pk
    assert second.since == first.since
    assert second.seen_at > first.seen_at


def test_another_update_is_another_beginning(ada, blog):
    entry = draft_entry(blog, ada)
    first = here(ada, blog, writing=True)
    second = here(ada, blog, entry_id=entry.pk)
    assert second.since > first.since
    assert second.typed_at is None


def test_writing_is_until_the_next_sign_of_life_without_a_key(ada, blog):
    typing = here(ada, blog, writing=True)
    assert typing.is_writing
    resting = here(ada, blog)
    assert not resting.is_writing
    assert resting.typed_at == typing.typed_at


def test_whoever_opened_it_first_holds_it_until_it_is_taken_over(ada, ben, blog):
    entry = draft_entry(blog, ben)
    here(ben, blog, entry_id=entry.pk)
    here(ada, blog, entry_id=entry.pk)
    assert holder(entry) == "ben"
    here(ada, blog, entry_id=entry.pk, take=True)
    here(ben, blog, entry_id=entry.pk)
    assert holder(entry) == "ada"
    here(ben, blog, entry_id=entry.pk, take=True)
    assert holder(entry) == "ben"
    actions.leave(user=ben, blog_id=blog.pk, tab="a")
    assert holder(entry) == "ada"


def test_whoever_was_silent_begins_anew(ada, ben, blog):
    entry = draft_entry(blog, ben)
    row = here(ben, blog, entry_id=entry.pk, take=True)
    silent(row)
    here(ada, blog, entry_id=entry.pk)
    assert holder(entry) == "ada"
    here(ben, blog, entry_id=entry.pk)
    assert holder(entry) == "ada"


def test_who_comes_clears_away_who_is_gone(ada, ben, blog):
    silent(here(ben, blog))
    here(ada, blog)
    assert [row.user for row in DeskPresence.objects.all()] == [ada]


def test_forgetting_takes_only_the_silent(ada, ben, blog):
    silent(here(ben, blog), seconds=PRESENT_FOR.total_seconds() - 5)
    silent(here(ada, blog))
    assert actions.forget_absent() == 1
    assert DeskPresence.objects.get().user == ben


def test_a_person_has_so_many_desks_and_no_more(ada, ben, blog):
    here(ben, blog)
    for number in range(MOST + 3):
        here(ada, blog, tab=f"t{number}")
    mine = DeskPresence.objects.filter(user=ada).values_list("tab", flat=True)
    assert sorted(mine) == sorted(f"t{number}" for number in range(3, MOST + 3))
    assert DeskPresence.objects.filter(user=ben).count() == 1


def test_only_the_team_comes(dov, blog):
    with pytest.raises(actions.NotAllowed):
        here(dov, blog)
    with pytest.raises(actions.NotAllowed):
        here(actions.SYSTEM, blog)
    assert not DeskPresence.objects.exists()


def test_whoever_left_the_team_can_only_go(ben, blog):
    here(ben, blog)
    Membership.objects.filter(user=ben).delete()
    with pytest.raises(actions.NotAllowed):
        here(ben, blog)
    actions.leave(user=ben, blog_id=blog.pk, tab="a")
    assert not DeskPresence.objects.exists()


def test_nobody_sends_a_colleague_away(ada, ben, blog):
    here(ben, blog)
    actions.leave(user=ada, blog_id=blog.pk, tab="a")
    assert DeskPresence.objects.get().user == ben


@pytest.mark.parametrize("tab", ["", "a-b", "x" * 33, "ä"])
def test_what_is_no_key_of_a_page_is_refused(ada, blog, tab):
    with pytest.raises(actions.Invalid):
        here(ada, blog, tab=tab)


def test_an_update_of_another_live_blog_is_not_there(ada, team, blog):
    other = draft_entry(open_blog(team, ada, headline="Another"), ada)
    with pytest.raises(actions.NotFound):
        here(ada, blog, entry_id=other.pk)
    with pytest.raises(actions.NotFound):
        actions.be_here(user=ada, blog_id=0, tab="a")
