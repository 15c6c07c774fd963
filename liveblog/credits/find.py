"""Attributions found in what somebody typed, pasted or imported."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from liveblog.credits import wordings
from liveblog.credits.mentions import Group, find_groups
from liveblog.credits.names import Found, Relation, SourceKind, SourceName, ViaVerb
from liveblog.credits.people import correspondent, person_addressed, proper_name
from liveblog.credits.quotes import MASK, mask_quotes, plain

_IN_FRONT = 240  # characters looked at in front of a name
_BEHIND = 200  # and behind it
_TELL_THE_NEWS = frozenset(
    {SourceKind.WIRE_AGENCY, SourceKind.BROADCASTER, SourceKind.NEWSPAPER, SourceKind.OWN_STAFF}
)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What the words around a group say; ``start`` and ``end`` are offsets in the paragraph."""

    relation: Relation
    start: int
    end: int
    person: str = ""


@dataclass(frozen=True, slots=True)
class _Context:
    """A group with the text on both sides of it; ``alone`` ends where the next source is named."""

    group: Group
    before: str
    after: str
    alone: str

    in_brackets: bool

    @property
    def kind(self) -> str:
        return self.group.mentions[0].source.kind


def find_attributions(paragraphs: Sequence[str], registry: Sequence[SourceName]) -> list[Found]:
    """The attributions in one entry's paragraphs (plain text), in order of their place.

    One per source, relation and ``via``: a repetition is left out, and so is the poorer of two that
    differ only in what they say of ``via`` and person. A source that is some attribution's ``via``
    is not proposed again on its own. Words inside quotation marks never count.
    """
    found: list[Found] = []
    for index, paragraph in enumerate(paragraphs):
        found += _in_paragraph(index, paragraph, tuple(registry))
    return _once_each(found)


def find_named(paragraphs: Sequence[str], registry: Sequence[SourceName]) -> list[SourceName]:
    """Every source that the paragraphs name outside quotation marks, in order, each once."""
    named: dict[str, SourceName] = {}
    for paragraph in paragraphs:
        for group in find_groups(plain(mask_quotes(paragraph)), tuple(registry)):
            named |= {each.source.slug: each.source for each in group.mentions}
    return list(named.values())


def _in_paragraph(index: int, paragraph: str, registry: tuple[SourceName, ...]) -> Iterator[Found]:
    text = plain(mask_quotes(paragraph))
    groups = find_groups(text, registry)
    as_via: set[int] = set()
    for number, group in enumerate(groups):
        following = groups[number + 1] if number + 1 < len(groups) else None
        if number in as_via or (phrase := _phrase(text, group, following)) is None:
            continue
        via, verb, end = _via(text, phrase, group, following)
        if via is not None:
            as_via.add(number + 1)
        for mention in group.mentions:
            relation = _own(phrase.relation, mention.source)
            span = phrase.start, end, paragraph[phrase.start : end]
            yield Found(mention.source, relation, via, phrase.person, index, *span, verb)


def _own(relation: Relation, source: SourceName) -> Relation:
    """What the newsroom's own staff reported is its own report."""
    own = source.kind == SourceKind.OWN_STAFF and relation is Relation.REPORTED
    return Relation.OWN_REPORT if own else relation


def _phrase(text: str, group: Group, following: Group | None) -> _Phrase | None:
    before = text[max(0, group.left - _IN_FRONT) : group.left]
    after = text[group.right : group.right + _BEHIND]
    alone = text[group.right : following.left][:_BEHIND] if following else after
    in_brackets = text[group.left] == "("
    context = _Context(group, before, after, alone, in_brackets)
    return next((phrase for reader in _READERS if (phrase := reader(context))), None)


def _as_object(context: _Context) -> _Phrase | None:
    """ "according to X", "told X", "reported by X", "quoted by X", "citing X"."""
    group, before, after = context.group, context.before, context.alone
    for pattern, relation, unless in _OBJECTS:
        found = pattern.search(before)
        if found and not (unless and unless.match(after)):
            start = group.left - len(before) + _first_letter(found[0]) + found.start()
            return _Phrase(relation, start, group.right, person_addressed(after))
    return None


def _first_letter(text: str) -> int:
    return next(index for index, letter in enumerate(text) if letter.isalpha())


_OBJECTS = (
    (wordings.ACCORDING_TO, Relation.ACCORDING_TO, wordings.SPEAKS_FOR_ITSELF),
    (wordings.TOLD, Relation.TOLD, wordings.NOT_AN_AUDIENCE),
    (wordings.REPORTED_BY, Relation.REPORTED, None),
    (wordings.REPORTS_TOO, Relation.REPORTED, wordings.SPEAKS_FOR_ITSELF),
    (wordings.QUOTED_BY, Relation.QUOTED, None),
    (wordings.CITING, Relation.CITING, None),
    (wordings.CAME_FROM, Relation.CONTRIBUTED, None),
    (wordings.MORE_FROM, Relation.REPORTED, wordings.SPEAKS_FOR_ITSELF),
)


def _as_subject(context: _Context) -> _Phrase | None:
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


def _as_correspondent(context: _Context) -> _Phrase | None:
    """ "X's Jane Doe reports", "X correspondent Jane Doe has the story"."""
    found = correspondent(context.alone) if _can_be_subject(context) else None
    if found is None:
        return None
    person, did, length = found
    gave = Relation.CONTRIBUTED if "contributed" in did else Relation.REPORTED
    return _until(context, length, gave, person)


def _as_several(context: _Context) -> _Phrase | None:
    """ "Reuters and AFP report": the plural, which would be a noun behind one name."""
    if len(context.group.mentions) < 2 or not _can_be_subject(context):
        return None
    found = wordings.REPORT_PLURAL.match(context.after)
    return _until(context, found.end(), Relation.REPORTED) if found else None


def _as_speaker(context: _Context) -> _Phrase | None:
    """ "…, X said." of a news outlet when it does not speak of itself."""
    found = wordings.SAID_TAIL.match(context.after)
    tail = context.before.rstrip().endswith((",", MASK))
    if context.kind not in _TELL_THE_NEWS or not tail or found is None:
        return None
    sentence = context.before.rpartition(". ")[2]
    if wordings.SELF_REFERENCE.search(sentence):
        return None
    return _until(context, found.end(), Relation.REPORTED)


def _as_teller(context: _Context) -> _Phrase | None:
    """ "X said the port was closed" of an agency whose sentence is not about itself."""
    found = wordings.SAID_IN_FRONT.match(context.after)
    if context.kind != SourceKind.WIRE_AGENCY or not found or not _can_be_subject(context):
        return None
    sentence = context.after[found.end() :].partition(". ")[0]
    if wordings.SELF_REFERENCE.search(sentence):
        return None
    return _until(context, len(context.after[: found.end()].rstrip()), Relation.REPORTED)


def _as_its_work(context: _Context) -> _Phrase | None:
    """ "An investigation by X found"."""
    told = context.kind in _TELL_THE_NEWS and wordings.WORK_BY.search(context.before)
    found = wordings.FOUND.match(context.after) if told else None
    return _until(context, found.end(), Relation.REPORTED) if found else None


def _as_one_of_many(context: _Context) -> _Phrase | None:
    """ "Local media, including X, reported"."""
    told = wordings.AMONG_OTHERS.search(context.before) and context.kind in _TELL_THE_NEWS
    found = wordings.ALL_TOLD.match(context.after) if told else None
    return _until(context, found.end(), Relation.REPORTED) if found else None


def _as_stage(context: _Context) -> _Phrase | None:
    """ "said on the X's breakfast programme"."""
    on_air = context.kind == SourceKind.BROADCASTER and wordings.ON_AIR.search(context.before)
    return _until(context, 0, Relation.TOLD) if on_air else None


def _as_opening(context: _Context) -> _Phrase | None:
    """ "HARBOR TOWN (X) — ", the beginning of the agency's own text."""
    opens = context.in_brackets and wordings.OPENING.search(context.before)
    found = wordings.OPENED.match(context.after) if opens else None
    return _until(context, 0, Relation.REPORTED) if found else None


def _as_label(context: _Context) -> _Phrase | None:
    """ "X: Two tankers collide", "Two tankers collide - X", "Two tankers collide (X)"."""
    if context.kind not in _TELL_THE_NEWS:
        return None
    if wordings.SOURCES.search(context.before):
        return _until(context, 0, Relation.REPORTED)
    if wordings.LABEL.search(context.before) and wordings.LABELLED.match(context.after):
        return _until(context, 1, Relation.REPORTED)
    ends = wordings.NOTHING_MORE.match(context.after)
    if ends and (context.in_brackets or wordings.AT_THE_END.search(context.before)):
        return _until(context, 0, Relation.REPORTED)
    return None


def _as_assessor(context: _Context) -> _Phrase | None:
    """ "The Institute for the Study of War, a U.S. think tank, said": what it says is its work."""
    if context.kind != SourceKind.THINK_TANK:
        return None
    if wordings.WORK_OF.search(context.before):
        return _until(context, 0, Relation.ACCORDING_TO)
    found = wordings.ASSESSED.match(context.after) if _can_be_subject(context) else None
    return _until(context, found.end(), Relation.ACCORDING_TO) if found else None


_READERS: tuple[Callable[[_Context], _Phrase | None], ...] = (
    _as_object,
    _as_subject,
    _as_several,
    _as_correspondent,
    _as_speaker,
    _as_teller,
    _as_assessor,
    _as_its_work,
    _as_one_of_many,
    _as_stage,
    _as_opening,
    _as_label,
)


def _can_be_subject(context: _Context) -> bool:
    before = context.before
    return not (wordings.NO_SUBJECT.search(before) or wordings.PART_OF_A_NAME.search(before))


def _until(context: _Context, length: int, relation: Relation, person: str = "") -> _Phrase:
    return _Phrase(relation, context.group.left, context.group.right + length, person)


def _via(
    text: str, phrase: _Phrase, group: Group, following: Group | None
) -> tuple[SourceName | None, ViaVerb, int]:
    """The source that the credited one leans on, how it is said, and where the phrase then ends."""
    if following is None or following.mentions[0].source == group.mentions[0].source:
        return None, "citing", phrase.end
    behind = wordings.VIA.match(text, phrase.end, phrase.end + _BEHIND)
    inside = wordings.VIA_INSIDE.match(text, group.right)
    for found in (behind, inside):
        if found and found.end() == following.left:
            verb: ViaVerb = "quoting" if found["verb"] == "quoting" else "citing"
            return following.mentions[0].source, verb, max(phrase.end, following.right)
    return None, "citing", phrase.end


def _once_each(found: list[Found]) -> list[Found]:
    vias = {each.via.slug for each in found if each.via}
    kept: list[Found] = []
    for each in found:
        on_its_own = each.via is None and each.source.slug in vias
        if not on_its_own and not any(_covers(other, each) for other in kept):
            kept = [*(other for other in kept if not _covers(each, other)), each]
    return kept


def _covers(one: Found, other: Found) -> bool:
    """Whether ``one`` says all that ``other`` says."""
    same = (one.source.slug, one.relation) == (other.source.slug, other.relation)
    return same and other.via in {None, one.via} and other.person in {"", one.person}
