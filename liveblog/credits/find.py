"""Attributions found in what somebody typed, pasted or imported."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from liveblog.credits import received, wordings
from liveblog.credits.again import meant_again, with_short_names
from liveblog.credits.context import Context, Phrase
from liveblog.credits.homonyms import other_meanings
from liveblog.credits.mentions import Group, find_groups
from liveblog.credits.names import Found, Relation, SourceKind, SourceName, ViaVerb
from liveblog.credits.quotes import mask_quotes, plain
from liveblog.credits.readers import READERS
from liveblog.credits.spelled import Known, spellings, with_aliases

_IN_FRONT = 240  # characters looked at in front of a name
_BEHIND = 280  # and behind it


def find_attributions(paragraphs: Sequence[str], registry: Sequence[SourceName]) -> list[Found]:
    """The attributions in one entry's paragraphs (plain text), in order of their place.

    One per source, relation and ``via``: a repetition is left out, and so is the poorer of two that
    differ only in what they say of ``via`` and person. Words inside quotation marks never count.
    """
    found: list[Found] = []
    names, strangers = _names(paragraphs, registry)
    earlier: list[SourceName] = []
    for index, paragraph in enumerate(paragraphs):
        text = plain(mask_quotes(paragraph, spellings(names)))
        groups = with_short_names(text, find_groups(text, names, strangers), earlier)
        here = [*_in_paragraph(text, groups, continued=index > 0), *_again(text, groups, earlier)]
        here.sort(key=lambda each: each.start)
        found += (
            replace(each, paragraph=index, text=paragraph[each.start : each.end]) for each in here
        )
        earlier = [each.source for group in groups for each in group.mentions] or earlier
    return _once_each(found)


def find_named(paragraphs: Sequence[str], registry: Sequence[SourceName]) -> list[SourceName]:
    """Every source that the paragraphs name outside quotation marks, in order, each once."""
    named: dict[str, SourceName] = {}
    names, strangers = _names(paragraphs, registry)
    for paragraph in paragraphs:
        for group in find_groups(plain(mask_quotes(paragraph, spellings(names))), names, strangers):
            named |= {each.source.slug: each.source for each in group.mentions}
    return list(named.values())


def _names(
    paragraphs: Sequence[str], registry: Sequence[SourceName]
) -> tuple[Known, frozenset[str]]:
    """The sources by all names they have here, and spellings that are somebody else's here."""
    sources = tuple(registry)
    usual = spellings(Known(sources))
    text = "\n".join(plain(mask_quotes(paragraph, usual)) for paragraph in paragraphs)
    names = with_aliases(text, sources)
    return names, other_meanings(text, spellings(names))


def _again(text: str, groups: list[Group], earlier: Sequence[SourceName]) -> Iterator[Found]:
    for source, phrase in meant_again(text, groups, earlier):
        yield Found(source, phrase.relation, None, phrase.person, 0, phrase.start, phrase.end, "")


def _in_paragraph(text: str, groups: list[Group], *, continued: bool) -> Iterator[Found]:
    as_via: set[int] = set()
    leaned_on: dict[int, tuple[SourceName, ViaVerb]] = {}
    for number, group in enumerate(groups):
        following = groups[number + 1] if number + 1 < len(groups) else None
        phrase = _phrase(text, group, following, continued=continued)
        if phrase is None and number in leaned_on:
            phrase = _said(text, group)
        if number in as_via or phrase is None:
            continue
        if _leads(text, phrase, groups, number):
            said: ViaVerb = "quoting" if text[phrase.start] in "Qq" else "citing"
            leaned_on[number + 1] = group.mentions[0].source, said
            continue
        via, verb, end = _via(text, phrase, group, following)
        if via is not None and phrase.relation is Relation.QUOTED:
            # "Reuters cited TASS as saying"
            phrase = replace(phrase, relation=Relation.REPORTED, person="")
        if via is None and number in leaned_on:
            via, verb = leaned_on[number]
        elif via is not None:
            as_via.add(number + 1)
        for mention in group.mentions:
            relation = _own(phrase.relation, mention.source)
            span = phrase.start, end, ""
            yield Found(mention.source, relation, via, phrase.person, 0, *span, verb)


def _own(relation: Relation, source: SourceName) -> Relation:
    """What the newsroom's own staff reported is its own report."""
    own = source.kind == SourceKind.OWN_STAFF and relation is Relation.REPORTED
    return Relation.OWN_REPORT if own else relation


def _phrase(
    text: str, group: Group, following: Group | None, *, continued: bool = False
) -> Phrase | None:
    before = text[max(0, group.left - _IN_FRONT) : group.left]
    after = text[group.right : group.right + _BEHIND]
    if received.AFFILIATE.match(after):
        return None
    alone = text[group.right : following.left][:_BEHIND] if following else after
    in_brackets = text[group.left] in "([/"
    context = Context(group, before, after, alone, in_brackets, continued)
    return next((phrase for reader in READERS if (phrase := reader(context))), None)


def _said(text: str, group: Group) -> Phrase | None:
    """What a source says that another's name opens: "Citing Interfax, Reuters said it would"."""
    found = wordings.SAID.match(text, group.right)
    return Phrase(Relation.REPORTED, group.left, found.end()) if found else None


def _leads(text: str, phrase: Phrase, groups: list[Group], number: int) -> bool:
    """Whether it opens a sentence that another reports: "Citing Interfax, Reuters said"."""
    if phrase.relation is not Relation.CITING or number + 1 == len(groups):
        return False
    group, following = groups[number], groups[number + 1]
    between = text[group.right : following.left]
    opens = not text[: phrase.start].strip() or text[: phrase.start].rstrip()[-1] in ".!?"
    if between != ", " or not opens or len(group.mentions) > 1:
        return False
    if _said(text, following):
        return True
    after = groups[number + 2] if number + 2 < len(groups) else None
    reported = _phrase(text, following, after)
    return reported is not None and reported.relation is Relation.REPORTED


def _via(
    text: str, phrase: Phrase, group: Group, following: Group | None
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
    kept: list[Found] = []
    for each in found:
        if not any(_covers(other, each) for other in kept):
            kept = [*(other for other in kept if not _covers(each, other)), each]
    return kept


def _covers(one: Found, other: Found) -> bool:
    """Whether ``one`` says all that ``other`` says."""
    same = (one.source.slug, one.relation) == (other.source.slug, other.relation)
    return same and other.via in {None, one.via} and other.person in {"", one.person}
