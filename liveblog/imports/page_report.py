"""What the importer tells: a table of the entries, and everything that wants a look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liveblog.credits import attribution_text
from liveblog.imports.page_intake import Intake, Taken
from liveblog.imports.page_model import Line, Problem

HEADINGS = ("line", "number", "time", "paragraphs", "attributions", "to fill")
RIGHT = {"line", "number", "paragraphs"}
QUOTED = 60  # characters of a line that is told of


def report(intake: Intake, *, dry_run: bool = False) -> Iterator[str]:
    """The report, line by line."""
    yield from table([_row(taken) for taken in intake.taken])
    yield ""
    yield _counts(intake)
    yield from _left_out(intake.page.furniture)
    yield from _problems(intake.page.problems)
    yield from _added(intake)
    yield from _credit_line(intake)
    yield _outcome(intake, dry_run=dry_run)


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows under their headings, in columns."""
    every = [HEADINGS, *rows]
    widths = [max(len(row[column]) for row in every) for column in range(len(HEADINGS))]
    for row in every:
        cells = [
            cell.rjust(width) if name in RIGHT else cell.ljust(width)
            for name, cell, width in zip(HEADINGS, row, widths, strict=True)
        ]
        yield "  ".join(cells).rstrip()


def _row(taken: Taken) -> tuple[str, ...]:
    parsed = taken.parsed
    return (
        str(parsed.line_no),
        str(taken.number),
        parsed.label,
        str(len(parsed.paragraphs)) + (f" + {len(parsed.captions)}" if parsed.captions else ""),
        "; ".join(attribution_text(found.credit(), first_use=False) for found in taken.found),
        "embed" if parsed.empty else "",
    )


def _counts(intake: Intake) -> str:
    entries = len(intake.taken)
    to_fill = sum(taken.parsed.empty for taken in intake.taken)
    captions = sum(len(taken.parsed.captions) for taken in intake.taken)
    text = f"{counted(entries, 'entry', 'entries')}, {to_fill} to fill"
    if captions:
        text += f", {counted(captions, 'caption')} kept as text (pictures are not in the file)"
    return f"{text}."


def _left_out(lines: Sequence[Line]) -> Iterator[str]:
    if lines:
        shown = ", ".join(f"{line.no} ({cut(line.text)})" for line in lines)
        yield f"Left out as the site's own: {'line' if len(lines) == 1 else 'lines'} {shown}."


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    if not problems:
        return
    yield f"{counted(len(problems), 'line')} to look at:"
    for problem in problems:
        yield f"  line {problem.line_no}: “{cut(problem.text)}”: {problem.why}"


def _added(intake: Intake) -> Iterator[str]:
    result = intake.result
    if result.topic:
        yield f"New topic: {result.topic.name}."
    if result.sources:
        names = ", ".join(
            source.name + (" (in the credit line)" if source.in_credit_line else "")
            for source in result.sources
        )
        yield f"New sources: {names}."


def _credit_line(intake: Intake) -> Iterator[str]:
    derived, written = intake.result.blog.credit_line, intake.page.credit_sentence
    if derived == written:
        yield "The credit line is the page's own, to the letter." if written else "No credit line."
    elif not written:
        yield f"The page has no credit line; derived: {derived}"
    else:
        yield "The credit line differs from the page's:"
        yield f"  on the page: {written}"
        yield f"  derived:     {derived or '(none)'}"


def _outcome(intake: Intake, *, dry_run: bool) -> str:
    blog = intake.result.blog
    if not intake.result.created:
        return f"Imported before as “{blog.slug}”, with the same text; nothing was changed."
    if dry_run:
        return "This was a dry run; nothing was stored."
    return f"Imported as “{blog.slug}”: {blog.get_absolute_url()}"


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 line", "2 lines"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def cut(text: str) -> str:
    """The beginning of a long line."""
    return text if len(text) <= QUOTED else text[: QUOTED - 1] + "…"
