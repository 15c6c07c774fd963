"""The verbs: the only writers of live blogs and entries.

Each takes keywords only, checks the person's role in the blog's team, locks in one order, cuts a
revision, moves the version where readers can see the change, and raises `ActionError` with
nothing stored where it cannot. `user` is a person or `SYSTEM`.
"""

from liveblog.actions.actors import SYSTEM, Actor, System, role_in
from liveblog.actions.blog_fields import BlogFields, blog_fields_of
from liveblog.actions.blogs import (
    archive_blog,
    create_blog,
    edit_blog,
    end_coverage,
    open_coverage,
    pin,
    reopen_coverage,
    restore_blog,
    unpin,
    withdraw_blog,
)
from liveblog.actions.cards import (
    EmbedPreview,
    embed_preview,
    forget_unused_cards,
    look_up_embed,
    preview_of,
)
from liveblog.actions.content import fields_of
from liveblog.actions.copies import (
    approve_working_copy,
    disputed,
    fields_before,
    own_changes,
    return_working_copy,
    submit_working_copy,
)
from liveblog.actions.copying import copy_blog
from liveblog.actions.drafts import (
    create_draft,
    discard,
    return_to_draft,
    save_draft,
    schedule,
    submit,
)
from liveblog.actions.embeds import Found, fill_embed, postpone_embed, release_embed
from liveblog.actions.errors import (
    ActionError,
    Blocked,
    Invalid,
    KeyReused,
    NotAllowed,
    NotFound,
    Stale,
    WrongState,
)
from liveblog.actions.feed_polling import (
    feed_answered,
    feed_failed,
    keep_feed,
    note_push,
    release_feed,
)
from liveblog.actions.feeds import create_feed, edit_feed, new_push_key, set_feed_active
from liveblog.actions.fields import EntryFields
from liveblog.actions.holding import undo_publish
from liveblog.actions.idempotency import keys_of
from liveblog.actions.importing import (
    ImportedAttribution,
    ImportedBlog,
    ImportedEntry,
    ImportResult,
    import_blog,
)
from liveblog.actions.media import add_media, make_renditions
from liveblog.actions.new_rows import create_source, create_topic
from liveblog.actions.people import (
    change_person,
    create_person,
    drop_second_factor,
    set_active,
    set_password,
)
from liveblog.actions.presence import be_here, forget_absent, leave
from liveblog.actions.previews import link_behind, open_links, revoke_preview, share_preview
from liveblog.actions.published import (
    correct,
    discard_working_copy,
    edit,
    erase_killed,
    kill,
    mark_key_event,
    re_time,
    restore,
    save_working_copy,
    withdraw,
)
from liveblog.actions.publishing import approve, publish, publish_due, publish_new
from liveblog.actions.restored import raise_versions
from liveblog.actions.shared_rows import (
    edit_media,
    edit_rights,
    edit_source,
    edit_topic,
    kill_media,
)
from liveblog.actions.teams import create_team, grant_role, rename_team, revoke_role
from liveblog.actions.tokens import create_token, revoke_token, token_of
from liveblog.actions.wire_candidates import Candidate, candidates_for
from liveblog.actions.wire_clock import lift_due, sweep_canceled
from liveblog.actions.wire_expiring import expire_due
from liveblog.actions.wire_filters import forget_filter, keep_filter
from liveblog.actions.wire_purging import purge_due
from liveblog.actions.wire_receiving import Received, WireFields, receive
from liveblog.actions.wire_tasks import acknowledge, match_kill, take_update
from liveblog.actions.wire_use import Used, cite, use
from liveblog.actions.wire_uses import Use, uses_of

__all__ = [
    "SYSTEM",
    "ActionError",
    "Actor",
    "Blocked",
    "BlogFields",
    "Candidate",
    "EmbedPreview",
    "EntryFields",
    "Found",
    "ImportResult",
    "ImportedAttribution",
    "ImportedBlog",
    "ImportedEntry",
    "Invalid",
    "KeyReused",
    "NotAllowed",
    "NotFound",
    "Received",
    "Stale",
    "System",
    "Use",
    "Used",
    "WireFields",
    "WrongState",
    "acknowledge",
    "add_media",
    "approve",
    "approve_working_copy",
    "archive_blog",
    "be_here",
    "blog_fields_of",
    "candidates_for",
    "change_person",
    "cite",
    "copy_blog",
    "correct",
    "create_blog",
    "create_draft",
    "create_feed",
    "create_person",
    "create_source",
    "create_team",
    "create_token",
    "create_topic",
    "discard",
    "discard_working_copy",
    "disputed",
    "drop_second_factor",
    "edit",
    "edit_blog",
    "edit_feed",
    "edit_media",
    "edit_rights",
    "edit_source",
    "edit_topic",
    "embed_preview",
    "end_coverage",
    "erase_killed",
    "expire_due",
    "feed_answered",
    "feed_failed",
    "fields_before",
    "fields_of",
    "fill_embed",
    "forget_absent",
    "forget_filter",
    "forget_unused_cards",
    "grant_role",
    "import_blog",
    "keep_feed",
    "keep_filter",
    "keys_of",
    "kill",
    "kill_media",
    "leave",
    "lift_due",
    "link_behind",
    "look_up_embed",
    "make_renditions",
    "mark_key_event",
    "match_kill",
    "new_push_key",
    "note_push",
    "open_coverage",
    "open_links",
    "own_changes",
    "pin",
    "postpone_embed",
    "preview_of",
    "publish",
    "publish_due",
    "publish_new",
    "purge_due",
    "raise_versions",
    "re_time",
    "receive",
    "release_embed",
    "release_feed",
    "rename_team",
    "reopen_coverage",
    "restore",
    "restore_blog",
    "return_to_draft",
    "return_working_copy",
    "revoke_preview",
    "revoke_role",
    "revoke_token",
    "role_in",
    "save_draft",
    "save_working_copy",
    "schedule",
    "set_active",
    "set_feed_active",
    "set_password",
    "share_preview",
    "submit",
    "submit_working_copy",
    "sweep_canceled",
    "take_update",
    "token_of",
    "undo_publish",
    "unpin",
    "use",
    "uses_of",
    "withdraw",
    "withdraw_blog",
]
