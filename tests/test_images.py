"""An uploaded picture is written anew: pixels survive, everything else does not."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image, ImageCms, PngImagePlugin

from liveblog import images
from liveblog.images import clean_upload

CANARY = b"Canary-7731"


def upload(mode="RGB", size=(64, 36), kind="JPEG", **options):
    drawn = BytesIO()
    Image.new(mode, size).save(drawn, kind, **options)
    return ContentFile(drawn.getvalue(), name="IMG_0042.jpg")


def opened(file):
    return Image.open(file.file)


@pytest.mark.parametrize(
    ("mode", "kind", "name"),
    [
        ("RGB", "JPEG", "picture.jpg"),
        ("CMYK", "JPEG", "picture.jpg"),
        ("L", "JPEG", "picture.jpg"),
        ("RGB", "PNG", "picture.png"),
        ("RGBA", "PNG", "picture.png"),
        ("P", "PNG", "picture.png"),
        ("I;16", "PNG", "picture.png"),
        ("P", "GIF", "picture.png"),
        ("RGB", "WEBP", "picture.webp"),
        ("RGBA", "WEBP", "picture.webp"),
    ],
)
def test_every_kind_of_picture_comes_out_as_one_a_browser_shows(mode, kind, name):
    clean = clean_upload(upload(mode, kind=kind))
    assert clean.name == name
    assert opened(clean).size == (64, 36)
    assert opened(clean).mode in ("RGB", "RGBA")


def test_transparency_survives():
    assert opened(clean_upload(upload("RGBA", kind="PNG"))).getpixel((0, 0))[3] == 0


def test_location_and_camera_are_dropped_and_the_picture_stands_upright():
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x8825] = 6, CANARY.decode(), {1: "N"}
    file = upload(exif=exif)
    assert CANARY in file.read()
    file.seek(0)
    clean = clean_upload(file)
    assert CANARY not in clean.read()
    assert (opened(clean).size, dict(opened(clean).getexif())) == ((36, 64), {})


def test_comments_and_what_is_appended_are_dropped():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", CANARY.decode())
    data = upload(kind="PNG", pnginfo=notes).read() + b"<script>" + CANARY
    assert CANARY in data
    assert CANARY not in clean_upload(ContentFile(data)).read()


@pytest.mark.parametrize("profile", ["good", "broken"])
def test_a_colour_profile_is_applied_or_ignored_but_never_kept(profile):
    good = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    file = upload(icc_profile=good if profile == "good" else b"broken" * 40)
    assert "icc_profile" not in opened(clean_upload(file)).info


def test_a_huge_picture_is_made_as_large_as_a_page_can_use(monkeypatch):
    monkeypatch.setattr(images, "LONGEST_SIDE", 32)
    assert opened(clean_upload(upload())).size == (32, 18)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This is not a picture"),
        (b"<?xml version='1.0'?><svg onload='x()'/>", "SVG drawings are not taken."),
        (b"GIF89a<script>", "This is not a picture"),
        (b"II*\x00tiff", "This is not a picture"),
        (upload().read()[:200], "This is not a picture"),
        (upload(kind="PNG").read()[:-30], "The picture is damaged."),
    ],
)
def test_what_cannot_be_shown_is_refused_in_one_sentence(content, sentence):
    with pytest.raises(ValueError, match=sentence):
        clean_upload(ContentFile(content))


def test_too_many_pixels_are_refused_before_they_are_decoded(monkeypatch):
    def never(*_):
        raise AssertionError("decoded")

    file = upload("1", (9000, 9000), "PNG")
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", never)
    with pytest.raises(ValueError, match="more than 40 million pixels"):
        clean_upload(file)


def test_pillows_own_alarm_is_an_error_too(monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(ValueError, match="million pixels"):
        clean_upload(upload())


def test_a_file_too_large_is_refused_unread():
    class Unread:
        size = images.MAX_BYTES + 1

    with pytest.raises(ValueError, match="larger than 20 MB"):
        clean_upload(Unread())
