"""The inbox's buttons: what they make, for whom, and in which words they refuse."""

import pytest
from django.urls import reverse

from liveblog import actions, outbound
from liveblog.inbox import pictures
from liveblog.models import Entry
from tests.cast import again, open_blog
from tests.images_drawn import png
from tests.inbox.people import LIST, browser
from tests.wire.arriving import arrive, killed


def use(client, item, blog, **post):
    address = reverse("inbox:use", args=[item.pk])
    return client.post(address, {"verb": "use", "blog": blog.slug, **post})


def test_a_key_makes_a_draft_or_publishes(feed, bens, adas, blog):
    item = arrive(feed)
    made = use(bens, item, blog).json()
    assert made["state"] == Entry.State.DRAFT
    assert use(bens, item, blog, verb="publish").status_code == 403
    told = use(adas, item, blog, verb="publish").json()
    assert told["message"].startswith("Published as update 1.")
    assert "Already used as draft" in told["message"]
    assert use(adas, item, blog, verb="cite").json()["state"] == Entry.State.DRAFT
    assert use(adas, item, blog, verb="eat").status_code == 400


def test_an_update_it_cannot_be_added_to_makes_no_draft_instead(feed, bens, blog):
    item = arrive(feed)
    for entry in ("abc", "-1", "9" * 30, "999999"):
        assert use(bens, item, blog, entry=entry).status_code == 404
    assert not Entry.objects.exists()


def test_refusals_are_sentences(feed, bens, blog):
    item = arrive(feed, usage_terms="No archive.")
    refused = use(bens, item, blog)
    assert refused.status_code == 422
    assert "No archive." in refused.json()["errors"]["accepted_terms"][0]
    assert use(bens, item, blog, accepted_terms="on").status_code == 200
    advisory = arrive(feed, "urn:2", is_advisory=True)
    assert "advisory" in use(bens, advisory, blog).json()["message"]


def test_another_teams_live_blog_is_not_there(feed, dov, blog):
    dovs = browser(dov)
    item = arrive(feed)
    assert use(dovs, item, blog).status_code == 404
    assert dovs.get(f"{LIST}rows", {"blog": blog.slug}).status_code == 404
    assert blog.headline not in dovs.get(LIST).content.decode()


def test_where_it_stands_is_told_to_its_team_alone(feed, bens, dov, ada, blog):
    item = arrive(feed)
    actions.use(user=ada, item_id=item.pk, blog_id=blog.pk, publish=True)
    assert blog.headline in bens.get(f"{LIST}{item.chain_id}/").content.decode()
    assert blog.headline not in browser(dov).get(f"{LIST}{item.chain_id}/").content.decode()


def test_the_items_page_uses_it_without_scripts(feed, bens, blog):
    item = arrive(feed, usage_terms="No archive.")
    address = reverse("inbox:use-from-page", args=[item.chain_id])
    post = {"verb": "use", "blog": blog.slug, "item": item.pk}
    here = f"{reverse('inbox:item', args=[item.chain_id])}?blog={blog.slug}"
    assert bens.post(address, post)["Location"] == here
    answer = bens.post(address, {**post, "accepted_terms": "on"})
    entry = Entry.objects.get()
    assert answer["Location"] == f"/admin/desk/{blog.slug}/#item-{entry.pk}"
    assert bens.post(address, {**post, "item": "0"}).status_code == 404


def test_pressed_twice_on_the_items_page_it_is_published_once(feed, adas, blog):
    item = arrive(feed)
    page = adas.get(f"{LIST}{item.chain_id}/")
    address = reverse("inbox:use-from-page", args=[item.chain_id])
    post = {"blog": blog.slug, "item": item.pk, "idempotency_key": page.context["key"]}
    for _ in range(2):
        adas.post(address, {**post, "verb": "publish"})
    assert Entry.objects.count() == 1
    adas.post(address, {**post, "verb": "cite"})
    assert Entry.objects.count() == 2


def test_the_items_page_guesses_no_live_blog(feed, adas, ada, blog, team):
    second = open_blog(team, ada, headline="Election night", slug="election")
    item = arrive(feed, usage_terms="No archive.")
    arrive(feed, version="2", usage_terms="No archive.")
    page = reverse("inbox:item", args=[item.chain_id])
    assert '<option value="">' in adas.get(page).content.decode()
    aimed = adas.get(page, {"blog": second.slug}).content.decode()
    assert '<option value="election" selected>' in aimed
    assert '<option value="">' not in aimed
    address = reverse("inbox:use-from-page", args=[item.chain_id])
    post = {"verb": "use", "item": item.pk}
    assert adas.post(address, post)["Location"] == f"{page}?version={item.pk}"
    refused = adas.post(address, {**post, "blog": second.slug})["Location"]
    assert refused == f"{page}?version={item.pk}&blog=election"
    assert not Entry.objects.exists()


PICTURES = [
    {"url": "https://northwire.example/1.png", "kind": "picture", "mime_type": "image/png",
     "caption": "The pier", "credit": "Jane Doe / Northwire"},
    {"url": "https://northwire.example/2.png", "kind": "picture", "mime_type": "image/png",
     "caption": "", "credit": ""},
    {"url": "https://northwire.example/3.mp4", "kind": "video", "mime_type": "video/mp4"},
]  # fmt: skip


def fetched(url, **_):
    if url.endswith("2.png"):
        raise outbound.OutboundError("It is away.", permanent=False)
    return outbound.Fetched(url=url, status=200, headers={}, body=png())


def test_pictures_come_beside_the_draft_with_their_credit(feed, bens, blog, monkeypatch):
    monkeypatch.setattr(pictures.outbound, "fetch", fetched)
    item = arrive(feed, media=PICTURES)
    made = use(bens, item, blog).json()
    assert made["pictures"] == 2
    address = reverse("inbox:pictures", args=[item.pk])
    told = bens.post(address, {"entry": made["entry"]}).json()
    assert told["message"] == "1 picture added. A picture could not be fetched: It is away."
    asset = Entry.objects.get(pk=made["entry"]).images.get().asset
    assert (asset.credit, asset.caption, asset.wire_item_id) == (
        "Jane Doe / Northwire", "The pier", item.pk
    )  # fmt: skip
    killed(feed)
    assert again(asset).killed_at
    assert bens.post(address, {"entry": "0"}).status_code == 404


def test_a_picture_of_a_killed_item_is_not_taken_in(feed, ben, team, monkeypatch):
    item = arrive(feed, media=PICTURES)
    killed(feed)
    with pytest.raises(actions.Blocked, match="killed"):
        actions.add_media(user=ben, team_id=team.pk, upload=pictures.ContentFile(png()),
                          credit="x", alt="x", item_id=item.pk)  # fmt: skip
