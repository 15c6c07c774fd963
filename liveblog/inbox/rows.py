"""One chain as the inbox shows it: how hot, how it stands, where it is used, what to mind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string
from django.utils import timezone

from liveblog import actions, sanitise
from liveblog.apstyle import short_date_label, time_label, zone_label
from liveblog.inbox.chains import HOT, key_of
from liveblog.models import Level, PubStatus, WireChain, WireItem

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MAX_NAME = 140  # characters
SIGNALS = {"correction": "Correction", "test": "Test"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One word on how a chain stands; `kind` is its style."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """What `_row.html` shows."""

    chain: WireChain
    item: WireItem
    key: str
    time: str
    marks: list[Mark]
    uses: list[actions.Use]
    notes: list[str]
    is_over: bool  # the agency considers it out of date

    @property
    def moment(self) -> str:
        """For machines."""
        return self.chain.moved_at.isoformat(timespec="seconds") if self.chain.moved_at else ""

    @property
    def level(self) -> str:
        return Level(self.chain.level).label.lower()

    @property
    def is_killed(self) -> bool:
        return self.chain.pub_status == PubStatus.CANCELED

    @property
    def may_be_tried(self) -> bool:
        """Whether to show the buttons; what else stands against it the verb says."""
        usable = self.chain.pub_status == PubStatus.USABLE and not self.chain.is_advisory
        return usable and not self.is_over

    @property
    def name(self) -> str:
        return name_of(self.chain, self.item)

    @property
    def provider(self) -> str:
        return self.chain.source.short_name or self.chain.source.name

    @property
    def credited(self) -> str:
        """Whom readers are told, where that is somebody else."""
        credited = self.item.credited
        return credited.name if credited and credited.pk != self.chain.source_id else ""


def rows_of(chains: Iterable[WireChain], user: User, zone: ZoneInfo) -> list[Row]:
    """Rows for a page of chains: two queries, however many they are."""
    chains = list(chains)
    ids = [chain.pk for chain in chains]
    uses, said = uses_by_chain(ids, user), defaultdict(list)
    told = WireItem.objects.filter(chain__in=ids).order_by("-received_at", "-pk")
    for chain_id, status, note in told.values_list("chain", "pub_status", "ed_note"):
        said[chain_id].append((status, note))
    now = timezone.now()
    return [row_of(chain, uses.get(chain.pk, []), said[chain.pk], now, zone) for chain in chains]


def uses_by_chain(ids: list[int], user: User) -> dict[int, list[actions.Use]]:
    """Where these chains stand, as far as this person may see it; one query."""
    found = defaultdict(list)
    for use in actions.uses_of(ids, user) if ids else ():
        found[use.chain_id].append(use)
    return dict(found)


def row_of(
    chain: WireChain,
    uses: list[actions.Use],
    said: list[tuple[str, str]],
    now: datetime,
    zone: ZoneInfo,
) -> Row:
    """The row of a chain that has a newest item; `said` is `(status, note)` of each version,
    the last to arrive first."""
    item = chain.newest
    assert item is not None
    return Row(
        chain=chain,
        item=item,
        key=key_of(chain),
        time=spoken(chain.moved_at, zone, now),
        marks=list(_marks(chain, item, len(said), now, zone)),
        uses=uses,
        notes=_notes(chain, item, said),
        is_over=is_over(item, now),
    )


def _notes(chain: WireChain, item: WireItem, said: list[tuple[str, str]]) -> list[str]:
    """The newest text's note, and why the agency holds or has killed it."""
    stopped = chain.pub_status != PubStatus.USABLE
    why = next((note for status, note in said if status == chain.pub_status and note), "")
    notes = [why if stopped else "", item.ed_note]
    return list(dict.fromkeys(filter(None, notes)))


def _marks(
    chain: WireChain, item: WireItem, versions: int, now: datetime, zone: ZoneInfo
) -> Iterable[Mark]:
    if chain.pub_status == PubStatus.CANCELED:
        yield Mark("killed", "Killed")
    elif chain.pub_status == PubStatus.WITHHELD:
        yield Mark("held", "Held: wait for its release")
    if chain.is_advisory:
        yield Mark("advisory", "Advisory: never for publication")
    yield from _times(chain, item, now, zone)
    for signal, text in SIGNALS.items():
        if signal in item.signals:
            yield Mark(signal, text)
    if versions > 1:
        yield Mark("version", f"{versions} versions")


def _times(chain: WireChain, item: WireItem, now: datetime, zone: ZoneInfo) -> Iterable[Mark]:
    if chain.embargo_unsure:
        yield Mark("embargo", "Embargoed, time unknown")
    elif chain.embargo_until and chain.embargo_until > now:
        until = spoken(chain.embargo_until, zone, now)
        yield Mark("embargo", f"Embargoed until {until}")
    if is_over(item, now):
        yield Mark("over", f"Out of date since {spoken(item.expires_at, zone, now)}")
    if item.rights_until:
        ends = "ended" if item.rights_until <= now else "end"
        yield Mark("rights", f"Rights {ends} {spoken(item.rights_until, zone, now)}")


def is_over(item: WireItem, now: datetime) -> bool:
    """Whether its agency no longer considers it of interest: it is offered no more."""
    return item.expires_at is not None and item.expires_at <= now


def spoken(moment: datetime | None, zone: ZoneInfo, now: datetime) -> str:
    """ "9:34 p.m. EST", with its day unless that is today."""
    if moment is None:
        return ""
    label = f"{time_label(moment, zone)} {zone_label(zone, moment)}"
    day = moment.astimezone(zone).date()
    return label if day == now.astimezone(zone).date() else f"{label}, {short_date_label(day)}"


def sent(rows: Iterable[Row]) -> list[dict[str, object]]:
    """`{id, key, html}` for the scripts."""
    return [
        {
            "id": row.chain.pk,
            "key": row.key,
            "html": render_to_string("admin/inbox/_row.html", {"row": row}),
        }
        for row in rows
    ]


def name_of(chain: WireChain, item: WireItem) -> str:
    """What an item is called on one line. An alert may have no headline: its words say more than
    its slug ("ALERT"); of what is killed they stay unsaid."""
    killed = chain.pub_status == PubStatus.CANCELED
    first = "" if item.headline or killed else sanitise.body_text(item.body).partition("\n")[0]
    return item.headline or sanitise.shorten(first, MAX_NAME) or item.slugline or chain.guid


def told(uses: dict[int, list[actions.Use]]) -> dict[int, str]:
    """The lines of rows that say where each stands, by chain."""
    return {
        pk: render_to_string("admin/inbox/_uses.html", {"uses": found})
        for pk, found in uses.items()
    }


def alarms(chains: Iterable[WireChain]) -> list[dict[str, object]]:
    """`{id, key, kind, text}` for what nobody may overlook: a kill, a flash, a bulletin."""
    found: list[dict[str, object]] = []
    now = timezone.now()
    for chain in chains:
        item = chain.newest
        if item is None:
            continue
        killed = chain.pub_status == PubStatus.CANCELED
        hot = chain.level in HOT and chain.pub_status == PubStatus.USABLE and not chain.is_advisory
        hot = hot and not is_over(item, now)
        if not (killed or hot):
            continue
        who = chain.source.short_name or chain.source.name
        name = name_of(chain, item)
        what = f"{who} has killed" if killed else f"{Level(chain.level).label} from {who}"
        kind = "kill" if killed else Level(chain.level).label.lower()
        found.append(
            {"id": chain.pk, "key": key_of(chain), "kind": kind, "text": f"{what}: {name}"}
        )
    return found
