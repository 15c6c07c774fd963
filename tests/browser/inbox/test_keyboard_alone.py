"""From an agency's flash to readers, and whatever else the keys do, without a mouse."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from liveblog.models import Entry
from tests.browser.admin_pages import sign_in
from tests.browser.desk_page import open_desk
from tests.cast import open_blog
from tests.wire.arriving import arrive, feed_of, killed


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


@pytest.fixture
def adas(context, page, ada, running_site):
    sign_in(context, ada, running_site)
    return page


def said(page):
    return page.locator("[data-wire-status]")


def to_the_wires(page):
    page.keyboard.press("Alt+i")
    page.locator(".desk-wires .wire").first.wait_for()
    expect(page.locator(".desk-wires .wire").first).to_be_focused()


def test_a_flash_is_published_by_three_keys(adas, feed, blog):
    open_desk(adas, blog)
    arrive(feed, headline="Storm ashore", level=1)
    expect(adas.get_by_role("region", name="Alarms")).to_contain_text("Flash from Northwire")
    to_the_wires(adas)
    adas.keyboard.press("Shift+U")
    expect(adas.get_by_role("button", name="Publish now")).to_be_focused()
    adas.keyboard.press("Enter")
    expect(said(adas)).to_have_text("Published as update 1.")
    entry = Entry.objects.get()
    assert (entry.number, entry.headline, entry.urgency) == (1, "Storm ashore", 1)
    expect(adas.locator(f'[data-item="{entry.pk}"]')).to_be_visible()


@pytest.mark.console_errors_expected  # terms that were not accepted are refused
def test_a_draft_goes_into_the_composer_and_another_item_into_a_draft_of_its_own(adas, feed, blog):
    arrive(feed, "urn:1", headline="First")
    arrive(feed, "urn:2", headline="Second", usage_terms="No archive.")
    open_desk(adas, blog)
    to_the_wires(adas)
    adas.keyboard.press("j")
    adas.keyboard.press("u")
    expect(adas.locator("#composer-title")).to_have_text("Editing draft")
    expect(adas.locator("#id_headline")).to_have_value("First")
    to_the_wires_again = adas.locator(".wire", has_text="Second")
    adas.keyboard.press("Alt+i")
    adas.keyboard.press("k")
    expect(to_the_wires_again).to_be_focused()
    adas.keyboard.press("u")
    dialog = adas.get_by_role("dialog", name="Use this item?")
    expect(dialog).to_contain_text("No archive.")
    adas.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("No archive.")
    dialog.get_by_role("checkbox").focus()
    adas.keyboard.press("Space")
    adas.keyboard.press("Enter")
    expect(adas.locator("#id_headline")).to_have_value("Second")
    assert Entry.objects.count() == 2


def test_an_item_is_added_to_the_draft_in_the_composer(adas, feed, blog):
    arrive(feed, headline="Ferries")
    open_desk(adas, blog)
    to_the_wires(adas)
    adas.keyboard.press("c")
    expect(said(adas)).to_have_text("A draft that cites it is made.")
    expect(adas.locator("#composer-title")).to_have_text("Editing draft")
    adas.keyboard.press("Alt+i")
    adas.keyboard.press("a")
    expect(adas.locator("#id_headline")).to_have_value("Ferries")
    assert Entry.objects.get().built_from_id


@pytest.mark.console_errors_expected  # publishing it twice is refused at first
def test_what_a_colleague_was_first_with_is_published_again_only_on_purpose(adas, feed, blog, chi):
    item = arrive(feed, headline="Storm ashore", level=1)
    open_desk(adas, blog)
    to_the_wires(adas)
    adas.keyboard.press("Shift+U")
    dialog = adas.get_by_role("dialog", name="Publish this at once?")
    expect(dialog).to_be_visible()
    actions.use(user=chi, item_id=item.pk, blog_id=blog.pk, publish=True)
    adas.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("already, as update 1")
    dialog.get_by_label("Publish it all the same").check()
    dialog.get_by_role("button", name="Publish now").press("Enter")
    expect(said(adas)).to_contain_text("Published as update 2.")


def test_no_other_item_gets_the_focus_of_one_that_is_gone(adas, feed, blog):
    arrive(feed, "urn:1", headline="First")
    arrive(feed, "urn:2", headline="Second")
    arrive(feed, "urn:3", headline="Third")
    adas.goto("/admin/wires/?status=usable")
    adas.locator("#inbox[data-ready]").wait_for()
    adas.keyboard.press("j")
    adas.keyboard.press("j")
    expect(adas.locator(".wire", has_text="Second")).to_be_focused()
    killed(feed, "urn:2")
    expect(adas.get_by_role("group", name="Items")).to_be_focused()
    expect(said(adas)).to_have_text("“Second” is no longer among these.")
    adas.keyboard.press("u")
    adas.keyboard.press("j")
    expect(adas.locator(".wire", has_text="First")).to_be_focused()
    assert not Entry.objects.exists()


def test_an_items_page_is_for_the_live_blog_it_was_opened_from(adas, ada, feed, blog, team):
    open_blog(team, ada, headline="Election night", slug="election")
    arrive(feed)
    open_desk(adas, blog)
    to_the_wires(adas)
    adas.keyboard.press("o")
    expect(adas.get_by_label("Use in")).to_have_value(blog.slug)
    adas.goto("/admin/wires/")
    adas.locator("#inbox[data-ready]").wait_for()
    adas.get_by_label("Use in").select_option(blog.slug)
    adas.locator(".wire-name a").click()
    expect(adas.get_by_label("Use in")).to_have_value(blog.slug)


LOST_ONCE = """() => {
  const real = window.fetch;
  window.fetch = async (...request) => {
    const answer = await real(...request);
    if (!String(request[0]).endsWith("/use") || window.wasLost) return answer;
    window.wasLost = true;
    throw new TypeError("Failed to fetch");
  };
}"""


def test_pressed_again_because_no_answer_came_it_is_done_once(adas, feed, blog):
    arrive(feed)
    adas.goto("/admin/wires/")
    adas.locator("#inbox[data-ready]").wait_for()
    adas.evaluate(LOST_ONCE)
    adas.keyboard.press("j")
    adas.keyboard.press("u")
    expect(said(adas)).to_contain_text("cannot be reached")
    adas.keyboard.press("u")
    expect(said(adas)).to_have_text("A draft is made of it.")
    assert Entry.objects.count() == 1


def test_from_the_search_enter_leads_to_what_is_found(adas, feed, blog):
    arrive(feed, "urn:1", headline="Flood at the pier")
    arrive(feed, "urn:2", headline="Budget")
    adas.goto("/admin/wires/")
    adas.locator("#inbox[data-ready]").wait_for()
    adas.keyboard.press("/")
    adas.keyboard.type("flood")
    adas.keyboard.press("Enter")
    expect(adas.locator(".wire", has_text="Flood")).to_be_focused()
    expect(adas.locator(".wire")).to_have_count(1)


def test_what_is_gone_to_is_not_below_the_alarms_and_what_a_key_did_is_seen(adas, feed, blog):
    for n in range(12):
        arrive(feed, f"urn:{n}", headline=f"Item {n}")
    adas.set_viewport_size({"width": 375, "height": 667})
    adas.goto("/admin/wires/")
    adas.locator("#inbox[data-ready]").wait_for()
    for n in range(3):
        killed(feed, f"urn:gone:{n}", headline=f"A headline of more than one line, {n}")
    alarms = adas.get_by_role("region", name="Alarms")
    expect(alarms.get_by_role("listitem")).to_have_count(3)
    adas.locator(".wire").last.focus()
    for _ in range(3):
        adas.keyboard.press("k")
    row = adas.locator(".wire:focus").bounding_box()
    bar = alarms.bounding_box()
    assert row["y"] >= bar["y"] + bar["height"]
    adas.keyboard.press("u")
    expect(said(adas)).to_have_text("A draft is made of it.")
    box = said(adas).bounding_box()
    assert 0 < box["y"] < 667


def test_letters_typed_into_a_text_are_letters(adas, feed, blog):
    arrive(feed)
    open_desk(adas, blog)
    adas.locator(".ProseMirror[role=textbox]").click()
    adas.keyboard.type("ijkuc?")
    expect(adas.locator(".ProseMirror[role=textbox]")).to_have_text("ijkuc?")
    assert not Entry.objects.exists()
