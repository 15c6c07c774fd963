"""Times in the reader's own zone, on demand."""

import pytest
from playwright.sync_api import expect

from tests.cast import publish_entry

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]
NINE_IN_THE_EVENING = "2023-01-05T21:00:00-05:00"


@pytest.fixture
def browser_context_args(browser_context_args):
    return browser_context_args | {"timezone_id": "Europe/Kyiv", "locale": "en-US"}


@pytest.fixture
def entry(blog, ada):
    return publish_entry(blog, ada, display_at=NINE_IN_THE_EVENING)


@pytest.fixture
def button(entry, reader):
    return reader.open().page.get_by_role("button", name="Show times in my zone")


def time_of(reader, entry):
    return reader.entry(entry).locator(".permalink time")


def test_times_are_the_blogs_until_asked(button, reader, entry):
    expect(time_of(reader, entry)).to_have_text("9 p.m.")
    expect(button).to_have_attribute("aria-pressed", "false")


def test_the_button_switches_them_and_back(button, reader, entry):
    button.click()
    expect(time_of(reader, entry)).to_have_text("Jan 6, 4:00 AM GMT+2")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(time_of(reader, entry)).to_have_text("9 p.m.")


def test_entries_that_arrive_follow_the_choice(button, reader, blog, ada):
    button.click()
    new = publish_entry(blog, ada, display_at="2023-01-05T22:00:00-05:00")
    expect(time_of(reader, new)).to_have_text("Jan 6, 5:00 AM GMT+2")


def test_the_choice_is_remembered(button, reader, entry):
    button.click()
    reader.open()
    expect(time_of(reader, entry)).to_have_text("Jan 6, 4:00 AM GMT+2")
