"""An editor saves between the moment a page reads the live blog and the moment it reads entries."""

import re

import pytest

from liveblog import actions, changes, render
from liveblog.window import find_blog, load_window
from tests.cast import again, publish_entry


@pytest.fixture
def read_too_early(blog, ada):
    """The live blog as it was before its zone, and with it the time of its entry, changed."""
    publish_entry(blog, ada, display_at="2023-01-05T12:00:00-05:00")
    before = find_blog(blog.slug)
    actions.edit_blog(
        user=ada, blog_id=blog.pk, revision=again(blog).revision, fields={"timezone": "Europe/Kyiv"}
    )
    return before


def test_a_delta_never_mixes_an_old_blog_with_a_new_entry(read_too_early):
    early = changes.reader_delta(read_too_early, read_too_early.version - 1)
    now = find_blog(read_too_early.slug)
    late = changes.reader_delta(now, early["version"])
    assert early["entries"] == []
    assert [entry["number"] for entry in late["entries"]] == [1]
    assert "+02:00" in late["entries"][0]["html"]


def test_a_partner_is_told_of_it_by_the_next_delta(read_too_early):
    early = changes.api_delta(read_too_early, 0, "public_api")
    late = changes.api_delta(find_blog(read_too_early.slug), early["version"], "public_api")
    assert (early["entries"], late["entries"][0]["display_at"][-6:]) == ([], "+02:00")


def test_a_page_read_in_between_takes_the_entry_from_the_next_delta(read_too_early):
    page = render.render_page(load_window(read_too_early))
    stamped = int(re.search(r'data-seq="(\d+)"', page).group(1))
    late = changes.reader_delta(find_blog(read_too_early.slug), read_too_early.version)
    assert stamped < late["entries"][0]["seq"]
