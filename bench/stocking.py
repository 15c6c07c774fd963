"""Fills a database of the bench's own; publishes into it as the admin would, from outside.

`python -m bench.stocking fill ENTRIES` · `python -m bench.stocking publish COUNT SECONDS`
"""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

from bench.report import ROOT

if TYPE_CHECKING:
    from bench.processes import Stage

SLUG = "bench"
BODY = "<p>The ferry to the outer islands stays in port until the wind drops below force eight.</p>"


def stocked(stage: Stage, entries: int) -> dict[str, str]:
    """Environment of a site with a blog of so many entries, and one of 30."""
    environment = {
        "DEBUG": "true",
        "ENV_FILE": "/dev/null",
        "SECRET_KEY": "bench" * 12,
        "DJANGO_SETTINGS_MODULE": "bench.uncached",
        "DATABASE_URL": f"sqlite:///{stage.directory}/db.sqlite3",
        "API_RATE": "off",
        "MAX_STREAMS": "12000",
        "MAX_STREAMS_PER_ADDRESS": "12000",
    }
    for command in (
        ["manage.py", "migrate", "--verbosity", "0"],
        ["-m", "bench.stocking", "fill", str(entries)],
    ):
        if stage.start([sys.executable, *command], environment).wait():
            raise RuntimeError(f"The site could not be filled.\n{stage.log()}")
    return environment


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


def publish(count: int, seconds: float) -> None:
    """Prints for each: version, monotonic ns before the action and after its commit."""
    from django.contrib.auth.models import User

    from liveblog import actions
    from liveblog.models import LiveBlog

    user, blog = User.objects.get(username="bench"), LiveBlog.objects.get(slug=SLUG)
    for number in range(count):
        before = time.monotonic_ns()
        fields = {"body": f"<p>Update {number}.</p>{BODY}"}
        actions.publish_new(user=user, blog_id=blog.pk, fields=fields)
        after = time.monotonic_ns()
        blog.refresh_from_db()
        print(blog.version, before, after, flush=True)
        time.sleep(seconds)


def published(
    environment: dict[str, str], count: int, seconds: float
) -> list[tuple[int, int, int]]:
    """Version, ns before the action, ns after its commit, of updates published by a process."""
    import os

    done = subprocess.run(
        [sys.executable, "-m", "bench.stocking", "publish", str(count), str(seconds)],
        env={**os.environ, **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.split() for line in done.stdout.splitlines()]
    return [(int(version), int(before), int(after)) for version, before, after in lines]


if __name__ == "__main__":
    import django

    django.setup()
    if sys.argv[1] == "fill":
        fill(int(sys.argv[2]))
    else:
        publish(int(sys.argv[2]), float(sys.argv[3]))
