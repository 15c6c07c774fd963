"""The word-by-word comparison of two texts."""

import pytest

from liveblog.admin import diff
from liveblog.admin.diff import Piece, compare

TEXTS = [
    "",
    "one",
    "one two",
    "two one",
    "one  two\nthree",
    "Ferry №7 – «да»",
    " leading",
    "a\n\nb",
]


def test_words_in_the_middle_are_found():
    assert compare("Ferries are suspended.", "Ferries were suspended.") == [
        Piece("same", "Ferries "),
        Piece("removed", "are "),
        Piece("added", "were "),
        Piece("same", "suspended."),
    ]


@pytest.mark.parametrize("more", [" It is open.", "\nIt is open."])
def test_a_last_word_that_something_was_written_behind_stands_still(more):
    last = [Piece("same", "The bridge is "), Piece("same", "closed.")]
    assert compare("The bridge is closed.", f"The bridge is closed.{more}") == [
        *last,
        Piece("added", more),
    ]
    assert compare(f"The bridge is closed.{more}", "The bridge is closed.") == [
        *last,
        Piece("removed", more),
    ]


def test_a_word_that_became_another_is_shown_whole():
    assert compare("It go", "It going on")[1:] == [
        Piece("removed", "go"), Piece("added", "going on")
    ]  # fmt: skip


def test_equal_texts_are_one_piece():
    assert compare("one two", "one two") == [Piece("same", "one two")]


@pytest.mark.parametrize("old", TEXTS)
@pytest.mark.parametrize("new", TEXTS)
@pytest.mark.parametrize("most", [2500, 2, 0])
def test_the_pieces_are_both_texts_and_nothing_else(old, new, most, monkeypatch):
    monkeypatch.setattr(diff, "MOST", most)
    pieces = compare(old, new)
    assert "".join(p.text for p in pieces if p.kind != "added") == old
    assert "".join(p.text for p in pieces if p.kind != "removed") == new


def test_a_very_long_text_is_compared_by_lines(monkeypatch):
    monkeypatch.setattr(diff, "MOST", 3)
    assert compare("a b c d\ne", "a b c d\nf")[0] == Piece("same", "a b c d\n")
