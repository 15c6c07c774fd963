"""A backup put back: another live blog may have the number and version of the one before."""

import uuid

from liveblog.models import LiveBlog
from tests.cast import publish_entry
from tests.live.test_wakeups import eventually


def test_a_page_of_the_database_before_is_not_shown_for_the_one_there_now(pages, blog, ada):
    publish_entry(blog, ada)
    address = f"/live/{blog.slug}/"
    pages.get(address)
    rows = LiveBlog.objects.filter(pk=blog.pk)
    rows.update(public_id=uuid.uuid4(), headline="Another day")
    eventually(lambda: "Another day" in pages.get(address).text)
