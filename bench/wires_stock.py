"""A million chains, stored at once rather than received; and what an inbox asks of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from django.db import connection

from bench.stocking import WORDS, body
from liveblog import sanitise, words
from liveblog.inbox.asked import Asked
from liveblog.inbox.chains import listed
from liveblog.inbox.rows import rows_of
from liveblog.models import Level, WireFeed

TEXTS = 5_000  # each stands in so many chains: a word of one of them is a rare word
BATCH = 100_000
PAGES = 49  # turned, to come to the fiftieth
ZONE = ZoneInfo("America/New_York")
QUIET = "northwire-quiet"  # a feed that brought a few items long ago
TEXTS_TABLE = """
CREATE TEMP TABLE bench_texts
(n int, headline text, body text, headwords text, bodywords text, marks text)
"""
CHAINS = """
INSERT INTO liveblog_wirechain (source_id, guid, pub_status, embargo_until, lifted_at,
                                embargo_unsure, feed_id, level, is_advisory, moved_at)
SELECT %s, 'urn:stock:' || n,
       CASE n %% 50000 WHEN 7 THEN 'canceled' WHEN 8 THEN 'withheld' ELSE 'usable' END,
       CASE WHEN n %% 50 = 9 THEN now() + interval '1 day' * CASE WHEN n %% 40000 = 9 THEN 1
                                                                  ELSE -1 END END,
       CASE WHEN n %% 50 = 9 AND n %% 40000 <> 9 THEN now() END, false,
       (%s::bigint[])[CASE WHEN n < 60 THEN 5 ELSE 1 + n / 7 %% 4 END],
       CASE WHEN n %% 1000 = 0 THEN 1 WHEN n %% 200 = 0 THEN 2 WHEN n %% 20 = 0 THEN 3 ELSE 4 END,
       n %% 50 = 0, now() - interval '30 days' + n * interval '2 seconds'
FROM generate_series(%s, %s) AS n
"""
ITEMS = """
INSERT INTO liveblog_wireitem (chain_id, feed_id, version, digest, version_at, received_at, kind,
    pub_status, counts, embargo_closed, urgency_raw, level, slugline, take, headline, dateline,
    byline, body, ed_note, usage_terms, provider_name, source_name, credit, copyright_holder,
    copyright_notice, credited_id, language, url, services, subjects, media, parts, signals,
    warnings, is_advisory)
SELECT c.id, c.feed_id, '1', '', c.moved_at, c.moved_at, 'text', 'usable', true, false, '', c.level,
    'storm-' || c.id %% 500, '', t.headline, 'HARBOUR TOWN', 'Jane Doe', t.body, '', '',
    'Northwire', '', '', '', '', c.source_id, 'en', '', '[]', '[]', '[]', '[]', '[]', '[]',
    c.is_advisory
FROM liveblog_wirechain c JOIN bench_texts t ON t.n = c.id %% %s WHERE c.id > %s
"""
NEWEST = """
UPDATE liveblog_wirechain c SET newest_id = i.id FROM liveblog_wireitem i
WHERE i.chain_id = c.id AND c.id > %s
"""
INDEXED = """
INSERT INTO liveblog_wire_words (rowid, headline, body, marks)
SELECT c.id, t.headwords || ' nr' || c.id, t.bodywords, t.marks
FROM liveblog_wirechain c JOIN bench_texts t ON t.n = c.id %% %s WHERE c.id > %s
"""


def stock(feed: WireFeed, chains: int) -> int:
    """Store so many, by PostgreSQL alone, in batches that its memory holds."""
    feeds = [feed.pk, *_other_feeds(feed)]
    with connection.cursor() as cursor:
        cursor.execute(TEXTS_TABLE)
        cursor.executemany("INSERT INTO bench_texts VALUES (%s, %s, %s, %s, %s, %s)", _texts())
        for first in range(1, chains + 1, BATCH):
            cursor.execute("SELECT coalesce(max(id), 0) FROM liveblog_wirechain")
            before = cursor.fetchone()[0]
            last = min(first + BATCH - 1, chains)
            cursor.execute(CHAINS, [feed.provider_id, feeds, first, last])
            cursor.execute(ITEMS, [TEXTS, before])
            cursor.execute(NEWEST, [before])
            cursor.execute(INDEXED, [TEXTS, before])
        cursor.execute("VACUUM ANALYZE")
    return chains


def _other_feeds(feed: WireFeed) -> list[int]:
    names = [*(f"Northwire {number}" for number in range(2, 5)), QUIET]
    rows = [
        WireFeed(name=name, slug=name.lower().replace(" ", "-"), provider_id=feed.provider_id)
        for name in names
    ]
    return [row.pk for row in WireFeed.objects.bulk_create(rows)]


def _texts() -> list[tuple[int | str, ...]]:
    """In columns of `bench_texts`: what is stored, and its words as the index takes them."""
    chance = random.Random(1)  # noqa: S311  the same in every run
    made: list[tuple[int | str, ...]] = []
    for number in range(TEXTS):
        headline = f"{' '.join(chance.sample(WORDS, 5))} rare{number} some{number % 50}"
        text = body(number)
        told = (headline, sanitise.body_text(text), f"medtop:{number % 400:08}")
        made.append((number, headline, text, *map(words.indexed, told)))
    return made


def questions() -> dict[str, Callable[[], Sequence[Any]]]:
    """By what `bench/goals.py` calls them: pages of the inbox, with what each item is used in."""
    user = User.objects.create_superuser("bench")
    far = ""
    for _ in range(PAGES):
        _, far = listed(Asked(), far)

    def page(before: str = "", **asked: Any) -> Callable[[], Sequence[Any]]:
        wanted = Asked(**asked)
        return lambda: rows_of(listed(wanted, before)[0], user, ZONE)

    return {
        "first page": page(),
        "page 50": page(far),
        "feed": page(feed="northwire"),
        "quiet feed": page(feed=QUIET),
        "level": page(level=Level.URGENT),
        "flashes": page(level=Level.FLASH),
        "killed": page(status="killed"),
        "held": page(status="held"),
        "embargoed": page(status="embargoed"),
        "advisories": page(status="advisory"),
        "rare word": page(words="rare123"),
        "word": page(words="some7"),
        "common words": page(words="harbour storm"),
        "word of a feed": page(words="some7", feed="northwire"),
        "subject": page(subject="medtop:00000123"),
    }
