"""Accounts are given, changed and closed by whoever runs the site, and by nobody else (SR-26)."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from liveblog import actions, security_log
from tests.admin.desk import change_url, verb_url
from tests.cast import again, publish_entry

ADD = "admin:auth_user_add"
LIST = "admin:auth_user_changelist"
PASSWORD = "a harbour at night"


@pytest.fixture
def told(monkeypatch):
    events = []
    monkeypatch.setattr(
        security_log,
        "on_commit",
        lambda name, **facts: events.append((name, facts.get("person", ""))),
    )
    return events


def is_out(desk):
    answer = desk.client.get(reverse("admin:index"))
    return (
        answer.status_code == 302
        and "/accounts/login/"
        in desk.client.get(answer["Location"], follow=True).request["PATH_INFO"]
    )


def test_a_person_is_taken_in_and_given_a_role(roots, team, told):
    typed = {
        "username": "fay",
        "first_name": "Fay",
        "last_name": "Doe",
        "email": "Fay@News.example",
    }
    page = roots.open(reverse(ADD)).press(**typed)
    fay = User.objects.get(username="fay")
    assert (fay.email, fay.is_staff, fay.is_superuser) == ("fay@news.example", True, False)
    assert not fay.has_usable_password()
    assert told == [("user.created", "fay")]
    assert "No team yet" in page
    link = f"{reverse('admin:liveblog_membership_add')}?user={fay.pk}"
    assert link in page
    roots.open(link).press(team=team.pk, role="reporter")
    assert fay.memberships.get().team == team
    assert "Foreign desk (Reporter)" in roots.open(reverse(LIST))


def test_without_a_password_she_asks_for_one_by_mail(roots, mailoutbox):
    roots.open(reverse(ADD)).press(username="fay", email="fay@news.example")
    Client().post("/accounts/password/reset/", {"email": "fay@news.example"})
    assert [mail.to for mail in mailoutbox] == [["fay@news.example"]]


def test_a_first_password_opens_the_door(roots):
    roots.open(reverse(ADD)).press(username="fay", password=PASSWORD)
    assert Client().login(username="fay", password=PASSWORD)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"username": ""}, "A person needs a user name."),
        ({"username": "a da"}, "Enter a valid username."),
        ({"username": "ADA"}, "There is a person with this user name already."),
        ({"username": "x" * 151}, "The user name is 151 characters long; at most 150"),
        ({"email": "ada"}, "This is not a mail address."),
        ({"email": "ADA@news.example"}, "Another person has this mail address."),
        ({"email": ""}, "Without a mail address the account needs a first password."),
        ({"password": "short"}, "at least 12 characters"),
        ({"first_name": "nul \x00"}, "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_stored(roots, ada, typed, sentence):
    User.objects.filter(pk=ada.pk).update(email="ada@news.example")
    before = User.objects.count()
    sent = {"username": "fay", "email": "fay@news.example"} | typed
    assert sentence in roots.open(reverse(ADD)).press(**sent)
    assert User.objects.count() == before


def test_a_new_mail_address_replaces_every_old_one(roots, ada, mailoutbox):
    EmailAddress.objects.create(user=ada, email="old@news.example", primary=True, verified=True)
    roots.open(change_url(ada)).press(email="ada@news.example")
    Client().post("/accounts/password/reset/", {"email": "old@news.example"})
    assert [mail.to for mail in mailoutbox if "ada" in mail.to[0]] == []
    assert [row.email for row in EmailAddress.objects.filter(user=ada)] == ["ada@news.example"]


def test_a_closed_account_is_out_at_once_and_keeps_what_it_wrote(roots, ada, adas, blog, told):
    entry = publish_entry(blog, ada)
    roots.do(ada, "deactivate")
    assert told[-1] == ("user.changed", "ada")
    assert is_out(adas)
    assert again(entry).state == "published"
    roots.do(ada, "activate")
    assert again(ada).is_active


def test_a_new_password_ends_every_session(roots, ada, adas):
    roots.do(ada, "password", password=PASSWORD)
    assert is_out(adas)
    assert Client().login(username="ada", password=PASSWORD)


def test_a_lost_phone_is_helped(roots, ada, told):
    Authenticator.objects.create(user=ada, type=Authenticator.Type.TOTP, data={})
    assert "With a second factor." in roots.open(change_url(ada))
    roots.do(ada, "second-factor")
    assert not Authenticator.objects.exists()
    assert told[-1] == ("second_factor.removed", "ada")
    assert verb_url(ada, "second-factor") not in roots.open(change_url(ada))


@pytest.mark.parametrize("verb", ["deactivate", "full trust"])
def test_nobody_locks_themselves_or_the_newsroom_out(roots, root, ada, verb):
    if verb == "deactivate":
        page = roots.do(root, "deactivate")
    else:
        page = roots.open(change_url(root)).press(is_superuser=None)
    assert "Another administrator has to do this to your own account." in page
    assert again(root).is_active
    assert again(root).is_superuser
    with pytest.raises(actions.NotAllowed, match="at least one active administrator"):
        actions.set_active(user=actions.SYSTEM, person_id=root.pk, active=False)


def test_full_trust_can_be_given_and_taken(roots, ada):
    roots.open(change_url(ada)).press(is_superuser="on")
    assert again(ada).is_superuser
    roots.open(change_url(ada)).press(is_superuser=None)
    assert not again(ada).is_superuser


def test_a_chief_raises_nobody(chis, chi, ben):
    """Nor by fields that no form has."""
    typed = {"username": "chi", "is_superuser": "on", "is_staff": "on", "groups": "1"}
    for url in (reverse(ADD), change_url(chi), change_url(ben), verb_url(ben, "password")):
        assert chis.post(url, typed).status in (403, 404)
    assert not User.objects.filter(is_superuser=True).exists()
    with pytest.raises(actions.NotAllowed):
        actions.change_person(user=chi, person_id=chi.pk, fields={"is_superuser": True})
    with pytest.raises(actions.NotAllowed):
        actions.create_person(user=chi, fields={"username": "fay"}, password=PASSWORD)


def test_only_what_the_form_has_is_taken(roots, root, ada):
    hash_before = ada.password
    roots.post(change_url(ada), {"username": "ada", "password": PASSWORD, "is_staff": ""})
    assert (again(ada).is_staff, again(ada).password) == (True, hash_before)
    with pytest.raises(actions.Invalid):
        actions.change_person(user=root, person_id=ada.pk, fields={"is_staff": False})


def test_nobody_is_deleted(roots, ada):
    assert (
        roots.post(reverse("admin:auth_user_delete", args=[ada.pk]), {"post": "yes"}).status == 403
    )
    assert again(ada)


@pytest.mark.parametrize("letters", ["md5", "pbkdf2"])
def test_the_list_answers_no_question_about_secrets(roots, bens, letters):
    """As in CVE-2010-4534: filters through the address, on any column."""
    asked = f"{reverse(LIST)}?password__startswith={letters}"
    assert roots.client.get(asked)["Location"].endswith("?e=1")
    assert bens.client.get(asked).status_code == 403
