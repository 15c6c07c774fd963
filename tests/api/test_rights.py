"""What an anonymous caller gets of entries built from agency copy."""

import pytest

from liveblog import actions
from tests.api.asking import V1, entries, of, read
from tests.cast import allow, credit, publish_entry, wire_item

FRAME = ("number", "seq", "state", "url", "display_at", "attributions")


@pytest.fixture
def gale(blog, ada, northwire, picture):
    """An entry that carries the agency's copy."""
    return publish_entry(
        blog, ada, "<p>Gale warning for tonight.</p>", headline="Gale",
        built_from=wire_item(northwire).pk, attributions=[credit(northwire)],
        images=[{"asset": picture().pk}], embeds=[{"url": "https://social.example/1"}],
    )  # fmt: skip


def everywhere(client, blog, entry):
    """The entry as the list, the delta and its own address give it."""
    one = read(client, f"{V1}entries/{entry.public_id}/")
    [listed] = entries(client, blog)
    [changed] = read(client, of(blog, "changes/"))["entries"]
    assert one == listed == changed
    return one


def test_without_a_contract_for_the_api_only_the_frame_is_given(gale, blog, client):
    document = everywhere(client, blog, gale)
    assert document["rights"] == "withheld"
    assert all(document[name] for name in FRAME)
    for name in ("headline", "body_html", "body_text", "images", "embeds", "corrections"):
        assert not document[name]


def test_a_contract_for_none_withholds_too(gale, blog, northwire, client):
    allow(northwire, public_api="none", page="whole")
    assert everywhere(client, blog, gale)["rights"] == "withheld"


def test_a_contract_for_an_excerpt_gives_its_words(gale, blog, northwire, client):
    allow(northwire, public_api="excerpt", excerpt_words=2)
    document = everywhere(client, blog, gale)
    assert (document["rights"], document["body_text"]) == ("excerpt", "Gale warning …")
    assert document["body_html"] == "<p>Gale warning …</p>"
    assert document["images"] == document["embeds"] == []


def test_a_contract_for_the_whole_gives_it(gale, blog, northwire, client):
    allow(northwire, public_api="whole")
    document = everywhere(client, blog, gale)
    assert document["body_text"] == "Gale warning for tonight."
    assert document["images"][0]["credit"] == "Ada / Newsroom"


def test_copy_that_is_withheld_is_in_no_answer_at_all(gale, blog, client):
    for rest in ("entries/", "entries/?state=all", "changes/"):
        answer = client.get(of(blog, rest)).content
        assert b"Gale" not in answer
        assert b"pier" not in answer


def test_a_changed_contract_reaches_whoever_follows(gale, blog, chi, northwire, client):
    version = read(client, of(blog))["version"]
    actions.edit_rights(user=chi, source_id=northwire.pk, fields={"public_api": "whole"})
    [entry] = read(client, of(blog, "changes/"), since=version)["entries"]
    assert entry["rights"] == "whole"
