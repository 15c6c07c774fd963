"""Scripts store pictures, describe them and kill them."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from liveblog.api import bodies
from liveblog.models import MediaAsset
from tests.api.asking import V1
from tests.api.scripting import Script, refusal
from tests.cast import again, publish_entry

MEDIA = f"{V1}media/"
TEXTS = {"credit": "Ada / Newsroom", "alt": "A pier", "caption": "The pier.", "focus": "0.2x0.4"}


def png():
    drawn = BytesIO()
    Image.new("RGB", (64, 36), "navy").save(drawn, "PNG")
    return SimpleUploadedFile("my holiday.png", drawn.getvalue(), "image/png")


def form(live_blog, **changed):
    return {"blog": live_blog.slug, "file": png()} | TEXTS | changed


def test_a_picture_is_stored_and_shown_by_an_entry(script, blog):
    made = script.send(MEDIA, form(blog))
    assert (made.status_code, made["ETag"]) == (201, '"1"')
    answer = made.json()
    assert answer.items() >= (TEXTS | {"width": 64, "team": blog.team.slug}).items()
    assert "holiday" not in answer["url"]
    sent = {"body": "<p>See.</p>", "images": [{"asset": answer["id"]}], "publish": True}
    entry = script.ask("POST", f"{V1}blogs/{blog.slug}/entries/", sent).json()
    shown = Client().get(f"{V1}entries/{entry['id']}/").json()["images"]
    assert shown[0]["url"] == answer["url"]


def test_sent_twice_under_one_key_it_is_stored_once(script, blog):
    first, second = (script.send(MEDIA, form(blog), key="pier-1") for _ in range(2))
    assert (second.status_code, second.json()["id"]) == (201, first.json()["id"])
    refused = refusal(script.send(MEDIA, form(blog, focus="0.5x0.5"), key="pier-1"), 422)
    assert "arrived already, with other texts" in refused["detail"]
    assert MediaAsset.objects.count() == 1


def test_it_is_described_anew_wherever_it_is_shown(script, blog, ada, picture):
    asset = picture()
    entry = publish_entry(blog, ada, images=[{"asset": asset.pk}])
    address = f"{MEDIA}{asset.public_id}/"
    revision = script.ask("GET", address)["ETag"].strip('"')
    saved = script.ask("PATCH", address, {"credit": "Ben"}, revision)
    assert (saved.json()["credit"], saved["ETag"]) == ("Ben", '"2"')
    shown = Client().get(f"{V1}entries/{entry.public_id}/").json()["images"]
    assert shown[0]["credit"] == "Ben"
    stale = refusal(script.ask("PATCH", address, {"credit": "Ada"}, revision), 409)
    assert stale["current"]["credit"] == "Ben"
    refusal(script.ask("PATCH", address, {"credit": "Ada"}), 428)
    for bad in ({"credit": ""}, {"focus": "2x2"}, {"focus": []}, {"team": 1}, {"file": "x"}):
        refusal(script.ask("PATCH", address, bad, 2), 422)


def test_a_killed_picture_is_gone_for_good(script, blog, ada, picture):
    asset = picture()
    entry = publish_entry(blog, ada, images=[{"asset": asset.pk}])
    killed = script.ask("POST", f"{MEDIA}{asset.public_id}/kill/")
    assert killed.status_code == 200
    assert killed.json()["killed_at"]
    assert killed.json()["url"] is None
    assert Client().get(f"{V1}entries/{entry.public_id}/").json()["images"] == []
    assert script.ask("POST", f"{MEDIA}{asset.public_id}/kill/").status_code == 200


@pytest.mark.parametrize(
    ("changed", "named"),
    [({"file": SimpleUploadedFile("a.png", b"<svg/>")}, "file"), ({"file": ""}, "file"),
     ({"file": "text"}, "file"), ({"credit": ""}, "credit"), ({"alt": ""}, "alt"),
     ({"focus": "9x9"}, "focus"), ({"team": "1"}, "team"), ({"killed_at": "2020"}, "killed_at"),
     ({"blog": ""}, "blog"), ({"caption": SimpleUploadedFile("c", b"c")}, "caption")],
)  # fmt: skip
def test_what_cannot_be_taken_is_named(changed, named, script, blog):
    assert named in refusal(script.send(MEDIA, form(blog, **changed)), 422)["errors"]
    assert not MediaAsset.objects.exists()


def test_a_form_that_is_too_long_or_none_is_refused(script, blog, monkeypatch):
    refusal(script.ask("POST", MEDIA, {"blog": blog.slug}), 415)
    kind = "multipart/form-data"
    refusal(Client().generic("POST", MEDIA, b"--y", kind, headers=script.headers()), 400)
    empty = Client().generic("POST", MEDIA, b"--y", f"{kind}; boundary=x", headers=script.headers())
    refusal(empty, 422)
    refusal(script.send(MEDIA, form(blog, caption="x" * 600_000)), 413)
    monkeypatch.setattr(bodies, "MAX_FORM", 100)
    refusal(script.send(MEDIA, form(blog)), 413)
    assert not MediaAsset.objects.exists()


def test_scopes_roles_and_teams_hold(blog, planned_blog, ada, ben, dov, picture):
    asset = picture()
    address = f"{MEDIA}{asset.public_id}/"
    refusal(Script(ada, "read").send(MEDIA, form(blog)), 403)
    assert Script(ben).send(MEDIA, form(blog)).status_code == 201
    refusal(Script(ben).ask("PATCH", address, {"credit": "B"}, 1), 403)
    refusal(Script(ben).ask("POST", f"{address}kill/"), 403)
    refusal(Script(ada, "publish").ask("POST", f"{address}kill/"), 403)
    refusal(Script(ada, blog_ids=[blog.pk]).ask("POST", f"{address}kill/"), 403)
    refusal(Script(dov).send(MEDIA, form(blog)), 403)
    for method, at in (("GET", address), ("PATCH", address), ("POST", f"{address}kill/")):
        refusal(Script(dov).ask(method, at, None if method == "GET" else {}, 1), 404)
    assert again(asset).killed_at is None
