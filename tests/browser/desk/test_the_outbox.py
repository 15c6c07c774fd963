"""What was pressed while the site was away goes out by itself, once, or says why not."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from liveblog.models import Entry
from tests.browser.admin_pages import sign_in, type_text
from tests.browser.desk_page import ANSWERS_ARE_LOST, edit, editor, open_desk, status
from tests.cast import again, publish_entry

# The browser notes every refusal; that twice is once is asked of both databases without it.
pytestmark = [pytest.mark.console_errors_expected, pytest.mark.once]

WORDS = "Ferries are suspended."
OLDER = """
(minutes) => {
  const name = Object.keys(localStorage).find((each) => each.startsWith("newsroom:unsent:"));
  const item = JSON.parse(localStorage.getItem(name));
  localStorage.setItem(name, JSON.stringify({ ...item, at: item.at - minutes * 60000 }));
}
"""
KEPT = "Object.keys(localStorage).filter((name) => name.startsWith('newsroom:'))"


@pytest.fixture
def adas(browser_of, ada, blog):
    page = open_desk(browser_of(ada), blog)
    page.on(
        "dialog", lambda dialog: dialog.accept()
    )  # it asks before it is left with something unsent
    return page


def outbox(page):
    return page.get_by_role("list", name="Pressed and not sent")


def kept(page):
    return page.get_by_role("list", name="Texts kept in this browser")


def press_offline(page, *texts):
    page.context.set_offline(True)
    for text in texts:
        type_text(page, text)
        page.keyboard.press("Control+Enter")
        expect(status(page)).to_contain_text("Not sent yet: it waits above")
        expect(editor(page)).to_have_text("")


def published():
    return list(
        Entry.objects.filter(state="published")
        .order_by("number")
        .values_list("body_text", flat=True)
    )


def test_two_pressed_without_a_network_go_out_in_order_when_it_is_back(adas):
    press_offline(adas, "First.", "Second.")
    expect(outbox(adas)).to_contain_text("The site cannot be reached. Publish: “First.”")
    type_text(adas, "Third, being written")
    adas.context.set_offline(False)
    expect(outbox(adas)).to_contain_text("Published as update 1. It was pressed earlier.")
    expect(outbox(adas)).to_contain_text("Published as update 2. It was pressed earlier.")
    expect(editor(adas)).to_have_text("Third, being written")
    assert published() == ["First.", "Second."]
    for _ in range(2):
        outbox(adas).get_by_role("button", name="Seen").first.click()
    expect(outbox(adas)).to_be_hidden()


def test_an_answer_lost_on_its_way_doubles_nothing(adas):
    type_text(adas, WORDS)
    adas.evaluate(ANSWERS_ARE_LOST)
    adas.keyboard.press("Control+Enter")
    expect(outbox(adas)).to_contain_text("waiting to be sent")
    adas.evaluate("window.fetch = window.answeredFetch")
    expect(outbox(adas)).to_contain_text("Published as update 1.")
    assert published() == [WORDS]
    assert adas.evaluate(KEPT) == []


def test_it_goes_out_after_a_reload_and_after_the_tab_was_closed(adas, blog):
    press_offline(adas, WORDS)
    context = adas.context
    adas.close()
    context.set_offline(False)
    page = open_desk(context.new_page(), blog)
    expect(outbox(page)).to_contain_text("Published as update 1.")
    expect(kept(page)).to_be_hidden()
    assert published() == [WORDS]


def test_it_goes_out_after_a_sign_in_and_never_in_the_name_of_another(
    adas, ada, chi, blog, running_site, settings
):
    type_text(adas, WORDS)
    adas.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    adas.keyboard.press("Control+Enter")
    expect(outbox(adas)).to_contain_text("You are signed out: sign in again in another tab.")
    sign_in(adas.context, chi, running_site)
    expect(outbox(adas)).to_contain_text("Somebody else is signed in in this browser")
    chis = open_desk(adas.context.new_page(), blog)
    expect(outbox(chis)).to_be_hidden()
    assert published() == []
    sign_in(adas.context, ada, running_site)
    expect(outbox(adas)).to_contain_text("Published as update 1.")
    assert Entry.objects.get().created_by == ada


def test_old_news_is_asked_about(adas):
    press_offline(adas, WORDS)
    adas.evaluate(OLDER, 11)
    adas.context.set_offline(False)
    expect(outbox(adas)).to_contain_text("Publish: “Ferries are suspended.”")
    expect(outbox(adas)).to_contain_text("It is too old to go out unasked.")
    assert published() == []
    outbox(adas).get_by_role("button", name="Send it now").click()
    expect(outbox(adas)).to_contain_text("Published as update 1.")
    assert published() == [WORDS]


def test_what_is_put_back_is_not_sent(adas):
    press_offline(adas, WORDS)
    type_text(adas, "Something else")
    outbox(adas).get_by_role("button", name="Put it back").click()
    expect(editor(adas)).to_have_text(WORDS)
    expect(outbox(adas)).to_be_hidden()
    expect(kept(adas)).to_contain_text("Something else")
    adas.context.set_offline(False)
    expect(adas.locator("#desk-connection")).to_be_hidden()
    type_text(adas, " Until noon.")
    adas.keyboard.press("Control+Enter")
    expect(status(adas)).to_have_text("Published as update 1.")
    assert published() == [f"{WORDS} Until noon."]


@pytest.mark.parametrize("hears", [True, False], ids=["the-page-hears-it", "it-does-not"])
def test_coverage_that_has_ended_meanwhile_is_asked_about(adas, ada, blog, hears):
    if not hears:
        adas.route("**/changes?*", lambda route: route.abort())
    press_offline(adas, WORDS)
    actions.end_coverage(user=ada, blog_id=blog.pk)
    adas.context.set_offline(False)
    expect(outbox(adas)).to_contain_text("The coverage is no longer live.")
    outbox(adas).get_by_role("button", name="Send it now").click()
    expect(outbox(adas)).to_contain_text("Not sent:")
    expect(kept(adas)).to_contain_text(WORDS)
    assert published() == []


def test_a_colleagues_save_meanwhile_shows_both_texts_when_it_is_opened(adas, ada, chi, blog):
    entry = publish_entry(blog, ada, "<p>Ferries stop.</p>")
    edit(adas, entry)
    press_offline(adas, " Buses too.")
    actions.edit(user=chi, entry_id=entry.pk, revision=1, fields={"body": "<p>At noon.</p>"})
    adas.context.set_offline(False)
    expect(outbox(adas)).to_contain_text("Not sent:")
    assert again(entry).body_text == "At noon."
    kept(adas).get_by_role("button", name="Put it back").click()
    both = adas.get_by_role("region", name="What stands now and what you typed")
    expect(both.locator("del", has_text="At noon.")).to_be_visible()
    expect(editor(adas)).to_contain_text("Buses too.")
    assert again(entry).revision == 2


def test_a_page_that_was_frozen_has_lost_nothing_and_sends_when_it_wakes(adas):
    press_offline(adas, WORDS)
    type_text(adas, "Being written when the lid was closed")
    lid = adas.context.new_cdp_session(adas)
    lid.send("Page.setWebLifecycleState", {"state": "frozen"})
    adas.context.set_offline(False)
    lid.send("Page.setWebLifecycleState", {"state": "active"})
    expect(outbox(adas)).to_contain_text("Published as update 1.")
    expect(editor(adas)).to_have_text("Being written when the lid was closed")
    assert published() == [WORDS]


@pytest.mark.parametrize("locks", [True, False], ids=["with-locks", "without-tls"])
def test_two_tabs_that_find_the_same_send_it_once_and_show_no_error(adas, blog, locks):
    context = adas.context
    if not locks:
        context.add_init_script("delete Navigator.prototype.locks")
    press_offline(adas, "First.", "Second.")
    adas.close()
    context.set_offline(False)
    pages = [context.new_page(), context.new_page()]
    for page in pages:
        page.goto(f"/admin/desk/{blog.slug}/", wait_until="commit")
    for page in pages:
        page.locator("#composer[data-ready]").wait_for()
        waiting = page.locator("[data-outbox] > li:not(.outbox-told)")
        expect(waiting).to_have_count(0)
    said = " ".join(outbox(page).inner_text() for page in pages if outbox(page).is_visible())
    assert "Not sent" not in said
    assert published() == ["First.", "Second."]
