"""A store of agencies' items, asked by lines of JSON on standard input.

`{"do": "stock", "chains": n}` · `{"do": "ingest", "first": n, "count": n}` ·
`{"do": "inbox", "rounds": n}`; each is answered by a line. Raises what fails: the line is missing.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402

from bench import wires_files, wires_stock  # noqa: E402
from bench.usage import resident  # noqa: E402
from liveblog.models import Source, WireFeed  # noqa: E402
from liveblog.wire.intake import take_in  # noqa: E402
from liveblog.wire.reader import Reader  # noqa: E402

SOURCES = 30  # whose names every file is compared with


def main() -> None:
    feed, reader = made(), Reader()
    deeds: dict[str, Callable[..., Any]] = {
        "stock": lambda chains: wires_stock.stock(feed, chains),
        "ingest": lambda first, count: ingest(feed, reader, first, count),
        "inbox": inbox,
    }
    with reader:
        for line in sys.stdin:
            asked = json.loads(line)
            print(json.dumps(deeds[asked.pop("do")](**asked)), flush=True)


def made() -> WireFeed:
    """The feed, of one agency among others."""
    for number in range(SOURCES):
        name = f"Agency {number}"
        Source.objects.create(name=name, slug=f"agency-{number}", forms=[f"Wire {number}"])
    source = Source.objects.create(name="Northwire", slug="northwire", in_credit_line=True)
    feed = WireFeed.objects.create(name="Northwire", slug="northwire", provider=source, kind="push")
    feed.retracts.set([source])
    return feed


def ingest(feed: WireFeed, reader: Reader, first: int, count: int) -> dict[str, float]:
    """Seconds from files to rows, and KB of this process with its reader's afterwards."""
    sent = list(wires_files.files(first, count))
    began = perf_counter()
    new = sum(len(take_in(feed, name, data, reader).new) for name, data in sent)
    seconds = perf_counter() - began
    if new != count:
        raise RuntimeError(f"{new} of {count} items were stored")
    return {"seconds": seconds, "memory": resident(os.getpid())}


def inbox(rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each question, which take turns within every round."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    questions = wires_stock.questions()
    taken: dict[str, list[float]] = {name: [] for name in questions}
    for turn in range(rounds + 1):
        for name, ask in questions.items():
            began = perf_counter()
            if not ask():
                raise RuntimeError(f"nothing was found: {name}")
            if turn:  # the first warms up
                taken[name].append(1000 * (perf_counter() - began))
    return taken


if __name__ == "__main__":
    main()
