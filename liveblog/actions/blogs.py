"""The verbs on a live blog itself: its chrome, its coverage, its pin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from liveblog.actions import shared
from liveblog.actions.actors import Actor, authorise, user_of
from liveblog.actions.blog_fields import (
    RESERVED_SLUGS,
    blog_fields_of,
    chains_of_lead,
    clean_blog_fields,
    slug_for,
)
from liveblog.actions.change import Change, changing, lock_chains
from liveblog.actions.errors import Invalid, Stale, WrongState
from liveblog.models import Entry, FormerSlug, LiveBlog, Revision, Role


def create_blog(*, user: Actor, team_id: int, fields: Mapping[str, Any]) -> LiveBlog:
    """Plan a live blog. Nothing of it is public until its coverage is opened."""
    with _one_address_each():
        authorise(user, team_id, Role.EDITOR)
        lock_chains(chains_of_lead(fields))
        cleaned = clean_blog_fields({"headline": "", **fields}, team_id)
        if cleaned.get("slug"):
            _require_free_slug(cleaned["slug"], None)
        else:
            cleaned["slug"] = free_slug(cleaned["headline"])
        blog = LiveBlog(team_id=team_id, created_by=user_of(user), coverage_start=timezone.now())
        _apply(blog, cleaned)
        _require_dates(blog)
        blog.save()
        Revision.objects.create(
            blog=blog,
            number=blog.revision,
            verb="create",
            user=user_of(user),
            blog_version=0,
            snapshot=blog_fields_of(blog),
        )
    return blog


def free_slug(headline: str) -> str:
    """An address for `headline` that no blog has or had."""
    base = slug_for(headline)
    slug, suffix = base, 1
    while _slug_taken(slug, None):
        suffix += 1
        slug = f"{base}-{suffix}"
    return slug


def edit_blog(*, user: Actor, blog_id: int, revision: int, fields: Mapping[str, Any]) -> LiveBlog:
    """Change what stands around the entries."""
    chains = chains_of_lead(fields)
    with _chrome(user, blog_id, Role.EDITOR, "edit", revision=revision, chains=chains) as change:
        blog = change.blog
        cleaned = clean_blog_fields(fields, blog.team_id)
        if "slug" in cleaned and cleaned["slug"] != blog.slug:
            _move(blog, cleaned["slug"])
        in_every_fragment = {"slug", "timezone", "language"} & cleaned.keys()
        changed = any(getattr(blog, name) != cleaned[name] for name in in_every_fragment)
        _apply(blog, cleaned)
        _require_dates(blog)
        if changed and blog.published_at:
            for entry in blog.entries.filter(state=Entry.State.PUBLISHED).order_by("number"):
                entry.blog = blog
                change.touch(entry)
            change.refresh_credit_line()
    return blog


def open_coverage(*, user: Actor, blog_id: int) -> LiveBlog:
    """Make a planned blog public and live."""
    with _chrome(user, blog_id, Role.EDITOR, "open") as change:
        _from(change, LiveBlog.Status.PLANNED)
        change.blog.status = LiveBlog.Status.LIVE
        change.blog.published_at = change.now
    return change.blog


def end_coverage(*, user: Actor, blog_id: int) -> LiveBlog:
    """End live coverage: open pages stop following."""
    with _chrome(user, blog_id, Role.EDITOR, "end") as change:
        _from(change, LiveBlog.Status.LIVE)
        change.blog.status = LiveBlog.Status.ENDED
        change.blog.coverage_end = max(change.now, change.blog.coverage_start)
    return change.blog


def reopen_coverage(*, user: Actor, blog_id: int) -> LiveBlog:
    """Take ended coverage up again."""
    with _chrome(user, blog_id, Role.EDITOR, "reopen") as change:
        _from(change, LiveBlog.Status.ENDED, LiveBlog.Status.ARCHIVED)
        change.blog.status = LiveBlog.Status.LIVE
        change.blog.coverage_end = None
    return change.blog


def archive_blog(*, user: Actor, blog_id: int) -> LiveBlog:
    """Put ended coverage among the finished: still public, no longer offered as recent."""
    with _chrome(user, blog_id, Role.EDITOR, "archive") as change:
        _from(change, LiveBlog.Status.ENDED)
        change.blog.status = LiveBlog.Status.ARCHIVED
    return change.blog


def withdraw_blog(*, user: Actor, blog_id: int, note: str = "") -> LiveBlog:
    """Take a whole live blog down, reversibly: every address of it answers 410."""
    with _chrome(user, blog_id, Role.CHIEF, "withdraw", note=note) as change:
        _from(change, *LiveBlog.PUBLIC)
        change.blog.status = LiveBlog.Status.WITHDRAWN
    return change.blog


def restore_blog(*, user: Actor, blog_id: int) -> LiveBlog:
    """Put a withdrawn live blog back as ended coverage."""
    with _chrome(user, blog_id, Role.CHIEF, "restore") as change:
        _from(change, LiveBlog.Status.WITHDRAWN)
        change.blog.status = LiveBlog.Status.ENDED
        change.blog.coverage_end = change.blog.coverage_end or max(
            change.now, change.blog.coverage_start
        )
    return change.blog


def pin(*, user: Actor, entry_id: int) -> LiveBlog:
    """Keep one published entry on top; whichever was pinned before gives way."""
    blog_id = Entry.objects.filter(pk=entry_id).values_list("blog_id", flat=True).first()
    with changing(user, blog_id or 0, Role.EDITOR) as change:
        entry = change.entry(entry_id)
        change.require(entry, Entry.State.PUBLISHED)
        put_on_top(change, entry)
    return change.blog


def put_on_top(change: Change, entry: Entry) -> None:
    """Point the blog's pin at a published entry."""
    if change.blog.pinned_entry_id != entry.pk:
        change.blog.pinned_entry = entry
        _record(change, "pin", f"entry {entry.number}")


def unpin(*, user: Actor, blog_id: int) -> LiveBlog:
    """Keep no entry on top."""
    with changing(user, blog_id, Role.EDITOR) as change:
        if change.blog.pinned_entry_id is not None:
            change.blog.pinned_entry = None
            _record(change, "unpin", "")
    return change.blog


@contextmanager
def _chrome(
    user: Actor,
    blog_id: int,
    needs: Role,
    verb: str,
    *,
    revision: int | None = None,
    note: str = "",
    chains: Iterable[int] = (),
) -> Iterator[Change]:
    """A change of the chrome, which may also change what the neighbouring days link to."""
    with _one_address_each(), changing(user, blog_id, needs, chains=chains) as change:
        blog = change.blog
        if revision is not None and revision != blog.revision:
            raise Stale(
                "Somebody else saved this live blog after you opened it. "
                "Your text is kept; compare the two and save again.",
                current=blog_fields_of(blog),
                revision=blog.revision,
            )
        neighbours, link, was_public = shared.neighbours_of(blog), _link(blog), blog.is_public
        yield change
        _record(change, verb, note, public=was_public or blog.is_public)
        edits = []
        if _link(blog) != link:
            blog.save()
            neighbours |= shared.neighbours_of(blog)
            edits = shared.announce(user, neighbours)
    if edits:
        # A neighbour opened while this was not yet committed could not be seen above.
        edits += shared.announce(user, shared.neighbours_of(blog) - neighbours)
    shared.finish(edits)


@contextmanager
def _one_address_each() -> Iterator[None]:
    """Of two editors who take one address at the same moment, the second is told."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if "slug" not in str(error):
            raise
        taken = "Another live blog took this address just now. Choose another."
        raise Invalid({"slug": [taken]}) from error


def _link(blog: LiveBlog) -> tuple[object, ...]:
    """What the neighbouring days of the topic show of this blog; nothing while not public."""
    if not blog.is_public:
        return ()
    return (blog.slug, blog.headline, blog.topic_id, blog.coverage_start, blog.timezone)


def _record(change: Change, verb: str, note: str, *, public: bool = True) -> None:
    change.blog.revision += 1
    if public:
        change.chrome()
    change.record_blog(verb, blog_fields_of(change.blog), note)


def _from(change: Change, *statuses: str) -> None:
    if change.blog.status not in statuses:
        status = change.blog.get_status_display().lower()
        raise WrongState(f"This live blog is {status}, so that cannot be done.")


def _apply(blog: LiveBlog, cleaned: dict[str, Any]) -> None:
    for name, value in cleaned.items():
        setattr(blog, f"{name}_id" if name in ("topic", "lead_image") else name, value)


def _require_dates(blog: LiveBlog) -> None:
    if blog.coverage_end and blog.coverage_end < blog.coverage_start:
        raise Invalid({"coverage_end": ["The coverage cannot end before it starts."]})


def _move(blog: LiveBlog, slug: str) -> None:
    """Take a new address; the old one redirects if it was ever public."""
    _require_free_slug(slug, blog)
    FormerSlug.objects.filter(slug=slug, blog=blog).delete()
    if blog.published_at is not None:
        FormerSlug.objects.get_or_create(slug=blog.slug, defaults={"blog": blog})


def _slug_taken(slug: str, blog: LiveBlog | None) -> bool:
    others = LiveBlog.objects.filter(slug=slug)
    former = FormerSlug.objects.filter(slug=slug)
    if blog is not None:
        others, former = others.exclude(pk=blog.pk), former.exclude(blog=blog)
    return slug in RESERVED_SLUGS or others.exists() or former.exists()


def _require_free_slug(slug: str, blog: LiveBlog | None) -> None:
    if _slug_taken(slug, blog):
        raise Invalid({"slug": [f"The address “{slug}” is taken by another live blog."]})
