"""docs/reference/states-and-verbs.md says who may do what: its column “role” against the code."""

import pytest
from django.db import transaction
from django.utils import timezone

from liveblog import actions
from liveblog.models import Role
from tests.actions.reference import STATES, STATUSES, attempt, documented, table
from tests.actions.stage import (
    after_publication,
    before_publication,
    of_blogs,
)
from tests.cast import member

RANKS = ("reporter", "editor", "chief")


@pytest.fixture
def colleagues(team, other_team, ben, ada, chi, dov):
    """Ben's team by rank, and another team by rank; Ben began every update."""
    return {
        "own": ben,
        "team": (member("bea", team, Role.REPORTER), ada, chi),
        "elsewhere": (
            member("nia", other_team, Role.REPORTER),
            dov,
            member("ned", other_team, Role.CHIEF),
        ),
    }


def roles(heading):
    return {row["verb"].strip("`"): row["role"] for row in table(heading)}


def role_by_trial(colleagues, verbs, name, stage):
    """Who may, in the words of the table, found by letting everybody try."""

    def where(user):
        return {state for state, row in stage.items() if tried(state, row, verbs(user)[name])}

    reporter, editor, chief = (where(user) for user in colleagues["team"])
    own = where(colleagues["own"])
    assert not where(colleagues["elsewhere"][-1]), name
    assert chief == set(stage), name
    if reporter == chief:
        return "reporter"
    if own:
        return f"reporter: own{' drafts' if own == {'draft'} else ''}; editor: any"
    return "editor" if editor == chief else "chief"


def tried(state, row, verb):
    try:
        return attempt(state, row, verb)
    except actions.NotAllowed:
        return None


@pytest.mark.parametrize(
    ("heading", "verbs"),
    [("Before publication", before_publication), ("After publication", after_publication)],
)
def test_verbs_on_an_update_need_the_role_of_the_table(entries, colleagues, heading, verbs):
    documented_roles = roles(heading)
    for name, row in documented(heading, STATES).items():
        if name in verbs(None):
            stage = {state: entries[state] for state in row.before}
            found = role_by_trial(colleagues, verbs, name, stage)
            assert found == documented_roles[name].replace("own copy", "own"), name


def test_verbs_on_a_live_blog_need_the_role_of_the_table(blogs, colleagues):
    documented_roles = roles("The live blog")
    for name, row in documented("The live blog", STATUSES).items():
        if name in of_blogs(None):
            stage = {status: blogs[status] for status in row.before}
            found = role_by_trial(colleagues, of_blogs, name, stage)
            assert found == documented_roles[name], name


def least(colleagues, root, verb):
    """The lowest role that is not refused, in the words of the table."""

    def may(user):
        with transaction.atomic():
            try:
                verb(user)
            except actions.NotAllowed:
                return False
            except actions.ActionError:
                return True  # let in, and told what else is wrong
            finally:
                transaction.set_rollback(True)
        return True

    for rank, here, there in zip(RANKS, colleagues["team"], colleagues["elsewhere"], strict=True):
        if may(here):
            return f"{rank} in any team" if may(there) else rank
    assert may(root)
    return "administrator"


def test_the_other_verbs_need_the_role_of_the_table(
    blog, team, colleagues, root, northwire, topic, picture
):
    named = {"name": "The Harbour Post"}
    asset, bea = picture(), colleagues["team"][0]
    link, _ = actions.share_preview(user=colleagues["team"][1], blog_id=blog.pk, hours=1)
    a = actions
    text = {"body": "<p>Ferries sail.</p>"}
    update = a.ImportedEntry(timezone.now(), "<p>Ferries sail.</p>")
    verbs = {
        "create_draft": lambda u: a.create_draft(user=u, blog_id=blog.pk, fields=text),
        "publish_new": lambda u: a.publish_new(user=u, blog_id=blog.pk, fields=text),
        "create_blog": lambda u: a.create_blog(user=u, team_id=team.pk, fields={"headline": "A"}),
        "copy_blog": lambda u: a.copy_blog(user=u, blog_id=blog.pk),
        "import_blog": lambda u: a.import_blog(
            user=u,
            team_id=team.pk,
            incoming=a.ImportedBlog(key="k", fields={"headline": "A"}, entries=[update]),
        ),
        "add_media": lambda u: a.add_media(user=u, team_id=team.pk, upload=None),
        "edit_media": lambda u: a.edit_media(user=u, asset_id=asset.pk, revision=1, fields={}),
        "kill_media": lambda u: a.kill_media(user=u, asset_id=asset.pk),
        "create_source": lambda u: a.create_source(user=u, fields=named),
        "edit_source": lambda u: a.edit_source(
            user=u, source_id=northwire.pk, revision=1, fields={}
        ),
        "edit_rights": lambda u: a.edit_rights(user=u, source_id=northwire.pk, fields={}),
        "create_topic": lambda u: a.create_topic(user=u, fields=named),
        "edit_topic": lambda u: a.edit_topic(user=u, topic_id=topic.pk, revision=1, fields={}),
        "create_team": lambda u: a.create_team(user=u, name="Night desk"),
        "rename_team": lambda u: a.rename_team(user=u, team_id=team.pk, name="Night desk"),
        "grant_role": lambda u: a.grant_role(
            user=u, member_id=bea.pk, team_id=team.pk, role="editor"
        ),
        "revoke_role": lambda u: a.revoke_role(user=u, membership_id=bea.memberships.first().pk),
        "create_person": lambda u: a.create_person(user=u, fields={"username": "eve"}),
        "change_person": lambda u: a.change_person(user=u, person_id=bea.pk, fields={}),
        "set_active": lambda u: a.set_active(user=u, person_id=bea.pk, active=False),
        "set_password": lambda u: a.set_password(user=u, person_id=bea.pk, password="short"),
        "drop_second_factor": lambda u: a.drop_second_factor(user=u, person_id=bea.pk),
        "share_preview": lambda u: a.share_preview(user=u, blog_id=blog.pk, hours=1),
        "revoke_preview": lambda u: a.revoke_preview(user=u, link_id=link.pk),
    }
    said = {
        name: role
        for heading in (
            *("Before publication", "The live blog"),
            *("What live blogs share", "People, links and keys"),
        )
        for name, role in roles(heading).items()
        if name in verbs
    }
    assert {name: least(colleagues, root, verb) for name, verb in verbs.items()} == said


def test_a_key_is_ended_by_its_owner_or_a_chief_of_their_team(colleagues, root):
    bea, ada, chi = colleagues["team"]
    token, _ = actions.create_token(user=bea, name="Ticker", scopes=["read"])
    for user in (ada, *colleagues["elsewhere"]):
        with pytest.raises(actions.NotAllowed):
            actions.revoke_token(user=user, prefix=token.prefix)
    for user in (bea, chi):
        actions.revoke_token(user=user, prefix=token.prefix)
