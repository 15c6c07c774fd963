"""A picture that is sent twice is stored once."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from liveblog import actions, renditions
from liveblog.models import MediaAsset
from tests.cast import again, publish_entry

pytestmark = pytest.mark.django_db

KEY = "0f" * 16


def send(user, team, colour="navy", key=KEY, **texts):
    drawn = BytesIO()
    Image.new("RGB", (64, 36), colour).save(drawn, "PNG")
    file = SimpleUploadedFile("pier.png", drawn.getvalue(), "image/png")
    given = {"credit": "Ada", "alt": "A pier"} | texts
    return actions.add_media(user=user, team_id=team.pk, upload=file, key=key, **given)


def test_sent_again_it_is_the_one_that_was_stored(ada, ben, team):
    first = send(ada, team)
    assert send(ada, team) == first
    assert send(ada, team, key="another") != first
    assert send(ben, team) != first  # another's key is another key
    assert send(ada, team, key="") != send(ada, team, key="")
    assert MediaAsset.objects.count() == 5


def test_what_was_typed_since_goes_with_it_until_it_is_used(ada, team, blog):
    first = send(ada, team)
    assert send(ada, team, credit="Lena").pk == first.pk
    assert (again(first).credit, again(first).revision) == ("Lena", 2)
    publish_entry(blog, ada, images=[{"asset": first.pk}])
    with pytest.raises(actions.KeyReused, match="arrived already, with other texts"):
        send(ada, team, credit="Ben")
    assert send(ada, team, credit="Lena") == first
    assert again(first).credit == "Lena"


def test_another_picture_under_the_same_key_is_refused(ada, chi, team):
    first = send(ada, team)
    with pytest.raises(actions.KeyReused, match="another picture"):
        send(ada, team, "red")
    with pytest.raises(actions.KeyReused, match="other texts"):
        send(ada, team, focus="0.2x0.4")
    with pytest.raises(actions.Invalid, match="80 characters"):
        send(ada, team, key="k" * 81)
    actions.kill_media(user=chi, asset_id=first.pk)
    with pytest.raises(actions.Blocked, match="has been killed"):
        send(ada, team)
    assert MediaAsset.objects.get() == first


def test_twice_at_once_is_one_and_leaves_no_file(ada, team, monkeypatch, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    make, other = renditions.make, []

    def make_while_the_other_arrives(file):
        monkeypatch.setattr(renditions, "make", make)
        other.append(send(ada, team))
        return make(file)

    monkeypatch.setattr(renditions, "make", make_while_the_other_arrives)
    assert send(ada, team) == other[0]
    asset = MediaAsset.objects.get()
    assert asset == other[0]
    kept = {Path(asset.file.name).name} | {Path(row["path"]).name for row in asset.renditions}
    assert {path.name for path in Path(settings.MEDIA_ROOT).rglob("*.*")} == kept
