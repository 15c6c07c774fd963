"""Ada clicks on what a cut must keep; the numbers follow, and the cut with them."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from liveblog import actions
from tests.browser.admin_pages import press, saved, sign_in
from tests.cast import again
from tests.test_renditions import photo

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]


def test_a_click_on_the_picture_sets_its_focal_point(context, page, ada, team, running_site):
    asset = actions.add_media(
        user=ada, team_id=team.pk, upload=photo((800, 400)), credit="Ada", alt="A pier"
    )
    sign_in(context, ada, running_site)
    page.goto(reverse("admin:liveblog_mediaasset_change", args=[asset.pk]))
    expect(page.locator(".focus-picture")).to_have_class("focus-picture is-set")
    picture = page.get_by_role("img", name="A pier")
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * 0.2, "y": box["height"] * 0.8})
    left, top = (
        page.get_by_label("Percent from the left"),
        page.get_by_label("Percent from the top"),
    )
    expect(left).to_have_value("20")
    expect(top).to_have_value("80")
    top.fill("50")  # by keyboard, too
    press(page, "Save")
    saved(page)
    assert again(asset).focus == "0.2x0.5"
