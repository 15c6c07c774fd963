"""`manage.py import_page FILE`: makes a live blog of a page saved as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error, transaction
from django.db.models import Q
from tqdm import tqdm

from liveblog import actions
from liveblog.imports.page_intake import Intake, take_in
from liveblog.imports.page_lines import MAX_BYTES
from liveblog.imports.page_report import report
from liveblog.imports.page_text import PageError, ParsedPage, decode_page, parse_page
from liveblog.models import Team

FIRST_TEAM = "Newsroom"


class Command(BaseCommand):
    help = (
        "Makes a live blog of a page saved as text. The whole page is stored, or nothing of it; "
        "importing it again changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="The page's text, in UTF-8.")
        parser.add_argument(
            "--timezone", metavar="ZONE", help="The zone of its times, such as America/New_York."
        )
        parser.add_argument(
            "--date", metavar="YYYY-MM-DD", help="Its day, if the headline leaves it open."
        )
        parser.add_argument(
            "--team", default="", help="The team's name or slug; by default the oldest."
        )
        parser.add_argument("--slug", default="", help="The live blog's address.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Show what would be imported; store nothing."
        )

    def handle(self, *args: Any, file: str, dry_run: bool, **options: Any) -> None:
        try:
            on = day(options["date"]) if options["date"] else None
            page = parse_page(read(Path(file)), on=on, zone=options["timezone"])
            intake = self.store(page, options["team"], options["slug"], dry_run=dry_run)
        except PageError as error:
            raise CommandError(str(error)) from error
        except actions.ActionError as error:
            raise CommandError(error.message) from error
        except Error as error:
            why = " ".join(str(error).split())
            raise CommandError(f"The database cannot be used: {why}") from error
        for line in report(intake, dry_run=dry_run):
            self.stdout.write(line)

    def store(self, page: ParsedPage, team: str, slug: str, *, dry_run: bool) -> Intake:
        """Do everything in one transaction; a dry run does the same and then takes it back."""
        with transaction.atomic():
            owner = team_named(team)
            intake = take_in(
                page, user=actions.SYSTEM, team_id=owner.pk, slug=slug, track=with_progress
            )
            if dry_run:
                transaction.set_rollback(True)
        if not team and Team.objects.count() > 1:
            self.stdout.write(f"For the team {owner}; --team chooses another.{known_teams()}")
        return intake


def with_progress(
    entries: Sequence[actions.ImportedEntry],
) -> Iterable[actions.ImportedEntry]:
    """A bar on a terminal, and silence elsewhere."""
    shown: Iterable[actions.ImportedEntry] = tqdm(
        entries, unit=" entries", disable=None, leave=False
    )
    return shown


def day(text: str) -> date:
    """The date given on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"“{text}” is no date; write it like 2023-01-05.") from None


def read(path: Path) -> str:
    """The file's text. Raises `PageError` for what cannot be one."""
    try:
        with path.open("rb") as file:
            return decode_page(file.read(MAX_BYTES + 1))
    except OSError as error:
        raise PageError(f"{path} cannot be read: {error.strerror}.") from error


def team_named(name: str) -> Team:
    """The team the live blog will belong to: the named one, else the oldest, which a fresh
    installation gets here."""
    if name:
        found = Team.objects.filter(Q(slug=name) | Q(name__iexact=name)).first()
        if found is None:
            raise CommandError(f"There is no team “{name}”.{known_teams()}")
        return found
    oldest = Team.objects.order_by("pk").first()
    return oldest or actions.create_team(user=actions.SYSTEM, name=FIRST_TEAM)


def known_teams() -> str:
    slugs = list(Team.objects.values_list("slug", flat=True)[:20])
    return f" Teams: {', '.join(slugs)}." if slugs else ""
