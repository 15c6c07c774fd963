"""What arrives by a feed, for tests: one version of one item, as a reader of files gives it."""

from datetime import UTC, datetime

from liveblog import actions
from liveblog.models import WireFeed

AT = datetime(2023, 1, 5, 12, 0, tzinfo=UTC)
PLAIN = {
    "version": "1",
    "version_at": AT,
    "pub_status": "usable",
    "embargo_closed": False,
    "embargo_until": None,
    "level": 4,
    "headline": "Ferries suspended",
    "body": "<p>All ferries are suspended until morning.</p>",
    "subjects": [],
    "media": [],
    "signals": [],
    "warnings": [],
    "is_advisory": False,
}


def feed_of(provider, *, retracts=None, **fields):
    """A feed of this provider's, which may retract its own items if nothing else is said."""
    count = WireFeed.objects.count() + 1
    fields = {"name": f"{provider.name} {count}", "slug": f"feed-{count}", "kind": "push", **fields}
    feed = WireFeed.objects.create(provider=provider, **fields)
    feed.retracts.set([provider] if retracts is None else retracts)
    return feed


def arrive(feed, guid="urn:northwire:1", **fields):
    """Receive one version, in words of its own if none are given; answers its row."""
    if fields.get("version", "1") != "1":
        fields = {"body": f"{PLAIN['body']}<p>Version {fields['version']}.</p>", **fields}
    return actions.receive(feed=feed, fields={**PLAIN, "guid": guid, **fields}).item


def killed(feed, guid="urn:northwire:1", **fields):
    """The agency's kill: a message like any other, with an empty body."""
    empty = {"version": "2", "pub_status": "canceled", "headline": "", "body": ""}
    return arrive(feed, guid, **{**empty, **fields})
