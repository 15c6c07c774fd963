"""An agency's kill comes in as a file: what was built from its item is gone wherever it was shown.

A word that is nowhere else is in the headline, the text, the picture's caption and bytes of one
update. It is asked for again and again at every address, at the site and behind nginx.
"""

import sys
import time
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from PIL import Image, PngImagePlugin
from playwright.sync_api import expect

from liveblog import actions, renditions
from liveblog.models import MediaAsset
from liveblog.wire.intake import take_in
from liveblog.wire.reader import Reader as FileReader
from scripts.cluster.readers import Readers
from scripts.cluster.script import ask
from scripts.cluster.watching import Watches
from tests.browser import desk_page as desk
from tests.browser.live_page.reader import Reader
from tests.cast import again, credit, publish_entry
from tests.live.test_wakeups import eventually
from tests.operations.test_nginx import NGINX, nginx
from tests.wire import files
from tests.wire.arriving import feed_of

CANARY = "Kittiwake"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


def brought_in(feed, data):
    with FileReader() as reads:
        return take_in(feed, "northwire.xml", data.encode(), reads)


@pytest.fixture
def item(feed):
    return brought_in(feed, files.g2(files.g2_item())).new[0]


@pytest.fixture
def picture_of_it(team, ada, item):
    """Stored with its renditions; its own bytes hold the word too."""
    drawn, text = BytesIO(), PngImagePlugin.PngInfo()
    text.add_text("Comment", CANARY)
    Image.new("RGB", (700, 400), "navy").save(drawn, "PNG", pnginfo=text)
    asset = MediaAsset.objects.create(
        team=team,
        file=ContentFile(drawn.getvalue(), name="pier.png"),
        uploaded_by=ada,
        caption=f"{CANARY} at the pier.",
        credit="Northwire",
        alt=f"A {CANARY} in a storm",
        wire_item=item,
    )
    asset.renditions = renditions.make(asset.file)
    asset.save()
    return asset


@pytest.fixture
def entry(blog, ada, item, picture_of_it, northwire):
    publish_entry(blog, ada, "<p>All is quiet at the pier.</p>")
    made = publish_entry(
        blog,
        ada,
        f"<p>{CANARY}s and guillemots are back.</p>",
        headline=f"{CANARY}s return",
        is_key_event=True,
        key_event_title=f"{CANARY}s",
        built_from=item.pk,
        attributions=[credit(northwire)],
        images=[{"asset": picture_of_it.pk, "caption": ""}],
    )
    actions.pin(user=ada, entry_id=made.pk)
    return again(made)


def addresses(blog, entry):
    """Everywhere the word is before the kill."""
    live, api = f"/live/{blog.slug}", f"/api/v1/blogs/{blog.slug}"
    return [
        *(f"{live}/", f"{live}/{entry.number}/", f"{live}/changes?since=0"),
        *(f"{live}/feed.{kind}" for kind in ("atom", "rss", "json")),
        *(f"{api}/entries/", f"{api}/changes/?since=0"),
        *(f"/api/v1/entries/{entry.public_id}/", "/api/v1/search/?q=guillemots"),
        *("/search/?q=guillemots",),
    ]


@pytest.fixture
def ports(running_site, tmp_path_factory):
    site = int(running_site.rpartition(":")[2])
    if not NGINX:
        yield [site]
        return
    with nginx(tmp_path_factory.mktemp("nginx"), site) as behind:
        yield [site, behind]


@pytest.fixture
def allowed(northwire):
    """The contract lets every outlet have it."""
    from tests.cast import allow

    outlets = ("page", "public_api", "feed", "embed", "partner")
    return allow(northwire, **dict.fromkeys(outlets, "whole"))


@pytest.fixture
def opened(page, browser_of, ada, blog, entry, running_site):
    """A reader's open page and Ada's open desk, both showing it."""
    reader = Reader(page, blog, running_site).open()
    expect(reader.entry(entry)).to_contain_text(CANARY)
    on_desk = desk.open_desk(browser_of(ada), blog)
    expect(desk.item(on_desk, entry)).to_contain_text(CANARY)
    return reader, on_desk


@pytest.fixture
def exported(tmp_path, settings):
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [], tmp_path / "collected"
    (settings.STATIC_ROOT / "newsroom").mkdir(parents=True)
    root = tmp_path / "site"

    def export():
        call_command("export_static", str(root))
        return b"\n".join(path.read_bytes() for path in root.rglob("*") if path.is_file())

    return export


@pytest.mark.long
def test_a_kill_is_gone_everywhere(
    allowed, feed, blog, entry, picture_of_it, opened, ports, exported, capsys
):
    reader, on_desk = opened
    pictures = [picture_of_it.file.url, *map(picture_of_it.url_of, picture_of_it.renditions)]
    assert {ask(port, path).status for port in ports for path in pictures} == {200}
    assert CANARY.encode() in exported()
    version = again(blog).version
    watches = Watches(ports, addresses(blog, entry), CANARY.encode())
    with Readers(blog.slug, version, *((port, 1) for port in ports)) as streams:
        try:
            watches.wait_until_seen()
            ordered = time.monotonic()
            brought_in(feed, files.g2(files.g2_item(version="2", status="stat:canceled")))
            expect(reader.entry(entry)).to_have_count(0)
            on_page = time.monotonic() - ordered
            streams.wait_for(again(blog).version)
            watches.wait_until_gone(ordered)
        finally:
            watches.stop()
    assert CANARY not in reader.page.content()
    expect(desk.item(on_desk, entry)).not_to_contain_text(CANARY)
    for port in ports:
        for path in (f"/live/{blog.slug}/{entry.number}/", *pictures):
            # nginx may keep an answer for a second, and so may the process before it.
            assert eventually(lambda port=port, path=path: ask(port, path).status == 410)
        assert CANARY.encode() not in ask(port, f"/live/{blog.slug}/").body
    assert CANARY.encode() not in exported()
    last = max(watch.seen_at for watch in watches.all) - ordered
    told = f"a kill by wire: open page {on_page:.2f} s, last seen anywhere after {last:.2f} s"
    with capsys.disabled():
        sys.stderr.write(f"\n{told}\n")
