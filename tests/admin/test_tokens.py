"""A person makes API tokens for their scripts; a chief sees and ends those of the team."""

import pytest
from django.test import Client
from django.urls import reverse

from liveblog import actions
from liveblog.models import ApiToken
from tests.cast import again

ADD = "admin:liveblog_apitoken_add"
LIST = "admin:liveblog_apitoken_changelist"


def change_url(token):
    return reverse("admin:liveblog_apitoken_change", args=[token.prefix])


def verb_url(token):
    return reverse("admin:liveblog_apitoken_verb", args=[token.prefix, "revoke"])


def token_of(user, name="Ticker"):
    return actions.create_token(user=user, name=name, scopes=["read"])[0]


def test_ada_makes_a_token_and_sees_its_key_once(adas, ada, blog):
    made = adas.open(reverse(ADD)).press(name="Score ticker", scopes=["read"], days="30", team="")
    token = ApiToken.objects.get()
    key = made.html.partition('value="' + token.prefix)[2].partition('"')[0]
    assert (token.user, token.scopes, len(key)) == (ada, ["read"], 33)
    assert made.response["Cache-Control"] == "private, no-store"
    headers = {"authorization": f"Bearer {token.prefix}{key}"}
    drafts = f"/api/v1/blogs/{blog.slug}/drafts/"
    assert Client().get(drafts, headers=headers).status_code == 200
    for page in (adas.open(change_url(token)), adas.open(reverse(LIST))):
        assert token.prefix in page
        assert key not in page
        assert token.hashed_key not in page
    assert adas.open(verb_url(token)).press().status == 200
    assert Client().get(drafts, headers=headers).status_code == 401


@pytest.mark.parametrize(
    "typed",
    [{"name": ""}, {"name": "x" * 51}, {"scopes": []}, {"scopes": ["all"]}, {"days": "9999"},
     {"team": "77"}, {"name": "a\x00"}],
)  # fmt: skip
def test_what_cannot_be_taken_is_said_and_nothing_typed_is_lost(typed, adas):
    whole = {"name": "Ticker", "scopes": ["read"], "days": "30", "team": ""} | typed
    page = adas.open(reverse(ADD)).press(**whole)
    assert "errorlist" in page
    assert not ApiToken.objects.exists()


def test_a_token_is_for_one_team_if_asked(adas, team, other_team):
    adas.open(reverse(ADD)).press(name="T", scopes=["read"], days="1", team=team.pk)
    assert ApiToken.objects.get().team == team
    adas.open(reverse(ADD)).press(name="T", scopes=["read"], days="1", team=other_team.pk)
    assert ApiToken.objects.count() == 1


def test_only_its_owner_and_a_chief_of_the_team_see_and_end_it(adas, bens, chis, dovs, ada):
    token = token_of(ada, "Adas ticker")
    for desk in (bens, dovs):
        assert "Adas ticker" not in desk.open(reverse(LIST))
        assert desk.open(verb_url(token)).status == 404
        assert desk.post(verb_url(token), {}).status == 404
    assert "Adas ticker" in adas.open(reverse(LIST))
    assert "Adas ticker" in chis.open(reverse(LIST))
    assert not again(token).revoked
    chis.open(verb_url(token)).press()
    assert again(token).revoked


def test_a_token_is_neither_changed_nor_deleted(adas, chis, roots, ada):
    token = token_of(ada)
    whole = {"name": "Other", "scopes": ["takedown"], "days": "365"}
    for desk in (adas, chis, roots):
        desk.post(change_url(token), whole)
        deleting = reverse("admin:liveblog_apitoken_delete", args=[token.prefix])
        assert desk.post(deleting, {"post": "yes"}).status == 403
        marked = {"action": "delete_selected", "_selected_action": token.pk, "post": "yes"}
        desk.post(reverse(LIST), marked)
    assert (again(token).name, again(token).scopes) == ("Ticker", ["read"])
    assert ApiToken.objects.count() == 1


def test_whoever_is_in_no_team_makes_none(adas, nobodys, ada):
    ada.memberships.all().delete()
    assert adas.open(reverse(ADD)).status == 403
    nobodys.post(reverse(ADD), {"name": "T", "scopes": ["read"], "days": "1"})
    assert not ApiToken.objects.exists()
