"""What was never public, is another team's or does not exist: one answer, byte for byte (SR-02)."""

import re
import uuid

import pytest

from tests.matrix.asking import bytes_of, questions
from tests.matrix.declarations import ADDRESSES
from tests.matrix.policies import public_blog, public_entry
from tests.matrix.roles import ASKERS, client_of
from tests.matrix.world import NEVER_PUBLIC

UNKNOWN = {
    "slug": "no-such-live-blog", "number": 99, "public_id": uuid.UUID(int=7), "entry_id": 10**9,
    "object_id": 10**9, "pk": 10**9,
}  # fmt: skip
READ_BY_ALL = (public_blog, public_entry)
NAMED = [address for address in ADDRESSES if address.names]


def like_unknown(question):
    """The same address for what does not exist."""
    url = question.url
    keys = ["slug"] if question.state == "planned blog" else []
    keys += [] if question.address.names == "blog" else ["number", "public_id", "entry_id"]
    for key in keys:
        if f"<{key}>" in question.address.route:
            url = url.replace(f"/{question.at[key]}/", f"/{UNKNOWN[key]}/")
    return url


@pytest.mark.parametrize("surface", ["public", "api"])
def test_what_was_never_public_answers_like_the_unknown(world, client, surface):
    addresses = [address for address in NAMED if address.surface == surface]
    compared = 0
    for question in questions(world, addresses):
        if question.state not in NEVER_PUBLIC or question.way.policy not in READ_BY_ALL:
            continue
        unknown = like_unknown(question)
        assert unknown != question.url
        ours, theirs = client.get(question.url), client.get(unknown)
        assert ours.status_code == 404
        assert bytes_of(ours) == bytes_of(theirs), question.url
        assert "ETag" not in ours.headers
        compared += 1
    assert compared >= {"public": 11, "api": 9}[surface]


def test_all_the_unknown_of_one_surface_are_one_answer(world, client):
    """The address asked for is in none of them."""
    pages = ["/live/none/", "/live/storm/99/", "/topics/none/", "/media/images/none.png",
             "/media/embeds/none.png", "/none/at/all/"]  # fmt: skip
    bodies = {client.get(url).content for url in pages}
    assert len(bodies) == 1
    api = ["blogs/none/", "blogs/none/entries/", f"entries/{uuid.UUID(int=7)}/", "sources/none/",
           "topics/none/", "none/"]  # fmt: skip
    assert len({client.get(f"/api/v1/{url}").content for url in api}) == 1


def test_dov_cannot_tell_a_row_of_another_team_from_none(world):
    dov = next(who for who in ASKERS if who.name == "dov")
    dovs, compared = client_of(dov, world), 0
    for question in questions(world, [a for a in NAMED if a.surface in ("admin", "desk")]):
        unknown = question.url
        for key in ("slug", "entry_id"):
            if f"<{key}>" in question.address.route:
                unknown = unknown.replace(f"/{question.at[key]}", f"/{UNKNOWN[key]}")
        row = question.at[question.address.names].pk
        if "<pk>" in question.address.route or "<object_id>" in question.address.route:
            unknown = unknown.replace(f"/{row}/", f"/{UNKNOWN['pk']}/")
        assert unknown != question.url
        ours, theirs = question.ask(dovs), getattr(dovs, question.way.method)(unknown)
        told, none = (body_without(r, question.url, unknown) for r in (ours, theirs))
        assert (ours.status_code, told) == (theirs.status_code, none), question.url
        compared += 1
    assert compared > 300


def body_without(response, *urls):
    """The page, without the address and the id it repeats and the token of its form."""
    text = response.content.decode() + response.headers.get("Location", "")
    for url in sorted(urls, key=len, reverse=True):
        text = text.replace(url, "").replace(url.removesuffix("/"), "")
        text = re.sub(rf"/{re.escape(url.split('/')[4])}/", "/", text)
    return [line for line in text.splitlines() if "csrf" not in line and "nonce" not in line]
