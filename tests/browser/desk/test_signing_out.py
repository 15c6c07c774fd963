"""Signing out leaves nothing of what was typed for whoever sits down next at this computer."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.admin_pages import type_text
from tests.browser.desk_page import open_desk

# A look that is on its way while its page signs out is refused, and the browser notes it.
pytestmark = [pytest.mark.once, pytest.mark.console_errors_expected]

WORDS = "The minister resigns at noon."
KEPT = "() => Object.values(localStorage).filter((text) => text.includes('resigns')).length"


@pytest.mark.parametrize("elsewhere", [None, "/admin/", "/accounts/sessions/"])
def test_what_is_kept_is_dropped_once_the_person_said_so(browser_of, ada, blog, elsewhere):
    page = open_desk(browser_of(ada), blog)
    asked, answers = [], [False, True]
    page.on("dialog", lambda dialog: asked.append(dialog.message) or reply(dialog, answers))
    type_text(page, WORDS)
    if elsewhere:
        page.goto(elsewhere)
    else:
        page.locator(".desk-account summary").click()
    out = page.get_by_role("button", name="Log out")
    with page.expect_event("dialog"):
        out.click()
    assert page.evaluate(KEPT) == 1
    out.click()
    expect(page).to_have_url(re.compile("/accounts/login/"))
    assert "a text that the site does not have" in asked[-1]
    assert page.evaluate(KEPT) == 0


def reply(dialog, answers):
    return dialog.accept() if answers.pop(0) else dialog.dismiss()
