"""Fills a database of the bench's own; publishes into it as the admin would, from outside.

`python -m bench.stocking fill ENTRIES` · `large SIZE…` · `publish COUNT SECONDS` · `sessions COUNT`
"""

from __future__ import annotations

import json
import os
import random
import secrets
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.report import ROOT

if TYPE_CHECKING:
    from bench.processes import Stage

SLUG = "bench"
STATIC = ROOT / "var" / "bench" / "static"
WORDS = (
    "harbour", "ferry", "storm", "coast", "wind", "island", "captain", "port", "night", "morning",
    "river", "bridge", "road", "rescue", "crew", "water", "level", "warning", "council", "mayor",
    "school", "closed", "open", "train", "service", "delay", "expected", "northern", "southern",
    "authority", "spokesman", "residents", "shelter", "power", "outage", "restored", "thousand",
    "homes", "gust", "metres", "second", "barrier", "dike", "pump", "village", "evening",
    "forecast", "agency", "reported", "according", "officials", "vessel", "rope", "anchor",
    "lifeboat", "volunteers", "damage", "roof", "tree", "traffic", "police", "station", "airport",
    "flights", "cancelled", "passengers", "waiting", "hours", "until", "further", "notice",
    "situation", "remains", "calm", "tense", "improving", "worse", "measured", "highest", "since",
    "record", "winter", "flood", "insurance", "farmers",
)  # fmt: skip


def stocked(
    stage: Stage, entries: int, database: str = "", settings: str = "bench.settings"
) -> dict[str, str]:
    """Environment of a site with a blog of so many entries, and one of 30; SQLite by default."""
    environment = {
        **surroundings(),
        "DJANGO_SETTINGS_MODULE": settings,
        "DATABASE_URL": database or f"sqlite:///{stage.directory}/db.sqlite3",
    }
    manage(stage, environment, "migrate")
    run(stage, environment, "fill", str(entries))
    return environment


@cache
def surroundings() -> dict[str, str]:
    """What a site in production has, loopback apart: its static files are renamed and compressed.

    Nothing of the caller's own configuration counts.
    """
    environment = {
        "DEBUG": "false",
        "ENV_FILE": os.devnull,
        "SECRET_KEY": secrets.token_urlsafe(50),
        "SITE_URL": "http://127.0.0.1:8000",  # until it has a port
        "LOG_LEVEL": "WARNING",
        "BENCH_STATIC": str(STATIC),
        "API_RATE": "off",
        "MAX_STREAMS": "15000",
        "MAX_STREAMS_PER_ADDRESS": "15000",
    }
    own = {"DJANGO_SETTINGS_MODULE": "bench.settings", "DATABASE_URL": f"sqlite:///{STATIC}.db"}
    answer({**environment, **own}, "manage.py", "collectstatic", "--noinput", "--verbosity", "0")
    return environment


def manage(stage: Stage, environment: dict[str, str], *words: str) -> None:
    command = [sys.executable, "manage.py", *words, "--verbosity", "0"]
    if stage.start(command, environment).wait():
        raise RuntimeError(f"{words[0]} failed: {stage.log()[-200:]}")


def run(stage: Stage, environment: dict[str, str], *words: str) -> None:
    """A command of this module, in a process of its own."""
    command = [sys.executable, "-m", "bench.stocking", *words]
    if stage.start(command, environment).wait():
        raise RuntimeError(f"the site could not be filled: {stage.log()[-200:]}")


def body(number: int) -> str:
    """Two paragraphs, as long as reports are, and no two alike: they compress as text does."""
    chance = random.Random(number)  # noqa: S311  the same in every run
    sentences = [" ".join(chance.choices(WORDS, k=chance.randint(7, 15))) for _ in range(4)]
    told = [f"{sentence.capitalize()}." for sentence in sentences]
    return f"<p>{' '.join(told[:2])}</p><p>{' '.join(told[2:])}</p>"


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
            fields = {"body": body(number)}
            actions.publish_new(user=user, blog_id=blog.pk, fields=fields)


def large(sizes: list[int]) -> None:
    """Blogs of so many entries, stored at once rather than published."""
    from bench.flat_cost import build

    for size in sizes:
        build(size)


def sessions(count: int) -> None:
    """Prints the session cookies of so many editors, who may do everything, as a JSON list."""
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    from liveblog.models import LiveBlog, Membership, Role

    team, made = LiveBlog.objects.get(slug=SLUG).team, []
    for number in range(count):
        client, user = Client(), User.objects.create_superuser(f"editor-at-desk-{number}")
        Membership.objects.create(user=user, team=team, role=Role.EDITOR)
        client.force_login(user)
        made.append(client.cookies[settings.SESSION_COOKIE_NAME].value)
    print(json.dumps(made))


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
        for _ in range(count):
            before = time.monotonic_ns()
            fields = {"body": body(before)}
            actions.publish_new(user=user, blog_id=blog.pk, fields=fields)
            after = time.monotonic_ns()
            blog.refresh_from_db()
            print(blog.version, before, commits.at or after, after, flush=True)
            time.sleep(seconds)


def published(environment: dict[str, str], count: int, seconds: float) -> list[Update]:
    """Updates published by a process of its own, so many seconds apart."""
    words = ("-m", "bench.stocking", "publish", str(count), str(seconds))
    return [Update(*map(int, line.split())) for line in answer(environment, *words).splitlines()]


def answer(environment: dict[str, str], *words: str) -> str:
    """What a Python process prints that runs beside; raises `RuntimeError` when it fails."""
    command, environ = [sys.executable, *words], {**os.environ, **environment}
    done = subprocess.run(
        command, env=environ, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} failed: {done.stderr[-200:]}")
    return done.stdout


if __name__ == "__main__":
    import django

    django.setup()
    what, *numbers = sys.argv[1:]
    if what == "fill":
        fill(int(numbers[0]))
    elif what == "large":
        large(list(map(int, numbers)))
    elif what == "sessions":
        sessions(int(numbers[0]))
    else:
        publish(int(numbers[0]), float(numbers[1]))
