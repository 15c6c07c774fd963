"""Whatever a provider or a page answers: nothing runs, nothing unsanitised is stored (SR-16)."""

import json
import re

import pytest

from liveblog.embeds.answers import read_oembed, read_page
from liveblog.models import EmbedCard, Entry
from liveblog.render.entries import render_entry
from tests.cast import publish_entry

pytestmark = pytest.mark.django_db(transaction=True)

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>Fine"
TEXTS = [
    SCRIPT,
    "&lt;script&gt;alert(1)&lt;/script&gt;Fine",
    "&amp;lt;img src=x onerror=alert(1)&amp;gt;Fine",
    '"><svg onload=alert(1)>Fine',
    "' onmouseover='alert(1)' Fine",
    "</blockquote><iframe src=https://evil.example></iframe>Fine",
    "<<script>script>alert(1)<</script>/script>Fine",
    "\u202eFine\u0000\u0007",
    "Fine \ud800",
    "{{ settings.SECRET_KEY }} {% load x %} Fine",
    "Fine" * 20_000,
]
THUMBNAILS = [
    "javascript:alert(1)", "data:image/svg+xml;base64,PHN2Zz4=", "file:///etc/passwd",
    "//", "http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "ftp://x/y.png",
    "https://user:pass@127.0.0.1/", "/svg", "/html", "/bomb", "/inside", "\x00", 7, ["x"], None,
]  # fmt: skip
DOCUMENTS = [
    b"", b"null", b"[]", b'"title"', b"{", b"[" * 200_000, b'{"title":' * 50_000,
    b'{"title": ' + b"9" * 5000 + b"}", b'{"title": {"a": ["b"]}, "html": 7}',
    b"\xff\xfe\x00title", '{"title": "Häfen"}'.encode("latin-1"), b"<html><title>x</title>",
    b'{"title": "' + b"x" * 600_000 + b'"}', b'{"title": NaN, "author_name": Infinity}',
]  # fmt: skip
PAGES = [
    b"", b"\x00" * 500, b"<" * 100_000, b"<div>" * 200_000 + b"<title>x</title>",
    b"<html " + b"a=b " * 100_000 + b">", "<title>Häfen".encode("latin-1"),
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><title>&e;</title>',
    b'<meta property="og:title" content="' + b"x" * 500_000 + b'">',
    b'<meta charset="utf-7"><title>+ADw-script+AD4-</title>', b"\xff\xfe<\x00t\x00",
]  # fmt: skip


def answers(site, path, body, content_type="application/json"):
    site.pages[path] = (200, {"Content-Type": content_type}, body)


def harmless(text):
    return not re.search(r"<[a-z/!]|[\x00-\x08\u202e\ud800-\udfff]", text, re.IGNORECASE)


def fields(card):
    return card.title, card.author, card.text, card.provider


@pytest.fixture
def embedded(blog, ada, worker):
    """Embeds these addresses, each in an update of its own; returns (card, markup) of each."""

    def embed(*urls):
        for url in urls:
            publish_entry(blog, ada, embeds=[{"url": url}])
        worker.finish()
        entries = Entry.objects.with_content().select_related("blog").order_by("pk")
        return [
            (entry.embeds.all()[0].card, str(render_entry(entry)))
            for entry in entries
            if entry.embeds.all()
        ]

    return embed


def test_nothing_of_hostile_texts_is_markup(provider, embedded):
    def oembed(handler):
        number = int(re.search(r"text(\d+)$", handler.path)[1])
        value = TEXTS[number]
        names = ("title", "author_name", "provider_name", "description")
        body = json.dumps(dict.fromkeys(names, value) | {"html": f"<blockquote><p>{SCRIPT}"})
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n" + body.encode())

    provider.pages["/oembed"] = oembed
    found = embedded(*(provider.url(f"/text{number}") for number in range(len(TEXTS))))
    assert len(found) == len(TEXTS)
    for card, markup in found:
        assert card.state == "done"
        assert all(harmless(text) for text in fields(card)), fields(card)
        assert "Fine" in card.text
        assert not re.search(r"<(script|img|svg|iframe)|<[^>]*\son\w+=", markup)


def test_a_page_is_no_better_than_a_provider(site, embedded):
    for number, text in enumerate(TEXTS[:6]):
        quoted = text.replace('"', "&quot;")
        body = f'<meta property="og:title" content="{quoted}"><meta name="description" content="x">'
        answers(site, f"/{number}", body.encode(), "text/html")
    for card, markup in embedded(*(site.url(f"/{number}") for number in range(6))):
        assert card.state == "done"
        assert all(harmless(text) for text in fields(card))
        assert not re.search(r"<(script|img|svg|iframe)|<[^>]*\son\w+=", markup)


def test_only_a_real_picture_of_a_public_site_becomes_a_thumbnail(provider, canary, embedded):
    thumbnails = [*THUMBNAILS, canary.url("/picture.png")]
    answers(
        provider,
        "/svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        "image/svg+xml",
    )
    answers(provider, "/html", b"<html><script>alert(1)</script>", "image/png")
    answers(provider, "/bomb", b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "image/png")
    provider.redirects("/inside", canary.url("/picture.png"))

    def oembed(handler):
        thumbnail = thumbnails[int(re.search(r"thumb(\d+)$", handler.path)[1])]
        if isinstance(thumbnail, str) and thumbnail.startswith("/") and thumbnail != "//":
            thumbnail = provider.url(thumbnail)
        body = json.dumps({"title": "Fine", "thumbnail_url": thumbnail}).encode()
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n" + body)

    provider.pages["/oembed"] = oembed
    found = embedded(*(provider.url(f"/thumb{number}") for number in range(len(thumbnails))))
    assert [card.title for card, _ in found] == ["Fine"] * len(thumbnails)
    assert [card.thumbnail.name for card, _ in found if card.thumbnail] == []
    assert canary.seen == []


def test_what_is_no_oembed_document_is_none():
    for body in DOCUMENTS:
        try:
            found = read_oembed(body)
        except ValueError:
            continue
        assert isinstance(found.title, str)
        assert isinstance(found.text, str)


def test_what_is_no_page_says_nothing():
    for body in PAGES:
        for charset in ("", "utf-16", "latin-1"):
            found = read_page(body, "https://social.example/", charset=charset)
            assert "root:" not in found.title
            assert len(found.title) <= 20_000


@pytest.mark.parametrize("content_type", ["application/pdf", "", "image/svg+xml", "text/plain"])
def test_what_is_not_a_page_is_not_read(site, embedded, content_type):
    answers(site, "/file", b"<title>x</title>", content_type)
    ((card, _),) = embedded(site.url("/file"))
    assert (card.state, card.title) == ("failed", "")
    assert card.error == "This address leads to a file, not to a page."


def test_an_endless_page_is_not_read(site, embedded):
    answers(site, "/file", b"<title>x</title>" + b" " * (2 * 1024 * 1024), "text/html")
    ((card, _),) = embedded(site.url("/file"))
    assert (card.state, card.title) == ("failed", "")


def test_an_answer_that_leads_inside_is_not_followed(provider, canary, embedded):
    provider.redirects("/oembed", canary.url("/oembed"))
    provider.redirects("/page", canary.url("/page"))
    ((card, _),) = embedded(provider.url("/page"))
    assert (card.state, canary.seen) == ("failed", [])
    assert "private network" in card.error or "port" in card.error


def test_cards_hold_only_what_fits(provider, embedded):
    provider.pages["/oembed"] = json.dumps(
        {"title": "x" * 5000, "author_name": "y" * 5000}
    ).encode()
    embedded(provider.url("/x"))
    card = EmbedCard.objects.get()
    assert (len(card.title), len(card.author)) == (300, 200)
