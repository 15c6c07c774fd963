"""Names that stand apart from the sentence: an agency's opening, brackets, labels."""

import re

from liveblog.credits import labels
from liveblog.credits.context import TELL_THE_NEWS, Context, Phrase, until
from liveblog.credits.names import Relation, SourceKind


def as_opening(context: Context) -> Phrase | None:
    """ "HARBOR TOWN (X) — ", the beginning of the agency's own text."""
    if context.kind in TELL_THE_NEWS and _opens_otherwise(context):
        return until(context, 0, Relation.REPORTED)
    opens = context.in_brackets and labels.OPENING.search(context.before)
    patterns: tuple[re.Pattern[str], ...] = (labels.OPENED,)
    if context.before.rstrip().endswith("."):  # "CLAIRE, Wis. (X) -- "; not "It rained. (X) The"
        patterns = (labels.SLASHED, labels.DASHED)
    found = opens and any(pattern.match(context.after) for pattern in patterns)
    return until(context, 0, Relation.REPORTED) if found else None


def _opens_otherwise(context: Context) -> bool:
    """ "SANTIAGO (X/Y) - ", "Morrow, May 4, X – "."""
    several = labels.OPENING_LIST.search(context.before)
    plain = context.kind == SourceKind.WIRE_AGENCY and labels.OPENING_PLAIN.search(context.before)
    return bool(
        (several and labels.OPENED_LIST.match(context.after))
        or (plain and labels.OPENED_PLAIN.match(context.after))
    )


def as_closing(context: Context) -> Phrase | None:
    """ "lo/ab (dpa, AFP)": several in brackets at the very end."""
    if labels.WITH_MATERIAL.search(context.before) and labels.NO_MORE.match(context.after):
        return until(context, 0, Relation.CONTRIBUTED)
    opened = labels.CLOSING.search(context.before) or labels.INITIALLED.search(context.before)
    closed = labels.CLOSED.match(context.after) if opened else None
    if opened and labels.INITIALLED.search(context.before):
        closed = closed or labels.CLOSED_THERE.match(context.after)
    if not opened or not closed or context.kind not in TELL_THE_NEWS:
        return None
    listed = opened["listed"] + closed[0]
    several = len(context.group.mentions) > 1 or bool(re.search(",|/", listed))
    return until(context, 0, Relation.CONTRIBUTED) if several else None


def as_via(context: Context) -> Phrase | None:
    """ "the latest images, via X."."""
    if not labels.VIA_AT_THE_END.search(context.before):
        return None
    end = labels.NOTHING_OF_THE_SENTENCE.match(context.after)
    there = labels.SOMEBODY_THERE.match(context.after)
    if there:
        return until(context, there.end("person"), Relation.REPORTED, there["person"])
    return until(context, 0, Relation.REPORTED) if end else None


def as_label(context: Context) -> Phrase | None:
    """ "X: Two tankers collide", "Two tankers collide - X", "Two tankers collide (X)"."""
    if context.kind not in TELL_THE_NEWS:
        return None
    above = labels.FROM.search(context.before) and labels.COLON.match(context.after)
    if above or (labels.LABEL.search(context.before) and labels.LABELLED.match(context.after)):
        return until(context, 1, Relation.REPORTED)
    there = labels.SOMEBODY_THERE.match(context.after)
    if there and labels.FROM_SOMEBODY.search(context.before):
        return until(context, there.end("person"), Relation.REPORTED, there["person"])
    return _as_last_word(context)


def _as_last_word(context: Context) -> Phrase | None:
    """ "Two tankers collide - X", "Source: X", "© X", "– X, Agencies"."""
    sources = labels.SOURCES.search(context.before)
    several = len(context.group.mentions) > 1
    if sources:
        several = several or ", " in sources[0]
        several = several or labels.ONE_OF_THEM.match(context.after) is not None
    elif _is_in_a_list(context) or _closes(context, labels.AND_AGENCIES):
        several = True
    elif not any(stands(context) for stands in _ALONE):
        return None
    return until(context, 0, Relation.CONTRIBUTED if several else Relation.REPORTED)


def _is_in_a_list(context: Context) -> bool:
    """ "X, Y, Z" on a line of its own."""
    in_front = labels.NAMES_IN_FRONT.search(context.before)
    if labels.BY_LINE.search(context.before):
        return False
    if labels.BY_A_PERSON.search(context.before) and labels.NOTHING_MORE.match(context.after):
        return False
    more = bool(context.before) or context.alone.strip() == ","
    return bool(in_front and more and labels.NAMES_BEHIND.match(context.after))


def _closes(context: Context, end: re.Pattern[str]) -> bool:
    """Whether the name stands behind the text, with nothing behind it but ``end``."""
    at_the_end = labels.AT_THE_END
    if end is labels.NOTHING_MORE or context.kind == SourceKind.WIRE_AGENCY:
        at_the_end = labels.AT_OR_BEHIND_THE_END
    stands_there = context.in_brackets or at_the_end.search(context.before)
    return bool(stands_there and end.match(context.after))


def _is_last(context: Context) -> bool:
    """ "Two tankers collide - X", "Nine were killed, police said. X"."""
    return _closes(context, labels.NOTHING_MORE)


def _is_behind_a_sentence(context: Context) -> bool:
    """ "It rained - X. The pier", "It rained (X). The pier", "It rained. (X) The pier"."""
    patterns = [(labels.BEHIND_A_DASH, labels.THEN_MORE)]
    if context.in_brackets:
        patterns += [
            (labels.IN_A_SENTENCE, labels.THEN_MORE),
            (labels.BEHIND_A_SENTENCE, labels.THEN_ANOTHER),
        ]
    return any(
        front.search(context.before) and then.match(context.after) for front, then in patterns
    )


def _has_the_right(context: Context) -> bool:
    """ "© X", "© X 2020"."""
    stands = labels.COPYRIGHT.search(context.before) and labels.ITS_YEAR.match(context.after)
    return stands is not None


def _on_its_own_line(context: Context) -> bool:
    """ "X", "X, Lomé", "Madrid X —", "By X - March 3, 2020", "By Jane Doe, X"."""
    bare = context.before.strip()
    behind: tuple[re.Pattern[str], ...] = ()
    if labels.BY_LINE.search(context.before):
        return True
    if bare.rstrip(":") in {"By", "by", "From"}:
        behind = (labels.DATED, labels.NOTHING_MORE, labels.UNDER_A_BAR, labels.BY_ITS_DESK)
    elif labels.BY_A_PERSON.search(context.before):
        behind = (labels.DATED, labels.NOTHING_MORE)
    elif labels.PLACE.search(context.before):
        behind = (labels.DASH_ALONE, labels.DATED)
    elif bare in labels.BULLETS:
        behind = (
            *(labels.NOTHING_MORE, labels.AT_A_PLACE, labels.DATED, labels.UNDER_A_BAR),
            labels.BY_ITS_DESK,
        )
    return any(pattern.match(context.after) for pattern in behind)


_ALONE = (_on_its_own_line, _is_last, _is_behind_a_sentence, _has_the_right)
