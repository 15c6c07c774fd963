"""Tomorrow's live blog from today's: what stands around the entries, a day on."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from liveblog.actions.actors import Actor, authorise
from liveblog.actions.blog_fields import blog_fields_of
from liveblog.actions.blogs import create_blog
from liveblog.actions.errors import Invalid, NotFound
from liveblog.actions.wire_rows import why_not_shown
from liveblog.apstyle import resolve_local, with_date_moved
from liveblog.models import LiveBlog, Role

# Of its own day alone: the address, what was known then, the end.
_LEFT_BEHIND = ("slug", "summary_points", "coverage_end")
_PICTURE = ("lead_image", "lead_caption")
_NAMES_A_DATE = ("headline", "standfirst", "kicker")
FURTHEST = timedelta(days=366)


def copy_blog(
    *,
    user: Actor,
    blog_id: int,
    on: date | None = None,
    headline: str = "",
    with_picture: bool = False,
) -> LiveBlog:
    """Plan a live blog like `blog_id` for the day `on`, in its zone; no entry comes along.

    The coverage starts at the same time of day, dates in AP style move on with it, and an empty
    `headline` is the old one with its date moved. Without `on`: see `next_day`.
    """
    blog = LiveBlog.objects.filter(pk=blog_id).first()
    if blog is None:
        raise NotFound("There is no such live blog.")
    authorise(user, blog.team_id, Role.EDITOR)
    on = on or next_day(blog)
    day = day_of(blog)
    if not day < on <= _last_day(blog):
        why = "The new day must be later than the old one, and at most a year from now."
        raise Invalid({"on": [why]})
    fields = blog_fields_of(blog)
    for name in (*_LEFT_BEHIND, *(() if with_picture else _PICTURE)):
        del fields[name]
    for name in _NAMES_A_DATE:
        fields[name] = with_date_moved(fields[name], day, on)
    if headline.strip():
        fields["headline"] = headline
    lead = blog.lead_image if with_picture else None
    if lead and (not lead.may_be_shown or why_not_shown(lead, timezone.now())):
        fields["lead_image"] = None  # killed or held since: nothing may begin with it
    start = blog.coverage_start.astimezone(blog.zone)
    fields["coverage_start"], _ = resolve_local(on, start.time(), blog.zone)
    return create_blog(user=user, team_id=blog.team_id, fields=fields)


def day_of(blog: LiveBlog) -> date:
    """The day a live blog covers: that of its start, in its zone."""
    return blog.coverage_start.astimezone(blog.zone).date()


def next_day(blog: LiveBlog) -> date:
    """The day a copy is for unless told otherwise: today, or the day after the old one's."""
    return max(_today(blog), day_of(blog) + timedelta(days=1))


def _last_day(blog: LiveBlog) -> date:
    """A year on: further than that is a slip of the hand. An old live blog counts from today."""
    return max(_today(blog), day_of(blog)) + FURTHEST


def _today(blog: LiveBlog) -> date:
    return timezone.now().astimezone(blog.zone).date()
