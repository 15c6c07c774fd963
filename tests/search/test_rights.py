"""What an outlet may not read it cannot find, nor see in what is found."""

import pytest

from liveblog.search import Asked, find
from tests.cast import allow, publish_entry, wire_item
from tests.search.asking import found

TEXT = "<p>Gale warning for tonight, says the harbour master.</p>"


@pytest.fixture
def agency_entry(blog, ada, northwire):
    return publish_entry(blog, ada, TEXT, headline="Sea", built_from=wire_item(northwire).pk)


def page(client, text):
    response = client.get("/search/", {"q": text})
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_and_the_api_search_what_each_may_have(agency_entry, northwire, client):
    allow(northwire, page="whole", public_api="none")
    assert found("tonight", "page") == [1]
    assert found("tonight", "public_api") == found("sea", "public_api") == []
    answer = client.get("/api/v1/search/", {"q": "tonight"})
    assert answer.json()["results"] == []


def test_of_an_excerpt_the_page_finds_the_headline_only(agency_entry, northwire, client):
    allow(northwire, page="excerpt", excerpt_words=2)
    assert found("tonight") == found("sea tonight") == []
    assert found("sea") == [1]
    shown = page(client, "sea")
    assert "<mark>Sea</mark>" in shown
    assert "Gale warning" in shown
    assert "harbour master" not in shown


def test_of_a_withheld_update_nothing_is_found_on_the_page(agency_entry, northwire, client):
    allow(northwire, page="none")
    assert found("sea") == found("tonight") == []
    assert "harbour master" not in page(client, "tonight")


def test_the_rank_of_an_excerpt_tells_nothing_of_its_text(agency_entry, blog, ada, northwire):
    allow(northwire, page="excerpt", excerpt_words=1)
    publish_entry(
        blog, ada, "<p>" + "Sea. " * 50 + "</p>", headline="Sea",
        built_from=wire_item(northwire, guid="urn:northwire:2").pk,
    )  # fmt: skip
    publish_entry(
        blog, ada, "<p>Nothing.</p>", headline="Sea",
        built_from=wire_item(northwire, guid="urn:northwire:3").pk,
    )  # fmt: skip
    ranked = find(Asked("sea"), "page", size=20).entries
    assert [entry.number for entry in ranked] == [3, 2, 1]  # by time, as all rank the same
