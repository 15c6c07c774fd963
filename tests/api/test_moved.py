"""A live blog that has another slug now, and an address without its last slash."""

import pytest

from liveblog import actions
from tests.api.asking import V1, of, problem, read
from tests.cast import again, publish_entry


@pytest.fixture
def old(blog, ada):
    """The blog as it was, under the slug it had."""
    fields = {"slug": "the-storm"}
    actions.edit_blog(user=ada, blog_id=blog.pk, revision=blog.revision, fields=fields)
    return blog


@pytest.mark.parametrize("rest", ["", "entries/", "changes/"])
def test_a_former_slug_leads_to_the_present_one(rest, old, client):
    response = client.get(of(old, rest))
    assert (response.status_code, response["Location"]) == (308, f"{V1}blogs/the-storm/{rest}")
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=1"


def test_the_query_goes_along(old, ada, client):
    publish_entry(old, ada)
    response = client.get(of(old, "changes/?since=1"), follow=True)
    assert response.redirect_chain == [(f"{V1}blogs/the-storm/changes/?since=1", 308)]
    assert [entry["number"] for entry in response.json()["entries"]] == [1]


def test_a_former_slug_of_a_withdrawn_blog_leads_to_its_410(old, chi, client):
    actions.withdraw_blog(user=chi, blog_id=old.pk)
    problem(client.get(of(old), follow=True), 410)


def test_a_former_slug_of_a_planned_blog_never_was_an_address(planned_blog, ada, client):
    fields = {"slug": "secret-plan"}
    actions.edit_blog(user=ada, blog_id=planned_blog.pk, revision=1, fields=fields)
    problem(client.get(of(planned_blog)), 404)


def test_a_slug_in_another_script_is_written_as_an_address(blog, ada, client):
    actions.edit_blog(
        user=ada, blog_id=blog.pk, revision=again(blog).revision, fields={"slug": "буря"}
    )
    response = client.get(of(blog), follow=True)
    assert response.json()["slug"] == "буря"
    assert response.redirect_chain[0][0].isascii()


def test_a_forgotten_last_slash_is_put_right(blog, client):
    for address in (f"{V1}blogs", of(blog).rstrip("/"), of(blog, "changes"), "/api/docs"):
        response = client.get(f"{address}?since=1")
        assert (response.status_code, response["Location"]) == (308, f"{address}/?since=1")
    assert read(client, f"{V1}blogs/")


def test_putting_the_slash_right_says_nothing_about_what_exists(planned_blog, client):
    hidden = client.get(of(planned_blog).rstrip("/"))
    unknown = client.get(f"{V1}blogs/no-such-blog")
    assert hidden.status_code == unknown.status_code == 308
