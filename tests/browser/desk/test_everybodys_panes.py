"""Three panes for everybody: axe with what is loud, long or asked for; large text, low windows."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from tests.browser.axe import violations
from tests.browser.desk_page import open_desk
from tests.cast import credit, publish_entry
from tests.wire.arriving import arrive, feed_of, killed

pytestmark = [pytest.mark.once, pytest.mark.console_errors_expected]  # axe tries styles of its own


@pytest.fixture
def page(browser_of, ada, chi, blog, northwire):
    feed = feed_of(northwire)
    item = arrive(feed)
    copied = {"built_from": item.pk, "attributions": [credit(northwire)]}
    publish_entry(blog, ada, item.body, is_key_event=True, **copied)
    publish_entry(blog, ada, "<p>" + "Wordswithoutanyspaceinthem" * 12 + "</p>")
    page = open_desk(browser_of(ada), blog)
    arrive(feed, version="2", body="<p>All ferries sail again.</p>", signals=["correction"])
    expect(page.get_by_role("region", name="From the wires")).to_contain_text("Correct…")
    other = arrive(feed, "urn:other", body="<p>A pier has fallen.</p>")
    publish_entry(blog, ada, other.body, built_from=other.pk)
    killed(feed, "urn:other", ed_note="It has not.")
    expect(page.get_by_role("region", name="Kills and recalls")).to_contain_text("has killed")
    return page


def test_axe_finds_nothing_while_it_is_loud(page, chi, blog):
    for scheme, forced in (("light", "none"), ("dark", "none"), ("light", "active")):
        page.emulate_media(color_scheme=scheme, forced_colors=forced)
        assert violations(page) == [], (scheme, forced)
    page.emulate_media(color_scheme="light", forced_colors="none")
    page.get_by_text("More filters").click()
    page.get_by_role("button", name="Keys", exact=False).first.click()
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 375, "height": 667})
    for name in ("Write", "Updates", "Side"):
        page.get_by_role("navigation", name="Panes").get_by_role("button", name=name).click()
        assert violations(page) == [], name
    actions.end_coverage(user=chi, blog_id=blog.pk)
    expect(page.locator("#desk-around")).to_contain_text("The coverage has ended.")
    assert violations(page) == []


def test_no_width_height_or_size_of_text_scrolls_sideways(page):
    windows = [(320, 256), (320, 568), (768, 1024), (1024, 600), (1280, 800), (1700, 900)]
    for size in ("100%", "200%"):
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        for width, height in windows:
            page.set_viewport_size({"width": width, "height": height})
            for name in ("write", "list", "side"):
                button = page.locator(f"[data-show={name}]")
                if button.is_visible():
                    button.click()
                for view in ("html", f"[data-view={name}]"):
                    wide, room = page.locator(view).evaluate(
                        "node => [node.scrollWidth, node.clientWidth]"
                    )
                    assert wide <= room, (size, width, height, name, view)
