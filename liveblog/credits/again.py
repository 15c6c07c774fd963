"""Sources named once and meant again: "the agency quoted him as saying", "the Journal's report"."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence

from liveblog.credits import doings, wordings
from liveblog.credits.context import Phrase
from liveblog.credits.mentions import Group, Mention
from liveblog.credits.names import Relation, SourceKind, SourceName
from liveblog.credits.quotes import MASK

_KINDS = {
    "agency": str(SourceKind.WIRE_AGENCY),
    **dict.fromkeys(
        ("newspaper", "paper", "daily", "magazine", "weekly", "tabloid"), str(SourceKind.NEWSPAPER)
    ),
    **dict.fromkeys(("broadcaster", "channel", "network", "station"), str(SourceKind.BROADCASTER)),
}
_ANY_KIND = ("outlet", "website", "publication")
_WHAT = re.compile(rf"\b(?:{'|'.join([*_KINDS, *_ANY_KIND])})\b", re.IGNORECASE)
_MEANT = re.compile(
    rf"(?:(?:^|(?<=[.!?] ))It|(?<=[{MASK},] )it)(?= (?:also )?(?:quote|cite)| also report)"
    r"|\bon (?:his|her) (?:show|programme|program)\b"
    r"|\b[Tt]h(?:e|is) (?:(?:state|state-\w+|news|same|public|national|official|[\w-]+-based"
    r"|[A-Z][a-z]+(?:an|ish|ese|ch|ic"
    rf"|i)) ){{0,3}}(?P<what>{'|'.join([*_KINDS, *_ANY_KIND])})(?! (?!\w+day)[A-Z])(?=[ ,.;]|$"
    r"|'s (?:[\w-]+ ){0,3}(?:show|programme|program|website))"
)
# What it does again says more than what was credited before; that "the agency said" more does not.
_DOES = (
    (wordings.QUOTED_AS, Relation.QUOTED),
    (doings.QUOTED_SOMEBODY, Relation.QUOTED),
    (doings.TELLS_NEWS, Relation.REPORTED),
    (wordings.ALSO_REPORTED, Relation.REPORTED),
)
_TOLD = re.compile(
    r"\b(?:[Aa]sked by|(?:message|statement|letter|e-?mail|comments?|remarks|interview) (?:to"
    r"|with|for)|told|tells|telling|speaking to|spoke to|(?:interview|spoke) with) $"
)
_SAID = re.compile(r"\b(?:who|guests?|[A-Z][\w'-]+) (?:later |also )?(?:said|told her|told him) $")
_IS_LEANED_ON = (
    (_TOLD, Relation.TOLD),
    (re.compile(r"\b[Aa]ccording to $"), Relation.ACCORDING_TO),
    (
        re.compile(r"\b(?:quoted|cited)(?: as (?:saying|telling)\b[^.;:]{0,40}?)? by $"),
        Relation.QUOTED,
    ),
)
_IN_FRONT = 40  # characters looked at in front of it
_TOO_COMMON = frozenset({"Agency", "Press", "News", "Service", "Radio", "Online", "International"})


def meant_again(
    text: str, groups: Sequence[Group], earlier: Sequence[SourceName]
) -> Iterator[tuple[SourceName, Phrase]]:
    """What a paragraph's "the agency", "the newspaper" does, and the source it stands for.

    ``earlier``: the sources of the paragraph in front, in their order.
    """
    meant = list(_MEANT.finditer(text))
    others = _named_otherwise(text, meant, groups) if meant else {}
    named = deque(mention for group in groups for mention in group.mentions)
    last = {str(source.kind): source for source in earlier}
    latest = earlier[-1] if earlier else None
    for found in meant:
        while named and named[0].right <= found.start():
            latest = named.popleft().source
            last[str(latest.kind)] = latest
        what = found["what"] or ""
        source = last.get(_KINDS[what]) if what in _KINDS else latest
        if found[0].startswith("on "):  # "Jane Doe, who said on her show": she is a broadcaster's
            source = last.get(str(SourceKind.BROADCASTER))
        if source is not None and others.get(what, len(text)) > found.start():
            yield from ((source, phrase) for phrase in _does(text, found))


def _does(text: str, found: re.Match[str]) -> Iterator[Phrase]:
    if found[0].startswith("on "):
        said = _SAID.search(text, max(0, found.start() - _IN_FRONT), found.start())
        if said:
            yield Phrase(Relation.TOLD, said.start(), found.end())
        return
    for before, relation in _IS_LEANED_ON:
        leaned_on = before.search(text, max(0, found.start() - _IN_FRONT), found.start())
        if leaned_on:
            yield Phrase(relation, leaned_on.start(), found.end())
            return
    matches = ((pattern.match(text, found.end()), relation) for pattern, relation in _DOES)
    did = next(((match, relation) for match, relation in matches if match), None)
    if did is not None:
        yield Phrase(did[1], found.start(), did[0].end())


def _named_otherwise(
    text: str, meant: Sequence[re.Match[str]], groups: Sequence[Group]
) -> dict[str, int]:
    """Where something else of that sort is named first: "the U.N. agency"."""
    own = {found.start("what") for found in meant if found["what"]}
    lefts = [group.left for group in groups]
    first: dict[str, int] = {}
    for found in _WHAT.finditer(text):
        if found.start() not in own and not _inside(found.start(), lefts, groups):
            first.setdefault(found[0].lower(), found.start())
    return first


def _inside(at: int, lefts: Sequence[int], groups: Sequence[Group]) -> bool:
    index = bisect_right(lefts, at) - 1
    return index >= 0 and at < groups[index].right


def with_short_names(
    text: str, groups: Sequence[Group], earlier: Sequence[SourceName]
) -> list[Group]:
    """The groups, and newspapers by their last word alone once their name has stood in full."""
    first = {source.slug: 0 for source in earlier}
    for group in groups:
        for mention in group.mentions:
            first.setdefault(mention.source.slug, mention.right)
    named = [*earlier, *(mention.source for group in groups for mention in group.mentions)]
    papers = {_last_word(each): each for each in named if _has_short_name(each)}
    if not papers:
        return list(groups)
    lefts = [group.left for group in groups]
    more = []
    for found in _short_names(tuple(sorted(papers))).finditer(text):
        source, inside = papers[found["word"]], _inside(found.start("word"), lefts, groups)
        if first[source.slug] <= found.start() and not inside:
            more.append(Group((Mention(source, found.start(), found.end()),)))
    return sorted([*groups, *more], key=lambda group: group.left)


def _short_names(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he (?P<word>{'|'.join(map(re.escape, words))})(?![\w-]| [A-Z])")


def _last_word(source: SourceName) -> str:
    return source.name.split()[-1]


def _has_short_name(source: SourceName) -> bool:
    words = source.name.removeprefix("The ").split()
    return (
        source.kind == SourceKind.NEWSPAPER
        and len(words) > 1
        and words[-1][:1].isupper()
        and words[-1] not in _TOO_COMMON
    )
