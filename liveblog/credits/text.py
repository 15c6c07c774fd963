"""Credits put into words, in AP manner."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from liveblog.credits.names import Credit, Found, Relation, SourceName

NOT_IN_CREDIT_LINE = frozenset[str]({Relation.QUOTED})


def attribution_text(credit: Credit, *, first_use: bool = True) -> str:
    """The words for one credit: "Reuters reported, citing Interfax", "told Agence France-Presse".

    ``first_use`` takes the full name with its descriptor, otherwise the short name. The text is a
    piece of a sentence: no full stop, and only a name begins with a capital.
    """
    text = _without_via(credit, first_use)
    if credit.via is None:
        return text
    via = _name(credit.via, first_use)
    if credit.relation == Relation.CITING:
        return f"{text} and {via}"
    return f"{text}, {credit.via_verb} {via}"


def _without_via(credit: Credit, first_use: bool) -> str:
    name = _name(credit.source, first_use)
    if credit.relation == Relation.QUOTED:
        return f"{name} quoted {credit.person} as saying" if credit.person else f"quoted by {name}"
    who = f"{_possessive(name)} {credit.person}" if credit.person else name
    match credit.relation:
        case Relation.ACCORDING_TO:
            return f"according to {who}"
        case Relation.TOLD:
            return f"told {who}"
        case Relation.CITING:
            return f"citing {who}"
        case Relation.CONTRIBUTED:
            return f"{who} contributed to this report"
        case _:
            return f"{who} reported"


def _name(source: SourceName, first_use: bool) -> str:
    if not first_use:
        return source.short_name or source.name
    if source.descriptor:
        return f"{source.descriptor} {source.name.removeprefix('The ')}"
    return source.name


def _possessive(name: str) -> str:
    """AP: a singular proper name ending in s takes only the apostrophe ("Reuters' Jane Doe")."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def credit_line(names_in_order: Sequence[str]) -> str:
    """The closing sentence of a live blog, "" without names. No comma before "and" (AP)."""
    if not names_in_order:
        return ""
    *most, last = names_in_order
    names = f"{', '.join(most)} and {last}" if most else last
    return f"Some information in this report came from {names}."


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
