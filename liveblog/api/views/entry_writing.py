"""Entries as a token reads and writes them, before and after publication."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from liveblog import actions
from liveblog.api import schema
from liveblog.api import schema_writing as shapes
from liveblog.api.editing import entry_document
from liveblog.api.tokens import blog_for, entry_for, require_scope, revision_named
from liveblog.api.views.entries import BlogEntries, EntryDetail
from liveblog.api.views.tokened import TokenView, attempt, tagged
from liveblog.api.views.verbs import example
from liveblog.api.writing import fields_in, fields_out
from liveblog.models import Entry, Scope

MAX_DRAFTS = 200
NEW = {
    "body": "<p>Ferries are suspended.</p>",
    "attributions": [{"source": "northwire", "relation": "reported"}],
    "publish": True,
}


def edited(entry_id: int, status: int = 200) -> Response:
    """The entry as it stands, with its revision as the ETag."""
    return tagged(entry_document(Entry.objects.select_related("blog").get(pk=entry_id)), status)


def saved(entry_id: int, call: Callable[[], Any]) -> Response:
    """What the verb made of the entry."""
    attempt(call, fields_out)
    return edited(entry_id)


class WritableEntries(TokenView, BlogEntries):
    __doc__ = BlogEntries.__doc__
    http_method_names = ["get", "head", "post"]
    open_reads = True

    @extend_schema(
        operation_id="entry_create",
        summary="Write a draft, or publish at once with “publish”: true",
        description="Publishing needs the scope `publish`, a draft `write:drafts`.",
        parameters=[schema.SLUG, shapes.KEY],
        request=shapes.NewEntry,
        examples=example(NEW),
        responses=shapes.written(shapes.EditedEntry, 201),
    )
    def post(self, request: Request, slug: str) -> HttpResponseBase:
        data = dict(request.data)
        at_once = _yes_or_no(data.pop("publish", False))
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


def _yes_or_no(value: Any) -> bool:
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
        description="A draft needs the scope `write:drafts`, a published entry `publish`.",
        parameters=[schema.ID, shapes.IF_MATCH],
        request=shapes.EntryFields,
        examples=example({"headline": "Ferries stop"}),
        responses=shapes.written(shapes.EditedEntry, revision=True),
    )
    def patch(self, request: Request, public_id: uuid.UUID) -> HttpResponseBase:
        entry = entry_for(request, public_id)
        draft = entry.state in Entry.UNPUBLISHED
        require_scope(request, Scope.DRAFTS if draft else Scope.PUBLISH)
        asked: dict[str, Any] = {"user": request.user, "entry_id": entry.pk}
        asked |= {"revision": revision_named(request), "fields": fields_in(dict(request.data))}
        verb = actions.save_draft if draft else actions.edit
        return saved(entry.pk, lambda: verb(**asked))


class EntryEditing(TokenView):
    """The `ETag` is the revision to name in `If-Match`."""

    @extend_schema(
        operation_id="entry_editing",
        summary="One entry of your team as it is edited, in any state",
        parameters=[schema.ID],
        responses=shapes.shown(shapes.EditedEntry),
    )
    def get(self, request: Request, public_id: uuid.UUID) -> HttpResponseBase:
        require_scope(request, Scope.READ)
        return edited(entry_for(request, public_id).pk)


class BlogDrafts(TokenView):
    """Drafts, what is in review and what is scheduled."""

    @extend_schema(
        operation_id="blog_drafts",
        summary="What is not public yet in a live blog of your team, newest first, at most 200",
        parameters=[schema.SLUG],
        responses=shapes.shown(shapes.Drafts),
    )
    def get(self, request: Request, slug: str) -> HttpResponseBase:
        require_scope(request, Scope.READ)
        rows = Entry.objects.filter(blog=blog_for(request, slug), state__in=Entry.UNPUBLISHED)
        found = rows.select_related("blog").order_by("-pk")[:MAX_DRAFTS]
        return Response({"results": [entry_document(entry) for entry in found]})
