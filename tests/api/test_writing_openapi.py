"""The OpenAPI document says what a script may send, what it gets back, and where it needs a key."""

import jsonschema
import pytest

from liveblog import actions
from liveblog.api import urls
from liveblog.api.views.blog_verbs import VERBS as BLOG_VERBS
from liveblog.api.views.entry_verbs import VERBS
from liveblog.api.views.service import openapi
from tests.api.asking import V1, of
from tests.api.test_openapi import strict
from tests.cast import again, draft_entry, publish_entry

PRIVATE = ("/editing/", "/drafts/", "/working-copy/", "/media/{public_id}/")
DOCUMENT = openapi()
OPERATIONS = {
    (method, path): one
    for path, methods in DOCUMENT["paths"].items()
    for method, one in methods.items()
}
PUSH = ("post", f"{V1}wires/{{slug}}/")  # an agency's, with a key of its own
WRITES = {key: one for key, one in OPERATIONS.items() if key[0] != "get" and key != PUSH}
PROBLEM = "application/problem+json"


def body_of(operation):
    """The media type and the schema of what is sent; None and {} where nothing is."""
    content = operation.get("requestBody", {}).get("content", {})
    assert len(content) <= 1
    return next(((kind, one["schema"]) for kind, one in content.items()), (None, {}))


def strictly(schema):
    return strict(schema) | {"components": strict(DOCUMENT["components"])}


def promise(method, path, status, kind="application/json"):
    return strictly(OPERATIONS[method, path]["responses"][status]["content"][kind]["schema"])


def resolved(schema):
    if "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    for one in schema.get("allOf", []):
        schema = schema | resolved(one)
    return schema


def nodes(schema, seen=()):
    """Every schema within one."""
    if schema.get("$ref") in seen:
        return
    seen = (*seen, schema["$ref"]) if "$ref" in schema else seen
    schema = resolved(schema)
    yield schema
    for one in [*schema.get("properties", {}).values(), *schema.get("oneOf", [])]:
        yield from nodes(one, seen)
    if "items" in schema:
        yield from nodes(schema["items"], seen)


def test_exactly_what_needs_a_key_is_shown_to_need_one():
    needing = {key for key, one in OPERATIONS.items() if one.get("security") == [{"token": []}]}
    private = {key for key in OPERATIONS if key[0] == "get" and key[1].endswith(PRIVATE)}
    assert needing == set(WRITES) | private
    assert len(private) == 5
    assert OPERATIONS[PUSH]["security"] == [{"feed": []}]
    assert all("security" not in OPERATIONS[key] for key in set(OPERATIONS) - needing - {PUSH})
    assert "security" not in DOCUMENT
    assert DOCUMENT["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_every_verb_has_an_operation_of_its_own():
    assert len(WRITES) == 4 + len(VERBS) + len(BLOG_VERBS) + 2 + 3
    names = [one["operationId"] for one in OPERATIONS.values()]
    assert len(set(names)) == len(names)
    assert len(urls.entries) == len(VERBS) + 3


@pytest.mark.parametrize("key", WRITES, ids="".join)
def test_a_write_says_what_it_takes_and_how_it_refuses(key):
    operation = WRITES[key]
    refusals = {status for status in operation["responses"] if not status.startswith("2")}
    always = {"400", "401", "403", "404", "406", "409", "413", "415", "422", "429", "503"}
    needs_revision = any(
        one["name"] == "If-Match" and one.get("required") for one in operation.get("parameters", [])
    )
    assert refusals == always | ({"428"} if needs_revision else set())
    for status in refusals:
        assert operation["responses"][status]["description"]
        assert list(operation["responses"][status]["content"]) == [PROBLEM]
    kind, schema = body_of(operation)
    for node in nodes(schema):
        bounded = {"maxLength", "enum", "format"} & node.keys() or node.get("type") != "string"
        assert bounded, node
        assert node.get("type") != "array" or "maxItems" in node, node
    if kind == "application/json":
        examples = operation["requestBody"]["content"][kind]["examples"]
        for one in examples.values():
            jsonschema.validate(one["value"], strictly(schema))


def test_the_fields_named_are_those_the_verbs_take():
    shapes = DOCUMENT["components"]["schemas"]
    entry = set(actions.EntryFields.__annotations__) - {"built_from"}
    assert set(shapes["EntryFields"]["properties"]) == entry
    assert set(shapes["NewEntry"]["properties"]) == entry | {"publish"}
    blog = set(actions.BlogFields.__annotations__)
    assert set(shapes["BlogFields"]["properties"]) == blog
    assert set(shapes["NewBlog"]["properties"]) == blog | {"team"}
    for group, verbs in (("entries/{public_id}", VERBS), ("blogs/{slug}", BLOG_VERBS)):
        for name, verb in verbs.items():
            schema = body_of(WRITES["post", f"{V1}{group}/{name}/"])[1]
            assert set(resolved(schema).get("properties", {})) == set(verb.takes)


def test_answers_are_what_it_promises(script, blog, ada, northwire, picture):
    entry = draft_entry(blog, ada)
    published = publish_entry(blog, ada, images=[{"asset": picture().pk}])
    one, all_of = f"{V1}entries/{{public_id}}/", f"{V1}blogs/{{slug}}/"
    address = f"{V1}entries/{published.public_id}/"
    copy = {"based_on": 1, "fields": {"headline": "Later"}}
    asset = f"{V1}media/{picture().public_id}/"
    for method, path, status, answer in [
        ("get", f"{one}editing/", "200", script.ask("GET", f"{address}editing/")),
        ("get", f"{all_of}drafts/", "200", script.ask("GET", of(blog, "drafts/"))),
        ("get", f"{all_of}editing/", "200", script.ask("GET", of(blog, "editing/"))),
        ("post", f"{all_of}entries/", "201", script.ask("POST", of(blog, "entries/"), {})),
        ("put", f"{one}working-copy/", "200", script.ask("PUT", f"{address}working-copy/", copy)),
        ("get", f"{one}working-copy/", "200", script.ask("GET", f"{address}working-copy/")),
        ("post", f"{one}submit/", "200", script.verb(entry, "submit", 1)),
        ("get", f"{V1}media/{{public_id}}/", "200", script.ask("GET", asset)),
        ("post", f"{V1}media/{{public_id}}/kill/", "200", script.ask("POST", f"{asset}kill/")),
    ]:
        assert answer.status_code == int(status), answer.content
        jsonschema.validate(answer.json(), promise(method, path, status))
    for method, path, status, answer in [
        ("patch", one, "409", script.ask("PATCH", address, {}, 9)),
        ("patch", one, "428", script.ask("PATCH", address, {})),
        ("patch", all_of, "409", script.ask("PATCH", of(blog), {}, 99)),
        ("post", f"{one}kill/", "422", script.verb(again(entry), "kill")),
    ]:
        assert answer.status_code == int(status), answer.content
        jsonschema.validate(answer.json(), promise(method, path, status, PROBLEM))
