"""A secret of its own in everything unpublished: no reader or partner finds one (SR-03).

That nobody of another team does either is seen in test_every_address.py.
"""

import json
import logging

import pytest
from django.core.management import get_commands
from django.test import Client

from liveblog.models import LiveBlog
from tests.matrix.asking import body_of, questions
from tests.matrix.declarations import ADDRESSES
from tests.matrix.hush import Hush
from tests.matrix.roles import ASKERS, client_of
from tests.matrix.world import SEEN

READERS = ("public", "api", "media", "service")
MORE = [
    "/live/storm/?before=2", "/live/storm/changes?since=0", "/live/storm/changes?since=1",
    *[f"/live/storm/feed.{kind}?before=4" for kind in ("atom", "rss", "json")],
    "/sitemap.xml?page=1", "/api/v1/blogs/storm/changes/?since=0", "/api/v1/blogs/?status=planned",
    "/api/v1/blogs/storm/entries/?state=all", "/api/v1/blogs/storm/entries/?state=draft",
    "/api/v1/blogs/storm/entries/?page_size=200", "/api/schema/?format=yaml",
    "/none/", "/api/none/",
    "/live/storm/changes?since=x", "/live/none/", "/api/v1/blogs/storm/entries/?before=x",
]  # fmt: skip


@pytest.fixture
def addresses(world):
    """Every public address of every entry and blog in every state, and the ways to go on."""
    found = [address for address in ADDRESSES if address.surface in READERS]
    urls = [q.url for q in questions(world, found) if q.way.method == "get"]
    return list(dict.fromkeys(urls + MORE))


def everything(response):
    return repr(response.headers) + body_of(response).decode("utf-8", "replace")


def test_no_public_answer_has_a_secret(world, addresses, client):
    told = client_of(ASKERS[-1], world)
    leaks, seen = [], 0
    for url in addresses:
        for asker in (client, told):
            text = everything(asker.get(url))
            leaks += [(url, what) for what in Hush(world).in_text(text, url)]
            seen += SEEN in text
    assert leaks == []
    assert len(addresses) > 70
    assert seen > 20  # the control: what is published is found


def test_searching_finds_no_secret(world, client):
    for what, secret in world.secrets.items():
        for key in ("text", "source", "author"):
            answer = client.get("/api/v1/blogs/storm/entries/", {key: secret})
            found = answer.json().get("results", [])
            assert found == [], (what, key)
    assert client.get("/api/v1/blogs/storm/entries/", {"text": SEEN}).json()["results"]


def test_a_secret_that_is_published_is_found_by_the_same_search(world, client):
    """The control: it is the rows that are safe, not the search that is blind."""
    LiveBlog.objects.filter(slug="storm").update(headline=world.secrets["draft body"])
    text = everything(client.get("/live/storm/"))
    assert Hush(world).in_text(text) == ["draft body"]


def test_a_search_by_dov_finds_none(world):
    dov = client_of(next(who for who in ASKERS if who.name == "dov"), world)
    for model in ("entry", "liveblog", "mediaasset", "revision", "team", "membership"):
        url = f"/admin/liveblog/{model}/"
        for query in ({"q": "HUSH"}, {"all": ""}, {"blog": LiveBlog.objects.first().pk}):
            text = everything(dov.get(url, query)).replace("HUSH", "", 1)
            assert [w for w in Hush(world).in_text(text) if not w.startswith("dov ")] == [], url


def test_the_logs_have_none(world, addresses, caplog, capfd):
    caplog.set_level(logging.INFO)
    client = Client(raise_request_exception=False)
    for url in addresses:
        body_of(client.get(url))
    said = caplog.text + "".join(capfd.readouterr())
    assert "request_finished" in said
    for url in sorted(addresses, key=len, reverse=True):
        said = said.replace(url.split("?")[0], "")
    assert Hush(world).in_text(said) == []


@pytest.mark.skipif("export_static" not in get_commands(), reason="there is no such command yet")
def test_the_static_export_has_none(world, tmp_path):
    from django.core.management import call_command

    call_command("export_static", str(tmp_path))
    texts = [str(p) + p.read_bytes().decode("utf-8", "replace") for p in tmp_path.rglob("*.*")]
    assert any(SEEN in text for text in texts)
    assert Hush(world).in_text(json.dumps(texts)) == []
