"""What an editor is told about an embedded address: what was found there, or why nothing was."""

import pytest

from liveblog import actions
from liveblog.actions import cards, leases
from liveblog.models import EmbedCard
from tests.admin.desk import rows

URL = "https://social.example/1"


def lease_of_the_card():
    card = EmbedCard.objects.get()
    return {"card_id": card.pk, "lease": leases.claim(cards.pending_cards(), card.pk)}


@pytest.fixture
def shown(adas, blog):
    """Saves a draft with an embed; returns what its form then says, as often as it is asked."""
    adas.write(blog).press("save", **rows("embeds", {"url": URL}))
    entry = blog.entries.get()

    def text():
        page = adas.client.get(f"/admin/liveblog/entry/{entry.pk}/change/")
        return (
            page.content.decode().partition('<div class="embed-preview')[2].partition("</div>")[0]
        )

    return text


def test_an_address_is_being_looked_up(shown):
    assert "Being looked up." in shown()


def test_what_was_found_is_shown_as_text(shown):
    found = actions.Found(title="<b>The pier", author="Harbour Office", provider="Videotheque")
    actions.fill_embed(**lease_of_the_card(), found=found)
    assert "on Videotheque" in shown()
    assert "The pier" in shown()
    assert "Harbour Office" in shown()


def test_why_nothing_was_found_is_said(shown):
    actions.postpone_embed(**lease_of_the_card(), error="It answered 404.", permanent=True)
    assert "Nothing could be found there.</strong> It answered 404." in shown()
