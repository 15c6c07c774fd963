"""The page's date and zone, and the day of each entry."""

from datetime import date, time

import pytest

from liveblog.imports.page_text import PageError, ParsedPage, parse_page
from tests.imports.pages import CAPTION, HEAD, page

NEW_YEAR = HEAD.replace(CAPTION, "A ferry burns in Morrow, Dec. 31, 2022.")


def of(headline: str, *, head: str = HEAD) -> str:
    return page(head=head.replace("Latest Developments in Morrow: Jan. 5", headline))


@pytest.mark.parametrize(
    ("headline", "day"),
    [
        ("Latest Developments in Morrow: Jan. 5", date(2023, 1, 5)),
        ("Latest Developments in Morrow: January 6", date(2023, 1, 6)),
        ("Latest Developments in Morrow: Jan. 5, 2022", date(2022, 1, 5)),
        ("Latest Developments in Morrow — Feb. 1", date(2023, 2, 1)),
    ],
)
def test_the_headline_says_the_day_and_a_caption_the_year(headline: str, day: date) -> None:
    assert parse_page(of(headline)).date == day


def test_a_caption_of_last_year_does_not_move_new_years_page() -> None:
    headline = "Latest Developments in Morrow: Jan. 1"
    assert parse_page(of(headline, head=NEW_YEAR)).date == date(2023, 1, 1)


@pytest.mark.parametrize(
    "caption",
    [
        "A ferry burns in Morrow.",
        "A ferry burns in Morrow, May 4, 2020.",
        "FILE - A ferry burns in Morrow, Jan. 4, 2020.",
    ],
)
def test_without_a_year_near_the_day_the_date_must_be_given(caption: str) -> None:
    text = page(head=HEAD.replace(CAPTION, caption))
    with pytest.raises(PageError, match="--date"):
        parse_page(text)
    assert parse_page(text, on=date(2023, 1, 5)).date == date(2023, 1, 5)


def test_a_caption_in_an_entry_may_tell_the_year() -> None:
    ships = "Ships wait in Morrow, Jan. 4, 2023."
    entries = f"\n9 p.m.: Text.\n\n{ships}\n{ships}\n\nMore.\n"
    assert parse_page(page(entries, head=HEAD.replace(CAPTION, ""))).date == date(2023, 1, 5)


def test_the_sites_own_date_may_tell_the_year_or_the_day() -> None:
    head = HEAD.replace(CAPTION, "").replace("Jan. 5", "Jan. 5\n\nJanuary 06, 2023 1:12 AM")
    assert parse_page(page(head=head)).date == date(2023, 1, 5)
    assert parse_page(page(head=head.replace(": Jan. 5", ""))).date == date(2023, 1, 6)


def test_a_date_that_is_given_is_stronger_and_a_difference_is_reported() -> None:
    parsed = parse_page(page(), on=date(2023, 1, 6))
    assert parsed.date == parsed.entries[0].day == date(2023, 1, 6)
    assert [problem.line_no for problem in parsed.problems] == [5]


@pytest.mark.parametrize(
    ("label", "zone"),
    [
        ("EST", "America/New_York"),
        ("CST", "America/Chicago"),
        ("Eastern", "America/New_York"),
        ("Eastern Standard Time", "America/New_York"),
        ("GMT", "Europe/London"),
        ("UTC", "UTC"),
        ("CET", "Europe/Paris"),
        ("Kyiv time", "Europe/Kyiv"),
        ("UTC+3", "Etc/GMT-3"),
        ("Europe/Kyiv", "Europe/Kyiv"),
    ],
)
def test_the_zone_is_taken_from_the_page(label: str, zone: str) -> None:
    parsed = parse_page(page(head=HEAD.replace("All times EST", f"All times {label}")))
    assert (parsed.zone_label, parsed.zone, parsed.problems) == (label, zone, [])


@pytest.mark.parametrize("label", ["IST", "XYZ", "UTC+99", "Nowhere/Here"])
def test_an_unknown_zone_asks_for_the_option(label: str) -> None:
    text = page(head=HEAD.replace("EST", label))
    with pytest.raises(PageError, match="--timezone"):
        parse_page(text)
    assert parse_page(text, zone="Europe/Kyiv").zone == "Europe/Kyiv"


def test_a_page_without_a_zone_asks_for_the_option() -> None:
    text = page(head=HEAD.replace(" All times EST.", ""))
    with pytest.raises(PageError, match="--timezone"):
        parse_page(text)
    assert parse_page(text.replace("noon:", "noon EST:")).zone == "America/New_York"


@pytest.mark.parametrize("zone", ["", "EST", "Nowhere/Here", "../../etc/passwd", "America/", "\0"])
def test_a_zone_that_does_not_exist_is_refused(zone: str) -> None:
    with pytest.raises(PageError, match="--timezone"):
        parse_page(page(), zone=zone)


def test_winter_letters_on_a_summer_page_are_reported() -> None:
    parsed = parse_page(page(), on=date(2023, 7, 5))
    assert "EDT" in parsed.problems[-1].why
    assert parse_page(page(), on=date(2023, 11, 5)).problems[-1].text.startswith("Latest")


def test_an_entry_out_of_order_keeps_its_place_and_is_reported() -> None:
    parsed = parse_page(page("\n3 p.m.: A.\n\n5 p.m.: B.\n\n2 p.m.: C.\n"))
    assert [entry.time.hour for entry in parsed.entries] == [15, 17, 14]
    assert {entry.day for entry in parsed.entries} == {date(2023, 1, 5)}
    assert [problem.line_no for problem in parsed.problems] == [16]


def days(parsed: ParsedPage) -> list[int]:
    return [entry.day.day for entry in parsed.entries]


def test_a_page_that_runs_into_the_evening_before() -> None:
    parsed = parse_page(page("\n9 p.m.: A.\n\n12:30 a.m.: B.\n\n11:50 p.m.: C.\n"))
    assert days(parsed) == [5, 5, 4]
    assert [problem.line_no for problem in parsed.problems] == [18]
    assert "Jan. 4, 2023" in parsed.problems[0].why


def test_a_page_that_ran_on_after_midnight() -> None:
    parsed = parse_page(page("\n12:30 a.m.: A.\n\n11:50 p.m.: B.\n\n9 p.m.: C.\n"))
    assert days(parsed) == [6, 5, 5]


def test_midnight_above_the_evening_is_the_day_that_begins() -> None:
    parsed = parse_page(page("\nmidnight: A.\n\n11:50 p.m.: B.\n\n9 p.m.: C.\n\n12 a.m.: D.\n"))
    assert days(parsed) == [6, 5, 5, 5]


def test_day_headings_are_stronger_than_guesses() -> None:
    entries = (
        "\nFriday, Jan. 6, 2023\n\n1 p.m.: A.\n\nJan. 5:\n\n9 p.m.: B.\n\nJan. 4\n\n8 p.m.: C.\n"
    )
    parsed = parse_page(page(entries))
    assert (days(parsed), parsed.problems) == ([6, 5, 4], [])


@pytest.mark.parametrize("line", ["Feb. 30", "Jan. 4\n\nMore text."])
def test_a_day_that_heads_no_entries_stays_text(line: str) -> None:
    parsed = parse_page(page(f"\n9 p.m.: A.\n\n{line}\n\n8 p.m.: B.\n"))
    assert parsed.entries[0].paragraphs == ["A.", *line.split("\n\n")]
    assert days(parsed) == [5, 5]


def test_a_headline_with_no_such_day_asks_for_the_date() -> None:
    with pytest.raises(PageError, match="--date"):
        parse_page(of("Latest Developments in Morrow: Feb. 30"))


def test_a_day_heading_across_new_year_finds_its_year() -> None:
    entries = "\n1 a.m.: A.\n\nDec. 31\n\n9 p.m.: B.\n"
    text = of("Latest: Jan. 1", head=NEW_YEAR).replace(page()[len(HEAD) :], entries)
    assert [entry.day for entry in parse_page(text).entries] == [
        date(2023, 1, 1),
        date(2022, 12, 31),
    ]


def test_the_hour_that_is_shown_twice_is_told_apart() -> None:
    entries = "\n3 a.m.: A.\n\n1:10 a.m.: B.\n\n1:40 a.m.: C.\n\n12:30 a.m.: D.\n"
    parsed = parse_page(page(entries), on=date(2023, 11, 5))
    assert [entry.fold for entry in parsed.entries] == [0, 1, 0, 0]
    assert [problem.line_no for problem in parsed.problems] == [5]


def test_letters_behind_the_time_tell_the_second_hour() -> None:
    entries = "\n1:40 a.m. EST: A.\n\n1:10 a.m. EDT: B.\n"
    parsed = parse_page(page(entries), on=date(2023, 11, 5))
    assert [entry.fold for entry in parsed.entries] == [1, 0]


def test_a_time_that_the_clocks_skip_is_reported() -> None:
    parsed = parse_page(page("\n2:30 a.m.: A.\n"), on=date(2023, 3, 12))
    assert parsed.entries[0].time == time(2, 30)
    assert "no such time" in parsed.problems[-1].why
