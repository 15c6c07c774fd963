"""Agencies send their files with the key of their feed, and are told what became of them."""

import json

import jsonschema
import pytest
from django.core.cache import cache
from django.test import Client

from liveblog import actions
from liveblog.models import WireItem, WireMessage
from tests.api.asking import V1
from tests.api.test_writing_openapi import PROBLEM, PUSH, promise
from tests.cast import again, publish_entry
from tests.wire import files
from tests.wire.arriving import feed_of

OTHER = "abcdefgh." + "x" * 32


@pytest.fixture
def feed(northwire):
    return feed_of(northwire, kind="push", slug="northwire-sends")


@pytest.fixture
def key(feed, chi):
    return actions.new_push_key(user=chi, feed_id=feed.pk)[1]


@pytest.fixture
def send(feed, key):
    """Sends one file as an agency's program does: no cookie, no token of a form."""
    client = Client(enforce_csrf_checks=True)

    def send(content, slug=feed.slug, key=key, kind="application/octet-stream", **headers):
        data = content.encode() if isinstance(content, str) else content
        said = {"Authorization": f"Bearer {key}"} if key else {}
        return client.post(f"{V1}wires/{slug}/", data, content_type=kind, headers=said | headers)

    return send


def test_a_file_is_stored_and_its_sender_told(send, feed):
    answer = send(files.g2(files.g2_item(guid=""), files.g2_item()))
    assert answer.status_code == 200
    said = answer.json()
    assert (said["new"], said["known"], len(said["refused"])) == (1, 0, 1)
    assert set(said["refused"][0]) == {"guid", "why"}
    assert WireItem.objects.get().chain.guid == files.GUID
    feed = again(feed)
    assert (feed.error, bool(feed.succeeded_at), feed.item_at is not None) == ("", True, True)
    assert answer["Cache-Control"] == "private, no-store"


def test_the_same_file_again_does_no_harm(send):
    send(files.ninjs())
    assert send(files.ninjs()).json() == {"new": 0, "known": 1, "refused": []}
    assert WireMessage.objects.count() == 1


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data", "text/xml", "x", ""]
)
def test_whatever_the_file_is_said_to_be_it_is_read_as_it_is(send, kind):
    assert send(files.rss(), kind=kind).json()["new"] == 1


def test_a_kill_that_is_sent_reaches_what_is_public(send, blog, ada):
    send(files.ninjs(version="1"))
    entry = publish_entry(blog, ada, built_from=WireItem.objects.get().pk)
    send(files.ninjs(version="2", pubstatus="canceled", body_xhtml=""))
    assert again(entry).state == "killed"


def test_a_wrong_key_and_a_feed_that_is_none_are_the_same(send, northwire, key, ada):
    polled = feed_of(northwire, kind="address", address="https://northwire.example/")
    keyless = feed_of(northwire, kind="push")
    token = actions.create_token(user=ada, name="x", scopes=["publish"])[1]
    answers = [
        send(files.ninjs(), key=OTHER), send(files.ninjs(), key=""),
        send(files.ninjs(), slug="none"), send(files.ninjs(), slug=polled.slug),
        send(files.ninjs(), slug=keyless.slug),
        send(files.ninjs(), key=token), send(files.ninjs(), key="é"),
    ]  # fmt: skip
    assert {(one.status_code, one.content) for one in answers} == {(401, answers[0].content)}
    assert answers[0]["WWW-Authenticate"].startswith("Bearer")
    assert not WireMessage.objects.exists()


def test_a_key_in_the_address_is_refused(feed, key):
    answer = Client().post(f"{V1}wires/{feed.slug}/?key={key}", b"x", content_type="text/xml")
    assert (answer.status_code, "logs" in answer.json()["detail"]) == (400, True)


def test_the_key_before_opens_nothing_any_more(send, feed, chi):
    actions.new_push_key(user=chi, feed_id=feed.pk)
    assert send(files.ninjs()).status_code == 401


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"hello", "no format"), (b"", "empty"), (b"{", "JSON"), (b" \n", "empty")],
)
def test_what_cannot_be_read_is_said_in_a_sentence(send, feed, content, sentence):
    answer = send(content)
    assert (answer.status_code, answer["Content-Type"]) == (422, PROBLEM)
    assert sentence in answer.json()["detail"]
    if content:
        assert again(feed).error == answer.json()["detail"]
        send(files.ninjs())
        assert again(feed).error == ""


def test_a_file_may_have_five_megabytes(send):
    limit = 5 * 1024 * 1024
    assert send(b"x" * (limit + 1)).status_code == 413
    content = files.ninjs().encode()
    assert send(content + b" " * (limit - len(content))).json()["new"] == 1


def test_a_packed_file_and_one_without_a_length_are_refused(send, feed, key):
    assert send(files.ninjs(), **{"Content-Encoding": "gzip"}).status_code == 415
    answer = Client().generic(
        "POST", f"{V1}wires/{feed.slug}/", b"", content_type="text/xml",
        headers={"Authorization": f"Bearer {key}", "Transfer-Encoding": "chunked",
                 "Content-Length": ""},
    )  # fmt: skip
    assert answer.status_code in (411, 422)


def test_a_paused_feed_asks_the_agency_to_come_again(send, feed, chi):
    actions.set_feed_active(user=chi, feed_id=feed.pk, active=False)
    answer = send(files.ninjs())
    assert (answer.status_code, answer["Retry-After"]) == (503, "300")
    assert send(files.ninjs(), key=OTHER).status_code == 401


def test_only_files_are_taken_there(feed, key):
    headers = {"Authorization": f"Bearer {key}"}
    for method in ("get", "put", "delete"):
        answer = getattr(Client(), method)(f"{V1}wires/{feed.slug}/", headers=headers)
        assert (answer.status_code, answer["Allow"]) == (405, "POST")


def test_a_feed_that_sends_too_often_is_slowed_down(send, settings):
    cache.clear()
    settings.API_RATE = "2/min"
    statuses = [send(files.ninjs()).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    assert send(files.ninjs())["Retry-After"]
    cache.clear()


def test_the_answers_are_those_of_the_document(send):
    jsonschema.validate(send(files.ninjs()).json(), promise(*PUSH, "200"))
    jsonschema.validate(send(b"hello").json(), promise(*PUSH, "422", PROBLEM))
    jsonschema.validate(json.loads(send(b"x", key=OTHER).content), promise(*PUSH, "401", PROBLEM))
