"""What a credit is made of: who is credited, how, and through whom. Plain data, no database."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

ViaVerb = Literal["citing", "quoting"]


class Relation(StrEnum):
    """How an entry leans on a source; the values are the ones stored in an attribution."""

    REPORTED = "reported"
    ACCORDING_TO = "according_to"
    TOLD = "told"
    CITING = "citing"
    QUOTED = "quoted"
    CONTRIBUTED = "contributed"
    OWN_REPORT = "own_report"


class SourceKind(StrEnum):
    """What sort of source it is; decides which wordings count as an attribution to it."""

    WIRE_AGENCY = "wire_agency"
    BROADCASTER = "broadcaster"
    NEWSPAPER = "newspaper"
    OFFICIAL = "official"
    THINK_TANK = "think_tank"
    SOCIAL = "social"
    OWN_STAFF = "own_staff"


@dataclass(frozen=True, slots=True)
class SourceName:
    """A source by every name it goes by.

    ``forms`` are further spellings to recognise ("Associated Press", "RIA Novosti"); a leading
    "The" is optional in text and needs no form of its own. ``descriptor`` stands before the name on
    first use ("state-run"). ``kind`` is a ``SourceKind`` or its stored value.
    """

    slug: str
    name: str
    short_name: str
    kind: str
    forms: tuple[str, ...] = ()
    descriptor: str = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """One attribution in words to be: "Reuters reported, citing Interfax".

    ``relation`` is a ``Relation`` or its stored value. ``via`` is the source that ``source`` itself
    leans on. ``person`` is a correspondent of ``source``, or with ``quoted`` whom it quoted.
    """

    source: SourceName
    relation: str
    via: SourceName | None = None
    person: str = ""
    via_verb: ViaVerb = "citing"


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution that stands in a text.

    ``paragraph`` counts from 0; ``start`` and ``end`` are offsets in that paragraph, and ``text``
    is what stands between them.
    """

    source: SourceName
    relation: Relation
    via: SourceName | None
    person: str
    paragraph: int
    start: int
    end: int
    text: str
    via_verb: ViaVerb = "citing"

    def credit(self) -> Credit:
        """The same attribution without its place in the text."""
        return Credit(self.source, self.relation, self.via, self.person, self.via_verb)
