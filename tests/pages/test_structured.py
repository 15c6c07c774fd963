"""What search engines read: a live blog and its updates in the words of schema.org."""

import json
from datetime import UTC, datetime

import pytest

from liveblog import actions
from tests.cast import again, allow, credit, publish_entry, wire_item
from tests.feeds.rules import is_url, rfc_3339
from tests.feeds.stage import fill
from tests.pages.reading import read

HOSTILE = "</script><script>alert(1)</script><!-- \u2028 & <b>"


def structured(client, address):
    """The page's JSON-LD, valid by the rules for a live blog or one of its updates."""
    page = read(client.get(address).content.decode())
    script = page.one("head").one("script", type="application/ld+json")
    document = json.loads("".join(script.children))
    assert document["@context"] == "https://schema.org"
    assert None not in document.values()
    if document["@type"] == "LiveBlogPosting":
        is_live_blog(document)
    else:
        is_update(document)
    return document


def is_live_blog(document):
    for name in ("headline", "description", "url", "author", "publisher"):
        assert document[name], name
    for name in ("datePublished", "dateModified", "coverageStartTime"):
        rfc_3339(document[name])
    assert isinstance(document["image"], list)
    for image in document["image"]:
        is_url(image["url"])
    publisher = document["publisher"]
    assert publisher["@type"] == "NewsMediaOrganization"
    for url in (publisher["url"], publisher["logo"]["url"], document["url"]):
        is_url(url)
    addresses = [update["url"] for update in document["liveBlogUpdate"]]
    assert len(addresses) == len(set(addresses))
    for update in document["liveBlogUpdate"]:
        is_update(update)
        assert update["url"].startswith(document["url"] + "#entry-")
        assert "?" not in update["url"]


def is_update(document):
    assert document["@type"] == "BlogPosting"
    assert document["headline"]
    assert document["author"]
    is_url(document["url"])
    assert rfc_3339(document["datePublished"]) <= rfc_3339(document["dateModified"])


def live(blog, query=""):
    return f"/live/{blog.slug}/{query}"


def edit(blog, ada, **fields):
    actions.edit_blog(user=ada, blog_id=blog.pk, revision=again(blog).revision, fields=fields)


def test_a_live_blog_says_what_it_is(blog, ada, northwire, client, settings):
    edit(blog, ada, byline="The harbour desk")
    publish_entry(blog, ada, attributions=[credit(northwire)])
    found = structured(client, live(blog))
    assert found["headline"] == "Storm hits the harbour: Jan. 5"
    assert found["url"] == found["@id"] == settings.SITE_URL + live(blog)
    assert found["inLanguage"] == "en"
    assert found["coverageStartTime"] == "2023-01-05T00:00:00-05:00"
    assert found["author"] == {"@type": "Organization", "name": "The harbour desk"}
    assert found["publisher"]["name"] == "Newsroom"
    assert found["articleSection"] == "Harbour watch"
    assert found["creditText"] == "Some information in this report came from Northwire."
    assert rfc_3339(found["dateModified"]) == again(blog).updated_at


def test_coverage_ends_only_when_it_has_ended(blog, ada, client):
    edit(blog, ada, coverage_end=datetime(2030, 1, 6, tzinfo=UTC))
    assert "coverageEndTime" not in structured(client, live(blog))
    actions.end_coverage(user=ada, blog_id=blog.pk)
    assert rfc_3339(structured(client, live(blog))["coverageEndTime"])


def test_an_update_says_what_it_is(blog, ada, northwire, coastal, picture, client, settings):
    publish_entry(
        blog, ada, headline="No ferries", attributions=[credit(northwire, via=coastal)],
        images=[{"asset": picture().pk}], authors=[{"user": ada.pk, "name": "Ada"}],
        display_at=datetime(2023, 1, 6, 2, 34, tzinfo=UTC),
    )  # fmt: skip
    (update,) = structured(client, live(blog))["liveBlogUpdate"]
    assert update["headline"] == "No ferries"
    assert update["articleBody"] == "Ferries are suspended."
    assert update["url"] == f"{settings.SITE_URL}{live(blog)}#entry-1"
    assert update["contentReferenceTime"] == "2023-01-05T21:34:00-05:00"
    assert update["author"] == [{"@type": "Person", "name": "Ada"}]
    assert update["creditText"] == "Northwire"
    (based_on,) = update["isBasedOn"]
    assert based_on["publisher"] == {"@type": "NewsMediaOrganization", "name": "Northwire"}
    assert based_on["isBasedOn"]["publisher"]["name"] == "The Coastal Press"
    assert update["image"][0]["creditText"] == "Ada / Newsroom"


def test_an_update_without_headline_is_named_by_its_words(blog, ada, picture, client):
    publish_entry(blog, ada, "", images=[{"asset": picture().pk}])
    publish_entry(blog, ada)
    titles = [each["headline"] for each in structured(client, live(blog))["liveBlogUpdate"]]
    assert titles == ["Ferries are suspended.", "Update 1"]


def test_a_correction_is_told(blog, ada, client):
    entry = publish_entry(blog, ada)
    actions.correct(
        user=ada, entry_id=entry.pk, revision=entry.revision, note="It was noon.", fields={}
    )
    (update,) = structured(client, live(blog))["liveBlogUpdate"]
    (correction,) = update["correction"]
    assert (correction["@type"], correction["text"]) == ("CorrectionComment", "It was noon.")


def test_a_page_of_one_update_names_its_live_blog(blog, ada, client, settings):
    publish_entry(blog, ada)
    found = structured(client, live(blog, "1/"))
    assert found["url"] == found["@id"] == f"{settings.SITE_URL}{live(blog)}1/"
    assert found["isPartOf"]["@type"] == "LiveBlogPosting"
    assert found["isPartOf"]["url"] == settings.SITE_URL + live(blog)
    assert found["publisher"]["name"] == "Newsroom"


def test_a_page_names_the_updates_it_shows_and_no_others(blog, client):
    blog = fill(blog, 100)
    for query, highest in (("", 100), ("?before=71", 70)):
        updates = structured(client, live(blog, query))["liveBlogUpdate"]
        numbers = [int(update["url"].rpartition("-")[2]) for update in updates]
        assert numbers == list(range(highest, highest - 30, -1))


def test_search_engines_get_no_more_than_the_page_may_show(blog, ada, northwire, client):
    allow(northwire, page="excerpt", excerpt_words=2)
    publish_entry(
        blog, ada, "<p>Waves of eleven metres.</p>", built_from=wire_item(northwire).pk,
        attributions=[credit(northwire)],
    )  # fmt: skip
    (update,) = structured(client, live(blog))["liveBlogUpdate"]
    assert (update["headline"], update["articleBody"]) == ("Waves of …", "Waves of …")


def test_nobody_ends_the_script_from_within(blog, ada, client):
    edit(blog, ada, headline=HOSTILE, standfirst=HOSTILE, byline=HOSTILE)
    publish_entry(blog, ada, headline=HOSTILE)
    for address in (live(blog), live(blog, "1/")):
        content = client.get(address).content.decode()
        inside = content.partition("ld+json>")[2] or content.partition('ld+json">')[2]
        inside = inside.partition("</script>")[0]
        assert not set(inside) & set("<>&\u2028\u2029")
        found = structured(client, address)
        assert found["headline"].startswith("</script><script>")


def test_the_publisher_has_the_logo_of_the_settings(blog, client, settings):
    settings.SITE_LOGO = "https://cdn.example/logo.png"
    logo = structured(client, live(blog))["publisher"]["logo"]
    assert logo["url"] == "https://cdn.example/logo.png"


@pytest.mark.parametrize("count", [2, 50])
def test_it_costs_no_query(count, blog, northwire, client, django_assert_num_queries):
    blog = fill(blog, count, northwire)
    with django_assert_num_queries(8):
        structured(client, live(blog))
