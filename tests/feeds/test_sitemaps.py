"""What search engines are offered: every public live blog and topic, and today's news."""

from datetime import timedelta

import pytest
from django.utils import timezone

from liveblog import actions
from liveblog.feeds import sitemaps
from liveblog.models import LiveBlog
from tests.cast import again, draft_entry, open_blog, plan_blog, publish_entry
from tests.feeds.rules import is_url, parsed, rfc_3339

NEWS = f"{{{sitemaps.NEWS}}}"
MAP = f"{{{sitemaps.SITEMAP}}}"
ADDRESSES = ("/sitemap.xml", "/news-sitemap.xml", "/robots.txt")


def read(client, address):
    """The document, valid by the protocol; what it lists as {address: element}."""
    answer = client.get(address)
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    assert len(answer.content) < 50 * 1024 * 1024
    root = parsed(answer.content)
    listed = {each.findtext(f"{MAP}loc"): each for each in root}
    assert len(listed) == len(root) <= 1000
    for url in listed:
        is_url(url)
    for changed in root.iter(f"{MAP}lastmod"):
        rfc_3339(changed.text)
    return root.tag.removeprefix(MAP), listed


def news(client):
    kind, listed = read(client, "/news-sitemap.xml")
    assert kind == "urlset"
    for element in listed.values():
        (about,) = element.findall(f"{NEWS}news")
        for name in ("publication/{0}name", "publication/{0}language", "title"):
            assert about.findtext(NEWS + name.format(NEWS))
        rfc_3339(about.findtext(f"{NEWS}publication_date"))
    return listed


def opened(blog, **ago):
    LiveBlog.objects.filter(pk=blog.pk).update(published_at=timezone.now() - timedelta(**ago))


def many(team, topic, count):
    now = timezone.now()
    LiveBlog.objects.bulk_create(
        LiveBlog(
            team=team, topic=topic, slug=f"day-{n}", headline=f"Day {n}", status="ended",
            coverage_start=now, published_at=now, updated_at=now,
        )
        for n in range(count)
    )  # fmt: skip


def test_the_front_page_live_blogs_and_topics_are_listed(blog, client, settings):
    kind, listed = read(client, "/sitemap.xml")
    assert kind == "urlset"
    assert list(listed) == [
        f"{settings.SITE_URL}/{path}"
        for path in ("", "topics/harbour-watch/", f"live/{blog.slug}/")
    ]


def test_a_live_blog_is_as_new_as_its_last_public_change(blog, ada, client, settings):
    def changed():
        listed = read(client, "/sitemap.xml")[1]
        return [element.findtext(f"{MAP}lastmod") for element in listed.values()][1:]

    publish_entry(blog, ada)
    moved = again(blog).updated_at.replace(microsecond=0)
    draft_entry(blog, ada)
    assert [rfc_3339(stamp) for stamp in changed()] == [moved, moved]


def test_what_is_not_public_is_not_listed(planned_blog, team, topic, ada, chi, client, settings):
    withdrawn = open_blog(team, ada, topic, headline="Withdrawn")
    actions.withdraw_blog(user=chi, blog_id=withdrawn.pk)
    assert list(read(client, "/sitemap.xml")[1]) == [f"{settings.SITE_URL}/"]
    assert news(client) == {}


def test_many_live_blogs_are_spread_over_pages(team, topic, client, settings, monkeypatch):
    monkeypatch.setattr(sitemaps, "SIZE", 10)
    many(team, topic, 19)
    kind, index = read(client, "/sitemap.xml")
    assert kind == "sitemapindex"
    assert list(index) == [f"{settings.SITE_URL}/sitemap.xml?page={n}" for n in (1, 2, 3)]
    pages = [read(client, url.removeprefix(settings.SITE_URL))[1] for url in index]
    assert [len(page) for page in pages] == [10, 10, 1]
    assert len({url for page in pages for url in page}) == 21


@pytest.mark.parametrize("count", [5, 30])
def test_no_sitemap_costs_more_for_more_live_blogs(
    count, team, topic, client, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr(sitemaps, "SIZE", 10)
    many(team, topic, count)
    for address in ("/sitemap.xml", "/sitemap.xml?page=1", "/news-sitemap.xml"):
        with django_assert_max_num_queries(4):
            client.get(address)


def test_news_is_what_was_opened_in_the_last_two_days(blog, team, ada, client, settings):
    yesterday, old = open_blog(team, ada, headline="Flood"), open_blog(team, ada, headline="Frost")
    opened(yesterday, hours=47)
    opened(old, hours=49)
    listed = news(client)
    assert list(listed) == [f"{settings.SITE_URL}/live/{b.slug}/" for b in (blog, yesterday)]
    about = listed[f"{settings.SITE_URL}/live/{blog.slug}/"].find(f"{NEWS}news")
    assert about.findtext(f"{NEWS}title") == "Storm hits the harbour: Jan. 5"
    assert about.findtext(f"{NEWS}publication/{NEWS}name") == "Newsroom"
    assert about.findtext(f"{NEWS}publication/{NEWS}language") == "en"
    published = rfc_3339(about.findtext(f"{NEWS}publication_date"))
    assert published == again(blog).published_at.replace(microsecond=0)


def test_a_news_sitemap_holds_a_thousand_at_most(team, topic, client, monkeypatch):
    assert sitemaps.SIZE == 1000
    monkeypatch.setattr(sitemaps, "SIZE", 10)
    many(team, topic, 11)
    assert len(news(client)) == 10


def test_a_planned_live_blog_is_no_news(team, ada, client):
    plan_blog(team, ada)
    assert news(client) == {}


def test_characters_that_xml_cannot_carry_are_left_out(blog, client):
    LiveBlog.objects.filter(pk=blog.pk).update(headline="Storm\x0b\ufffe & <sea>")
    (element,) = news(client).values()
    assert element.findtext(f"{NEWS}news/{NEWS}title") == "Storm & <sea>"


def test_an_address_in_any_script_is_a_url(team, ada, client, settings):
    open_blog(team, ada, slug="шторм")
    assert list(read(client, "/sitemap.xml")[1])[-1].endswith(
        "/live/%D1%88%D1%82%D0%BE%D1%80%D0%BC/"
    )


@pytest.mark.parametrize(("page", "status"), [("0", 400), ("x", 400), ("2", 404), ("99999", 404)])
def test_a_page_that_is_none_is_refused(page, status, blog, client):
    assert client.get(f"/sitemap.xml?page={page}").status_code == status


def test_robots_are_told_where_to_look_and_where_not(client, db, settings):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /admin/" in lines
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in lines
    assert f"Sitemap: {settings.SITE_URL}/news-sitemap.xml" in lines


@pytest.mark.parametrize("address", ADDRESSES)
def test_they_are_cached_and_only_read(address, blog, client):
    first = client.get(address)
    assert first["Cache-Control"] == "public, max-age=0, s-maxage=1"
    known = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (known.status_code, client.head(address).status_code) == (304, 200)
    assert client.post(address).status_code == 405
