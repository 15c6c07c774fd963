"""No request of a script sets a column that is not its to set, at any address (SR-07); and one
key is one deed, also when ten ask at the same moment (RI-3)."""

import threading

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection

from liveblog import actions
from liveblog.models import ApiToken, Entry
from tests.api.asking import V1, of
from tests.api.scripting import Script, refusal
from tests.api.test_writing_openapi import WRITES, body_of, resolved
from tests.cast import draft_entry, open_blog, publish_entry
from tests.test_renditions import photo

LIVEBLOG = apps.get_app_config("liveblog").get_models()
COLUMNS = {field.name for model in [*LIVEBLOG, User] for field in model._meta.get_fields()} | {
    "number",
    "seq",
    "version",
    "state",
    "author",
    "status_",
    "is_superuser",
}
ROWS = ("attributions", "images", "embeds", "authors")


@pytest.fixture
def script(chi):
    return Script(chi)


def everything():
    """Every row of the newsroom, but when a key was last used."""
    models = [*apps.get_app_config("liveblog").get_models(), User]
    dump = {each.__name__: list(each._default_manager.order_by("pk").values()) for each in models}

    for token in dump[ApiToken.__name__]:
        del token["last_used_at"]
    return dump


@pytest.fixture
def places(blog, ada, picture):
    """What stands for the placeholders of an address."""
    entry = publish_entry(blog, ada)
    actions.save_working_copy(
        user=ada, entry_id=entry.pk, fields={"headline": "x"}, based_on=entry.revision
    )
    return {"slug": blog.slug, "entries": entry.public_id, "media": picture().public_id}


def address(path, places):
    kind = "media" if "/media/" in path else "entries"
    return path.replace("{slug}", places["slug"]).replace("{public_id}", str(places[kind]))


def foreign(schema):
    return sorted(COLUMNS - set(resolved(schema).get("properties", {})))


@pytest.mark.parametrize("key", WRITES, ids="".join)
def test_no_column_is_set_that_is_not_the_scripts(key, script, places):
    method, path = key
    kind, schema = body_of(WRITES[key])
    names = foreign(schema)
    assert len(names) > 100
    before, url = everything(), address(path, places)
    if kind == "multipart/form-data":
        form = {"file": photo(), "credit": "Ada", "alt": "A pier"} | dict.fromkeys(names, "1")
        answer = script.send(url, form)
    else:
        answer = script.ask(method.upper(), url, dict.fromkeys(names, 1), 1)
    assert set(names) <= set(refusal(answer, 422)["errors"])
    assert everything() == before


@pytest.mark.parametrize("row", ROWS)
def test_nor_in_the_rows_of_an_entry(row, script, blog):
    before = everything()
    sent = {"body": "<p>Rain.</p>", row: [{"id": 1, "entry": 1, "position": 9, "killed_at": None}]}
    answer = script.ask("POST", of(blog, "entries/"), sent)
    assert row in refusal(answer, 422)["errors"]
    assert everything() == before


def at_once(times, ask):
    barrier, seen = threading.Barrier(times), []

    def one():
        barrier.wait()
        try:
            seen.append(ask())
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


@pytest.mark.django_db(transaction=True)
def test_one_key_sent_ten_times_at_once_is_one_entry(script, blog):
    sent = {"body": "<p>One.</p>", "publish": True}
    key = {"idempotency-key": "the goal"}
    seen = at_once(10, lambda: script.ask("POST", of(blog, "entries/"), sent, **key))
    assert [answer.status_code for answer in seen] == [201] * 10
    assert len({answer.content for answer in seen}) == 1
    assert Entry.objects.get().number == 1


def test_a_colleagues_key_is_refused_and_answers_nothing_of_his(script, blog, ada):
    sent, key = {"body": "<p>One.</p>"}, {"idempotency-key": "k"}
    assert script.ask("POST", of(blog, "entries/"), sent, **key).status_code == 201
    answer = refusal(Script(ada).ask("POST", of(blog, "entries/"), sent, **key), 422)
    assert answer["code"] == "key_reused"
    assert "One." not in str(answer)
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(
    "seen", ['W/"1"', '"x"', '"1", "2"', '"-1"', '"1" ', "1", '"99999999999"', '"²"']
)
def test_a_revision_that_is_none_stores_nothing(seen, script, blog, ada):
    entry = draft_entry(blog, ada)
    url = f"{V1}entries/{entry.public_id}/"
    answer = script.ask("PATCH", url, {"headline": "New"}, **{"if-match": seen})
    assert answer.status_code in (400, 409) or Entry.objects.get().headline == "New"
    assert answer.status_code == 200 or Entry.objects.get().headline == ""


def test_a_live_blog_of_another_team_is_no_place_to_pin_from(script, places, dov, other_team):
    theirs = publish_entry(open_blog(other_team, dov, slug="match"), dov)
    url = f"{V1}blogs/{places['slug']}/pin/"
    assert script.ask("POST", url, {"entry": str(theirs.public_id)}).status_code in (404, 422)
