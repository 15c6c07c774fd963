"""The readers' search."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.request import QueryDict

from liveblog import render
from liveblog.api import lookups
from liveblog.api.asked import PARAMETERS, asked_from, wrong_way_round
from liveblog.search import Asked, find
from liveblog.views.answers import BadQuery, answered_by_content, public

SIZE = 20
MAX_CHOICES = 200


@public
def search_page(request: HttpRequest) -> HttpResponse:
    """A form, and what it found. Without words to look for, the form alone."""
    asked = _asked(request.GET)
    found = find(asked, "page", size=SIZE)
    sources = lookups.public_sources().order_by("name")[:MAX_CHOICES]
    topics = lookups.public_topics().order_by("name")[:MAX_CHOICES]
    choices = {
        "source": list(sources.values_list("slug", "name")),
        "topic": list(topics.values_list("slug", "name")),
    }
    return answered_by_content(request, render.render_search(found, choices))


def _asked(given: QueryDict) -> Asked:
    """What the form sends; empty fields mean nothing, others unknown here are nobody's."""
    values: dict[str, Any] = {}
    for name, parameter in PARAMETERS.items():
        try:
            values[name] = parameter.clean(given.get(name) or None)
        except ValidationError as error:
            raise BadQuery(f"“{name}” {error.messages[0]}") from None
    if sentence := wrong_way_round(values):
        raise BadQuery(sentence)
    return asked_from(values)
