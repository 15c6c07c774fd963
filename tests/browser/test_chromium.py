"""Chromium as these tests start it: Playwright's way, without windows that nobody sees."""

import re

import pytest


@pytest.mark.once
def test_what_playwright_switches_off_stays_off(browser):
    told = browser.new_browser_cdp_session().send("SystemInfo.getInfo")["commandLine"]
    playwrights, ours = re.findall(r"--disable-features=(\S+)", told)
    assert set(playwrights.split(",")) - set(ours.split(",")) == set()
