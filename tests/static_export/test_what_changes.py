"""The next export brings what has changed, takes what was taken down, and touches nothing else."""

import pytest
from django.core.management import CommandError

from liveblog import actions
from liveblog.actions import shared
from liveblog.models import SharedEdit
from liveblog.static_export import BlogPass, NotOurs, Tree
from tests.cast import again, open_blog, publish_entry

pytestmark = pytest.mark.django_db


def finish_shared_edits():
    for edit in SharedEdit.objects.filter(finished_at=None):
        shared.run(edit.pk, blogs=100)


@pytest.fixture
def entry(blog, ada):
    publish_entry(blog, ada, "<p>Ferries run.</p>")
    return publish_entry(blog, ada, "<p>The CANARY pier has fallen.</p>")


def rename(blog, ada, slug):
    blog = again(blog)
    return actions.edit_blog(
        user=ada, blog_id=blog.pk, revision=blog.revision, fields={"slug": slug}
    )


def test_a_second_export_touches_nothing(written, entry):
    written.export()
    before = written.stamps()
    written.export()
    assert written.stamps() == before


def test_a_new_update_leaves_the_other_updates_files_alone(written, entry, ada):
    written.export()
    before = written.stamps()
    publish_entry(entry.blog, ada, "<p>Boats are out.</p>")
    written.export()
    after = written.stamps()
    page = f"live/{entry.blog.slug}"
    assert b"Boats are out" in written.at(entry.blog.get_absolute_url())
    assert after[f"{page}/1/index.html"] == before[f"{page}/1/index.html"]
    assert after[f"{page}/index.html"] != before[f"{page}/index.html"]


def test_a_killed_update_is_gone_from_every_file(written, entry, chi):
    written.export()
    assert b"CANARY" in written.text()
    actions.kill(user=chi, entry_id=entry.pk, reason="wrong")
    written.export()
    assert b"CANARY" not in written.text()
    assert written.is_gone(entry.get_absolute_url())


def test_a_restored_update_is_back(written, entry, ada):
    withdrawn = actions.withdraw(user=ada, entry_id=entry.pk)
    written.export()
    assert written.is_gone(entry.get_absolute_url())
    actions.restore(user=ada, entry_id=entry.pk, revision=withdrawn.revision)
    written.export()
    assert b"CANARY" in written.at(entry.get_absolute_url())
    assert not written.is_gone(entry.get_absolute_url())


def test_a_withdrawn_live_blog_is_gone_whole(written, entry, chi):
    blog = entry.blog
    written.export()
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    written.export()
    page = blog.get_absolute_url()
    gone = [page, f"{page}1/", f"{page}2/", f"{page}feed.atom", f"{page}feed.json"]
    assert [at for at in gone if not written.is_gone(at)] == []
    assert b"CANARY" not in written.text()
    assert blog.slug.encode() not in written.at("/sitemap.xml")


def test_a_killed_picture_is_gone_though_no_update_shows_it(written, blog, ada, chi, picture):
    asset = picture()
    actions.make_renditions(asset_id=asset.pk)
    entry = publish_entry(blog, ada, images=[{"asset": asset.pk, "caption": ""}])
    written.export()
    asset.refresh_from_db()
    shown = [at for at in map(asset.url_of, asset.renditions) if written.at(at)]
    entry = actions.edit(
        user=ada, entry_id=entry.pk, revision=again(entry).revision, fields={"images": []}
    )
    actions.kill_media(user=chi, asset_id=asset.pk)
    written.export()
    assert shown
    assert [at for at in shown if not written.is_gone(at)] == []


def test_an_old_address_leads_to_the_new_one(written, entry, ada):
    old, feed = entry.get_absolute_url(), f"{entry.blog.get_absolute_url()}feed.atom"
    written.export()
    blog = rename(entry.blog, ada, "harbour-storm")
    written.export()
    assert b'url=/live/harbour-storm/2/"' in written.at(old)
    assert b"CANARY" not in written.at(old)
    assert written.at(feed) == written.at(f"{blog.get_absolute_url()}feed.atom")


def test_a_kill_also_reaches_the_old_address(written, entry, ada, chi):
    old, feed = entry.get_absolute_url(), f"{entry.blog.get_absolute_url()}feed.atom"
    written.export()
    rename(entry.blog, ada, "harbour-storm")
    written.export()
    actions.kill(user=chi, entry_id=entry.pk, reason="wrong")
    written.export()
    assert written.is_gone(old)
    assert b"CANARY" not in written.at(feed)


def test_a_renamed_topic_leaves_nothing_behind(written, entry, topic, ada):
    old = topic.get_absolute_url()
    written.export()
    actions.edit_topic(
        user=ada, topic_id=topic.pk, revision=topic.revision, fields={"slug": "harbour"}
    )
    finish_shared_edits()
    written.export()
    assert written.at(old) is None
    assert written.at("/topics/harbour/") is not None


def test_an_emptied_directory_is_filled_again(written, entry):
    written.export()
    before = set(written.stamps())
    for path in [*written.root.rglob("*")][::-1]:
        path.rmdir() if path.is_dir() else path.unlink()
    written.export()
    assert set(written.stamps()) == before


def test_an_export_that_was_cut_off_is_made_good_by_the_next(written, entry, chi, monkeypatch):
    written.export()
    actions.kill(user=chi, entry_id=entry.pk, reason="wrong")
    real = BlogPass._note

    def power_cut(self, address, answer):
        real(self, address, answer)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(BlogPass, "_note", power_cut)
        with pytest.raises(KeyboardInterrupt):
            written.export()
    assert b"CANARY" in written.text()  # the live page was not reached
    written.export()
    assert b"CANARY" not in written.text()


def test_what_goes_wrong_with_one_live_blog_keeps_no_other_from_its_turn(
    written, entry, monkeypatch, team, ada, caplog
):
    other = open_blog(team, ada, headline="Votes are counted")
    real = BlogPass._note

    def fails(self, address, answer):
        assert self.blog.pk != other.pk
        real(self, address, answer)

    monkeypatch.setattr(BlogPass, "_note", fails)
    with pytest.raises(CommandError, match=other.slug):
        written.export()
    assert written.at(entry.blog.get_absolute_url()) is not None


def test_a_directory_has_one_writer_at_a_time(written):
    with (
        Tree(written.root),
        pytest.raises(NotOurs, match="Another process"),
        Tree(written.root),
    ):
        pass


@pytest.mark.parametrize("name", ["../passwd", "/etc/passwd", "live/../../x", "live/.hidden"])
def test_no_name_leads_out_of_the_directory(name, written):
    with Tree(written.root) as tree, pytest.raises(ValueError, match="no name of a file"):
        tree.write(name, b"")
