"""What leads into our own network is refused before anything is sent (SR-20)."""

import pytest

from liveblog.outbound import OutboundError, fetch
from liveblog.outbound.addresses import is_public

PRIVATE = [
    "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1",
    "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1", "3fff::1", "5f00::1",
    "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1", "100::1",
]  # fmt: skip
OTHER_SPELLINGS = [
    "2130706433", "0x7f000001", "0x7f.1", "017700000001", "0177.0.0.1", "127.1", "0",
    "localhost", "LOCALHOST", "localhost.", "１２７.0.0.1", "①②⑦.0.0.1", "127。0。0。1",
    "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]", "[::1%25lo]",
]  # fmt: skip


def refused(url, *, permanent=True):
    with pytest.raises(OutboundError) as caught:
        fetch(url)
    if permanent:
        assert caught.value.permanent, caught.value
    return str(caught.value)


def test_only_ordinary_addresses_of_the_internet_are_public():
    assert [ip for ip in PRIVATE if is_public(ip)] == []
    assert is_public("93.184.216.34")
    assert is_public("2606:4700::1111")
    assert not is_public("no address")


@pytest.mark.parametrize("ip", PRIVATE)
def test_a_private_address_is_never_asked(ip, canary, everything_leads_to):
    connected = everything_leads_to(canary)
    host = f"[{ip}]" if ":" in ip else ip
    assert "private network" in refused(f"http://{host}/")
    assert connected == canary.seen == []


@pytest.mark.parametrize("host", OTHER_SPELLINGS)
def test_another_spelling_changes_nothing(host, canary, everything_leads_to):
    connected = everything_leads_to(canary)
    refused(f"http://{host}/", permanent=False)
    assert connected == canary.seen == []


@pytest.mark.parametrize("ip", PRIVATE)
def test_a_name_that_leads_inside_is_never_asked(ip, canary, everything_leads_to, names):
    connected, asked = everything_leads_to(canary), names({"evil.example": [[ip]]})
    assert "private network" in refused("https://evil.example/")
    assert (connected, canary.seen, asked) == ([], [], ["evil.example"])


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://harbour.example/", "http:// or https://"),
        ("file:///etc/passwd", "http:// or https://"),
        ("gopher://127.0.0.1:70/_x", "http:// or https://"),
        ("//127.0.0.1/", "http:// or https://"),
        ("", "http:// or https://"),
        ("http:///", "http:// or https://"),
        ("http://harbour.example@127.0.0.1/", "user name"),
        ("http://ada:secret@harbour.example/", "user name"),
        ("http://harbour.example:22/", "port 22"),
        ("http://harbour.example:6379/", "port 6379"),
        ("http://harbour.example:99999/", "not a web address"),
        ("http://harbour.example\\@127.0.0.1/", "blanks or backslashes"),
        ("http://harbour.example/\r\nHost: x", "blanks or backslashes"),
        ("http://[harbour/", "not a web address"),
        ("http://" + "a" * 70 + ".example/", ""),
        ("http://harbour.example/" + "a" * 2000, "too long"),
    ],
)
def test_an_address_that_cannot_be_meant_is_refused(url, why, canary, everything_leads_to):
    connected = everything_leads_to(canary)
    assert why in refused(url)
    assert connected == canary.seen == []


def test_the_address_checked_is_the_address_asked(site, canary, everything_leads_to, names):
    """A name server that says something else the second time is not asked a second time."""
    site.pages["/news"] = b"the news"
    connected = everything_leads_to(site)
    asked = names({"fickle.example": [["93.184.216.34"], ["127.0.0.1"]]})
    assert fetch("http://fickle.example/news").body == b"the news"
    assert connected == [("93.184.216.34", 80)]
    assert (asked, site.asked[0]["Host"]) == (["fickle.example"], "fickle.example")


def test_a_redirect_to_the_same_name_is_checked_anew(site, everything_leads_to, names):
    site.redirects("/", "http://fickle.example/inside")
    connected = everything_leads_to(site)
    names({"fickle.example": [["93.184.216.34"], ["10.0.0.1"]]})
    assert "private network" in refused("http://fickle.example/")
    assert (len(connected), site.seen) == (1, ["GET /"])


def test_a_name_nobody_knows_may_be_known_later(monkeypatch):
    import socket

    def nobody(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(OutboundError, match="cannot be reached") as caught:
        fetch("http://harbour.example/")
    assert not caught.value.permanent


@pytest.mark.parametrize(
    "target", ["{canary}", "http://127.0.0.1/", "file:///etc/passwd", "http://u:p@{canary_host}/"]
)
def test_redirects_lead_nowhere_private(target, site, canary):
    site.redirects("/", "/second")
    site.redirects("/second", target.format(canary=canary.url(), canary_host=canary.host))
    refused(site.url())
    assert (site.seen, canary.seen) == (["GET /", "GET /second"], [])


def test_only_the_very_host_and_port_are_admitted(site, canary):
    site.pages["/"] = b"admitted"
    assert fetch(site.url()).body == b"admitted"
    for spelling in ("localhost", "127.1", "2130706433"):
        refused(f"http://{spelling}:{site.server.server_port}/")
    refused(f"http://{site.host}@{canary.host}/")
    refused(canary.url())
    assert (site.seen, canary.seen) == (["GET /"], [])
