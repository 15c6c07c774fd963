"""What no browser sends, and what two hasty editors do: answered in words, never with a failure."""

import json

import pytest

from liveblog import actions, likeness
from tests.cast import draft_entry, publish_entry
from tests.desk.people import composed

pytestmark = pytest.mark.django_db
NUL = "a\0b"
TEXT = "<p>Ferries to the islands are suspended until noon.</p>"


def test_a_nul_is_never_a_failure(adas, blog, ada):
    entry = draft_entry(blog, ada, TEXT)
    actions.submit(user=ada, entry_id=entry.pk, revision=1)
    assert adas.send("here", tab=NUL, left="1").status_code == 204
    assert adas.send("add-sources", slug=NUL).status_code == 200
    typed = {"revision": 2, "idempotency_key": NUL}
    assert adas.send("verb", entry.pk, "approve", **typed).status_code == 200


def test_the_second_save_is_told_of_the_first_also_with_a_mistake_in_it(adas, blog, ada, chi):
    entry = draft_entry(blog, ada, TEXT)
    actions.save_draft(user=chi, entry_id=entry.pk, revision=1, fields={"headline": "Chi's"})
    answer = adas.write("save", entry, body=TEXT, headline="long " * 60, tags="x" * 50)
    assert (answer.status_code, answer.json()["code"]) == (409, "stale")


def test_a_preview_says_that_a_display_time_is_missing(adas, blog, ada):
    entry = publish_entry(blog, ada, TEXT)
    for where in ("preview-entry", "preview-copy"):
        answer = adas.send(where, entry.pk, **composed_without_time(entry))
        assert answer.status_code == 422
        assert list(answer.json()["errors"]) == ["display_at"]


def composed_without_time(entry):
    return composed("preview", entry, body=TEXT) | {"display_at": ""}


def test_a_gist_is_no_larger_than_that_of_a_text(bens):
    longest = " ".join(f"Word{n} and {n}." for n in range(200))
    gist = likeness.packed(likeness.gist_of(longest))
    assert bens.send("here", tab="a", gist=json.dumps(gist)).status_code == 200
    many = [[list(range(400)), [], []]] * 4
    assert bens.send("here", tab="a", gist=json.dumps(many)).status_code == 400
