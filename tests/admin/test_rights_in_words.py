"""A contract reads as a sentence: who gets what, where, and until when."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from liveblog.admin.rights_words import NAMES, in_words
from liveblog.rights import OUTLETS, UNREAD, Terms, decide
from tests.admin.desk import change_url
from tests.cast import allow


@pytest.mark.parametrize(
    ("terms", "days", "sentence"),
    [
        (
            UNREAD,
            None,
            (
                "The page gets the whole text; the public API, feeds, embeds on other sites and "
                "partners get nothing."
            ),
        ),
        (
            Terms(partner="excerpt", territories=("GB", "IE"), public_api="whole", embed="whole"),
            30,
            (
                "The page, the public API and embeds on other sites get the whole text; feeds "
                "get nothing; partners in GB and IE get an excerpt of 40 words; it must go "
                "after 30 days, and a link remains."
            ),
        ),
        (
            Terms(page="none", territories=("GB",)),
            1,
            (
                "The page, the public API, feeds, embeds on other sites and partners get nothing; "
                "it must go after 1 day, and a link remains."
            ),
        ),
        (
            Terms(public_api="excerpt", excerpt_words=1),
            None,
            (
                "The page gets the whole text; the public API gets an excerpt of 1 word; feeds, "
                "embeds on other sites and partners get nothing."
            ),
        ),
        (
            Terms(feed="excerpt", excerpt_words=0),
            None,
            (
                "The page gets the whole text; the public API, feeds, embeds on other sites and "
                "partners get nothing."
            ),
        ),
    ],
)
def test_a_contract_in_words(terms, days, sentence):
    assert in_words(terms, expires_after_days=days) == sentence


def test_a_contract_may_take_the_whole_update():
    said = in_words(UNREAD, expires_after_days=30, withdraws=True)
    assert said.endswith("it must go after 30 days, and the update with it.")


ALLOWANCES = st.sampled_from(["whole", "excerpt", "none", "unheard-of"])


@given(st.fixed_dictionaries(dict.fromkeys(OUTLETS, ALLOWANCES)), st.integers(0, 90))
def test_the_words_say_what_is_decided(allowances, words):
    """Each outlet stands in the clause of what `decide` would give it."""
    said = in_words(Terms(**allowances, excerpt_words=words)).lower()
    for outlet in OUTLETS:
        level = decide(Terms(**allowances, excerpt_words=words), outlet).level
        clause = next(part for part in said.split(";") if NAMES[outlet].lower() in part)
        expected = {"whole": "whole text", "excerpt": "excerpt", "withheld": "nothing"}[level]
        assert expected in clause


def test_the_list_and_the_page_say_it(adas, northwire, coastal):
    allow(northwire, partner="excerpt", partner_territories=["GB", "IE"], expires_after_days=30)
    said = "partners in GB and IE get an excerpt of 40 words; it must go after 30 days, "
    said += "and a link remains."
    listed = adas.open(reverse("admin:liveblog_source_changelist"))
    assert said in listed
    assert "Nobody has read its contract." in listed
    assert said in adas.open(change_url(northwire))


def test_whoever_signs_sees_what_stands_now(chis, northwire):
    assert "Now: Nobody has read its contract." in chis.verb(northwire, "rights")
