"""Words in the inbox are found however old the item is, page by page, in one order."""

import pytest

from liveblog.inbox import chains
from liveblog.inbox.asked import Asked
from liveblog.inbox.chains import listed
from tests.wire.arriving import arrive, feed_of

FLOOD = [["medtop:03000000", "disaster"]]


def pages(asked):
    """Headlines, page by page."""
    before = None
    while before != "":
        found, before = listed(asked, before or "")
        yield [chain.newest.headline for chain in found]


@pytest.fixture(params=[1, 3, 1_000], ids="looked through {} first".format)
def items(request, monkeypatch, feed, coastal):
    """Twelve items, two to a page; every third tells of a flood, and every other is Coastal's."""
    monkeypatch.setattr(chains, "SIZE", 2)
    monkeypatch.setattr(chains, "RECENT", request.param)
    other = feed_of(coastal, slug="coastal")
    for number in range(12):
        flood = number % 3 == 0
        arrive(
            other if number % 2 else feed, f"urn:{number}", headline=f"No {number}",
            body="<p>A flood.</p>" if flood else "", subjects=FLOOD if flood else [],
            level=1 + number % 4,
        )  # fmt: skip


def test_words_and_subjects_page_by_page(items):
    wanted = [["No 9", "No 6"], ["No 3", "No 0"]]
    assert list(pages(Asked(words="flood"))) == wanted
    assert list(pages(Asked(subject="medtop:03000000"))) == wanted
    assert list(pages(Asked(words="flood", subject="medtop:03000000"))) == wanted


def test_words_of_a_feed_and_of_levels(items):
    assert list(pages(Asked(words="flood", feed="coastal"))) == [["No 9", "No 3"]]
    assert list(pages(Asked(words="flood", level=2))) == [["No 9", "No 0"]]
    assert list(pages(Asked(words="flood", level=1, feed="coastal"))) == [[]]


def test_everything_page_by_page(items):
    found = [name for page in pages(Asked()) for name in page]
    assert found == [f"No {number}" for number in reversed(range(12))]


def test_what_there_is_none_of(items):
    assert list(pages(Asked(words="drought"))) == [[]]
    assert list(pages(Asked(feed="nobody"))) == [[]]
    assert list(pages(Asked(words="flood", feed="nobody"))) == [[]]
