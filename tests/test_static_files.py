"""Static files come from Django's own chain, with servestatic's headers, for GET and HEAD alone."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client


@pytest.fixture
def client(settings):
    settings.MIDDLEWARE = ["newsroom.static_files.StaticFilesMiddleware", *settings.MIDDLEWARE]
    settings.SERVESTATIC_USE_FINDERS = True
    settings.SERVESTATIC_AUTOREFRESH = True
    return Client()


FILE = "newsroom/tokens.css"


def test_a_file_is_sent_as_it_is(client):
    answer = client.get(f"/static/{FILE}")
    content = b"".join(answer.streaming_content)
    assert content == Path(finders.find(FILE)).read_bytes()
    assert answer["Content-Type"].startswith("text/css")
    assert int(answer["Content-Length"]) == len(content)
    assert answer["Last-Modified"]


@pytest.mark.django_db  # closing an answer looks at the connection, where one is open
def test_who_has_it_gets_304(client):
    first = client.get(f"/static/{FILE}")
    first.close()
    modified = first["Last-Modified"]
    again = client.get(f"/static/{FILE}", headers={"if-modified-since": modified})
    assert (again.status_code, b"".join(again.streaming_content)) == (304, b"")


def test_head_has_no_body(client):
    answer = client.head(f"/static/{FILE}")
    assert answer.status_code == 200
    assert int(answer["Content-Length"]) > 0


def test_nothing_is_written_to_it(client):
    assert client.post(f"/static/{FILE}").status_code == 405


@pytest.mark.django_db
def test_everything_else_goes_on(client):
    assert client.get("/static/newsroom/none.css").status_code == 404
    assert client.get("/robots.txt").status_code == 200
