"""`manage.py fetch_wires`: looks at the feeds that are due, and says what each brought."""

from __future__ import annotations

import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error

from liveblog.wire.fetching import Brought, Fetching
from liveblog.worker import LOOK, SHORTEST_LOOK, Stop

WIDTHS = (34, 6, 6, 8)  # characters of the table's columns
COLUMNS = ("FEED", "NEW", "KNOWN", "REFUSED")


class Command(BaseCommand):
    help = (
        "Looks at every feed that is due, as the worker does, and says what each brought. "
        "Goes on until it is ended; any number may run beside workers."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Do one round and end.")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        fetching = Fetching(told=self.tell)
        self.told = 0
        self.stdout.write(columns(COLUMNS))
        try:
            if once:
                fetching.finish()
            else:
                go_on(fetching)
        except Error as error:
            why = " ".join(str(error).split())
            raise CommandError(f"The database cannot be used: {why}") from error
        if once and not self.told:
            self.stdout.write("No feed is due.")

    def tell(self, brought: Brought) -> None:
        """A line for each look, and below it what could not be used."""
        self.told += 1
        counts = brought.new, brought.known, len(brought.refused)
        self.stdout.write(columns((brought.feed.slug, *counts)))
        for sentence in [*brought.refused, brought.error]:
            if sentence:
                self.stdout.write(f"    {sentence}")


def go_on(fetching: Fetching) -> None:
    """Until SIGTERM or SIGINT; what is not stored by then is gone on with by the next."""
    with Stop() as stop:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.ask())
        while not stop.asked:
            fetching.step()
            stop.wait(SHORTEST_LOOK if fetching.is_busy else LOOK)
        fetching.let_go()


def columns(cells: tuple[object, ...]) -> str:
    """One line of the table: names to the left, numbers to the right."""
    name, *numbers = (str(cell) for cell in cells)
    shown = [name[: WIDTHS[0]].ljust(WIDTHS[0])]
    shown += [one.rjust(width) for one, width in zip(numbers, WIDTHS[1:], strict=True)]
    return "  ".join(shown)
