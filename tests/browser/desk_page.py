"""The desk in Chromium: what an editor's or a reporter's hands do there."""

from playwright.sync_api import expect

from tests.browser.admin_pages import press, type_text

# Not by a route of the test's: a request was seen to slip past one.
ANSWERS_ARE_LOST = """
window.answeredFetch ??= window.fetch;
window.fetch = async (...request) => {
  const answer = await window.answeredFetch(...request);
  if (String(request[0]).endsWith("/save")) throw new TypeError("Failed to fetch");
  return answer;
};
"""


def open_desk(page, blog):
    page.goto(f"/admin/desk/{blog.slug}/")
    page.locator("#composer[data-ready]").wait_for()
    return page


def status(page):
    return page.locator("[data-status]")


def editor(page):
    return page.locator(".ProseMirror[role=textbox]")


def item(page, entry):
    return page.locator(f'[data-item="{entry.pk}"]')


def item_saying(page, words):
    """The item with these words, once it has arrived."""
    return page.locator("[data-item]", has_text=words)


def edit(page, entry):
    item(page, entry).get_by_role("button", name="Edit or correct").click()
    expect(page.locator("#composer-title")).to_have_text(f"Editing update {entry.number}")


def send(page, words):
    """Ctrl+Enter, and the composer is empty for the next; its status begins with `words`."""
    editor(page).press("Control+Enter")
    stored(page, words)


def stored(page, words):
    expect(editor(page)).to_have_text("")
    expect(status(page)).to_contain_text(words)


def write(page, text):
    """Type a text and send it by the keyboard."""
    type_text(page, text)
    send(page, "Published as update")


def asked(page, found, verb, **answers):
    """Press an item's button and answer its dialog, field by field."""
    found.get_by_role("button", name=f"{verb}…").click()
    dialog = page.get_by_role("dialog", name=verb)
    for label, value in answers.items():
        dialog.get_by_label(label).fill(value)
    dialog.get_by_role("button", name=verb).click()
    expect(dialog).to_be_hidden()


def correct(page, entry, more, note):
    """Type on, say publicly why, look at what readers will see, and publish the correction."""
    edit(page, entry)
    type_text(page, more)
    press(page, "Correct…")
    dialog = page.get_by_role("dialog", name="Correct with a public note")
    dialog.get_by_label("Public note").fill(note)
    expect(dialog.locator(".corrections")).to_contain_text(note)
    expect(dialog.locator(".prose")).to_contain_text(more.strip())
    dialog.get_by_role("button", name="Publish the correction").click()
    stored(page, f"The correction of update {entry.number} is published.")


def upload(page, name, drawn, credit, alt):
    """A picture from the disk with what it must not be without."""
    file = {"name": name, "mimeType": "image/png", "buffer": drawn}
    page.locator("[data-files]").set_input_files(file)
    dialog = page.get_by_role("dialog", name="Credit and describe")
    dialog.get_by_label("Credit").fill(credit)
    dialog.get_by_label("Alternative text").fill(alt)
    dialog.get_by_role("button", name="Take in").click()
    expect(page.get_by_role("list", name="Pictures").get_by_text(credit)).to_be_visible()


def hold_first(page, address):
    """The list the first request to `address` is kept in; the later ones overtake it."""
    held = []
    page.route(address, lambda route: route.continue_() if held else held.append(route))
    return held


def let_go(page, held):
    """Let the request that was held back have its answer, and the page act on it."""
    (route,) = held
    with page.expect_response(lambda response: response.request == route.request) as answer:
        route.continue_()
    answer.value.finished()
    page.evaluate("() => new Promise((done) => setTimeout(done, 0))")
