"""What changes something needs the page it is done from (SR-25).

That looking changes nothing is seen in test_every_address.py.
"""

import pytest

from tests.matrix.asking import questions
from tests.matrix.declarations import ADDRESSES
from tests.matrix.roles import ASKERS, client_of
from tests.matrix.world import counters

UNSAFE = ("post", "put", "patch", "delete")
WHOLE = {
    "verb": "publish", "body": "<p>x</p>", "reason": "x", "word": "KILL", "note": "x",
    "revision": 1, "headline": "x", "post": "yes", "password1": "x", "role": "chief",
}  # fmt: skip
EDITORS = [a for a in ADDRESSES if a.surface in ("admin", "desk")]
READERS = [a for a in ADDRESSES if a.surface in ("public", "api", "media", "service")]


def urls(world, addresses):
    named = [q for q in questions(world, addresses) if q.state in ("draft", "published")]
    return list(dict.fromkeys(question.url.split("?")[0] for question in named))


def of_root(world, **options):
    return client_of(next(who for who in ASKERS if who.root), world, **options)


def test_nothing_is_sent_without_the_token_of_the_session(world):
    root, before = of_root(world, enforce_csrf_checks=True), counters()
    asked = 0
    for index, url in enumerate(urls(world, EDITORS)):
        for method in ("post", UNSAFE[1 + index % 3]):
            answer = getattr(root, method)(url, WHOLE if method == "post" else None)
            assert answer.status_code in (403, 405), (method, url)
            asked += 1
    assert asked > 200
    assert counters() == before


def test_nor_from_another_site_even_with_the_token(world):
    root = of_root(world, enforce_csrf_checks=True)
    root.get("/admin/password_change/")
    token = root.cookies["csrf"].value
    before = counters()
    for index, url in enumerate(urls(world, EDITORS)):
        origin = ("https://evil.example", "null")[index % 2]
        sent = WHOLE | {"csrfmiddlewaretoken": token}
        answer = root.post(url, sent, headers={"Origin": origin})
        assert answer.status_code == 403, url
    assert counters() == before


def test_the_same_token_from_the_page_itself_is_taken(world):
    """The control: what was refused above was refused for where it came from."""
    root = of_root(world, enforce_csrf_checks=True)
    root.get("/admin/password_change/")
    sent = WHOLE | {"csrfmiddlewaretoken": root.cookies["csrf"].value, "reason": ""}
    entry = world.entries["draft"]
    url = f"/admin/liveblog/entry/{entry.pk}/verb/kill/"
    before = counters()
    assert root.post(url, sent | {"reason": "x"}).status_code == 302
    assert counters() != before


@pytest.mark.parametrize("method", UNSAFE)
def test_readers_addresses_take_nothing_with_a_cookie(world, method):
    root, before = of_root(world, enforce_csrf_checks=True), counters()
    for url in urls(world, READERS):
        answer = getattr(root, method)(url, WHOLE, content_type="application/json")
        assert answer.status_code in (401, 403, 404, 405), url
        assert not answer.cookies, url
    assert counters() == before
