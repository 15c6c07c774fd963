"""A name with the words around it, and what they may say of it."""

import re
from dataclasses import dataclass

from liveblog.credits import wordings
from liveblog.credits.mentions import Group
from liveblog.credits.names import Relation, SourceKind, SourceName

TELL_THE_NEWS = frozenset(
    {SourceKind.WIRE_AGENCY, SourceKind.BROADCASTER, SourceKind.NEWSPAPER, SourceKind.OWN_STAFF}
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the words around a group say; ``start`` and ``end`` are offsets in the paragraph."""

    relation: Relation
    start: int
    end: int
    person: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """A group with the text on both sides of it; ``alone`` ends where the next source is named."""

    group: Group
    before: str
    after: str
    alone: str

    in_brackets: bool
    continued: bool
    """Whether a paragraph stands in front, which "it" may mean something in."""

    @property
    def source(self) -> SourceName:
        return self.group.mentions[0].source

    @property
    def kind(self) -> str:
        return self.source.kind


def beside(context: Context, *pairs: tuple[re.Pattern[str], re.Pattern[str]]) -> int | None:
    """Where the words behind a news outlet's name end, of the first pair that fits both sides."""
    if context.kind not in TELL_THE_NEWS:
        return None
    both = (behind.match(context.after) for front, behind in pairs if front.search(context.before))
    return next((found.end() for found in both if found), None)


def can_be_subject(context: Context) -> bool:
    before = context.before
    return not (wordings.NO_SUBJECT.search(before) or wordings.PART_OF_A_NAME.search(before))


def until(context: Context, length: int, relation: Relation, person: str = "") -> Phrase:
    return Phrase(relation, context.group.left, context.group.right + length, person)
