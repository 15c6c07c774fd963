"""Every figure `make bench` owes, and its goal. A run leaves none out, measured or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bench.reasons import REASONS
from bench.rows import Row

RENDERED = "the same page rendered by ORM and templates, same process"
STATIC = "nginx, the same bytes as a static file"
PAGE = "live page, one process"
READERS = "10,000 SSE readers on one process: publish → reader, p99"
LAST = "the same, until the last reader has it, slowest update"
QUEUE = "a plain Django async view with a queue per reader"
KEY = "Ctrl+Enter at the desk → the update in a reader's page in Chromium"
WITHOUT = "the same without them"

INBOX = (
    "first page", "page 50", "feed", "quiet feed", "level", "flashes", "killed", "held",
    "embargoed", "advisories", "rare word", "word", "common words", "word of a feed", "subject",
)  # fmt: skip


def least(
    figure: str, against: str, goal: float, unit: str = "×", wish: float | None = None
) -> Row:
    return Row(figure, against, goal, at_least=True, unit=unit, wish=wish)


def most(figure: str, against: str, goal: float, unit: str = "×") -> Row:
    return Row(figure, against, goal, at_least=False, unit=unit)


GOALS: dict[str, Row] = {
    "pages.rendered": least(f"{PAGE}, 200", RENDERED, 200),
    "pages.rendered 304": least(f"{PAGE}, 304", RENDERED, 200),
    "pages.gzip": least(f"{PAGE}, 200, gzip", STATIC, 28, "%", 55),
    "pages.identity": least(f"{PAGE}, 200, not compressed", STATIC, 28, "%", 55),
    "pages.304": least(f"{PAGE}, 304", "nginx, the same file, 304", 28, "%", 55),
    "pages.deployed": least(
        "live page through deploy/nginx", f"{STATIC} in the same encoding", 85, "%"
    ),
    "peer.50": least(f"{PAGE}, 50 entries", "wagtail-live, 50 posts", 350),
    "peer.1000": least(f"{PAGE}, 1,000 entries", "wagtail-live, 1,000 posts", 4_000),
    "peer.10000": least(f"{PAGE}, 10,000 entries", "wagtail-live, 10,000 posts", 40_000),
    "pages.changes": least("changes?since= at head, one process", PAGE, 1),
    "pages.api": least("API changes/ at head, anonymous, one process", PAGE, 1),
    "pages.client": least("load client: wrk on nginx's 304", "its most from Newsroom", 1.25),
    "stream.nchan": most(READERS, "nginx Nchan, same run", 1.25),
    "stream.nchan last": most(LAST, "nginx Nchan, same run", 1.25),
    "stream.queue": most(READERS, QUEUE, 0.4),
    "stream.queue last": most(LAST, QUEUE, 0.4),
    "stream.client": most("load client: readers of a hub in C, p99", "of Newsroom", 0.8),
    "stream.memory": most("memory per connected reader", "", 12, "KB"),
    "stream.cost": most("CPU per 1,000 deliveries", "", 30, "ms"),
    "stream.back": most("10,000 readers reconnecting at once with resume, all served", "", 5, "s"),
    "stream.page": most("page p99 while 10,000 readers receive an event a second", WITHOUT, 3),
    "stream.faults": most(
        "deliveries lost, doubled or out of order, readers dropped at random", "", 0, ""
    ),
    "flat.publish": most("publish (action and commit), 100,000 entries", "100 entries", 1.2),
    "flat.page": most("page, 100,000 entries", "100 entries", 1.2),
    "flat.older page": most("older page, 100,000 entries", "100 entries", 1.2),
    "flat.delta": most("delta, 100,000 entries", "100 entries", 1.2),
    "flat.api": most("API page, 100,000 entries", "100 entries", 1.2),
    "flat.feed": most("feed, 100,000 entries", "100 entries", 1.2),
    "stream.publish": most("publish with 10,000 readers connected", "with none", 1.2),
    "wires.rate": least("agencies' items taken in, 1,000,000 stored", "", 25, "items/s"),
    "wires.flat": most("seconds for them, 1,000,000 items stored", "none stored", 1.2),
    "wires.memory": most("memory of the process that takes them in", "", 200, "MB"),
    "wires.growth": most("memory after 10,000 items", "after the first 1,000", 1.1),
    **{
        f"wires.inbox {name}": most(f"inbox of 1,000,000 items: {name}", "", 50, "ms")
        for name in INBOX
    },
    "desk.p50": most(f"{KEY}, p50", "", 250, "ms"),
    "desk.p95": most(f"{KEY}, p95", "", 500, "ms"),
    "desk.opening": most("the desk opens, 5,000 entries", "50 entries", 1.2),
    "pages.first view": most(
        "bytes of the first view (HTML, CSS, JS, compressed, 30 entries)", "", 45, "KB"
    ),
    "pages.first script": most("of it JavaScript", "", 8, "KB"),
}


def part(key: str) -> str:
    """The measurement that owes it."""
    return key.partition(".")[0]


def complete(
    measured: Iterable[tuple[str, Row]], reasons: dict[str, str], among: Iterable[str]
) -> list[Row]:
    """All rows of these measurements in order; `reasons`: of each that was cut short."""
    found = dict(measured)
    missing = "it ended before this was measured"
    rows = {
        key: found.get(key) or replace(row, skipped=reasons.get(part(key), missing))
        for key, row in GOALS.items()
        if part(key) in set(among)
    }
    return [replace(row, reason=REASONS.get(key, "")) for key, row in rows.items()]
