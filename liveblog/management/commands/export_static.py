"""`manage.py export_static DIR`: the site as files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from liveblog.models import LiveBlog
from liveblog.static_export import NotOurs, Snapshot, Tree


class Command(BaseCommand):
    help = (
        "Writes the public site into a directory as files, or what has changed of it since the "
        "last time. A run that was cut off is made good by the next."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("directory", type=Path, metavar="DIR")
        parser.add_argument(
            "--blog", nargs="+", metavar="SLUG", help="Only these live blogs, and the lists."
        )

    def handle(self, *args: Any, directory: Path, blog: list[str] | None, **options: Any) -> None:
        try:
            with Tree(directory) as tree:
                self._export(Snapshot(tree), blog)
        except NotOurs as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{directory} cannot be written: {error.strerror}.") from error

    def _export(self, snapshot: Snapshot, slugs: list[str] | None) -> None:
        waiting = snapshot.waiting()
        if slugs is not None:
            known = LiveBlog.objects.ever_public().filter(slug__in=slugs)
            missing = set(slugs) - set(known.values_list("slug", flat=True))
            if missing:
                raise CommandError(
                    f"No live blog was ever public at: {', '.join(sorted(missing))}."
                )
            waiting = waiting.filter(slug__in=slugs)
        ids = list(waiting.values_list("pk", flat=True))
        for blog_id in tqdm(ids, desc="Live blogs", disable=None):
            for _ in snapshot.blog_steps(blog_id):
                pass
        for _ in snapshot.site_steps():
            pass
        if snapshot.failed:
            raise CommandError(
                f"Could not be exported, see the log: {', '.join(snapshot.failed)}. Run it again."
            )
        self.stdout.write(f"{len(ids)} live blogs exported, {snapshot.tree.changed} files changed.")
