"""The test of the product: a stale page plus what it is sent is the page rendered fresh."""

import random

import pytest

from liveblog import actions
from liveblog.models import Entry
from tests.browser.live_page.reader import publish_long
from tests.cast import publish_entry, wire_item
from tests.contract.newsday import NewsDay

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.console_errors_expected,  # a killed picture, a connection that was cut
]
NOT_HERE = {"end_and_reopen", "reopen", "kill_picture"}


class WithoutEnd(NewsDay):
    """Coverage goes on: a page that has seen its end would not follow any more."""

    VERBS = tuple(verb for verb in NewsDay.VERBS if verb.__name__ not in NOT_HERE)


@pytest.fixture
def day(blog, ada, chi, northwire, coastal, picture):
    pictures = [picture(), picture()]
    sources = [northwire, coastal]
    return lambda seed: WithoutEnd(
        random.Random(seed), blog, [ada, chi], sources, pictures, wire_item(northwire)
    )


def live_through(day, steps):
    for _ in range(steps):
        if Entry.objects.public().count() < 29:  # all of it fits on one page
            day.step()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_any_day(reader, another_reader, context, blog, day, seed):
    day = day(seed)
    live_through(day, 5)
    reader.open()
    live_through(day, 25)
    reader.has_reached(blog)
    context.set_offline(True)
    live_through(day, 15)
    context.set_offline(False)
    reader.has_reached(blog)
    assert reader.differs_from(another_reader.open()) == []
    assert len(reader.numbers) > 3


def test_after_an_hour_in_the_middle_of_the_page(reader, another_reader, blog, ada):
    entries = publish_long(blog, ada, 8)
    reader.open().scroll_to(entries[4])
    for number in range(3):
        publish_entry(blog, ada, body=f"<p>Report {number}.</p>")
    actions.kill(user=ada, entry_id=entries[2].pk, reason="Retracted.")
    reader.has_reached(blog)
    reader.bar.click()
    reader.page.keyboard.press("Tab")
    assert reader.differs_from(another_reader.open()) == []


def test_over_several_days(reader, another_reader, blog, ada):
    publish_entry(blog, ada, display_at="2023-01-05T12:00:00-05:00")
    reader.open()
    for day in (4, 6, 5, 3):
        late = publish_entry(blog, ada, display_at=f"2023-01-0{day}T23:00:00-05:00")
    actions.withdraw(user=ada, entry_id=late.pk)
    reader.has_reached(blog)
    assert reader.page.locator("h2.day").count() == 3
    assert reader.differs_from(another_reader.open()) == []
