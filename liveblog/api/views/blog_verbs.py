"""What can be done with a live blog, each verb at an address of its own."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from liveblog import actions
from liveblog.actions.cleaning import line
from liveblog.api import schema
from liveblog.api import schema_writing as shapes
from liveblog.api.names import uuid_in
from liveblog.api.tokens import blog_for, require_scope
from liveblog.api.views.blog_writing import edited
from liveblog.api.views.tokened import TokenView
from liveblog.api.views.verbs import Verb, address_of
from liveblog.models import Entry, Scope

VERBS = {
    "open": Verb("Make it public and live", Scope.PUBLISH, actions.open_coverage),
    "end": Verb("End live coverage", Scope.PUBLISH, actions.end_coverage),
    "reopen": Verb("Take ended coverage up again", Scope.PUBLISH, actions.reopen_coverage),
    "archive": Verb("Put it among the finished", Scope.PUBLISH, actions.archive_blog),
    "withdraw": Verb(
        "Take the whole live blog down, reversibly: for chiefs",
        Scope.TAKEDOWN,
        actions.withdraw_blog,
        {"note": line(500, "The note")},
        shapes.Note,
        {"note": "Opened by mistake."},
    ),
    "restore": Verb(
        "Put it back as ended coverage: for chiefs", Scope.TAKEDOWN, actions.restore_blog
    ),
    "pin": Verb(
        "Keep one published entry on top",
        Scope.PUBLISH,
        lambda *, user, blog_id, entry: actions.pin(user=user, entry_id=_entry(blog_id, entry)),
        {"entry": line(36, "The entry")},
        shapes.Pin,
        {"entry": "2f6c2bd2-35a1-4d3c-9d53-7a1a0e8f0c11"},
    ),
    "unpin": Verb("Keep no entry on top", Scope.PUBLISH, actions.unpin),
}


def _entry(blog_id: int, named: str) -> int:
    """The id of the entry a script names, if this live blog has it."""
    wanted = uuid_in(named)
    rows = Entry.objects.filter(blog=blog_id, public_id=wanted) if wanted else Entry.objects.none()
    entry_id = rows.values_list("pk", flat=True).first()
    if entry_id is None:
        raise actions.Invalid({"entry": ["This live blog has no such entry."]})
    return int(entry_id)


class BlogVerb(TokenView):
    """The answer is the live blog as it is edited."""

    http_method_names = ["post"]
    verb: ClassVar[Verb]

    def post(self, request: Request, slug: str) -> HttpResponseBase:
        blog = blog_for(request, slug)
        require_scope(request, self.verb.scope)
        given = self.verb.given(request)
        self.verb.call(user=request.user, blog_id=blog.pk, **given)
        return edited(blog.pk)


def blog_verb(name: str) -> Any:
    """The view of one verb."""
    return address_of(BlogVerb, "blog", name, VERBS[name], schema.SLUG, shapes.EditedBlog)
