"""The public pages in a real browser: accessible, readable on a phone, their own colours."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from liveblog import actions
from tests.cast import again, credit, publish_entry

pytestmark = pytest.mark.once

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2


@pytest.fixture
def everything(blog, ada, picture, northwire):
    """A blog that shows all a page can show."""
    fields = {"lead_image": picture().pk, "summary_points": ["Ferries stop."], "byline": "Desk"}
    revision = again(blog).revision
    actions.edit_blog(user=ada, blog_id=blog.pk, revision=revision, fields=fields)
    for number in range(7):
        entry = publish_entry(blog, ada, is_key_event=True, key_event_title=f"Event {number}")
    actions.pin(user=ada, entry_id=entry.pk)
    embed = {"url": "https://social.example/1", "text": LONG_WORD, "author": "Harbour Office"}
    publish_entry(blog, ada, f"<p>{LONG_WORD}</p>", headline=LONG_WORD, embeds=[embed])
    entry = publish_entry(
        blog,
        ada,
        "<p>توقفت العبارات.</p>",
        attributions=[credit(northwire)],
        images=[{"asset": picture().pk}],
        verification="unconfirmed",
    )
    note = "It stopped at noon."
    actions.correct(
        user=ada, entry_id=entry.pk, revision=again(entry).revision, note=note, fields={}
    )
    return blog


def addresses(blog):
    live = f"/live/{blog.slug}/"
    return ["/", live, f"{live}?before=5", f"{live}8/", "/topics/harbour-watch/", "/live/none/"]


@pytest.mark.console_errors_expected  # the last address is a 404 on purpose
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_improve(scheme, everything, page):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for address in addresses(everything):
        page.goto(address)
        found = Axe().run(page).response
        assert found["passes"], "axe must have looked at something"
        assert [(address, v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []


@pytest.mark.console_errors_expected
def test_no_page_scrolls_sideways(everything, page):
    for address in addresses(everything):
        page.goto(address)
        for width in (320, 375, 768, 1280, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert (address, wide) == (address, width)


def test_one_day_needs_no_visible_heading_and_two_do(everything, ada, page):
    page.goto(f"/live/{everything.slug}/")
    assert heights_of_days(page) == [1]
    publish_entry(everything, ada, display_at="2023-01-05T12:00:00Z")
    page.goto(f"/live/{everything.slug}/")
    assert [height > 10 for height in heights_of_days(page)] == [True, True]


def heights_of_days(page):
    """In one look: the page may put in an update, and its headings anew, between two."""
    return page.locator("#timeline > .day").evaluate_all(
        "days => days.map(day => day.getBoundingClientRect().height)"
    )


def test_the_skip_link_is_the_first_stop_and_leads_to_the_updates(everything, page):
    page.goto(f"/live/{everything.slug}/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to updates"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#timeline') !== null")
