"""Where a text names a source: single mentions, and lists such as "Reuters, AP and AFP"."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from liveblog.credits.names import SourceKind, SourceName

_BEFORE = 80  # characters looked at in front of a name
_LIST = 10  # sources that one verb may have

# Words that may stand in front of a name and belong to it: "Russia's state-owned RIA".
_LEADING = re.compile(
    r"(?:(?<![\w'.-])(?:the|an?|state(?:-(?:run|owned|controlled|backed|funded))?"
    r"|government-run|independent|privately owned|private|national|public|official|online"
    r"|opposition|business|financial|daily|weekly|regional|local|foreign|international"
    r"|agencies|broadcasters|newspapers|outlets|networks|channels|dailies|papers|websites|stations"
    r"|services|press|news|newspaper|wire|agency|broadcaster|service|outlet|website|site"
    r"|network|channel"
    r"|media|magazine|newsmagazine|publication|think|tank|tabloid|broadsheet|mass-circulation"
    r"|best-selling"
    r"|left-leaning|right-leaning"
    r"|(?:left|right)-wing|pro-\w+|semi-official|semiofficial|influential|respected|popular"
    r"|leading|(?-i:U\.?S\.?|U\.?K\.?|(?:[A-Z]\w+ )?\w+-(?:based|language)"
    r"|(?:(?:North|South|East|West|New|Saudi|Sri) )?(?!March\b)[A-Z]\w+(?:an|ish|ese|ch|ic|i)"
    r"|United States"
    r"|Swiss|Greek|Dutch|Czech|Filipino|Philippine|Afghan"
    r"|Slovak|Kazakh"
    r"|Kyrgyz|Tajik|Uzbek|Turkmen|Serb|Croat"
    r"|(?:(?:North|South|East|West|New|Saudi|Sri|Hong|United|Costa) )?[A-Z]\w+'s)) )+$",
    re.IGNORECASE,
)
# "the British TV channel X", "our colleagues of X", "the Tel Aviv newspaper X"
_DESCRIBED = re.compile(
    r"(?<![\w'-])(?:(?:[Tt]he|[Aa]n?|[A-Z][\w-]+'s) (?:(?!(?:told|tells?|said|says|to|by|of|in"
    r"|from|with|for|on|at|and|or|but|that|which|who|was|is|were|are|had|has|have|the|an?|than|as"
    r"|when|while|after|before|if)\b)(?:(?:[A-Z]\.)+|[\w'-]+) ){0,5}?"
    r"(?:agency|broadcaster|newspaper|daily|paper|channel|network|magazine|outlet|website|site"
    r"|station|portal|weekly|tabloid|publication|service|television|TV|radio|wire)"
    r"|(?:our|their) (?:colleagues|friends|partners) (?:of|at|from|with|in)) $"
)
_WHAT_IT_IS = re.compile(
    r"\b(?:the|agency|broadcaster|newspaper|service|network|channel)\b", re.IGNORECASE
)
# Words that may follow it: "Interfax news agency", "BBC News", "Agence France-Presse (AFP)".
_TRAILING = re.compile(
    r"(?: (?:state |state-run )?(?:[Nn]ews [Aa]gency|(?:state|national|public) (?:news|media"
    r"|television|TV|radio)|[Nn]ews [Ss]ervice|news wire|newswire"
    r"|news website"
    r"|newspaper|daily|magazine|broadcaster|agency|network|television|radio|website|News|Radio"
    r"|TV|Verify"
    r"|International|World Service|Newshour|Sports?|Business|Economics|Politics|Online|Live"
    r"|Persian"
    r"|Arabic|Russian|Ukrainian|Turkish|T[uü]rk|Brasil|Mundo|Español|en Español|Europe|Asia"
    r"|Africa|Ukraine|Urdu|Hindi|Tamil|Pashto|Somali|Hausa|Swahili|Afrique|Chinese|Korean|Burmese"
    r"|Bangla|Indonesia"
    r"|English|Balkans|Scotland|Wales|Newsnight|Panorama|Investigations|Investigates"
    r"|Monitoring))?(?: \((?:[A-Z][\w/. -]{1,14}|[a-z]{2,5})\))?"
)
# A longer name that is not the source: "Reuters Institute", "The New York Times Company".
_OTHER_NAME = (
    r"(?! (?:Institute|Foundation|Company|Co\.|Corp|Corporation|Group|Inc|plc|PLC|Trust|Stylebook"
    r"|Holdings|Plaza|Building|Media Group|subsidiary|owner|parent company|Intelligence|LP"
    r"|L\.P|Economics Ltd|Street|Road"
    r"|Avenue|Square"
    r"|Tower|House|Arena|Stadium|Prize|Fellowship|Fellow|Awards?|Philanthropies|Terminals?)\b"
    # closed-circuit television, not China's
    r"|(?<=CCTV) (?:footage|cameras?|images?|video|recordings?|stills?|system|network"
    r"|picture)s?\b)"
)
# The institute that an outlet has its polls done with: "Reuters/Ipsos poll".
_POLL_WITH = re.compile(
    r"[-/][A-Z]\w*(?:[ /-][A-Z]\w*){0,3}(?= (?:[a-z]+ ){0,3}(?:polls?|polling|survey|surveys)\b)"
)
# Long enough to be said as a word, and with a vowel to say it with.
_ACRONYM = re.compile(r"(?=[A-Z]*[AEIOU])[A-Z]{4,7}")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
_WORD_IN_CAPITALS = re.compile(r"\b(?=[A-Z]*[AEIOU])[A-Z]{3,7}(?= [A-Z][a-z])")  # "RIA Novosti"
_CAPITALISED = re.compile(
    r"(?:\b[Tt]he )?(?P<name>(?:[A-Z][\w'-]*(?: (?:of|for|and|the|in))?[ -]){2,7})$"
)
_SHORT_FIRST_WORD = re.compile(r"\w{2,4} [^ ]+$")
_ALIAS = re.compile(r" \((?P<alias>[A-Z]{2,6})\)")
_AND_SOMEBODY = re.compile(
    r",? and (?:(?:[a-z-]+ ){0,3}[A-Z][\w.-]+|(?:(?:many|several|some) )?others?|a number of\b)"
)
_UNIT = r"(?:'s? (?:[A-Z][\w-]+ ){1,2}(?:Service|Bureau|Desk))?"
_COMMA = re.compile(rf"{_UNIT}, ")
_AND = re.compile(
    rf"{_UNIT}(?:,? (?:and|or|&) (?:(?:at|in|on|by|from|to|with) )?|,? as well as )|[/-]"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name with the words that belong to it, from ``left`` to ``right``."""

    source: SourceName
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Group:
    """One mention, or several that share their verb. ``left`` to ``right`` covers all of them."""

    mentions: tuple[Mention, ...]

    @property
    def left(self) -> int:
        return self.mentions[0].left

    @property
    def right(self) -> int:
        return self.mentions[-1].right


def find_groups(
    text: str, registry: tuple[SourceName, ...], strangers: frozenset[str] = frozenset()
) -> list[Group]:
    """The groups of mentions in a plain, masked text, in order; ``strangers``: see ``homonyms``."""
    mentions = list(_mentions(text, registry, strangers))
    groups: list[Group] = []
    first = 0
    while first < len(mentions):
        near = mentions[first : first + _LIST]
        groups.append(Group(tuple(near[: _list_length(text, near)])))
        first += len(groups[-1].mentions)
    return groups


def spellings(registry: tuple[SourceName, ...]) -> frozenset[str]:
    """Every way in which the registry's names may be written."""
    return _index(registry)[2]


def with_aliases(text: str, registry: tuple[SourceName, ...]) -> tuple[SourceName, ...]:
    """The registry with what ``text`` calls its sources: "the New York Times (NYT)"."""
    if not _ALIAS.search(text):
        return registry
    pattern, sources, known = _index(registry)
    aliases: dict[str, str] = {}
    for found in pattern.finditer(text) if sources else ():
        called = _ALIAS.match(text, found.end())
        if called and called["alias"] not in known:
            aliases[sources[found[0].casefold()].slug] = called["alias"]
    return tuple(
        replace(source, forms=(*source.forms, aliases[source.slug]))
        if source.slug in aliases
        else source
        for source in registry
    )


def _mentions(
    text: str, registry: tuple[SourceName, ...], strangers: frozenset[str]
) -> Iterator[Mention]:
    pattern, sources, _ = _index(registry)
    right = end = 0
    for found in pattern.finditer(text) if sources else ():
        if found.start() < right:  # the short name in "Agence France-Presse (AFP)"
            continue
        if found[0] in strangers:
            continue
        if not _stands_alone(text, found, pattern, end):
            continue
        start, end = _with_brackets(text, found.start(), found.end())
        window = max(right, start - _BEFORE)
        in_front = (each.search(text[window:start]) for each in (_LEADING, _DESCRIBED))
        leading = min(filter(None, in_front), key=lambda each: each.start(), default=None)
        if leading and text[start] in "([/" and not _WHAT_IT_IS.search(leading[0]):
            leading = None  # "AMMAN, Jordan (AP)"; not "the French News Agency (AFP)"
        left = window + leading.start() if leading else start
        left = _spelled_out(text, window, start, found[0]) or left
        with_another = pattern.match(text, end + 1)
        trailing = (not with_another and _POLL_WITH.match(text, end)) or _TRAILING.match(text, end)
        right = trailing.end() if trailing else end
        yield Mention(sources[found[0].casefold()], left, right)


def _stands_alone(text: str, found: re.Match[str], pattern: re.Pattern[str], end: int) -> bool:
    """Whether it is no part of a longer word; "AFP/Reuters" are two, "a Reuters/Ipsos poll" one.

    ``end`` is where the name before it ended.
    """
    before, behind = text[: found.start()][-1:], text[found.end() : found.end() + 2]
    if before == "/" and behind in {"/.", "/ ", "/"}:
        return True  # "MOSCOW, January 21. /TASS/."
    if before == "-" and text[: found.start() - 1][-1:] in {" ", ""}:
        return True  # "… the paper said. -Bernama"
    if before in {"/", "-"} and end != found.start() - 1:
        return False
    if behind[:1] not in {"/", "-"} or not behind[1:].isalnum():
        return True
    another = pattern.match(text, found.end() + 1)
    return bool(another or _POLL_WITH.match(text, found.end()))


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """The name with what is around it: "the news agency (UNIAN)", "the “Bild” newspaper"."""
    around = text[start - 1 : start] + text[end : end + 1]
    slashed = (
        around == "//" and not (text[start - 2 : start - 1] + text[end + 1 : end + 2]).isalnum()
    )
    bracketed = around in {"()", "[]", "“”", "„“", "„”", "«»", '""'} or slashed
    return (start - 1, end + 1) if bracketed else (start, end)


def _spelled_out(text: str, window: int, start: int, name: str) -> int | None:
    """Where "the Islamic Republic News Agency (IRNA)" begins; ``start`` has its bracket."""
    spelled = _CAPITALISED.search(text, window, start) if text[start] == "(" else None
    initials = "".join(filter(str.isupper, spelled["name"])) if spelled else ""
    return spelled.start() if spelled and initials.endswith(name) else None


@lru_cache(maxsize=16)
def _index(
    registry: tuple[SourceName, ...],
) -> tuple[re.Pattern[str], dict[str, SourceName], frozenset[str]]:
    """A pattern for every form of every source, longest first, the source of each, every spelling.

    Forms are matched with their capitals, or all in capitals: "dpa" is an agency, "ap" is not.
    An agency's longer acronym is read as a word as well: "Wafa", "Tass".
    """
    sources: dict[str, SourceName] = {}
    spellings: set[str] = set()
    for source in registry:
        for form in _forms(source):
            sources.setdefault(form.casefold(), source)
            spellings.update({form, form.upper(), _WORD_IN_CAPITALS.sub(_capitalised, form)})
            if form.islower():  # dpa opens a sentence as "Dpa"
                spellings.add(form.capitalize())
            if source.kind == SourceKind.WIRE_AGENCY and _ACRONYM.fullmatch(form.upper()):
                spellings.add(form.capitalize())  # "Wafa"; and "Belta" of BelTA
    longest_first = sorted(spellings, key=lambda form: (-len(form), form))
    names = "|".join(re.escape(form) for form in longest_first)
    pattern = re.compile(rf"(?<![\w@#&])(?<!&[A-Z] )(?:{names})(?!\w|[.&]\w){_OTHER_NAME}")
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
    yield re.sub(r"^D(?:ie|er|as) ", "", form)  # "Welt"
    if form.isalpha():
        yield f"{form.lower()}.com"
    if _SHORT_FIRST_WORD.match(form):
        yield form.replace(" ", "-", 1)  # "Al-Jazeera", "RIA-Novosti"
        if form.startswith("Al "):
            yield form.replace(" ", "", 1).capitalize()
    decomposed = unicodedata.normalize("NFKD", form)
    yield "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _list_length(text: str, mentions: Sequence[Mention]) -> int:
    """How many of the first mentions form one list; a list has its last item after "and".

    "told Interfax, Reuters reported" is no list, nor is "told Interfax, and Reuters reported".
    """
    for index, (one, other) in enumerate(pairwise(mentions), start=1):
        between = text[one.right : other.left]
        if _AND.fullmatch(between) and (index > 1 or "," not in between):
            return index + 1
        if not _COMMA.fullmatch(between):
            break
        somebody = _AND_SOMEBODY.match(text, other.right)
        following = mentions[index + 1].left if index + 1 < len(mentions) else len(text)
        if somebody and somebody.end() <= following:
            return index + 1
    return 1
