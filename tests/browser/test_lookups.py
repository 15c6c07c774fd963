"""A long list is searched by typing: in a form of the admin, and at the desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from liveblog.models import Attribution
from tests.browser import desk_page as desk
from tests.browser.admin_pages import press, saved, sign_in, type_text

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.console_errors_expected  # axe tries styles of its own, which the policy refuses
def test_a_source_is_found_by_typing(context, page, ada, blog, agencies, running_site):
    sign_in(context, ada, running_site)
    page.goto(f"/admin/liveblog/entry/add/?blog={blog.pk}")
    type_text(page, "Ferries are suspended.")
    source = page.get_by_role("combobox", name="Source")
    source.press_sequentially("zon")
    found = page.get_by_role("option", name="Zonal News")
    expect(found).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    source.press("ArrowDown")
    expect(found).to_have_attribute("aria-selected", "true")
    source.press("Enter")
    expect(source).to_have_value("Zonal News")
    expect(page.get_by_role("listbox")).to_have_count(0)
    via = page.get_by_role("combobox", name="citing (via)")
    via.fill("no such agency")
    expect(page.get_by_text("Nothing found.").first).to_be_attached()
    via.press("Tab")
    expect(via).to_have_value("")  # nothing was picked, so nothing is said
    press(page, "Save draft")
    saved(page)
    assert Attribution.objects.get().source == agencies
    expect(page.get_by_role("combobox", name="Source").first).to_have_value("Zonal News")

    desk.open_desk(page, blog)
    page.get_by_text("Add an attribution").click()
    source = page.get_by_role("combobox", name="Source")
    source.press_sequentially("zon")
    page.get_by_role("option", name="Zonal News").click()
    expect(source).to_have_value("Zonal News")
    page.locator("[data-adder=attributions] [data-add]").click()
    expect(page.locator("[data-rows=attributions]")).to_contain_text("Zonal News")
    expect(source).to_have_value("")
    expect(source).to_be_focused()
