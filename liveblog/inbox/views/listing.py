"""The list: its page, what is older, what is new, and ways of looking that somebody keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl

from django.contrib import admin, messages
from django.db.models import Case, When
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import reverse

from liveblog import actions
from liveblog.admin.refusals import refusal
from liveblog.inbox.asked import LEVELS, STATUSES, Asked
from liveblog.inbox.chains import key_of, listed, loud, matching, moved, newest_key
from liveblog.inbox.feeds import ailing
from liveblog.inbox.gate import Inbox, endpoint, page
from liveblog.inbox.rows import alarms, rows_of, sent, told, uses_by_chain
from liveblog.models import InboxFilter, LiveBlog, WireChain, WireFeed

BAD_KEY = "This must be the key an earlier answer gave."
OFFERED = 40  # live blogs
TOLD = 100  # rows of a list whose uses are told as they change


@page("GET")
def inbox_page(inbox: Inbox) -> HttpResponseBase:
    """The inbox on its own."""
    query = inbox.request.GET
    asked, before = Asked.of(query.dict()), query.get("before", "")[:60]
    since = newest_key()
    try:
        chains, older = listed(asked, before)
    except (ValueError, OverflowError):
        chains, older = listed(asked)
        before = ""
    context = {
        **admin.site.each_context(inbox.request),
        **frame(inbox, asked),
        "title": "Wires",
        "rows": rows_of(chains, inbox.user, inbox.zone),
        "older": f"?{asked.query}&before={older}" if older else "",
        "setup": {
            "user": inbox.user.pk,
            "pass": "",
            "since": "" if before else since,
            "older": older,
            "query": asked.query,
        },
    }
    return TemplateResponse(inbox.request, "admin/inbox/inbox.html", context)


def frame(inbox: Inbox, asked: Asked) -> dict[str, Any]:
    """What stands around the list: the filter's controls and where items may be used."""
    return {
        **controls(asked),
        "kept": InboxFilter.objects.filter(user=inbox.user),
        "blogs": blogs_of(inbox),
    }


def controls(asked: Asked) -> dict[str, Any]:
    """What the filter offers."""
    feeds = list(WireFeed.objects.filter(is_active=True).values_list("slug", "name"))
    if asked.feed and asked.feed not in dict(feeds):
        # A kept way of looking may be older than the feed's pause: what it shows is said.
        rest = WireFeed.objects.filter(slug=asked.feed).values_list("name", flat=True).first()
        feeds.append((asked.feed, f"{rest} (paused)" if rest else f"{asked.feed} (no such feed)"))
    return {
        "asked": asked,
        "feeds": feeds,
        "levels": [(level.value, label) for level, label in LEVELS.items()],
        "statuses": list(STATUSES.items()),
    }


def pane() -> dict[str, Any]:
    """What the column beside the desk begins with: its rows are asked for when it is opened."""
    return {**controls(Asked()), "rows": []}


def blogs_of(inbox: Inbox) -> list[dict[str, Any]]:
    """`{slug, headline, publish}`: where this person may use an item, live ones first."""
    open_ones = (LiveBlog.Status.LIVE, LiveBlog.Status.PLANNED)
    rows = LiveBlog.objects.visible_to(inbox.user).filter(status__in=open_ones)
    planned = Case(When(status=LiveBlog.Status.PLANNED, then=1), default=0)
    found = rows.order_by(planned, "-pk")[:OFFERED]
    return [
        {"slug": blog.slug, "headline": blog.headline, "publish": inbox.may_publish_in(blog)}
        for blog in found
    ]


@endpoint("GET")
def older_rows(inbox: Inbox) -> HttpResponseBase:
    """`{rows, older, since}` for the filter; with `?before=` what is older."""
    query, since = inbox.request.GET, newest_key()
    try:
        chains, older = listed(Asked.of(query.dict()), query.get("before", "")[:60])
    except (ValueError, OverflowError):
        return refusal(400, "bad_key", BAD_KEY)
    rows = sent(rows_of(chains, inbox.user, inbox.zone))
    return JsonResponse({"rows": rows, "older": older, "since": since})


@endpoint("GET")
def arrivals(inbox: Inbox) -> HttpResponseBase:
    """`{rows, gone, alarms, uses, feeds, since, tag, reset}` after `?since=`; 204 if `?tag=` is it.

    `gone` are ids that moved and are not, or no longer, what the filter wants. `uses` are the
    lines on where the chains `?shown=` stand; one without a line stands nowhere. `feeds` are
    sentences on those that fail. `reset`: so much has moved that only kills and what is hot is
    told of it, and the list is to be asked for anew.
    """
    query = inbox.request.GET
    since = query.get("since", "")[:60]
    try:
        chains = moved(since)
    except (ValueError, OverflowError):
        return refusal(400, "bad_key", BAD_KEY)
    if chains is None:
        follow = newest_key()
        return JsonResponse({**_moves(inbox, loud(since)), "since": follow, "reset": True})
    uses = uses_by_chain(_ids(query.get("shown", "")), inbox.user)
    feeds = ailing(inbox.zone)
    tag = _tag(chains, uses, feeds)
    if tag == query.get("tag"):
        return HttpResponse(status=204)
    follow = key_of(chains[0]) if chains else since
    said = {"uses": told(uses), "feeds": feeds, "since": follow, "tag": tag, "reset": False}
    return JsonResponse({**_moves(inbox, chains), **said})


def _moves(inbox: Inbox, chains: list[WireChain]) -> dict[str, Any]:
    wanted = matching(Asked.of(inbox.request.GET.dict()), chains)
    shown = [chain for chain in chains if chain.pk in wanted]
    return {
        "rows": sent(rows_of(shown, inbox.user, inbox.zone)),
        "gone": [chain.pk for chain in chains if chain.pk not in wanted],
        "alarms": alarms(chains),
    }


def _ids(text: str) -> list[int]:
    """Of "12,7": the first `TOLD` of them; what is no id is none."""
    found = [part for part in text.split(",") if part.isascii() and part.isdecimal()]
    return [int(part) for part in found[:TOLD] if len(part) < 19]


def _tag(chains: Iterable[WireChain], uses: dict[int, list[actions.Use]], feeds: list[str]) -> str:
    said = f"{[key_of(chain) for chain in chains]} {sorted(uses.items())} {feeds}"
    return hashlib.sha256(said.encode()).hexdigest()[:20]


@endpoint("GET")
def session(inbox: Inbox) -> HttpResponseBase:
    """Who is signed in now, and the token of that session: a page may be older than it."""
    return JsonResponse({"user": inbox.user.pk, "token": get_token(inbox.request)})


@page("POST")
def keep(inbox: Inbox) -> HttpResponseBase:
    """Keep what is looked at under a name, and go on looking."""
    post = inbox.request.POST
    query = _asked_in(post.get("query", ""))
    before = set(InboxFilter.objects.filter(user=inbox.user).values_list("name", "query"))
    try:
        kept = actions.keep_filter(user=inbox.user, name=post.get("name", ""), query=query)
    except actions.ActionError as error:
        messages.error(inbox.request, error.message)
    else:
        said = f"Kept as “{kept.name}”."
        if any(name == kept.name and what != kept.query for name, what in before):
            said = f"“{kept.name}” keeps this now, and no longer what it kept before."
        messages.success(inbox.request, said)
    return _back(query)


@page("POST")
def forget(inbox: Inbox, filter_id: int) -> HttpResponseBase:
    """Forget one that is kept."""
    mine = InboxFilter.objects.filter(user=inbox.user, pk=filter_id)
    name = mine.values_list("name", flat=True).first()
    actions.forget_filter(user=inbox.user, filter_id=filter_id)
    if name:
        messages.success(inbox.request, f"“{name}” is no longer kept.")
    return _back("")


def _asked_in(query: str) -> str:
    """An address's query in the one order it is compared in, without what asks for nothing."""
    return Asked.of(dict(parse_qsl(query))).query


def _back(asked: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("inbox:list") + (f"?{asked}" if asked else ""))
