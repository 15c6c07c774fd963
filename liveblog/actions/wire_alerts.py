"""What an entry's flag says when the wires want an editor to look at it."""

from __future__ import annotations

from typing import Literal, get_args

from django.db.models import Q

from liveblog.models import Entry, Source, WireTask

Kind = WireTask.Kind
How = Literal["carries", "shows", "cites"]  # the ways an entry may use an item, closest first
_WHAT: dict[How, str] = {
    "carries": "the item this is built from",
    "shows": "the item a picture in this came with",
    "cites": "an item this cites",
}
_SAYS: dict[str, str] = {
    Kind.KILL: "{} has killed {}.",
    Kind.HOLD: "{} is holding {}.",
    Kind.RELEASE: "{} has released {}.",
    Kind.CORRECTION: "{} has corrected {}.",
    Kind.UPDATE: "{} has sent a new version of {}.",
    Kind.LIFTED: "The embargo on {1} is over.",
}
_EMBARGOED = "{} has put {} under embargo."


def alert_about(kind: str, source: Source, how: How, *, embargo: bool = False) -> str:
    """The flag for one kind of task, a hold because of an embargo apart; "" where none is set."""
    says = _EMBARGOED if embargo else _SAYS.get(kind, "")
    return says.format(source.short_name or source.name, _WHAT[how])


def open_alert(entry: Entry) -> str:
    """The flag its open tasks call for, the last opened first; "" if none is open."""
    tasks = WireTask.objects.filter(entry=entry, closed_at__isnull=True)
    for task in tasks.select_related("item__chain__source").order_by("-opened_at", "-pk"):
        embargo = task.kind == Kind.HOLD and task.item.pub_status == "usable"
        source, how = task.item.chain.source, _how(task, entry)
        if alert := alert_about(task.kind, source, how, embargo=embargo):
            return alert
    return ""


def is_theirs(entry: Entry) -> bool:
    """Whether its flag was set by the wires: an editor's note is nobody's to take down."""
    tasks = WireTask.objects.filter(entry=entry).select_related("item__chain__source")
    return any(
        entry.alert == alert_about(kind, task.item.chain.source, how, embargo=embargo)
        for task in tasks
        for kind in Kind.values
        for how in get_args(How)
        for embargo in (False, True)
    )


def _how(task: WireTask, entry: Entry) -> How:
    chain = task.item.chain_id
    if entry.built_from is not None and entry.built_from.chain_id == chain:
        return "carries"
    shown = Q(asset__wire_item__chain=chain) | Q(asset__own_chain=chain)
    return "shows" if entry.images.filter(shown).exists() else "cites"
