"""The admin's own pages for everybody: axe, keyboard alone, narrow screens, both themes."""

import pytest

from liveblog import actions
from liveblog.models import WireChain
from tests.admin.desk import change_url, compare_url, history_url, restore_url, verb_url
from tests.browser.admin_pages import sign_in
from tests.browser.axe import settled_violations, violations
from tests.cast import credit, draft_entry, in_an_hour, publish_entry, wire_item

pytestmark = pytest.mark.once

WIDTHS = [320, 375, 1280]
LISTS = ["entry", "liveblog", "workingcopy", "source", "topic", "mediaasset", "revision",
         "wirefeed", "wireitem", "wirechain", "team", "membership"]  # fmt: skip


@pytest.fixture
def addresses(blog, ada, northwire, picture):
    entry = publish_entry(blog, ada, attributions=[credit(northwire)], headline="Ferries")
    fields = {"body": "<p>Ferries run again.</p>"}
    copy = actions.save_working_copy(user=ada, entry_id=entry.pk, fields=fields, based_on=1)
    draft = draft_entry(blog, ada)
    fields = {"body": "<p>Ferries are running.</p>"}
    actions.save_draft(user=ada, entry_id=draft.pk, revision=draft.revision, fields=fields)
    later = draft_entry(blog, ada)
    actions.schedule(user=ada, entry_id=later.pk, revision=later.revision, at=in_an_hour())
    last, first = draft.revisions.values_list("pk", flat=True)[:2]
    return {
        "write": f"/admin/liveblog/entry/add/?blog={blog.pk}",
        "choose": "/admin/liveblog/entry/add/",
        "published": change_url(entry),
        "draft": change_url(draft),
        "kill": verb_url(entry, "kill"),
        "re-time": verb_url(entry, "re-time"),
        "history": history_url(entry),
        "compare": compare_url(draft, first, last),
        "restore": restore_url(entry, 1),
        "blog": change_url(blog),
        "picture": change_url(picture()),
        "source": change_url(northwire),
        "rights": verb_url(northwire, "rights"),
        "working copy": change_url(copy),
        "discard copy": verb_url(copy, "discard"),
        "together": f"/admin/liveblog/entry/together/kill/?id={draft.pk}&id={entry.pk}&id=0",
        "wire item": change_url(wire_item(northwire)),
        "chain": change_url(WireChain.objects.get()),
        "front": "/admin/",
        "due": "/admin/due/",
        "re-schedule": verb_url(later, "re-schedule"),
        **{name: f"/admin/liveblog/{name}/" for name in LISTS},
    }


@pytest.fixture
def chis(context, page, chi, running_site):
    sign_in(context, chi, running_site)
    return page


def faults(page):
    """Of the page as it stands: in both themes, and wherever it would scroll sideways."""
    page.emulate_media(color_scheme="light")
    found = settled_violations(page)
    page.emulate_media(color_scheme="dark")
    found += settled_violations(page, "color-contrast")  # nothing else knows of themes
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{wide} px wide at {width} px"] if wide > width else []
    return found


@pytest.mark.long
@pytest.mark.console_errors_expected  # axe tries styles of its own, which the policy refuses
def test_no_page_has_a_fault(chis, addresses):
    found = {}
    for name, url in addresses.items():
        chis.goto(url)
        if name in ("write", "published", "draft", "working copy"):
            chis.locator(".ProseMirror[role=textbox]").wait_for()
        found[name] = faults(chis)
    assert {name: told for name, told in found.items() if told} == {}


@pytest.mark.console_errors_expected
def test_no_page_about_accounts_has_a_fault(context, page, root, chi, addresses, running_site):
    """An administrator's, one's own, and the door; and the readers' search."""
    found = {}
    _, token = actions.create_token(user=chi, name="Ticker", scopes=["read"])
    assert token
    for user, urls in {
        root: ["/admin/operations/", "/admin/wires/report/",
               "/admin/auth/user/", "/admin/auth/user/add/", change_url(chi),
               verb_url(chi, "password")],
        chi: ["/admin/liveblog/apitoken/", "/admin/liveblog/apitoken/add/",
              change_url_of_token(chi), "/accounts/2fa/", "/accounts/sessions/",
              "/accounts/email/", "/accounts/password/change/", "/accounts/2fa/totp/activate/"],
        None: ["/accounts/login/", "/accounts/password/reset/", "/search/?q=ferries",
               "/search/?q=nothing+of+it"],
    }.items():  # fmt: skip
        context.clear_cookies()
        if user:
            sign_in(context, user, running_site)
        for url in urls:
            assert page.goto(url).ok, url
            found[url] = faults(page)
    assert {url: told for url, told in found.items() if told} == {}


def change_url_of_token(user):
    return f"/admin/liveblog/apitoken/{user.api_tokens.get().prefix}/change/"


@pytest.mark.console_errors_expected
def test_axe_finds_nothing_in_a_refusal(chis, addresses):
    chis.goto(addresses["write"])
    chis.get_by_label("Headline").fill("x" * 201)
    chis.get_by_role("button", name="Publish", exact=True).click()
    chis.locator("[data-refused]").wait_for()
    assert settled_violations(chis) == []


@pytest.mark.console_errors_expected
def test_a_nameless_editor_would_be_noticed(chis, addresses):
    chis.goto(addresses["write"])
    editor = chis.locator(".ProseMirror[role=textbox]")
    editor.wait_for()
    editor.evaluate("element => element.removeAttribute('aria-labelledby')")
    assert any("aria-input-field-name" in found for found in violations(chis))


def test_an_update_is_written_and_published_with_the_keyboard_alone(chis, addresses, blog):
    chis.goto(addresses["write"])
    chis.locator(".ProseMirror[role=textbox]").wait_for()
    chis.get_by_label("Headline").focus()
    chis.keyboard.type("Ferries stop")
    for _ in range(12):
        chis.keyboard.press("Tab")
        if chis.evaluate("document.activeElement.classList.contains('ProseMirror')"):
            break
    chis.keyboard.type("All of them.")
    chis.get_by_role("button", name="Publish", exact=True).focus()
    chis.keyboard.press("Enter")
    chis.locator(".messagelist .success").wait_for()
    assert blog.entries.filter(headline="Ferries stop", body_text="All of them.").exists()
