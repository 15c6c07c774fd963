"""The verbs that the list of updates offers for several at once."""

from __future__ import annotations

from liveblog import actions
from liveblog.admin.entry_verbs import VERBS
from liveblog.admin.verbs import Verb, by_state
from liveblog.models import Entry, Role

SUBMIT = Verb(
    name="submit",
    label="Submit for review",
    needs=Role.REPORTER,
    applies=by_state(Entry.State.DRAFT),
    explanation="Gives these drafts to an editor. Readers see nothing of them yet.",
    done="Submitted for review.",
    run=lambda user, entry, form: actions.submit(
        user=user, entry_id=entry.pk, revision=form.seen_revision
    ),
)
APPROVE = Verb(
    name="approve",
    label="Approve and publish",
    needs=Role.EDITOR,
    applies=by_state(Entry.State.IN_REVIEW),
    explanation="Publishes these updates as they stand: readers see them at once, or when "
    "the seconds to undo of their live blog are over.",
    done="Approved.",
    run=lambda user, entry, form: actions.approve(
        user=user, entry_id=entry.pk, revision=form.seen_revision, hold=True
    ),
)
_BY_NAME = {verb.name: verb for verb in VERBS}
TOGETHER = (SUBMIT, APPROVE, *(_BY_NAME[name] for name in ("discard", "withdraw", "kill")))
