"""Who is let in: every address of the desk for everybody (SR-01, SR-02, SR-25)."""

import pytest
from django.urls import reverse

from liveblog.desk.urls import urlpatterns
from liveblog.models import Entry, Membership, WireTask
from tests.cast import again, draft_entry
from tests.desk.people import Person, composed
from tests.wire.arriving import arrive, feed_of

ON_AN_ENTRY = {"composition", "save-entry", "preview-entry", "verb"}
ON_AN_ENTRY |= {"spread-of", "copy", "save-copy", "preview-copy", "copy-shown", "copy-verb"}
ON_AN_ENTRY |= {"history", "earlier", "move"}
POSTED = {"save", "save-entry", "preview", "preview-entry", "sources", "add-sources", "media"}
POSTED |= {"here", "tasks-seen", "task-restore", "save-copy", "preview-copy", "move", "embed-look"}
PAGES = {"console", "statistics"}
ON_A_TASK = {"task", "task-restore", "task-match"}
NAMES = [pattern.name for pattern in urlpatterns]


@pytest.fixture
def addresses(blog, ada, northwire):
    feed = feed_of(northwire)
    item = arrive(feed)
    text = "<p>Secret of the foreign desk</p>"
    entry = draft_entry(blog, ada, text, built_from=item.pk)
    arrive(feed, version="2")
    found = {}
    for name in NAMES:
        more = [entry.pk] if name in ON_AN_ENTRY else []
        more += [WireTask.objects.get().pk] if name in ON_A_TASK else []
        more += {
            "verb": ["kill"],
            "blog-verb": ["end"],
            "copy-verb": ["return"],
            "earlier": [9],
        }.get(name, [])
        found[name] = reverse(f"desk:{name}", args=[blog.slug, *more])
    return found


def asked(person, name, url):
    if name in POSTED:
        return person.client.post(url, composed("save"))
    return person.client.get(url)


def test_a_member_is_let_in_everywhere(adas, addresses):
    refused = {
        "media": 422,  # no picture
        "here": 422,  # no page
        "embed-look": 422,  # no address
        "save-entry": 409,  # no revision
        "earlier": 404,  # no such revision
        "spread-of": 404,  # never public
        **dict.fromkeys(
            ("copy", "save-copy", "preview-copy", "copy-shown", "move"), 409
        ),  # not published
        "copy-verb": 404,  # no changes to it
        "task-restore": 404,  # nothing has been released
        "task-match": 404,  # nothing has to be matched
    }
    for name, url in addresses.items():
        assert asked(adas, name, url).status_code == refused.get(name, 200), name


def test_another_team_cannot_tell_it_from_nothing(dovs, addresses, blog):
    for name, url in addresses.items():
        known = asked(dovs, name, url)
        unknown = asked(dovs, name, url.replace(blog.slug, "no-such-blog"))
        assert known.status_code == unknown.status_code == 404, name
        if name not in PAGES:
            assert known.content == unknown.content, name


def test_whoever_is_signed_out_is_told_so(nobodys, addresses):
    for name, url in addresses.items():
        answer = asked(nobodys, name, url)
        if name in PAGES:
            assert answer.status_code == 302
        else:
            assert (answer.status_code, answer.json()["code"]) == (401, "signed_out"), name


def test_wrong_methods_do_nothing(adas, addresses):
    for name, url in addresses.items():
        wrong = adas.client.get(url) if name in POSTED else adas.client.put(url)
        assert wrong.status_code == (200 if name in PAGES else 405), name
    assert Entry.objects.count() == 1


def test_nothing_is_sent_without_the_pages_token(ada, blog, addresses):
    person = Person(ada, blog, enforce_csrf_checks=True)
    for name in [*POSTED, "verb", "blog-verb", "settings"]:
        assert person.client.post(addresses[name], composed("publish")).status_code == 403, name
    assert Entry.objects.count() == 1
    assert again(blog).status == "live"


def test_a_fresh_token_is_there_for_a_page_that_is_older_than_the_session(ada, blog):
    person = Person(ada, blog, enforce_csrf_checks=True)
    told = person.ask("session").json()
    assert told["user"] == ada.pk
    data = composed("publish") | {"csrfmiddlewaretoken": told["token"]}
    assert person.client.post(person.url("save"), data).status_code == 200


def test_no_answer_may_be_kept(adas, addresses):
    for name, url in addresses.items():
        assert asked(adas, name, url).headers["Cache-Control"] == "private, no-store", name


def test_whoever_has_left_the_team_is_told_so_and_nobody_else(bens, dovs, ben, blog):
    shown = {"X-Desk-Pass": bens.page_pass()}
    Membership.objects.filter(user=ben).delete()
    left = bens.ask("changes", since=0, headers=shown)
    assert (left.status_code, left.json()["code"]) == (403, "left")
    assert bens.ask("changes", since=0).status_code == 404
    assert dovs.ask("changes", since=0).status_code == 404
    assert bens.client.post(bens.url("save"), composed("save"), headers=shown).status_code == 403


def test_what_ada_typed_never_goes_out_as_whoever_signed_in_after_her(adas, chis, dovs, blog):
    shown = {"X-Desk-Pass": adas.page_pass()}
    for person in (chis, dovs):
        for url in (person.url("save"), person.url("save").replace(blog.slug, "no-such-blog")):
            answer = person.client.post(url, composed("publish"), headers=shown)
            assert (answer.status_code, answer.json()["code"]) == (401, "someone_else")
    assert Entry.objects.count() == 0
    assert adas.client.post(adas.url("save"), composed("publish"), headers=shown).status_code == 200


def test_an_entry_of_another_live_blog_is_not_there(adas, ada, team, addresses):
    from tests.cast import plan_blog

    other = draft_entry(plan_blog(team, ada, headline="Another"), ada)
    assert adas.ask("composition", other.pk).status_code == 404
    assert adas.write("save", other).status_code == 404
    assert adas.do(other, "kill", word="KILL", reason="x").status_code == 404
    assert again(other).state == "draft"


@pytest.mark.parametrize("entry_id", [0, 2**63, 10**40])
def test_ids_that_cannot_be_are_not_there(adas, entry_id):
    assert adas.ask("composition", entry_id).status_code == 404
