"""What is known of an address before the update that embeds it is saved."""

import pytest

from liveblog import actions
from liveblog.actions import cards, leases
from liveblog.models import EmbedCard

pytestmark = pytest.mark.django_db
PIER = "https://video.example/pier"


def test_ben_has_an_address_looked_up_while_he_writes(bens):
    assert bens.ask("embed-known", url=PIER).json()["found"]["state"] == "unsaved"
    assert bens.send("embed-look", url=PIER).json()["found"]["state"] == "pending"
    lease = leases.claim(cards.pending_cards(), EmbedCard.objects.get().pk)
    found = actions.Found(title="The pier")
    actions.fill_embed(card_id=EmbedCard.objects.get().pk, lease=lease, found=found)
    told = bens.ask("embed-known", url=PIER).json()["found"]
    assert (told["state"], told["title"]) == ("done", "The pier")


def test_asking_again_queues_nothing_twice(adas):
    for _ in range(2):
        adas.send("embed-look", url=PIER)
    assert EmbedCard.objects.count() == 1


@pytest.mark.parametrize(
    "url", ["", "pier", "javascript:alert(1)", "https://x.example/" + "a" * 2000]
)
def test_what_is_no_address_is_refused_in_words(adas, url):
    answer = adas.send("embed-look", url=url)
    assert answer.status_code == 422
    assert answer.json()["errors"]["url"][0].endswith(".")
    assert not EmbedCard.objects.exists()
    assert adas.ask("embed-known", url=url).status_code == 200
