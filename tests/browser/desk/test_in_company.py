"""Who is here, who has what open, and the same sentence typed twice: two people in Chromium."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from liveblog import actions
from liveblog.models import DeskPresence, Entry
from tests.browser.admin_pages import type_text
from tests.browser.axe import settled_violations
from tests.browser.desk_page import edit, editor, item, open_desk, status
from tests.cast import again, draft_entry, publish_entry

FERRIES = "All ferries to the islands are suspended until Friday, Northwire reported."

# Her desk hears nothing of what colleagues do from now on.
TOLD_NOTHING = """
const answeredFetch = window.fetch;
window.fetch = (...request) =>
  String(request[0]).endsWith("/here") ? new Promise(() => {}) : answeredFetch(...request);
"""

pytestmark = pytest.mark.console_errors_expected  # the browser notes every refusal


@pytest.fixture
def at_the_desk(browser_of, console_errors, blog):
    """Opens the desk as somebody, in a browser of their own."""
    yield lambda user: open_desk(browser_of(user), blog)
    refusals = ("status of 4", "net::ERR_INTERNET_DISCONNECTED")
    assert [it for it in console_errors if not any(each in it for each in refusals)] == []


def here(page):
    return page.locator("#desk-people")


def hold(page):
    return page.locator("[data-hold]")


def take_over(page):
    return hold(page).get_by_role("button", name="Take over")


def is_closed(page):
    expect(editor(page)).to_have_attribute("contenteditable", "false")
    expect(editor(page)).to_have_attribute("aria-readonly", "true")


def is_open(page):
    expect(editor(page)).to_have_attribute("contenteditable", "true")
    expect(hold(page)).to_be_hidden()


def silent(user):
    """No sign of life for a minute."""
    then = timezone.now() - timedelta(minutes=1)
    DeskPresence.objects.filter(user=user).update(seen_at=then)


@pytest.mark.once
def test_a_colleague_comes_writes_and_goes(at_the_desk, ada, ben, blog):
    entry = draft_entry(blog, ben, "<p>Buses stop at noon.</p>")
    adas = at_the_desk(ada)
    expect(here(adas)).to_contain_text("Ada (you)")
    bens = at_the_desk(ben)
    expect(here(adas)).to_contain_text("Ben")
    drawn = item(adas, entry)
    drawn.evaluate("it => { it.isTheSame = true; }")
    item(bens, entry).get_by_role("button", name="Edit").click()
    expect(drawn.get_by_text("Ben is editing")).to_be_visible()
    expect(item(bens, entry).get_by_text("Ben is editing")).to_have_count(0)
    type_text(bens, " Trams too.")
    expect(here(adas)).to_contain_text("writing in a draft")
    expect(here(adas)).to_contain_text(re.compile("has a draft open, idle since"))
    assert drawn.evaluate("it => it.isTheSame === true"), "the item was drawn anew"
    bens.close()
    expect(here(adas)).not_to_contain_text("Ben")
    expect(drawn.get_by_text("Ben is editing")).to_have_count(0)


def test_what_ben_has_open_is_taken_over_and_taken_back(at_the_desk, ada, chi, blog):
    entry = publish_entry(blog, ada, "<p>Ferries stop.</p>")
    chis, adas = at_the_desk(chi), at_the_desk(ada)
    edit(chis, entry)
    type_text(chis, " Chi's words.")
    expect(item(adas, entry).get_by_text("Chi is editing")).to_be_visible()
    edit(adas, entry)
    expect(hold(adas)).to_contain_text("Chi has had this open since")
    expect(hold(adas)).to_contain_text("last typed")
    is_closed(adas)
    expect(editor(adas)).to_have_text("Ferries stop.")
    adas.keyboard.type("Not a word of this.")
    adas.keyboard.press("Control+s")
    expect(editor(adas)).to_have_text("Ferries stop.")
    adas.keyboard.press("Alt+1")
    adas.locator("[data-press=save]").dispatch_event("click")
    expect(status(adas)).to_contain_text("Not saved: take it over first.")
    take_over(adas).focus()
    adas.keyboard.press("Enter")
    is_open(adas)
    expect(status(adas)).to_have_text("It is yours now.")

    expect(hold(chis)).to_contain_text("Ada took this over at")
    expect(hold(chis)).to_contain_text("Your text is kept here.")
    is_closed(chis)
    chis.keyboard.press("Control+Enter")
    assert again(entry).revision == 1
    expect(editor(chis)).to_contain_text("Chi's words.")
    type_text(adas, " Ada's words.")
    hold(chis).get_by_role("button", name="Take it back").click()
    is_open(chis)
    is_closed(adas)
    expect(hold(adas)).to_contain_text("Chi took this over at")
    editor(chis).press("Control+Enter")
    expect(status(chis)).to_have_text("Update 1 is changed.")
    assert "Chi's words." in again(entry).body_text
    # Chi is done with it: it is Ada's by itself, and her words are there.
    is_open(adas)
    expect(editor(adas)).to_contain_text("Ada's words.")


@pytest.mark.once
def test_back_leaves_it_to_the_colleague(at_the_desk, ada, chi, blog):
    entry = publish_entry(blog, ada, "<p>Ferries stop.</p>")
    chis, adas = at_the_desk(chi), at_the_desk(ada)
    edit(chis, entry)
    expect(item(adas, entry).get_by_text("Chi is editing")).to_be_visible()
    edit(adas, entry)
    hold(adas).get_by_role("button", name="Back").click()
    is_open(adas)
    expect(adas.locator("#composer-title")).to_have_text("New update")
    type_text(adas, "Something else.")
    expect(editor(adas)).to_have_text("Something else.")


@pytest.mark.once
def test_whoever_fell_silent_holds_nothing(at_the_desk, ada, chi, blog):
    entry = publish_entry(blog, ada, "<p>Ferries stop.</p>")
    chis, adas = at_the_desk(chi), at_the_desk(ada)
    edit(chis, entry)
    expect(item(adas, entry).get_by_text("Chi is editing")).to_be_visible()
    edit(adas, entry)
    is_closed(adas)
    chis.context.set_offline(True)
    actions.edit(user=chi, entry_id=entry.pk, revision=1, fields={"body": "<p>They run.</p>"})
    silent(chi)
    expect(status(adas)).to_have_text("Chi has closed this update: it is yours.")
    is_open(adas)
    expect(editor(adas)).to_have_text("They run.")


def test_the_same_sentence_is_noticed_while_it_is_typed_and_before_it_goes_out(
    at_the_desk, ada, chi, blog
):
    chis, adas = at_the_desk(chi), at_the_desk(ada)
    type_text(chis, FERRIES)
    type_text(adas, FERRIES)
    alike = adas.get_by_role("list", name="Nearly the same")
    expect(alike).to_contain_text("Chi is writing nearly the same.")
    expect(adas.locator("#desk-announcer")).to_contain_text("Chi is writing nearly the same.")
    adas.evaluate(TOLD_NOTHING)
    editor(chis).press("Control+Enter")
    asked = chis.get_by_role("dialog", name="Nearly the same is published already")
    expect(asked).to_be_hidden()
    expect(status(chis)).to_have_text("Published as update 1.")
    editor(adas).press("Control+Enter")
    dialog = adas.get_by_role("dialog", name="Nearly the same is published already")
    expect(dialog).to_contain_text("Chi published nearly the same")
    adas.keyboard.press("Escape")
    expect(editor(adas)).to_have_text(FERRIES)
    assert Entry.objects.count() == 1
    adas.keyboard.press("Control+Enter")
    expect(status(adas)).to_have_text("Published as update 2.")


@pytest.mark.once
def test_a_published_double_is_shown_and_led_to(at_the_desk, ada, chi, blog):
    theirs = publish_entry(blog, chi, f"<p>{FERRIES}</p>")
    adas = at_the_desk(ada)
    type_text(adas, FERRIES)
    alike = adas.get_by_role("list", name="Nearly the same")
    expect(alike).to_contain_text("Chi published nearly the same just now: update 1.")
    alike.get_by_role("button", name="Show it").click()
    expect(item(adas, theirs)).to_be_focused()
    editor(adas).press("Control+Enter")
    expect(status(adas)).to_have_text("Published as update 2.")


@pytest.mark.once
def test_axe_finds_nothing_in_company(browser_of, ada, ben, chi, blog):
    entry = publish_entry(blog, chi, f"<p>{FERRIES}</p>")
    actions.be_here(user=chi, blog_id=blog.pk, tab="c", entry_id=entry.pk, writing=True)
    actions.be_here(user=ben, blog_id=blog.pk, tab="b")
    later = timezone.now() + timedelta(minutes=9)  # however long this takes
    DeskPresence.objects.update(seen_at=later, typed_at=later)
    adas = open_desk(browser_of(ada), blog)
    edit(adas, entry)
    is_closed(adas)
    expect(item(adas, entry).get_by_text("Chi is editing")).to_be_visible()
    for scheme in ("light", "dark"):
        adas.emulate_media(color_scheme=scheme)
        assert settled_violations(adas) == []
    hold(adas).get_by_role("button", name="Back").click()
    type_text(adas, FERRIES)
    expect(adas.get_by_role("list", name="Nearly the same")).to_be_visible()
    for scheme in ("light", "dark"):
        adas.emulate_media(color_scheme=scheme)
        assert settled_violations(adas) == []


@pytest.mark.once
def test_axe_finds_nothing_in_what_is_asked(browser_of, ada, chi, blog):
    adas = open_desk(browser_of(ada), blog)
    adas.evaluate(TOLD_NOTHING)
    type_text(adas, FERRIES)
    publish_entry(blog, chi, f"<p>{FERRIES}</p>")
    editor(adas).press("Control+Enter")
    dialog = adas.get_by_role("dialog", name="Nearly the same is published already")
    expect(dialog.get_by_role("button", name="Back")).to_be_focused()
    for scheme in ("light", "dark"):
        adas.emulate_media(color_scheme=scheme)
        assert settled_violations(adas) == []
    adas.keyboard.press("Tab")
    adas.keyboard.press("Enter")
    expect(status(adas)).to_have_text("Published as update 2.")
