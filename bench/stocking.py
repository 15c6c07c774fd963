"""Fills a database of the bench's own; publishes into it as the admin would, from outside.

`python -m bench.stocking fill ENTRIES` · `large SIZE…` · `publish COUNT SECONDS`
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.report import ROOT

if TYPE_CHECKING:
    from bench.processes import Stage

SLUG = "bench"
BODY = "<p>The ferry to the outer islands stays in port until the wind drops below force eight.</p>"


def stocked(stage: Stage, entries: int, database: str = "") -> dict[str, str]:
    """Environment of a site with a blog of so many entries, and one of 30; SQLite by default."""
    environment = {
        "DEBUG": "true",
        "ENV_FILE": "/dev/null",
        "SECRET_KEY": "bench" * 12,
        "DJANGO_SETTINGS_MODULE": "bench.uncached",
        "DATABASE_URL": database or f"sqlite:///{stage.directory}/db.sqlite3",
        "API_RATE": "off",
        "MAX_STREAMS": "15000",
        "MAX_STREAMS_PER_ADDRESS": "15000",
    }
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    if stage.start(migrate, environment).wait():
        raise RuntimeError(f"the database could not be made: {stage.log()[-200:]}")
    run(stage, environment, "fill", str(entries))
    return environment


def run(stage: Stage, environment: dict[str, str], *words: str) -> None:
    """A command of this module, in a process of its own."""
    command = [sys.executable, "-m", "bench.stocking", *words]
    if stage.start(command, environment).wait():
        raise RuntimeError(f"the site could not be filled: {stage.log()[-200:]}")


def fill(entries: int) -> None:
    from django.contrib.auth.models import User

    from liveblog import actions

    user = User.objects.create_superuser("bench")
    team = actions.create_team(user=user, name="Bench")
    for slug, count in ((SLUG, entries), (f"{SLUG}-30", 30)):
        fields = {"headline": "Storm on the coast", "slug": slug}
        blog = actions.create_blog(user=user, team_id=team.pk, fields=fields)
        actions.open_coverage(user=user, blog_id=blog.pk)
        for number in range(count):
            fields = {"body": f"<p>Harbour {number} closes.</p>{BODY * 3}"}
            actions.publish_new(user=user, blog_id=blog.pk, fields=fields)


def large(sizes: list[int]) -> None:
    """Blogs of so many entries, stored at once rather than published."""
    from bench.flat_cost import build

    for size in sizes:
        build(size)


class Update(NamedTuple):
    """Times in monotonic ns; `committed`: before the wake-up is sent, on PostgreSQL."""

    version: int
    before: int
    committed: int
    after: int


class Commits:
    """Notes when the wake-up is sent, which is what follows the commit."""

    at = 0

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        if "pg_notify" in sql:
            self.at = time.monotonic_ns()
        return execute(sql, params, many, context)


def publish(count: int, seconds: float) -> None:
    """Prints an `Update` for each."""
    from django.contrib.auth.models import User
    from django.db import connection

    from liveblog import actions
    from liveblog.models import LiveBlog

    user, blog = User.objects.get(username="bench"), LiveBlog.objects.get(slug=SLUG)
    commits = Commits()
    with connection.execute_wrapper(commits):
        for number in range(count):
            before = time.monotonic_ns()
            fields = {"body": f"<p>Update {number}.</p>{BODY}"}
            actions.publish_new(user=user, blog_id=blog.pk, fields=fields)
            after = time.monotonic_ns()
            blog.refresh_from_db()
            print(blog.version, before, commits.at or after, after, flush=True)
            time.sleep(seconds)


def published(environment: dict[str, str], count: int, seconds: float) -> list[Update]:
    """Updates published by a process of its own, so many seconds apart."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.stocking", "publish", str(count), str(seconds)],
        env={**os.environ, **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"nothing could be published: {done.stderr[-200:]}")
    return [Update(*map(int, line.split())) for line in done.stdout.splitlines()]


if __name__ == "__main__":
    import django

    django.setup()
    what, *numbers = sys.argv[1:]
    if what == "fill":
        fill(int(numbers[0]))
    elif what == "large":
        large(list(map(int, numbers)))
    else:
        publish(int(numbers[0]), float(numbers[1]))
