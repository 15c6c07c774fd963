"""A newsroom that uses an agency's item in every way while its messages come in some order."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from django.utils import timezone

from liveblog import actions
from liveblog.actions.readiness import verdict_on
from liveblog.models import Entry, WireTask
from liveblog.wire import formats, intake
from liveblog.wire.parsed import Around
from tests.cast import again, credit, draft_entry, publish_entry
from tests.wire import files
from tests.wire.arriving import PLAIN, arrive, feed_of

GUID = "urn:northwire:1"
TEXT = "<p>Ferries are suspended.</p>"
LATER = datetime(2099, 1, 5, 12, tzinfo=UTC)
MUCH_LATER = LATER + timedelta(days=1)
CARRYING = ("draft", "published", "withdrawn", "scheduled")
CITING = ("citing", "citing draft")


def version(number, **fields):
    return {"guid": GUID, "version": str(number), "body": PLAIN["body"], **fields}


def g2(number, status="stat:usable", **more):
    return files.g2(files.g2_item(GUID, str(number), status, **more)).encode()


def changed(number, **fields):
    return version(number, body=f"<p>Version {number}.</p>", **fields)


def held(number, **fields):
    return version(number, **{"pub_status": "withheld", "headline": "", "body": "", **fields})


def embargoed(number, until=LATER, **fields):
    return version(number, embargo_closed=True, embargo_until=until, **fields)


def killed(number="2", **fields):
    empty = {"pub_status": "canceled", "headline": "", "body": ""}
    return version(number, **{**empty, **fields})


def orders(**messages):
    """Every order of these messages: the fixture `told` has lived through one."""
    stories = [[(name, messages[name]) for name in order] for order in permutations(messages)]
    ids = [" ".join(name for name, _ in story) for story in stories]
    return pytest.mark.parametrize("story", stories, ids=ids)


class InProcess:
    """Reads files as the child process does, without one."""

    def read(self, data, *, zone="", form=formats.AUTO):
        return list(formats.parse(data, Around(None), form))


class Newsroom:
    """Uses `GUID` as soon as its version 1 has arrived, in as many ways as it may."""

    def __init__(self, blog, user, source, feed):
        self.blog, self.user, self.source, self.feed = blog, user, source, feed
        self.entries = {}
        self.first = None

    def hears(self, message):
        """A message is the fields of a version, a file, or what somebody does in between."""
        if callable(message):
            message(self)
        elif isinstance(message, bytes):
            intake.take_in(self.feed, "file", message, InProcess())
        else:
            arrive(self.feed, **message)
        self._use()

    @property
    def chain(self):
        return again(self.source.chains.get(guid=GUID))

    def _use(self):
        chain = self.source.chains.filter(guid=GUID).first()
        item = chain and chain.items.filter(version="1", pub_status="usable").first()
        if not item or self.first:
            return
        self.first = item
        cites = [{**credit(self.source), "item": item.pk}]
        self._try("draft", draft_entry, built_from=item.pk)
        self._try("published", publish_entry, built_from=item.pk)
        self._try("withdrawn", publish_entry, built_from=item.pk)
        if entry := self.entries.get("withdrawn"):
            actions.withdraw(user=self.user, entry_id=entry.pk)
        self._try("scheduled", self._schedule, built_from=item.pk)
        self._try("citing", publish_entry, attributions=cites)
        self._try("citing draft", draft_entry, attributions=cites)
        self._try("own words", publish_entry, attributions=[credit(self.source)])

    def _schedule(self, blog, user, body, **fields):
        entry = draft_entry(blog, user, body, **fields)
        at = timezone.now() + timedelta(hours=1)
        return actions.schedule(user=user, entry_id=entry.pk, revision=entry.revision, at=at)

    def _try(self, name, make, **fields):
        with suppress(actions.ActionError):  # what may not be is no part of the rest
            self.entries[name] = make(self.blog, self.user, TEXT, **fields)

    def states(self):
        return {name: str(again(entry).state) for name, entry in self.entries.items()}

    def tasks(self):
        """(kind, version that brought it) of what is open, by the entry's name; MATCH has none."""
        names = {entry.pk: name for name, entry in self.entries.items()}
        rows = WireTask.objects.filter(item__chain__guid=GUID, closed_at=None)
        found = {}
        for row in rows.select_related("item"):
            found.setdefault(names.get(row.entry_id, ""), set()).add((row.kind, row.item.version))
        return found

    def may_publish(self):
        """The verdict on a new entry with the first version's copy."""
        probe = Entry(blog=self.blog, built_from=self.first)
        probe.pk = 0
        return verdict_on(probe, timezone.now()).state


class Told(Newsroom):
    """A newsroom that has lived through `story`: names and messages, in the order they came."""

    def __init__(self, story, blog, user, source):
        super().__init__(blog, user, source, feed_of(source))
        self.order = tuple(name for name, _ in story)
        for _, message in story:
            self.hears(message)

    def before(self, *names):
        """Whether these arrived in this order, perhaps with others in between."""
        return [name for name in self.order if name in names] == list(names)


def tasks(**by_kind):
    """`update=("3", CARRYING)` as `Newsroom.tasks` tells it."""
    found = {}
    for kind, (number, names) in by_kind.items():
        for name in names:
            found.setdefault(name, set()).add((kind, number))
    return found


ALL = {"draft": "draft", "published": "published", "withdrawn": "withdrawn",
       "scheduled": "scheduled", "citing": "published", "citing draft": "draft",
       "own words": "published"}  # fmt: skip


def must_be_dead(room, *, used):
    assert room.chain.pub_status == "canceled"
    assert room.chain.canceled_at
    assert room.may_publish() == "blocked"
    if not used:
        assert room.states() == {"citing draft": "draft", "own words": "published"}
        assert all(kind == "kill" for found in room.tasks().values() for kind, _ in found)
        return
    dead = dict.fromkeys(CARRYING, "killed")
    assert room.states() == ALL | dead | {"citing": "withdrawn"}
    assert {name: {kind for kind, _ in found} for name, found in room.tasks().items()} == (
        {name: {"kill"} for name in CARRYING + CITING}
    )
