"""The entries: a time, then paragraphs and the captions of pictures among them."""

from dataclasses import dataclass, field

from liveblog.imports.page_labels import Label, is_almost_label
from liveblog.imports.page_lines import (
    is_file_photo,
    is_furniture,
    is_image_marker,
    looks_like_caption,
)
from liveblog.imports.page_model import Line, Problem


@dataclass(slots=True)
class Block:
    """One entry before it has its day: its label and the lines below it."""

    line: Line
    label: Label
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Content:
    """What stands in an entry."""

    paragraphs: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)


def read_content(block: Block) -> Content:
    """Paragraphs and captions of an entry, each in its order.

    A caption is a line marked as a picture's ("FILE - …", or behind "16x9 Image"), or one that
    stands twice: once for the picture and once below it. It is kept once.
    """
    content = Content()
    if block.label.rest:
        content.paragraphs.append(block.label.rest)
    after_marker = False
    for line, repeats, adjoining in _runs(block.lines):
        if is_image_marker(line.text) or is_furniture(line.text):
            content.furniture.append(line)
            after_marker = is_image_marker(line.text)
            continue
        if _is_caption(line, repeats, adjoining, after_marker):
            content.captions.append(line.text)
        else:
            _take_paragraph(content, line, repeats)
        after_marker = False
    return content


def _runs(lines: list[Line]) -> list[tuple[Line, int, bool]]:
    """Equal neighbours as one: the line, how often it stands, whether without a gap between."""
    runs: list[tuple[Line, int, bool]] = []
    for line in lines:
        if runs and runs[-1][0].text == line.text:
            first, repeats, adjoining = runs[-1]
            runs[-1] = (first, repeats + 1, adjoining or line.follows)
        else:
            runs.append((line, 1, False))
    return runs


def _is_caption(line: Line, repeats: int, adjoining: bool, after_marker: bool) -> bool:
    doubled = repeats > 1 and (adjoining or looks_like_caption(line.text))
    return after_marker or doubled or is_file_photo(line.text)


def _take_paragraph(content: Content, line: Line, repeats: int) -> None:
    content.paragraphs.append(line.text)
    if repeats > 1:
        _report(content, line, "The paragraph stands twice; it is kept once.")
    if looks_like_caption(line.text):
        _report(content, line, "It reads like a picture's caption; it is kept as a paragraph.")
    if is_almost_label(line.text):
        _report(content, line, "It begins like an entry, but not with a time and a colon.")


def _report(content: Content, line: Line, why: str) -> None:
    content.problems.append(Problem(line.no, line.text, why))
