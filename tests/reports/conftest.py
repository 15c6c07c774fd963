"""A newsroom with two agencies, whose items came and were used in a known way."""

from datetime import UTC, datetime, timedelta

import pytest

from liveblog.models import Entry, WireItem
from liveblog.reports import Scope
from tests.cast import credit, publish_entry
from tests.wire.arriving import arrive, feed_of

NOW = datetime(2023, 1, 5, 12, tzinfo=UTC)


@pytest.fixture
def feed(northwire):
    return feed_of(northwire, name="Northwire world")


@pytest.fixture
def scope(team):
    return Scope(NOW - timedelta(days=1), NOW, NOW, [team.pk], 100)


@pytest.fixture
def received(feed):
    """Makes an item that came so many minutes before noon."""

    def make(guid, minutes=60, by=feed, **fields):
        item = arrive(by, guid, **fields)
        at(WireItem, item, received_at=NOW - timedelta(minutes=minutes))
        return item

    return make


@pytest.fixture
def used(blog, ada, northwire):
    """Publishes an update of copy, or one that cites, so many minutes before noon."""

    def make(item, minutes=50, cite=False, credited=True, body="<p>Ferries are idle.</p>"):
        source = item.chain.source
        said = [credit(source) | ({"item": item.pk} if cite else {})] if credited or cite else []
        fields = {"attributions": said} | ({} if cite else {"built_from": item.pk})
        entry = publish_entry(blog, ada, body, **fields)
        at(Entry, entry, published_at=NOW - timedelta(minutes=minutes))
        type(blog).objects.filter(pk=blog.pk).update(published_at=NOW - timedelta(days=2))
        return entry

    return make


def at(model, row, **times):
    model.objects.filter(pk=row.pk).update(**times)


def rows(table):
    """Each row by heading."""
    return [dict(zip([each.label for each in table.columns], row, strict=True))
            for row in table.rows]  # fmt: skip
