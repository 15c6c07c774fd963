"""Every page about accounts: a stranger finds the door, a person their own account and no other."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from tests.matrix.discovery import routes

# What somebody who is not signed in has a use for.
DOOR = ("login/", "logout/", "inactive/", "signup/", "password/reset/", "confirm-email/",
        "2fa/authenticate/", "2fa/webauthn/login/", "password/reset/done/",
        "password/reset/key/done/", "login/code/confirm/")  # fmt: skip
PAGES = [route for route in routes() if route.startswith("/accounts/") and "<" not in route]


@pytest.mark.parametrize("path", PAGES)
def test_a_stranger_finds_the_door_and_nothing_behind_it(db, path):
    answer = Client().get(path)
    assert answer["Cache-Control"] == "private, no-store"
    if path.removeprefix("/accounts/") in DOOR:
        assert answer.status_code in (200, 302, 405)
    else:
        assert answer.status_code == 302
        assert answer["Location"].startswith("/accounts/login/")


def test_a_person_is_answered_on_every_page(ada):
    client = Client()
    client.force_login(ada)
    answers = {path: client.get(path).status_code for path in PAGES}
    assert set(answers.values()) <= {200, 302, 404, 405}
    assert answers["/accounts/2fa/"] == answers["/accounts/sessions/"] == 200


def test_nobody_reaches_a_colleagues_passkey(ada, ben):
    key = Authenticator.objects.create(
        user=ada, type=Authenticator.Type.WEBAUTHN, data={"name": "Canary laptop"}
    )
    client = Client()
    client.force_login(ben)
    for verb in ("edit", "remove"):
        url = f"/accounts/2fa/webauthn/keys/{key.pk}/{verb}/"
        for answer in (client.get(url, follow=True), client.post(url, {"name": "Mine"})):
            assert b"Canary" not in answer.content
    assert Authenticator.objects.get().wrap().name == "Canary laptop"


def test_packages_bring_no_pages_into_the_admin(admin_client):
    for path in ("account/emailaddress/", "mfa/authenticator/", "usersessions/usersession/"):
        assert admin_client.get(f"/admin/{path}").status_code == 404
