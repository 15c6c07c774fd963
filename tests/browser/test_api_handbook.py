"""The API's handbook works under the site's content security policy."""

import pytest

pytestmark = pytest.mark.once


def test_a_visitor_reads_how_to_follow_a_live_blog(page):
    page.goto("/api/docs/")
    page.get_by_text("/api/v1/blogs/{slug}/changes/").click()
    page.get_by_text("Ask with the version you hold").wait_for()
    assert page.get_by_text("What changed since a version").is_visible()
