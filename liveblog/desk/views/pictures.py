"""The team's pictures, to be used again."""

from __future__ import annotations

from django.http.response import HttpResponseBase

from liveblog.admin.offers import KINDS
from liveblog.desk.compositions import picture
from liveblog.desk.found import number
from liveblog.desk.gate import Desk, answered, endpoint

SHOWN = 24


@endpoint("GET")
def recent(desk: Desk) -> HttpResponseBase:
    """`{pictures, more}`: the newest with credit and description, `?q=` words, `?before=` an id."""
    query = desk.request.GET
    kind = KINDS["lead"]
    rows = kind.found(kind.rows([desk.blog.team_id]), query.get("q", "").replace("\x00", ""))
    before = number(query.get("before", ""))
    if before:
        rows = rows.filter(pk__lt=before)
    found = list(rows[: SHOWN + 1])
    return answered(
        {"pictures": [picture(asset) for asset in found[:SHOWN]], "more": len(found) > SHOWN}
    )
