"""`manage.py check_credits FILE`: how well attributions are found in labelled text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from liveblog.credits import SourceName
from liveblog.credits.measure import Judged, Label, judge, known_relation, score
from liveblog.imports.known_sources import KNOWN_SOURCES
from liveblog.models import Source

FORM = '{"text": "…", "attributions": [{"source": "reuters", "relation": "reported"}]}'


class Command(BaseCommand):
    help = (
        "Looks for attributions in labelled text and says how many of those found are right "
        "(precision), how many of those there are were found (recall), and each that differs."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help=f"JSON, an object a line: {FORM}")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        registry = all_sources()
        judged = [judge(text, labels, registry) for text, labels in labelled(Path(file), registry)]
        for each in judged:
            self.tell(each)
        found = score(judged)
        self.stdout.write(
            f"{len(judged)} texts, {found.right + found.missed} attributions: precision "
            f"{found.precision:.3f} ({found.wrong} wrong), recall {found.recall:.3f} "
            f"({found.missed} missed)."
        )

    def tell(self, judged: Judged) -> None:
        """A text in which something differs, with what does."""
        if not judged.wrong and not judged.missed:
            return
        self.stdout.write(judged.text)
        for what, labels in (("found, but not there", judged.wrong), ("missed", judged.missed)):
            for label in sorted(labels, key=str):
                self.stdout.write(f"    {what}: {label}")


def all_sources() -> list[SourceName]:
    """This newsroom's sources, and well-known ones it has not set up."""
    own = [source.as_name() for source in Source.objects.order_by("slug")]
    slugs, names = {each.slug for each in own}, {each.name for each in own}
    others = (each for each in KNOWN_SOURCES if each.slug not in slugs and each.name not in names)
    return [*own, *others]


def labelled(path: Path, registry: Sequence[SourceName]) -> Iterator[tuple[str, frozenset[Label]]]:
    """Text and labels, line by line. Raises `CommandError` with the line's number."""
    named = {word.casefold(): each.slug for each in registry for word in words_for(each)}
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not in UTF-8"
        raise CommandError(f"The file cannot be read: {why}.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield one(json.loads(line), named)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise CommandError(
                    f"Line {number}: {said(error)}. It must be like {FORM}"
                ) from None


def words_for(source: SourceName) -> tuple[str, ...]:
    """What a label may call a source."""
    return tuple(filter(None, (source.slug, source.name, source.short_name, *source.forms)))


def one(row: dict[str, Any], named: dict[str, str]) -> tuple[str, frozenset[Label]]:
    """A line's text and labels. Raises `ValueError` for a source or a relation nobody knows."""
    labels = []
    for each in row["attributions"]:
        relation = each.get("relation", "reported")
        if not known_relation(relation):
            raise ValueError(f"There is no relation “{relation}”")
        via = each.get("via") or ""
        labels.append(Label(slug(each["source"], named), relation, slug(via, named) if via else ""))
    return str(row["text"]), frozenset(labels)


def slug(word: str, named: dict[str, str]) -> str:
    """The source that goes by this name."""
    found = named.get(word.casefold())
    if found is None:
        raise ValueError(f"There is no source “{word}”")
    return found


def said(error: Exception) -> str:
    """What is wrong with a line."""
    if isinstance(error, KeyError):
        return f"{error} is missing"
    return str(error) if type(error) is ValueError else "It is no such object"
