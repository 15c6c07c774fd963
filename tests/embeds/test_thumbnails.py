"""Our copy of a picture lives as long as an update that shows it."""

import pytest

from liveblog import actions
from liveblog.models import EmbedCard
from tests.cast import again, draft_entry, publish_entry
from tests.embeds.pictures import drawn

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def embedded(site, news_page):
    site.pages["/pier.png"] = drawn()
    return {"embeds": [{"url": news_page(image="/pier.png")}]}


@pytest.fixture
def status(client, worker):
    def ask():
        worker.finish()
        answer = client.get(EmbedCard.objects.get().thumbnail.url)
        answer.close()
        return answer.status_code

    return ask


def test_a_thumbnail_is_served_as_an_inert_file(client, blog, ada, embedded, status):
    publish_entry(blog, ada, **embedded)
    assert status() == 200
    url = EmbedCard.objects.get().thumbnail.url
    answer = client.get(url)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/png", "public, max-age=1")
    answer.close()
    assert "sandbox" in answer["Content-Security-Policy"]
    assert client.get(url, headers={"if-none-match": answer["ETag"]}).status_code == 304
    assert client.post(url).status_code == 405
    assert client.get("/media/embeds/xx/none.png").status_code == 404


def test_a_withdrawn_or_killed_update_takes_it_along(blog, ada, embedded, status):
    entry = publish_entry(blog, ada, **embedded)
    assert status() == 200
    actions.withdraw(user=ada, entry_id=entry.pk)
    assert status() == 410
    actions.restore(user=ada, entry_id=entry.pk, revision=again(entry).revision)
    assert status() == 200
    other = publish_entry(blog, ada, **embedded)
    actions.kill(user=ada, entry_id=entry.pk, reason="wrong")
    assert status() == 200  # another update shows it
    actions.kill(user=ada, entry_id=other.pk, reason="wrong")
    assert status() == 410


def test_a_withdrawn_live_blog_takes_it_along(blog, ada, chi, embedded, status):
    publish_entry(blog, ada, **embedded)
    assert status() == 200
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    assert status() == 410


def test_what_was_never_public_answers_like_what_never_existed(blog, ada, embedded, status):
    draft = draft_entry(blog, ada, **embedded)
    assert status() == 200  # for its editors, who alone know the path
    actions.discard(user=ada, entry_id=draft.pk, revision=draft.revision)
    assert status() == 404


def test_erasing_a_killed_update_erases_what_only_it_showed(blog, ada, chi, embedded, status):
    entry = publish_entry(blog, ada, **embedded)
    assert status() == 200
    file = EmbedCard.objects.get().thumbnail
    actions.kill(user=ada, entry_id=entry.pk, reason="wrong")
    actions.erase_killed(user=chi, entry_id=entry.pk)
    assert not EmbedCard.objects.exists()
    assert not file.storage.exists(file.name)


def test_erasing_leaves_what_others_show(blog, ada, chi, embedded, status):
    entry = publish_entry(blog, ada, **embedded)
    publish_entry(blog, ada, **embedded)
    assert status() == 200
    actions.kill(user=ada, entry_id=entry.pk, reason="wrong")
    actions.erase_killed(user=chi, entry_id=entry.pk)
    assert status() == 200
