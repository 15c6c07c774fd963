"""Invented sources, and a short way of writing what was found."""

from collections.abc import Sequence

from liveblog.credits import Found, SourceKind, SourceName, find_attributions

MERIDIAN = SourceName("meridian", "Meridian", "Meridian", SourceKind.WIRE_AGENCY)
HARBOUR = SourceName("harbour", "The Harbour Press", "HP", SourceKind.WIRE_AGENCY)
LUMEN = SourceName("lumen", "Agence Lumen-Presse", "ALP", SourceKind.WIRE_AGENCY)
TELLUS = SourceName("tellus", "Tellus", "Tellus", SourceKind.WIRE_AGENCY, ("Tellus Novosti",))
NWS = SourceName("nws", "nws", "nws", SourceKind.WIRE_AGENCY, ("North Wire Service",))
CROSSWIND = SourceName("crosswind", "Crosswinds", "Crosswinds", SourceKind.WIRE_AGENCY)
OPEN_AIR = SourceName(
    "open-air", "Radio Open Air/Radio Harbour", "ROA/RH", SourceKind.BROADCASTER, ("Open Air",)
)
CHANNEL = SourceName("channel", "CHN", "CHN", SourceKind.BROADCASTER)
ESTUARY = SourceName("estuary", "The Estuary Independent", "EI", SourceKind.NEWSPAPER)
GAZETTE = SourceName("gazette", "The Morrow Gazette", "Gazette", SourceKind.NEWSPAPER)
DELTA = SourceName("delta", "Delta Institute", "DI", SourceKind.THINK_TANK)
OWN = SourceName("tide", "TDN", "TDN", SourceKind.OWN_STAFF, ("Tide News",))

REGISTRY = (
    *(MERIDIAN, HARBOUR, LUMEN, TELLUS, NWS, CROSSWIND, OPEN_AIR),
    *(CHANNEL, ESTUARY, GAZETTE, DELTA, OWN),
)


def said(found: Found) -> str:
    """One attribution in short: "meridian reported via tellus by Jane Doe"."""
    via = f" via {found.via.slug}" if found.via else ""
    person = f" by {found.person}" if found.person else ""
    return f"{found.source.slug} {found.relation}{via}{person}"


def found_in(*paragraphs: str, registry: Sequence[SourceName] = REGISTRY) -> list[str]:
    return [said(found) for found in find_attributions(paragraphs, registry)]
