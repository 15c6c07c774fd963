"""The live blog's settings at the side of its desk."""

import pytest

from liveblog import actions
from liveblog.admin.blog_form import WHILE_LIVE
from liveblog.models import Revision
from tests.cast import again


def change(user, blog, **fields):
    return actions.edit_blog(
        user=user, blog_id=blog.pk, revision=again(blog).revision, fields=fields
    )


def test_an_editor_is_shown_what_stands_and_no_more(adas, ada, blog):
    blog = change(ada, blog, summary_points=["One.", "Two."], language="ar")
    told = adas.ask("settings").json()
    assert told["revision"] == blog.revision
    for name in WHILE_LIVE:
        assert f'name="{name}"' in told["html"]
    for name in ("slug", "timezone", "language", "lead_image", "team", "coverage_start"):
        assert f'name="{name}"' not in told["html"]
    assert "One.\nTwo.</textarea>" in told["html"]
    assert 'dir="rtl"' in told["html"]


def test_a_reporter_has_neither_button_nor_answer(adas, bens, blog):
    assert "data-settings" in adas.open().content.decode()
    assert "data-settings" not in bens.open().content.decode()
    for answer in (bens.ask("settings"), bens.send("settings", headline="Mine", revision=1)):
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    assert again(blog).headline == blog.headline


def test_what_is_saved_reaches_readers_and_every_desk(adas, chis, client, blog):
    since = again(blog).desk_version
    typed = {"headline": "Storm turns east", "summary": "One.\n\n Two. ", "hold_seconds": "10"}
    told = adas.send("settings", revision=blog.revision, **typed).json()
    assert told["blog"]["headline"] == "Storm turns east"
    stands = again(blog)
    assert told["revision"] == stands.revision == blog.revision + 1
    assert (stands.summary_points, stands.hold_seconds) == (["One.", "Two."], 10)
    assert chis.changes(since).json()["blog"]["headline"] == "Storm turns east"
    page = client.get(blog.get_absolute_url()).content.decode()
    assert "Storm turns east" in page
    assert "Two." in page


def test_what_is_not_sent_stays(adas, ada, blog):
    stood = change(ada, blog, kicker="Live", byline="By Ada", slug="the-storm", lead_caption="Sea")
    adas.blog = stood
    assert adas.send("settings", revision=stood.revision, kicker="").status_code == 200
    after = actions.blog_fields_of(again(blog))
    assert after == actions.blog_fields_of(stood) | {"kicker": ""}


def test_a_colleague_who_was_first_is_shown_field_by_field(adas, chi, blog):
    change(chi, blog, headline="Chi's", summary_points=["Chi saw it."])
    typed = {"headline": "Ada's", "kicker": blog.kicker, "summary": "Ada saw it."}
    answer = adas.send("settings", revision=blog.revision, **typed)
    told = answer.json()
    assert (answer.status_code, told["code"], told["who"]) == (409, "stale", "Chi")
    assert 'data-field="headline"' in told["html"]
    assert 'data-field="summary"' in told["html"]
    assert 'data-field="kicker"' not in told["html"]
    assert "in the fields below" in told["html"]
    assert told["current"]["values"]["summary"] == "Chi saw it."
    assert again(blog).headline == "Chi's"
    saved = adas.send("settings", revision=told["current"]["revision"], **typed)
    assert saved.status_code == 200
    assert again(blog).headline == "Ada's"


def test_what_was_saved_but_not_answered_is_saved_once(adas, blog):
    for _ in range(2):
        assert adas.send("settings", revision=blog.revision, kicker="Live").status_code == 200
    assert Revision.objects.filter(blog=blog, entry=None, verb="edit").count() == 1


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("headline", " ", "needs a headline"),
        ("kicker", "x" * 81, "The kicker is 81 characters long"),
        ("summary", "\n".join("x" * 13), "The summary has 13 points"),
        ("hold_seconds", "61", "Seconds to undo are a number from 0 to 60."),
        ("hold_seconds", "soon", "Seconds to undo are a number from 0 to 60."),
    ],
)
def test_a_refusal_names_the_field(adas, blog, name, typed, words):
    answer = adas.send("settings", revision=blog.revision, **{name: typed})
    assert answer.status_code == 422
    assert words in answer.json()["errors"][name][0]
    assert again(blog).revision == blog.revision
