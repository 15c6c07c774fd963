"""Schemathesis writes with a valid token: whatever it sends, the answer is one of those promised.

`NEWSROOM_FUZZ` is the number of examples per operation and kind, for long runs.
"""

import os

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from liveblog import actions
from liveblog.api.views.service import openapi
from newsroom.wsgi import application
from tests.api.scripting import Script
from tests.cast import again, publish_entry
from tests.wire.arriving import feed_of

EXAMPLES = int(os.environ.get("NEWSROOM_FUZZ", "1"))
CHECKS = [
    not_a_server_error, content_type_conformance, response_schema_conformance,
    status_code_conformance,
]  # fmt: skip
METHODS = ("post", "patch", "put", "delete")
WRITES = [
    (method.upper(), path)
    for path, methods in openapi()["paths"].items()
    for method in METHODS
    if method in methods
]


@pytest.fixture
def there(blog, ada, chi, northwire, picture):
    """What addresses may name: the fuzzer alone would only ever meet 404. An agency has a key."""
    entry, asset = publish_entry(blog, ada), picture()
    feed, key = actions.new_push_key(user=chi, feed_id=feed_of(northwire).pk)

    def there(path):
        if "/wires/" in path:
            return {"slug": feed.slug}, 1, key
        shown = asset if "/media/" in path else entry
        return (
            {"slug": again(blog).slug, "public_id": str(shown.public_id)},
            again(entry).revision,
            "",
        )

    return there


def asking(operation, mode, there, key, statuses):
    """What tries one operation many times, and notes each answer's status."""

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case):
        named, revision, own = there()
        case.path_parameters = {name: named[name] for name in case.path_parameters or {}}
        case.headers = dict(case.headers or {}) | {"authorization": f"Bearer {own or key}"}
        if "If-Match" in case.headers and mode is GenerationMode.POSITIVE:
            case.headers["If-Match"] = f'"{revision}"'
        response = case.call()
        case.validate_response(response, checks=CHECKS)
        statuses.append(response.status_code)

    return ask


@pytest.mark.django_db(transaction=True)  # each request of a WSGI server ends its connection
@pytest.mark.parametrize("mode", GenerationMode)
def test_whatever_is_sent_is_answered_as_promised(mode, there, chi, record_property):
    api, script = schemathesis.openapi.from_wsgi("/api/schema/", application), Script(chi)
    seen = {}
    for method, path in WRITES:
        statuses = seen[method, path] = []
        operation = api[path][method]
        ask = asking(operation, mode, lambda at=path: there(at), script.key, statuses)
        ask()
    record_property("asked", sum(map(len, seen.values())))
    record_property("answers", {" ".join(key): sorted(set(one)) for key, one in seen.items()})
    assert all(seen.values())
    assert 401 not in {status for statuses in seen.values() for status in statuses}
