"""Names that stand apart from the sentence: an agency's opening, brackets, labels."""

from liveblog.credits import labels
from liveblog.credits.context import TELL_THE_NEWS, Context, Phrase, until
from liveblog.credits.names import Relation, SourceKind


def as_opening(context: Context) -> Phrase | None:
    """ "HARBOR TOWN (X) — ", the beginning of the agency's own text."""
    opens = context.in_brackets and labels.OPENING.search(context.before)
    pattern = labels.SLASHED if context.before.endswith(". ") else labels.OPENED
    found = pattern.match(context.after) if opens else None
    return until(context, 0, Relation.REPORTED) if found else None


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
    if labels.SOURCES.search(context.before):
        return until(context, 0, Relation.REPORTED)
    above = labels.FROM.search(context.before) and labels.COLON.match(context.after)
    if above or (labels.LABEL.search(context.before) and labels.LABELLED.match(context.after)):
        return until(context, 1, Relation.REPORTED)
    there = labels.SOMEBODY_THERE.match(context.after)
    if there and labels.FROM_SOMEBODY.search(context.before):
        return until(context, there.end("person"), Relation.REPORTED, there["person"])
    ends = labels.NOTHING_MORE.match(context.after)
    behind = labels.AT_THE_END
    if context.kind == SourceKind.WIRE_AGENCY:
        behind = labels.AT_OR_BEHIND_THE_END
    if ends and (context.in_brackets or behind.search(context.before)):
        return until(context, 0, Relation.REPORTED)
    return None
