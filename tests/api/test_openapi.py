"""The OpenAPI document: valid, complete, and true of what the API answers."""

import re

import jsonschema
import pytest
from django.core.management import call_command
from drf_spectacular.validation import validate_schema

from liveblog import actions
from liveblog.api import urls
from liveblog.api.views import blogs, entries, reference
from tests.api.asking import V1, of, read
from tests.cast import credit, publish_entry, wire_item


@pytest.fixture
def document(db, client):
    return read(client, "/api/schema/")


@pytest.fixture
def storm(blog, ada, northwire, coastal, picture):
    """A live blog with an entry of every kind; the one returned has all its rows."""
    full = publish_entry(
        blog, ada, attributions=[credit(northwire, via=coastal)], authors=[{"name": "Ada"}],
        images=[{"asset": picture().pk}], embeds=[{"url": "https://social.example/1"}],
    )  # fmt: skip
    full = actions.correct(user=ada, entry_id=full.pk, revision=full.revision, note="Two.")
    publish_entry(blog, ada, built_from=wire_item(northwire).pk)
    actions.withdraw(user=ada, entry_id=publish_entry(blog, ada).pk)
    actions.kill(user=ada, entry_id=publish_entry(blog, ada).pk, reason="Wrong.")
    actions.pin(user=ada, entry_id=full.pk)
    return full


def strict(node):
    """The document as JSON Schema: nothing beyond what it names, null where it allows it."""
    if isinstance(node, list):
        return [strict(one) for one in node]
    if not isinstance(node, dict):
        return node
    node = {key: strict(value) for key, value in node.items()}
    if "properties" in node:
        node.setdefault("additionalProperties", False)
    if node.pop("nullable", False):
        node = {"anyOf": [node, {"type": "null"}]}
    return node


def hold(document, path, answer, status="200", kind="application/json"):
    """Fail unless the answer is what the document promises for this path."""
    promise = document["paths"][path]["get"]["responses"][status]["content"][kind]["schema"]
    schema = strict(promise) | {"components": strict(document["components"])}
    jsonschema.validate(answer, schema, cls=jsonschema.Draft202012Validator)


def test_it_is_valid(document):
    validate_schema(document)


def test_it_is_made_without_a_guess(tmp_path):
    """Whatever the generator had to guess at would be a warning, and so an error here."""
    file = str(tmp_path / "schema.yml")
    call_command("spectacular", file=file, validate=True, fail_on_warn=True)


def test_it_lists_every_address_under_v1_and_no_other(document):
    known = {re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", path) for path in addresses()}
    assert set(document["paths"]) == {V1 + path for path in known}
    assert len(known) == sum(
        len(one) for one in (urls.blogs, urls.entries, urls.media, urls.wires)
    ) + len(urls.reference)


def addresses():
    """Every address as Django knows it, `blogs/<slug>/`."""
    for one in (*urls.blogs, *urls.entries, *urls.media, *urls.reference, *urls.wires):
        yield str(one.pattern).replace(urls.SLUG, "<slug>").strip("^$")


@pytest.mark.parametrize(
    ("path", "view"),
    [
        ("blogs/", blogs.BlogList), ("blogs/versions/", blogs.BlogVersions),
        ("blogs/{slug}/", blogs.BlogDetail), ("blogs/{slug}/changes/", blogs.BlogChanges),
        ("blogs/{slug}/entries/", entries.BlogEntries),
        ("entries/{public_id}/", entries.EntryDetail), ("sources/", reference.SourceList),
        ("sources/{slug}/", reference.SourceDetail), ("topics/", reference.TopicList),
        ("topics/{slug}/", reference.TopicDetail),
    ],
)  # fmt: skip
def test_it_names_the_parameters_a_view_takes(path, view, document):
    declared = document["paths"][V1 + path]["get"].get("parameters", [])
    query = [parameter for parameter in declared if parameter["in"] == "query"]
    assert {parameter["name"] for parameter in query} == view.asks.keys()
    assert all(parameter["description"] for parameter in query)


def test_answers_are_what_it_promises(document, storm, blog, client):
    blog_path = f"{V1}blogs/{{slug}}/"
    for path, address in [
        (f"{V1}blogs/", f"{V1}blogs/"),
        (f"{V1}blogs/versions/", f"{V1}blogs/versions/"),
        (blog_path, of(blog)),
        (f"{blog_path}entries/", of(blog, "entries/?state=all&page_size=2")),
        (f"{blog_path}entries/", of(blog, "entries/?state=all&before=3")),
        (f"{blog_path}changes/", of(blog, "changes/")),
        (f"{blog_path}changes/", of(blog, "changes/?since=5")),
        (f"{V1}entries/{{public_id}}/", f"{V1}entries/{storm.public_id}/"),
        (f"{V1}search/", f"{V1}search/?q=ferries"),
        (f"{V1}sources/", f"{V1}sources/"),
        (f"{V1}sources/{{slug}}/", f"{V1}sources/northwire/"),
        (f"{V1}topics/", f"{V1}topics/"),
        (f"{V1}topics/{{slug}}/", f"{V1}topics/harbour-watch/"),
    ]:
        hold(document, path, read(client, address))


def test_problems_are_what_it_promises(document, storm, blog, client):
    path, kind = f"{V1}entries/{{public_id}}/", "application/problem+json"
    gone = blog.entries.filter(state="killed").get()
    hold(document, path, client.get(f"{V1}entries/{gone.public_id}/").json(), "410", kind)
    hold(document, path, client.get(f"{V1}entries/{blog.public_id}/").json(), "404", kind)
    bad = client.get(of(blog, "entries/?bogus=1")).json()
    hold(document, f"{V1}blogs/{{slug}}/entries/", bad, "400", kind)


def test_a_promise_that_is_broken_is_noticed(document, storm, client):
    answer = read(client, f"{V1}entries/{storm.public_id}/")
    for broken in (answer | {"extra": 1}, answer | {"number": "1"}, {"id": answer["id"]}):
        with pytest.raises(jsonschema.ValidationError):
            hold(document, f"{V1}entries/{{public_id}}/", broken)


def test_it_comes_as_yaml_to_whoever_asks(db, client):
    by_query = client.get("/api/schema/?format=yaml")
    by_header = client.get("/api/schema/", headers={"accept": "application/yaml"})
    assert by_query.content.startswith(b"openapi: 3")
    assert by_header.content == by_query.content
    assert by_header["Vary"] == "Accept"


def test_the_handbook_loads_nothing_from_elsewhere(db, client):
    page = client.get("/api/docs/")
    assert page["Content-Type"].startswith("text/html")
    assert b"//" not in page.content.replace(b"<!DOCTYPE html>", b"")
    script = client.get("/api/docs/?script=")
    assert script["Content-Type"] == "application/javascript"
    assert b"/api/schema/" in script.content
