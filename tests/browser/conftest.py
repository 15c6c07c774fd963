"""Chromium and a running site for the tests of this directory."""

import os
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.admin_pages import sign_in
from tests.browser.console import PATIENCE, listen
from tests.browser.site import running

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# The last of these options alone counts: first what Playwright switches off itself.
SWITCHED_OFF = [
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "TcpPortRandomizationWin",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    "msForceBrowserSignIn",
    "msEdgeUpdateLaunchServicesPreferredVersion",
    # Pages of the address bar, which nobody sees: they cost each new window more than itself.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
]
CHROMIUM_ARGUMENTS = [
    f"--disable-features={','.join(SWITCHED_OFF)}",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def orm_beside_playwright():
    """Playwright keeps an event loop in this thread; the tests use the ORM all the same."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {
        "executable_path": CHROMIUM,
        "args": CHROMIUM_ARGUMENTS,
        "headless": True,
    }


@pytest.fixture
def browser_context_args(browser_context_args, running_site):
    """Relative addresses in `page.goto("/")` are the running site's."""
    return browser_context_args | {"base_url": running_site}


@pytest.fixture
def site_environment():
    """Variables for the running site; a test module that needs some overrides this."""
    return {}


@pytest.fixture(scope="session")
def shared_site(django_db_setup, tmp_path_factory):
    """One site for all tests of this process: what they store is emptied after each of them."""
    from django.db import connection

    with running(connection.settings_dict, tmp_path_factory.mktemp("site-media")) as site:
        yield site


@pytest.fixture
def running_site(request, transactional_db, settings, site_environment):
    """The URL of the site. A test with an environment of its own gets a site of its own."""
    from django.db import connection

    with ExitStack() as stack:
        if site_environment:
            own = running(connection.settings_dict, settings.MEDIA_ROOT, extra=site_environment)
            site = stack.enter_context(own)
        else:
            site = request.getfixturevalue("shared_site")
        settings.SITE_URL = site.url
        settings.MEDIA_ROOT = site.media_root
        yield site.url
        site.must_be_alive()


@pytest.fixture
def console_errors(context):
    """What this test's pages complained about: errors, refused resources, exceptions."""
    errors = []
    listen(context, errors)
    return errors


@pytest.fixture
def browser_of(browser, running_site, console_errors):
    """Makes a page in a browser of a person's own, signed in. Its errors are the test's."""
    with ExitStack() as stack:

        def open_page(user):
            window = {"width": 1280, "height": 800}
            context = browser.new_context(base_url=running_site, viewport=window)
            stack.callback(context.close)
            listen(context, console_errors)
            sign_in(context, user, running_site)
            return context.new_page()

        yield open_page


@pytest.fixture(autouse=True)
def pages_without_errors(request, console_errors):
    """Fails a test whose page reported an error, unless it is marked console_errors_expected."""
    yield
    if request.node.get_closest_marker("console_errors_expected") is None:
        assert console_errors == []
