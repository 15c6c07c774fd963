"""`manage.py seed_demo`: live blogs to try Newsroom with."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error

from liveblog.demo.seeding import Demo, has_other_blogs, is_seeded, seed


class Command(BaseCommand):
    help = (
        "Makes three live blogs about a storm that never was, with people, agencies and "
        "pictures. Run again, it changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        others = parser.add_mutually_exclusive_group()
        others.add_argument(
            "--force", action="store_true", help="Add the demo also beside live blogs of your own."
        )
        others.add_argument(
            "--if-empty",
            action="store_true",
            help="Where there are live blogs of your own, do nothing and do not complain.",
        )

    def handle(self, *args: Any, force: bool, if_empty: bool, **options: Any) -> None:
        try:
            demo = self.make(force=force, if_empty=if_empty)
        except Error as error:
            why = " ".join(str(error).split())
            raise CommandError(f"The database cannot be used: {why}") from error
        if demo:
            self.tell(demo)

    def make(self, *, force: bool, if_empty: bool) -> Demo | None:
        if is_seeded():
            self.stdout.write("The demo is there already; nothing was changed.")
            return None
        if has_other_blogs() and not force:
            if if_empty:
                return None
            raise CommandError(
                "This database holds live blogs of your own. To add the demo beside them, "
                "use --force."
            )
        # A password that stands in the documentation is for a machine of one's own.
        return seed(known_passwords=settings.DEBUG)

    def tell(self, demo: Demo) -> None:
        for blog in demo.blogs:
            self.stdout.write(f"{blog.get_status_display()}: {blog.headline}")
        self.stdout.write("Accounts for /admin/ (this is the only time passwords are shown):")
        for account in demo.accounts:
            password = account.password or "(there before; password unchanged)"
            self.stdout.write(f"  {account.username:6} {password:18} {account.what}")
