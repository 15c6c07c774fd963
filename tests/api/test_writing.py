"""Scripts of the newsroom write with tokens: as their person may, within the token's scopes."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from liveblog import actions
from liveblog.models import ApiToken, Entry
from tests.api.asking import V1, of, problem
from tests.api.scripting import Script, refusal
from tests.cast import again, draft_entry, publish_entry


def test_a_draft_is_written_changed_and_published(script, blog, northwire, picture):
    shown = picture()
    made = script.ask(
        "POST", of(blog, "entries/"),
        {"body": "<p>One.</p>", "attributions": [{"source": "northwire", "relation": "reported"}],
         "images": [{"asset": str(shown.public_id)}], "authors": [{"user": "ada", "name": "Ada"}]},
    )  # fmt: skip
    assert made.status_code == 201, made.content
    fields = made.json()["fields"]
    assert fields["attributions"][0]["source"] == "northwire"
    assert fields["images"][0]["asset"] == str(shown.public_id)
    assert fields["authors"] == [{"user": "ada", "name": "Ada"}]
    assert "built_from" not in fields
    entry = Entry.objects.get(public_id=made.json()["id"])
    address = f"{V1}entries/{entry.public_id}/"
    saved = script.ask("PATCH", address, {"body": "<p>Two.</p>"}, 1)
    assert (saved.status_code, saved["ETag"]) == (200, '"2"')
    assert script.verb(entry, "publish", 2).json()["state"] == "published"
    noted = script.verb(entry, "correct", 3, note="It was two.", fields={"body": "<p>2.</p>"})
    assert noted.status_code == 200
    assert Client().get(address).json()["corrections"][0]["note"] == "It was two."


def test_an_entry_is_taken_down_put_back_and_killed(script, blog, ada):
    entry = publish_entry(blog, ada)
    assert script.verb(entry, "withdraw", entry.revision).json()["state"] == "withdrawn"
    assert script.verb(entry, "restore", again(entry).revision).json()["state"] == "published"
    assert script.verb(entry, "kill").status_code == 422
    assert script.verb(entry, "kill", reason="Wrong.").json()["state"] == "killed"


def test_publishing_in_one_step_twice_publishes_once(script, blog):
    sent = {"body": "<p>One.</p>", "publish": True}
    asked = [
        script.ask("POST", of(blog, "entries/"), sent, **{"idempotency-key": "k"}) for _ in range(9)
    ]
    assert {one.status_code for one in asked} == {201}
    assert len({one.json()["id"] for one in asked}) == Entry.objects.count() == 1
    for other in ({"body": "<p>Two.</p>", "publish": True}, {"body": "<p>One.</p>"}):
        answer = script.ask("POST", of(blog, "entries/"), other, **{"idempotency-key": "k"})
        assert refusal(answer, 422)["code"] == "key_reused"
    assert Entry.objects.count() == 1


def test_a_change_names_the_revision_it_was_made_from(script, blog, ada):
    entry = draft_entry(blog, ada)
    address = f"{V1}entries/{entry.public_id}/"
    assert "If-Match" in refusal(script.ask("PATCH", address, {"headline": "H"}), 428)["detail"]
    refusal(script.ask("PATCH", address, {}, **{"if-match": "*"}), 400)
    script.ask("PATCH", address, {"headline": "First"}, 1)
    stale = refusal(script.ask("PATCH", address, {"headline": "Second"}, 1), 409)
    assert (stale["revision"], stale["current"]["headline"]) == (2, "First")
    assert "built_from" not in stale["current"]


@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_once_one_is_stored(script, blog, ada):
    entry = draft_entry(blog, ada)
    barrier, seen = threading.Barrier(2), []

    def save(text):
        barrier.wait()
        address = f"{V1}entries/{entry.public_id}/"
        seen.append(script.ask("PATCH", address, {"headline": text}, 1).status_code)
        connection.close()

    threads = [threading.Thread(target=save, args=(text,)) for text in "AB"]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(seen) == [200, 409]
    assert again(entry).revision == 2


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer x.y", "Basic YTpi", "Bearer a\x00b"])
def test_without_a_valid_key_nothing_is_done(header, blog, ada, client):
    client.force_login(ada)  # a cookie is no key
    answer = client.post(of(blog, "entries/"), {}, "application/json", headers={
        "authorization": header})  # fmt: skip
    refusal(answer, 401)
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert not Entry.objects.exists()


def test_a_key_in_the_address_is_refused(script, blog):
    refusal(script.ask("POST", of(blog, f"entries/?api_key={script.key}"), {}), 400)


def test_a_token_ends_with_its_time_its_person_or_its_revocation(blog, ada, chi, dov):
    def status(script):
        return script.ask("GET", of(blog, "drafts/")).status_code

    old, revoked, left = Script(ada), Script(ada), Script(ada)
    assert {status(one) for one in (old, revoked, left)} == {200}
    ApiToken.objects.filter(pk=old.token.pk).update(expiry_date=timezone.now() - timedelta(1))
    with pytest.raises(actions.NotAllowed):
        actions.revoke_token(user=dov, prefix=revoked.token.prefix)
    actions.revoke_token(user=chi, prefix=revoked.token.prefix)
    assert (status(old), status(revoked), status(left)) == (401, 401, 200)
    type(ada).objects.filter(pk=ada.pk).update(is_active=False)
    assert status(left) == 401


def test_the_key_is_not_stored(script):
    stored = ApiToken.objects.values().get()
    assert script.key.partition(".")[2] not in str(stored)


def test_a_token_does_what_it_was_made_for_and_no_more(blog, planned_blog, other_team, ada, dov):
    entry = draft_entry(blog, ada)
    drafts = Script(ada, "write:drafts")
    assert "publish" in refusal(drafts.verb(entry, "publish", 1), 403)["detail"]
    refusal(drafts.verb(entry, "kill", reason="No."), 403)
    refusal(drafts.ask("GET", of(blog, "drafts/")), 403)
    refusal(drafts.ask("POST", of(blog, "entries/"), {"body": "x", "publish": True}), 403)
    elsewhere = actions.create_blog(user=ada, team_id=blog.team_id, fields={"headline": "Else"})
    refusal(Script(ada, blog_ids=[elsewhere.pk]).verb(entry, "publish", 1), 403)
    with pytest.raises(actions.Invalid):
        Script(ada, team_id=other_team.pk)
    assert again(entry).state == "draft"


def test_a_reporter_does_not_publish_by_token(blog, ben):
    entry = draft_entry(blog, ben)
    refusal(Script(ben).verb(entry, "publish", 1), 403)
    assert Script(ben).verb(entry, "submit", 1).json()["state"] == "in_review"


def test_another_team_cannot_tell_a_draft_from_nothing(blog, ada, dov):
    entry, script = draft_entry(blog, ada), Script(dov)
    mine = script.verb(entry, "publish", 1)
    entry.public_id = blog.public_id
    assert mine.content == script.verb(entry, "publish", 1).content
    refusal(mine, 404)
    refusal(script.verb(publish_entry(blog, ada), "withdraw", 1), 403)


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"{", 400), (b"[]", 422), (b'{"body": 3}', 422), (b'{"images": [3]}', 422),
     (b'{"authors": [{"user": "nobody", "name": "N"}]}', 422), (b'{"publish": 1}', 422),
     (b'{"attributions": [{"source": 1}]}', 422), (b'{"embeds": [{"html": ""}]}', 422),
     (b'{"headline": "a\\u0000"}', 422), (b'{"body": "' + b"a" * 66_000 + b'"}', 413),
     (b'{"body": "' + b"a" * 300_000 + b'"}', 413)],
)  # fmt: skip
def test_what_cannot_be_taken_is_refused_with_a_sentence(body, status, script, blog):
    answer = Client().post(
        of(blog, "entries/"), body, "application/json",
        headers={"authorization": f"Bearer {script.key}"},
    )  # fmt: skip
    refusal(answer, status)
    assert not Entry.objects.exists()


def test_a_body_that_is_not_json_is_415(script, blog):
    headers = {"authorization": f"Bearer {script.key}"}
    refusal(Client().post(of(blog, "entries/"), b"a=1", "text/plain", headers=headers), 415)


def test_no_column_of_an_entry_can_be_set_that_is_not_a_field(script, blog, ada):
    entry = draft_entry(blog, ada)
    before = Entry.objects.filter(pk=entry.pk).values().get()
    names = {one.name for one in Entry._meta.get_fields()} - set(
        actions.EntryFields.__annotations__
    )
    verb = f"{V1}entries/{entry.public_id}/publish/"
    for name in [*sorted(names), "built_from"]:
        answer = script.ask("PATCH", f"{V1}entries/{entry.public_id}/", {name: 1}, 1)
        assert name in refusal(answer, 422)["errors"]
        assert name in refusal(script.ask("POST", verb, {name: 1}, 1), 422)["errors"]
    assert Entry.objects.filter(pk=entry.pk).values().get() == before


def test_public_documents_are_the_same_bytes_with_a_token(script, blog, ada):
    entry, draft = publish_entry(blog, ada), draft_entry(blog, ada, "<p>Secret.</p>")
    for address in (of(blog, "entries/"), f"{V1}entries/{entry.public_id}/"):
        plain, asked = Client().get(address), script.ask("GET", address)
        assert (plain.content, plain["ETag"]) == (asked.content, asked["ETag"])
        assert asked["Cache-Control"].startswith("public")
        assert b"Secret" not in asked.content
    problem(script.ask("GET", f"{V1}entries/{draft.public_id}/"), 404)
    seen = script.ask("GET", of(blog, "drafts/"))
    assert b"Secret" in seen.content
    assert seen["Cache-Control"] == "private, no-store"
    assert script.ask("GET", f"{V1}entries/{draft.public_id}/editing/")["ETag"] == '"1"'


def test_a_body_in_chunks_is_refused_before_it_is_taken_for_none(script, blog):
    answer = Client().post(
        f"{V1}blogs/{blog.slug}/entries/",
        headers=script.headers(**{"transfer-encoding": "chunked"}),
        CONTENT_TYPE="application/json",
        CONTENT_LENGTH=None,
    )
    assert "Content-Length" in refusal(answer, 411)["detail"]
    assert not Entry.objects.exists()
