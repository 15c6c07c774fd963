"""The list: its page, what is older, what is new, and ways of looking that somebody keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl

from django.contrib import admin, messages
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import reverse

from liveblog import actions
from liveblog.admin.refusals import refusal
from liveblog.inbox.asked import LEVELS, STATUSES, Asked
from liveblog.inbox.chains import key_of, key_of_now, listed, matching, moved
from liveblog.inbox.gate import Inbox, endpoint, page
from liveblog.inbox.rows import alarms, rows_of, sent
from liveblog.models import InboxFilter, LiveBlog, WireChain, WireFeed

BAD_KEY = "This must be the key an earlier answer gave."
OFFERED = 40  # live blogs


@page("GET")
def inbox_page(inbox: Inbox) -> HttpResponseBase:
    """The inbox on its own."""
    query = inbox.request.GET
    asked, before = Asked.of(query.dict()), query.get("before", "")[:60]
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
            "since": "" if before else _newest_key(chains),
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
    return {
        "asked": asked,
        "feeds": list(WireFeed.objects.filter(is_active=True).values_list("slug", "name")),
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
    found = sorted(rows.order_by("-pk")[:OFFERED], key=lambda blog: blog.status == open_ones[1])
    return [
        {"slug": blog.slug, "headline": blog.headline, "publish": inbox.may_publish_in(blog)}
        for blog in found
    ]


@endpoint("GET")
def older_rows(inbox: Inbox) -> HttpResponseBase:
    """`{rows, older, since}` for the filter; with `?before=` what is older."""
    query = inbox.request.GET
    try:
        chains, older = listed(Asked.of(query.dict()), query.get("before", "")[:60])
    except (ValueError, OverflowError):
        return refusal(400, "bad_key", BAD_KEY)
    rows = sent(rows_of(chains, inbox.user, inbox.zone))
    return JsonResponse({"rows": rows, "older": older, "since": _newest_key(chains)})


@endpoint("GET")
def arrivals(inbox: Inbox) -> HttpResponseBase:
    """`{rows, gone, alarms, since, tag, reset}` after `?since=`; 204 if that is what `?tag=` says.

    `gone` are ids that moved and are not, or no longer, what the filter wants.
    """
    query = inbox.request.GET
    try:
        chains = moved(query.get("since", "")[:60])
    except (ValueError, OverflowError):
        return refusal(400, "bad_key", BAD_KEY)
    if chains is None:
        return JsonResponse({"reset": True, "rows": [], "gone": [], "alarms": []})
    tag = _tag(chains)
    if tag == query.get("tag"):
        return HttpResponse(status=204)
    wanted = matching(Asked.of(query.dict()), chains)
    shown = [chain for chain in chains if chain.pk in wanted]
    return JsonResponse(
        {
            "reset": False,
            "rows": sent(rows_of(shown, inbox.user, inbox.zone)),
            "gone": [chain.pk for chain in chains if chain.pk not in wanted],
            "alarms": alarms(chains),
            "since": _newest_key(chains) if chains else query["since"],
            "tag": tag,
        }
    )


def _tag(chains: Iterable[WireChain]) -> str:
    return hashlib.sha256(" ".join(map(key_of, chains)).encode()).hexdigest()[:20]


def _newest_key(chains: list[WireChain]) -> str:
    """Where to follow from; an empty list is followed from now on."""
    if chains:
        return key_of(chains[0])
    return key_of_now()


@endpoint("GET")
def session(inbox: Inbox) -> HttpResponseBase:
    """Who is signed in now, and the token of that session: a page may be older than it."""
    return JsonResponse({"user": inbox.user.pk, "token": get_token(inbox.request)})


@page("POST")
def keep(inbox: Inbox) -> HttpResponseBase:
    """Keep what is looked at under a name, and go on looking."""
    post = inbox.request.POST
    query = post.get("query", "")
    try:
        kept = actions.keep_filter(user=inbox.user, name=post.get("name", ""), query=query)
    except actions.ActionError as error:
        messages.error(inbox.request, error.message)
    else:
        messages.success(inbox.request, f"Kept as “{kept.name}”.")
        query = kept.query
    return _back(query)


@page("POST")
def forget(inbox: Inbox, filter_id: int) -> HttpResponseBase:
    """Forget one that is kept."""
    actions.forget_filter(user=inbox.user, filter_id=filter_id)
    return _back("")


def _back(query: str) -> HttpResponseRedirect:
    asked = Asked.of(dict(parse_qsl(query))).query
    return HttpResponseRedirect(reverse("inbox:list") + (f"?{asked}" if asked else ""))
