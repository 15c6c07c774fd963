"""Scripts plan, change, open, end, pin and take down live blogs."""

import pytest
from django.test import Client

from liveblog import actions
from liveblog.models import LiveBlog, Membership, Role
from tests.api.asking import V1, of
from tests.api.scripting import Script, refusal
from tests.cast import again, draft_entry, publish_entry


def do(script, blog, verb, **data):
    return script.ask("POST", of(blog, f"{verb}/"), data or None)


def test_a_live_blog_is_planned_opened_ended_and_archived(script, topic, picture):
    shown = picture()
    sent = {"headline": "Storm", "topic": topic.slug, "lead_image": str(shown.public_id)}
    made = script.ask("POST", f"{V1}blogs/", sent)
    assert (made.status_code, made["ETag"]) == (201, '"1"')
    assert sent.items() <= made.json()["fields"].items()
    blog = LiveBlog.objects.get(public_id=made.json()["id"])
    assert (blog.status, blog.topic, blog.lead_image) == ("planned", topic, shown)
    assert Client().get(of(blog)).status_code == 404
    seen = [do(script, blog, verb).json()["status"] for verb in ("open", "end", "reopen", "end")]
    assert [*seen, do(script, blog, "archive").json()["status"]] == [
        "live", "ended", "live", "ended", "archived",
    ]  # fmt: skip
    assert refusal(do(script, blog, "open"), 409)["code"] == "wrong_state"


def test_a_change_names_the_revision_it_was_made_from(script, blog, topic):
    held = script.ask("GET", of(blog, "editing/"))
    number = int(held["ETag"].strip('"'))
    saved = script.ask("PATCH", of(blog), {"kicker": "Storm", "topic": None}, number)
    assert saved.json()["fields"]["kicker"] == "Storm"
    assert (again(blog).topic, saved["ETag"]) == (None, f'"{number + 1}"')
    refusal(script.ask("PATCH", of(blog), {"kicker": "Late"}), 428)
    script.ask("PATCH", of(blog), {"topic": topic.slug}, number + 1)
    stale = refusal(script.ask("PATCH", of(blog), {"kicker": "Late"}, number), 409)
    assert stale["current"]["topic"] == topic.slug
    assert again(blog).kicker == "Storm"


def test_a_published_entry_of_this_live_blog_is_pinned(script, blog, ada, team):
    entry, draft = publish_entry(blog, ada), draft_entry(blog, ada)
    pinned = do(script, blog, "pin", entry=str(entry.public_id)).json()
    assert pinned["pinned_entry"] == str(entry.public_id)
    assert Client().get(of(blog)).json()["pinned_entry"]["number"] == 1
    assert do(script, blog, "unpin").json()["pinned_entry"] is None
    refusal(do(script, blog, "pin", entry=str(draft.public_id)), 409)
    other = actions.create_blog(user=ada, team_id=team.pk, fields={"headline": "Else"})
    for named in (entry.public_id, blog.public_id, "x"):
        refusal(do(script, other, "pin", entry=str(named)), 422)
    refusal(do(script, blog, "pin"), 422)


def test_only_a_chief_takes_a_whole_live_blog_down(script, blog, chi):
    refusal(do(script, blog, "withdraw"), 403)
    chief = Script(chi)
    assert do(chief, blog, "withdraw", note="Wrong.").json()["status"] == "withdrawn"
    assert Client().get(of(blog)).status_code == 410
    assert script.ask("GET", of(blog, "editing/")).json()["status"] == "withdrawn"
    assert do(chief, blog, "restore").json()["status"] == "ended"


@pytest.mark.parametrize(
    ("sent", "field"),
    [({}, "headline"), ({"headline": 3}, "headline"), ({"headline": ""}, "headline"),
     ({"headline": "H", "topic": "none"}, "topic"), ({"headline": "H", "topic": 1}, "topic"),
     ({"headline": "H", "lead_image": "x"}, "lead_image"),
     ({"headline": "H", "standfirst": {}}, "standfirst"),
     ({"headline": "H", "slug": "a b"}, "slug"),
     ({"headline": "H", "summary_points": "x"}, "summary_points"),
     ({"headline": "H", "team": "sports"}, "team"), ({"headline": "H", "team": []}, "team"),
     ({"headline": "H", "version": 3}, "version"), ({"headline": "H", "status": "live"}, "status")],
)  # fmt: skip
def test_what_cannot_be_taken_is_named(sent, field, script, other_team):
    assert field in refusal(script.ask("POST", f"{V1}blogs/", sent), 422)["errors"]
    assert not LiveBlog.objects.exists()


def test_whoever_works_in_two_teams_names_one(script, ada, other_team):
    Membership.objects.create(user=ada, team=other_team, role=Role.EDITOR)
    refusal(script.ask("POST", f"{V1}blogs/", {"headline": "H"}), 422)
    made = script.ask("POST", f"{V1}blogs/", {"headline": "H", "team": other_team.slug})
    assert made.json()["team"] == other_team.slug
    only = Script(ada, team_id=other_team.pk)
    assert only.ask("POST", f"{V1}blogs/", {"headline": "H"}).json()["team"] == other_team.slug


def test_scopes_roles_and_teams_hold(blog, planned_blog, ada, ben, dov):
    refusal(Script(ada, "write:drafts").ask("POST", f"{V1}blogs/", {"headline": "H"}), 403)
    refusal(Script(ada, blog_ids=[blog.pk]).ask("POST", f"{V1}blogs/", {"headline": "H"}), 403)
    refusal(Script(ben).ask("POST", f"{V1}blogs/", {"headline": "H"}), 403)
    refusal(do(Script(ben), blog, "end"), 403)
    refusal(do(Script(ada, "publish"), blog, "withdraw"), 403)
    refusal(do(Script(dov), blog, "end"), 403)
    secret = actions.create_blog(user=ada, team_id=blog.team_id, fields={"headline": "Secret"})
    for method, rest in (("GET", "editing/"), ("PATCH", ""), ("POST", "open/")):
        asked = Script(dov).ask(method, of(secret, rest), {} if method != "GET" else None, 1)
        refusal(asked, 404)
    assert (again(blog).status, again(secret).status) == ("live", "planned")


def test_public_documents_are_the_same_bytes_with_a_token(script, blog):
    for address in (of(blog), f"{V1}blogs/"):
        plain, asked = Client().get(address), script.ask("GET", address)
        assert (plain.content, plain["ETag"]) == (asked.content, asked["ETag"])
        assert asked["Cache-Control"].startswith("public")
