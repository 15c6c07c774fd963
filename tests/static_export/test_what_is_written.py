"""The site as files is what the site serves: no byte else, and nothing that is not public."""

import pytest
from django.core.management import CommandError

from liveblog import actions, listing, window
from liveblog.feeds import selection
from tests.cast import draft_entry, open_blog, plan_blog, publish_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def long_blog(blog, ada, monkeypatch):
    """One whose pages hold three updates, and its feeds four."""
    monkeypatch.setattr(window, "SIZE", 3)
    monkeypatch.setattr(selection, "SIZE", 4)
    for number in range(1, 8):
        publish_entry(blog, ada, f"<p>Update {number} of the storm.</p>")
    blog.refresh_from_db()
    return blog


def test_each_file_is_what_the_site_answers_there(written, client, long_blog, topic):
    written.export()
    page = f"/live/{long_blog.slug}/"
    addresses = [
        "/",
        page,
        f"{page}?before=5",
        f"{page}7/",
        f"{page}1/",
        f"{page}feed.atom",
        f"{page}feed.rss",
        f"{page}feed.json",
        f"{page}feed.json?before=4",
        f"{page}feed.atom?before=5",
        topic.get_absolute_url(),
        "/sitemap.xml",
        "/news-sitemap.xml",
        "/robots.txt",
    ]
    different = [at for at in addresses if written.at(at) != client.get(at).content]
    assert different == []


def test_every_page_of_a_topic_is_written(written, client, team, ada, topic, monkeypatch):
    monkeypatch.setattr(listing, "PAGE_SIZE", 1)
    for day in (5, 6):
        open_blog(team, ada, topic, headline=f"Storm, day {day}")
    written.export()
    second = f"{topic.get_absolute_url()}?page=2"
    assert written.at(second) == client.get(second).content


def test_pictures_and_what_pages_are_made_with_are_there(written, client, blog, ada, picture):
    asset = picture()
    actions.make_renditions(asset_id=asset.pk)
    publish_entry(blog, ada, images=[{"asset": asset.pk, "caption": ""}])
    written.export()
    asset.refresh_from_db()
    addresses = [asset.url_of(rendition) for rendition in asset.renditions if not rendition["card"]]
    assert addresses
    assert [at for at in addresses if not written.at(at)] == []
    assert written.at("/static/newsroom/tokens.css") == b"a {}"
    assert written.at("/static/newsroom/admin/desk.css") is None


def test_nothing_is_written_that_is_not_public(written, blog, team, ada):
    publish_entry(blog, ada)
    draft_entry(blog, ada, "<p>CANARY-DRAFT</p>")
    plan_blog(team, ada, headline="CANARY-PLANNED")
    written.export()
    assert b"CANARY" not in written.text().upper()


def test_one_live_blog_can_be_asked_for(written, blog, team, ada):
    other = open_blog(team, ada, headline="Votes are counted")
    written.export(other.slug)
    assert written.at(other.get_absolute_url()) is not None
    assert written.at(blog.get_absolute_url()) is None


def test_an_unknown_live_blog_is_named(written, planned_blog):
    with pytest.raises(CommandError, match=planned_blog.slug):
        written.export(planned_blog.slug)


def test_a_directory_with_other_files_is_left_alone(written):
    written.root.mkdir()
    (written.root / "thesis.txt").write_text("ten years of work")
    with pytest.raises(CommandError, match="holds other files"):
        written.export()
    assert [path.name for path in written.root.iterdir()] == ["thesis.txt"]
