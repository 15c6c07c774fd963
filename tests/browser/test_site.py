"""The browser tests' own ground: a site that is up, and errors that are noticed."""

import pytest


def test_the_admin_login_opens_without_a_refused_resource(page):
    page.goto("/admin/login/")
    assert page.get_by_label("Password").is_visible()


@pytest.mark.console_errors_expected
def test_an_inline_script_is_refused_and_noticed(page, console_errors):
    page.goto("/admin/login/")
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "document.title = 'hostile'";
        document.head.append(script);
    }""")
    assert page.title() != "hostile"
    assert any("Content Security Policy" in error for error in console_errors)


@pytest.mark.console_errors_expected
def test_an_exception_in_a_page_is_noticed(page, console_errors):
    page.goto("/admin/login/")
    with page.expect_event("pageerror"):
        page.evaluate("() => { setTimeout(() => { throw new Error('broken') }) }")
    assert any("broken" in error for error in console_errors)


def test_the_handbook_of_the_api_opens_under_its_policy(page):
    page.goto("/api/docs/")
    page.get_by_role("heading", name="API").first.wait_for()
