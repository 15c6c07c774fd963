"""`manage.py create_api_token USER NAME SCOPE…`: a key for a script that acts for a person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from liveblog import actions
from liveblog.models import Scope


class Command(BaseCommand):
    help = "Makes an API token and prints its key, which can never be read again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("user", help="The person whose roles it acts with.")
        parser.add_argument("name", help="What it is for.")
        parser.add_argument("scopes", nargs="+", help=f"Some of {', '.join(Scope.values)}.")
        parser.add_argument("--days", type=int, default=90, help="Valid for so many days.")

    def handle(self, *args: Any, **options: Any) -> None:
        person = User.objects.filter(username=options["user"], is_active=True).first()
        if person is None:
            raise CommandError(f"There is no active user “{options['user']}”.")
        try:
            _, key = actions.create_token(
                user=person,
                name=options["name"],
                scopes=options["scopes"],
                expires=timezone.now() + timedelta(days=min(options["days"], 3650)),
            )
        except actions.ActionError as error:
            raise CommandError(error.message) from error
        self.stdout.write(key)
