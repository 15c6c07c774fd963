"""What comes of a clipboard, in Chromium: every word, lists and links, and nothing styled."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from liveblog import sanitise
from tests.browser.desk_page import editor, open_desk
from tests.browser.pasting import paste

CLIPBOARDS = Path(__file__).parent.parent / "clipboards"
NOTICE = '<a href="https://harbour.example/notice">'

WORD = (
    "<p><strong>Ferries stop</strong></p>"
    f"<p><strong>All crossings</strong> are <em>suspended</em> until noon, the {NOTICE}"
    "harbour office</a> said.</p>"
    "<ul><li><p>Pier one</p><ul><li><p>East side</p></li></ul></li><li><p>Pier two</p></li></ul>"
    "<ol><li><p>First</p></li><li><p>Second</p></li></ol>"
)
DOCS = (
    "<p><strong>Ferries stop</strong></p>"
    f"<p><strong>All crossings</strong> are <em>suspended</em>, the {NOTICE}"
    "harbour office</a> said.</p>"
    "<ul><li><p>Pier one</p></li><li><p>Pier two</p></li></ul>"
)
MAIL = (
    "<p>All crossings are <strong>suspended</strong>.</p>"
    f'<p>See {NOTICE}the notice</a> and <a href="https://pier.example/">the pier</a>.</p>'
    "<p>Regards,</p>"
)
PAGE = (
    "<p><strong>Ferries stop</strong></p>"
    "<p>All crossings are <strong>suspended</strong>, locals and others said.</p>"
    '<p>Crossings</p><p>Pier | Next</p><p>One | <a href="https://pier.example/1">9:34 p.m.</a></p>'
    "<blockquote><p>“Stay at home.”</p></blockquote>"
    "<ol><li><p>First</p><ul><li><p>Inner</p></li></ul></li><li><p>Second</p></li></ol>"
    "<p>Wind</p><p>60 knots</p><p>one line</p><p>another</p><p>A pier in a storm</p>"
    "<p>Last words</p>"
)
PLAIN = "First\u00a0line\r\n\r\nSecond\u2009line – “quoted”\n\n\nThird <b>line</b>"


@pytest.fixture
def desk(browser_of, ada, blog):
    page = open_desk(browser_of(ada), blog)
    editor(page).click()
    return page


def pasted(page, html="", text=""):
    """The body that is saved after this alone was pasted."""
    editor(page).press("Control+A")
    page.keyboard.press("Delete")
    expect(editor(page)).to_have_text("")
    paste(page, html, text)
    return sanitise.clean_body(page.locator("textarea[name=body]").input_value())


def as_read(body):
    """Without what no reader sees: the relation of a link, which white space does not break."""
    return (
        body.replace(' rel="noopener nofollow"', "").replace("\u00a0", " ").replace("&nbsp;", " ")
    )


@pytest.mark.once
def test_clipboards_of_office_programs_mail_and_pages(desk):
    for name, wanted in {"word": WORD, "docs": DOCS, "mail": MAIL, "page": PAGE}.items():
        html = (CLIPBOARDS / f"{name}.html").read_text(encoding="utf-8")
        assert as_read(pasted(desk, html, "unused")) == wanted, name
    assert desk.title() != "run"


@pytest.mark.once
def test_plain_text_keeps_its_paragraphs_and_spaces(desk):
    assert pasted(desk, text=PLAIN).replace("&nbsp;", "\u00a0") == (
        "<p>First\u00a0line</p><p>Second\u2009line – “quoted”</p>"
        "<p>Third &lt;b&gt;line&lt;/b&gt;</p>"
    )


@pytest.mark.once
def test_what_is_cut_in_the_editor_comes_back_as_it_was(desk):
    desk.keyboard.type("Ferries ")
    desk.keyboard.press("Control+B")
    desk.keyboard.type("stop")
    desk.keyboard.press("Control+A")
    desk.keyboard.press("Control+X")
    desk.keyboard.press("Control+V")
    expect(desk.locator("textarea[name=body]")).to_have_value(
        "<p>Ferries <strong>stop</strong></p>"
    )
