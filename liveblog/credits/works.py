"""What outlets make and do on air, in a sentence that uses it: interviews, counts, programmes."""

from liveblog.credits import labels, products, received, wordings
from liveblog.credits.context import TELL_THE_NEWS, Context, Phrase, beside, can_be_subject, until
from liveblog.credits.names import Relation, SourceKind

_NEAR = 50  # characters of a sentence that speak of what is made, and not of something else


def as_its_work(context: Context) -> Phrase | None:
    """ "An investigation by X found", "a report in X quotes Doe as saying"."""
    for behind, relation in (
        (wordings.QUOTED_AS, Relation.QUOTED),
        (wordings.FOUND, Relation.REPORTED),
    ):
        end = beside(context, (wordings.WORK_BY, behind))
        if end is not None:
            return until(context, end, relation)
    return None


def as_interviewer(context: Context) -> Phrase | None:
    """ "in a BBC interview", "gave the BBC an interview"."""
    end = beside(
        context,
        (received.IN_AN, received.INTERVIEW),
        (received.GAVE, received.WORDS),
        (received.SUPPLIED, received.WITH_WORDS),
        (received.IN_ANSWER, received.QUERY),
    )
    return None if end is None else until(context, end, Relation.TOLD)


def as_product(context: Context) -> Phrase | None:
    """ "the latest X survey", "live pictures on X": what outlets make, in a text that uses it."""
    if context.kind not in TELL_THE_NEWS:
        return None
    made = products.ITS_PRODUCT.match(context.after)
    if not made and not products.PRODUCT_OF.search(context.before):
        return None
    before, behind = context.before.rpartition(". ")[2], context.after.partition(". ")[0]
    sentence = before[-2 * _NEAR :] + behind[:_NEAR]
    if products.NOT_LEANED_ON.search(sentence) or products.TAKEN_BY.search(context.before):
        return None
    relation = Relation.REPORTED
    if products.ACCORDING.search(context.before):
        relation = Relation.ACCORDING_TO
    return until(context, made.end() if made else 0, relation)


def as_material(context: Context) -> Phrase | None:
    """ "Material from X was used in this report", "X writers in Bay contributed to this report"."""
    if can_be_subject(context) and (did := labels.SOMEBODY_CONTRIBUTED.match(context.after)):
        return until(context, did.end(), Relation.CONTRIBUTED)
    found = labels.USED_HERE.match(context.after)
    if not found or not labels.MATERIAL_FROM.search(context.before):
        return None
    return until(context, found.end(), Relation.CONTRIBUTED)


def as_one_of_many(context: Context) -> Phrase | None:
    """ "Local media, including X, reported"."""
    end = beside(context, (wordings.AMONG_OTHERS, wordings.ALL_TOLD))
    return None if end is None else until(context, end, Relation.REPORTED)


def as_its_pages(context: Context) -> Phrase | None:
    """ "In X, a geologist is quoted as saying"."""
    end = beside(context, (received.IN_ITS_PAGES, received.IS_QUOTED))
    return None if end is None else until(context, end, Relation.QUOTED)


def as_stage(context: Context) -> Phrase | None:
    """ "said on the X's breakfast programme", "on X's Today programme, she declined"."""
    if context.kind != SourceKind.BROADCASTER:
        return None
    spoke = received.ON.search(context.before) and received.SPOKE_THERE.match(context.after)
    quoted_from = received.BEHIND_A_QUOTE.search(context.before) and received.ITS_SHOW.match(
        context.after
    )
    said_on = (
        quoted_from
        or received.EDITION_OF.search(context.before)
        or received.ON_AIR.search(context.before)
    )
    on_air = spoke or said_on
    return until(context, 0, Relation.TOLD) if on_air else None


def as_its_count(context: Context) -> Phrase | None:
    """ "By X's count"."""
    end = beside(context, (wordings.BY, wordings.ITS_COUNT))
    return None if end is None else until(context, end, Relation.ACCORDING_TO)


def as_reacted_to(context: Context) -> Phrase | None:
    """ "dismissed an X report that"."""
    end = beside(context, (wordings.REACTING_TO, wordings.REPORT_OF_IT))
    return None if end is None else until(context, end, Relation.REPORTED)
