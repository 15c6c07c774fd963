"""What is known of an address before the update that embeds it is saved."""

from datetime import timedelta

import pytest
from django.utils import timezone

from liveblog import actions
from liveblog.actions import cards, leases
from liveblog.models import EmbedCard
from tests.cast import publish_entry

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


def test_what_no_update_was_saved_with_is_forgotten_a_day_later(adas, ada, blog):
    adas.send("embed-look", url=PIER)
    publish_entry(blog, ada, embeds=[{"url": "https://video.example/used"}])
    now = timezone.now()
    assert actions.forget_unused_cards(now=now) == 0
    assert actions.forget_unused_cards(now=now + timedelta(days=2)) == 1
    assert EmbedCard.objects.get().url == "https://video.example/used"
