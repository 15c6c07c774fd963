"""What publishing and reading cost in a large live blog, against a small one.

    DJANGO_SETTINGS_MODULE=tests.settings python -m bench.flat_cost [LARGE [ROUNDS]]

A database of its own is made and thrown away. `measure()` gives
`{operation: {size: median milliseconds}}`; sizes take turns within every round.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import timedelta
from statistics import median
from time import perf_counter
from typing import Any

SMALL = 100
LARGE = 100_000
ROUNDS = 30
BATCH = 5_000


def build(size: int) -> tuple[Any, Any]:
    """An open live blog of `size` published entries and its editor; its counters are right.

    The newest hundred are the same in each, and hold all its key events: fifty.
    """
    from django.contrib.auth.models import User
    from django.utils import timezone

    from liveblog.models import Entry, LiveBlog, Membership, Team

    team = Team.objects.create(name=f"Desk {size}", slug=f"desk-{size}")
    editor = User.objects.create_user(f"editor-{size}")
    Membership.objects.create(user=editor, team=team, role="editor")
    start = timezone.now() - timedelta(days=2)
    blog = LiveBlog.objects.create(
        team=team, slug=f"flat-{size}", headline="Storm", status="live", coverage_start=start,
        published_at=start, updated_at=start, version=size, desk_version=size,
        last_number=size, public_entries=size,
    )  # fmt: skip
    for first in range(1, size + 1, BATCH):
        Entry.objects.bulk_create(
            Entry(
                blog=blog, number=n, seq=n, first_seq=n, desk_seq=n, state="published",
                body=f"<p>Report {size - n}.</p>", body_text=f"Report {size - n}.",
                is_key_event=n > size - SMALL and n % 2 == 0,
                display_at=start + timedelta(seconds=n), published_at=start + timedelta(seconds=n),
                updated_at=start + timedelta(seconds=n),
            )
            for n in range(first, min(first + BATCH, size + 1))
        )  # fmt: skip
    return blog, editor


def operations(blog: Any, editor: Any) -> dict[str, Callable[[], Any]]:
    """What is measured; each reads the blog as it stands after the publish before it."""
    from django.test import Client

    from liveblog import actions
    from liveblog.models import LiveBlog

    client = Client()

    def get(address: str) -> None:
        response = client.get(address)
        assert response.status_code == 200, (address, response.status_code)

    def delta() -> None:
        version = LiveBlog.objects.values_list("version", flat=True).get(pk=blog.pk)
        get(f"/live/{blog.slug}/changes?since={version - 1}")

    fields = {"body": "<p>Ferries are suspended.</p>"}
    api = f"/api/v1/blogs/{blog.slug}/entries/"
    return {
        "publish": lambda: actions.publish_new(user=editor, blog_id=blog.pk, fields=fields),
        "page": lambda: get(f"/live/{blog.slug}/"),
        "older page": lambda: get(f"/live/{blog.slug}/?before={blog.last_number - 10}"),
        "delta": delta,
        "api": lambda: get(api),
        "feed": lambda: get(f"/live/{blog.slug}/feed.atom"),
    }


def measure(sizes: tuple[int, ...] = (SMALL, LARGE), rounds: int = ROUNDS) -> dict[str, Any]:
    """Medians in milliseconds per operation and size; the first round warms up."""
    from django.db import connection

    blogs = {size: operations(*build(size)) for size in sizes}
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    taken: dict[str, dict[int, list[float]]] = {}
    for turn in range(rounds + 1):
        for size, asked in blogs.items():
            for name, ask in asked.items():
                began = perf_counter()
                ask()
                if turn:
                    spent = 1000 * (perf_counter() - began)
                    taken.setdefault(name, {}).setdefault(size, []).append(spent)
    return {n: {s: median(found) for s, found in per.items()} for n, per in taken.items()}


def main() -> None:
    """Measure on a database made for it, print JSON."""
    import django

    django.setup()
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    setup_test_environment()
    large, rounds = ([int(word) for word in sys.argv[1:]] + [LARGE, ROUNDS][len(sys.argv) - 1 :])[
        :2
    ]
    made = setup_databases(verbosity=0, interactive=False)
    try:
        found = measure((SMALL, large), rounds)
    finally:
        teardown_databases(made, verbosity=0)
    for per in found.values():
        per["ratio"] = round(per[large] / per[SMALL], 3)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
