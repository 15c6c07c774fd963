"""Live blogs: the list, the versions and one of them."""

from liveblog import actions
from tests.api.asking import V1, of, problem, read
from tests.cast import again, open_blog, publish_entry

NAMES = {
    "id", "slug", "url", "headline", "kicker", "standfirst", "language", "timezone", "status",
    "version", "coverage_start", "coverage_end", "published_at", "updated_at", "topic",
    "summary_points", "pinned_entry", "credit_line", "byline",
}  # fmt: skip


def listed(client, **query):
    return [blog["headline"] for blog in read(client, f"{V1}blogs/", **query)["results"]]


def test_a_live_blog_has_the_names_partners_rely_on(blog, client):
    document = read(client, of(blog))
    assert document.keys() == NAMES
    assert document["url"] == f"http://127.0.0.1:8000/live/{blog.slug}/"
    assert document["topic"]["slug"] == "harbour-watch"


def test_its_times_are_in_its_own_zone(blog, client):
    assert read(client, of(blog))["coverage_start"] == "2023-01-05T00:00:00-05:00"


def test_it_names_its_pinned_entry(blog, ada, client):
    entry = publish_entry(blog, ada)
    actions.pin(user=ada, entry_id=entry.pk)
    assert read(client, of(blog))["pinned_entry"] == {"id": str(entry.public_id), "number": 1}


def test_it_carries_the_credit_line(blog, ada, northwire, client):
    publish_entry(blog, ada, attributions=[{"source": northwire.pk, "relation": "reported"}])
    line = "Some information in this report came from Northwire."
    assert read(client, of(blog))["credit_line"] == line


def test_the_list_begins_with_the_newest_coverage(blog, team, ada, client):
    open_blog(team, ada, headline="Fire", coverage_start="2023-02-01T00:00:00Z")
    open_blog(team, ada, headline="Flood", coverage_start="2022-02-01T00:00:00Z")
    assert listed(client) == ["Fire", blog.headline, "Flood"]


def test_the_list_knows_public_blogs_only(blog, planned_blog, team, ada, chi, client):
    withdrawn = open_blog(team, ada, headline="Fire")
    actions.withdraw_blog(user=chi, blog_id=withdrawn.pk)
    actions.create_blog(user=ada, team_id=team.pk, fields={"headline": "SECRET plan"})
    assert listed(client) == [blog.headline]


def test_the_list_can_be_narrowed_to_a_status(blog, team, ada, client):
    actions.end_coverage(user=ada, blog_id=open_blog(team, ada, headline="Fire").pk)
    assert listed(client, status="ended") == ["Fire"]
    assert listed(client, status="live") == [blog.headline]
    assert listed(client, status="archived") == []


def test_withdrawn_is_no_status_to_ask_for(blog, client):
    for status in ("withdrawn", "planned"):
        body = problem(client.get(f"{V1}blogs/", {"status": status}), 400)
        assert body["detail"] == "“status” must be one of live, ended, archived."


def test_the_list_can_be_narrowed_to_a_topic(blog, team, ada, client):
    open_blog(team, ada, headline="Fire")
    assert listed(client, topic="harbour-watch") == [blog.headline]
    assert listed(client, topic="no-such-topic") == []


def test_versions_tell_a_partner_which_blogs_moved(blog, team, ada, client):
    fire = open_blog(team, ada, headline="Fire")
    publish_entry(blog, ada)
    assert read(client, f"{V1}blogs/versions/") == {blog.slug: 2, fire.slug: 1}


def test_versions_leave_out_what_is_not_public(blog, planned_blog, team, ada, chi, client):
    actions.create_blog(user=ada, team_id=team.pk, fields={"headline": "SECRET plan"})
    assert read(client, f"{V1}blogs/versions/") == {blog.slug: 1}
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    assert read(client, f"{V1}blogs/versions/") == {}


def test_a_blog_that_was_withdrawn_is_gone(blog, chi, client):
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    for rest in ("", "entries/", "changes/"):
        body = problem(client.get(of(blog, rest)), 410)
        assert body["detail"] == "This live blog has been withdrawn."


def test_a_restored_blog_is_back(blog, chi, client):
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    actions.restore_blog(user=chi, blog_id=blog.pk)
    assert read(client, of(blog))["status"] == "ended"


def test_a_planned_blog_and_an_unknown_one_answer_the_same(planned_blog, client):
    for rest in ("", "entries/", "changes/"):
        planned = client.get(of(planned_blog, rest))
        unknown = client.get(f"{V1}blogs/no-such-blog/{rest}")
        problem(planned, 404)
        assert planned.content == unknown.content
        assert planned.headers == unknown.headers


def test_a_blog_with_a_slug_in_another_script_is_found(team, ada, client):
    blog = open_blog(team, ada, headline="Буря", slug="буря-в-гавані")
    assert read(client, of(blog, "entries/"))["results"] == []
    assert again(blog).slug in read(client, f"{V1}blogs/versions/")


def test_no_live_blog_stands_where_the_versions_are(team, ada, client):
    blog = open_blog(team, ada, headline="Versions")
    assert read(client, of(blog))["headline"] == "Versions"
    assert read(client, f"{V1}blogs/versions/") == {blog.slug: 1}
