"""Every verb that can be tried on an update or a live blog.

A verb here takes the row alone: `before_publication(user)["submit"](entry)`.
"""

from datetime import timedelta

from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry, LiveBlog, WorkingCopy
from tests.cast import in_an_hour

TEXT = {"body": "<p>Ferries sail again.</p>"}


def on_entry(verb, user, **fields):
    return lambda entry: verb(user=user, entry_id=entry.pk, revision=entry.revision, **fields)


def working_copy(user):
    return lambda entry: actions.save_working_copy(
        user=user, entry_id=entry.pk, fields=TEXT, based_on=entry.revision
    )


def reviewed(verb, user, state):
    """A verb on a copy in `state`, which whoever began the update proposes first."""

    def review(entry):
        if entry.state == "published":
            WorkingCopy.objects.create(
                entry=entry,
                fields=TEXT,
                based_on=entry.revision,
                state=state,
                user=entry.created_by,
            )
        verb(user=user, entry_id=entry.pk, revision=1)

    return review


def no_working_copy(user):
    def drop(entry):
        if entry.state == "published":
            working_copy(user)(entry)
        actions.discard_working_copy(user=user, entry_id=entry.pk)

    return drop


def undo_publish(user):
    def take_back(entry):
        if entry.state == "scheduled":
            Entry.objects.filter(pk=entry.pk).update(held_from="draft")
        actions.undo_publish(user=user, entry_id=entry.pk)

    return take_back


def before_publication(user):
    return {
        "save_draft": on_entry(actions.save_draft, user, fields=TEXT),
        "submit": on_entry(actions.submit, user),
        "return_to_draft": on_entry(actions.return_to_draft, user),
        "schedule": on_entry(actions.schedule, user, at=in_an_hour() + timedelta(hours=1)),
        "discard": on_entry(actions.discard, user),
        "publish": on_entry(actions.publish, user),
        "approve": on_entry(actions.approve, user),
        "undo_publish": undo_publish(user),
    }


def after_publication(user):
    return {
        "edit": on_entry(actions.edit, user, fields=TEXT),
        "correct": on_entry(actions.correct, user, note="It was two ferries."),
        "re_time": on_entry(actions.re_time, user, display_at=timezone.now()),
        "mark_key_event": on_entry(actions.mark_key_event, user, is_key_event=True, title="It"),
        "withdraw": on_entry(actions.withdraw, user),
        "restore": on_entry(actions.restore, user),
        "kill": lambda entry: actions.kill(user=user, entry_id=entry.pk, reason="Retracted."),
        "erase_killed": lambda entry: actions.erase_killed(user=user, entry_id=entry.pk),
        "save_working_copy": working_copy(user),
        "submit_working_copy": reviewed(actions.submit_working_copy, user, "open"),
        "return_working_copy": reviewed(actions.return_working_copy, user, "in_review"),
        "approve_working_copy": reviewed(actions.approve_working_copy, user, "in_review"),
        "discard_working_copy": no_working_copy(user),
    }


def on_blog(verb, user, **fields):
    return lambda blog: verb(user=user, blog_id=blog.pk, **fields)


def pin(user):
    def keep_on_top(blog):
        entry = blog.entries.first()
        if entry is not None:
            actions.pin(user=user, entry_id=entry.pk)

    return keep_on_top


def unpin(user):
    def keep_nothing_on_top(blog):
        LiveBlog.objects.filter(pk=blog.pk).update(pinned_entry=blog.entries.first())
        actions.unpin(user=user, blog_id=blog.pk)

    return keep_nothing_on_top


def of_blogs(user):
    return {
        "edit_blog": lambda blog: actions.edit_blog(
            user=user, blog_id=blog.pk, revision=blog.revision, fields={"kicker": "Now"}
        ),
        "open_coverage": on_blog(actions.open_coverage, user),
        "end_coverage": on_blog(actions.end_coverage, user),
        "reopen_coverage": on_blog(actions.reopen_coverage, user),
        "archive_blog": on_blog(actions.archive_blog, user),
        "withdraw_blog": on_blog(actions.withdraw_blog, user),
        "restore_blog": on_blog(actions.restore_blog, user),
        "pin": pin(user),
        "unpin": unpin(user),
    }
