"""`manage.py worker`: publishes what falls due and carries on what was begun."""

import logging
import os
import signal
import socket
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error

from liveblog.worker import Stop, Worker


class Command(BaseCommand):
    help = (
        "Publishes scheduled entries, asks agencies' feeds and brings edits of shared rows to "
        "every live blog. "
        "Any number may run; SIGTERM and SIGINT end it cleanly."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Do one round and end.")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        # The pool tells of every attempt to connect again; the worker says it once.
        logging.getLogger("psycopg.pool").setLevel(logging.ERROR)
        with Stop() as stop:
            worker = Worker(f"{socket.gethostname()}:{os.getpid()}"[:120], stop)
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stop.ask())
            if once:
                one_round(worker)
            else:
                worker.run()


def one_round(worker: Worker) -> None:
    try:
        worker.round()
        worker.let_go()
    except Error as error:
        raise CommandError(
            f"The database cannot be used: {' '.join(str(error).split())}"
        ) from error
