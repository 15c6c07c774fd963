"""Some seconds to undo, in Chromium: counted down, taken back, or sent at once."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from liveblog import actions
from liveblog.models import Entry, LiveBlog
from tests.browser.admin_pages import type_text
from tests.browser.desk_page import editor, item_saying, open_desk, status
from tests.cast import again

pytestmark = pytest.mark.once  # the verbs behind it are asked on both databases


@pytest.fixture
def page(browser_of, ada, blog):
    LiveBlog.objects.filter(pk=blog.pk).update(hold_seconds=60)
    return open_desk(browser_of(ada), blog)


def publish(page, text):
    type_text(page, text)
    editor(page).press("Control+Enter")
    expect(status(page)).to_contain_text("Goes out in 60 seconds, unless you undo it.")
    expect(editor(page)).to_have_text("")
    expect(page.get_by_role("timer")).to_contain_text("Goes out in")
    return Entry.objects.get()


def test_undone_it_is_in_the_composer_again_and_now_sends_it(page):
    entry = publish(page, "The harbour is closed.")
    page.get_by_role("button", name="Undo: The harbour is closed.").press("Enter")
    expect(editor(page)).to_have_text("The harbour is closed.")
    expect(page.get_by_role("timer")).to_have_count(0)
    expect(status(page)).to_have_text("Undone: readers have seen nothing of it.")
    assert (again(entry).state, again(entry).number) == ("draft", None)
    editor(page).press("Control+Enter")
    now = page.get_by_role("button", name="Publish now: The harbour is closed.")
    now.press("Enter")
    expect(page.get_by_role("timer")).to_have_count(0)
    expect(item_saying(page, "The harbour is closed.")).to_have_attribute("data-state", "published")
    assert again(entry).number == 1


def test_a_closed_tab_changes_nothing_and_every_desk_sees_it_go_out(page, browser_of, chi, blog):
    entry = publish(page, "The harbour is closed.")
    page.close()
    chis = open_desk(browser_of(chi), blog)
    expect(chis.get_by_role("timer")).to_contain_text("Goes out in")
    Entry.objects.filter(pk=entry.pk).update(scheduled_for=timezone.now())
    assert actions.publish_due() == [again(entry)]
    expect(chis.get_by_role("timer")).to_have_count(0)
    expect(item_saying(chis, "The harbour is closed.")).to_have_attribute("data-state", "published")


def test_whoever_pressed_is_told_when_it_is_out(page):
    entry = publish(page, "The harbour is closed.")
    Entry.objects.filter(pk=entry.pk).update(scheduled_for=timezone.now())
    actions.publish_due()
    expect(status(page)).to_have_text("Published, readers see it: 1. The harbour is closed.")
