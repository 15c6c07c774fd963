"""What an entry and a live blog look like as data."""

from datetime import UTC, datetime

from liveblog.documents import blog_document, local
from liveblog.models import LiveBlog, Topic


def test_an_address_in_any_script_is_a_url(blog):
    blog.slug = "штормовой-день"
    assert blog_document(blog, "public_api")["url"].isascii()
    assert Topic(slug="порт").get_absolute_url() == "/topics/%D0%BF%D0%BE%D1%80%D1%82/"


def test_times_carry_the_offset_of_the_blogs_zone():
    moment = datetime(2023, 1, 6, 2, 34, tzinfo=UTC)
    assert local(moment, LiveBlog(timezone="America/New_York")) == "2023-01-05T21:34:00-05:00"


def test_an_offset_with_seconds_gives_way_to_utc():
    moment = datetime(1930, 1, 1, tzinfo=UTC)
    assert local(moment, LiveBlog(timezone="Africa/Monrovia")) == "1930-01-01T00:00:00+00:00"
