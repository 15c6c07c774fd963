"""How pages are cached, refused and found."""

import pytest

from liveblog import actions
from tests.cast import again, draft_entry, publish_entry


def test_the_page_is_validated_by_the_version(blog, ada, client):
    publish_entry(blog, ada)
    page = client.get(f"/live/{blog.slug}/")
    same = client.get(f"/live/{blog.slug}/", headers={"if-none-match": page["ETag"]})
    publish_entry(blog, ada)
    other = client.get(f"/live/{blog.slug}/", headers={"if-none-match": page["ETag"]})
    assert (page.status_code, same.status_code, other.status_code) == (200, 304, 200)


def test_a_draft_changes_no_validator(blog, ada, client):
    publish_entry(blog, ada)
    before = client.get(f"/live/{blog.slug}/")["ETag"]
    draft_entry(blog, ada)
    assert client.get(f"/live/{blog.slug}/")["ETag"] == before


@pytest.mark.parametrize("path", ["/", "/live/{}/", "/live/{}/1/", "/live/{}/changes", "/nowhere/"])
def test_every_answer_is_kept_for_a_second_at_most(path, blog, ada, client):
    publish_entry(blog, ada)
    answer = client.get(path.format(blog.slug))
    assert answer["Cache-Control"] == "public, max-age=0, s-maxage=1"


def test_older_pages_continue_without_a_gap_or_a_repeat(blog, ada, client):
    for number in range(70):
        publish_entry(blog, ada, body=f"<p>Report {number + 1}.</p>")
    seen, path = [], f"/live/{blog.slug}/"
    while path:
        answer = client.get(path)
        seen += [int(n) for n in numbers(answer.content.decode())]
        path = older(answer.content.decode(), blog)
    assert seen == list(range(70, 0, -1))


def numbers(html):
    import re

    return re.findall(r'id="entry-(\d+)"', html)


def older(html, blog):
    import re

    found = re.search(r'href="\?before=(\d+)"', html)
    return f"/live/{blog.slug}/?before={found.group(1)}" if found else None


@pytest.mark.parametrize("before", ["0", "-1", "x", "1e3", "99999999999999999999", "%00", "٣"])
def test_a_bad_page_number_is_answered_in_a_sentence(before, blog, client):
    answer = client.get(f"/live/{blog.slug}/?before={before}")
    assert answer.status_code == 400
    assert "must be the number of an update" in answer.content.decode()


def test_a_number_never_given_is_not_found(blog, ada, client):
    publish_entry(blog, ada)
    assert client.get(f"/live/{blog.slug}/?before=2").status_code == 404
    assert client.get(f"/live/{blog.slug}/2/").status_code == 404


@pytest.mark.parametrize("since", ["x", "-1", "9" * 30, "%00", "1.0", "٣"])
def test_a_bad_cursor_is_answered_in_a_sentence(since, blog, client):
    answer = client.get(f"/live/{blog.slug}/changes?since={since}")
    assert answer.status_code == 400
    assert "must be a version" in answer.json()["detail"]


def test_an_open_page_of_an_ended_blog_is_told(blog, ada, client):
    actions.end_coverage(user=ada, blog_id=blog.pk)
    delta = client.get(f"/live/{blog.slug}/changes?since=1").json()
    assert delta["status"] == "ended"
    assert set(delta["blog"]) == {
        "head", "status", "pinned", "key_events", "summary", "credit_line",
    }  # fmt: skip


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_public_addresses_only_read(method, blog, client):
    for path in ("/", f"/live/{blog.slug}/", f"/live/{blog.slug}/changes"):
        assert getattr(client, method)(path).status_code == 405


def test_a_killed_picture_is_gone(blog, ada, picture, client):
    asset = picture()
    publish_entry(blog, ada, images=[{"asset": asset.pk}])
    url = asset.file.url
    shown = client.get(url)
    assert shown.content.startswith(b"\x89PNG")
    actions.kill_media(user=ada, asset_id=asset.pk)
    assert client.get(url).status_code == 410
    assert url not in client.get(f"/live/{blog.slug}/").content.decode()
    assert again(asset).killed_at


def test_a_picture_is_asked_for_again_before_a_kill_is_five_seconds_old(picture, client):
    asset = picture()
    shown = client.get(asset.file.url)
    assert shown["Cache-Control"] == "public, max-age=1"
    known = client.get(asset.file.url, headers={"if-none-match": shown["ETag"]})
    assert known.status_code == 304


def test_a_killed_picture_is_gone_for_those_who_have_it_too(picture, ada, client):
    asset = picture()
    shown = client.get(asset.file.url)
    actions.kill_media(user=ada, asset_id=asset.pk)
    known = client.get(asset.file.url, headers={"if-none-match": shown["ETag"]})
    assert known.status_code == 410


@pytest.mark.parametrize(
    "path", ["/live/%00/", "/live/%00/changes", "/live/%00/1/", "/topics/%00/"]
)
def test_an_address_no_database_can_be_asked_about_leads_nowhere(path, client, db):
    assert client.get(path).status_code == 404


def test_no_picture_has_a_nul_in_its_address(client, db):
    assert client.get("/media/%00").status_code == 404


def test_nothing_else_under_the_media_folder_is_served(client, settings, db):
    (settings.MEDIA_ROOT / "images").mkdir(parents=True)
    (settings.MEDIA_ROOT / "images" / "secret.txt").write_text("secret")
    assert client.get("/media/images/secret.txt").status_code == 404
    assert client.get("/media/../settings.py").status_code == 404
