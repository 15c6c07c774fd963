"""A public page is made once for all its readers; whoever asks for more than it is asks Django."""

import pytest

from liveblog import actions
from tests.cast import again, publish_entry
from tests.live.test_wakeups import eventually

ADDRESSES = [
    "/live/{slug}/",
    "/live/{slug}/changes?since=1",
    "/live/{slug}/feed.atom",
    "/live/{slug}/feed.json",
    "/live/{slug}/1/",
    "/api/v1/blogs/{slug}/",
    "/api/v1/blogs/{slug}/entries/",
    "/api/v1/blogs/{slug}/changes/?since=0",
    "/api/v1/blogs/versions/",
    "/",
    "/sitemap.xml",
]
OF_ITS_OWN = {"x-request-id": ""}  # every answer's


@pytest.fixture
def entry(blog, ada):
    return publish_entry(blog, ada, body="<p>Ferry service is suspended.</p>")


@pytest.fixture
def page(blog, entry):
    return f"/live/{blog.slug}/"


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_second_reader_gets_what_the_first_one_got(pages, blog, entry, address):
    address = address.format(slug=blog.slug)
    first = pages.get(address)
    second = eventually(lambda: unasked(pages, address))
    assert (second.status, second.content) == (200, first.content)
    assert {**second.headers, **OF_ITS_OWN} == {**first.headers, **OF_ITS_OWN}


def unasked(pages, address):
    """The answer, if Django was not asked: not while a wake-up of before is still on its way."""
    asked = len(pages.asked)
    answer = pages.get(address)
    return answer if len(pages.asked) == asked else None


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_what_django_says_with_every_header_of_its(pages, client, blog, entry, address):
    address = address.format(slug=blog.slug)
    origin = {"origin": "https://elsewhere.example"}
    of_django = client.get(address, headers=origin)
    ours = pages.get(address, headers=origin)
    assert ours.content == of_django.content
    expected = {name.lower(): value for name, value in of_django.headers.items()}
    vary = {part.strip().lower() for part in ours.headers.pop("vary").split(",")}
    assert vary >= {"accept-encoding"}
    of_its_own = {"vary", *OF_ITS_OWN}
    assert {k: v for k, v in ours.headers.items() if k not in of_its_own} == {
        k: v for k, v in expected.items() if k not in of_its_own
    }


def test_trackers_and_unknown_parameters_make_no_other_page(pages, page):
    pages.get(page)
    for query in ("utm_source=x", "fbclid=abc", "what=ever", "utm_medium=a&utm_source=b"):
        assert pages.get(f"{page}?{query}").status == 200
    assert len(pages.asked) == 1


def test_parameters_that_mean_something_make_another(pages, blog, entry):
    for since in (0, 1):
        pages.get(f"/live/{blog.slug}/changes?since={since}")
        pages.get(f"/live/{blog.slug}/changes?utm_source=a&since={since}")
    assert len(pages.asked) == 2


def test_a_page_is_found_by_who_sends_a_cookie_and_sets_none(pages, page):
    pages.get(page)
    answer = pages.get(page, headers={"cookie": "sessionid=somebody"})
    assert "set-cookie" not in answer.headers
    assert len(pages.asked) == 1


def test_django_is_asked_without_the_cookies_of_who_came_first(pages, page):
    headers = []

    async def noting(scope, receive, send):
        headers.extend(scope["headers"])
        await pages.django.threads(scope, receive, send)

    pages.django.instead = noting
    pages.get(page, headers={"cookie": "sessionid=somebody", "user-agent": "Somebody"})
    assert {name for name, _ in headers} == {b"host", b"origin"}


@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("POST", {}),
        ("GET", {"authorization": "Token abc"}),
        ("GET", {"content-length": "3"}),
        ("GET", {"if-unmodified-since": "Thu, 05 Jan 2023 10:00:00 GMT"}),
        ("GET", {"accept": "text/html"}),
    ],
)
def test_who_asks_for_more_than_is_kept_asks_django(pages, blog, entry, method, headers):
    address = f"/api/v1/blogs/{blog.slug}/"
    pages.get(address)
    pages.get(address, method=method, headers=headers)
    assert pages.asked == [address, address]


def test_what_the_api_does_not_know_is_refused_by_django(pages, blog, entry):
    address = f"/api/v1/blogs/{blog.slug}/entries/?pagesize=3"
    assert [pages.get(address).status for _ in range(2)] == [400, 400]
    assert len(pages.asked) == 2


def test_another_host_is_refused_however_often_ours_was_answered(pages, page):
    assert pages.get(page).status == 200
    assert pages.get(page, host=b"evil.example").status == 400


def test_where_only_https_is_served_http_is_for_django_to_send_there(pages, page, settings):
    settings.SECURE_SSL_REDIRECT = True
    for scheme in ("https", "https", "http"):
        pages.get(page, scheme=scheme)
    assert len(pages.asked) == 2


def test_what_is_not_there_is_asked_for_again(pages, blog, entry):
    for address in ("/live/no-such-blog/", f"/live/{blog.slug}/99/"):
        assert [pages.get(address).status for _ in range(2)] == [404, 404]
    assert len(pages.asked) == 4


def test_a_draft_is_not_there_before_it_is_published(pages, blog, ada):
    address = f"/live/{blog.slug}/1/"
    assert pages.get(address).status == 404
    publish_entry(blog, ada)
    assert eventually(lambda: pages.get(address).status == 200)


def test_everybody_who_asks_at_once_is_answered_by_one_rendering(pages, page):
    pages.django.hold()
    streams = [pages.ask(page) for _ in range(20)]
    eventually(lambda: pages.asked)
    pages.django.let_go(pages.loop)
    assert {pages.read(stream).status for stream in streams} == {200}
    assert pages.asked == [page]


def test_an_error_reaches_everybody_and_is_kept_for_nobody(pages, page):
    async def broken(scope, receive, send):
        await send({"type": "http.response.start", "status": 500, "headers": []})
        await send({"type": "http.response.body", "body": b"broken"})

    pages.django.instead = broken
    assert [answer.status for answer in pages.at_once(page, 3)] == [500] * 3
    pages.django.instead = None
    assert pages.get(page).status == 200


def test_head_has_the_headers_and_no_body(pages, page):
    whole = pages.get(page)
    head = pages.get(page, method="HEAD")
    assert (head.status, head.headers, head.content) == (200, whole.headers, b"")
    assert len(pages.asked) == 1


def test_another_spelling_of_the_blog_is_another_address(pages, blog, entry, ada):
    pages.get(f"/live/{blog.slug}/")
    actions.edit_blog(
        user=ada, blog_id=blog.pk, revision=again(blog).revision, fields={"slug": "renamed"}
    )
    moved = eventually(lambda: (a := pages.get(f"/live/{blog.slug}/")).status == 301 and a)
    assert moved.headers["location"].endswith("/live/renamed/")
    assert pages.get("/live/renamed/").status == 200
