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
    pattern = labels.SLASHED if context.before.endswith(". ") else labels.OPENED
    found = pattern.match(context.after) if opens else None
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
    opened = labels.CLOSING.search(context.before)
    closed = labels.CLOSED.match(context.after) if opened else None
    if not opened or not closed or context.kind not in TELL_THE_NEWS:
        return None
    several = len(context.group.mentions) > 1 or ", " in opened[0] + closed[0]
    return until(context, 0, Relation.CONTRIBUTED) if several else None


def as_via(context: Context) -> Phrase | None:
    """ "the latest images, via X."."""
    if not labels.VIA_AT_THE_END.search(context.before):
        return None
    end = labels.NOTHING_OF_THE_SENTENCE.match(context.after)
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
    elif not (_on_its_own_line(context) or _closes(context, labels.NOTHING_MORE)):
        return None
    return until(context, 0, Relation.CONTRIBUTED if several else Relation.REPORTED)


def _is_in_a_list(context: Context) -> bool:
    """ "X, Y, Z" on a line of its own."""
    in_front = labels.NAMES_IN_FRONT.search(context.before)
    more = bool(context.before) or context.alone.strip() == ","
    return bool(in_front and more and labels.NAMES_BEHIND.match(context.after))


def _closes(context: Context, end: re.Pattern[str]) -> bool:
    """Whether the name stands behind the text, with nothing behind it but ``end``."""
    at_the_end = labels.AT_THE_END
    if context.kind == SourceKind.WIRE_AGENCY:
        at_the_end = labels.AT_OR_BEHIND_THE_END
    stands_there = context.in_brackets or at_the_end.search(context.before)
    copyright_of = labels.COPYRIGHT.search(context.before)
    if labels.BEHIND_A_DASH.search(context.before) and labels.THEN_MORE.match(context.after):
        return True
    return bool((stands_there or copyright_of) and end.match(context.after))


def _on_its_own_line(context: Context) -> bool:
    """ "X", "X, Lomé", "Madrid X —", "By X - March 3, 2020"."""
    bare = context.before.strip()
    behind: tuple[re.Pattern[str], ...] = ()
    if labels.PLACE.search(context.before):
        behind = (labels.DASH_ALONE,)
    elif bare in labels.BULLETS:
        behind = (labels.NOTHING_MORE, labels.AT_A_PLACE, labels.DATED, labels.UNDER_A_BAR)
    elif bare == "By":
        behind = (labels.DATED,)
    return any(pattern.match(context.after) for pattern in behind)
