"""Texts of the demo are filled with hours and days around the moment they are read."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from liveblog.demo.words import body_of, filled

NEW_YORK = ZoneInfo("America/New_York")
NOON = datetime(2023, 1, 5, 17, 4, tzinfo=UTC)  # 12:04 p.m. in New York, a Thursday


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It began at {clock}, in a squall", "It began at 12:04 p.m., in a squall"),
        ("by {clock+90} at the latest", "by 1:30 p.m. at the latest"),
        ("at about {clock+38}.", "at about 12:45 p.m."),
        ("until {clock-4}.", "until noon."),
        ("closed {day} and {day+1}.", "closed Thursday and Friday."),
        ("on {day-1}", "on Wednesday"),
    ],
)
def test_a_place_is_filled(text, shown):
    assert filled(text, NOON, NEW_YORK) == shown


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("\nOne\nline.\n\nTwo.\n", "<p>One line.</p><p>Two.</p>"),
        ("A:\n\n<ul><li>b</li></ul>", "<p>A:</p><ul><li>b</li></ul>"),
        ("", ""),
    ],
)
def test_paragraphs_become_markup(text, markup):
    assert body_of(text) == markup
