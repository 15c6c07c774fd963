"""Using and citing, from the scripts' keys and from the item's own page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from liveblog import actions
from liveblog.admin.refusals import refusal, refused
from liveblog.inbox.gate import Inbox, endpoint, page
from liveblog.inbox.pictures import add_pictures, picture_rows
from liveblog.inbox.views.story import NONE, chain_called
from liveblog.models import Entry, LiveBlog, WireChain, WireItem

VERBS = ("use", "publish", "cite")


@endpoint("POST")
def use(inbox: Inbox, item_id: int) -> HttpResponseBase:
    """Do what `verb` says (use, publish, cite) for the live blog `blog`, or add it to `entry`.

    200 `{message, entry, number, state, pictures}`; `pictures` still wait to be fetched.
    """
    post = inbox.request.POST
    verb = post.get("verb", "")
    if verb not in VERBS:
        return refusal(400, "no_verb", "There is no such button.")
    blog = inbox.blog_called(post.get("blog", "").replace("\0", ""))
    try:
        done = _do(inbox, verb, item_id, blog, inbox.request.POST.get("idempotency_key", ""))
    except actions.ActionError as error:
        return refused(error)
    item = WireItem.objects.get(pk=item_id)
    entry = done.entry
    waiting = 0 if verb == "cite" else len(picture_rows(item))
    return JsonResponse(
        {
            "message": " ".join([_sentence(verb, entry), *done.notes]),
            "entry": entry.pk,
            "number": entry.number,
            "state": entry.state,
            "pictures": waiting,
        }
    )


def _do(inbox: Inbox, verb: str, item_id: int, blog: LiveBlog, key: str) -> actions.Used:
    post = inbox.request.POST
    asked: dict[str, Any] = {
        "user": inbox.user,
        "item_id": item_id,
        "blog_id": blog.pk,
        "idempotency_key": key,
    }
    if verb == "cite":
        return actions.cite(**asked)
    entry = post.get("entry", "")
    if entry and not _is_id(entry):  # a draft of its own is not what was asked for
        raise actions.NotFound("There is no such entry in this live blog.")
    return actions.use(
        **asked,
        entry_id=int(entry) if entry else None,
        publish=verb == "publish",
        accepted_terms=post.get("accepted_terms") == "on",
        insist=post.get("insist") == "on",
    )


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19


def _sentence(verb: str, entry: Entry) -> str:
    if entry.number:
        return f"Published as update {entry.number}."
    return "A draft that cites it is made." if verb == "cite" else "A draft is made of it."


@endpoint("POST")
def pictures(inbox: Inbox, item_id: int) -> HttpResponseBase:
    """Fetch what pictures came with an item into the entry made of it: `{message, taken}`."""
    item, entry = _both(inbox, item_id)
    try:
        found = add_pictures(inbox.user, entry, item)
    except actions.ActionError as error:
        return refused(error)
    return JsonResponse({"message": found.message, "taken": len(found.taken)})


def _both(inbox: Inbox, item_id: int) -> tuple[WireItem, Entry]:
    """An item and an entry made of it; an entry of another team is 404, like none."""
    joins = ("chain__source", "credited")
    item = WireItem.objects.select_related(*joins).filter(pk=item_id).first()
    wanted = inbox.request.POST.get("entry", "")
    rows = Entry.objects.visible_to(inbox.user).select_related("blog")
    entry = rows.filter(pk=wanted, built_from=item_id).first() if _is_id(wanted) else None
    if item is None or entry is None:
        raise Http404(NONE)
    return item, entry


@page("POST")
def from_page(inbox: Inbox, chain_id: int) -> HttpResponseBase:
    """The buttons of the item's page: the same, answered by the desk, or by the page again."""
    chain = chain_called(chain_id)
    post = inbox.request.POST
    verb, item_id = post.get("verb", ""), post.get("item", "")
    item = chain.items.filter(pk=item_id).first() if _is_id(item_id) else None
    if item is None or verb not in VERBS:
        raise Http404(NONE)
    if not post.get("blog"):
        messages.error(inbox.request, "Choose the live blog first.")
        return HttpResponseRedirect(_here(chain, item))
    blog = inbox.blog_called(post["blog"].replace("\0", ""))
    key = post.get("idempotency_key", "")[:60]
    try:
        done = _do(inbox, verb, item.pk, blog, key and f"{key}-{verb}")
    except actions.ActionError as error:
        messages.error(inbox.request, error.message)
        return HttpResponseRedirect(_here(chain, item, blog))
    waiting = picture_rows(item) if verb != "cite" else []
    what = "A picture" if len(waiting) == 1 else f"{len(waiting)} pictures"
    came = f"{what} came with it: add what you need on the item's page."
    notes = [_sentence(verb, done.entry), *done.notes, *([came] if waiting else [])]
    messages.success(inbox.request, " ".join(notes))
    desk = reverse("desk:console", args=[blog.slug])
    return HttpResponseRedirect(f"{desk}#item-{done.entry.pk}")


def _here(chain: WireChain, item: WireItem, blog: LiveBlog | None = None) -> str:
    """The page again as it was: the same version, for the same live blog."""
    query = {"version": item.pk} if item.pk != chain.newest_id else {}
    asked = urlencode(query | ({"blog": blog.slug} if blog else {}))
    return reverse("inbox:item", args=[chain.pk]) + (f"?{asked}" if asked else "")


@page("POST")
def pictures_from_page(inbox: Inbox, item_id: int) -> HttpResponseBase:
    """Take the pictures in, from the item's page."""
    item, entry = _both(inbox, item_id)
    try:
        found = add_pictures(inbox.user, entry, item)
    except actions.ActionError as error:
        messages.error(inbox.request, error.message)
    else:
        tell = messages.success if found.taken else messages.error
        tell(inbox.request, found.message or "No picture came with it.")
    return HttpResponseRedirect(reverse("inbox:item", args=[item.chain_id]))
