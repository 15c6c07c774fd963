"""One door for everybody who works here: it limits guesses and gives nothing away."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from liveblog.models import Membership
from tests.cast import draft_entry

LOGIN = "/accounts/login/"
PASSWORD = "ada-password-1234"


@pytest.fixture(autouse=True)
def forgotten_guesses():
    cache.clear()


def sign_in(client, login="ada", password=PASSWORD, **more):
    return client.post(LOGIN, {"login": login, "password": password}, **more)


def is_in(client):
    return client.get("/admin/").status_code == 200


@pytest.mark.parametrize("path", ["/admin/", "/admin/liveblog/entry/", "/admin/desk/storm/"])
def test_every_page_of_the_admin_leads_to_the_one_door(db, client, path):
    answer = client.get(path, follow=True)
    assert answer.redirect_chain[-1][0].startswith(LOGIN)
    assert b"Sign in" in answer.content


def test_ada_signs_in_by_name_or_by_mail_and_comes_where_she_wanted(ada, client):
    ada.email = "ada@newsroom.example"
    ada.save()
    for login in ("ada", "ADA@newsroom.example"):
        one = Client()
        answer = one.post(
            f"{LOGIN}?next=/admin/liveblog/entry/", {"login": login, "password": PASSWORD}
        )
        assert (answer.status_code, answer["Location"]) == (302, "/admin/liveblog/entry/")
        assert is_in(one)


def test_nobody_is_led_to_another_site(ada, client):
    for url in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        answer = Client().post(f"{LOGIN}?next={url}", {"login": "ada", "password": PASSWORD})
        assert answer["Location"] == "/admin/"


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(ada, client):
    def shown(**typed):
        page = sign_in(Client(), **typed).content.decode()
        return re.sub(r'value="[^"]*"', "", page)

    assert shown(password="wrong") == shown(login="nobody")


def test_an_inactive_account_stays_out(ada, client):
    ada.is_active = False
    ada.save()
    sign_in(client)
    assert not is_in(client)


def test_guesses_are_limited_for_a_while_and_for_nobody_else(ada, client, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    for _ in range(5):
        sign_in(client, password="guess")
    blocked = sign_in(client)
    assert b"Too many failed login attempts" in blocked.content
    assert not is_in(client)
    elsewhere = Client(REMOTE_ADDR="198.51.100.7")
    sign_in(elsewhere)
    assert is_in(elsewhere)
    time_machine.shift(timedelta(minutes=5, seconds=1))
    sign_in(client)
    assert is_in(client)


def test_signing_in_begins_a_new_session_and_a_lost_role_counts_at_once(ada, blog, client):
    entry = draft_entry(blog, ada)
    client.get(LOGIN)
    before = client.session.session_key
    sign_in(client)
    assert client.session.session_key != before
    url = f"/admin/liveblog/entry/{entry.pk}/change/"
    assert client.get(url).status_code == 200
    Membership.objects.all().delete()
    assert client.get(url).status_code in (302, 403, 404)


def test_a_forgotten_password_is_reset_by_mail_once(ada, client):
    ada.email = "ada@newsroom.example"
    ada.save()
    for address in ("ada@newsroom.example", "nobody@newsroom.example"):
        assert client.post("/accounts/password/reset/", {"email": address}).status_code == 302
    letter = next(one for one in mail.outbox if one.to == ["ada@newsroom.example"])
    path = re.search(r"http://[^/\s]+(/accounts/password/reset/key/\S+)", letter.body)[1]
    page = client.get(path, follow=True)
    form = page.redirect_chain[-1][0]
    typed = {"password1": "another-password-77", "password2": "another-password-77"}
    assert client.post(form, typed).status_code == 302
    late = Client().get(path, follow=True)
    assert b"invalid" in late.content.lower()
    fresh = Client()
    sign_in(fresh, password="another-password-77")
    assert is_in(fresh)


def test_nobody_makes_an_account_for_themselves(db, client, django_user_model):
    typed = {
        "username": "eve",
        "password1": PASSWORD,
        "password2": PASSWORD,
        "email": "e@e.example",
    }
    client.post("/accounts/signup/", typed)
    assert not django_user_model.objects.filter(username="eve").exists()


def test_signing_in_needs_the_sites_own_form(ada):
    strict = Client(enforce_csrf_checks=True)
    assert sign_in(strict).status_code == 403
    assert not is_in(strict)


def test_ada_ends_her_other_sessions(ada, client, caplog):
    caplog.set_level("INFO")
    elsewhere = Client()
    sign_in(elsewhere)
    sign_in(client)
    elsewhere.get("/accounts/sessions/")
    assert client.get("/accounts/sessions/").content.count(b"<tr") >= 3
    client.post("/accounts/sessions/")
    assert is_in(client)
    assert not is_in(elsewhere)
    assert "session.ended" in caplog.text


def test_what_happens_at_the_door_is_logged_and_no_password_is(ada, client, caplog):
    caplog.set_level("INFO")
    sign_in(client, password="canary-guess-9")
    sign_in(client)
    assert "login.failed" in caplog.text
    assert "login.ok" in caplog.text
    assert "canary-guess-9" not in caplog.text
    assert PASSWORD not in caplog.text


def test_readers_pages_know_nothing_of_it(ada, blog, client):
    sign_in(client)
    answer = client.get(blog.get_absolute_url())
    assert answer.content == Client().get(blog.get_absolute_url()).content
    assert "Cookie" not in answer.get("Vary", "")
    assert not hasattr(answer.wsgi_request, "user")
