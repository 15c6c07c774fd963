"""An app's codes beside the password: offered to everybody, asked of everybody where told."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.test import Client

from tests.accounts.test_signing_in import PASSWORD, is_in, sign_in


@pytest.fixture(autouse=True)
def forgotten_guesses():
    cache.clear()


def code_of(secret):
    """What the app shows now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def set_up(client):
    """Ada reads the secret off the page and types the code her app shows; returns the secret."""
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = client.get("/accounts/2fa/totp/activate/")
    assert "data:" in page["Content-Security-Policy"]
    secret = page.context["form"].secret
    answer = client.post("/accounts/2fa/totp/activate/", {"code": code_of(secret)})
    assert answer.status_code == 302
    return secret


@pytest.fixture
def adas_app(ada, client):
    sign_in(client)
    secret = set_up(client)
    cache.clear()  # a code is good once, and this minute's has been used
    return secret


def test_the_password_alone_is_not_enough_any_more(adas_app):
    client = Client()
    assert sign_in(client)["Location"] == "/accounts/2fa/authenticate/"
    assert not is_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert not is_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": code_of(adas_app)})
    assert is_in(client)


def test_a_recovery_code_opens_once(adas_app, ada):
    codes = Authenticator.objects.get(user=ada, type="recovery_codes").wrap().get_unused_codes()
    for expected in (True, False):
        client = Client()
        sign_in(client)
        client.post("/accounts/2fa/authenticate/", {"code": codes[0]})
        assert is_in(client) is expected


def test_secrets_are_not_readable_in_the_database(adas_app, ada):
    stored = Authenticator.objects.get(user=ada, type="totp").data
    assert adas_app not in str(stored)


def test_setting_one_up_asks_for_the_password_again(ada, client):
    sign_in(client)
    answer = client.get("/accounts/2fa/totp/activate/")
    assert answer["Location"].startswith("/accounts/reauthenticate/")


def test_where_it_is_asked_of_everybody_nothing_opens_before_it(ada, client, settings):
    settings.REQUIRE_MFA = True
    sign_in(client)
    for path in ("/admin/", "/admin/liveblog/entry/"):
        assert client.get(path)["Location"] == "/accounts/2fa/"
    assert client.post("/admin/liveblog/entry/add/")["Location"] == "/accounts/2fa/"
    set_up(client)
    assert is_in(client)


def test_a_key_of_before_still_reads_what_it_encrypted(settings):
    from newsroom.accounts import MFAAdapter

    sealed = MFAAdapter().encrypt("JBSWY3DP")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-0123456789-abcdefghijklmnopqrstuvwxyz"
    assert MFAAdapter().decrypt(sealed) == "JBSWY3DP"
