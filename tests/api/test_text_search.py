"""Searching words, and never those an outlet may not read."""

import pytest

from tests.api.asking import numbers, of, problem
from tests.cast import allow, publish_entry, wire_item


def test_words_are_found_in_any_case_and_order(blog, ada, client):
    publish_entry(blog, ada, body="<p>Ferries are <strong>suspended</strong> until noon.</p>")
    publish_entry(blog, ada, body="<p>Ferries sail again.</p>")
    assert numbers(client, blog, text="NOON ferries") == [1]
    assert numbers(client, blog, text="ferr") == [2, 1]


def test_words_are_found_in_the_headline(blog, ada, client):
    publish_entry(blog, ada, headline="Harbour closed")
    assert numbers(client, blog, text="harbour suspended") == [1]


def test_case_is_no_matter_of_the_latin_script_alone(blog, ada, client):
    publish_entry(blog, ada, body="<p>Пороми стоять.</p>")
    assert numbers(client, blog, text="ПОРОМИ") == [1]


@pytest.mark.parametrize("text", [".*", "%", "_", "(", "[a", "\\", "f.rries", "***", "(?i)x"])
def test_no_letter_is_a_pattern(text, blog, ada, client):
    publish_entry(blog, ada)
    assert numbers(client, blog, text=text) == []


def test_markup_is_not_searched(blog, ada, client):
    publish_entry(blog, ada, body="<p><strong>Wind</strong></p>")
    assert numbers(client, blog, text="strong") == []


@pytest.mark.parametrize("allowance", [None, "none"])
def test_the_text_of_a_withheld_entry_cannot_be_probed(allowance, blog, ada, northwire, client):
    if allowance:
        allow(northwire, public_api=allowance)
    item = wire_item(northwire)
    publish_entry(blog, ada, "<p>Gale warning.</p>", headline="Gale", built_from=item.pk)
    assert numbers(client, blog, text="gale") == []
    assert numbers(client, blog) == [1]


def test_of_an_excerpt_only_the_headline_can_be_probed(blog, ada, northwire, client):
    allow(northwire, public_api="excerpt", excerpt_words=2)
    item = wire_item(northwire)
    publish_entry(blog, ada, "<p>Gale warning for tonight.</p>", headline="Sea", built_from=item.pk)
    assert numbers(client, blog, text="sea") == [1]
    assert numbers(client, blog, text="tonight") == []


def test_what_may_be_had_whole_can_be_searched_whole(blog, ada, northwire, client):
    allow(northwire, public_api="whole")
    publish_entry(blog, ada, "<p>Gale tonight.</p>", built_from=wire_item(northwire).pk)
    assert numbers(client, blog, text="tonight") == [1]


def test_own_words_that_merely_credit_an_agency_can_be_searched(blog, ada, northwire, client):
    publish_entry(blog, ada, attributions=[{"source": northwire.pk, "relation": "reported"}])
    assert numbers(client, blog, text="ferries") == [1]


def test_a_text_too_long_is_refused(blog, client):
    body = problem(client.get(of(blog, "entries/"), {"text": "a" * 101}), 400)
    assert body["detail"] == "“text” is longer than 100 characters."
