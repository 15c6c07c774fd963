"""The release changes when anything that decides the look of a page changes."""

import pytest

from newsroom import release


@pytest.fixture
def tree(tmp_path):
    for name in ("templates/live.html", "static/live.js", "liveblog/render.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    return tmp_path


def test_the_same_tree_is_the_same_release(tree):
    assert release.digest(tree) == release.digest(tree)


@pytest.mark.parametrize("name", ["templates/live.html", "static/live.js", "liveblog/render.py"])
def test_a_changed_file_is_another_release(tree, name):
    before = release.digest(tree)
    (tree / name).write_text("two")
    assert release.digest(tree) != before


def test_a_renamed_file_is_another_release(tree):
    before = release.digest(tree)
    (tree / "static/live.js").rename(tree / "static/page.js")
    assert release.digest(tree) != before


def test_a_test_or_a_migration_is_none(tree):
    before = release.digest(tree)
    (tree / "liveblog/migrations").mkdir()
    (tree / "liveblog/migrations/0002.py").write_text("new")
    assert release.digest(tree) == before
