"""An update reaches the reader whatever happens to the connection."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from liveblog.changes import READER_LIMIT
from liveblog.window import SIZE
from tests.browser.live_page.site_that_restarts import SiteThatRestarts
from tests.cast import publish_entry

pytestmark = pytest.mark.django_db(transaction=True)
A_POLL = 45_000  # milliseconds: longer than any pause between two polls of a visible page


@pytest.mark.console_errors_expected
@pytest.mark.parametrize("refusal", ["aborted", 404, 503])
def test_without_a_stream_polls_bring_it(reader, blog, ada, refusal):
    def refuse(route):
        route.abort() if refusal == "aborted" else route.fulfill(status=refusal)

    reader.page.route("**/events*", refuse)
    reader.open()
    new = publish_entry(blog, ada)
    expect(reader.entry(new)).to_be_visible(timeout=A_POLL)
    assert {"events", "changes"} <= set(reader.asked)
    expect(reader.connection).to_be_hidden()


@pytest.mark.console_errors_expected
def test_without_anything_the_reader_is_told_and_catches_up_later(reader, blog, ada):
    reader.page.route("**/events*", lambda route: route.abort())
    reader.page.route("**/changes*", lambda route: route.abort())
    reader.open()
    expect(reader.connection).to_have_text("Reconnecting…", timeout=A_POLL)
    new = publish_entry(blog, ada)
    reader.page.unroute_all()
    expect(reader.entry(new)).to_be_visible(timeout=90_000)
    expect(reader.connection).to_be_hidden()


@pytest.mark.console_errors_expected
def test_offline_and_online_again(reader, context, blog, ada):
    reader.open()
    context.set_offline(True)
    expect(reader.connection).to_have_text("Updates paused")
    new = publish_entry(blog, ada)
    context.set_offline(False)
    expect(reader.entry(new)).to_be_visible()
    expect(reader.connection).to_be_hidden()


@pytest.mark.console_errors_expected
def test_reader_catches_up_after_the_site_was_restarted(reader, blog, ada, settings):
    with SiteThatRestarts(settings) as site:
        reader.url = site.url + reader.path
        reader.open()
        expect(reader.entry(publish_entry(blog, ada))).to_be_visible()
        site.stop()
        new = publish_entry(blog, ada)
        site.start()
        expect(reader.entry(new)).to_be_visible(timeout=A_POLL)


def test_hidden_tab_lets_go_of_the_stream_and_returns(reader, blog, ada):
    reader.page.clock.install()
    reader.open()
    expect(reader.entry(publish_entry(blog, ada))).to_be_visible()
    hide(reader.page, hidden=True)
    reader.page.clock.fast_forward("05:01")
    reader.asked.clear()
    new = publish_entry(blog, ada)
    hide(reader.page, hidden=False)
    expect(reader.entry(new)).to_be_visible()
    assert "events" in reader.asked


def test_hidden_tab_polls_slowly(reader, blog, ada):
    reader.page.clock.install()
    reader.open()
    expect(reader.entry(publish_entry(blog, ada))).to_be_visible()
    hide(reader.page, hidden=True)
    reader.page.clock.fast_forward("05:01")
    reader.asked.clear()
    new = publish_entry(blog, ada)
    reader.page.clock.fast_forward("01:30")
    expect(reader.entry(new)).to_be_visible()
    assert reader.asked == ["changes"]


def hide(page, *, hidden):
    page.evaluate(
        """hidden => {
            Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
            document.dispatchEvent(new Event("visibilitychange"));
        }""",
        hidden,
    )


def test_page_kept_by_the_browser_catches_up_when_the_reader_goes_back(reader, blog, ada):
    reader.open()
    reader.page.goto("/")
    new = publish_entry(blog, ada)
    reader.page.go_back()
    expect(reader.entry(new)).to_be_visible()


@pytest.mark.console_errors_expected
def test_withdrawn_blog_answers_for_itself(reader, blog, chi):
    reader.open()
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    expect(reader.page.locator("#live-blog")).to_have_count(0)


@pytest.mark.console_errors_expected
def test_page_far_behind_starts_over(reader, context, blog, ada):
    reader.open()
    context.set_offline(True)
    for _ in range(READER_LIMIT + 1):
        newest = publish_entry(blog, ada)
    context.set_offline(False)
    expect(reader.entry(newest)).to_be_visible()
    # The window anew; the last of them may have come just after it was rendered.
    assert SIZE <= len(reader.numbers) < READER_LIMIT


@pytest.mark.console_errors_expected
def test_page_that_is_always_told_to_start_over_does_not_do_so_in_a_loop(reader):
    loads = []

    def note(page):
        loads.append(page)

    reader.page.on("load", note)
    reader.page.clock.install()
    reader.page.route("**/events*", lambda route: route.abort())
    reader.page.route("**/changes*", lambda route: route.fulfill(json={"reset": True}))
    with reader.page.expect_event("load", lambda _: len(loads) == 2):
        reader.open()
    for times, pause in [(3, 12_000), (4, 22_000)]:
        with reader.page.expect_response("**/changes*"):
            pass
        reader.page.clock.fast_forward(1_000)
        reader.page.evaluate("fetch(location.href)")  # a page that is being reloaded cannot
        with reader.page.expect_event("load"):
            reader.page.clock.fast_forward(pause)
        assert len(loads) == times
