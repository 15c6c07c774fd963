"""Every public address is the same bytes for everyone, whatever is sent along (SR-09)."""

import pytest

from tests.matrix.asking import bytes_of, questions
from tests.matrix.declarations import ADDRESSES
from tests.matrix.roles import ASKERS, client_of

WHO = ("nobody", "ada", "root", "stranger's key")
EVIL = "evil.example"
POISON = [
    {"X-Forwarded-Host": EVIL}, {"X-Forwarded-Proto": "https"}, {"X-Forwarded-Port": "8443"},
    {"X-Forwarded-Prefix": "/evil"}, {"X-Forwarded-For": "10.9.8.7"}, {"X-Forwarded-Server": EVIL},
    {"X-Forwarded-Scheme": "https"}, {"X-Forwarded-Ssl": "on"}, {"Forwarded": f"host={EVIL}"},
    {"X-Host": EVIL}, {"X-HTTP-Host-Override": EVIL}, {"X-Original-Host": EVIL},
    {"X-Original-URL": "/admin/"}, {"X-Rewrite-URL": "/admin/"}, {"X-Script-Name": "/evil"},
    {"X-Real-IP": "10.9.8.7"}, {"X-Client-IP": "10.9.8.7"}, {"True-Client-IP": "10.9.8.7"},
    {"X-HTTP-Method": "DELETE"}, {"X-HTTP-Method-Override": "DELETE"}, {"X-Method-Override": "PUT"},
    {"AUTHORIZATION": "basic YTpi"}, {"authorization": "BEARER x"}, {"Proxy-Authorization": "x"},
    {"X-CSRFToken": "x"}, {"X-Requested-With": "XMLHttpRequest"}, {"X-Api-Key": "x"},
    {"Accept-Language": "de"}, {"Accept": "application/json"}, {"Accept-Charset": "utf-7"},
    {"User-Agent": "<script>"}, {"Referer": f"https://{EVIL}/"}, {"DNT": "1"}, {"From": "a@b"},
    {"Pragma": "no-cache"}, {"Cache-Control": "no-cache"}, {"Upgrade-Insecure-Requests": "1"},
    {"X-Wap-Profile": f"http://{EVIL}/"}, {"X-ATT-DeviceId": "x"}, {"Via": EVIL},
    {"Save-Data": "on"}, {"Purpose": "prefetch"}, {"Content-Type": "text/html"},
]  # fmt: skip


NEGOTIATED = ("/api/schema/", "/api/docs/")  # in YAML for whoever asks, and Vary says so


@pytest.fixture
def public_urls(world):
    found = [a for a in ADDRESSES if a.surface in ("public", "api", "media")]
    asked = [q for q in questions(world, found) if q.way.method == "get"]
    return list(dict.fromkeys(question.url for question in asked))


def test_a_session_or_a_strangers_key_changes_no_byte(world, public_urls):
    nobody, *others = (client_of(who, world) for who in ASKERS if who.name in WHO)
    for url in public_urls:
        plain = nobody.get(url)
        answers = {bytes_of(client.get(url)) for client in others}
        assert answers == {bytes_of(plain)}, url
        assert "cookie" not in plain.headers.get("Vary", "").lower(), url
        assert not plain.cookies, url
    assert len(public_urls) > 50


def test_no_header_poisons_what_a_cache_would_keep(client, public_urls):
    """All at once everywhere; one by one on the page that matters most."""
    assert len(POISON) >= 40
    together = {name: value for header in reversed(POISON) for name, value in header.items()}
    asked = [(url, together) for url in public_urls]
    asked += [("/live/storm/", header) for header in POISON]
    for url, every in asked:
        kept = (name for name in every if url not in NEGOTIATED or "Accept" not in name)
        headers = {name: every[name] for name in kept}
        answer = bytes_of(client.get(url, headers=headers))
        assert answer == bytes_of(client.get(url)), (url, headers)
        assert EVIL.encode() not in answer


def test_a_foreign_host_is_refused(client, public_urls):
    for url in public_urls[::9]:
        answer = client.get(url, headers={"Host": EVIL})
        assert answer.status_code == 400
        assert EVIL.encode() not in bytes_of(answer)
