"""Fragments: rendered once, and never what a fresh rendering would not show."""

import pytest

from liveblog import actions, changes, render
from liveblog.render import entries, store
from liveblog.window import find_blog, load_window
from tests.cast import credit, publish_entry


def page_of(blog):
    return render.render_page(load_window(find_blog(blog.slug)))


def shown(blog):
    """Everything that is made of kept fragments."""
    return page_of(blog) + str(changes.reader_delta(find_blog(blog.slug), 0))


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


@pytest.mark.parametrize(
    "take_away",
    [
        lambda entry, chi: actions.kill(user=chi, entry_id=entry.pk, reason="Wrong."),
        lambda entry, chi: actions.withdraw(user=chi, entry_id=entry.pk),
    ],
    ids=["killed", "withdrawn"],
)
def test_what_was_taken_away_is_never_served_from_it(take_away, blog, ada, chi):
    entry = publish_entry(blog, ada, body="<p>Canary words.</p>")
    publish_entry(blog, ada)
    assert shown(blog).count("Canary words.") >= 2
    take_away(entry, chi)
    assert any("Canary words." in kept for kept in store.STORE._kept.values())
    assert "Canary words." not in shown(blog)


def test_a_source_is_called_by_its_new_name(blog, ada, northwire):
    publish_entry(blog, ada, attributions=[credit(northwire)])
    assert "Northwire" in shown(blog)
    fields = {"name": "Southwire"}
    actions.edit_source(user=ada, source_id=northwire.pk, revision=1, fields=fields)
    assert "Southwire" in shown(blog)
    assert "Northwire" not in shown(blog)


def test_the_store_lets_go_of_the_least_lately_used():
    small = store.FragmentStore(limit=2 * (store.OVERHEAD + 1))
    for key in "aba":
        small.get_or_make(key, lambda: entries.trusted("x"))
    small.get_or_make("c", lambda: entries.trusted("x"))
    assert (len(small), small.size) == (2, small.limit)
    assert small.get_or_make("a", lambda: entries.trusted("new")) == "x"
    assert small.get_or_make("b", lambda: entries.trusted("new")) == "new"
