"""A backup put back: another live blog may have the number and version of the one before."""

import uuid

from liveblog import actions
from liveblog.models import LiveBlog
from tests.cast import again, open_blog, publish_entry
from tests.live.test_wakeups import eventually


def test_a_page_of_the_database_before_is_not_shown_for_the_one_there_now(pages, blog, ada):
    publish_entry(blog, ada)
    address = f"/live/{blog.slug}/"
    pages.get(address)
    rows = LiveBlog.objects.filter(pk=blog.pk)
    rows.update(public_id=uuid.uuid4(), headline="Another day")
    eventually(lambda: "Another day" in pages.get(address).text)


def test_an_address_that_becomes_anothers_shows_the_other_one(pages, blog, ada, chi, team):
    address = f"/live/{blog.slug}/"
    pages.get(address)
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    eventually(lambda: pages.get(address).status == 410)
    rows = LiveBlog.objects.filter(pk=blog.pk)
    rows.update(slug="another-address", version=again(blog).version + 1)
    other = open_blog(team, ada, slug=blog.slug)
    assert pages.get(address).status == 200
    publish_entry(other, ada, body="<p>of the other one</p>")
    eventually(lambda: "of the other one" in pages.get(address).text)
