"""The worker keeps the site as files where STATIC_EXPORT_DIR says, a little at a time."""

import pytest

from liveblog import actions
from liveblog.static_export import Exporting, Tree, exporting
from tests.cast import publish_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(written, settings):
    settings.STATIC_EXPORT_DIR = str(written.root)
    keeper = Exporting()
    yield keeper
    keeper.let_go()


def catch_up(keeper):
    keeper.step()
    while keeper.is_busy:
        keeper.step()


def test_a_change_is_there_after_when_it_has_caught_up(kept, written, blog, ada, chi):
    catch_up(kept)
    entry = publish_entry(blog, ada, "<p>The CANARY pier has fallen.</p>")
    catch_up(kept)
    assert b"CANARY" in written.at(entry.get_absolute_url())
    actions.kill(user=chi, entry_id=entry.pk, reason="wrong")
    catch_up(kept)
    assert b"CANARY" not in written.text()


def test_a_long_pass_lets_other_work_in_between(kept, written, blog, ada, monkeypatch):
    monkeypatch.setattr(exporting, "AT_A_TIME", 0)
    publish_entry(blog, ada)
    kept.step()
    assert kept.is_busy
    catch_up(kept)
    assert written.at("/robots.txt") is not None


def test_nothing_is_written_where_no_directory_is_set(kept, written, settings, blog):
    settings.STATIC_EXPORT_DIR = ""
    kept.step()
    assert not written.root.exists()


def test_a_second_worker_leaves_the_directory_to_the_first(kept, written, blog, caplog):
    with Tree(written.root):
        kept.step()
    assert "Another process is writing" in caplog.text
    assert written.at("/") is None
