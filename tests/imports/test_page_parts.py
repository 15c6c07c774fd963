"""A page of the series falls into its parts."""

from datetime import date, time

import pytest

from liveblog.imports.page_text import Byline, PageError, ParsedPage, SummaryPoint, parse_page
from tests.imports.pages import CAPTION, ENTRIES, FOOT, HEAD, page


def test_a_page_is_read_into_its_parts() -> None:
    parsed = parse_page(page())
    assert parsed.kicker == "Breaking News"
    assert parsed.headline == "Latest Developments in Morrow: Jan. 5"
    assert parsed.lead_image_caption == CAPTION
    assert parsed.topic_sentence == "For full coverage of the ferries, visit Flashpoint Morrow."
    assert parsed.topic_name == "Flashpoint Morrow"
    assert parsed.standfirst == "The latest developments in the harbour."
    assert parsed.all_times == "All times EST."
    assert (parsed.zone_label, parsed.zone) == ("EST", "America/New_York")
    assert parsed.date == date(2023, 1, 5)
    assert parsed.byline == Byline("Tide News", "Tide News is the work of many journalists.")
    assert parsed.credit_names == ["Meridian", "The Harbour Press"]
    assert parsed.problems == []


def test_entries_keep_the_order_times_and_paragraphs_of_the_page() -> None:
    newest, middle, oldest = parse_page(page()).entries
    assert (newest.label, newest.time, newest.line_no) == ("9:34 p.m.", time(21, 34), 14)
    assert newest.paragraphs == [
        "The port is closed, Meridian reported.",
        "It closed at 4 p.m.: nobody was told.",
    ]
    assert (middle.time, middle.empty) == (time(20, 22), True)
    assert (oldest.label, oldest.time, oldest.empty) == ("noon", time(12), False)
    assert {entry.day for entry in (newest, middle, oldest)} == {date(2023, 1, 5)}


def test_a_page_may_end_without_credit_and_author() -> None:
    parsed = parse_page(page(foot=""))
    assert parsed.entries == parse_page(page()).entries
    assert (parsed.credit_sentence, parsed.credit_names, parsed.byline) == ("", [], None)


def test_a_page_may_have_no_picture() -> None:
    parsed = parse_page(page(head=HEAD.replace(CAPTION, "")), on=date(2023, 1, 5))
    assert (parsed.lead_image_caption, parsed.problems) == ("", [])


def test_the_lead_caption_may_stand_once() -> None:
    parsed = parse_page(page(head=HEAD.replace(f"{CAPTION}\n", "", 1)))
    assert (parsed.lead_image_caption, parsed.problems) == (CAPTION, [])


@pytest.mark.parametrize(
    ("line", "standfirst", "all_times"),
    [
        ("The latest in Morrow. All times EDT:", "The latest in Morrow.", "All times EDT:"),
        ("For the latest in Morrow, all times EDT:", "For the latest in Morrow", "all times EDT:"),
        ("The latest in Morrow (all times EDT)", "The latest in Morrow", "all times EDT"),
        ("The latest in Morrow. All times are in EDT.", "The latest in Morrow.", None),
        ("All times EDT.", "", "All times EDT."),
    ],
)
def test_the_standfirst_is_kept_apart_from_the_time_zone(
    line: str, standfirst: str, all_times: str | None
) -> None:
    head = HEAD.replace("The latest developments in the harbour. All times EST.", line)
    parsed = parse_page(page(head=head), on=date(2023, 7, 5))
    assert parsed.standfirst == standfirst
    assert parsed.all_times == (all_times or "All times are in EDT.")
    assert (parsed.zone_label, parsed.zone) == ("EDT", "America/New_York")


def test_the_time_zone_may_stand_below_the_standfirst() -> None:
    parsed = parse_page(page(head=HEAD.replace(". All times", ".\n\nAll times")))
    assert parsed.standfirst == "The latest developments in the harbour."
    assert (parsed.all_times, parsed.problems) == ("All times EST.", [])


def test_a_recap_above_the_entries_becomes_summary_points() -> None:
    recap = "Recap of Jan. 5:\n* The port is closed.\nDIPLOMACY\n*Morrow asked.\n• Bay agreed.\n"
    parsed = parse_page(page(head=HEAD.replace("\nThe latest", f"\n{recap}\nThe latest")))
    assert parsed.summary_heading == "Recap of Jan. 5"
    assert parsed.summary_points == [
        SummaryPoint("The port is closed."),
        SummaryPoint("Morrow asked.", "DIPLOMACY"),
        SummaryPoint("Bay agreed.", "DIPLOMACY"),
    ]
    assert (parsed.standfirst, parsed.problems) == ("The latest developments in the harbour.", [])


def test_who_contributed_is_kept_apart_from_the_last_entry() -> None:
    note = "TDN's Jane Doe contributed to this report."
    parsed = parse_page(page(foot=f"\n{note}\n{FOOT}"))
    assert parsed.closing_notes == [note]
    assert parsed.entries[-1].paragraphs == ["The port is open."]
    together = parse_page(page(foot=FOOT.replace("Some info", f"{note} Some info")))
    assert together.closing_notes == [note]
    assert together.credit_sentence == parsed.credit_sentence


@pytest.mark.parametrize(
    "foot",
    [
        "\n• 16x9 Image\n\nTide News\n\nTide News is the work of many.\n",
        "\nTide News\n\nTide News is the work of many.\n",
        "\n16x9 Image 16x9 Image\nTide News\nTide News is the work of many.\nPrint\n",
    ],
)
def test_an_author_is_found_without_a_credit_sentence(foot: str) -> None:
    parsed = parse_page(page(foot=foot))
    assert parsed.byline == Byline("Tide News", "Tide News is the work of many.")
    assert parsed.entries[-1].paragraphs == ["The port is open."]


def test_an_author_above_the_entries_is_found() -> None:
    head = HEAD.replace("Jan. 5\n", "Jan. 5\n\nBy Jane Doe\n\nJanuary 05, 2023 10:41 PM\n", 1)
    assert parse_page(page(head=head, foot="")).byline == Byline("Jane Doe")
    both = parse_page(page(head=head))
    assert both.byline == parse_page(page()).byline
    assert [problem.text for problem in both.problems] == ["By Jane Doe"]


def test_the_sites_own_lines_are_set_aside() -> None:
    entries = ENTRIES.replace("\n8:22", "\nShare\n\nPrint\n\n8:22")
    parsed = parse_page(page(entries, head="Skip to main content\n" + HEAD))
    assert [line.text for line in parsed.furniture] == [
        *("Skip to main content", "Accessibility links", "• 16x9 Image", "Share", "Print"),
    ]
    assert parsed.problems == []


def test_what_stands_twice_in_the_head_is_reported_once() -> None:
    head = f"{HEAD}\nA second picture.\nA second picture.\n\nAll times CST.\n"
    assert [problem.text for problem in parse_page(page(head=head)).problems] == [
        "A second picture.",
        "All times CST.",
    ]


@pytest.mark.parametrize(
    ("above", "kicker"),
    [("Breaking News", "Breaking News"), ("Europe", "Europe"), ("LIVE", "LIVE"), ("", "")],
)
def test_the_kicker_is_what_stands_above_the_headline(above: str, kicker: str) -> None:
    parsed = parse_page(page(head=HEAD.replace("Breaking News", above)))
    assert (parsed.kicker, parsed.problems) == (kicker, [])


def test_a_headline_may_stand_twice_or_be_marked_as_updated() -> None:
    line = "Latest Developments in Morrow: Jan. 5"
    parsed = parse_page(page(head=HEAD.replace(line, f"{line}\n{line}\n\nupdate")))
    assert (parsed.headline, parsed.lead_image_caption) == (line, CAPTION)


def test_a_headline_without_a_day_needs_the_date() -> None:
    text = page(head=HEAD.replace("Latest Developments in Morrow: Jan. 5", "Ferries in Morrow"))
    parsed = parse_page(text, on=date(2023, 1, 5))
    assert (parsed.headline, parsed.problems) == ("Ferries in Morrow", [])
    with pytest.raises(PageError, match="--date"):
        parse_page(text)


def parts(parsed: ParsedPage) -> tuple[object, ...]:
    entries = [(entry.label, entry.paragraphs, entry.captions) for entry in parsed.entries]
    return (parsed.headline, parsed.standfirst, parsed.byline, parsed.credit_names, entries)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "  \t\n"),
        lambda text: text.replace("\n\n", "\n"),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("p.m.", "p.m.\u200b"),
    ],
)
def test_line_ends_and_spaces_do_not_matter(change: object) -> None:
    assert callable(change)
    assert parts(parse_page(change(page()))) == parts(parse_page(page()))
