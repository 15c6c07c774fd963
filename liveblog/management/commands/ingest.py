"""`manage.py ingest FILE…`: stores agencies' files, or shows what is in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from liveblog.models import WireFeed
from liveblog.wire.folders import MAX_FILE
from liveblog.wire.formats import AUTO, PARSERS
from liveblog.wire.intake import Taken, take_in
from liveblog.wire.judging import verdict
from liveblog.wire.parsed import Parsed, Refused, Unreadable
from liveblog.wire.reader import Reader

WIDTHS = (34, 10, 9, 4, 60)  # characters of the table's columns
COLUMNS = ("GUID", "VERSION", "STATUS", "URG", "HEADLINE")
Row = dict[str, Any]


class Command(BaseCommand):
    help = (
        "Stores agencies' files (RSS, Atom, ninjs, NewsML-G2, NewsML 1.2, NITF, IPTC 7901, AP) as "
        "if they had come by a feed; with --dry-run it stores nothing and shows every item in "
        "them, and why it may be published or not."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "files", nargs="+", metavar="FILE", help="A file, or a folder of files."
        )
        parser.add_argument(
            "--feed", default="", metavar="SLUG", help="The feed whose files these are."
        )
        parser.add_argument(
            "--format", default=AUTO, choices=[AUTO, *PARSERS], help="By default each file tells."
        )
        parser.add_argument(
            "--timezone",
            default="",
            metavar="ZONE",
            help="The zone of times that name none, such as Europe/Helsinki.",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Store nothing; show what is in them."
        )
        parser.add_argument("--json", action="store_true", help="One JSON object a line, no table.")

    def handle(self, *args: Any, files: list[str], dry_run: bool, **options: Any) -> None:
        form: str = options["format"]
        if not dry_run:
            if options["json"] or options["timezone"]:
                raise CommandError("--json and --timezone go with --dry-run only.")
            self.store(paths(files), feed_named(options["feed"]), form)
            return
        feed = feed_named(options["feed"]) if options["feed"] else None
        zone = options["timezone"] or (feed.timezone if feed else "")
        form = feed.form if feed and form == AUTO else form
        try:
            ZoneInfo(zone or "UTC")
        except (ZoneInfoNotFoundError, ValueError):
            raise CommandError(f"There is no time zone “{zone}”.") from None
        now = timezone.now()
        rows = read_all(paths(files), form, zone, now)
        if options["json"]:
            for row in rows:
                self.stdout.write(json.dumps(row, ensure_ascii=False))
            return
        self.table(rows)

    def store(self, files: list[Path], feed: WireFeed, form: str) -> None:
        """Store every file, and show what each brought and what was refused, with the reason."""
        new = known = refused = 0
        self.stdout.write(brought("FILE", "NEW", "KNOWN", "REFUSED"))
        with Reader() as reader:
            for path in tqdm(files, unit=" files", disable=None, leave=False):
                try:
                    taken = stored(feed, path, reader, form)
                except (Unreadable, OSError) as error:
                    refused += 1
                    self.stdout.write(brought(path.name, 0, 0, 1))
                    self.stdout.write(f"    {path}: {sentence(error)}")
                    continue
                counts = len(taken.new), taken.known, len(taken.refused)
                new, known, refused = new + counts[0], known + counts[1], refused + counts[2]
                self.stdout.write(brought(path.name, *counts))
                for each in taken.refused:
                    self.stdout.write(f"    {each.guid}: {each.why}".replace("    : ", "    "))
        self.stdout.write(f"{new} new, {known} known, {refused} refused.")

    def table(self, rows: Iterable[Row]) -> None:
        """Items in columns, refusals as sentences, and how many there were of each."""
        items = refused = 0
        self.stdout.write(columns(COLUMNS))
        for row in rows:
            if "error" in row:
                refused += 1
                self.stdout.write(f"{row['file']}: {row['error']}")
                continue
            items += 1
            urgency = row["urgency"] or ""
            shown = (row["guid"], row["version"], row["pub_status"], urgency, row["headline"])
            self.stdout.write(columns(shown))
            for note in [row["why"], *row["warnings"]]:
                if note:
                    self.stdout.write(f"    {note}")
        self.stdout.write(f"{items} items read, {refused} refused. Nothing was stored.")


def feed_named(slug: str) -> WireFeed:
    """The feed, or a sentence that says which there are."""
    feed = WireFeed.objects.filter(slug=slug).first()
    if feed is not None:
        return feed
    known = ", ".join(WireFeed.objects.values_list("slug", flat=True))
    there = f"There are: {known}." if known else "There is none yet: a chief adds it in the admin."
    if slug:
        raise CommandError(f"There is no feed “{slug}”. {there}")
    raise CommandError(f"Name the feed these came by with --feed, or add --dry-run. {there}")


def stored(feed: WireFeed, path: Path, reader: Reader, form: str) -> Taken:
    """Store one file. Raises `Unreadable` or `OSError`."""
    length = path.stat().st_size
    if length > MAX_FILE:
        raise Unreadable(f"The file is larger than {MAX_FILE // 1024 // 1024} MB.")
    return take_in(feed, path.name, path.read_bytes(), reader, form="" if form == AUTO else form)


def brought(name: str, *counts: object) -> str:
    """One line of the table of what was stored."""
    shown = name if len(name) <= WIDTHS[0] else name[: WIDTHS[0] - 1] + "…"
    return "  ".join([shown.ljust(WIDTHS[0]), *(str(count).rjust(8) for count in counts)])


def paths(names: list[str]) -> list[Path]:
    """Every file named, and every file in a folder that is, in order."""
    found: list[Path] = []
    for name in names:
        path = Path(name)
        inside = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else []
        found += inside or [path]
    return found


def read_all(files: list[Path], form: str, zone: str, now: datetime) -> Iterator[Row]:
    """A row for every item and every refusal, in the files' order."""
    with Reader() as reader:
        for path in tqdm(files, unit=" files", disable=None, leave=False):
            try:
                found = reader.read(path.read_bytes(), zone=zone, form=form)
            except (Unreadable, OSError) as error:
                yield {"file": str(path), "error": sentence(error)}
                continue
            for each in found:
                yield row_of(path, each, now)


def sentence(error: Unreadable | OSError) -> str:
    """Why a file cannot be used."""
    if isinstance(error, OSError):
        return f"The file cannot be opened: {error.strerror}."
    return str(error)


def row_of(path: Path, found: Parsed | Refused, now: datetime) -> Row:
    """An item as the command shows it; times with their offset."""
    if isinstance(found, Refused):
        return {"file": str(path), "error": f"{found.guid}: {found.why}".removeprefix(": ")}
    judged = verdict(found, now)
    warnings = list(found.warnings)
    if found.expires_at and found.expires_at <= now:
        warnings.append(f"The agency considers it out of date since {found.expires_at:%Y-%m-%d}.")
    until = found.embargo.until
    same = ("guid", "version", "pub_status", "urgency", "headline", "slugline", "provider",
            "source", "byline", "dateline", "body_html", "ed_note", "usage_terms")  # fmt: skip
    row: Row = {"file": str(path), **{name: getattr(found, name) for name in same}}
    return row | {
        "embargoed_until": until.isoformat() if until else None,
        "publishable": judged.state == "usable",
        "why": judged.why,
        "warnings": warnings,
    }


def columns(cells: Iterable[object]) -> str:
    """One line of the table; what does not fit is cut."""
    shown = (str(cell) for cell in cells)
    return "  ".join(
        (cell if len(cell) <= width else cell[: width - 1] + "…").ljust(width)
        for cell, width in zip(shown, WIDTHS, strict=True)
    ).rstrip()
