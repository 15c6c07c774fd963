"""Sources and topics: only those that something public refers to."""

import pytest

from liveblog import actions
from liveblog.models import Topic
from tests.api.asking import V1, problem, read
from tests.cast import credit, draft_entry, publish_entry


def slugs(client, kind):
    return [row["slug"] for row in read(client, f"{V1}{kind}/")["results"]]


def test_a_source_has_the_names_partners_rely_on(blog, ada, coastal, client):
    publish_entry(blog, ada, attributions=[credit(coastal)])
    expected = {
        "slug": "coastal-press", "name": "The Coastal Press", "short_name": "CP",
        "kind": "wire_agency",
    }  # fmt: skip
    assert read(client, f"{V1}sources/")["results"] == [expected]
    assert read(client, f"{V1}sources/coastal-press/") == expected


def test_a_source_that_is_only_cited_is_listed(blog, ada, northwire, coastal, client):
    publish_entry(blog, ada, attributions=[credit(northwire, via=coastal)])
    assert slugs(client, "sources") == ["coastal-press", "northwire"]


def test_a_source_nobody_public_credits_is_nobodys_business(blog, ada, northwire, client):
    draft_entry(blog, ada, attributions=[credit(northwire)])
    assert slugs(client, "sources") == []
    hidden, unknown = (client.get(f"{V1}sources/{slug}/") for slug in ("northwire", "nobody"))
    problem(hidden, 404)
    assert (hidden.content, hidden.headers) == (unknown.content, unknown.headers)


@pytest.mark.parametrize("verb", ["withdraw", "kill"])
def test_a_source_goes_with_the_last_entry_that_credits_it(verb, blog, ada, northwire, client):
    entry = publish_entry(blog, ada, attributions=[credit(northwire)])
    assert slugs(client, "sources") == ["northwire"]
    reason = {"reason": "Wrong."} if verb == "kill" else {}
    getattr(actions, verb)(user=ada, entry_id=entry.pk, **reason)
    assert slugs(client, "sources") == []


def test_a_source_goes_with_a_withdrawn_blog(blog, ada, chi, northwire, client):
    publish_entry(blog, ada, attributions=[credit(northwire)])
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    problem(client.get(f"{V1}sources/northwire/"), 404)


def test_a_topic_has_the_names_partners_rely_on(blog, client):
    expected = {
        "slug": "harbour-watch", "name": "Harbour watch",
        "url": "http://127.0.0.1:8000/topics/harbour-watch/",
    }  # fmt: skip
    assert read(client, f"{V1}topics/")["results"] == [expected]
    assert read(client, f"{V1}topics/harbour-watch/") == expected


def test_a_topic_in_preparation_is_nobodys_business(planned_blog, client):
    Topic.objects.create(name="SECRET", slug="secret")
    assert slugs(client, "topics") == []
    for slug in ("harbour-watch", "secret"):
        problem(client.get(f"{V1}topics/{slug}/"), 404)


def test_a_topic_goes_with_its_last_public_blog(blog, chi, client):
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    assert slugs(client, "topics") == []
