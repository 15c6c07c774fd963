import socket

import pytest

from tests.outbound.sites import Site, running


@pytest.fixture
def site(settings):
    """Somebody's site that the operator has admitted."""
    with running(Site()) as site:
        settings.NEWSROOM_OUTBOUND_ALLOW = [site.host]
        yield site


@pytest.fixture
def canary():
    """A site inside our own network that nobody admitted: it must never be asked."""
    with running(Site()) as site:
        site.pages["/"] = b"the canary sang"
        yield site


@pytest.fixture
def everything_leads_to(monkeypatch):
    """Whatever address is connected to, it is this site that answers. Returns the addresses."""
    connect = socket.create_connection

    def lead(site):
        connected = []

        def create(address, *_, **__):
            connected.append(address)
            return connect(("127.0.0.1", site.server.server_port))

        monkeypatch.setattr("urllib3.util.connection.create_connection", create)
        return connected

    return lead


@pytest.fixture
def names(monkeypatch):
    """A resolver of our own: name → one list of addresses per question. Returns what was asked."""
    real = socket.getaddrinfo

    def resolve(answers):
        asked = []

        def getaddrinfo(host, port, *args, **options):
            if host not in answers:
                return real(host, port, *args, **options)
            asked.append(host)
            found = answers[host].pop(0)
            return [info for ip in found for info in real(ip, port, type=socket.SOCK_STREAM)]

        monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
        return asked

    return resolve
