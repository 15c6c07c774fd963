"""System checks: what an operator can get wrong, each with an id and a way out."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.apps import AppConfig
from django.conf import settings
from django.core import checks as django_checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import OperationalError, connections
from PIL import features

OLDEST_SQLITE = (3, 37)  # STRICT tables, RETURNING and what the JSON functions of the ORM need
OLDEST_POSTGRESQL = 15

Check = Callable[..., Iterator[CheckMessage]]


def check(*tags: str, **options: Any) -> Callable[[Check], Check]:
    """Registers a generator of messages; Django wants a list."""

    def decorate(function: Check) -> Check:
        @wraps(function)
        def listed(
            *, app_configs: Sequence[AppConfig] | None, **arguments: Any
        ) -> list[CheckMessage]:
            return list(function(**arguments))

        register(listed, *tags, **options)
        return function

    return decorate


@check(Tags.urls)
def site_url(**_: Any) -> Iterator[CheckMessage]:
    parts = urlsplit(settings.SITE_URL)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        yield Error(
            f"SITE_URL is {settings.SITE_URL!r}, which is not an absolute URL.",
            hint="Set SITE_URL to the address readers use, such as https://live.example.org.",
            id="newsroom.E001",
        )
    elif parts.path.strip("/") or parts.query or parts.fragment:
        yield Error(
            f"SITE_URL is {settings.SITE_URL!r}: it must be a scheme and a host alone.",
            hint="Newsroom's paths are fixed from the root of a host; give it one of its own.",
            id="newsroom.E002",
        )


@check(Tags.urls)
def site_logo(**_: Any) -> Iterator[CheckMessage]:
    parts = urlsplit(settings.SITE_LOGO)
    if settings.SITE_LOGO and not (parts.scheme in ("http", "https") and parts.hostname):
        yield Error(
            f"SITE_LOGO is {settings.SITE_LOGO!r}, which is not an absolute URL.",
            hint="Set it to where the logo is, such as https://live.example.org/logo.png, or "
            "leave it empty for the site's own icon.",
            id="newsroom.E031",
        )


@check(Tags.files)
def writable_directories(**_: Any) -> Iterator[CheckMessage]:
    media = Path(settings.MEDIA_ROOT)
    if not writable(media):
        yield Error(
            f"Pictures cannot be stored: {media} is not writable.",
            hint="Let the user Newsroom runs as write there, or set MEDIA_ROOT.",
            id="newsroom.E003",
        )
    for config in settings.DATABASES.values():
        if not is_sqlite(config):
            continue
        folder = Path(str(config["NAME"])).parent
        if not writable(folder):
            yield Error(
                f"The database cannot be written: {folder} is not writable.",
                hint="SQLite keeps files beside the database. Let the user Newsroom runs as "
                "write in that directory, or set DATABASE_URL.",
                id="newsroom.E004",
            )


@check(Tags.files)
def wire_folder(**_: Any) -> Iterator[CheckMessage]:
    if not settings.WIRE_FOLDER:
        return
    folder = Path(settings.WIRE_FOLDER)
    if not folder.is_absolute():
        yield Error(
            f"WIRE_FOLDER is {settings.WIRE_FOLDER!r}, which is no absolute path.",
            hint="Name a directory from the root on, such as /srv/newsroom/wires.",
            id="newsroom.E060",
        )
    elif not (folder.is_dir() and writable(folder)):
        yield django_checks.Warning(
            f"Agencies' files cannot be taken here: {folder} is no directory that can be written.",
            hint="Make it for the user the worker runs as. Only the worker's machine needs it.",
            id="newsroom.W004",
        )


@check(Tags.compatibility)
def time_zones(**_: Any) -> Iterator[CheckMessage]:
    try:
        ZoneInfo("America/New_York")
    except ZoneInfoNotFoundError:
        yield Error(
            "The time zone database is missing: no live blog could show its times.",
            hint="Install the tzdata package: run `make setup`.",
            id="newsroom.E005",
        )


@check(Tags.database)
def transactions(**_: Any) -> Iterator[CheckMessage]:
    for alias, config in settings.DATABASES.items():
        if config.get("ATOMIC_REQUESTS"):
            yield Error(
                f"ATOMIC_REQUESTS is on for the database {alias!r}.",
                hint="Take it out: readers would be answered from a state older than the one "
                "they asked for, and the verbs open their own transactions.",
                id="newsroom.E006",
            )
        options = config.get("OPTIONS") or {}
        if is_sqlite(config) and options.get("transaction_mode") != "IMMEDIATE":
            yield Error(
                f"The SQLite database {alias!r} does not begin its transactions IMMEDIATE.",
                hint='Set OPTIONS["transaction_mode"] to "IMMEDIATE": two editors who save at '
                'once would else meet "database is locked".',
                id="newsroom.E007",
            )


@check(Tags.database)
def database_versions(databases: Sequence[str] | None = None, **_: Any) -> Iterator[CheckMessage]:
    """Asks the server; runs with `migrate` and `check --database`."""
    for alias in databases or []:
        connection = connections[alias]
        try:
            version = server_version(connection)
        except OperationalError as error:
            yield Error(
                f"The database {alias!r} does not answer: {str(error).strip()}",
                hint="Check DATABASE_URL, and that the server runs.",
                id="newsroom.E010",
            )
            continue
        if connection.vendor == "sqlite" and version < OLDEST_SQLITE:
            yield Error(
                f"SQLite {dotted(version)} is older than {dotted(OLDEST_SQLITE)}.",
                hint="Use a Python built with a newer SQLite, or PostgreSQL.",
                id="newsroom.E008",
            )
        if connection.vendor == "sqlite" and not has_fts5(connection):
            yield Error(
                "This SQLite was built without FTS5: updates could be neither published nor found.",
                hint="Use a Python whose SQLite has FTS5 (python.org's and Debian's do), or "
                "PostgreSQL.",
                id="newsroom.E040",
            )
        if connection.vendor == "postgresql" and version < (OLDEST_POSTGRESQL,):
            yield Error(
                f"PostgreSQL {dotted(version)} is older than {OLDEST_POSTGRESQL}.",
                hint=f"Newsroom is tested from PostgreSQL {OLDEST_POSTGRESQL} on.",
                id="newsroom.E009",
            )


@check(Tags.security)
def cookies(**_: Any) -> Iterator[CheckMessage]:
    https = settings.SITE_URL.startswith("https://")
    if https and not (settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE):
        yield django_checks.Warning(
            "The site is served over https, but its cookies would also travel over http.",
            hint="Leave SESSION_COOKIE_SECURE and CSRF_COOKIE_SECURE as the settings derive them.",
            id="newsroom.W001",
        )


@check(Tags.database, deploy=True)
def sqlite_in_production(**_: Any) -> Iterator[CheckMessage]:
    if not settings.DEBUG and any(is_sqlite(config) for config in settings.DATABASES.values()):
        yield django_checks.Warning(
            "The database is SQLite: one machine, one web process and one worker.",
            hint="Set DATABASE_URL to a PostgreSQL database before you run several web "
            "processes or machines.",
            id="newsroom.W002",
        )


@check(Tags.security, deploy=True)
def outbound_exceptions(**_: Any) -> Iterator[CheckMessage]:
    if settings.NEWSROOM_OUTBOUND_ALLOW:
        yield django_checks.Warning(
            "Private addresses may be fetched: "
            f"OUTBOUND_ALLOW names {', '.join(settings.NEWSROOM_OUTBOUND_ALLOW)}.",
            hint="Anybody who can give Newsroom an address can make it ask these. Leave "
            "OUTBOUND_ALLOW empty unless a supplier's server stands in your own network.",
            id="newsroom.W003",
        )


def writable(directory: Path) -> bool:
    """Whether files can be made in the directory, or the directory be made at all."""
    while not directory.exists() and directory != directory.parent:
        directory = directory.parent
    return directory.is_dir() and os.access(directory, os.W_OK | os.X_OK)


def is_sqlite(config: dict[str, Any]) -> bool:
    return str(config["ENGINE"]).endswith("sqlite3")


def has_fts5(connection: Any) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pragma_module_list WHERE name = 'fts5'")
        return bool(cursor.fetchone()[0])


def server_version(connection: Any) -> tuple[int, ...]:
    version: tuple[int, ...] = connection.get_database_version()
    return version


def dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)


@check()
def avif(**_: Any) -> Iterator[CheckMessage]:
    if not features.check("avif"):
        yield Error(
            "Pillow cannot write AVIF here, so no picture could be taken in.",
            hint="Install Pillow from its wheel, or build it with libavif.",
            id="newsroom.E020",
        )


@check(Tags.compatibility)
def metrics_package(**_: Any) -> Iterator[CheckMessage]:
    if settings.METRICS_TOKEN and find_spec("prometheus_client") is None:
        yield Error(
            "METRICS_TOKEN is set, but what writes the metrics is not installed.",
            hint="pip install -r requirements-metrics.txt, or leave METRICS_TOKEN empty.",
            id="newsroom.E050",
        )
