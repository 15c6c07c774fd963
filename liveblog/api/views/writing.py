"""What a token may do: write entries, and read what is not public yet."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http.response import HttpResponseBase
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from liveblog import actions
from liveblog.actions.cleaning import choice, clean, line, moment, yes_no
from liveblog.api import caching, schema
from liveblog.api.problems import problem
from liveblog.api.throttle import PublicThrottle
from liveblog.api.tokens import (
    TokenAuthentication,
    TokenThrottle,
    blog_for,
    entry_for,
    require_scope,
    revision_named,
)
from liveblog.api.views.base import PublicView
from liveblog.api.views.entries import BlogEntries, EntryDetail
from liveblog.api.writing import CappedJSON, editing_document, fields_in, fields_out
from liveblog.models import Correction, Entry, Scope

SAFE = ("GET", "HEAD")
MAX_DRAFTS = 200
OBJECT: Any = {"application/json": {"type": "object"}}
IF_MATCH = OpenApiParameter("If-Match", str, OpenApiParameter.HEADER, required=False)
KEY = OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER, required=False)
DONE: Any = {200: OpenApiResponse({"type": "object"}, description="The entry as it is edited.")}
for _status in (400, 401, 403, 404, 409, 413, 415, 422, 428, 429):
    DONE[_status, "application/problem+json"] = OpenApiResponse(schema.Problem)


class TokenView(PublicView):
    """Takes a token for everything but what `open_reads` leaves to everybody, who get the same
    bytes with or without one. What needs a token is kept by no cache."""

    parser_classes = [CappedJSON]
    throttle_classes = [PublicThrottle]
    open_reads = False

    @property
    def is_open(self) -> bool:
        request = getattr(self, "request", None)
        return self.open_reads and request is not None and request.method in SAFE

    def get_authenticators(self) -> list[Any]:
        return [] if self.is_open else [TokenAuthentication()]

    def get_throttles(self) -> list[Any]:
        return [PublicThrottle()] if self.is_open else [PublicThrottle(), TokenThrottle()]

    def http_method_not_allowed(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        allow = ", ".join(self.allowed_methods)
        return problem(405, f"This address takes {allow}.", headers={"Allow": allow})

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        if not self.is_open:
            response["Cache-Control"] = caching.UNSHARED
        return response


def edited(entry_id: int, status: int = 200) -> Response:
    """The entry as it stands, with its revision as the ETag."""
    entry = Entry.objects.select_related("blog").get(pk=entry_id)
    headers = {"ETag": f'"{entry.revision}"'}
    return Response(editing_document(entry), status=status, headers=headers)


def saved(entry_id: int, call: Callable[[], Any], status: int = 200) -> Response:
    """What the verb made of the entry; a refusal names things as scripts know them."""
    try:
        call()
    except actions.Stale as error:
        error.current = fields_out(error.current)
        raise
    return edited(entry_id, status)


class WritableEntries(TokenView, BlogEntries):
    __doc__ = BlogEntries.__doc__
    http_method_names = ["get", "head", "post"]
    open_reads = True

    @extend_schema(
        operation_id="entry_create",
        summary="Write a draft, or publish at once with “publish”: true",
        parameters=[schema.SLUG, KEY],
        request=OBJECT,
        responses={201: DONE[200]} | {k: v for k, v in DONE.items() if k != 200},
    )
    def post(self, request: Request, slug: str) -> HttpResponseBase:
        data = dict(request.data)
        at_once = yes_or_no(data.pop("publish", False))
        require_scope(request, Scope.PUBLISH if at_once else Scope.DRAFTS)
        blog = blog_for(request, slug)
        verb = actions.publish_new if at_once else actions.create_draft
        entry = verb(
            user=request.user,
            blog_id=blog.pk,
            fields=fields_in(data),
            idempotency_key=request.headers.get("Idempotency-Key", ""),
        )
        first = entry.revisions.order_by("number").values_list("verb", flat=True).first()
        if first != ("publish" if at_once else "create"):
            raise actions.KeyReused("This key was used before to do something else.")
        return edited(entry.pk, 201)


def yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise actions.Invalid({"publish": ["“publish” must be true or false."]})
    return value


class WritableEntry(TokenView, EntryDetail):
    __doc__ = EntryDetail.__doc__
    http_method_names = ["get", "head", "patch"]
    open_reads = True

    @extend_schema(
        operation_id="entry_change",
        summary="Save a draft, or edit a published entry without a note",
        parameters=[schema.ID, IF_MATCH],
        request=OBJECT,
        responses=DONE,
    )
    def patch(self, request: Request, public_id: uuid.UUID) -> HttpResponseBase:
        entry = entry_for(request, public_id)
        draft = entry.state in Entry.UNPUBLISHED
        require_scope(request, Scope.DRAFTS if draft else Scope.PUBLISH)
        asked: dict[str, Any] = {"user": request.user, "entry_id": entry.pk}
        asked |= {"revision": revision_named(request), "fields": fields_in(dict(request.data))}
        verb = actions.save_draft if draft else actions.edit
        return saved(entry.pk, lambda: verb(**asked))


@dataclass(frozen=True)
class Verb:
    """A verb of `actions` with the scope it needs and what it takes besides the entry."""

    scope: Scope
    call: Callable[..., Any]
    takes: dict[str, Any] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    of_revision: bool = True


def _fields(value: Any, _: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("“fields” must be an object.")
    return fields_in(value)


NOTE = {"note": line(500, "The note")}
VERBS = {
    "submit": Verb(Scope.DRAFTS, actions.submit),
    "discard": Verb(Scope.DRAFTS, actions.discard),
    "return": Verb(Scope.PUBLISH, actions.return_to_draft, NOTE),
    "schedule": Verb(Scope.PUBLISH, actions.schedule, {"at": moment("The time")}, ("at",)),
    "publish": Verb(Scope.PUBLISH, actions.publish),
    "approve": Verb(Scope.PUBLISH, actions.approve),
    "correct": Verb(
        Scope.PUBLISH,
        actions.correct,
        {
            "note": line(1000, "The note"),
            "kind": choice(Correction.Kind.values, "The kind"),
            "fields": _fields,
        },
        ("note",),
    ),
    "re-time": Verb(
        Scope.PUBLISH, actions.re_time, {"display_at": moment("The time")}, ("display_at",)
    ),
    "mark-key-event": Verb(
        Scope.PUBLISH,
        actions.mark_key_event,
        {"is_key_event": yes_no, "title": line(120, "The title")},
        ("is_key_event",),
    ),
    "withdraw": Verb(Scope.TAKEDOWN, actions.withdraw, NOTE),
    "restore": Verb(Scope.TAKEDOWN, actions.restore),
    "kill": Verb(
        Scope.TAKEDOWN, actions.kill, {"reason": line(500, "The reason")}, ("reason",), False
    ),
}


class EntryVerb(TokenView):
    http_method_names = ["post"]

    @extend_schema(
        operation_id="entry_verb",
        summary="Submit, publish, correct, withdraw, … an entry",
        parameters=[
            schema.ID,
            OpenApiParameter("verb", str, OpenApiParameter.PATH, enum=list(VERBS)),
            IF_MATCH,
        ],
        request=OBJECT,
        responses=DONE,
    )
    def post(self, request: Request, public_id: uuid.UUID, verb: str) -> HttpResponseBase:
        entry, chosen = entry_for(request, public_id), VERBS[verb]
        require_scope(request, chosen.scope)
        asked: dict[str, Any] = {"user": request.user, "entry_id": entry.pk}
        if chosen.of_revision:
            asked["revision"] = revision_named(request)
        given = clean(dict(request.data), chosen.takes, None, f"“{verb}”")
        missing = [name for name in chosen.needs if not given.get(name) and name not in given]
        empty = [name for name in chosen.needs if given.get(name) in (None, "")]
        if missing or empty:
            names = dict.fromkeys([*missing, *empty])
            raise actions.Invalid({name: [f"“{name}” is needed."] for name in names})
        return saved(entry.pk, lambda: chosen.call(**asked, **given))


class EntryEditing(TokenView):
    @extend_schema(
        operation_id="entry_editing",
        summary="One entry of your team as it is edited, in any state",
        parameters=[schema.ID],
        responses=DONE,
    )
    def get(self, request: Request, public_id: uuid.UUID) -> HttpResponseBase:
        require_scope(request, Scope.READ)
        return edited(entry_for(request, public_id).pk)


class BlogDrafts(TokenView):
    @extend_schema(
        operation_id="blog_drafts",
        summary="What is not public yet in a live blog of your team, newest first, at most 200",
        parameters=[schema.SLUG],
        responses=DONE,
    )
    def get(self, request: Request, slug: str) -> HttpResponseBase:
        require_scope(request, Scope.READ)
        rows = Entry.objects.filter(blog=blog_for(request, slug), state__in=Entry.UNPUBLISHED)
        found = rows.select_related("blog").order_by("-pk")[:MAX_DRAFTS]
        return Response({"results": [editing_document(entry) for entry in found]})
