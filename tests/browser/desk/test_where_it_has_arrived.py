"""After a kill the desk shows where it has arrived, line by line, in Chromium."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from liveblog.models import Reach, WebProcess
from tests.browser.axe import violations
from tests.browser.desk_page import asked, item, open_desk
from tests.cast import again, publish_entry

pytestmark = pytest.mark.once  # the verbs behind it are asked on both databases


@pytest.fixture
def entry(blog, ada):
    return publish_entry(blog, ada, "<p>Nobody may read this.</p>")


@pytest.fixture
def reader(browser_of, ben, blog, entry):
    """A page of the live blog, open and connected."""
    page = browser_of(ben)
    page.goto(f"/live/{blog.slug}/")
    expect(page.get_by_text("Nobody may read this.")).to_be_visible()
    return page


def spread(page):
    return page.get_by_role("region", name="Where it has arrived")


def kill(page, entry):
    asked(page, item(page, entry), "Kill", **{"Type KILL": "KILL", "Reason": "Wrong harbour."})


def line(page, consumer):
    """The line that begins with it."""
    named = page.locator("strong", has_text=re.compile(f"^{re.escape(consumer)}"))
    return spread(page).get_by_role("listitem").filter(has=named)


def test_a_kill_at_the_desk_is_followed_until_everybody_has_it(
    browser_of, ada, blog, entry, reader
):
    page = open_desk(browser_of(ada), blog)
    kill(page, entry)
    expect(reader.get_by_text("Nobody may read this.")).to_have_count(0)
    expect(line(page, "Web process")).to_contain_text("Gone")
    expect(line(page, "Web process")).to_contain_text("told.")
    expect(line(page, "Feeds and API")).to_contain_text("made from the database")
    expect(line(page, "Caches in front of them")).to_contain_text("promised, not measured")
    for waited in ("Caches in front of them", "Open pages that ask instead of listening"):
        expect(line(page, waited)).to_contain_text("~ Promised")
    expect(page.locator("#desk-spread-done")).to_contain_text("gone from everybody")
    item(page, entry).get_by_role("button", name="Where it has arrived").click()
    dialog = page.get_by_role("dialog", name="Update 1, killed at")
    expect(dialog.get_by_role("listitem").first).to_contain_text("Web process")
    page.keyboard.press("Escape")
    expect(item(page, entry).get_by_role("button", name="Where it has arrived")).to_be_focused()


@pytest.mark.console_errors_expected  # axe tries styles of its own, which the policy refuses
def test_a_process_that_is_silent_is_said_loudly(browser_of, ada, blog, entry):
    dead = WebProcess.objects.create(
        name="web-9:9:dead", at=timezone.now() - timedelta(minutes=3), readers=4
    )
    Reach.objects.create(
        process=dead, blog=blog, version=again(blog).version, reached_at=dead.at, readers=4
    )
    page = open_desk(browser_of(ada), blog)
    kill(page, entry)
    loud = page.locator("#desk-spread-loud")
    expect(loud).to_contain_text("Not everywhere yet. Web process web-9:9:dead: Silent for")
    expect(line(page, "Web process web-9:9:dead")).to_contain_text("LATE")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
