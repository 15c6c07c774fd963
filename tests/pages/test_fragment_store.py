"""Fragments: rendered once, and never what a fresh rendering would not show."""

from liveblog import actions, render
from liveblog.render import entries, store
from liveblog.window import find_blog, load_window
from tests.cast import publish_entry


def page_of(blog):
    return render.render_page(load_window(find_blog(blog.slug)))


def counted(monkeypatch):
    rendered = []
    real = entries.render_entry
    monkeypatch.setattr(
        entries,
        "render_entry",
        lambda entry, **how: (rendered.append(entry.number), real(entry, **how))[1],
    )
    return rendered


def test_a_new_entry_is_the_only_one_rendered(blog, ada, monkeypatch):
    for _ in range(3):
        publish_entry(blog, ada)
    page_of(blog)
    rendered = counted(monkeypatch)
    new = publish_entry(blog, ada)
    page_of(blog)
    assert rendered == [new.number]


def test_an_edit_shows_at_once(blog, ada):
    entry = publish_entry(blog, ada)
    page_of(blog)
    actions.edit(
        user=ada, entry_id=entry.pk, revision=entry.revision, fields={"body": "<p>Put right.</p>"}
    )
    kept = page_of(blog)
    store.STORE.clear()
    assert "Put right." in kept
    assert kept == page_of(blog)


def test_the_store_lets_go_of_the_least_lately_used():
    small = store.FragmentStore(limit=2 * (store.OVERHEAD + 1))
    for key in "aba":
        small.get_or_make(key, lambda: entries.trusted("x"))
    small.get_or_make("c", lambda: entries.trusted("x"))
    assert (len(small), small.size) == (2, small.limit)
    assert small.get_or_make("a", lambda: entries.trusted("new")) == "x"
    assert small.get_or_make("b", lambda: entries.trusted("new")) == "new"
