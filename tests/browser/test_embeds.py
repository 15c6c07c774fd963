"""A video in an update: a picture of ours and a button; the provider's frame after a click."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.base import ContentFile
from playwright.sync_api import expect

from liveblog import actions
from liveblog.actions import cards, leases
from liveblog.models import EmbedCard
from tests.cast import publish_entry
from tests.embeds.pictures import drawn

VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
CHART = "https://datawrapper.dwcdn.net/aB3dE/4/"
FRAME = "<title>player</title><body>player<script>document.cookie='seen=1'</script>"


def fill(url, **found):
    card = EmbedCard.objects.get(digest=cards.digest_of(url))
    lease = leases.claim(cards.pending_cards(), card.pk)
    assert actions.fill_embed(card_id=card.pk, lease=lease, found=actions.Found(**found))


@pytest.fixture
def elsewhere(context, running_site):
    """Answers for every other site. Returns the hosts that were asked."""
    asked = []
    own = urlsplit(running_site).netloc

    def answer(route):
        asked.append(urlsplit(route.request.url).netloc)
        route.fulfill(content_type="text/html", body=FRAME)

    context.route(lambda url: urlsplit(url).netloc != own, answer)
    return asked


def test_a_frame_loads_when_a_reader_asks_for_it(blog, ada, elsewhere, page):
    publish_entry(blog, ada, "<p>The pier at noon.</p>", embeds=[{"url": VIDEO}])
    picture = ContentFile(drawn("JPEG", (480, 360), "steelblue"), name="picture.jpg")
    fill(VIDEO, title="The pier", author="Harbour Office", provider="YouTube", thumbnail=picture)
    page.goto(f"/live/{blog.slug}/")
    play = page.get_by_role("button", name="Play the video “The pier”")
    expect(play).to_be_visible()
    expect(page.get_by_role("link", name="Open on YouTube")).to_have_attribute("href", VIDEO)
    # not by an element's handle: the live page may just put the update in anew
    page.evaluate("document.querySelector('.embed-stage img').scrollIntoView({block: 'center'})")
    page.wait_for_function("document.querySelector('.embed-stage img').naturalWidth === 480")
    assert Axe().run(page).response["violations"] == []

    page.evaluate("scrollTo(0, 0)")  # where a reader sees what arrives at once
    publish_entry(blog, ada, "<p>Water levels.</p>", embeds=[{"url": CHART}])
    chart = page.get_by_role("button", name="Show the chart")
    expect(chart).to_be_visible()
    assert (elsewhere, page.locator("iframe").count()) == ([], 0)

    chart.focus()
    page.keyboard.press("Enter")
    play.click()
    frames = {"datawrapper.dwcdn.net": "Datawrapper", "www.youtube-nocookie.com": "The pier"}
    for host, title in frames.items():
        frame = page.locator(f"iframe[src^='https://{host}/']")
        expect(frame).to_have_attribute("title", title)
        expect(frame).to_have_attribute("sandbox", re.compile("^allow-scripts allow-same-origin"))
        expect(frame.content_frame.locator("body")).to_have_text("player")
    expect(page.locator("iframe[title='The pier']")).to_be_focused()
    expect(play).to_have_count(0)
    assert elsewhere == list(frames)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_the_link_remains(blog, ada, elsewhere, page):
    publish_entry(blog, ada, embeds=[{"url": VIDEO}])
    page.goto(f"/live/{blog.slug}/")
    while not page.locator("#timeline > article").count():
        page.reload()  # it may be a second old, and without scripts nothing brings it up to date
    expect(page.get_by_role("link", name="Open on YouTube")).to_be_visible()
    expect(page.locator(".embed-load")).to_be_hidden()
    assert elsewhere == []
