"""The admin's content security policy keeps the rich text editor alive."""

import pytest

pytestmark = pytest.mark.once


@pytest.fixture
def site_environment():
    return {"TEST_URLCONF": "tests.newsroom.editor_site"}


def test_ada_types_bold_text_into_the_editor(page):
    page.goto("/admin/editor/")
    page.locator(".ProseMirror").click()
    page.keyboard.press("Control+B")
    page.keyboard.type("Heavy shelling")
    assert page.locator("textarea[name=body]").input_value() == (
        "<p><strong>Heavy shelling</strong></p>"
    )


def test_the_editor_brings_its_own_style_sheet(page):
    page.goto("/admin/editor/")
    page.locator(".ProseMirror").wait_for()
    white_space = "element => getComputedStyle(element).whiteSpaceCollapse"
    assert page.locator(".ProseMirror").evaluate(white_space) in ("preserve", "break-spaces")
