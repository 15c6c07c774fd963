"""What can be done with an entry, each verb at an address of its own."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from liveblog import actions
from liveblog.actions.cleaning import choice, line, moment, yes_no
from liveblog.api import schema
from liveblog.api import schema_writing as shapes
from liveblog.api.tokens import entry_for, require_scope, revision_named
from liveblog.api.views.entry_writing import saved
from liveblog.api.views.tokened import TokenView
from liveblog.api.views.verbs import Verb, address_of
from liveblog.api.writing import fields_taken
from liveblog.models import Correction, Scope

NOTE = {"note": line(500, "The note")}
CORRECTION = {
    "note": line(1000, "The note"),
    "kind": choice(Correction.Kind.values, "The kind"),
    "fields": fields_taken,
}
KEY_EVENT = {"is_key_event": yes_no, "title": line(120, "The title")}


def _verb(
    summary: str, scope: Scope, call: Any, takes: Any = None, body: Any = None, **example: Any
) -> Verb:
    body = body or shapes.Nothing
    return Verb(summary, scope, call, takes or {}, body, example, of_revision=True)


VERBS = {
    "submit": _verb("Hand a draft to an editor", Scope.DRAFTS, actions.submit),
    "discard": _verb("Put away what was never public", Scope.DRAFTS, actions.discard),
    "return": _verb(
        "Give an entry in review back to its author",
        Scope.PUBLISH,
        actions.return_to_draft,
        NOTE,
        shapes.Note,
        note="Who says so?",
    ),
    "schedule": _verb(
        "Plan publication; everything is checked again when the time comes",
        Scope.PUBLISH,
        actions.schedule,
        {"at": moment("The time")},
        shapes.Schedule,
        at="2026-01-05T18:30:00-05:00",
    ),
    "publish": _verb("Publish", Scope.PUBLISH, actions.publish),
    "approve": _verb("Publish what is in review", Scope.PUBLISH, actions.approve),
    "correct": _verb(
        "Put an error right, with a dated note that readers see",
        Scope.PUBLISH,
        actions.correct,
        CORRECTION,
        shapes.Correct,
        note="An earlier version named the wrong port.",
        fields={"body": "<p>The ferry left Easthaven.</p>"},
    ),
    "re-time": _verb(
        "Move a published entry to another display time",
        Scope.PUBLISH,
        actions.re_time,
        {"display_at": moment("The time")},
        shapes.ReTime,
        display_at="2026-01-05T18:30:00-05:00",
    ),
    "mark-key-event": _verb(
        "List a published entry among the key events, or no longer",
        Scope.PUBLISH,
        actions.mark_key_event,
        KEY_EVENT,
        shapes.KeyEvent,
        is_key_event=True,
        title="Ferries stop",
    ),
    "withdraw": _verb(
        "Take a published entry down, reversibly",
        Scope.TAKEDOWN,
        actions.withdraw,
        NOTE,
        shapes.Note,
        note="Not confirmed.",
    ),
    "restore": _verb(
        "Put a withdrawn entry back under its number", Scope.TAKEDOWN, actions.restore
    ),
    "kill": Verb(
        "Retract for good, from any state; it takes no revision and never loses a race",
        Scope.TAKEDOWN,
        actions.kill,
        {"reason": line(500, "The reason")},
        shapes.Kill,
        {"reason": "The agency has killed it."},
    ),
}


class EntryVerb(TokenView):
    """The answer is the entry as it is edited; its `ETag` is the next revision to name."""

    http_method_names = ["post"]
    verb: ClassVar[Verb]

    def post(self, request: Request, public_id: uuid.UUID) -> HttpResponseBase:
        entry = entry_for(request, public_id)
        require_scope(request, self.verb.scope)
        seen = {"revision": revision_named(request)} if self.verb.of_revision else {}
        asked = self.verb.given(request) | seen
        return saved(
            entry.pk, lambda: self.verb.call(user=request.user, entry_id=entry.pk, **asked)
        )


def entry_verb(name: str) -> Any:
    """The view of one verb."""
    return address_of(EntryVerb, "entry", name, VERBS[name], schema.ID, shapes.EditedEntry)
