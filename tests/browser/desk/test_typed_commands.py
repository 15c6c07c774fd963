"""Commands typed into the desk's text, in Chromium: the hands stay on the keys."""

import pytest
from playwright.sync_api import expect

from liveblog.models import Entry, Source
from tests.browser.axe import violations
from tests.browser.desk_page import editor, open_desk, send, status


@pytest.fixture
def desk(browser_of, ada, blog, northwire, coastal):
    page = open_desk(browser_of(ada), blog)
    editor(page).click()
    return page


def offers(page):
    return page.get_by_role("listbox", name="Commands")


def command(page, typed):
    """Type it and take the first that is offered."""
    page.keyboard.type(typed)
    expect(offers(page).locator("[aria-selected=true]")).to_be_visible()
    page.keyboard.press("Enter")
    expect(offers(page)).to_be_hidden()


def test_an_update_with_everything_by_the_keyboard(desk, blog, northwire):
    desk.keyboard.type("Ferries are suspended")
    for typed in (" /key", " /break", " /pin", " /unconf", " @northw"):
        command(desk, typed)
    expect(editor(desk)).to_have_text("Ferries are suspended")
    expect(desk.get_by_label("Title in the list of key events")).to_be_visible()
    expect(status(desk)).to_contain_text("Northwire is credited")
    desk.keyboard.type(" until noon.")
    send(desk, "Published as update 1.")
    entry = Entry.objects.get()
    assert entry.body == "<p>Ferries are suspended until noon.</p>"
    assert (entry.is_key_event, entry.urgency, entry.verification) == (True, 1, "unconfirmed")
    assert entry.attributions.get().source == northwire
    blog.refresh_from_db()
    assert blog.pinned_entry == entry


def test_the_arrows_choose_and_escape_leaves_the_text(desk):
    desk.keyboard.type("Open 24/7 and/or by mail to ada@x.example: gate #1 ")
    expect(offers(desk)).to_be_hidden()
    desk.keyboard.type("/")
    expect(offers(desk)).to_be_visible()
    expect(editor(desk)).not_to_have_attribute("aria-activedescendant", "composer-offers-0")
    desk.keyboard.press("ArrowDown")
    expect(editor(desk)).to_have_attribute("aria-activedescendant", "composer-offers-0")
    desk.keyboard.press("ArrowUp")
    expect(offers(desk).get_by_role("option").last).to_have_attribute("aria-selected", "true")
    desk.keyboard.press("Escape")
    expect(offers(desk)).to_be_hidden()
    desk.keyboard.type("key")
    expect(offers(desk)).to_be_hidden()
    expect(editor(desk)).to_have_text("Open 24/7 and/or by mail to ada@x.example: gate #1 /key")
    assert not desk.get_by_label("Key event", exact=True).is_checked()


def test_one_typed_in_full_is_meant_without_being_chosen(desk):
    desk.keyboard.type("/key /Unconfirmed Ferries stop /pin until noon /breaking")
    send(desk, "Published as update 1.")
    entry = Entry.objects.get()
    assert entry.body == "<p>Ferries stop until noon</p>"
    assert (entry.is_key_event, entry.urgency, entry.verification) == (True, 1, "unconfirmed")
    assert entry.blog.pinned_entry_id == entry.pk


def test_what_leads_away_from_the_text_has_to_be_chosen_and_half_a_command_is_text(desk):
    desk.keyboard.type("Ferries stop /preview at /ke")
    expect(editor(desk)).to_have_text("Ferries stop /preview at /ke")
    desk.keyboard.press("Control+Enter")
    expect(status(desk)).to_contain_text("Published as update 1.")
    assert Entry.objects.get().body_text == "Ferries stop /preview at /ke"


def test_brought_back_by_undoing_it_is_text(desk):
    desk.keyboard.type("Ferries stop /key ")
    expect(editor(desk)).to_have_text("Ferries stop ")
    desk.keyboard.press("Control+Z")
    desk.keyboard.type("and buses")
    send(desk, "Published as update 1.")
    assert Entry.objects.get().body_text == "Ferries stop /key and buses"


def test_undoing_brings_the_typed_command_back_and_nothing_more(desk):
    desk.keyboard.type("Ferries stop")
    command(desk, " /key")
    expect(editor(desk)).to_have_text("Ferries stop")
    desk.keyboard.press("Control+Z")
    expect(editor(desk)).to_have_text("Ferries stop /key")


def test_a_well_known_agency_is_added_to_the_sources(desk):
    command(desk, "@reuters")
    expect(status(desk)).to_contain_text("Reuters is credited")
    expect(desk.get_by_role("list", name="Attributions")).to_contain_text("Reuters")
    assert Source.objects.filter(name="Reuters").exists()


@pytest.mark.once
@pytest.mark.console_errors_expected  # axe tries styles of its own, which the policy refuses
def test_axe_finds_nothing_in_the_list(desk):
    desk.keyboard.type("/")
    desk.keyboard.press("ArrowDown")
    desk.set_viewport_size({"width": 375, "height": 700})
    for scheme in ("light", "dark"):
        desk.emulate_media(color_scheme=scheme)
        assert violations(desk) == []


def test_the_time_moves_by_minutes(desk):
    time = desk.get_by_label("Display time", exact=True)
    time.fill("2023-01-05T21:34")
    desk.get_by_role("button", name="5 minutes earlier").click()
    expect(time).to_have_value("2023-01-05T21:29")
    expect(desk.locator("[data-late]")).to_be_hidden()  # before the coverage opened
    desk.get_by_role("button", name="Now").click()
    expect(status(desk)).to_contain_text("Display time:")
    expect(time).not_to_have_value("2023-01-05T21:29")
    expect(desk.locator("[data-late]")).to_be_hidden()
    time.fill("2199-01-05T21:34")
    expect(desk.locator("[data-late]")).to_contain_text("still to come")
