"""Covering direct quotations keeps every offset."""

import pytest

from liveblog.credits.quotes import MASK, mask_quotes, plain


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('He said, "No." Then', "He said,  Then"),
        ("He said, “No.” Then", "He said,  Then"),
        ("„No“, he said, «no»", ", he said, "),
        ("“No. And ‘never’, I say,” he said", " he said"),
        ("He said, “no, and no more", "He said, "),
        ("a 6\" gun and a 'new' one", 'a 6" gun and a  one'),
        ("the workers' union and the ports' masters", "the workers' union and the ports' masters"),
        ("Jane’s ‘new step’ is out", "Jane’s  is out"),
    ],
)
def test_only_quoted_words_are_covered(text: str, left: str) -> None:
    masked = mask_quotes(text)
    assert len(masked) == len(text)
    assert masked.replace(MASK, "") == left


def test_plain_text_has_typewriter_apostrophes_and_simple_spaces() -> None:
    assert plain("TDN’s\u00a0Jane\tDoe") == "TDN's Jane Doe"
