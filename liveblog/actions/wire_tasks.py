"""The verbs on what the wires brought: seen, matched to an item, or taken into the composer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from liveblog import sanitise, search, security_log
from liveblog.actions import shared
from liveblog.actions.actors import Actor, authorise, user_of
from liveblog.actions.change import Change, changing, lock_chains
from liveblog.actions.cleaning import line
from liveblog.actions.content import fields_of
from liveblog.actions.errors import Blocked, Invalid, NotFound, WrongState
from liveblog.actions.readiness import copy_of
from liveblog.actions.shared_rows import require_anywhere
from liveblog.actions.wire_alerts import is_theirs, open_alert
from liveblog.actions.wire_receiving import kill_pictures
from liveblog.actions.wire_rows import is_used
from liveblog.models import Entry, PubStatus, Role, SharedEdit, WireChain, WireItem, WireTask
from liveblog.publishability import publishability

Kind = WireTask.Kind
TAKEN_OVER = (Kind.UPDATE, Kind.CORRECTION, Kind.RELEASE, Kind.LIFTED)
MOST_CHAINS = 50  # that one advisory can mean; more is a slip of the hand
NONE_OF_OURS = "None of ours."


def acknowledge(*, user: Actor, task_id: int, note: str = "") -> WireTask:
    """Say that a task has been seen to. Its entry's flag goes once no other task needs it.

    Done twice it is done once. Which item an advisory means must be said with `match_kill`.
    """
    task = _found(task_id)
    if task.entry is None:
        raise WrongState("Say which items it means, or that it is none of ours.")
    try:
        note = line(300, "The note")(note, None)
    except ValueError as error:
        raise Invalid({"note": [str(error)]}) from error
    with changing(user, task.entry.blog_id, Role.EDITOR) as change:
        task = WireTask.objects.select_for_update(of=("self",)).get(pk=task_id)
        if task.closed_at is None and task.entry_id is not None:
            _close(task, user, change.now, note)
            _calm(change, change.entry(task.entry_id))
    return task


def _calm(change: Change, entry: Entry) -> None:
    """The flag says what is still open; one that is not the wires' stays."""
    change.flag(entry, open_alert(entry) if is_theirs(entry) else entry.alert)


def match_kill(
    *, user: Actor, task_id: int, chain_ids: Sequence[int], none_of_ours: bool = False
) -> WireTask:
    """Answer which items a kill or hold in words means: it then counts as if it had named them.

    A kill is for good and needs a chief in any team; a hold, or “none of ours”, an editor.
    """
    require_anywhere(user, Role.EDITOR)
    task = _found(task_id)
    if task.kind != Kind.MATCH:
        raise WrongState("This names its item already: acknowledge it.")
    if bool(chain_ids) is none_of_ours or len(chain_ids) > MOST_CHAINS:
        why = f"Name the items it means, at most {MOST_CHAINS}, or say that it is none of ours."
        raise Invalid({"chain_ids": [why]})
    if chain_ids and kills(task.item):
        require_anywhere(user, Role.CHIEF)
    with transaction.atomic():
        lock_chains(chain_ids)
        task = WireTask.objects.select_for_update(of=("self",)).get(pk=task_id)
        if task.closed_at is not None:
            raise WrongState(f"This has been answered already: {task.answer or 'acknowledged'}")
        chains = _named(chain_ids)
        edits = [pk for chain in chains for pk in _retract(task, chain, user)]
        _close(task, user, timezone.now(), _answer(task, chains))
    shared.finish(edits)
    return task


def kills(item: WireItem) -> bool:
    """Whether what is to be matched is a kill; otherwise it is a hold."""
    return "kill" in item.signals or item.pub_status == PubStatus.CANCELED


def _named(chain_ids: Sequence[int]) -> list[WireChain]:
    chains = WireChain.objects.select_related("source", "newest").filter(pk__in=chain_ids)
    found = list(chains.order_by("pk"))
    if len(found) != len(set(chain_ids)):
        raise NotFound("One of these items is not here. Look again.")
    return found


def _retract(task: WireTask, chain: WireChain, user: Actor) -> list[int]:
    """What a kill or hold naming the chain would have done. Nothing unkills."""
    if chain.pub_status == PubStatus.CANCELED:
        return []
    now = timezone.now()
    edits = []
    if kills(task.item):
        chain.pub_status, chain.canceled_at = PubStatus.CANCELED, now
        security_log.on_commit("chain.kill", user=user, chain=chain.pk, task=task.pk)
        edits += kill_pictures(chain, user)
    else:
        chain.pub_status = PubStatus.WITHHELD
    chain.moved_at = now
    chain.save(update_fields=["pub_status", "canceled_at", "moved_at"])
    if chain.newest:
        search.keep_wire(chain, chain.newest)
    if is_used(chain.pk):
        edits.append(shared.record(user, SharedEdit.Kind.WIRE, chain.pk))
    return edits


def _answer(task: WireTask, chains: Sequence[WireChain]) -> str:
    if not chains:
        return NONE_OF_OURS
    names = "; ".join(str(chain.newest or chain) for chain in chains)
    return sanitise.shorten(f"{'Killed' if kills(task.item) else 'Held'}: {names}", 300)


def take_update(*, user: Actor, task_id: int) -> dict[str, Any]:
    """The entry as the task's version would have it: `EntryFields` to propose. Writes nothing.

    Text and headline are the new version's where the entry carries the copy; its own headline,
    time and pictures stay. An entry that only cites keeps its words and cites the new version.
    """
    task = _found(task_id)
    entry, item = task.entry, task.item
    if entry is None or task.kind not in TAKEN_OVER:
        raise WrongState("There is no new text in this to take over.")
    authorise(user, entry.blog.team_id, Role.EDITOR)
    verdict = publishability(now=timezone.now(), embargo_until=None, copy=copy_of(item))
    if verdict.state == "blocked":
        raise Blocked(verdict.why)
    fields = fields_of(entry)
    for row in fields["attributions"]:
        cited = WireItem.objects.filter(pk=row.get("item"), chain=item.chain_id)
        if cited.exists():
            row["item"] = item.pk
    built = entry.built_from
    if built is None or built.chain_id != item.chain_id:
        return fields
    return fields | _copy(entry, built, item)


def _copy(entry: Entry, built: WireItem, item: WireItem) -> dict[str, Any]:
    try:
        body = sanitise.clean_body(item.body)
    except sanitise.UnacceptableText as error:
        raise Invalid({"body": [f"The new version cannot be taken over. {error}"]}) from error
    headline = item.headline if entry.headline == built.headline != "" else entry.headline
    stops = [stop for stop in (entry.embargo_until, item.chain.embargo_until) if stop]
    return {
        "body": body,
        "headline": headline,
        "built_from": item.pk,
        "embargo_until": max(stops).isoformat() if stops else None,
    }


def _found(task_id: int) -> WireTask:
    tasks = WireTask.objects.select_related(
        "entry__blog", "entry__built_from", "item__chain__source__rights_profile"
    )
    task = tasks.filter(pk=task_id).first()
    if task is None:
        raise NotFound("There is no such task.")
    return task


def _close(task: WireTask, user: Actor, now: datetime, answer: str) -> None:
    task.closed_at, task.closed_by, task.answer = now, user_of(user), answer
    task.save(update_fields=["closed_at", "closed_by", "answer"])
