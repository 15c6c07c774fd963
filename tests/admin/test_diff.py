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
