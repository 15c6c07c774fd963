"""Searching the entries of all live blogs."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from liveblog import documents
from liveblog.api import schema
from liveblog.api.asked import PARAMETERS, asked_from, wrong_way_round
from liveblog.api.outlet import outlet_of
from liveblog.api.pages import Page, address
from liveblog.api.problems import refuse
from liveblog.api.query import described
from liveblog.api.views.base import PublicView, listed
from liveblog.models import Entry
from liveblog.search import find

SIZE = 50


class Search(PublicView):
    """Published entries, found by what may be read of them here: of an excerpt by the headline,
    of a withheld entry by nothing. The last page is the 50th; narrow the question instead.
    """

    asks = PARAMETERS

    @extend_schema(
        operation_id="search",
        summary="Entries of all live blogs that have these words",
        parameters=described(PARAMETERS),
        responses=schema.answers(schema.FoundPage, 400),
    )
    def get(self, request: Request) -> Response:
        if sentence := wrong_way_round(self.asked):
            refuse({"from": [sentence]})
        asked = asked_from(self.asked)
        if not asked.text.strip():
            refuse({"q": ["“q” is missing: say what to look for."]})
        outlet, territory = outlet_of(request)
        found = find(asked, outlet, territory=territory, size=SIZE)
        here = Page(
            found.entries,
            next=_address(request, asked.page + 1) if found.more else None,
            previous=_address(request, asked.page - 1) if asked.page > 1 else None,
        )

        def document(entry: Entry) -> dict[str, Any]:
            whole = documents.entry_document(entry, outlet, territory=territory)
            return {"blog": entry.blog.slug, **whole}

        return Response(listed(here, document))


def _address(request: Request, page: int) -> str:
    return address(request, {"page": page}, without=("page",))
