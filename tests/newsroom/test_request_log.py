"""One line a request, bound together by an id that nobody outside can choose."""

import logging
import re

import pytest
from asgiref.sync import async_to_sync
from django.test import AsyncClient, Client

from tests.newsroom.log_reading import told

pytestmark = [pytest.mark.urls("tests.newsroom.headers_site"), pytest.mark.django_db]


@pytest.fixture
def log(caplog):
    caplog.set_level(logging.DEBUG)
    return lambda: told(caplog, "newsroom.requests")


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


def test_a_request_is_one_line_with_what_it_came_to(client, log):
    client.get("/")
    (line,) = log()
    assert (line["event"], line["request"], line["code"]) == ("request_finished", "GET /", 200)
    assert line["ms"] >= 0
    assert re.fullmatch("[0-9a-f]{32}", line["request_id"])


def test_every_request_has_an_id_of_its_own(client, log):
    client.get("/", headers={"X-Request-Id": "chosen-outside"})
    client.get("/", headers={"X-Request-Id": "chosen-outside"})
    assert len({line["request_id"] for line in log()} - {"chosen-outside"}) == 2


@pytest.mark.parametrize(
    ("path", "level"),
    [
        ("/", "info"),
        ("/no/such/page/", "info"),
        ("/live/war/changes", "debug"),
        ("/static/admin/css/base.css", "debug"),
        ("/media/picture.jpg", "debug"),
        ("/admin/", "info"),
    ],
)
def test_what_readers_ask_all_day_long_is_not_worth_a_line(path, level, client, log):
    client.get(path)
    assert log()[-1]["level"] == level


def test_an_error_is_told_once_with_its_traceback_and_the_id_the_reader_sees(client, log, caplog):
    response = client.get("/fails/")
    lines = [line for line in told(caplog) if line["level"] in ("error", "critical")]
    assert [line["event"] for line in lines] == ["request_failed"]
    assert "RuntimeError: a secret detail" in lines[0]["exception"]
    assert lines[0]["request_id"] in response.content.decode()
    assert response["Cache-Control"] == "no-store"
    assert "a secret detail" not in response.content.decode()


def test_an_id_ends_with_its_request(client, caplog):
    caplog.set_level(logging.INFO)
    client.get("/")
    logging.getLogger("liveblog").warning("later")
    assert "request_id" not in told(caplog, "liveblog")[-1]


def test_it_is_the_same_where_requests_are_answered_side_by_side(log, caplog):
    ask = async_to_sync(AsyncClient(raise_request_exception=False).get)
    failed = ask("/fails/")
    ask("/")
    error, line = told(caplog, "django_structlog")[-1], log()[-1]
    assert error["request_id"] in failed.content.decode()
    assert line["request"] == "GET /"
    assert line["request_id"] != error["request_id"]


def test_public_answers_carry_no_trace_of_it(client):
    first, second = client.get("/"), client.get("/")
    assert first.headers == second.headers
    assert first.content == second.content
