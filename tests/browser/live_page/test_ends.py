"""Where there is nothing to follow, nothing is asked."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from liveblog.window import SIZE
from tests.cast import publish_entry

pytestmark = pytest.mark.django_db(transaction=True)


def an_hour_later(reader):
    """What the page asked for in an hour of its own clock."""
    reader.page.clock.fast_forward("01:00:00")
    reader.page.evaluate("fetch(location.href)")  # what was asked before this has been noted
    return reader.asked


def test_page_of_a_live_blog_does_ask(reader):
    reader.page.clock.install()
    reader.open()
    assert an_hour_later(reader) != []


def test_end_of_coverage_is_shown_and_ends_the_questions(reader, blog, ada):
    reader.page.clock.install()
    reader.open()
    actions.end_coverage(user=ada, blog_id=blog.pk)
    expect(reader.region("status")).to_contain_text("Coverage ended")
    expect(reader.announcer).to_have_text("Live coverage has ended")
    reader.asked.clear()
    assert an_hour_later(reader) == []


def test_page_of_ended_coverage_never_asks(reader, blog, ada):
    actions.end_coverage(user=ada, blog_id=blog.pk)
    reader.page.clock.install()
    reader.open()
    expect(reader.region("status")).to_contain_text("Coverage ended")  # the site has heard of it
    reader.asked.clear()
    reader.open()
    assert an_hour_later(reader) == []


def test_older_page_never_asks(reader, blog, ada):
    for _ in range(SIZE + 1):
        publish_entry(blog, ada)
    reader.page.clock.install()
    reader.open("?before=3")
    assert reader.numbers == [2, 1]
    assert an_hour_later(reader) == []
