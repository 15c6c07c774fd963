"""Every address × everybody × every state (SR-01). `NEWSROOM_MATRIX=full` asks every cell.

Each answer is looked at for its status, its headers (SR-11), secrets of another team (SR-03) and
for what asking wrote (SR-25).
"""

import os
import re
from collections import Counter
from dataclasses import dataclass, field

import pytest
from django.db import connection
from django.http import HttpResponse
from django.urls import include, path

from liveblog.models import Entry
from tests.matrix.addressing import Address, Way
from tests.matrix.asking import body_of, questions
from tests.matrix.declarations import ADDRESSES, FAMILIES
from tests.matrix.discovery import routes
from tests.matrix.headers import wrong_headers
from tests.matrix.hush import Hush
from tests.matrix.policies import public_entry
from tests.matrix.roles import ASKERS, TELLING, client_of
from tests.matrix.world import STATES, counters

FULL = os.environ.get("NEWSROOM_MATRIX") == "full"
USUAL = {"published", "draft"}
# Every team's, or whose link it is.
SHARED = re.compile(r"/(wirechain|wireitem|wires|source|topic)/|^/preview/")


def undeclared(found):
    declared = {address.route for address in ADDRESSES}
    return [
        route for route in found if route not in declared and not route.startswith(tuple(FAMILIES))
    ]


def test_every_address_is_declared():
    assert undeclared(routes()) == []


def test_no_declaration_outlives_its_address():
    found = routes()
    gone = [address.route for address in ADDRESSES if address.route not in found]
    gone += [family for family in FAMILIES if not any(r.startswith(family) for r in found)]
    assert gone == []


def test_no_address_is_declared_twice():
    counted = Counter(address.route for address in ADDRESSES)
    assert [route for route, times in counted.items() if times > 1] == []


def is_telling(question, who):
    """Outside the full run: everybody for two states, a few for the others, one way each."""
    if question.state in USUAL:
        return True
    if who.person and question.address.surface != "api":
        return False  # a key opens nothing but the API
    return who.name in TELLING and question.way is question.address.ways[0]


@dataclass
class Crawl:
    """What asking every cell found, in sentences."""

    cells: int = 0
    wrong: list = field(default_factory=list)
    bare: list = field(default_factory=list)  # without its headers
    leaks: list = field(default_factory=list)
    writes: list = field(default_factory=list)
    statuses: set = field(default_factory=set)

    def ask(self, question, who, client, hush):
        response = question.ask(client)
        body, status, right = body_of(response), response.status_code, question.expected(who)
        asked = f"{who.name}: {question.way.method} {question.url} of {question.state}: {status}"
        self.cells += 1
        self.statuses.add(status)
        if status not in right:
            self.wrong.append(f"{asked}, not {sorted(right)}")
        self.bare += [f"{asked}: {lack}" for lack in wrong_headers(response, question.address)]
        if not who.rank and not SHARED.search(question.url):
            found = hush.in_response(response, body, question.url)
            self.leaks += [
                f"{asked}: {what}" for what in found if not what.startswith(who.name[:4])
            ]

    def note_write(self, execute, sql, params, many, context):
        """Told of every statement: asking may note a session, when a token was last used and how
        far a partner has come, and who is at a desk."""
        noted = any(
            name in sql
            for name in ("django_session", "last_used_at", "liveblog_partnercursor", "deskpresence")
        )
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and not noted:
            self.writes.append(sql)
        return execute(sql, params, many, context)


def crawl(world, addresses):
    found, hush = Crawl(), Hush(world)
    clients = {who: client_of(who, world) for who in ASKERS}
    with connection.execute_wrapper(found.note_write):
        for question in questions(world, addresses):
            for who, client in clients.items():
                if FULL or is_telling(question, who):
                    found.ask(question, who, client, hush)
    return found


def told(sentences):
    return f"{len(sentences)}:\n" + "\n".join(sentences[:60])


# What is asked at each of them at least, so that it means something: usually, in the full run.
SURFACES = {
    ("public", "preview", "media", "service"): (200, 200, {200, 404, 405, 410}),
    ("api",): (200, 200, {200, 401, 403, 404, 405, 410, 422}),
    ("admin", "desk"): (200, 200, {200, 302, 403, 404}),
}


@pytest.mark.long
@pytest.mark.parametrize("surfaces", SURFACES, ids="-".join)
def test_every_cell_answers_as_declared(surfaces, world, record_property):
    before = counters()
    addresses = [address for address in ADDRESSES if address.surface in surfaces]
    found = crawl(world, addresses)
    record_property("cells", found.cells)
    assert not found.wrong, told(found.wrong)
    assert not found.bare, told(found.bare)
    assert not found.leaks, told(found.leaks)
    assert not found.writes, told(found.writes)
    assert counters() == before
    usual, full, statuses = SURFACES[surfaces]
    assert found.cells > (full if FULL else usual)
    assert statuses <= found.statuses


def test_every_surface_and_every_state_is_asked():
    asked = {surface for surfaces in SURFACES for surface in surfaces}
    assert {address.surface for address in ADDRESSES} - {"stream"} <= asked
    assert len(STATES) == 11
    assert len(ADDRESSES) > 120


def leaky(request, public_id):
    """What must never happen: an entry read past `public()`."""
    return HttpResponse(Entry.objects.get(public_id=public_id).body)


urlpatterns = [path("leak/<uuid:public_id>/", leaky), path("", include("newsroom.urls"))]


@pytest.mark.urls(__name__)
def test_a_leaky_address_is_noticed(world):
    assert undeclared(routes(__name__)) == ["/leak/<public_id>/"]
    leak = Address("/leak/<public_id>/", "entry", (Way(public_entry),), "public")
    found = crawl(world, [leak])
    assert any("nobody" in cell and "of draft" in cell for cell in found.wrong)
    assert any("draft body" in cell for cell in found.leaks)
    assert len(found.wrong) > 30
