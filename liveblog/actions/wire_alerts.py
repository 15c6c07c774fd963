"""What an entry's flag says when the wires want an editor to look at it."""

from __future__ import annotations

from liveblog.models import Entry, Source, WireTask

Kind = WireTask.Kind
# Of an entry that carries the copy, and of one that only cites the item.
_CARRYING = {
    Kind.HOLD: "{} is holding the item this is built from.",
    Kind.RELEASE: "{} has released the item this is built from.",
    Kind.CORRECTION: "{} has corrected the item this is built from.",
    Kind.UPDATE: "{} has sent a new version of the item this is built from.",
    Kind.LIFTED: "The embargo on the item this is built from is over.",
}
_CITING = {
    Kind.KILL: "{} has killed an item this cites.",
    Kind.HOLD: "{} is holding an item this cites.",
    Kind.RELEASE: "{} has released an item this cites.",
    Kind.CORRECTION: "{} has corrected an item this cites.",
}


def alert_about(kind: str, source: Source, *, carries: bool) -> str:
    """The flag for one kind of task; "" for what needs none."""
    sentences = _CARRYING if carries else _CITING
    return sentences.get(Kind(kind), "").format(source.short_name or source.name)


def open_alert(entry: Entry) -> str:
    """The flag its open tasks call for, the last opened first; "" if none is open."""
    tasks = WireTask.objects.filter(entry=entry, closed_at__isnull=True)
    for task in tasks.select_related("item__chain__source").order_by("-opened_at", "-pk"):
        if alert := _of(task, entry):
            return alert
    return ""


def is_theirs(entry: Entry) -> bool:
    """Whether its flag was set by the wires: an editor's note is nobody's to take down."""
    tasks = WireTask.objects.filter(entry=entry).select_related("item__chain__source")
    return any(
        entry.alert == alert_about(kind, task.item.chain.source, carries=carries)
        for task in tasks
        for kind in Kind.values
        for carries in (True, False)
    )


def _of(task: WireTask, entry: Entry) -> str:
    built = entry.built_from
    carries = built is not None and built.chain_id == task.item.chain_id
    return alert_about(task.kind, task.item.chain.source, carries=carries)
