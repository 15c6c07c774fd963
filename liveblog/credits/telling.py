"""What an outlet says is news, unless the sentence is about the outlet itself."""

import re
from collections.abc import Iterable

from liveblog.credits import doings, wordings
from liveblog.credits.context import TELL_THE_NEWS, Context, Phrase, can_be_subject, until
from liveblog.credits.itself import speaks_of_itself
from liveblog.credits.names import Relation, SourceKind
from liveblog.credits.quotes import MASK


def as_speaker(context: Context) -> Phrase | None:
    """ "…, X said." of a news outlet when it does not speak of itself."""
    another = doings.AND_ANOTHER.match(context.alone)
    found = wordings.SAID_TAIL.match(context.after, another.end() if another else 0)
    before = doings.ANOTHER_AND.sub(",", context.before)
    tail = before.rstrip().endswith((",", MASK, " as", "As"))
    if context.kind not in TELL_THE_NEWS or not tail or found is None:
        return None
    earlier, _, sentence = before.rpartition(". ")
    if speaks_of_itself(sentence, it_is_another=bool(earlier)):
        return None
    return until(context, found.end(), Relation.REPORTED)


def as_said_by(context: Context) -> Phrase | None:
    """ "…, said X", "…, said an X photographer at the scene", "announced by state agency X"."""
    said = wordings.SAID_BY.search(context.before)
    if context.kind == SourceKind.WIRE_AGENCY:  # what broadcasters announce is theirs
        said = said or wordings.ANNOUNCED_BY.search(context.before)
    if said is None or context.kind not in TELL_THE_NEWS:
        return None
    journalist = doings.ITS_JOURNALIST.match(context.after)
    ends = wordings.ENDS.match(context.after)
    earlier, _, sentence = context.before.rpartition(". ")
    if not journalist and (not ends or speaks_of_itself(sentence, it_is_another=bool(earlier))):
        return None
    return until(context, journalist.end() if journalist else 0, Relation.REPORTED)


def as_teller(context: Context) -> Phrase | None:
    """ "X said the port was closed", "X added that" when the sentence is not about itself."""
    if context.kind not in TELL_THE_NEWS or not can_be_subject(context):
        return None
    unit = doings.UNIT.match(context.alone)
    found = _first(_TELLERS, context.after, unit.end() if unit else 0)
    found = found or wordings.SAID_IN_FRONT.match(context.after)
    if not found and doings.SECOND_HALF.search(context.before):
        return _in_the_second_half(context)
    if not found:
        return None
    sentence = context.after[found.end() :].partition(". ")[0]
    if speaks_of_itself(sentence, it_is_another=". " in context.before):
        return None
    return until(context, len(context.after[: found.end()].rstrip()), Relation.REPORTED)


_TELLERS = (doings.ADDED, doings.FOUND_OUT)


def _first(
    patterns: Iterable[re.Pattern[str]], text: str, behind_its_unit: int
) -> re.Match[str] | None:
    places = {0, behind_its_unit}
    matches = (pattern.match(text, at) for pattern in patterns for at in sorted(places))
    return next((found for found in matches if found), None)


def _in_the_second_half(context: Context) -> Phrase | None:
    """ "…, Kyodo reported, while NHK said it broke up": what "it" is stands in the first half."""
    found = doings.SAID_THERE.match(context.after)
    rest = context.after[found.end() :].partition(". ")[0] if found else ""
    if not found or speaks_of_itself(rest, it_is_another=True):
        return None
    return until(context, found.end(), Relation.REPORTED)
