"""The desk for everybody: axe, both themes, narrow screens."""

import pytest

from liveblog import actions
from liveblog.models import LiveBlog
from tests.browser.admin_pages import sign_in, type_text
from tests.browser.axe import violations
from tests.cast import credit, draft_entry, in_an_hour, publish_entry

pytestmark = pytest.mark.once  # the verbs behind it are asked on both databases


@pytest.fixture
def desk(context, page, chi, ada, ben, blog, northwire, running_site):
    publish_entry(blog, ada, attributions=[credit(northwire)], headline="Ferries", urgency=1)
    killed = publish_entry(blog, ada)
    actions.kill(user=ada, entry_id=killed.pk, reason="x")
    taken = publish_entry(blog, ada)
    actions.withdraw(user=ada, entry_id=taken.pk, revision=1)
    draft_entry(blog, ben)
    held, changed = draft_entry(blog, ada), publish_entry(blog, ada)
    LiveBlog.objects.filter(pk=blog.pk).update(hold_seconds=60)
    actions.publish(user=ada, entry_id=held.pk, revision=1, hold=True)
    text = {"body": "<p>Ferries sail again.</p>"}
    actions.save_working_copy(user=ada, entry_id=changed.pk, fields=text, based_on=1)
    later = draft_entry(blog, ada)
    actions.schedule(user=ada, entry_id=later.pk, revision=1, at=in_an_hour())
    sign_in(context, chi, running_site)
    page.goto(f"/admin/desk/{blog.slug}/")
    page.locator("#composer[data-ready]").wait_for()
    return page


@pytest.mark.console_errors_expected  # axe tries styles of its own, which the policy refuses
def test_axe_finds_nothing_and_no_width_scrolls_sideways(desk):
    type_text(desk, "Northwire reported that ferries stop.")
    desk.locator(".proposal button").first.click()
    desk.get_by_label("Embed", exact=True).fill("https://video.example/pier")
    desk.keyboard.press("Enter")
    desk.get_by_text("Authors and embargo").click()
    for scheme in ("light", "dark"):
        desk.emulate_media(color_scheme=scheme)
        assert violations(desk) == []
    for width in (320, 375, 768, 1280):
        desk.set_viewport_size({"width": width, "height": 800})
        assert desk.evaluate("document.documentElement.scrollWidth") <= width
        embed = desk.get_by_label("Embed", exact=True).bounding_box()
        add = desk.get_by_role("button", name="Add the embed").bounding_box()
        assert abs(embed["y"] - add["y"]) < 2  # on one line
    desk.get_by_role("button", name="Kill…").first.click()
    desk.get_by_label("Reason").wait_for()
    assert violations(desk) == []
    desk.keyboard.press("Escape")
    desk.get_by_role("button", name="Preview").click()
    desk.locator("#preview-dialog .entry").wait_for()
    assert violations(desk) == []
