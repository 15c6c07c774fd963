"""Pictures as a token stores, describes and kills them."""

from __future__ import annotations

import uuid
from typing import Any

from django.http.response import HttpResponseBase
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from liveblog import actions
from liveblog.actions.cleaning import clean, line
from liveblog.actions.shared_rows import MEDIA
from liveblog.api import schema_writing as shapes
from liveblog.api.bodies import CappedForm
from liveblog.api.editing import picture_document
from liveblog.api.tokens import blog_for, picture_for, require_scope, revision_named
from liveblog.api.views.tokened import TokenView, needed, tagged
from liveblog.api.views.verbs import example
from liveblog.models import MediaAsset, Scope

ID = OpenApiParameter("public_id", {"type": "string", "format": "uuid"}, OpenApiParameter.PATH)
TEXTS = ("credit", "alt", "caption", "focus")
FORM = {"blog": line(160, "The live blog"), "file": lambda value, _: value}


def described(asset_id: int, status: int = 200) -> Response:
    """The picture as it stands, with its revision as the ETag."""
    asset = MediaAsset.objects.select_related("team").get(pk=asset_id)
    return tagged(picture_document(asset), status)


class Pictures(TokenView):
    """What is kept is pixels: location, camera data and hidden attachments are dropped."""

    http_method_names = ["post"]
    parser_classes = [CappedForm]

    @extend_schema(
        operation_id="picture_create",
        summary="Store a picture for the team of a live blog",
        description="Needs the scope `write:drafts`.",
        parameters=[shapes.KEY],
        request={"multipart/form-data": shapes.NewPicture},
        responses=shapes.written(shapes.Picture, 201),
    )
    def post(self, request: Request) -> HttpResponseBase:
        require_scope(request, Scope.DRAFTS)
        form: Any = request.data
        sent = dict(form.items())
        rest = {name: value for name, value in sent.items() if name not in TEXTS}
        given = clean(rest, FORM, None, "a picture")
        needed(given, ["blog"])
        texts: dict[str, Any] = {name: sent[name] for name in TEXTS if name in sent}
        upload = given.get("file")
        asset = actions.add_media(
            user=request.user,
            team_id=blog_for(request, given["blog"]).team_id,
            upload=upload if hasattr(upload, "read") else None,
            key=request.headers.get("Idempotency-Key", ""),
            **texts,
        )
        return described(asset.pk, 201)


class Picture(TokenView):
    """The `ETag` is the revision to name in `If-Match`."""

    http_method_names = ["get", "head", "patch"]

    @extend_schema(
        operation_id="picture",
        summary="One picture of your team",
        parameters=[ID],
        responses=shapes.shown(shapes.Picture),
    )
    def get(self, request: Request, public_id: uuid.UUID) -> HttpResponseBase:
        require_scope(request, Scope.READ)
        return described(picture_for(request, public_id).pk)

    @extend_schema(
        operation_id="picture_change",
        summary="Describe a picture anew wherever it is shown",
        description="Needs the scope `publish`.",
        parameters=[ID, shapes.IF_MATCH],
        request=shapes.PictureFields,
        examples=example({"credit": "Ada Moreau / Newsroom"}),
        responses=shapes.written(shapes.Picture, revision=True),
    )
    def patch(self, request: Request, public_id: uuid.UUID) -> HttpResponseBase:
        require_scope(request, Scope.PUBLISH)
        asset = picture_for(request, public_id)
        actions.edit_media(
            user=request.user,
            asset_id=asset.pk,
            revision=revision_named(request),
            fields=clean(dict(request.data), MEDIA, None, "a picture"),
        )
        return described(asset.pk)


class PictureKill(TokenView):
    """It disappears from every entry that shows it."""

    http_method_names = ["post"]

    @extend_schema(
        operation_id="picture_kill",
        summary="Retract a picture for good",
        description="Needs the scope `takedown`.",
        parameters=[ID],
        request=shapes.Nothing,
        responses=shapes.written(shapes.Picture),
    )
    def post(self, request: Request, public_id: uuid.UUID) -> HttpResponseBase:
        require_scope(request, Scope.TAKEDOWN)
        asset = picture_for(request, public_id)
        clean(dict(request.data), {}, None, "this request")
        actions.kill_media(user=request.user, asset_id=asset.pk)
        return described(asset.pk)
