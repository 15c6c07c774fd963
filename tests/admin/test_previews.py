"""Ada looks at what readers will see, and lets a colleague elsewhere look for some hours."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from liveblog.models import PreviewLink
from tests.admin.desk import change_url
from tests.cast import draft_entry, open_blog


def pages(blog):
    return [
        reverse(f"admin:liveblog_liveblog_{name}", args=[blog.pk])
        for name in ("preview", "previews")
    ]


def test_the_preview_shows_a_draft_in_its_place(adas, planned_blog, ada):
    draft_entry(planned_blog, ada, "<p>Not yet.</p>")
    preview, previews = pages(planned_blog)
    page = adas.open(preview)
    assert "Not yet." in page
    assert "This is not public" in page
    assert page.response["Cache-Control"] == "private, no-store"
    assert preview in adas.open(change_url(planned_blog))
    assert previews in adas.open(change_url(planned_blog))


def test_ada_shares_a_link_which_is_shown_once_and_revokes_it(adas, blog):
    page = adas.open(pages(blog)[1]).press(hours="4")
    path = re.search(r'value="http://[^/"]+(/preview/[^"]+)"', page.html)[1]
    assert Client().get(path).status_code == 200
    page = adas.open(pages(blog)[1])
    assert path not in page
    assert "By Ada, until" in page
    page = adas.post(pages(blog)[1], {"revoke": PreviewLink.objects.get().pk})
    assert "None." in page
    assert Client().get(path).status_code == 404


@pytest.mark.parametrize("hours", ["25", "", "x", "-1"])
def test_other_hours_are_refused(adas, blog, hours):
    assert adas.open(pages(blog)[1]).press(hours=hours).status == 200
    assert not PreviewLink.objects.exists()


def test_ben_may_look_but_not_share(bens, blog):
    preview, previews = pages(blog)
    assert bens.open(preview).status == 200
    assert bens.open(previews).status == 403
    assert bens.post(previews, {"hours": "1"}).status == 403
    assert not PreviewLink.objects.exists()


def test_dov_finds_neither_the_preview_nor_the_links(dovs, adas, blog):
    adas.open(pages(blog)[1]).press(hours="1")
    link = PreviewLink.objects.get()
    for url in pages(blog):
        assert dovs.open(url).status == 404
    assert dovs.post(pages(blog)[1], {"revoke": link.pk}).status == 404
    assert PreviewLink.objects.get().revoked_at is None


def test_a_link_of_another_live_blog_is_not_revoked_here(adas, blog, team, ada):
    other = open_blog(team, ada, headline="Fire")
    adas.open(pages(other)[1]).press(hours="1")
    link = PreviewLink.objects.get()
    assert adas.post(pages(blog)[1], {"revoke": link.pk}).status == 404
    assert adas.post(pages(blog)[1], {"revoke": "x"}).status == 404
    assert PreviewLink.objects.get().revoked_at is None


def test_nobody_is_let_in_without_an_account(blog):
    for url in pages(blog):
        assert Client().get(url).status_code == 302
        assert Client().post(url, {"hours": "1"}).status_code in (302, 405)
    assert not PreviewLink.objects.exists()
