"""Signed-in pages of the admin, driven by Chromium."""

from django.conf import settings
from django.test import Client
from playwright.sync_api import expect


def sign_in(context, user, site):
    """The user's session, without the login page, which has a test of its own."""
    client = Client()
    client.force_login(user)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": site}])


def type_text(page, text):
    """Into the rich text editor, as fingers do."""
    page.locator(".ProseMirror[role=textbox]").click()
    page.keyboard.type(text)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def saved(page):
    """Wait until the site says that it is stored."""
    expect(page.locator(".messagelist .success")).to_be_visible()
