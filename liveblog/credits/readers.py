"""How the words around a name credit it: each reader knows one manner of saying so."""

from collections.abc import Callable
from dataclasses import dataclass

from liveblog.credits import labels, wordings
from liveblog.credits.mentions import Group
from liveblog.credits.names import Relation, SourceKind
from liveblog.credits.people import correspondent, person_addressed, proper_name
from liveblog.credits.quotes import MASK

_TELL_THE_NEWS = frozenset(
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

    @property
    def kind(self) -> str:
        return self.group.mentions[0].source.kind


def _as_object(context: Context) -> Phrase | None:
    """ "according to X", "told X", "reported by X", "quoted by X", "citing X"."""
    group, before, after = context.group, context.before, context.alone
    for pattern, relation, unless in _OBJECTS:
        found = pattern.search(before)
        if found and not (unless and unless.match(after)):
            start = group.left - len(before) + _first_letter(found[0]) + found.start()
            return Phrase(relation, start, group.right, person_addressed(after))
    return None


def _first_letter(text: str) -> int:
    return next(index for index, letter in enumerate(text) if letter.isalpha())


_OBJECTS = (
    (wordings.ACCORDING_TO, Relation.ACCORDING_TO, wordings.SPEAKS_FOR_ITSELF),
    (wordings.PER, Relation.ACCORDING_TO, wordings.SPEAKS_FOR_ITSELF),
    (wordings.TOLD, Relation.TOLD, wordings.NOT_AN_AUDIENCE),
    (wordings.REPORTED_BY, Relation.REPORTED, None),
    (wordings.REPORTS_TOO, Relation.REPORTED, wordings.SPEAKS_FOR_ITSELF),
    (wordings.QUOTED_BY, Relation.QUOTED, None),
    (wordings.CITING, Relation.CITING, None),
    (wordings.CAME_FROM, Relation.CONTRIBUTED, None),
    (labels.MORE_FROM, Relation.REPORTED, wordings.SPEAKS_FOR_ITSELF),
)


def _as_subject(context: Context) -> Phrase | None:
    """ "X reported", "X quoted A as saying", "X contributed to this report" and their kin."""
    if not _can_be_subject(context):
        return None
    for pattern, relation in _SUBJECTS:
        found = pattern.match(context.after)
        if found:
            person = proper_name(found["person"]) if "person" in found.groupdict() else ""
            return _until(context, found.end(), relation, person)
    return None


_SUBJECTS = (
    (wordings.QUOTED_AS, Relation.QUOTED),
    (wordings.CONTRIBUTED, Relation.CONTRIBUTED),
    (wordings.AND_OTHERS_CONTRIBUTED, Relation.CONTRIBUTED),
    (wordings.WAS_TOLD, Relation.TOLD),
    (wordings.ITS_REPORT, Relation.REPORTED),
    (wordings.ITS_JOURNALISTS, Relation.REPORTED),
    (wordings.REPORTED, Relation.REPORTED),
    (wordings.REPORTED_LATER, Relation.REPORTED),
)


def _as_correspondent(context: Context) -> Phrase | None:
    """ "X's Jane Doe reports", "X correspondent Jane Doe has the story"."""
    found = correspondent(context.alone) if _can_be_subject(context) else None
    if found is None:
        return None
    person, did, length = found
    gave = Relation.CONTRIBUTED if "contributed" in did else Relation.REPORTED
    return _until(context, length, gave, person)


def _as_several(context: Context) -> Phrase | None:
    """ "Reuters and AFP report": the plural, which would be a noun behind one name."""
    if len(context.group.mentions) < 2 or not _can_be_subject(context):
        return None
    found = wordings.REPORT_PLURAL.match(context.after)
    return _until(context, found.end(), Relation.REPORTED) if found else None


def _as_speaker(context: Context) -> Phrase | None:
    """ "…, X said." of a news outlet when it does not speak of itself."""
    found = wordings.SAID_TAIL.match(context.after)
    tail = context.before.rstrip().endswith((",", MASK))
    if context.kind not in _TELL_THE_NEWS or not tail or found is None:
        return None
    sentence = context.before.rpartition(". ")[2]
    if wordings.SELF_REFERENCE.search(sentence):
        return None
    return _until(context, found.end(), Relation.REPORTED)


def _as_teller(context: Context) -> Phrase | None:
    """ "X said the port was closed" of an agency whose sentence is not about itself."""
    found = wordings.SAID_IN_FRONT.match(context.after)
    if context.kind != SourceKind.WIRE_AGENCY or not found or not _can_be_subject(context):
        return None
    sentence = context.after[found.end() :].partition(". ")[0]
    if wordings.SELF_REFERENCE.search(sentence):
        return None
    return _until(context, len(context.after[: found.end()].rstrip()), Relation.REPORTED)


def _as_its_work(context: Context) -> Phrase | None:
    """ "An investigation by X found"."""
    told = context.kind in _TELL_THE_NEWS and wordings.WORK_BY.search(context.before)
    found = wordings.FOUND.match(context.after) if told else None
    return _until(context, found.end(), Relation.REPORTED) if found else None


def _as_material(context: Context) -> Phrase | None:
    """ "Material from X was used in this report"."""
    found = wordings.USED_HERE.match(context.after)
    if not found or not wordings.MATERIAL_FROM.search(context.before):
        return None
    return _until(context, found.end(), Relation.CONTRIBUTED)


def _as_one_of_many(context: Context) -> Phrase | None:
    """ "Local media, including X, reported"."""
    told = wordings.AMONG_OTHERS.search(context.before) and context.kind in _TELL_THE_NEWS
    found = wordings.ALL_TOLD.match(context.after) if told else None
    return _until(context, found.end(), Relation.REPORTED) if found else None


def _as_stage(context: Context) -> Phrase | None:
    """ "said on the X's breakfast programme"."""
    on_air = context.kind == SourceKind.BROADCASTER and wordings.ON_AIR.search(context.before)
    return _until(context, 0, Relation.TOLD) if on_air else None


def _as_opening(context: Context) -> Phrase | None:
    """ "HARBOR TOWN (X) — ", the beginning of the agency's own text."""
    opens = context.in_brackets and wordings.OPENING.search(context.before)
    found = wordings.OPENED.match(context.after) if opens else None
    return _until(context, 0, Relation.REPORTED) if found else None


def _as_its_count(context: Context) -> Phrase | None:
    """ "By X's count"."""
    told = wordings.BY.search(context.before) and context.kind in _TELL_THE_NEWS
    found = wordings.ITS_COUNT.match(context.after) if told else None
    return _until(context, found.end(), Relation.ACCORDING_TO) if found else None


def _as_reacted_to(context: Context) -> Phrase | None:
    """ "dismissed an X report that"."""
    told = wordings.REACTING_TO.search(context.before) and context.kind in _TELL_THE_NEWS
    found = wordings.REPORT_OF_IT.match(context.after) if told else None
    return _until(context, found.end(), Relation.REPORTED) if found else None


def _as_closing(context: Context) -> Phrase | None:
    """ "lo/ab (dpa, AFP)": several in brackets at the very end."""
    opened = wordings.CLOSING.search(context.before)
    closed = wordings.CLOSED.match(context.after) if opened else None
    if not opened or not closed or context.kind not in _TELL_THE_NEWS:
        return None
    several = len(context.group.mentions) > 1 or ", " in opened[0] + closed[0]
    return _until(context, 0, Relation.CONTRIBUTED) if several else None


def _as_label(context: Context) -> Phrase | None:
    """ "X: Two tankers collide", "Two tankers collide - X", "Two tankers collide (X)"."""
    if context.kind not in _TELL_THE_NEWS:
        return None
    if wordings.SOURCES.search(context.before):
        return _until(context, 0, Relation.REPORTED)
    if labels.LABEL.search(context.before) and labels.LABELLED.match(context.after):
        return _until(context, 1, Relation.REPORTED)
    there = labels.SOMEBODY_THERE.match(context.after)
    if there and labels.FROM_SOMEBODY.search(context.before):
        return _until(context, there.end("person"), Relation.REPORTED, there["person"])
    ends = labels.NOTHING_MORE.match(context.after)
    if ends and (context.in_brackets or labels.AT_THE_END.search(context.before)):
        return _until(context, 0, Relation.REPORTED)
    return None


def _as_assessor(context: Context) -> Phrase | None:
    """ "The Institute for the Study of War, a U.S. think tank, said": what it says is its work."""
    if context.kind != SourceKind.THINK_TANK:
        return None
    if wordings.WORK_OF.search(context.before):
        return _until(context, 0, Relation.ACCORDING_TO)
    found = wordings.ASSESSED.match(context.after) if _can_be_subject(context) else None
    return _until(context, found.end(), Relation.ACCORDING_TO) if found else None


READERS: tuple[Callable[[Context], Phrase | None], ...] = (
    _as_object,
    _as_assessor,
    _as_subject,
    _as_several,
    _as_correspondent,
    _as_speaker,
    _as_teller,
    _as_its_work,
    _as_material,
    _as_its_count,
    _as_reacted_to,
    _as_one_of_many,
    _as_stage,
    _as_opening,
    _as_closing,
    _as_label,
)


def _can_be_subject(context: Context) -> bool:
    before = context.before
    return not (wordings.NO_SUBJECT.search(before) or wordings.PART_OF_A_NAME.search(before))


def _until(context: Context, length: int, relation: Relation, person: str = "") -> Phrase:
    return Phrase(relation, context.group.left, context.group.right + length, person)
