"""Who saved what and when, with what changed from one revision to the next. To read only."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse

from liveblog import security_log
from liveblog.admin.access import name_of, reaches, role_for, user_of
from liveblog.admin.describe import differences, lines_of, names_for
from liveblog.admin.lists import in_zone
from liveblog.admin.verb_pages import VerbPagesAdmin
from liveblog.models import Entry, LiveBlog, Revision, Role

SHOWN = 50  # revisions on the page, the newest ones
CHIEFS = "What has been killed is kept as evidence: only chiefs read it."


def revisions_of(row: Entry | LiveBlog) -> QuerySet[Revision]:
    """The revisions of an entry, or of a live blog's own fields, newest first."""
    if isinstance(row, Entry):
        rows = Revision.objects.filter(entry=row)
    else:
        rows = Revision.objects.filter(blog=row, entry=None)
    return rows.select_related("user").order_by("-number", "-pk")


def latest(row: Entry | LiveBlog, blog: LiveBlog) -> tuple[str, str]:
    """`(who, when)` of the newest save."""
    revision = revisions_of(row).first()
    return (who(revision), in_zone(revision.at, blog)) if revision else ("Somebody", "")


def who(revision: Revision) -> str:
    """The person behind a revision, or the site itself."""
    return name_of(revision.user)


def deed(revision: Revision) -> str:
    """The verb of a revision in the past tense."""
    return DEEDS.get(revision.verb, revision.verb.replace("_", " ").capitalize())


DEEDS = {
    "create": "Begun",
    "save": "Saved",
    "submit": "Submitted for review",
    "return": "Returned to its author",
    "schedule": "Scheduled",
    "hold": "Set to go out",
    "undo_publish": "Publishing undone",
    "publish": "Published",
    "approve": "Approved and published",
    "edit": "Changed",
    "correct": "Corrected",
    "re_time": "Re-timed",
    "mark_key_event": "Key event changed",
    "withdraw": "Withdrawn",
    "restore": "Restored",
    "kill": "Killed",
    "erase": "Text erased",
    "discard": "Discarded",
    "expire": "Rights expired",
    "renew": "Allowed again by the contract",
    "due_failed": "Not published when due",
    "open": "Coverage opened",
    "end": "Coverage ended",
    "reopen": "Coverage reopened",
    "archive": "Archived",
}


def fields_in(revision: Revision) -> dict[str, Any]:
    """The fields a revision kept; a blog's revision is its fields, an entry's names them.

    What was saved before entries had tags had none.
    """
    snapshot: dict[str, Any] = revision.snapshot
    if not revision.entry_id:
        return snapshot
    fields: dict[str, Any] = snapshot.get("fields", {})
    return {"tags": [], **fields} if fields else fields


def steps(revisions: list[Revision], blog: LiveBlog) -> list[dict[str, Any]]:
    """What the page shows of each revision, with its differences from the one before it.

    The last of `revisions` is there for comparison alone if there are more than `SHOWN`.
    """
    states = [fields_in(revision) for revision in revisions]
    names = names_for(states, blog.zone)
    found = []
    for revision, state, before in zip(revisions, states, [*states[1:], {}], strict=True):
        found.append(
            {
                "revision": revision,
                "deed": deed(revision),
                "who": who(revision),
                "when": in_zone(revision.at, blog),
                "state": _state(revision),
                "differences": differences(before, state, names),
                "first": [] if before else lines_of(state, names),
            }
        )
    return found[:SHOWN]


def _state(revision: Revision) -> str:
    """An entry's state after a revision, in words."""
    state = revision.snapshot.get("state", "") if revision.entry_id else ""
    return dict(Entry.State.choices).get(state, state).lower()


def is_closed(row: Entry | LiveBlog, role: Role | None) -> bool:
    """Whether somebody of this role reads who did what and when, and no text of it."""
    killed = isinstance(row, Entry) and row.state == Entry.State.KILLED
    return killed and not reaches(role, Role.CHIEF)


def without_texts(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Steps for whoever may not read what has been killed."""
    return [{**step, "differences": [], "first": []} for step in found]


class HistoryAdmin(VerbPagesAdmin):
    """Replaces Django's log, which knows neither verbs nor texts, by the revisions."""

    def closed(self, request: HttpRequest, row: Entry | LiveBlog) -> bool:
        """Whether this person may not read it; of what is killed every other look is recorded."""
        blog = row.blog if isinstance(row, Entry) else row
        closed = is_closed(row, role_for(request, blog.team_id))
        if isinstance(row, Entry) and row.state == Entry.State.KILLED and not closed:
            security_log.event("entry.read_killed", user=user_of(request), entry=row.pk)
        return closed

    def history_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        """What more the page offers."""
        return {}

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> TemplateResponse:
        row = self.find(request, object_id)
        blog = row.blog if isinstance(row, Entry) else row
        revisions = list(revisions_of(row)[: SHOWN + 1])
        closed, found = self.closed(request, row), steps(revisions, blog)
        context = {
            **self.admin_site.each_context(request),
            **self.history_context(request, row),
            "title": "History",
            "opts": self.opts,
            "original": row,
            "steps": without_texts(found) if closed else found,
            "closed": CHIEFS if closed else "",
            "more": len(revisions) > SHOWN,
            "back": self.change_url(row),
        }
        return TemplateResponse(request, "admin/newsroom/history.html", context)
