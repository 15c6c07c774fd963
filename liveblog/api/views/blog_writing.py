"""Live blogs as a token plans, changes, opens and ends them."""

from __future__ import annotations

from typing import Any

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from liveblog import actions
from liveblog.api import schema
from liveblog.api import schema_writing as shapes
from liveblog.api.editing import blog_document
from liveblog.api.tokens import (
    blog_for,
    require_scope,
    revision_named,
    team_for,
)
from liveblog.api.views.blogs import BlogDetail, BlogList
from liveblog.api.views.tokened import TokenView, attempt, tagged
from liveblog.api.views.verbs import example
from liveblog.api.writing import blog_fields_in, blog_fields_out
from liveblog.models import LiveBlog, Scope

NEW = {
    "team": "foreign",
    "headline": "Storm hits the harbour",
    "timezone": "America/New_York",
    "topic": "harbour-watch",
}


def edited(blog_id: int, status: int = 200) -> Response:
    """The live blog as it stands, with its revision as the ETag."""
    rows = LiveBlog.objects.select_related("team", "pinned_entry")
    return tagged(blog_document(rows.get(pk=blog_id)), status)


class WritableBlogs(TokenView, BlogList):
    __doc__ = BlogList.__doc__
    http_method_names = ["get", "head", "post"]
    open_reads = True

    @extend_schema(
        operation_id="blog_create",
        summary="Plan a live blog; nothing of it is public until it is opened",
        description="Needs the scope `publish`.",
        request=shapes.NewBlog,
        examples=example(NEW),
        responses=shapes.written(shapes.EditedBlog, 201),
    )
    def post(self, request: Request) -> HttpResponseBase:
        require_scope(request, Scope.PUBLISH)
        data = dict(request.data)
        team_id = team_for(request, data.pop("team", None))
        fields = blog_fields_in(data)
        blog = actions.create_blog(user=request.user, team_id=team_id, fields=fields)
        return edited(blog.pk, 201)


class WritableBlog(TokenView, BlogDetail):
    __doc__ = BlogDetail.__doc__
    http_method_names = ["get", "head", "patch"]
    open_reads = True

    @extend_schema(
        operation_id="blog_change",
        summary="Change what stands around the entries",
        description="Needs the scope `publish`.",
        parameters=[schema.SLUG, shapes.IF_MATCH],
        request=shapes.BlogFields,
        examples=example({"summary_points": ["Ferries are suspended."]}),
        responses=shapes.written(shapes.EditedBlog, revision=True),
    )
    def patch(self, request: Request, slug: str) -> HttpResponseBase:
        require_scope(request, Scope.PUBLISH)
        blog = blog_for(request, slug)
        asked: dict[str, Any] = {"revision": revision_named(request)}
        asked["fields"] = blog_fields_in(dict(request.data))
        attempt(
            lambda: actions.edit_blog(user=request.user, blog_id=blog.pk, **asked), blog_fields_out
        )
        return edited(blog.pk)


class BlogEditing(TokenView):
    """The `ETag` is the revision to name in `If-Match`."""

    @extend_schema(
        operation_id="blog_editing",
        summary="One live blog of your team as it is edited, in any status",
        parameters=[schema.SLUG],
        responses=shapes.shown(shapes.EditedBlog),
    )
    def get(self, request: Request, slug: str) -> HttpResponseBase:
        require_scope(request, Scope.READ)
        return edited(blog_for(request, slug).pk)
