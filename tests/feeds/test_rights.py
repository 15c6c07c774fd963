"""What a feed may carry of copy somebody else wrote."""

import pytest

from tests.cast import allow, credit, publish_entry, wire_item
from tests.feeds.reading import ATOM, KINDS, ask, atom, ids, json_feed, urn

COPY = "<p>Waves of eleven metres were measured off the northern pier at noon.</p>"


@pytest.fixture
def copied(blog, ada, northwire):
    """Publishes an entry built from Northwire's copy, under the contract given."""

    def make(**contract):
        allow(northwire, **contract)
        return publish_entry(
            blog, ada, COPY, headline="Waves", built_from=wire_item(northwire).pk,
            attributions=[credit(northwire)],
        )  # fmt: skip

    return make


@pytest.mark.parametrize("kind", KINDS)
def test_copy_the_feed_may_not_have_keeps_its_place(kind, copied, blog, client):
    entry = copied(page="whole", feed="none")
    assert ids(client, blog, kind) == [urn(entry)]
    content = ask(client, blog, kind).content.decode()
    assert "eleven metres" not in content
    assert "Waves" not in content
    assert "The text of this update cannot be carried here." in content


def test_a_withheld_entry_keeps_its_frame(copied, blog, client):
    copied(page="whole", feed="none")
    (item,) = json_feed(client, blog)["items"]
    assert (item["_liveblog"]["number"], item["_liveblog"]["rights"]) == (1, "withheld")
    assert item["_liveblog"]["attribution"][0]["agency"] == "northwire"
    (shown,) = atom(client, blog).findall(f"{ATOM}entry")
    assert shown.findtext(f"{ATOM}title") == "Update 1"


@pytest.mark.parametrize("kind", KINDS)
def test_an_excerpt_leads_to_the_rest(kind, copied, blog, client):
    copied(page="whole", feed="excerpt", excerpt_words=3)
    content = ask(client, blog, kind).content.decode()
    assert "Waves of eleven …" in content
    assert "northern pier" not in content
    assert "Read the whole update" in content


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_contract_allows_is_carried_whole(kind, copied, blog, client):
    copied(page="whole", feed="whole")
    assert "off the northern pier at noon" in ask(client, blog, kind).content.decode()
