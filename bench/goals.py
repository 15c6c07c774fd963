"""Every figure `make bench` owes, and its goal. A run leaves none out, measured or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bench.rows import Row

RENDERED = "the page rendered by ORM and templates, same process"
STATIC = "nginx, a static file of the same bytes"
PAGE = "live page, one process"
LAST = "publish → last reader, p99 of the updates"
WITHOUT = "the same without readers"


def least(figure: str, against: str, goal: float, unit: str = "×") -> Row:
    return Row(figure, against, goal, at_least=True, unit=unit)


def most(figure: str, against: str, goal: float, unit: str = "×") -> Row:
    return Row(figure, against, goal, at_least=False, unit=unit)


GOALS: dict[str, Row] = {
    "pages.rendered": least(PAGE, RENDERED, 200),
    "pages.rendered 304": least(f"{PAGE}, 304", RENDERED, 200),
    "pages.gzip": least(f"{PAGE}, gzip", STATIC, 0.28),
    "pages.identity": least(f"{PAGE}, identity", STATIC, 0.28),
    "pages.304": least(f"{PAGE}, 304", "nginx, the same file, 304", 0.28),
    "pages.deployed": least("live page through deploy/nginx, gzip", STATIC, 0.85),
    "pages.changes": least("changes?since= at head", PAGE, 1),
    "pages.api": least("API changes/ at head", PAGE, 1),
    "pages.first view": most("bytes of the first view (HTML, CSS, JS, gzip)", "", 45, "KB"),
    "pages.first script": most("of it JavaScript", "", 8, "KB"),
    "peer.50": least(f"{PAGE}, 50 entries", "wagtail-live, 50 posts", 350),
    "peer.1000": least(f"{PAGE}, 1,000 entries", "wagtail-live, 1,000 posts", 4_000),
    "peer.10000": least(f"{PAGE}, 10,000 entries", "wagtail-live, 10,000 posts", 40_000),
    "stream.nchan": most(LAST, "nginx Nchan", 1.25),
    "stream.queue": most(LAST, "a Django async view with a queue per reader", 0.4),
    "stream.memory": most("memory per connected reader", "", 12, "KB"),
    "stream.cost": most("server CPU per 1,000 deliveries", "", 30, "ms"),
    "stream.back": most("all readers back at once with resume, the last one served", "", 5, "s"),
    "stream.page": most("page p99 while readers receive an event a second", WITHOUT, 3),
    "stream.publish": most("publish (action and commit) with readers", WITHOUT, 1.2),
    "stream.faults": most("lost, doubled or out of order, readers dropped at random", "", 0, ""),
    "flat.publish": most("publish, 100,000 entries", "100 entries", 1.2),
    "flat.page": most("page, 100,000 entries", "100 entries", 1.2),
    "flat.delta": most("delta, 100,000 entries", "100 entries", 1.2),
    "flat.api": most("API page, 100,000 entries", "100 entries", 1.2),
    "flat.feed": most("feed, 100,000 entries", "100 entries", 1.2),
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
    return [
        found.get(key) or replace(row, skipped=reasons.get(part(key), missing))
        for key, row in GOALS.items()
        if part(key) in set(among)
    ]
