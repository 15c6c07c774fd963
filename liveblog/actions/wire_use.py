"""Using what an agency sent: its text in an update, or an update that only credits it."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from liveblog.actions import idempotency
from liveblog.actions.actors import Actor, user_of
from liveblog.actions.change import Change, changing
from liveblog.actions.drafts import begin, open_to
from liveblog.actions.errors import Blocked, Invalid, NotFound, WrongState
from liveblog.actions.fields import clean_fields
from liveblog.actions.opening import Opened, chains_of, opening
from liveblog.actions.publishing import make_public
from liveblog.actions.readiness import copy_of
from liveblog.actions.wire_copy import cited_fields, copy_fields, headline_and_body
from liveblog.actions.wire_uses import uses_of
from liveblog.models import Entry, Role, WireItem
from liveblog.publishability import publishability

TERMS = "The agency restricts its use: “{}” Tick that this use keeps to it."
NOTHING = "There is nothing in it that could be published."
UNSURE = "It is under embargo, and no certain time is known. Ask the agency."
OLDER = "A newer version of this item has arrived. Tick that you want this one all the same."
AGAIN = "It is public here already, as update {}. Tick that you want it once more."
ANOTHERS = (
    "This draft carries the text of another item already, and an update follows one item's "
    "corrections and kills. Make an update of its own from this one."
)


@dataclass(frozen=True, slots=True)
class Used:
    """The entry, and sentences for whoever did it: where the item stands already, say."""

    entry: Entry
    notes: list[str] = field(default_factory=list)


def use(
    *,
    user: Actor,
    item_id: int,
    blog_id: int,
    entry_id: int | None = None,
    publish: bool = False,
    accepted_terms: bool = False,
    insist: bool = False,
    idempotency_key: str = "",
) -> Used:
    """Make a draft of an item's text, add it to a draft (`entry_id`), or publish it at once.

    The entry is bound to this version (`built_from`) and to the embargo of its chain. Terms that
    restrict it must have been accepted; `insist` publishes at once what a colleague was first with,
    and what a newer version has replaced. Pictures are not waited for: see `add_media`.
    """
    _item(item_id)
    asked = {"use": item_id, "entry": entry_id, "publish": publish}
    ticked = {"accepted_terms": accepted_terms, "insist": insist}
    needs = Role.EDITOR if publish else Role.REPORTER
    bound = {"built_from": item_id}
    if entry_id is not None:
        with opening(user, entry_id, needs, fields=bound) as opened:
            if opened.entry.blog_id != blog_id:
                raise NotFound("There is no such entry in this live blog.")
            return _used(opened.change, asked, idempotency_key, ticked, opened)
    with changing(user, blog_id, needs, chains=chains_of(bound)) as change:
        return _used(change, asked, idempotency_key, ticked)


def cite(*, user: Actor, item_id: int, blog_id: int, idempotency_key: str = "") -> Used:
    """Begin an update that credits an item without carrying its text: own words are free."""
    item, asked = _item(item_id), {"cite": item_id}
    fields = cited_fields(item)
    with changing(user, blog_id, Role.REPORTER, chains=chains_of(fields)) as change:
        known = idempotency.first_result(change, idempotency_key, asked)
        if known:
            return Used(known)
        item = _item(item_id)  # as it stands under the lock
        _require_usable(item, change, page_level="whole")
        if item.chain.embargo_unsure:
            raise Blocked(UNSURE)
        notes = _notes(item, change)
        entry = _begun(change, cited_fields(item), item)
        change.private(entry, "create", f"Cites {item}"[:500])
        idempotency.remember(change, idempotency_key, asked, entry)
    return Used(entry, notes)


def _item(item_id: int) -> WireItem:
    joins = ("chain__newest", "credited")
    item = WireItem.objects.with_terms().select_related(*joins).filter(pk=item_id).first()
    if item is None:
        raise NotFound("There is no such wire item.")
    return item


def _used(
    change: Change,
    asked: Mapping[str, Any],
    key: str,
    ticked: Mapping[str, bool],
    opened: Opened | None = None,
) -> Used:
    known = idempotency.first_result(change, key, asked)
    if known:
        return Used(known)
    item = _item(asked["use"])  # as it stands under the lock
    _require_usable(item, change)
    asks = {
        "accepted_terms": [TERMS.format(item.usage_terms)] if item.usage_terms else [],
        "insist": list(_doubts(item, change)) if asked["publish"] else [],
    }
    if errors := {name: why for name, why in asks.items() if why and not ticked[name]}:
        raise Invalid(errors)
    notes = _notes(item, change)
    entry = _appended(opened, item) if opened else _begun(change, copy_fields(item), item)
    if asked["publish"]:
        make_public(change, entry, "publish")
    else:
        change.private(entry, "save" if opened else "create", f"Takes {item}"[:500])
    idempotency.remember(change, key, asked, entry)
    return Used(entry, notes)


def _require_usable(item: WireItem, change: Change, *, page_level: str = "") -> None:
    """A draft may wait for the end of an embargo; nothing else may stand against it."""
    copy = replace(copy_of(item), embargo_until=None, embargo_unsure=False)
    if page_level:  # own words need no contract
        copy = replace(copy, page_level=page_level, rights_until=None)
    verdict = publishability(now=change.now, embargo_until=None, copy=copy)
    if verdict.state == "blocked":
        raise Blocked(verdict.why)
    if not (item.headline or item.body or item.media):
        raise Blocked(NOTHING)


def _doubts(item: WireItem, change: Change) -> Iterator[str]:
    """Why it is hardly meant to go out at once: said before, because afterwards is too late."""
    if item.chain.newest_id not in (None, item.pk):
        yield OLDER
    there = Entry.objects.filter(blog=change.blog, built_from=item, state=Entry.State.PUBLISHED)
    number = there.order_by("number").values_list("number", flat=True).first()
    if number is not None:
        yield AGAIN.format(number)


def _notes(item: WireItem, change: Change) -> list[str]:
    user = user_of(change.actor)
    notes = [each.sentence for each in uses_of([item.chain_id], user)] if user else []
    if item.chain.newest_id != item.pk:
        notes.append("There is a newer version of this item.")
    return notes


def _begun(change: Change, fields: Mapping[str, Any], item: WireItem) -> Entry:
    entry = begin(change, fields)
    entry.received_at = item.received_at
    return entry


def _appended(opened: Opened, item: WireItem) -> Entry:
    """The draft with the item's text behind its own, bound to the item from now on."""
    change, entry = opened.change, opened.entry
    if entry.state not in open_to(opened):
        state = entry.get_state_display().lower()
        raise WrongState(f"This entry is {state}, so that nothing can be added to it here.")
    opened.own_or_editor()
    carried = entry.built_from
    if carried is not None and carried.chain_id != item.chain_id:
        raise WrongState(ANOTHERS)
    opened.cleaned = clean_fields(_together(entry, item), change.blog)
    opened.take_fields()
    return entry


def _together(entry: Entry, item: WireItem) -> dict[str, Any]:
    fields = copy_fields(item)
    headline, body = headline_and_body(item)
    if entry.headline and headline:
        body = f"<p><strong>{html.escape(headline)}</strong></p>{body}"
    rows = list(entry.attributions.values("source", "relation", "via", "person", "item"))
    credited = [row for row in rows if row["source"] == fields["attributions"][0]["source"]]
    stops = [stop for stop in (entry.embargo_until, item.chain.embargo_until) if stop]
    return {
        "headline": entry.headline or headline,
        "body": entry.body + body,
        "urgency": min(entry.urgency, fields["urgency"]),
        "embargo_until": max(stops, default=None),
        "built_from": item.pk,
        "attributions": rows if credited else [*rows, *fields["attributions"]],
    }
