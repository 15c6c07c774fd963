"""What it costs to receive an item does not grow with its chain, nor with the store."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from liveblog.actions.wire_rows import version_of, versions_of
from liveblog.models import WireItem
from tests.wire.arriving import arrive, feed_of


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


def queries(feed, **fields):
    with CaptureQueriesContext(connection) as asked:
        arrive(feed, **fields)
    return len(asked)


def test_a_long_chain_costs_as_many_queries_as_a_short_one(feed):
    arrive(feed, version="1")
    second = queries(feed, version="2")
    for number in range(3, 30):
        arrive(feed, version=str(number))
    assert queries(feed, version="30") == second


def test_versions_are_judged_without_loading_their_texts(feed):
    arrive(feed, version="1")
    arrive(feed, version="2", headline="", body="")
    chain = arrive(feed, version="3", headline="").chain
    with CaptureQueriesContext(connection) as asked:
        light = {each.key: each for each in versions_of(chain)}
    assert len(asked) == 1
    assert light == {item.pk: version_of(item) for item in WireItem.objects.all()}
    assert [light[key].empty for key in sorted(light)] == [False, True, False]
