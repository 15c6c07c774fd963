"""`manage.py raise_versions`: once, after a restored backup, before the site is started."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from liveblog import actions
from liveblog.actions.restored import BY, NUMBERS


class Command(BaseCommand):
    help = (
        "After a restored backup: lets every open page, partner and desk start over, so that "
        "none takes a new version or number for one it knows from before."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--by", type=int, default=BY, help="Versions; more than were lost.")
        parser.add_argument(
            "--numbers", type=int, default=NUMBERS, help="Numbers of updates; more than were lost."
        )
        parser.add_argument(
            "--resume", action="store_true", help="Go on where an interrupted run ended."
        )

    def handle(self, *args: Any, by: int, numbers: int, resume: bool, **options: Any) -> None:
        try:
            moved = actions.raise_versions(by=by, numbers=numbers, resume=resume)
        except actions.ActionError as error:
            raise CommandError(error.message) from error
        self.stdout.write(f"Raised {moved} live blogs. The site can be started.")
