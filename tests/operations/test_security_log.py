"""Who may do what, what became public and what had to go is in the log (SR-29)."""

import logging
from contextlib import suppress

import pytest

from liveblog import actions, security_log
from tests.cast import draft_entry, publish_entry
from tests.newsroom.log_reading import told

SECRET = "A sentence nobody may read in a log"


@pytest.fixture
def heard(caplog, django_capture_on_commit_callbacks):
    """The events of what is done inside, once it is committed."""
    caplog.set_level(logging.INFO)

    def hear(act):
        caplog.clear()
        with django_capture_on_commit_callbacks(execute=True), suppress(actions.ActionError):
            act()
        return told(caplog, "newsroom.security")

    return hear


def names(events):
    return [event["event"] for event in events]


def test_publishing_and_what_follows_is_told_by_name(blog, ada, heard):
    entry = draft_entry(blog, ada, f"<p>{SECRET}</p>")
    (told,) = heard(lambda: actions.publish(user=ada, entry_id=entry.pk, revision=1))
    assert (told["event"], told["entry"], told["number"]) == ("entry.publish", entry.pk, 1)
    assert (told["user"], told["user_id"], told["blog"]) == ("ada", ada.pk, blog.pk)
    assert SECRET not in str(told)
    assert names(
        heard(lambda: actions.withdraw(user=ada, entry_id=entry.pk, note=SECRET))
        + heard(lambda: actions.restore(user=ada, entry_id=entry.pk, revision=3))
        + heard(lambda: actions.kill(user=ada, entry_id=entry.pk, reason=SECRET))
    ) == ["entry.withdraw", "entry.restore", "entry.kill"]


def test_drafts_are_nobodys_business(blog, ada, heard):
    assert heard(lambda: draft_entry(blog, ada)) == []


def test_what_was_refused_was_not_done(blog, ada, heard):
    entry = publish_entry(blog, ada)
    assert heard(lambda: actions.restore(user=ada, entry_id=entry.pk, revision=2)) == []


def test_the_life_of_a_live_blog_is_told(planned_blog, ada, chi, heard):
    pk = planned_blog.pk
    assert names(heard(lambda: actions.open_coverage(user=ada, blog_id=pk))) == ["blog.open"]
    withdrawn = heard(lambda: actions.withdraw_blog(user=chi, blog_id=pk, note=SECRET))
    assert names(withdrawn) == ["blog.withdraw"]
    assert SECRET not in str(withdrawn)


def test_who_asked_for_more_than_is_theirs_is_told(blog, dov, heard):
    (refused,) = heard(lambda: publish_entry(blog, dov))
    assert (refused["event"], refused["user"]) == ("permission.denied", "dov")
    assert refused["level"] == "warning"


def test_roles_and_contracts_are_told(team, ben, chi, northwire, admin_user, heard):
    def grant():
        actions.grant_role(user=admin_user, member_id=ben.pk, team_id=team.pk, role="editor")

    (granted,) = heard(grant)
    assert (granted["event"], granted["member"], granted["role"]) == (
        "role.granted",
        ben.pk,
        "editor",
    )
    row = ben.memberships.get() if hasattr(ben, "memberships") else ben.membership_set.get()
    revoked = heard(lambda: actions.revoke_role(user=admin_user, membership_id=row.pk))
    assert names(revoked) == ["role.revoked"]
    rights = {"public_api": "whole"}
    signed = heard(lambda: actions.edit_rights(user=chi, source_id=northwire.pk, fields=rights))
    assert "rights.changed" in names(signed)


def test_a_killed_picture_is_told_once(picture, ada, heard):
    asset = picture()
    assert names(heard(lambda: actions.kill_media(user=ada, asset_id=asset.pk))) == ["media.kill"]
    assert heard(lambda: actions.kill_media(user=ada, asset_id=asset.pk)) == []


def test_a_name_nobody_agreed_on_is_refused():
    with pytest.raises(ValueError, match="no security event"):
        security_log.event("entry.exploded")


@pytest.mark.parametrize("name", sorted(security_log.EVENTS))
def test_every_event_can_be_told(name, caplog):
    caplog.set_level(logging.INFO)
    security_log.event(name, user=None)
    (event,) = told(caplog, "newsroom.security")
    assert (event["event"], event["user"]) == (name, "system")


def test_the_handbook_knows_every_event(settings):
    handbook = (settings.BASE_DIR / "docs/operators/monitoring.md").read_text()
    assert [name for name in sorted(security_log.EVENTS) if f"`{name}`" not in handbook] == []
