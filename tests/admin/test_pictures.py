"""Pictures are taken in with credit and alternative text, described, and killed."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.urls import reverse
from PIL import Image

from liveblog import actions
from liveblog.models import MediaAsset
from tests.admin.desk import change_url
from tests.cast import again

ADD = "admin:liveblog_mediaasset_add"


def photo(content=None, name="../../IMG 0042 (home).JPG"):
    drawn = BytesIO()
    Image.new("RGB", (64, 36), "navy").save(drawn, "JPEG")
    return SimpleUploadedFile(name, drawn.getvalue() if content is None else content, "image/jpeg")


def take_in(desk, content=None, **typed):
    texts = {"credit": "Ben / Newsroom", "alt": "A pier", "caption": "The pier."} | typed
    return desk.open(reverse(ADD)).press(files={"file": photo(content)}, **texts)


def test_ben_takes_in_a_picture_for_his_team(bens, ben, team):
    page = take_in(bens)
    asset = MediaAsset.objects.get()
    assert page.url == change_url(asset)
    assert (asset.team, asset.uploaded_by, asset.credit) == (team, ben, "Ben / Newsroom")
    assert (asset.width, asset.height) == (64, 36)


def test_the_photographers_file_name_goes_nowhere(bens):
    take_in(bens)
    assert "IMG" not in MediaAsset.objects.get().file.name
    assert MediaAsset.objects.get().file.name.endswith(".jpg")


@pytest.mark.parametrize(
    ("lacking", "sentence"),
    [
        ({"credit": ""}, "The credit cannot be empty."),
        ({"alt": ""}, "The alternative text cannot be empty."),
    ],
)
def test_credit_and_alternative_text_are_asked_for(bens, lacking, sentence):
    page = take_in(bens, **lacking)
    assert sentence in page
    assert page.form.values["caption"] == "The pier."
    assert not MediaAsset.objects.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG drawings are not taken."),
        (b"%PDF-1.7", "This is not a picture"),
        (b"", "The submitted file is empty."),
    ],
)
def test_what_is_no_picture_is_refused_in_one_sentence(bens, settings, content, sentence):
    assert sentence in take_in(bens, content)
    assert not MediaAsset.objects.exists()
    assert not settings.MEDIA_ROOT.exists()


def test_a_form_without_a_file_asks_for_one(bens):
    page = bens.open(reverse(ADD)).press(credit="Ben", alt="A pier")
    assert "Choose a picture." in page


def test_ada_describes_a_picture_ben_may_only_look_at(adas, bens, picture):
    asset = picture()
    adas.open(change_url(asset)).press(credit="Coast Guard")
    assert again(asset).credit == "Coast Guard"
    assert bens.open(change_url(asset)).form is None


def test_a_killed_picture_is_shown_to_nobody(adas, picture):
    asset = picture()
    url = asset.file.url
    assert url in adas.open(change_url(asset))
    adas.do(asset, "kill", word="KILL")
    assert again(asset).killed_at is not None
    assert url not in adas.open(change_url(asset))
    assert url not in adas.open(reverse("admin:liveblog_mediaasset_changelist"))


def test_ben_cannot_kill_a_picture(bens, picture):
    asset = picture()
    assert bens.do(asset, "kill", word="KILL").status == 403
    assert again(asset).killed_at is None


def test_a_picture_for_another_team_is_not_taken(bens, ben, other_team):
    ben.memberships.create(team=other_team, role="reporter")
    page = take_in(bens, team="999999")
    assert "Select a valid choice." in page
    take_in(bens, team=other_team.pk)
    assert MediaAsset.objects.get().team == other_team


def test_dov_takes_nothing_in_for_another_team(dov, team):
    with pytest.raises(actions.NotAllowed):
        actions.add_media(user=dov, team_id=team.pk, upload=photo(), credit="Dov", alt="A pier")
    assert not MediaAsset.objects.exists()


def test_a_picture_that_could_not_be_recorded_leaves_no_file(ben, team, settings, monkeypatch):
    def refuse(*_, **__):
        raise OperationalError("the database is away")

    monkeypatch.setattr(MediaAsset, "save", refuse)
    with pytest.raises(OperationalError):
        actions.add_media(user=ben, team_id=team.pk, upload=photo(), credit="Ben", alt="A pier")
    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] == []
