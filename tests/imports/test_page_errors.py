"""A file that is no page gets one sentence; a line that fits nowhere is reported."""

import pytest

from liveblog.imports.page_lines import MAX_BYTES
from liveblog.imports.page_text import PageError, decode_page, parse_page
from tests.imports.pages import CAPTION, ENTRIES, FOOT, HEAD, page


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "empty"),
        (" \n\u00a0\n\ufeff", "empty"),
        ("Latest Developments in Morrow: Jan. 5\n\nNothing happened.", "no entry"),
        (ENTRIES, "no headline"),
        (f"Breaking News\n\n{CAPTION}\n{CAPTION}\n\nAll times EST.\n{ENTRIES}", "no headline"),
        (page().replace("closed", "clo\0sed"), "NUL character on line 14"),
        (page().replace("closed", "clo\ud800sed"), "UTF-8"),
        (page() + "a" * MAX_BYTES, "longer than 5 MB"),
    ],
)
def test_what_is_no_page_is_refused_with_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(PageError, match=sentence) as raised:
        parse_page(text)
    message = str(raised.value)
    assert message.endswith(".")
    assert "\n" not in message


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (page().encode("utf-16"), "not UTF-8"),
        (page().encode("cp1252"), "not UTF-8"),
        (b"a" * (MAX_BYTES + 1), "longer than 5 MB"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(PageError, match=sentence):
        decode_page(data)


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    data = page().encode("utf-8-sig")
    assert parse_page(decode_page(data)) == parse_page(page())


@pytest.mark.parametrize(
    ("text", "line_no", "line"),
    [
        (page(head="A line above that fits nothing at all\n" + HEAD), 1, "A line above that fits"),
        (page(head=HEAD + "\nA line below the standfirst.\n"), 14, "A line below the standfirst."),
        (page(head=HEAD + "\n9:50 p.m. Text without colon.\n"), 14, "9:50 p.m. Text"),
        (page(foot=FOOT + "\nRelated stories are below.\n"), 30, "Related stories are below."),
    ],
)
def test_a_line_that_fits_nowhere_is_reported_with_its_number(
    text: str, line_no: int, line: str
) -> None:
    (problem,) = parse_page(text).problems
    assert problem.line_no == line_no
    assert problem.text.startswith(line)
    assert problem.why.endswith(".")


def test_problems_come_in_the_order_of_the_page() -> None:
    text = page("\n3 p.m.: A.\n\n5 p.m.: B.\n", head="A line that fits nothing above it\n" + HEAD)
    numbers = [problem.line_no for problem in parse_page(text + "\nAnd one below.\n").problems]
    assert len(numbers) == 3
    assert numbers == sorted(numbers)
