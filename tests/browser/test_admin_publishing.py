"""An editor types, presses Publish, and the public page has it: under the admin's strict policy."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from liveblog import actions
from liveblog.models import Entry, IdempotencyRecord
from tests.browser.admin_pages import press, saved, sign_in, type_text
from tests.cast import again, credit, publish_entry


@pytest.fixture
def adas(context, page, ada, running_site):
    sign_in(context, ada, running_site)
    return page


def write_url(blog):
    return f"/admin/liveblog/entry/add/?blog={blog.pk}"


def test_ada_signs_in_writes_and_publishes(page, ada, blog):
    page.goto("/admin/")
    page.get_by_label("Login").fill("ada")
    page.get_by_label("Password").fill("ada-password-1234")
    press(page, "Sign in")
    page.get_by_role("link", name="Headline and settings").click()
    page.get_by_role("link", name="Write an update").first.click()
    type_text(page, "Ferries are suspended.")
    press(page, "Publish")
    saved(page)
    page.goto(blog.get_absolute_url())
    expect(page.get_by_text("Ferries are suspended.")).to_be_visible()


def test_formatting_typed_in_the_editor_reaches_the_reader(adas, blog):
    adas.goto(write_url(blog))
    type_text(adas, "Ferries are ")
    adas.keyboard.press("Control+B")
    adas.keyboard.type("suspended")
    press(adas, "Publish")
    saved(adas)
    assert Entry.objects.get().body == "<p>Ferries are <strong>suspended</strong></p>"
    adas.goto(blog.get_absolute_url())
    expect(adas.locator("article strong", has_text="suspended")).to_be_visible()


def test_two_quick_clicks_publish_once(adas, blog):
    adas.goto(write_url(blog))
    type_text(adas, "Ferries are suspended.")
    adas.get_by_role("button", name="Publish", exact=True).dblclick()
    saved(adas)
    assert Entry.objects.count() == IdempotencyRecord.objects.count() == 1


def test_rows_are_added_moved_and_taken_out_by_buttons(adas, blog, northwire, coastal):
    adas.goto(write_url(blog))
    type_text(adas, "Ferries are suspended.")
    press(adas, "Add an attribution")
    sources = adas.get_by_label("Source", exact=True)
    sources.nth(0).select_option(label="Northwire")
    sources.nth(1).select_option(label="The Coastal Press")
    press(adas, "Add an attribution")
    sources.nth(2).select_option(label="Northwire")
    adas.get_by_role("button", name="Move this attribution up").nth(1).click()
    adas.get_by_role("button", name="Take this attribution out").nth(2).click()
    press(adas, "Publish")
    saved(adas)
    found = Entry.objects.get().attributions.values_list("source__slug", flat=True)
    assert list(found) == ["coastal-press", "northwire"]


@pytest.mark.console_errors_expected  # the browser notes the answer 409
def test_a_stale_save_shows_both_and_keeps_hers(adas, ada, chi, blog, console_errors):
    entry = publish_entry(blog, ada, "<p>Ferries are suspended.</p>")
    adas.goto(f"/admin/liveblog/entry/{entry.pk}/change/")
    actions.edit(user=chi, entry_id=entry.pk, revision=1, fields={"body": "<p>All stopped.</p>"})
    type_text(adas, "And schools.")
    press(adas, "Save changes")
    theirs = adas.get_by_role("region", name="What stands now and what you typed")
    expect(theirs.get_by_text("All stopped.", exact=True).first).to_be_visible()
    expect(adas.locator(".ProseMirror")).to_contain_text("And schools.")
    press(adas, "Save changes")
    saved(adas)
    assert "And schools." in again(entry).body_text
    assert [error for error in console_errors if "status of 409" not in error] == []


def test_a_lost_session_costs_no_word(adas, context, ada, blog, northwire, running_site):
    adas.goto(write_url(blog))
    type_text(adas, "Ferries are suspended.")
    adas.get_by_label("Source", exact=True).select_option(label="Northwire")
    press(adas, "Add an attribution")
    adas.get_by_label("Their reporter").nth(1).fill("Jo Doe")
    context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    press(adas, "Publish")
    expect(adas.get_by_label("Password")).to_be_visible()
    sign_in(context, ada, running_site)
    adas.goto(write_url(blog))
    press(adas, "Put it back")
    expect(adas.locator(".ProseMirror")).to_have_text("Ferries are suspended.")
    expect(adas.get_by_label("Their reporter").nth(1)).to_have_value("Jo Doe")
    adas.get_by_role("button", name="Take this attribution out").nth(1).click()
    press(adas, "Publish")
    saved(adas)
    assert Entry.objects.get().attributions.get().source == northwire
    adas.goto(write_url(blog))
    expect(adas.get_by_role("button", name="Put it back")).to_be_hidden()


def kept_texts(page):
    return page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('newsroom:'))")


@pytest.mark.console_errors_expected  # a script that does not arrive
def test_a_text_that_is_stored_is_not_offered_again(adas, blog):
    """Though the page that said so was left before it could be read."""
    adas.goto(write_url(blog))
    type_text(adas, "Ferries are suspended.")
    adas.route("**/admin/form*.js", lambda route: route.abort())
    press(adas, "Publish")
    saved(adas)
    assert len(kept_texts(adas)) == 1
    adas.unroute_all()
    adas.goto(write_url(blog))
    adas.wait_for_function("Object.keys(localStorage).every((key) => !key.startsWith('newsroom:'))")
    expect(adas.get_by_role("button", name="Put it back")).to_be_hidden()


@pytest.mark.console_errors_expected  # an answer that does not arrive
def test_what_was_changed_after_it_was_sent_is_offered(adas, blog):
    adas.goto(write_url(blog))
    type_text(adas, "Ferries are suspended.")

    def lose_the_answer(route):
        if route.request.method != "POST":
            return route.continue_()
        route.fetch(max_redirects=0)
        # 204: the browser stays where it is, as after a connection that was cut.
        return route.fulfill(status=204)

    adas.route("**/entry/add/**", lose_the_answer)
    with adas.expect_response(lambda answer: answer.status == 204):
        press(adas, "Publish")
    assert Entry.objects.count() == 1
    adas.unroute_all()
    type_text(adas, " Schools are shut.")
    adas.goto(write_url(blog))
    press(adas, "Put it back")
    expect(adas.locator(".ProseMirror")).to_contain_text("Schools are shut.")


def test_a_page_with_unsaved_text_asks_before_it_is_left(adas, blog):
    adas.goto(write_url(blog))
    type_text(adas, "Ferries")
    asked = []
    adas.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    adas.get_by_role("link", name="Home").click()
    adas.wait_for_url("**/admin/")
    assert asked == ["beforeunload"]


def test_without_scripts_the_form_still_publishes(browser, ada, blog, northwire, running_site):
    context = browser.new_context(java_script_enabled=False, base_url=running_site)
    sign_in(context, ada, running_site)
    page = context.new_page()
    page.goto(write_url(blog))
    page.locator("textarea[name=body]").fill("<p>Ferries are suspended.</p>")
    page.locator("select[name=attributions-0-source]").select_option(label="Northwire")
    press(page, "Publish")
    saved(page)
    context.close()
    assert Entry.objects.get().attributions.get().source == northwire


def test_an_attributed_update_shows_its_source_to_readers(adas, ada, blog, northwire):
    publish_entry(blog, ada, "<p>Ferries.</p>", attributions=[credit(northwire)])
    adas.goto(blog.get_absolute_url())
    expect(adas.locator("article").get_by_text("Northwire").first).to_be_visible()
