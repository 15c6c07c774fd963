"""How names may be written: a registry's spellings, and what a text itself calls its sources."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from liveblog.credits.names import SourceKind, SourceName


class Known(NamedTuple):
    """A registry, and what a text calls sources of it besides: pairs of a name and a slug."""

    registry: tuple[SourceName, ...]
    aliases: frozenset[tuple[str, str]] = frozenset()


# A longer name that is not the source: "Reuters Institute", "The New York Times Company", the local
# station "ABC 15", closed-circuit television ("CCTV footage").
_OTHER_NAME = (
    r"(?! (?:Institute|Consulting|Act|Charter|Foundation|Company|Co\.|Corp|Corporation|Group|Inc"
    r"|plc|PLC|Trust|Stylebook|Holdings|Plaza|Building|Media Group|subsidiary|owner"
    r"|parent company|Intelligence|LP|L\.P|Economics Ltd|Street|Road|Avenue|Square|Tower|House"
    r"|Arena|Stadium|Prize|Fellowship|Fellow|Awards?|Philanthropies|Terminals?)\b"
    r"|(?<=Associated Press) of [A-Z]|(?<=ABC|CBS|NBC)(?:[ -]\d{1,2}"
    r"| (?:New York|Los Angeles|Chicago|Boston|Philadelphia|Miami|Dallas|Houston|Denver|Minnesota"
    r"|Pittsburgh|Sacramento|Bay Area|Detroit|Atlanta|Baltimore))\b"
    r"|(?<=[Tt]he ABC) (?:News|affiliate|network|sitcom)\b"
    r"|(?<=CCTV) (?:(?!(?:has|had|shows?|showed|aired|broadcast|carried|released|posted|published"
    r"|ran|runs|said)\b)[a-z]+ ){0,2}(?:footage|cameras?|images?|video|recordings?|stills?|system"
    r"|network|picture)s?\b)"
)
# Long enough to be said as a word, and with a vowel to say it with.
_ACRONYM = re.compile(r"(?=[A-Z]*[AEIOU])[A-Z]{4,7}")
_ONE_LONG_WORD = re.compile(r"[A-Z][a-z]{5,}")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
_WORD_IN_CAPITALS = re.compile(r"\b(?=[A-Z]*[AEIOU])[A-Z]{3,7}(?= [A-Z][a-z])")  # "RIA Novosti"
_CAPITALS = re.compile(r"[A-Z]{2,4}")
_SHORT_FIRST_WORD = re.compile(r"\w{2,4} [^ ]+$")
# "news agency TT": TT from then on, though TT alone is too much
_NEWS_AGENCY = re.compile(r"news agency (?P<alias>[A-Z]{2,6})")
_ALIAS = re.compile(r" \((?P<alias>[A-Z]{2,6})\)")


@lru_cache(maxsize=16)
def index(
    known: Known,
) -> tuple[re.Pattern[str], dict[str, SourceName], frozenset[str]]:
    """A pattern for every form of every source, longest first, the source of each, every spelling.

    Forms are matched with their capitals, or all in capitals: "dpa" is an agency, "ap" is not.
    An agency's longer acronym is read as a word as well: "Wafa", "Tass".
    """
    sources: dict[str, SourceName] = {}
    spellings: set[str] = set()
    for source in known.registry:
        for form in _forms(source):
            sources.setdefault(form.casefold(), source)
            spellings.update({form, form.upper(), _WORD_IN_CAPITALS.sub(_capitalised, form)})
            if form.startswith("the "):  # "the ABC", which is not ABC
                spellings.add(form.capitalize()[:4] + form[4:])
            if form.islower():  # dpa opens a sentence as "Dpa"
                spellings.add(form.capitalize())
            if source.kind == SourceKind.WIRE_AGENCY and _ACRONYM.fullmatch(form.upper()):
                spellings.add(form.capitalize())  # "Wafa"; and "Belta" of BelTA
            if source.kind == SourceKind.WIRE_AGENCY and _ONE_LONG_WORD.fullmatch(source.name):
                spellings.add(source.name.lower())  # "(reuters, dpa)"
    by_slug = {source.slug: source for source in known.registry}
    for alias, slug in known.aliases:
        sources[alias.casefold()] = by_slug[slug]
        spellings.add(alias)
    longest_first = sorted(spellings, key=lambda form: (-len(form), form))
    names = "|".join(re.escape(form) for form in longest_first)
    pattern = re.compile(
        rf"(?<![\w@#&])(?<!&[A-Z] )(?:{names})(?!\w|&\w|\.(?:[a-z\d]|[A-Z]{{2}})){_OTHER_NAME}"
    )
    return pattern, sources, frozenset(spellings)


def _capitalised(found: re.Match[str]) -> str:
    return found[0].capitalize()


def _forms(source: SourceName) -> Iterator[str]:
    for form in (source.name, source.short_name, *source.forms):
        plain_form = " ".join(form.replace("’", "'").split()).removeprefix("The ")
        if plain_form:
            yield from dict.fromkeys((plain_form, *_otherwise(plain_form)))


def _otherwise(form: str) -> Iterator[str]:
    """ "El Pais", "Sueddeutsche Zeitung", "France24", "Al-Jazeera": as others write it."""
    yield form.translate(_UMLAUTS)
    yield re.sub(r" (?=\d)", "", form)  # "France24"
    yield form.replace("-", " ")
    if form.endswith(" Agency"):
        yield form.replace(" ", "")  # "(AnadoluAgency)"
    if form.endswith(" News"):
        yield f"{form[:-5]} news"
    if form.split(maxsplit=1)[0] in {"La", "Le", "El", "Il", "Die", "Der"}:
        yield form[0].lower() + form[1:]  # "published by la Repubblica"
    if _CAPITALS.fullmatch(form):
        yield "".join(f"{letter}." for letter in form)  # "A.P."
    if form.isalpha():
        yield f"{form.lower()}.com"
    if _SHORT_FIRST_WORD.match(form):
        yield form.replace(" ", "-", 1)  # "Al-Jazeera", "RIA-Novosti"
        if form.startswith("Al "):
            yield form.replace(" ", "", 1).capitalize()
            yield form.replace("Al ", "al-")
            yield form.replace("Al ", "al ")
    decomposed = unicodedata.normalize("NFKD", form)
    yield "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def spellings(known: Known) -> frozenset[str]:
    """Every way in which the names may be written."""
    return index(known)[2]


def with_aliases(text: str, registry: tuple[SourceName, ...]) -> Known:
    """The registry with what ``text`` calls its sources: "the New York Times (NYT)"."""
    known = Known(registry)
    if not (_ALIAS.search(text) or _NEWS_AGENCY.search(text)):
        return known
    pattern, sources, spelled = index(known)
    aliases = set()
    for found in pattern.finditer(text) if sources else ():
        source = sources[found[0].casefold()]
        called = _ALIAS.match(text, found.end())
        if called and called["alias"] not in _initials(source, found[0]):
            called = None  # "CNN (US)"
        called = called or _NEWS_AGENCY.fullmatch(found[0])
        if called and called["alias"] not in spelled:
            aliases.add((called["alias"], source.slug))
    return Known(registry, frozenset(aliases))


def _initials(source: SourceName, form: str) -> set[str]:
    return {"".join(word[0] for word in each.split()).upper() for each in (source.name, form)}
