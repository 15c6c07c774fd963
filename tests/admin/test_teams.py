"""Who works where is decided by whoever runs the site, and seen by the team."""

import pytest
from django.urls import reverse

from liveblog import actions
from liveblog.models import Membership, Role, Team
from tests.admin.desk import change_url
from tests.cast import again


def test_a_superuser_makes_a_team_and_lets_a_person_in(roots, dov):
    roots.open(reverse("admin:liveblog_team_add")).press(name="Night desk")
    team = Team.objects.get(slug="night-desk")
    page = roots.open(reverse("admin:liveblog_membership_add"))
    page.press(user=dov.pk, team=team.pk, role="reporter")
    assert Membership.objects.get(user=dov, team=team).role == Role.REPORTER


def test_a_role_is_changed_and_ended(roots, ben):
    row = ben.memberships.get()
    roots.open(change_url(row)).press(role="editor")
    assert again(row).role == Role.EDITOR
    page = roots.do(row, "end")
    assert page.url == reverse("admin:liveblog_membership_changelist")
    assert not ben.memberships.exists()


def test_ben_sees_his_own_team_and_no_other(bens, team, other_team):
    page = bens.open(reverse("admin:liveblog_team_changelist"))
    assert team.name in page
    assert other_team.name not in page
    assert bens.open(change_url(team)).form is None


@pytest.mark.parametrize("model", ["team", "membership"])
def test_even_a_chief_decides_nothing_about_teams(chis, chi, team, model):
    row = team if model == "team" else chi.memberships.get()
    assert chis.open(reverse(f"admin:liveblog_{model}_add")).status == 403
    typed = {"name": "Chi's", "user": chi.pk, "team": team.pk, "role": "reporter"}
    assert chis.post(change_url(row), typed).status == 403
    assert (again(team).name, chi.memberships.get().role) == (team.name, Role.CHIEF)


def test_staff_without_a_team_sees_an_empty_desk(ada, adas, blog):
    ada.memberships.all().delete()
    assert blog.headline not in adas.open(reverse("admin:index"))
    assert adas.open(reverse("admin:liveblog_entry_changelist")).status == 403


@pytest.mark.parametrize("name", ["", "  ", "Foreign desk", "x" * 121, "nul \x00"])
def test_a_team_needs_a_name_of_its_own(root, team, name):
    with pytest.raises(actions.Invalid):
        actions.create_team(user=root, name=name)
    assert Team.objects.count() == 1


@pytest.mark.parametrize(
    "verb",
    [
        lambda chi, team: actions.create_team(user=chi, name="New"),
        lambda chi, team: actions.rename_team(user=chi, team_id=team.pk, name="New"),
        lambda chi, team: actions.grant_role(
            user=chi, member_id=chi.pk, team_id=team.pk, role="chief"
        ),
        lambda chi, team: actions.revoke_role(user=chi, membership_id=chi.memberships.get().pk),
    ],
)
def test_the_verbs_on_teams_are_a_superusers(chi, team, verb):
    with pytest.raises(actions.NotAllowed):
        verb(chi, team)
    assert chi.memberships.count() == Team.objects.count() == 1


def test_a_role_nobody_knows_is_refused(root, chi, team):
    with pytest.raises(actions.Invalid, match="A role is one of"):
        actions.grant_role(user=root, member_id=chi.pk, team_id=team.pk, role="owner")
