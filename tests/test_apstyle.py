"""Times and dates in AP style: liveblog/apstyle.py."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from liveblog.apstyle import (
    NonexistentTime,
    all_times_line,
    date_label,
    day_label,
    is_ambiguous,
    local_to_utc,
    parse_time_label,
    resolve_local,
    short_date_label,
    time_label,
    zone_label,
)

NEW_YORK = ZoneInfo("America/New_York")
LONDON = ZoneInfo("Europe/London")
FOLD_DAY = date(2023, 11, 5)  # New York: 2 a.m. EDT becomes 1 a.m. EST
GAP_DAY = date(2023, 3, 12)  # New York: 2 a.m. EST becomes 3 a.m. EDT

CLOCK = {
    (0, 0): "midnight",
    (0, 1): "12:01 a.m.",
    (0, 30): "12:30 a.m.",
    (1, 0): "1 a.m.",
    (9, 5): "9:05 a.m.",
    (11, 59): "11:59 a.m.",
    (12, 0): "noon",
    (12, 30): "12:30 p.m.",
    (16, 0): "4 p.m.",
    (21, 34): "9:34 p.m.",
    (23, 59): "11:59 p.m.",
}


@pytest.mark.parametrize(("clock", "label"), CLOCK.items())
def test_clock_times_are_written_in_ap_style(clock: tuple[int, int], label: str) -> None:
    assert time_label(datetime(2023, 1, 5, *clock, tzinfo=NEW_YORK), NEW_YORK) == label


@pytest.mark.parametrize(("clock", "label"), CLOCK.items())
def test_every_label_reads_back_as_the_same_time(clock: tuple[int, int], label: str) -> None:
    assert parse_time_label(label) == time(*clock)


def test_every_minute_of_the_day_survives_label_and_reading() -> None:
    minutes = [datetime(2023, 1, 5, m // 60, m % 60) for m in range(24 * 60)]
    assert [parse_time_label(time_label(dt, LONDON)) for dt in minutes] == [
        dt.time() for dt in minutes
    ]


def test_an_instant_is_shown_in_the_zone_of_the_blog() -> None:
    instant = datetime(2023, 1, 6, 2, 34, 59, tzinfo=UTC)
    assert time_label(instant, NEW_YORK) == "9:34 p.m."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:34 PM", time(21, 34)),
        ("9:34pm", time(21, 34)),
        ("9:34\u00a0p.m.", time(21, 34)),
        ("  4 p. m. ", time(16)),
        ("12 a.m.", time(0)),
        ("12 p.m.", time(12)),
        ("12 noon", time(12)),
        ("Midnight", time(0)),
        ("10:00 p.m.", time(22)),
    ],
)
def test_looser_spellings_of_a_time_are_understood(text: str, expected: time) -> None:
    assert parse_time_label(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "13 p.m.", "0:30 a.m.", "9:60 p.m.", "21:34", "9:34", "9:3 p.m.", "soon", "4 p.m. EST"],
)
def test_what_is_no_time_label_is_not_guessed_at(text: str) -> None:
    assert parse_time_label(text) is None


@pytest.mark.parametrize(
    ("zone", "on", "label"),
    [
        ("America/New_York", date(2023, 1, 5), "EST"),
        ("America/New_York", date(2023, 7, 5), "EDT"),
        ("Europe/London", date(2023, 1, 5), "GMT"),
        ("Europe/London", date(2023, 7, 5), "BST"),
        ("Europe/Kyiv", date(2023, 1, 5), "EET"),
        ("Europe/Kyiv", date(2023, 7, 5), "EEST"),
        ("Europe/Istanbul", date(2023, 1, 5), "UTC+3"),
        ("America/Sao_Paulo", date(2023, 1, 5), "UTC-3"),
        ("Asia/Kathmandu", date(2023, 1, 5), "UTC+5:45"),
        ("America/St_Johns", date(2023, 1, 5), "NST"),
        ("UTC", date(2023, 1, 5), "UTC"),
        ("Atlantic/Azores", date(2023, 7, 5), "UTC"),
        ("Etc/GMT", date(2023, 1, 5), "GMT"),
    ],
)
def test_the_zone_is_named_by_its_letters_or_its_offset(zone: str, on: date, label: str) -> None:
    assert zone_label(ZoneInfo(zone), on) == label


def test_the_page_says_which_zone_its_times_are_in() -> None:
    assert all_times_line(NEW_YORK, date(2023, 1, 5)) == "All times EST"
    assert all_times_line(NEW_YORK, datetime(2023, 7, 5, 12, tzinfo=UTC)) == "All times EDT"


def test_on_the_day_the_clocks_change_the_page_names_both_zones() -> None:
    assert all_times_line(NEW_YORK, FOLD_DAY) == "All times EDT and EST"
    assert all_times_line(NEW_YORK, GAP_DAY) == "All times EST and EDT"


def test_a_day_heading_has_the_weekday_and_the_ap_month() -> None:
    instant = datetime(2023, 1, 6, 2, 34, tzinfo=UTC)
    assert day_label(instant, NEW_YORK) == "Thursday, Jan. 5, 2023"
    assert day_label(date(2023, 1, 6), NEW_YORK) == "Friday, Jan. 6, 2023"


def test_midnight_stands_under_the_day_that_begins() -> None:
    midnight = datetime(2023, 1, 6, 5, 0, tzinfo=UTC)
    assert time_label(midnight, NEW_YORK) == "midnight"
    assert day_label(midnight, NEW_YORK) == "Friday, Jan. 6, 2023"


def test_march_to_july_are_never_abbreviated() -> None:
    months = [short_date_label(date(2023, month, 5)).removesuffix(" 5") for month in range(1, 13)]
    written = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec."
    assert " ".join(months) == written
    assert date_label(date(2022, 9, 24)) == "Sept. 24, 2022"


def test_two_entries_at_half_past_one_on_the_fold_day_can_be_told_apart() -> None:
    first = local_to_utc(FOLD_DAY, time(1, 30), NEW_YORK, fold=0)
    second = local_to_utc(FOLD_DAY, time(1, 30), NEW_YORK, fold=1)
    assert (second - first).total_seconds() == 3600
    assert time_label(first, NEW_YORK) == time_label(second, NEW_YORK) == "1:30 a.m."
    assert time_label(first, NEW_YORK, with_zone=True) == "1:30 a.m. EDT"
    assert time_label(second, NEW_YORK, with_zone=True) == "1:30 a.m. EST"


def test_only_the_repeated_hour_is_ambiguous() -> None:
    clock = [time(0, 59), time(1), time(1, 59), time(2)]
    found = [is_ambiguous(local_to_utc(FOLD_DAY, at, NEW_YORK), NEW_YORK) for at in clock]
    assert found == [False, True, True, False]
    assert not is_ambiguous(datetime.combine(GAP_DAY, time(2, 30)), NEW_YORK)


def test_a_time_that_the_zone_skips_is_refused_with_a_sentence() -> None:
    with pytest.raises(
        NonexistentTime, match=r"There is no 2:30 a\.m\. on March 12, 2023"
    ) as raised:
        local_to_utc(GAP_DAY, time(2, 30), NEW_YORK)
    assert time_label(raised.value.instant_after, NEW_YORK, with_zone=True) == "3:30 a.m. EDT"


def test_a_skipped_time_can_be_moved_to_the_instant_after_with_a_flag() -> None:
    assert resolve_local(GAP_DAY, time(2, 30), NEW_YORK) == (
        datetime(2023, 3, 12, 7, 30, tzinfo=UTC),
        True,
    )
    assert resolve_local(GAP_DAY, time(3), NEW_YORK) == (
        datetime(2023, 3, 12, 7, 0, tzinfo=UTC),
        False,
    )
