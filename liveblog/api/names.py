"""Rows by the names scripts call them: never by a database id."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User

from liveblog.models import MediaAsset, Source, Topic

WORD = re.compile(r"[-\w.@+]{1,150}")
PUBLIC = {
    "person": ("username", User.objects.all),
    "source": ("slug", Source.objects.all),
    "topic": ("slug", Topic.objects.all),
    "picture": ("public_id", MediaAsset.objects.all),
}


def pk_of(value: Any, kind: str) -> int | None:
    """The id of the row a script calls `value`, or `ValueError` where there is none."""
    if value is None:
        return None
    column, rows = PUBLIC[kind]
    known = value if isinstance(value, str) and WORD.fullmatch(value) else None
    wanted = uuid_in(known) if known and kind == "picture" else known
    found = None
    if wanted:
        found = rows().filter(**{column: wanted}).values_list("pk", flat=True).first()
    if found is None:
        raise ValueError(f"There is no {kind} “{str(value)[:40]}”.")
    return int(found)


def uuid_in(value: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(value)
    except ValueError:
        return None


def names_of(ids: Iterable[Any], kind: str) -> dict[Any, str]:
    """The public name of each row by its id."""
    column, rows = PUBLIC[kind]
    wanted = {one for one in ids if one}
    found = rows().filter(pk__in=wanted).values_list("pk", column) if wanted else ()
    return {pk: str(name) for pk, name in found}
