"""A file of a feed → its items, stored. The one way in, whatever way the file came."""

from __future__ import annotations

import hashlib
import logging
import zlib
from collections import deque
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from django.db import Error, InterfaceError, OperationalError
from django.db.models import QuerySet
from django.utils import timezone

from liveblog import actions
from liveblog.models import Source, WireFeed, WireItem, WireMessage
from liveblog.wire.charsets import in_utf8
from liveblog.wire.levels import level_of
from liveblog.wire.parsed import Media, Parsed, Refused, Unreadable
from liveblog.wire.reader import Reader
from liveblog.wire.storable import storable, storable_text

BEGUN_BEFORE = timedelta(minutes=2)  # longer than the storing of any file takes
NOT_STORED = "It could not be stored here. The log of this site says why."

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Taken:
    """What one file brought: new versions, how many were here before, and what was refused."""

    new: list[WireItem] = field(default_factory=list)
    known: int = 0
    refused: list[Refused] = field(default_factory=list)


def take_in(
    feed: WireFeed,
    name: str,
    data: bytes,
    reader: Reader,
    *,
    form: str = "",
    content_type: str = "",
) -> Taken:
    """Store everything in a file. Raises `Unreadable` for a file that is none.

    Repeated after a crash it goes on; a file that was taken in whole is not read again.
    """
    message = kept(feed, name, data)
    if is_done(message):
        return Taken(known=message.items.count())
    try:
        whole = in_utf8(data, content_type)
        found = reader.read(whole, zone=feed.timezone, form=form or feed.form)
    except Unreadable as error:
        note_unreadable(message, error)
        raise
    intake = Intake(feed, message, found)
    while not intake.is_over:
        intake.step()
    return intake.taken


def kept(feed: WireFeed, name: str, data: bytes) -> WireMessage:
    """The file's row, which is there before anything in it is stored."""
    message, _ = WireMessage.objects.get_or_create(
        feed=feed,
        digest=hashlib.sha256(data).hexdigest(),
        defaults={
            "name": storable_text(name)[:500],
            "size": len(data),
            "raw": zlib.compress(data),
            "received_at": timezone.now(),
        },
    )
    return message


def is_done(message: WireMessage) -> bool:
    """Whether all in it is stored, and counts as much as its feed may say by now."""
    if message.taken_at is None:
        return False
    unheard = message.items.filter(counts=False, chain__source__in=message.feed.retracts.all())
    return not unheard.exists()


def note_unreadable(message: WireMessage, error: Unreadable) -> None:
    """Keep why a file could not be read; sent again, it is tried again."""
    message.refused = [asdict(Refused("", storable_text(str(error))))]
    message.save(update_fields=["refused"])


def begun() -> QuerySet[WireMessage]:
    """Files whose storing was begun by a process that died, longer ago than any takes."""
    before = timezone.now() - BEGUN_BEFORE
    left = WireMessage.objects.filter(taken_at=None, refused=[], received_at__lt=before)
    return left.filter(raw__isnull=False).order_by("pk")


class Intake:
    """A file being stored, an item at each `step`: other work may be done in between."""

    def __init__(self, feed: WireFeed, message: WireMessage, found: list[Parsed | Refused]) -> None:
        self.feed, self.message, self.taken = feed, message, Taken()
        self.is_over = False
        self._waiting = deque(oldest_first(found))
        self._names = Names(feed)

    def step(self) -> None:
        """Store the next item; after the last, note that the file was taken in whole."""
        if not self._waiting:
            self._finish()
            return
        found = self._waiting[0]  # and it stays there until it is stored
        if isinstance(found, Refused):
            why = storable_text(found.why)
            self.taken.refused.append(Refused(storable_text(found.guid), why))
        else:
            self._store(found)
        self._waiting.popleft()

    def _store(self, found: Parsed) -> None:
        try:
            fields = fields_of(found, self.feed, self._names)
            received = actions.receive(feed=self.feed, fields=fields, message=self.message)
        except (OperationalError, InterfaceError):
            raise  # the database is away: the file is gone on with when it is back
        except (Error, ValueError, LookupError, TypeError):
            # One item that cannot be stored must not lose those after it.
            log.exception("an item of feed %s could not be stored", self.feed.pk)
            self.taken.refused.append(Refused(storable_text(found.guid), NOT_STORED))
            return
        if received.new:
            self.taken.new.append(received.item)
        else:
            self.taken.known += 1

    def _finish(self) -> None:
        self.message.taken_at = timezone.now()
        self.message.refused = [asdict(each) for each in self.taken.refused]
        self.message.save(update_fields=["taken_at", "refused"])
        _note(self.feed, self.taken)
        self.is_over = True


def oldest_first(found: list[Parsed | Refused]) -> list[Parsed | Refused]:
    """As far as they say: what feeds have on top is to stand on top of the inbox as well."""
    dated = [(each.version_at, each) for each in found if isinstance(each, Parsed)]
    times = [at for at, _ in dated if at is not None]
    if len(times) < len(dated) or not times:
        return found
    # Of the same second, what stands below a newer one came first.
    stands = reversed(found) if times[0] > times[-1] else found
    first = min(times)
    return sorted(stands, key=lambda each: getattr(each, "version_at", None) or first)


class Names:
    """The registered sources, by every name they go by."""

    def __init__(self, feed: WireFeed) -> None:
        self._default = feed.credited_id or feed.provider_id
        self._known: dict[str, int] = {}
        rows = Source.objects.order_by("-pk")  # no models: a file may hold a single item
        for pk, forms, *names in rows.values_list("pk", "forms", "slug", "short_name", "name"):
            for name in (*forms, *names):
                self._known[_folded(name)] = pk
        self._known.pop("", None)

    def credited(self, item: Parsed) -> int:
        """Whom readers are told: the item's own source, if it is a known one."""
        for name in (item.source, item.credit, item.provider):
            if (known := self._known.get(_folded(name))) is not None:
                return known
        return self._default


def _folded(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


def fields_of(item: Parsed, feed: WireFeed, names: Names) -> actions.WireFields:
    """An item as `actions.receive` takes it."""
    fields = actions.WireFields(
        guid=item.guid,
        version=item.version,
        version_at=item.version_at,
        kind=item.kind,
        pub_status=item.pub_status,
        embargo_closed=item.embargo.closed,
        embargo_until=item.embargo.until,
        expires_at=item.expires_at,
        urgency=item.urgency,
        urgency_raw=item.urgency_raw,
        level=level_of(item.urgency, item.urgency_raw, feed.levels),
        slugline=item.slugline,
        take=item.take,
        headline=item.headline,
        dateline=item.dateline,
        byline=item.byline,
        body=item.body_html,
        ed_note=item.ed_note,
        usage_terms=item.usage_terms,
        provider_name=item.provider,
        source_name=item.source,
        credit=item.credit,
        copyright_holder=item.copyright_holder,
        copyright_notice=item.copyright_notice,
        credited_id=names.credited(item),
        language=item.language,
        url=item.url,
        services=[str(feed.services.get(code, code)) for code in item.services],
        subjects=[[code, name] for code, name in item.subjects],
        media=[_told(each) for each in item.media],
        parts=item.parts,
        signals=sorted(item.signals),
        warnings=item.warnings,
        is_advisory=item.is_advisory,
    )
    if item.rights_until is not None:  # few say so; what says nothing keeps its digest
        fields["rights_until"] = item.rights_until
    return storable(fields)


def _told(media: Media) -> dict[str, str]:
    """A medium as it is kept; one that is no item of its own has no name."""
    return {name: value for name, value in asdict(media).items() if value or name != "guid"}


def _note(feed: WireFeed, taken: Taken) -> None:
    """How fresh the feed is: the agency's time of what came last, against ours."""
    times = [(item.version_at, item.received_at) for item in taken.new]
    if not times:
        return
    last: datetime = max(received for _, received in times)
    told = [received - at for at, received in times if at and at <= received]
    lag = int(min(told).total_seconds()) if told else None
    WireFeed.objects.filter(pk=feed.pk).update(item_at=last, lag_seconds=lag)
