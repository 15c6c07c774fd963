"""How the words around a name credit it: each reader knows one manner of saying so."""

from collections.abc import Callable
from dataclasses import replace

from liveblog.credits import apart, doings, labels, received, telling, wordings, works
from liveblog.credits.context import TELL_THE_NEWS, Context, Phrase, beside, can_be_subject, until
from liveblog.credits.names import Relation, SourceKind
from liveblog.credits.people import correspondent, is_commentator, person_addressed, proper_name


def _as_object(context: Context) -> Phrase | None:
    """ "according to X", "told X", "reported by X", "quoted by X", "citing X"."""
    group, before, after = context.group, context.before, context.alone
    if doings.ENDS_THERE.match(context.after):  # "by the state news agency, X."
        before = doings.WHAT_IT_IS_BEHIND.sub("", before)
    before = doings.WHAT_IT_IS_IN_FRONT.sub("", received.AFFILIATE_OF.sub("", before))
    if received.NO_VERB.match(context.after):
        before = received.STRANGER_AND.sub("", before)
    for pattern, relation, unless in _OBJECTS:
        found = pattern.search(before)
        if found and not (unless and unless.match(after)) and not received.REFUSED.search(before):
            start = group.left - len(context.before) + _first_letter(found[0]) + found.start()
            assessed = context.kind == SourceKind.THINK_TANK and relation is Relation.REPORTED
            leant = Relation.ACCORDING_TO if assessed else relation
            return Phrase(leant, start, group.right, person_addressed(after))
    return None


def _first_letter(text: str) -> int:
    return next(index for index, letter in enumerate(text) if letter.isalpha())


_OBJECTS = (
    (wordings.QUOTED_BY, Relation.QUOTED, None),
    (wordings.ACCORDING_TO, Relation.ACCORDING_TO, wordings.SPEAKS_FOR_ITSELF),
    (wordings.PER, Relation.ACCORDING_TO, wordings.SPEAKS_FOR_ITSELF),
    (received.TOLD, Relation.TOLD, received.NOT_AN_AUDIENCE),
    (received.POLLED, Relation.TOLD, received.IN_SUM),
    (received.ASKED, Relation.TOLD, received.ASKED_WHAT),
    (labels.REPORTING_BY, Relation.CONTRIBUTED, labels.GOES_ON),
    (wordings.REPORTED_BY, Relation.REPORTED, None),
    (wordings.REPORTS_TOO, Relation.REPORTED, wordings.SPEAKS_FOR_ITSELF),
    (wordings.CITING, Relation.CITING, None),
    (labels.CAME_FROM, Relation.CONTRIBUTED, None),
    (received.SEEN_BY, Relation.REPORTED, received.NO_JOURNALIST),
    (received.AMONG_THEM, Relation.ACCORDING_TO, wordings.SPEAKS_FOR_ITSELF),
    (received.SAID_TO, Relation.TOLD, received.NOT_AN_AUDIENCE),
    (received.GIVEN_TO, Relation.REPORTED, wordings.SPEAKS_FOR_ITSELF),
    (received.DONE_BY, Relation.REPORTED, wordings.SPEAKS_FOR_ITSELF),
    (received.WROTE_IN, Relation.REPORTED, wordings.SPEAKS_FOR_ITSELF),
    (labels.MORE_FROM, Relation.REPORTED, labels.BY_MAIL),
)


def _as_subject(context: Context) -> Phrase | None:
    """ "X reported", "X quoted A as saying", "X contributed to this report" and their kin."""
    if not can_be_subject(context):
        return None
    places = [0]
    if context.after[:2] == ", " and doings.WHAT_IT_IS.search(context.before):
        places.append(1)
    if apposition := doings.APPOSITION.match(context.after):
        places.append(apposition.end())
    tried = (_by_its_doing(context, at) for at in places)
    return next((phrase for phrase in tried if phrase), None)


def _as_its_publisher(context: Context) -> Phrase | None:
    """ "a report that X published", "with X reporting", "by X, which reported"."""
    end = beside(
        context,
        (doings.REPORTING_FOR, doings.ANYTHING),
        (doings.ANYTHING, doings.WHICH),
        (doings.THAT, doings.PUBLISHED),
        (doings.WITH, doings.REPORTING),
        (doings.IT_WAS, doings.WHO_DID),
        (doings.HERE_IS, doings.ITS_TAKE),
    )
    return None if end is None else until(context, end, Relation.REPORTED)


def _as_its_unit(context: Context) -> Phrase | None:
    """ "X's Russian Service spoke to", "X's Jane Doe spoke to"."""
    unit = doings.UNIT.match(context.alone) if can_be_subject(context) else None
    if unit is None:
        return None
    apposition = doings.APPOSITION.match(context.after, unit.end())
    phrase = _by_its_doing(context, apposition.end() if apposition else unit.end())
    if phrase is None:
        return None
    return replace(phrase, person=phrase.person or proper_name(unit["person"] or ""))


def _by_its_doing(context: Context, at: int) -> Phrase | None:
    for pattern, relation in _SUBJECTS:
        found = pattern.match(context.after, at)
        if found:
            person = proper_name(found.groupdict().get("person") or "")
            return until(context, found.end(), relation, person)
    return None


_SUBJECTS = (
    (wordings.QUOTED_AS, Relation.QUOTED),
    (wordings.ITS_REPORT_QUOTED, Relation.QUOTED),
    (doings.QUOTED_SOMEBODY, Relation.QUOTED),
    (wordings.CONTRIBUTED, Relation.CONTRIBUTED),
    (wordings.AND_OTHERS_CONTRIBUTED, Relation.CONTRIBUTED),
    (wordings.WAS_TOLD, Relation.TOLD),
    (wordings.ITS_REPORT, Relation.REPORTED),
    (wordings.ITS_JOURNALISTS, Relation.REPORTED),
    (wordings.REPORTED, Relation.REPORTED),
    (wordings.REPORTED_LATER, Relation.REPORTED),
    (doings.ITS_WORK, Relation.REPORTED),
    (doings.TELLS_NEWS, Relation.REPORTED),
    (doings.SPOKE, Relation.TOLD),
)


def _as_correspondent(context: Context) -> Phrase | None:
    """ "X's Jane Doe reports", "X correspondent Jane Doe has the story"."""
    there = received.FROM_THERE.search(context.before) is not None
    found = correspondent(context.alone, there) if can_be_subject(context) else None
    if found is None or (context.before.endswith(", ") and is_commentator(context.after)):
        return None
    person, did, length = found
    gave = Relation.CONTRIBUTED if "contributed" in did else Relation.REPORTED
    return until(context, length, gave, person)


def _as_somebody_at(context: Context) -> Phrase | None:
    """ "our colleague Jane Doe at X has written", "a reporter for X saw"."""
    found = doings.SAW_IT.match(context.after)
    if context.kind not in TELL_THE_NEWS:
        return None
    if not doings.SOMEBODY_AT.search(context.before):
        named = doings.NAMED_AT.search(context.before)
        found = doings.REPORTING_THERE.match(context.after) if named else None
    return until(context, found.end(), Relation.REPORTED) if found else None


def _as_several(context: Context) -> Phrase | None:
    """ "Reuters and AFP report", "Reuters and Radio Skerry report"."""
    another = doings.AND_ANOTHER.match(context.alone)
    if not can_be_subject(context) or not (another or len(context.group.mentions) > 1):
        return None
    if another and (quoted := wordings.QUOTED_AS.match(context.after, another.end())):
        return until(context, quoted.end(), Relation.QUOTED)
    found = wordings.REPORT_PLURAL.match(context.after, another.end() if another else 0)
    for pattern in (wordings.REPORTED, doings.TELLS_NEWS):
        found = found or (another and pattern.match(context.after, another.end()))
    return until(context, found.end(), Relation.REPORTED) if found else None


def _as_assessor(context: Context) -> Phrase | None:
    """ "The Institute for the Study of War, a U.S. think tank, said": what it says is its work."""
    if context.kind != SourceKind.THINK_TANK:
        return None
    if wordings.WORK_OF.search(context.before):
        return until(context, 0, Relation.ACCORDING_TO)
    if wordings.ASSESSED_BY.search(context.before):
        return until(context, 0, Relation.ACCORDING_TO)
    speaks = can_be_subject(context) or wordings.ITS_ANALYSTS.search(context.before)
    found = wordings.ASSESSED.match(context.after) if speaks else None
    return until(context, found.end(), Relation.ACCORDING_TO) if found else None


READERS: tuple[Callable[[Context], Phrase | None], ...] = (
    _as_assessor,
    _as_object,
    _as_subject,
    _as_several,
    _as_correspondent,
    _as_its_unit,
    _as_its_publisher,
    _as_somebody_at,
    telling.as_speaker,
    telling.as_said_by,
    telling.as_teller,
    telling.as_gapped,
    works.as_its_work,
    works.as_interviewer,
    works.as_material,
    works.as_its_count,
    works.as_reacted_to,
    works.as_one_of_many,
    works.as_stage,
    works.as_its_pages,
    apart.as_opening,
    apart.as_closing,
    apart.as_via,
    apart.as_label,
    telling.as_any_telling,
    works.as_product,
)
