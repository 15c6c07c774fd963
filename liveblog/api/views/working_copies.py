"""Unpublished edits of a published entry."""

from __future__ import annotations

import uuid
from typing import Any

from django.http.response import HttpResponseBase
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from liveblog import actions
from liveblog.actions.cleaning import clean, whole
from liveblog.api import schema
from liveblog.api import schema_writing as shapes
from liveblog.api.editing import copy_document
from liveblog.api.tokens import entry_for, require_scope, revision_named
from liveblog.api.views.tokened import TokenView, needed, tagged
from liveblog.api.views.verbs import example
from liveblog.api.writing import fields_taken
from liveblog.models import Scope, WorkingCopy

TAKES = {"based_on": whole("The revision"), "fields": fields_taken}
SENT = {"based_on": 3, "fields": {"body": "<p>Ferries are running again.</p>"}}


class EntryCopy(TokenView):
    """An entry has one copy, whoever writes it; `edit` and `correct` take it over."""

    http_method_names = ["get", "head", "put", "delete"]

    @extend_schema(
        operation_id="working_copy",
        summary="The unpublished edits of a published entry",
        parameters=[schema.ID],
        responses=shapes.shown(shapes.WorkingCopy),
    )
    def get(self, request: Request, public_id: uuid.UUID) -> HttpResponseBase:
        require_scope(request, Scope.READ)
        entry = entry_for(request, public_id)
        copy = WorkingCopy.objects.select_related("entry", "user").filter(entry=entry).first()
        if copy is None:
            raise actions.NotFound("Nobody has a working copy of this entry.")
        return tagged(copy_document(copy))

    @extend_schema(
        operation_id="working_copy_save",
        summary="Keep edits of a published entry without publishing them",
        description="Without `If-Match` a copy is begun; where there is one already, it is 409.",
        parameters=[schema.ID, shapes.COPY_MATCH],
        request=shapes.CopyFields,
        examples=example(SENT),
        responses=shapes.written(shapes.WorkingCopy),
    )
    def put(self, request: Request, public_id: uuid.UUID) -> HttpResponseBase:
        require_scope(request, Scope.DRAFTS)
        entry = entry_for(request, public_id)
        given: dict[str, Any] = clean(dict(request.data), TAKES, None, "a working copy")
        needed(given, list(TAKES))
        begun = not request.headers.get("If-Match")
        copy = actions.save_working_copy(
            user=request.user,
            entry_id=entry.pk,
            revision=None if begun else revision_named(request),
            **given,
        )
        return tagged(copy_document(copy))

    @extend_schema(
        operation_id="working_copy_discard",
        summary="Drop the unpublished edits of a published entry",
        parameters=[schema.ID],
        request=None,
        responses=shapes.written(OpenApiResponse(description="There is none any more."), 204),
    )
    def delete(self, request: Request, public_id: uuid.UUID) -> HttpResponseBase:
        require_scope(request, Scope.DRAFTS)
        clean(dict(request.data), {}, None, "what")
        actions.discard_working_copy(user=request.user, entry_id=entry_for(request, public_id).pk)
        return Response(status=204)
