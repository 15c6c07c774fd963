"""One item's page, its file as it came, and the text of what has been killed, for chiefs."""

from __future__ import annotations

import zlib
from typing import Any
from uuid import uuid4

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils import timezone

from liveblog import actions, security_log
from liveblog.inbox import story
from liveblog.inbox.gate import Inbox, page
from liveblog.inbox.pictures import picture_rows
from liveblog.inbox.rows import name_of, row_of
from liveblog.inbox.views.listing import blogs_of
from liveblog.models import PubStatus, WireChain, WireItem

NONE = "There is no such wire item."
PURGED = "The file has been deleted: the feed's retention is over."
CHIEFS = "Only chiefs see files and killed texts."


def chain_called(chain_id: int) -> WireChain:
    """A chain something has arrived for, joined with what its page shows."""
    joins = ("newest__credited", "source__rights_profile", "feed")
    rows = WireChain.objects.select_related(*joins).filter(newest__isnull=False)
    found = rows.filter(pk=chain_id).first()
    if found is None:
        raise Http404(NONE)
    return found


@page("GET")
def item_page(inbox: Inbox, chain_id: int) -> HttpResponseBase:
    """All versions of an item, its takes, and what may be done with it."""
    return _shown(inbox, chain_called(chain_id), audit=False)


@page("GET")
def killed_page(inbox: Inbox, chain_id: int) -> HttpResponseBase:
    """The same with the killed text in it: kept as evidence, and every look at it is recorded."""
    chain = chain_called(chain_id)
    _require_chief(inbox)
    security_log.event("chain.read_killed", user=inbox.user, chain=chain.pk)
    return _shown(inbox, chain, audit=True)


def _shown(inbox: Inbox, chain: WireChain, *, audit: bool) -> HttpResponseBase:
    query, now = inbox.request.GET, timezone.now()
    versions = story.versions_of(chain)
    for version in versions:
        version.chain = chain
    item = story.chosen(versions, query.get("version", "")) or chain.newest
    assert item is not None
    item.chain = chain
    killed = chain.pub_status == PubStatus.CANCELED
    uses = story.uses_of(chain, inbox.user)
    said = [(version.pub_status, version.ed_note) for version in versions]
    context: dict[str, Any] = {
        **admin.site.each_context(inbox.request),
        "title": name_of(chain, item),
        "row": row_of(chain, uses, said, now, inbox.zone),
        "item": item,
        "versions": versions,
        "shows_text": audit or not killed,
        "text": story.paragraphs_of(item) if audit or not killed else [],
        "audit": audit,
        "is_chief": inbox.is_chief,
        "verdict": story.verdict_sentence(item, now, inbox.zone),
        "facts": story.facts_of(item),
        "media": story.media_of(item),
        "pictures": len(picture_rows(item)),
        "takes": [] if killed else story.takes_of(item),
        **_offered(inbox, item, chain, uses),
        **(_compared(versions, query) if audit or not killed else {}),
    }
    return TemplateResponse(inbox.request, "admin/inbox/item.html", context)


def _offered(
    inbox: Inbox, item: WireItem, chain: WireChain, uses: list[actions.Use]
) -> dict[str, Any]:
    """Where it may be used. `aimed` is the live blog it was come from: none is guessed."""
    blogs = blogs_of(inbox)
    aimed = inbox.blog.slug if inbox.blog else ""
    public = any(use.number and not use.cited for use in uses)
    return {
        "blogs": blogs,
        "aimed": aimed if aimed in {blog["slug"] for blog in blogs} else "",
        "may_publish": any(blog["publish"] for blog in blogs),
        "in_doubt": public or item.pk != chain.newest_id,
        "key": uuid4().hex,
    }


def _compared(versions: list[WireItem], query: Any) -> dict[str, Any]:
    """The two versions that are compared: those asked for, or the last two."""
    if len(versions) < 2:
        return {}
    new = story.chosen(versions, query.get("new", "")) or versions[0]
    old = story.chosen(versions, query.get("old", "")) or versions[1]
    return {"old": old, "new": new, "differences": story.differences(old, new)}


def _require_chief(inbox: Inbox) -> None:
    if not inbox.is_chief:
        raise PermissionDenied(CHIEFS)


@page("GET")
def raw(inbox: Inbox, item_id: int) -> HttpResponseBase:
    """The file an item came in, as it came: text to download, never a page."""
    item = WireItem.objects.select_related("chain", "message").filter(pk=item_id).first()
    if item is None:
        raise Http404(NONE)
    _require_chief(inbox)
    if item.message is None or item.message.raw is None:
        raise Http404(PURGED)
    if item.chain.pub_status == PubStatus.CANCELED:
        security_log.event("chain.read_killed", user=inbox.user, chain=item.chain_id)
    answer = HttpResponse(
        zlib.decompress(bytes(item.message.raw)), content_type="text/plain; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="wire-item-{item.pk}.txt"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
