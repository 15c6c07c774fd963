"""At the desk a live blog is written and shown in its own language, whatever the admin's is."""

import pytest
from lxml import html

from liveblog.models import LiveBlog
from tests.cast import publish_entry

ARABIC = {"lang": "ar", "dir": "rtl"}


@pytest.fixture
def in_arabic(blog, ada):
    LiveBlog.objects.update(language="ar")
    blog.refresh_from_db()
    return publish_entry(blog, ada, "<p>توقفت العبّارات.</p>")


def told(node):
    return {name: node.get(name) for name in ("lang", "dir")}


@pytest.mark.parametrize("field", ["headline", "body", "key_event_title", "note"])
def test_what_is_typed_for_readers_is_in_their_language(adas, in_arabic, field):
    page = html.fromstring(adas.open().content)
    assert told(page.find(f".//*[@name='{field}']")) == ARABIC


def test_updates_and_previews_run_the_way_they_do_on_the_page(adas, in_arabic):
    page = html.fromstring(adas.open().content)
    shown = [*page.find_class("reader"), *page.iterfind(".//*[@data-credit-line]")]
    assert len(shown) >= 4
    assert all(told(node) == ARABIC for node in shown)


def test_the_plain_form_says_it_too(client, ada, in_arabic):
    client.force_login(ada)
    page = html.fromstring(client.get(f"/admin/liveblog/entry/{in_arabic.pk}/change/").content)
    assert told(page.find(".//*[@name='body']")) == ARABIC
