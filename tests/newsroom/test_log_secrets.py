"""No secret reaches the log, however it came there (SR-29)."""

import logging

import pytest
from django.test import Client

from newsroom import scrubbing
from newsroom.logs import formatter
from tests.newsroom.log_reading import every_line

CANARY = "Canary7f3b9"
KEY = "aB3dE6gH.0123456789abcdefCANARY0123456789"[:41]

TEXTS = [
    f"Authorization: Bearer {CANARY}",
    f"authorization=Token {CANARY}",
    f"{{'Authorization': 'Api-Key {CANARY}', 'x': 1}}",
    f"Cookie: __Host-session={CANARY}; other={CANARY}",
    f"Set-Cookie: __Host-csrf={CANARY}; Path=/",
    f"X-Api-Key: {CANARY}",
    f"GET /events?token={CANARY}&since=3",
    f"GET /events?since=3&key={CANARY}",
    f"GET /events?api_key={CANARY}",
    f"GET /x?access_token%3D{CANARY}",
    f"csrfmiddlewaretoken={CANARY}&x=1",
    f"username=ada&password={CANARY}",
    f'{{"password": "{CANARY}"}}',
    f"{{'new_password': '{CANARY}'}}",
    f"password: {CANARY}",
    f"postgres://newsroom:{CANARY}@db/newsroom",
    f"https://ada:{CANARY}@example.org/",
    f"smtp://mail:{CANARY}@mail.example.org",
    f"Basic {CANARY}",
    f'{{"webhook_secret": "{CANARY}"}}',
    f"sessionid={CANARY}",
    f"otp={CANARY}",
]
NAMES = [
    *("authorization", "Cookie", "set-cookie", "password", "new_password2", "api_key", "X-Api-Key"),
    *("csrfmiddlewaretoken", "webhook_secret", "sessionid", "metrics_token", "credentials"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_loses_its_secret_and_keeps_the_rest(text):
    shown = scrubbing.scrub(text)
    assert CANARY not in shown
    assert "[hidden]" in shown


@pytest.mark.parametrize("name", NAMES)
def test_a_fact_with_a_telling_name_is_hidden_however_deep(name):
    assert CANARY not in str(scrubbing.scrub({"headers": [{name: CANARY}]}))


def test_a_partners_key_is_hidden_wherever_it_stands():
    assert KEY not in scrubbing.scrub(f"no such key {KEY}.")


def test_the_sites_own_secrets_are_known(settings):
    assert scrubbing.scrub(f"using {settings.SECRET_KEY}!") == "using [hidden]!"


@pytest.mark.parametrize(
    "text",
    [
        "The key event was pinned",
        "Token ring: a history",
        "GET /live/storm/changes?since=12",
        "https://example.org/a?b=c",
        "entry 3 could not be published when it was due",
        "Press secretary: no comment",
    ],
)
def test_ordinary_words_stay(text):
    assert scrubbing.scrub(text) == text


def test_an_exceptions_words_are_searched_too():
    try:
        raise RuntimeError(f"GET https://partner.example/?token={CANARY}")
    except RuntimeError as error:
        info = (type(error), error, error.__traceback__)
    record = logging.LogRecord("x", logging.ERROR, "", 0, "failed", (), info)
    for form in ("JSON", "LINE"):
        assert CANARY not in formatter(form).format(record)


PATHS = [
    *("/", "/live/none/", "/live/none/changes", "/topics/none/", "/media/none.jpg", "/none"),
    *("/api/v1/blogs/", "/api/v1/blogs/none/changes/", "/admin/", "/admin/login/", "/fails/"),
    *("/healthz", "/readyz", "/static/none.css"),
]


@pytest.mark.django_db
def test_nothing_a_request_carries_is_logged_but_its_path(caplog, settings):
    """At DEBUG, through every kind of address: headers, cookies, query, form, line breaks."""
    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.db.backends").setLevel(logging.INFO)
    client = Client(raise_request_exception=False)
    client.cookies["session"] = CANARY
    forged = f"?token={CANARY}&q={CANARY}%0d%0aERROR%20forged"
    headers = {
        "Authorization": f"Api-Key {CANARY}",
        "X-Api-Key": CANARY,
        "X-Request-Id": CANARY,
        "User-Agent": CANARY,
        "X-Forwarded-For": "203.0.113.9",
        "Last-Event-Id": CANARY,
    }
    for path in PATHS:
        client.get(f"{path}{forged}", headers=headers)
        client.post(f"{path}{forged}", {"password": CANARY, "x": CANARY}, headers=headers)
    client.get("/no/%0d%0aERROR%20such%20page", headers=headers)
    lines = every_line(caplog)
    assert len(lines) > 2 * len(PATHS)
    for line in lines:
        assert CANARY not in line
        assert "203.0.113.9" not in line
        assert len(line.splitlines()) == 1
