"""What a shared link shows, and how pages name themselves and each other."""

import pytest
from django.contrib.staticfiles import finders
from PIL import Image

from liveblog import actions
from tests.cast import again, open_blog, publish_entry
from tests.feeds.rules import is_url, rfc_3339
from tests.feeds.stage import fill
from tests.pages.reading import read


def head(client, address):
    return read(client.get(address).content.decode()).one("head")


def properties(client, address):
    """Open Graph and Twitter names → their contents; each stands once."""
    found = head(client, address).all("meta")
    named = [(m.attributes.get("property") or m.attributes.get("name"), m) for m in found]
    shared = [
        (name, m["content"]) for name, m in named if name and name[:3] in ("og:", "twi", "art")
    ]
    assert len(shared) == len(dict(shared))
    return dict(shared)


def addresses(blog):
    return ["/", f"/live/{blog.slug}/", f"/live/{blog.slug}/1/", "/topics/harbour-watch/"]


def test_every_page_can_be_shared(blog, ada, client, settings):
    publish_entry(blog, ada)
    for address in addresses(blog):
        found = properties(client, address)
        for name in ("site_name", "locale", "type", "title", "description", "url"):
            assert found[f"og:{name}"], (address, name)
        assert found["og:url"] == settings.SITE_URL + address
        assert found["og:url"] == head(client, address).one("link", rel="canonical")["href"]
        is_url(found["og:image"])
        for name in ("width", "height", "alt"):
            assert found[f"og:image:{name}"]
        assert found["twitter:card"] == "summary_large_image"
        assert found["twitter:image"] == found["og:image"]


def test_an_article_says_when_it_was_published_and_changed(blog, ada, client):
    publish_entry(blog, ada)
    found = properties(client, f"/live/{blog.slug}/")
    published, modified = again(blog).published_at, again(blog).updated_at
    assert found["og:type"] == "article"
    assert rfc_3339(found["article:published_time"]) == published.replace(microsecond=0)
    assert rfc_3339(found["article:modified_time"]) == modified.replace(microsecond=0)
    assert found["article:section"] == "Harbour watch"
    assert properties(client, "/")["og:type"] == "website"


def test_the_lead_picture_is_shared(blog, ada, picture, client, settings):
    asset = picture()
    actions.edit_blog(
        user=ada, blog_id=blog.pk, revision=again(blog).revision, fields={"lead_image": asset.pk}
    )
    found = properties(client, f"/live/{blog.slug}/")
    assert found["og:image"].startswith(f"{settings.SITE_URL}/media/")
    assert found["og:image:alt"] == "A pier in a storm"


def test_a_page_without_a_picture_shares_one_that_exists(blog, client):
    found = properties(client, f"/live/{blog.slug}/")
    path = finders.find(found["og:image"].partition("/static/")[2])
    with Image.open(path) as picture:
        assert picture.size == (1200, 630)
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")


@pytest.mark.parametrize(
    ("language", "locale"), [("en", "en_US"), ("pt-BR", "pt_BR"), ("uk", "uk")]
)
def test_the_language_is_the_blogs(language, locale, blog, ada, client):
    actions.edit_blog(
        user=ada, blog_id=blog.pk, revision=again(blog).revision, fields={"language": language}
    )
    assert properties(client, f"/live/{blog.slug}/")["og:locale"] == locale


def test_older_pages_have_names_of_their_own_and_lead_to_each_other(blog, client, settings):
    blog = fill(blog, 70)
    live = f"/live/{blog.slug}/"
    newest, older, oldest = (head(client, live + q) for q in ("", "?before=41", "?before=11"))
    assert newest.one("link", rel="next")["href"] == f"{live}?before=41"
    assert newest.all("link", rel="prev") == []
    assert older.one("link", rel="prev")["href"] == live
    assert older.one("link", rel="next")["href"] == f"{live}?before=11"
    assert older.one("link", rel="canonical")["href"] == f"{settings.SITE_URL}{live}?before=41"
    assert oldest.all("link", rel="next") == []
    assert len({page.one("title").text for page in (newest, older, oldest)}) == 3


def test_pages_of_a_topic_lead_to_each_other(team, topic, ada, client):
    for day in range(31):
        open_blog(team, ada, topic, headline=f"Storm, day {day}")
    first, second = (head(client, f"/topics/harbour-watch/{q}") for q in ("", "?page=2"))
    assert first.one("link", rel="next")["href"] == "/topics/harbour-watch/?page=2"
    assert second.one("link", rel="prev")["href"] == "/topics/harbour-watch/"
    assert first.one("title").text != second.one("title").text
