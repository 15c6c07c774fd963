"""The inbox for everybody: axe, both themes, narrow screens."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import expect

from liveblog import actions
from liveblog.inbox import chains
from liveblog.models import WireChain
from tests.browser.admin_pages import sign_in
from tests.browser.axe import violations
from tests.cast import in_an_hour
from tests.wire.arriving import arrive, feed_of, killed


@pytest.fixture
def feed(northwire):
    return feed_of(northwire, name="Northwire main")


@pytest.fixture
def chain(feed, blog, ada):
    """One chain of every kind; the last has two versions, a use, notes, terms and media."""
    arrive(feed, "urn:1", level=3, headline="Urgent", warnings=["A time had no zone."])
    arrive(feed, "urn:2", embargo_closed=True, embargo_until=in_an_hour())
    arrive(feed, "urn:3", is_advisory=True, signals=["advisory"], level=5)
    arrive(feed, "urn:4", pub_status="withheld", ed_note="Please hold.")
    killed(feed, "urn:5", headline="Gone", ed_note="KILL.")
    media = [{"url": "https://northwire.example/1.png", "kind": "picture", "caption": "The pier"}]
    said = {"level": 1, "ed_note": "Note.", "usage_terms": "No archive.", "media": media,
            "subjects": [["medtop:1", "Weather"]]}  # fmt: skip
    item = arrive(feed, **said)
    actions.use(user=ada, item_id=item.pk, blog_id=blog.pk, accepted_terms=True)
    return arrive(feed, version="2", body="<p>They go again.</p>", **said).chain


@pytest.fixture
def chis(context, page, chi, running_site):
    sign_in(context, chi, running_site)
    actions.keep_filter(user=chi, name="Hot", query="level=3")
    return page


@pytest.mark.once
@pytest.mark.console_errors_expected  # axe tries styles of its own, which the policy refuses
def test_axe_finds_nothing_and_no_width_scrolls_sideways(chis, chain):
    for address in ("/admin/wires/", "/admin/wires/?level=3", f"/admin/wires/{chain.pk}/"):
        chis.goto(address)
        chis.locator("h1").wait_for()
        for scheme in ("light", "dark"):
            chis.emulate_media(color_scheme=scheme)
            assert violations(chis) == [], (address, scheme)
        for width in (320, 375, 768, 1280):
            chis.set_viewport_size({"width": width, "height": 800})
            assert chis.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.once
@pytest.mark.console_errors_expected
def test_axe_finds_nothing_in_the_column_beside_the_desk(chis, chain, blog):
    chis.goto(f"/admin/desk/{blog.slug}/")
    chis.locator("#composer[data-ready]").wait_for()
    chis.keyboard.press("Alt+i")
    chis.locator(".desk-wires .wire").first.wait_for()
    for width in (375, 1280, 1700):
        chis.set_viewport_size({"width": width, "height": 800})
        assert chis.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(chis) == []


def test_what_arrives_comes_by_itself_and_a_kill_is_an_alarm(chis, feed):
    chis.goto("/admin/wires/")
    chis.locator("#inbox[data-ready]").wait_for()
    arrive(feed, "urn:1", headline="Ferries stop")
    row = chis.locator(".wire", has_text="Ferries stop")
    expect(row).to_be_visible()
    killed(feed, "urn:1")
    alarms = chis.get_by_role("region", name="Alarms")
    expect(alarms).to_contain_text("Northwire has killed: Ferries stop")
    expect(row.locator("del")).to_be_visible()
    expect(row.get_by_role("button")).to_have_count(0)
    assert chis.title().startswith("(1)")
    chis.keyboard.press("x")
    expect(alarms).to_be_hidden()
    chis.reload()
    chis.locator("#inbox[data-ready]").wait_for()
    arrive(feed, "urn:2", headline="Later")  # what was dismissed does not come with it again
    expect(chis.locator(".wire", has_text="Later")).to_be_visible()
    expect(alarms).to_be_hidden()


def test_a_kill_alarms_whoever_looks_at_a_list_without_news(chis, feed):
    arrive(feed, "urn:flash", headline="Old flash", level=1)
    WireChain.objects.update(moved_at=timezone.now() - timedelta(hours=2))
    for n in range(chains.MOST_MOVED + 10):
        arrive(feed, f"urn:{n}", headline=f"Item {n}")
    chis.goto("/admin/wires/?level=1")
    chis.locator("#inbox[data-ready]").wait_for()
    killed(feed, "urn:3")
    alarms = chis.get_by_role("region", name="Alarms")
    expect(alarms).to_contain_text("Northwire has killed: Item 3")
    expect(chis.locator(".wire")).to_have_count(1)


def test_whatever_comes_in_a_flood_the_flash_in_it_alarms(chis, feed):
    chis.goto("/admin/wires/")
    chis.locator("#inbox[data-ready]").wait_for()
    rows = [{"guid": f"urn:{n}", "headline": f"Item {n}"} for n in range(chains.MOST_MOVED + 10)]
    with transaction.atomic():  # all of it comes to light at once
        arrive(feed, "urn:flash", headline="Polls close", level=1)
        for row in rows:
            arrive(feed, **row)
    expect(chis.get_by_role("region", name="Alarms")).to_contain_text("Polls close")
    expect(chis.locator(".wire").first).to_contain_text("Item 159")


def test_a_colleagues_use_shows_by_itself(chis, feed, blog, ada):
    item = arrive(feed, headline="Ferries stop")
    chis.goto("/admin/wires/")
    chis.locator("#inbox[data-ready]").wait_for()
    actions.use(user=ada, item_id=item.pk, blog_id=blog.pk, publish=True)
    expect(chis.locator(".wire")).to_contain_text("Used in update 1")


def test_whoever_reads_further_down_is_not_moved(chis, feed):
    for n in range(40):
        arrive(feed, f"urn:{n}", headline=f"Item {n}")
    chis.goto("/admin/wires/")
    chis.locator("#inbox[data-ready]").wait_for()
    chis.get_by_role("link", name="Item 3", exact=True).focus()
    arrive(feed, "urn:new", headline="Brand new")
    fresh = chis.get_by_role("button", name="1 new item")
    expect(fresh).to_be_visible()
    expect(chis.get_by_role("link", name="Item 3", exact=True)).to_be_focused()
    fresh.click()
    expect(chis.locator(".wire").first).to_contain_text("Brand new")


def test_the_list_follows_the_filter_and_so_does_the_address(chis, feed):
    arrive(feed, "urn:1", headline="Flood", level=1)
    arrive(feed, "urn:2", headline="Budget")
    chis.goto("/admin/wires/")
    chis.locator("#inbox[data-ready]").wait_for()
    chis.get_by_label("Level").select_option("1")
    expect(chis.locator(".wire")).to_have_count(1)
    assert chis.url.endswith("?level=1")
    arrive(feed, "urn:3", headline="Routine")
    arrive(feed, "urn:4", headline="Second flash", level=1)
    expect(chis.locator(".wire")).to_have_count(2)
    expect(chis.locator(".wire", has_text="Routine")).to_have_count(0)
