"""One door: a password, an app, a recovery code, a passkey, each in a real browser."""

import re

import pytest
from allauth.mfa.totp.internal import auth as totp
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)

KEY_IN_THE_DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def browser_context_args(browser_context_args, running_site):
    """A passkey belongs to a name: no browser makes one for an address of numbers."""
    return browser_context_args | {"base_url": running_site.replace("127.0.0.1", "localhost")}


def sign_in(page):
    page.goto("/admin/")
    page.get_by_label("Login").fill("ada")
    page.get_by_label("Password").fill("ada-password-1234")
    page.get_by_role("button", name="Sign in", exact=True).click()


def own_page(page, path):
    """A page about one's own account: the password is asked for again before it."""
    page.goto(path)
    if "/reauthenticate/" in page.url:
        page.get_by_label("Password").fill("ada-password-1234")
        page.get_by_role("button", name="Confirm").click()
        page.wait_for_url(re.compile(path))


def sign_out(page):
    page.get_by_role("button", name="Log out").click()
    expect(page).to_have_url(re.compile("/accounts/login/"))


def inside(page):
    expect(page).to_have_url(re.compile("/admin/$"))


def code_now(secret):
    counter = next(totp.yield_hotp_counters_from_time())
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def test_every_way_in(context, page, ada):
    sign_in(page)
    inside(page)

    own_page(page, "/accounts/2fa/totp/activate/")
    secret = page.get_by_label("Authenticator secret").input_value()
    page.locator("input[name=code]").fill(code_now(secret))
    page.get_by_role("button", name="Activate").click()
    own_page(page, "/accounts/2fa/recovery-codes/")
    codes = page.get_by_label("Unused codes").input_value().split()
    sign_out(page)

    sign_in(page)
    expect(page).to_have_url(re.compile("/accounts/2fa/authenticate/"))
    page.goto("/admin/")  # half-way in is not in
    expect(page).to_have_url(re.compile("/accounts/2fa/authenticate/"))
    page.locator("input[name=code]").fill(codes[0])
    page.locator("input[name=code]").press("Enter")
    inside(page)

    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": KEY_IN_THE_DEVICE})
    own_page(page, "/accounts/2fa/webauthn/add/")
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    page.wait_for_url(re.compile("/accounts/2fa/(?!webauthn/add)"))
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    inside(page)
