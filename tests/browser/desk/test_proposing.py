"""Ben proposes a change to what is public, and Ada takes it, in Chromium."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from tests.browser.admin_pages import press, type_text
from tests.browser.axe import settled_violations
from tests.browser.desk_page import editor, item, open_desk, status
from tests.cast import again, draft_entry

pytestmark = pytest.mark.once  # the verbs behind it are asked on both databases


@pytest.fixture
def entry(blog, ada, ben):
    draft = draft_entry(blog, ben, "<p>Two ferries are lost.</p>")
    return actions.publish(user=ada, entry_id=draft.pk, revision=draft.revision)


def proposal(page, entry):
    return page.locator(f'[data-item="copy-{entry.pk}"]')


@pytest.mark.console_errors_expected  # axe tries styles of its own, which the policy refuses
def test_a_change_is_proposed_returned_submitted_again_and_approved(
    browser_of, blog, entry, ada, ben
):
    bens, adas = open_desk(browser_of(ben), blog), open_desk(browser_of(ada), blog)
    item(bens, entry).get_by_role("button", name="Propose changes").click()
    expect(bens.locator("#composer-title")).to_have_text("Editing a proposal for update 1")
    type_text(bens, " So far.")
    bens.get_by_label("Note to the editors").fill("The port says so.")
    press(bens, "Submit for review")
    expect(status(bens)).to_contain_text("Submitted for review.")
    expect(editor(bens)).to_have_text("")

    expect(proposal(adas, entry)).to_contain_text("Changes to update 1, by Ben, in review")
    expect(proposal(adas, entry)).to_contain_text("The port says so.")
    proposal(adas, entry).get_by_role("button", name="Return with a note…").click()
    dialog = adas.get_by_role("dialog", name="Return with a note")
    dialog.get_by_label("Note").fill("Which port?")
    dialog.get_by_role("button", name="Return with a note").click()

    expect(proposal(bens, entry)).to_contain_text("Which port?")
    proposal(bens, entry).get_by_role("button", name="Edit the changes").click()
    expect(bens.get_by_text("Returned: Which port?")).to_be_visible()
    type_text(bens, " Port Ellery says so.")
    press(bens, "Submit for review")
    expect(editor(bens)).to_have_text("")

    expect(proposal(adas, entry)).to_contain_text("Port Ellery")
    proposal(adas, entry).get_by_role("button", name="Approve…").press("Enter")
    dialog = adas.get_by_role("dialog", name="Approve")
    expect(dialog.locator("ins")).to_contain_text("So far.")
    dialog.get_by_label("Publish it").select_option("correction")
    dialog.get_by_label("Public note").fill("An earlier version did not say who said so.")
    assert settled_violations(adas) == []
    dialog.get_by_role("button", name="Approve").click()
    expect(proposal(adas, entry)).to_have_count(0)
    expect(proposal(bens, entry)).to_have_count(0)
    expect(item(bens, entry)).to_contain_text("An earlier version did not say who said so.")
    assert "Port Ellery" in again(entry).body_text
