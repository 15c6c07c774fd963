"""What might be looked at again in an entry's credits."""

import pytest

from liveblog.credits import Cited, lint
from liveblog.credits.lint import longest_run
from tests.credits.sources import HARBOUR, MERIDIAN, REGISTRY

COPY = "The dam above the town of Kellin burst early on Wednesday after nine days of heavy rain."


def kinds(text, credited=(), **more):
    return [note.kind for note in lint(text.splitlines(), set(credited), REGISTRY, **more)]


def test_an_agency_that_is_named_wants_a_credit():
    (note,) = lint(["The dam burst, Meridian reported."], set(), REGISTRY)
    assert note.text == "The text names Meridian, but nothing is attributed to it."
    assert kinds("The dam burst, Meridian reported.", ["meridian"]) == []


def test_copy_that_is_carried_wants_a_credit():
    assert kinds("The dam burst.", carried=MERIDIAN) == ["carried"]
    assert kinds("The dam burst.", ["meridian"], carried=MERIDIAN) == []


@pytest.mark.parametrize(
    "text",
    [
        "KELLIN (Wire) — The dam burst.",
        "KELLIN, Ostermark (Wire) - The dam burst.",
        "NEW KELLIN, Jan. 5 – The dam burst.",
        "KELLIN -- The dam burst.",
    ],
)
def test_a_dateline_is_noticed(text):
    assert kinds(text) == ["dateline"]


@pytest.mark.parametrize(
    "text",
    [
        "The dam burst - and nobody was there.",
        "UNESCO-listed houses were flooded.",
        "NATO said it would help.",
        "WATCH: The dam bursts.",
        "An army engineer — he gave no name — said so.",
    ],
)
def test_what_only_begins_like_one_is_none(text):
    assert "dateline" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister will resign, sources said.",
        "A source told us the minister would resign.",
        "People familiar with the matter say the minister will resign.",
        "The minister will resign, according to two people with knowledge of it.",
    ],
)
def test_nameless_sources_want_somebodys_name(text):
    found = kinds(text)
    assert found == ["nameless"], found
    assert kinds(text, ["meridian"]) == []


def test_sources_of_something_else_are_none():
    assert kinds("Two rivers have their sources in the hills.") == []


def test_a_citation_that_quotes_too_much_says_how_much():
    cited = Cited("Meridian", f"{COPY} Nobody was hurt.", 10)
    (note,) = lint([f"We hear: {COPY}"], {"meridian"}, REGISTRY, cited=[cited])
    assert note.kind == "quoted"
    assert note.text.startswith("17 words in a row are Meridian's own (“The dam above the town of")
    assert "allows 10" in note.text


def test_a_short_quotation_is_nobodys_business():
    cited = Cited("Meridian", COPY, 10)
    assert kinds("It burst early on Wednesday.", ["meridian"], cited=[cited]) == []


def test_case_and_punctuation_do_not_hide_a_run():
    assert len(longest_run("THE DAM, above the town", "the dam above: the town")) == 5
    assert longest_run("", COPY) == []


def test_several_notes_come_together():
    text = "KELLIN (Harbour) — The dam burst, sources said, The Harbour Press reported."
    assert kinds(text, carried=HARBOUR) == ["named", "carried", "dateline", "nameless"]
