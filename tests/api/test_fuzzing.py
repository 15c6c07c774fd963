"""Schemathesis asks what the OpenAPI document allows, and what it does not, in-process."""

import os

import pytest
import schemathesis
from hypothesis import assume, given, settings
from schemathesis import GenerationMode

from newsroom.wsgi import application
from tests.api.asking import V1
from tests.cast import credit, publish_entry

EXAMPLES = int(os.environ.get("NEWSROOM_EXAMPLES", "20"))
PATHS = [
    "blogs/", "blogs/versions/", "blogs/{slug}/", "blogs/{slug}/entries/", "blogs/{slug}/changes/",
    "entries/{public_id}/", "sources/", "sources/{slug}/", "topics/", "topics/{slug}/",
]  # fmt: skip
WITH_QUERY = ["blogs/", "blogs/{slug}/entries/", "blogs/{slug}/changes/", "sources/", "topics/"]


@pytest.fixture
def there(blog, ada, northwire):
    """What addresses may name: the fuzzer alone would only ever meet 404."""
    entry = publish_entry(blog, ada, attributions=[credit(northwire)])
    slugs = {"blogs": blog.slug, "sources": "northwire", "topics": "harbour-watch"}

    def there(path):
        kind = path.partition("/")[0]
        return {"slug": slugs.get(kind), "public_id": str(entry.public_id), "blogs": blog.public_id}

    return there


def possible(query, path, there):
    """What the document cannot say: one direction at a time, and from a blog that exists."""
    if "before" in query:
        query.pop("after", None)
    if path == "blogs/":
        query |= {name: str(there["blogs"]) for name in ("before", "after") if name in query}
    return query


@pytest.fixture
def ask_all(there):
    """Asks one address in many ways; returns the statuses it answered with."""
    api = schemathesis.openapi.from_wsgi("/api/schema/", application)

    def ask_all(path, mode):
        seen = set()

        @settings(max_examples=EXAMPLES, deadline=None)
        @given(case=api[V1 + path]["GET"].as_strategy(generation_mode=mode))
        def ask(case):
            known = there(path)
            case.path_parameters = {name: known[name] for name in case.path_parameters or {}}
            if mode is GenerationMode.POSITIVE:
                case.query = possible(case.query or {}, path, known)
            assume(case.query.get("since") != "")  # which says: from the beginning
            seen.add(case.call_and_validate().status_code)

        ask()
        return seen

    return ask_all


@pytest.mark.django_db(transaction=True)  # each request of a WSGI server ends its connection
@pytest.mark.parametrize("path", PATHS)
def test_what_the_document_allows_is_answered_as_promised(path, ask_all):
    assert ask_all(path, GenerationMode.POSITIVE) == {200}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", WITH_QUERY)
def test_what_it_does_not_allow_is_refused_as_promised(path, ask_all):
    assert 400 in ask_all(path, GenerationMode.NEGATIVE)
