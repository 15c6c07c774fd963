"""Ways of looking at the inbox that somebody keeps: one's own, seen by nobody else."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from django.db import transaction

from liveblog.actions.actors import Actor, user_of
from liveblog.actions.cleaning import line, required
from liveblog.actions.errors import Invalid, NotAllowed
from liveblog.models import InboxFilter

MOST = 30  # a person
LONGEST = 1000  # characters of a query
_name = required(line(60, "The name"), "The name")


def keep_filter(*, user: Actor, name: str, query: str) -> InboxFilter:
    """Keep what stands in the inbox's address under a name; the same name again replaces it."""
    person = user_of(user)
    if person is None:
        raise NotAllowed("Only a person can keep a way of looking at the inbox.")
    try:
        name = _name(name, None)
    except ValueError as error:
        raise Invalid({"name": [str(error)]}) from error
    asked = urlencode([(key, value) for key, value in parse_qsl(query) if value])
    if not asked or len(asked) > LONGEST:
        raise Invalid({"query": ["Choose what to look at first, then keep it."]})
    with transaction.atomic():
        mine = InboxFilter.objects.select_for_update().filter(user=person)
        if not mine.filter(name=name).exists() and len(mine) >= MOST:
            raise Invalid({"name": [f"You keep {MOST} already. Forget one first."]})
        kept, _ = InboxFilter.objects.update_or_create(
            user=person, name=name, defaults={"query": asked}
        )
    return kept


def forget_filter(*, user: Actor, filter_id: int) -> None:
    """Forget one of one's own; a colleague's, or none, is left as it is."""
    kept = InboxFilter.objects.filter(user=user_of(user), pk=filter_id).first()
    if kept:
        kept.delete()
