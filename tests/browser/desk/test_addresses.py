"""An address on a line of its own, and attributions changed in place, in Chromium."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from liveblog.actions import cards, leases
from liveblog.models import EmbedCard, Entry
from tests.browser.axe import violations
from tests.browser.desk_page import edit, editor, open_desk, send
from tests.browser.pasting import paste
from tests.cast import credit, publish_entry

PIER = "https://video.example/pier"


@pytest.fixture
def desk(browser_of, ada, blog, northwire, coastal):
    page = open_desk(browser_of(ada), blog)
    editor(page).click()
    return page


def embeds(page):
    return page.get_by_role("list", name="Embeds")


def test_an_address_typed_on_its_own_line_is_an_embed(desk, blog):
    desk.keyboard.type(f"The pier, see {PIER} tonight.")
    desk.keyboard.press("Enter")
    expect(embeds(desk)).to_be_hidden()
    desk.keyboard.type(PIER)
    desk.keyboard.press("Enter")
    expect(embeds(desk)).to_contain_text(PIER)
    expect(embeds(desk)).to_contain_text("Being looked up")
    desk.keyboard.type("More follows.")
    card = EmbedCard.objects.get()
    lease = leases.claim(cards.pending_cards(), card.pk)
    actions.fill_embed(card_id=card.pk, lease=lease, found=actions.Found(title="The pier at night"))
    expect(embeds(desk)).to_contain_text("The pier at night")
    send(desk, "Published as update 1.")
    entry = Entry.objects.get()
    assert entry.embeds.get().card == card
    assert entry.body_text == f"The pier, see {PIER} tonight.\nMore follows."


def test_so_is_one_between_two_breaks_and_it_goes_with_its_break(desk):
    desk.keyboard.type("The pier tonight:")
    desk.keyboard.press("Shift+Enter")
    desk.keyboard.type(PIER)
    desk.keyboard.press("Shift+Enter")
    expect(embeds(desk)).to_contain_text(PIER)
    desk.keyboard.type("More follows.")
    desk.keyboard.press("Shift+Enter")
    desk.keyboard.type(f"{PIER}/2")
    send(desk, "Published as update 1.")
    entry = Entry.objects.get()
    assert [each.card.url for each in entry.embeds.order_by("position")] == [PIER, f"{PIER}/2"]
    assert entry.body == "<p>The pier tonight:<br>More follows.</p>"


def test_one_the_caret_is_still_in_goes_out_as_an_embed(desk):
    desk.keyboard.type("The pier tonight:")
    desk.keyboard.press("Enter")
    desk.keyboard.type(PIER)
    send(desk, "Published as update 1.")
    entry = Entry.objects.get()
    assert entry.embeds.get().card.url == PIER
    assert entry.body_text == "The pier tonight:"


def test_a_pasted_one_can_be_left_as_a_link(desk):
    desk.keyboard.type("The pier:")
    desk.keyboard.press("Enter")
    paste(desk, text=PIER)
    expect(embeds(desk)).to_contain_text(PIER)
    expect(editor(desk)).to_have_text("The pier:")
    desk.get_by_role("button", name="Leave it as a link").click()
    expect(embeds(desk)).to_be_hidden()
    expect(editor(desk).get_by_role("link")).to_have_text(PIER)
    desk.keyboard.press("End")
    desk.keyboard.press("Enter")
    desk.keyboard.type("It stays one.")
    expect(embeds(desk)).to_be_hidden()
    send(desk, "Published as update 1.")
    entry = Entry.objects.get()
    assert entry.body_text == f"The pier:\n{PIER}\nIt stays one."
    assert not entry.embeds.exists()


def test_undoing_is_leaving_it_too(desk):
    desk.keyboard.type("The pier:")
    desk.keyboard.press("Enter")
    paste(desk, text=PIER)
    expect(embeds(desk)).to_contain_text(PIER)
    desk.keyboard.press("Control+Z")
    expect(embeds(desk)).to_be_hidden()
    expect(editor(desk)).to_contain_text(PIER)
    desk.keyboard.press("Control+Shift+Z")
    expect(embeds(desk)).to_contain_text(PIER)
    expect(editor(desk)).to_have_text("The pier:")


def test_an_address_in_a_text_that_is_opened_stays(desk, ada, blog):
    entry = publish_entry(blog, ada, f"<p>The pier:</p><p>{PIER}</p>")
    edit(desk, entry)
    editor(desk).locator("p").first.click()
    desk.keyboard.press("End")
    desk.keyboard.type(" at night.")
    desk.keyboard.press("Enter")
    desk.keyboard.type("More.")
    expect(editor(desk)).to_contain_text(PIER)
    expect(embeds(desk)).to_be_hidden()


def test_an_attribution_is_changed_in_place_by_the_keyboard(desk, ada, blog, northwire, coastal):
    entry = publish_entry(blog, ada, attributions=[credit(northwire)])
    edit(desk, entry)
    chips = desk.get_by_role("list", name="Attributions")
    chips.locator("summary").focus()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    desk.keyboard.type("told")
    desk.keyboard.press("Tab")
    desk.keyboard.type(coastal.name)
    desk.keyboard.press("Tab")
    desk.keyboard.type("Jo Doe")
    expect(chips.locator("summary")).to_contain_text(f"via {coastal.name} · Jo Doe")
    remove = f"Take {chips.locator('summary').inner_text()} out"
    expect(chips.get_by_role("button", name=remove)).to_be_visible()
    send(desk, "Update 1 is changed.")
    row = entry.attributions.get()
    assert (row.relation, row.via, row.person) == ("told", coastal, "Jo Doe")


@pytest.mark.once
@pytest.mark.console_errors_expected  # axe tries styles of its own, which the policy refuses
def test_axe_finds_nothing_in_cards_and_chips(desk, ada, blog, northwire):
    entry = publish_entry(blog, ada, attributions=[credit(northwire)])
    edit(desk, entry)
    desk.get_by_role("list", name="Attributions").locator("summary").click()
    editor(desk).click()
    desk.keyboard.press("Control+End")
    desk.keyboard.press("Enter")
    paste(desk, text=PIER)
    expect(embeds(desk)).to_contain_text(PIER)
    for scheme in ("light", "dark"):
        desk.emulate_media(color_scheme=scheme)
        assert violations(desk) == []
    desk.set_viewport_size({"width": 320, "height": 700})
    assert desk.evaluate("document.documentElement.scrollWidth") <= 320
