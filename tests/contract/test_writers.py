"""Eight writers at once: no gap, no number twice, no lost update."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from liveblog import actions, changes
from liveblog.models import Entry
from liveblog.window import find_blog
from tests.cast import again, publish_entry

WRITERS = 8
EACH = 12

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(work):
    """Run `work(writer)` in eight threads that start together; errors are raised here."""
    start = threading.Barrier(WRITERS)

    def run(writer):
        try:
            start.wait()
            return work(writer)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        return list(pool.map(run, range(WRITERS)))


def test_every_entry_gets_a_number_and_a_place_of_its_own(blog, ada):
    start = again(blog).version

    def publish(_):
        return [publish_entry(blog, ada).number for _ in range(EACH)]

    numbers = [number for mine in at_once(publish) for number in mine]
    seqs = Entry.objects.filter(blog=blog).values_list("seq", flat=True)
    assert sorted(numbers) == list(range(1, WRITERS * EACH + 1))
    assert sorted(seqs) == list(range(start + 1, start + WRITERS * EACH + 1))
    assert again(blog).public_entries == WRITERS * EACH


def test_a_reader_following_along_misses_nothing(blog, ada):
    seen, done = {}, threading.Event()

    def follow():
        version = 0
        try:
            while True:
                finished = done.is_set()
                delta = changes.changes(find_blog(blog.slug), version, limit=1000)
                seen.update((entry.number, entry.seq) for entry in delta.entries)
                version = delta.version
                if finished:
                    return
        finally:
            connection.close()

    reader = threading.Thread(target=follow)
    reader.start()
    at_once(lambda _: [publish_entry(blog, ada) for _ in range(EACH)])
    done.set()
    reader.join()
    stored = dict(Entry.objects.filter(blog=blog).values_list("number", "seq"))
    assert seen == stored


def test_no_edit_of_one_entry_overwrites_another(blog, ada):
    entry = publish_entry(blog, ada, body="<p>0</p>")

    def add_one(_):
        saved = 0
        while saved < EACH:
            seen = again(entry)
            body = f"<p>{int(seen.body_text) + 1}</p>"
            try:
                actions.edit(
                    user=ada, entry_id=entry.pk, revision=seen.revision, fields={"body": body}
                )
                saved += 1
            except actions.Stale:
                continue

    at_once(add_one)
    assert again(entry).body_text == str(WRITERS * EACH)


def test_one_submission_sent_by_eight_is_one_entry(blog, ada):
    def send(_):
        fields = {"body": "<p>Once.</p>"}
        return actions.publish_new(user=ada, blog_id=blog.pk, fields=fields, idempotency_key="k").pk

    assert len(set(at_once(send))) == 1
    assert Entry.objects.filter(blog=blog).count() == 1


def test_a_due_entry_is_published_by_one_of_eight_workers(blog, ada):
    from django.utils import timezone

    from tests.cast import draft_entry, in_an_hour

    entry = draft_entry(blog, ada)
    actions.schedule(user=ada, entry_id=entry.pk, revision=entry.revision, at=in_an_hour())
    Entry.objects.filter(pk=entry.pk).update(scheduled_for=timezone.now())
    published = at_once(lambda _: actions.publish_due())
    assert sum(len(mine) for mine in published) == 1
    assert again(blog).last_number == 1
