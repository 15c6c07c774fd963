"""A picture is offered in three formats at several widths, made when it is taken in."""

from io import BytesIO, StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from PIL import Image

from liveblog import actions, renditions
from liveblog.models import MediaAsset
from tests.cast import again, publish_entry

TYPES = {"image/avif": "AVIF", "image/webp": "WEBP", "image/jpeg": "JPEG"}


def photo(size=(1500, 900), mode="RGB", kind="JPEG", **options):
    drawn = BytesIO()
    picture = Image.new(mode, size, "navy")
    picture.paste("red", (0, 0, size[0] // 4, size[1]))  # the left quarter
    picture.save(drawn, kind, **options)
    return SimpleUploadedFile("IMG_0042 home.JPG", drawn.getvalue())


def take_in(user, team, upload=None, **more):
    return actions.add_media(
        user=user, team_id=team.pk, upload=upload or photo(), credit="Ada", alt="A pier", **more
    )


def stored(asset, row):
    with asset.file.storage.open(row["path"]) as file:
        picture = Image.open(BytesIO(file.read()))
        picture.load()
    return picture


def test_every_width_comes_in_every_format_and_as_it_says(ada, team):
    asset = take_in(ada, team)
    widths = {(row["type"], row["width"]) for row in asset.renditions if not row["card"]}
    assert widths == {(kind, width) for kind in TYPES for width in (320, 640, 1280)}
    for row in asset.renditions:
        picture = stored(asset, row)
        assert (picture.format, picture.size) == (TYPES[row["type"]], (row["width"], row["height"]))


@pytest.mark.parametrize(("width", "widths"), [(64, {64}), (500, {320, 500}), (640, {320, 640})])
def test_no_picture_is_blown_up(ada, team, width, widths):
    asset = take_in(ada, team, photo((width, 300)))
    assert {row["width"] for row in asset.renditions if not row["card"]} == widths


@pytest.mark.parametrize("size", [(1, 2000), (2000, 1), (1, 1)])
def test_a_line_is_a_picture_too(ada, team, size):
    assert all(row["height"] >= 1 for row in take_in(ada, team, photo(size)).renditions)


def test_neither_place_nor_camera_nor_file_name_survives(ada, team):
    exif = Image.Exif()
    exif[0x010F] = "Canary-camera"
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x0112] = 6  # lies on its side
    asset = take_in(ada, team, photo(exif=exif))
    assert (asset.width, asset.height) == (900, 1500)
    for row in asset.renditions:
        with asset.file.storage.open(row["path"]) as file:
            content = file.read()
        assert b"Canary" not in content
        assert not Image.open(BytesIO(content)).getexif()
        assert "IMG" not in row["path"]


def test_what_is_transparent_is_white_where_a_format_knows_no_transparency(ada, team):
    drawn = BytesIO()
    Image.new("RGBA", (400, 300), (0, 0, 0, 0)).save(drawn, "PNG")
    asset = take_in(ada, team, SimpleUploadedFile("map.png", drawn.getvalue()))
    shown = {row["type"]: stored(asset, row) for row in asset.renditions if not row["card"]}
    assert shown["image/jpeg"].convert("RGB").getpixel((9, 9)) == (255, 255, 255)
    assert shown["image/webp"].convert("RGBA").getpixel((9, 9))[3] == 0


def card_of(asset):
    row = next(row for row in asset.renditions if row["card"] and row["type"] == "image/jpeg")
    return row["path"], stored(asset, row).getpixel((5, 5))


def test_the_cut_follows_the_focal_point_and_every_page_that_shows_it(ada, team, blog):
    asset = take_in(ada, team, photo((2000, 500)))
    publish_entry(blog, ada, images=[{"asset": asset.pk}])
    centre, pixel = card_of(asset)
    assert pixel[2] > pixel[0]  # navy
    version = again(blog).version
    asset = actions.edit_media(
        user=ada, asset_id=asset.pk, revision=asset.revision, fields={"focus": "0x0.5"}
    )
    left, pixel = card_of(again(asset))
    assert left != centre
    assert pixel[0] > pixel[2]  # red
    assert again(blog).version == version + 1


@pytest.mark.parametrize("focus", ["", "2x0.5", "0.5", "0.5x0.5x0.5", "-1x0", "axb", None])
def test_a_focal_point_that_is_none_is_refused(ada, team, focus):
    asset = take_in(ada, team, photo((64, 36)))
    with pytest.raises(actions.Invalid, match="two parts of one"):
        actions.edit_media(
            user=ada, asset_id=asset.pk, revision=asset.revision, fields={"focus": focus}
        )


def test_a_reader_is_served_every_rendition_and_410_once_it_is_killed(ada, team, client):
    asset = take_in(ada, team)
    urls = [asset.file.url, *(asset.url_of(row) for row in asset.renditions)]
    for url, row in zip(urls[1:], asset.renditions, strict=True):
        answer = client.get(url)
        assert (answer.status_code, answer["Content-Type"]) == (200, row["type"])
        assert answer.content
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    actions.kill_media(user=ada, asset_id=asset.pk)
    assert {client.get(url).status_code for url in urls} == {410}


@pytest.mark.parametrize(
    "path",
    ["__processed__/../{}", "__processed__/000/000/{}", "__processed__/000/000/../{}", "x/{}"],
)
def test_nothing_else_of_the_storage_is_served(ada, team, client, path):
    name = take_in(ada, team, photo((64, 36))).renditions[0]["path"].rpartition("/")[2]
    assert client.get("/media/" + path.format(name)).status_code == 404


def test_an_upload_that_cannot_be_stored_leaves_no_file(ada, team, monkeypatch, settings):
    def broken(self, *args, **options):
        raise RuntimeError

    monkeypatch.setattr(MediaAsset, "save", broken)
    with pytest.raises(RuntimeError):
        take_in(ada, team, photo((64, 36)))
    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] == []


def test_the_page_offers_them_and_falls_back_to_the_original(ada, team, blog, client, picture):
    bare, asset = picture(), take_in(ada, team)
    publish_entry(blog, ada, images=[{"asset": asset.pk}, {"asset": bare.pk}])
    page = client.get(blog.get_absolute_url()).content.decode()
    assert page.index('type="image/avif"') < page.index('type="image/webp"')
    assert f"{asset.url_of(renditions.jpegs(asset.renditions)[1])} 640w" in page
    assert f'<img src="{bare.file.url}" width="64" height="36"' in page


def test_a_partner_is_told_of_them(ada, team, blog, client):
    publish_entry(blog, ada, images=[{"asset": take_in(ada, team).pk}])
    shown = client.get(f"/api/v1/blogs/{blog.slug}/entries/").json()["results"][0]["images"][0]
    assert {row["width"] for row in shown["renditions"]} == {320, 640, 1280}
    assert all(row["url"].startswith("http://") for row in shown["renditions"])


def test_older_pictures_get_theirs_by_a_command(ada, blog, picture):
    asset, killed, lost = picture(), picture(), picture()
    actions.kill_media(user=ada, asset_id=killed.pk)
    publish_entry(blog, ada, images=[{"asset": asset.pk}])
    lost.file.storage.delete(lost.file.name)
    version, said, errors = again(blog).version, StringIO(), StringIO()
    call_command("render_images", stdout=said, stderr=errors)
    assert "1 pictures rendered, 1 could not be." in said.getvalue()
    assert f"Picture {lost.pk}" in errors.getvalue()
    assert again(asset).renditions
    assert not again(killed).renditions
    assert again(blog).version == version + 1


def test_a_new_focal_point_is_not_undone_by_the_command(ada, picture, monkeypatch):
    asset, make = picture(), renditions.make

    def meanwhile(file):
        made = make(file)
        monkeypatch.setattr(renditions, "make", make)
        row = again(asset)
        actions.edit_media(
            user=ada, asset_id=row.pk, revision=row.revision, fields={"focus": "0x0.5"}
        )
        return made

    monkeypatch.setattr(renditions, "make", meanwhile)
    actions.make_renditions(asset_id=asset.pk)
    paths = {row["path"] for row in again(asset).renditions}
    assert paths == {row["path"] for row in make(again(asset).file)}
