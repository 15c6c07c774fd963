"""A day's page of the series "Latest Developments in Ukraine", read from its text.

Written for the format: kicker, headline with the day, lead picture's caption, topic, sometimes a
recap, a standfirst that names the time zone, then entries that begin with their time, newest first,
and perhaps a credit sentence and the author's block. Pure: no database, no clock, no network.

Every line that is not blank ends up in the page, among its ``problems``, or, if it is known to be
the site's own ("Print", "16x9 Image"), in its ``furniture``; nothing is dropped in silence.
"""

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from liveblog.imports.page_dates import date_problems, day_heading, is_day_heading, page_date
from liveblog.imports.page_entries import Block, Content, read_content
from liveblog.imports.page_foot import Foot, read_foot, split_foot
from liveblog.imports.page_head import Head, read_head
from liveblog.imports.page_labels import read_label
from liveblog.imports.page_lines import decode_page, read_lines
from liveblog.imports.page_model import (
    Byline,
    Line,
    PageError,
    ParsedEntry,
    ParsedPage,
    Problem,
    SummaryPoint,
)
from liveblog.imports.page_order import (
    Stretch,
    assign_days,
    fold_named,
    order_problems,
    split_at_midnight,
)
from liveblog.imports.page_zones import choose_zone, labels_on, zone_named

__all__ = [
    "Byline",
    "Line",
    "PageError",
    "ParsedEntry",
    "ParsedPage",
    "Problem",
    "SummaryPoint",
    "decode_page",
    "parse_page",
]


def parse_page(text: str, *, on: date | None = None, zone: str | None = None) -> ParsedPage:
    """Read a page. ``on`` is its day and ``zone`` an IANA name, both stronger than what it says.

    Raises ``PageError``, one sentence for the user, if it is no such page, or if its day or zone
    cannot be told. What is merely odd is in ``problems``, each with its line.
    """
    lines = read_lines(text)
    first = next((n for n, line in enumerate(lines) if read_label(line.text)), None)
    if first is None:
        raise PageError("The page has no entry: no line begins with a time such as “9:34 p.m.:”.")
    above = _above(lines[:first])
    head = read_head(above)
    blocks, headings = _blocks(lines[len(above) :])
    blocks[-1].lines, below = split_foot(blocks[-1].lines)
    foot = read_foot(below)
    contents = [read_content(block) for block in blocks]
    page = _page(head, foot, contents, on, _zone_of(head, blocks, zone))
    _add_entries(page, blocks, contents, headings)
    _check_letters(page, head, blocks, asked=zone is not None)
    page.problems.sort(key=lambda problem: problem.line_no)
    return page


def _above(lines: list[Line]) -> list[Line]:
    """The head without a heading of the first day, which belongs to the entries."""
    return lines[:-1] if len(lines) > 1 and is_day_heading(lines[-1].text) else lines


def _blocks(lines: Sequence[Line]) -> tuple[list[Block], dict[int, Line]]:
    """The entries with their lines, and the day headings by the number of the next entry."""
    blocks: list[Block] = []
    headings: dict[int, Line] = {}
    for line, below in zip_longest(lines, lines[1:]):
        if label := read_label(line.text):
            blocks.append(Block(line, label))
        elif is_day_heading(line.text) and below is not None and read_label(below.text):
            headings[len(blocks)] = line
        else:
            blocks[-1].lines.append(line)
    return blocks, headings


def _zone_of(head: Head, blocks: list[Block], asked_for: str | None) -> str:
    """The zone the page names, else the one behind the first of its times."""
    behind = next((block.label.zone for block in blocks if block.label.zone), "")
    return choose_zone(head.zone_label or behind, asked_for)


def _page(
    head: Head, foot: Foot, contents: list[Content], on: date | None, zone: str
) -> ParsedPage:
    headline = head.headline.text
    captions = [head.caption, *(caption for each in contents for caption in each.captions)]
    day = page_date(headline, head.stamps, captions, on)
    return ParsedPage(
        headline=headline,
        date=day,
        zone=zone,
        kicker=head.kicker,
        lead_image_caption=head.caption,
        topic_name=head.topic_name,
        topic_sentence=head.topic_sentence,
        standfirst=head.standfirst,
        all_times=head.all_times_text,
        zone_label=head.zone_label,
        summary_heading=head.summary_heading,
        summary_points=head.summary_points,
        byline=foot.byline or (Byline(_author(head.author)) if head.author else None),
        credit_names=foot.credit_names,
        credit_sentence=foot.credit_sentence,
        closing_notes=foot.notes,
        problems=[
            *head.problems,
            *foot.problems,
            *date_problems(headline, head.headline.no, day),
            *_second_author(head, foot),
        ],
        furniture=[*head.furniture, *foot.furniture],
    )


def _author(line: Line) -> str:
    return line.text.removeprefix("By ")


def _second_author(head: Head, foot: Foot) -> list[Problem]:
    if not (head.author and foot.byline) or _author(head.author) == foot.byline.name:
        return []
    why = f"The block below the entries names {foot.byline.name}, which is used."
    return [Problem(head.author.no, head.author.text, why)]


def _add_entries(
    page: ParsedPage, blocks: list[Block], contents: list[Content], headings: dict[int, Line]
) -> None:
    stretches = [Stretch()]
    for number, (block, content) in enumerate(zip(blocks, contents, strict=True)):
        if heading := headings.get(number):
            stretches.append(Stretch(day_heading(heading.text, page.date)))
        entry = ParsedEntry(
            block.line.no,
            block.label.text,
            block.label.time,
            page.date,
            paragraphs=content.paragraphs,
            captions=content.captions,
        )
        page.entries.append(entry)
        page.problems += content.problems
        page.furniture += content.furniture
        stretches[-1].entries.append((entry, block.line))
    parts = split_at_midnight(stretches)
    page.problems += assign_days(parts, page.date)
    for entry, block in zip(page.entries, blocks, strict=True):
        entry.fold = fold_named(entry, block.label.zone, page.zone)
    page.problems += order_problems(parts, page.zone)


def _check_letters(page: ParsedPage, head: Head, blocks: list[Block], *, asked: bool) -> None:
    """Report letters that are not in force on the day, or are another zone's."""
    in_force = labels_on(page.zone, page.date)
    if head.all_times and not asked and _wrong(page.zone_label, in_force):
        why = (
            f"The page says {page.zone_label}, but {page.zone} has {' and '.join(sorted(in_force))}"
            " on that day; if its times are meant otherwise, say so with --timezone."
        )
        page.problems.append(Problem(head.all_times.no, head.all_times.text, why))
    for block in blocks:
        letters = block.label.zone
        if letters and letters not in in_force and zone_named(letters) != page.zone:
            why = f"The time is in {letters}, the page in {page.zone}; it is read as the page's."
            page.problems.append(Problem(block.line.no, block.line.text, why))


def _wrong(label: str, in_force: set[str]) -> bool:
    """Whether ``label`` names summer or winter time and it is the other ("ET" names neither)."""
    return label.isupper() and len(label) > 2 and label.isalpha() and label not in in_force
