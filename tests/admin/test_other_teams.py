"""Dov works on another team: no door of the admin shows or changes anything of this one."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from liveblog.models import Entry, LiveBlog, MediaAsset, Revision
from tests.admin.desk import change_url, compare_url, history_url, restore_url, verb_url
from tests.cast import again, draft_entry

CANARY = "Canary-7731"
PART = "anary-773"  # finds it; a page that repeats what was searched for does not show it
VERBS = ["kill", "discard", "withdraw", "pin", "return", "re-time", "erase", "restore", "x"]


@pytest.fixture
def secret(planned_blog, ada, picture):
    LiveBlog.objects.filter(pk=planned_blog.pk).update(
        headline=f"{CANARY} blog", slug=f"{CANARY.lower()}-slug"
    )
    picture(caption=f"{CANARY} pier", credit=f"{CANARY} credit", alt=f"{CANARY} alt")
    return draft_entry(again(planned_blog), ada, f"<p>{CANARY} text</p>")


def doors(entry):
    """Every address that takes an object of the other team, or could list one."""
    revision, asset = Revision.objects.get(entry=entry), MediaAsset.objects.get()
    for row in (entry, entry.blog, asset, entry.blog.team, revision):
        url = change_url(row)
        yield from (url, history_url(row), url.replace("/change/", "/delete/"))
        yield url.removesuffix("change/")
    for row in (entry, entry.blog):
        yield compare_url(row, revision.pk, revision.pk)
    yield restore_url(entry, revision.number)
    yield f"{reverse('admin:liveblog_entry_add')}?blog={entry.blog_id}"
    for model in ("entry", "liveblog", "mediaasset", "revision", "team", "membership"):
        listed = reverse(f"admin:liveblog_{model}_changelist")
        yield from (listed, f"{listed}?q={PART}", f"{listed}?blog={entry.blog_id}")
        yield f"{listed}?all=&o=1&e=1"
    for model, field in [("entry", "blog"), ("entryimage", "asset"), ("liveblog", "team")]:
        yield autocomplete(model, field)
    yield reverse("admin:index")
    for model in (Entry, LiveBlog, MediaAsset):
        kind = ContentType.objects.get_for_model(model)
        yield f"/admin/r/{kind.pk}/{model.objects.get().pk}/"


def autocomplete(model, field):
    query = f"app_label=liveblog&model_name={model}&field_name={field}&term={PART}"
    return f"{reverse('admin:autocomplete')}?{query}"


def test_no_door_shows_dov_anything(dovs, secret):
    visited = list(doors(secret))
    assert len(visited) > 40
    for url in visited:
        page = dovs.open(url)
        assert page.status in (200, 403, 404), url
        assert CANARY.lower() not in page.html.lower(), url
        assert CANARY.lower() not in str(page.response.redirect_chain).lower(), url


def test_the_same_doors_show_ada_the_canary(adas, secret):
    shown = [url for url in doors(secret) if CANARY in adas.open(url)]
    assert len(shown) > 15


@pytest.mark.parametrize("name", VERBS)
def test_dov_finds_no_verb_whether_it_exists_or_not(dovs, secret, name):
    for url in (verb_url(secret, name), verb_url(secret.blog, name)):
        unknown = url.replace(f"/{url.split('/')[4]}/", "/999999/")
        for address in (url, unknown):
            assert dovs.open(address).status == 404
            page = dovs.post(address, {"reason": "x", "word": "KILL", "revision": 1})
            assert page.status == 404
    assert again(secret).state == Entry.State.DRAFT


def test_dov_changes_nothing_by_sending_forms(dovs, secret):
    typed = {"body": "<p>Dov</p>", "headline": "Dov", "verb": "save", "revision": 1}
    asset = MediaAsset.objects.get()
    for row in (secret, secret.blog, asset, secret.blog.team):
        assert dovs.post(change_url(row), typed).status in (403, 404)
        assert dovs.post(change_url(row).replace("change", "delete"), {"post": "yes"}).status >= 403
    assert again(secret).body_text == f"{CANARY} text"
    assert again(asset).revision == 1


def test_dov_cannot_write_into_the_other_teams_live_blog(dovs, blog):
    page = dovs.post(f"{reverse('admin:liveblog_entry_add')}?blog={blog.pk}", {"verb": "save"})
    assert page.status == 404
    assert not Entry.objects.exists()


def test_djangos_own_bulk_actions_are_offered_to_nobody(adas, ada, blog):
    entry = draft_entry(blog, ada)
    url = reverse("admin:liveblog_entry_changelist")
    assert "delete_selected" not in adas.open(url)
    adas.post(url, {"action": "delete_selected", "_selected_action": entry.pk, "post": "yes"})
    assert again(entry).state == Entry.State.DRAFT


def test_ada_cannot_use_dovs_pictures_or_people(adas, blog, other_team, dov, picture):
    theirs = picture(caption=f"{CANARY} match")
    MediaAsset.objects.update(team=other_team)
    page = adas.write(blog)
    assert CANARY not in page
    assert ">Dov<" not in page
    data = {"body": "<p>x</p>", "images-0-asset": theirs.pk, "authors-0-user": dov.pk}
    page = page.press("save", **data)
    assert "Select a valid choice" in page
    assert not Entry.objects.exists()
