"""Every public address against every state: what was never public never existed."""

import pytest

from liveblog import actions
from tests.cast import again, draft_entry, in_an_hour, plan_blog, publish_entry

CANARY = "CANARY-7f3a"
FEEDS = [f"feed.{kind}{query}" for kind in ("atom", "rss", "json") for query in ("", "?before=2")]


def canary(blog, user, **fields):
    return draft_entry(
        blog, user, body=f"<p>{CANARY} body</p>", headline=f"{CANARY} headline",
        key_event_title=f"{CANARY} key", is_key_event=True, **fields,
    )  # fmt: skip


def a_draft(blog, ada):
    return canary(blog, ada)


def an_entry_in_review(blog, ada):
    entry = canary(blog, ada)
    return actions.submit(user=ada, entry_id=entry.pk, revision=entry.revision)


def a_scheduled_entry(blog, ada):
    entry = canary(blog, ada)
    return actions.schedule(user=ada, entry_id=entry.pk, revision=entry.revision, at=in_an_hour())


def an_embargoed_entry(blog, ada):
    return canary(blog, ada, embargo_until=in_an_hour())


def a_discarded_entry(blog, ada):
    entry = canary(blog, ada)
    return actions.discard(user=ada, entry_id=entry.pk, revision=entry.revision)


def a_draft_that_was_killed(blog, ada):
    entry = canary(blog, ada)
    return actions.kill(user=ada, entry_id=entry.pk, reason=CANARY)


def published(blog, ada):
    entry = canary(blog, ada)
    return actions.publish(user=ada, entry_id=entry.pk, revision=entry.revision)


def a_withdrawn_entry(blog, ada):
    return actions.withdraw(user=ada, entry_id=published(blog, ada).pk, note=CANARY)


def a_killed_entry(blog, ada):
    return actions.kill(user=ada, entry_id=published(blog, ada).pk, reason=CANARY)


def a_working_copy(blog, ada):
    entry = publish_entry(blog, ada)
    actions.save_working_copy(
        user=ada, entry_id=entry.pk, fields={"body": CANARY}, based_on=entry.revision
    )
    return entry


NEVER_PUBLIC = [
    a_draft, an_entry_in_review, a_scheduled_entry, an_embargoed_entry, a_discarded_entry,
    a_draft_that_was_killed,
]  # fmt: skip
GONE = [a_withdrawn_entry, a_killed_entry]


def addresses(blog, entry):
    """Every public address that could carry an entry of `blog`."""
    live, api = f"/live/{blog.slug}/", f"/api/v1/blogs/{blog.slug}/"
    return [
        "/", live, f"{live}1/", f"{live}2/", f"{live}?before=1", f"{live}changes?since=0",
        f"{live}changes", f"/topics/{blog.topic.slug}/", "/api/v1/blogs/",
        "/api/v1/blogs/versions/", api, f"{api}entries/", f"{api}entries/?state=all",
        f"{api}entries/?text=CANARY-7f3a",
        f"{api}changes/?since=0", f"/api/v1/entries/{entry.public_id}/", "/api/v1/sources/",
        "/api/v1/topics/", *[live + feed for feed in FEEDS],
        "/sitemap.xml", "/sitemap.xml?page=1", "/news-sitemap.xml", "/robots.txt",
    ]  # fmt: skip


def bytes_of(response):
    body = b"".join(response) if response.streaming else response.content
    return f"{response.headers}".encode() + body


@pytest.mark.parametrize("make", [*NEVER_PUBLIC, *GONE, a_working_copy])
def test_its_text_is_in_no_public_answer(make, blog, ada, client):
    entry = make(blog, ada)
    for url in addresses(blog, entry):
        answer = bytes_of(client.get(url)).replace(b"text=CANARY-7f3a", b"")
        assert CANARY.encode() not in answer, url


@pytest.mark.parametrize("make", NEVER_PUBLIC)
def test_what_was_never_public_answers_like_the_unknown(make, blog, ada, client):
    entry = make(blog, ada)
    unknown = client.get(f"/api/v1/entries/{blog.public_id}/")
    answer = client.get(f"/api/v1/entries/{entry.public_id}/")
    assert answer.status_code == unknown.status_code == 404
    assert bytes_of(answer) == bytes_of(unknown)
    page, missing = client.get(f"/live/{blog.slug}/1/"), client.get(f"/live/{blog.slug}/99/")
    assert page.status_code == 404
    assert bytes_of(page) == bytes_of(missing)


@pytest.mark.parametrize("make", GONE)
def test_what_was_public_is_gone(make, blog, ada, client):
    entry = make(blog, ada)
    assert client.get(f"/live/{blog.slug}/{entry.number}/").status_code == 410
    assert client.get(f"/api/v1/entries/{entry.public_id}/").status_code == 410
    assert client.get(f"/live/{blog.slug}/?before={entry.number}").status_code == 200


def test_a_published_entry_is_everywhere(blog, ada, client):
    entry = published(blog, ada)
    carriers = [url for url in addresses(blog, entry) if "/2/" not in url]
    seen = [url for url in carriers if CANARY in client.get(url).content.decode()]
    assert f"/live/{blog.slug}/" in seen
    assert f"/live/{blog.slug}/1/" in seen
    assert f"/live/{blog.slug}/changes?since=0" in seen
    assert f"/api/v1/entries/{entry.public_id}/" in seen
    assert {f"/live/{blog.slug}/{feed}" for feed in FEEDS} <= set(seen)


def test_a_planned_blog_answers_like_no_blog(planned_blog, client):
    for path in ("/live/{}/", "/live/{}/1/", "/live/{}/changes", "/api/v1/blogs/{}/",
                 "/api/v1/blogs/{}/entries/", "/api/v1/blogs/{}/changes/",
                 *["/live/{}/" + feed for feed in FEEDS]):  # fmt: skip
        answer = client.get(path.format(planned_blog.slug))
        unknown = client.get(path.format("no-such-blog"))
        assert answer.status_code == 404, path
        assert bytes_of(answer) == bytes_of(unknown), path


def test_a_withdrawn_blog_is_gone_everywhere(blog, ada, chi, client):
    publish_entry(blog, ada, body=f"<p>{CANARY}</p>")
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    entry = again(blog).entries.get()
    for path in ("/live/{}/", "/live/{}/1/", "/live/{}/changes?since=0", "/api/v1/blogs/{}/",
                 "/api/v1/blogs/{}/entries/", "/api/v1/blogs/{}/changes/?since=0",
                 *["/live/{}/" + feed for feed in FEEDS]):  # fmt: skip
        assert client.get(path.format(blog.slug)).status_code == 410, path
    for url in addresses(blog, entry):
        assert CANARY not in client.get(url).content.decode(), url


def test_a_changed_address_redirects(blog, ada, client):
    publish_entry(blog, ada)
    old = blog.slug
    actions.edit_blog(
        user=ada, blog_id=blog.pk, revision=again(blog).revision, fields={"slug": "the-storm"}
    )
    for rest in ("", "1/", "changes?since=0", "?before=1", *FEEDS):
        answer = client.get(f"/live/{old}/{rest}")
        assert (answer.status_code, answer["Location"]) == (301, f"/live/the-storm/{rest}")


def test_the_old_address_of_a_planned_blog_says_nothing(planned_blog, ada, client):
    actions.edit_blog(user=ada, blog_id=planned_blog.pk, revision=1, fields={"slug": "secret-plan"})
    assert client.get(f"/live/{planned_blog.slug}/").status_code == 404


def test_every_public_address_is_the_same_bytes_for_everyone(blog, ada, client, client_of):
    entry = published(blog, ada)
    signed_in = client_of(ada)
    for url in addresses(blog, entry):
        anonymous, known = client.get(url), signed_in.get(url)
        assert anonymous.content == known.content, url
        assert "Cookie" not in known.get("Vary", ""), url
        assert not known.cookies, url


@pytest.fixture
def client_of():
    from django.test import Client

    def make(user):
        client = Client()
        client.force_login(user)
        return client

    return make


def test_two_blogs_do_not_see_each_other(blog, team, ada, topic, client):
    other = actions.open_coverage(user=ada, blog_id=plan_blog(team, ada, topic).pk)
    publish_entry(other, ada, body=f"<p>{CANARY}</p>")
    assert CANARY not in client.get(f"/live/{blog.slug}/").content.decode()
    assert client.get(f"/live/{blog.slug}/1/").status_code == 404
