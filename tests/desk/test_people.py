"""Who is at the desk: told to the team about the team, and expiring by itself."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from liveblog.desk.people import initials
from liveblog.models import DeskPresence, Membership, Role
from tests.cast import again, draft_entry, member, publish_entry


def here(person, tab="a", **more):
    answer = person.send("here", tab=tab, **more)
    assert answer.status_code == 200, answer.content
    return answer.json()


def names(region):
    return [each["user"] for each in region["opened"]]


def silent(user):
    then = timezone.now() - timedelta(seconds=46)
    DeskPresence.objects.filter(user=user).update(seen_at=then)


def moved(person, mark):
    """The people of the next answer; None if nobody moved."""
    since = again(person.blog).desk_version
    answer = person.changes(since, people=mark)
    return answer.json()["people"] if answer.status_code == 200 else None


def test_whoever_opens_the_desk_is_seen_by_a_colleague(adas, bens, blog):
    mark = here(adas)["people"]["mark"]
    assert moved(adas, mark) is None
    here(bens)
    region = moved(adas, mark)
    assert "Ben" in region["html"]
    assert "Reporter, idle since" in region["html"]
    assert moved(adas, region["mark"]) is None


def test_a_sign_of_life_moves_nothing_and_costs_no_look_at_entries(adas, bens, blog):
    here(bens)
    mark, since = here(adas)["people"]["mark"], again(blog).desk_version
    here(bens)
    with CaptureQueriesContext(connection) as queries:
        assert adas.changes(since, people=mark).status_code == 204
    assert len(queries) <= 5  # session, person, live blog, role; people


def test_typing_is_seen_to_begin_and_to_rest(adas, bens, ben, blog):
    entry = draft_entry(blog, ben)
    mark = here(adas)["people"]["mark"]
    here(bens, entry=entry.pk, writing="1")
    region = moved(adas, mark)
    assert "writing in a draft" in region["html"]
    here(bens, entry=entry.pk, writing="1")
    here(bens, entry=entry.pk)
    assert "has a draft open, idle since" in moved(adas, region["mark"])["html"]


def test_only_people_moved_and_the_rest_is_left_as_it_is(adas, bens, blog):
    mark = here(adas)["people"]["mark"]
    here(bens)
    told = adas.changes(again(blog).desk_version, people=mark).json()
    assert (told["entries"], told["blog"], told["tasks"], told["reset"]) == ([], None, None, False)


def test_whoever_is_silent_is_nobody(adas, bens, ben, blog):
    here(bens)
    region = here(adas)["people"]
    silent(ben)
    assert "Ben" not in moved(adas, region["mark"])["html"]


def test_whoever_goes_is_gone_at_once(adas, bens, blog):
    here(bens)
    region = here(adas)["people"]
    assert bens.send("here", tab="a", left="1").status_code == 204
    assert "Ben" not in moved(adas, region["mark"])["html"]


def test_two_desks_of_one_person_are_one_person(adas, ada, blog):
    entry = publish_entry(blog, ada)
    here(adas, tab="a", entry=entry.pk)
    region = here(adas, tab="b", entry=entry.pk)["people"]
    assert region["html"].count("(you)") == 1
    assert names(region) == [ada.pk]
    assert "Editor, has update 1 open" in region["html"]


def test_the_first_of_an_updates_people_is_who_holds_it(adas, bens, ada, ben, blog):
    entry = publish_entry(blog, ada)
    here(bens, entry=entry.pk, writing="1")
    region = here(adas, entry=entry.pk)["people"]
    assert names(region) == [ben.pk, ada.pk]
    assert region["opened"][0]["held"].startswith("Ben has had this open since")
    assert "last typed" in region["opened"][0]["held"]
    taken = here(adas, entry=entry.pk, take="1")["people"]
    assert names(taken) == [ada.pk, ben.pk]
    assert taken["opened"][0]["taken"].startswith("Ada took this over at")


def test_a_former_colleague_is_neither_told_nor_shown(adas, bens, ben, blog):
    here(bens)
    mark = here(adas)["people"]["mark"]
    Membership.objects.filter(user=ben).delete()
    assert "Ben" not in moved(adas, mark)["html"]
    assert bens.send("here", tab="a").status_code == 404


def test_a_closed_account_is_not_shown(adas, bens, ben, blog):
    here(bens)
    ben.is_active = False
    ben.save()
    assert "Ben" not in here(adas)["people"]["html"]


def test_an_administrator_at_the_desk_is_seen(adas, root, blog):
    from tests.desk.people import Person

    here(Person(root, blog))
    assert "Administrator, idle" in here(adas)["people"]["html"]


def test_the_page_has_whoever_is_here_already(adas, bens, blog):
    here(bens)
    page = adas.open()
    setup = page.context["setup"]["people"]
    assert "Ben" in page.content.decode()
    assert moved(adas, setup["mark"]) is None


def test_thirty_people_cost_no_more_than_one(adas, team, ada, blog):
    entry = publish_entry(blog, ada)
    here(adas, entry=entry.pk)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            adas.changes(again(blog).desk_version, people="old")
        return len(queries)

    alone = cost()
    now = timezone.now()
    DeskPresence.objects.bulk_create(
        DeskPresence(
            blog=blog, user=member(f"user{n}", team, Role.REPORTER), tab="a", entry=entry,
            since=now, seen_at=now,
        )
        for n in range(30)
    )  # fmt: skip
    assert cost() == alone
    assert here(adas)["people"]["html"].count("<li") == 31


@pytest.mark.parametrize("gist", ["x", "{}", "[1]", '[[["a"],[],[]]]', "[" * 10000])
def test_what_is_no_gist_gets_a_sentence(adas, gist):
    answer = adas.send("here", tab="a", gist=gist)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_gist")


def test_an_update_that_is_not_there_is_refused(adas):
    assert adas.send("here", tab="a", entry="999").status_code == 404
    assert adas.send("here", tab="").status_code == 422


def test_initials_are_of_the_first_and_the_last_name(ada):
    assert initials(ada) == "A"
    ada.first_name, ada.last_name = "Ada Maria", "Lovelace"
    assert initials(ada) == "AL"
