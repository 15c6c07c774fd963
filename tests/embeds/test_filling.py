"""An address in an update: saved at once, looked up beside, stored and shown to everybody."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from liveblog import actions
from liveblog.documents import entry_document
from liveblog.embeds.fetching import Fetching
from liveblog.models import Embed, EmbedCard, Entry, Revision
from liveblog.worker import Stop, Worker
from tests.cast import again, draft_entry, publish_entry
from tests.embeds.pictures import drawn

pytestmark = pytest.mark.django_db(transaction=True)


def oembed(**fields):
    document = {"type": "video", "version": "1.0", "title": "The pier", **fields}
    return (200, {"Content-Type": "application/json"}, json.dumps(document).encode())


def test_saving_asks_nobody(blog, ada, site, news_page, card):
    url = news_page()
    publish_entry(blog, ada, embeds=[{"url": url}])
    assert (site.seen, card().state, card().url) == ([], "pending", url)


def test_a_known_provider_is_asked_and_its_picture_copied(blog, ada, provider, worker):
    provider.pages["/thumb.png"] = drawn()
    provider.pages["/oembed"] = oembed(
        author_name="Harbour Office", provider_name="Videotheque",
        thumbnail_url=provider.url("/thumb.png"), html="<iframe src='https://evil.example'>",
    )  # fmt: skip
    entry = publish_entry(blog, ada, embeds=[{"url": provider.url("/video")}])
    worker.finish()
    assert [line.partition("?")[0] for line in provider.seen] == ["GET /oembed", "GET /thumb.png"]
    shown = entry_document(Entry.objects.with_content().get(pk=entry.pk), "page")["embeds"][0]
    thumbnail = shown.pop("thumbnail")
    assert shown == {
        "url": provider.url("/video"), "title": "The pier", "author": "Harbour Office",
        "provider": "Videotheque", "text": "",
    }  # fmt: skip
    assert thumbnail.startswith("http://127.0.0.1:8000/media/embeds/")


def test_any_other_page_is_read_for_what_it_says_of_itself(
    blog, ada, site, news_page, worker, card
):
    site.pages["/pier.jpg"] = drawn("JPEG", (2000, 1000))
    url = news_page(
        title="Plain", description="No ferries.", image="/pier.jpg", site_name="Northwire"
    )
    publish_entry(blog, ada, embeds=[{"url": url}])
    worker.finish()
    found = card()
    assert (found.state, found.title, found.text) == ("done", "Plain", "No ferries.")
    assert found.provider == ""  # the host's name is shown: anybody can call a site Northwire
    assert (found.width, found.height) == (1280, 640)


def test_a_provider_that_answers_only_to_its_friends_is_read_as_a_page(
    blog, ada, provider, news_page, worker, card
):
    provider.pages["/oembed"] = (401, {}, b"")
    publish_entry(blog, ada, embeds=[{"url": news_page("/post", title="A message")}])
    worker.finish()
    assert (card().state, card().title) == ("done", "A message")


def test_what_is_found_is_a_new_state_but_no_editors_conflict(blog, ada, news_page, worker):
    entry = publish_entry(blog, ada, embeds=[{"url": news_page()}])
    before, revisions = again(blog).version, Revision.objects.count()
    worker.finish()
    entry = again(entry)
    assert (again(blog).version, entry.seq) == (before + 1, before + 1)
    assert (entry.revision, Revision.objects.count()) == (1, revisions)
    actions.edit(user=ada, entry_id=entry.pk, revision=1, fields={"headline": "Storm"})


def test_a_draft_is_filled_without_moving_the_version(blog, ada, news_page, worker, card):
    draft_entry(blog, ada, embeds=[{"url": news_page()}])
    before = again(blog).version
    worker.finish()
    assert (card().state, again(blog).version) == ("done", before)


def test_what_was_found_survives_a_save_and_the_editors_words_win(
    blog, ada, site, news_page, worker
):
    url = news_page()
    entry = publish_entry(blog, ada, embeds=[{"url": url}])
    worker.finish()
    asked = len(site.seen)
    row = {"url": url, "author": "Chi"}
    actions.edit(user=ada, entry_id=entry.pk, revision=1, fields={"embeds": [row]})
    worker.finish()
    embed = Embed.objects.get()
    assert (embed.shown_title, embed.shown_author) == ("Harbour closed", "Chi")
    row["title"] = "Our words"
    actions.edit(user=ada, entry_id=entry.pk, revision=2, fields={"embeds": [row]})
    assert Embed.objects.get().shown_title == "Our words"
    assert len(site.seen) == asked


def test_an_address_in_two_updates_is_asked_once_and_reaches_both(
    blog, ada, site, news_page, worker
):
    url = news_page()
    first, second = (publish_entry(blog, ada, embeds=[{"url": url}]) for _ in range(2))
    before = again(blog).version
    worker.finish()
    assert site.seen == ["GET /news"]
    assert {again(first).seq, again(second).seq} == {before + 1, before + 2}


def test_what_fails_for_now_is_tried_again_and_then_given_up(blog, ada, site, worker, card):
    site.pages["/news"] = (503, {}, b"")
    publish_entry(blog, ada, embeds=[{"url": site.url("/news")}])
    for attempt in range(1, 6):
        worker.finish()
        assert (card().attempts, len(site.seen)) == (attempt, attempt)
        assert (card().state, card().lease) == ("failed" if attempt == 5 else "pending", "")
        worker.finish()  # not before its time
        assert len(site.seen) == attempt
        EmbedCard.objects.update(next_attempt_at=timezone.now())
    assert card().error == "The other site answered 503 Service Unavailable."


def test_what_fails_for_good_is_not_tried_again_and_said_to_editors(blog, ada, site, worker, card):
    publish_entry(blog, ada, embeds=[{"url": site.url("/gone")}])
    before = again(blog).version
    worker.finish()
    assert (card().state, card().attempts, again(blog).version) == ("failed", 1, before)
    preview = actions.embed_preview(site.url("/gone"))
    assert (preview["state"], preview["error"]) == (
        "failed",
        "The other site answered 404 Not Found.",
    )


def test_saving_a_failed_address_much_later_asks_it_anew(blog, ada, site, news_page, worker, card):
    entry = publish_entry(blog, ada, embeds=[{"url": site.url("/news")}])
    worker.finish()
    rows = {"embeds": [{"url": news_page()}]}
    actions.edit(user=ada, entry_id=entry.pk, revision=1, fields=rows)
    assert card().state == "failed"
    EmbedCard.objects.update(next_attempt_at=timezone.now() - timedelta(minutes=11))
    actions.edit(user=ada, entry_id=entry.pk, revision=2, fields=rows)
    worker.finish()
    assert (card().state, card().error) == ("done", "")


def test_two_workers_ask_once(blog, ada, site, news_page):
    publish_entry(blog, ada, embeds=[{"url": news_page()}])
    one, other = Fetching(), Fetching()
    one.step()
    other.step()
    one.finish()
    other.finish()
    assert site.seen == ["GET /news"]


def test_the_worker_asks_beside_its_rounds(blog, ada, news_page, card):
    publish_entry(blog, ada, embeds=[{"url": news_page()}])
    with Stop() as stop:
        process = Worker("one", stop)
        process.round()
        for look in process._fetching.looks:
            look.thread.join()
        process.round()
    assert card().state == "done"


def test_a_worker_that_ends_leaves_the_address_to_the_next(
    blog, ada, site, news_page, worker, card
):
    import threading

    asked, let_go = threading.Event(), threading.Event()
    site.pages["/slow"] = lambda handler: (asked.set(), let_go.wait(60))
    publish_entry(blog, ada, embeds=[{"url": site.url("/slow")}])
    worker.step()
    assert asked.wait(60)
    worker.let_go()
    assert (card().state, card().lease, card().leased_until) == ("pending", "", None)
    let_go.set()
    news_page("/slow")
    Fetching().finish()
    assert card().state == "done"


def test_an_answer_that_comes_too_late_changes_nothing(blog, ada, news_page, worker, card):
    publish_entry(blog, ada, embeds=[{"url": news_page()}])
    worker.finish()
    late = actions.Found(title="Late")
    assert not actions.fill_embed(card_id=card().pk, lease="somebody-elses", found=late)
    assert card().title == "Harbour closed"


def test_an_unknown_address_has_a_preview_that_says_so():
    assert actions.embed_preview("https://social.example/1", title="Mine") == {
        "state": "unsaved", "title": "Mine", "author": "", "text": "", "provider": "",
        "thumbnail_url": "", "error": "",
    }  # fmt: skip
