"""Credits put into words, in AP manner; in other languages by their own tables."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from liveblog.credits.languages import Wording, joined, wording_for
from liveblog.credits.names import Credit, Found, Relation, SourceName

NOT_IN_CREDIT_LINE = frozenset[str]({Relation.QUOTED})


def attribution_text(
    credit: Credit, *, first_use: bool = True, language: str = "en", alone: bool = False
) -> str:
    """The words for one credit: "Reuters reported, citing Interfax", "told Agence France-Presse".

    ``first_use`` takes the full name with its descriptor, otherwise the short name. The text is a
    piece of a sentence: no full stop, and only a name begins with a capital. ``alone``: as it
    stands under a text, outside a sentence ("As told to Reuters").
    """
    wording = wording_for(language)
    text = _without_via(credit, wording, first_use=first_use, alone=alone)
    if credit.via is not None:
        via = _name(credit.via, wording, first_use=first_use)
        if credit.relation == Relation.CITING:
            text = joined([text, via], wording)
        else:
            text = wording.via[credit.via_verb].format(text=text, via=via)
    return text[:1].upper() + text[1:] if alone else text


def _without_via(credit: Credit, wording: Wording, *, first_use: bool, alone: bool) -> str:
    name = _name(credit.source, wording, first_use=first_use)
    if credit.relation == Relation.QUOTED and credit.person:
        return wording.quoted_person.format(name=name, person=credit.person)
    who = name
    if credit.person:
        who = _possessive(wording.person.format(name=name, person=credit.person), name)
    table = {**wording.relations, **wording.alone} if alone else wording.relations
    return table.get(credit.relation, table[Relation.REPORTED]).format(who=who)


def _name(source: SourceName, wording: Wording, *, first_use: bool) -> str:
    name = source.name if first_use else source.short_name or source.name
    name = name.removeprefix(wording.articles)
    if not (first_use and source.descriptor):
        return name
    return wording.descriptor.format(descriptor=source.descriptor, name=name.removeprefix("The "))


def _possessive(text: str, name: str) -> str:
    """AP: a singular proper name ending in s takes only the apostrophe ("Reuters' Jane Doe")."""
    return text.replace(f"{name}'s ", f"{name}' ", 1) if name.endswith("s") else text


def credit_line(names_in_order: Sequence[str], *, language: str = "en") -> str:
    """The closing sentence of a live blog, "" without names."""
    if not names_in_order:
        return ""
    wording = wording_for(language)
    names = [name.removeprefix(wording.articles) for name in names_in_order]
    return wording.line.format(names=joined(names, wording))


def order_for_credit_line(counts: Mapping[str, int]) -> list[str]:
    """Names by number of entries, most first, ties by name; a name without entries is left out."""
    named = [name for name, count in counts.items() if count > 0]
    return sorted(named, key=lambda name: (-counts[name], name.casefold(), name))


def credit_counts(entries: Iterable[Iterable[Credit | Found]]) -> Counter[str]:
    """In how many entries each source is credited: source name to number of entries.

    A source that was only quoted, or only passed on by another (``via``), is not counted.
    """
    counts: Counter[str] = Counter()
    for credits_of_entry in entries:
        counted = [each for each in credits_of_entry if each.relation not in NOT_IN_CREDIT_LINE]
        counts.update({each.source.name for each in counted})
    return counts
