"""Where a text names a source: single mentions, and lists such as "Reuters, AP and AFP"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from liveblog.credits.names import SourceName
from liveblog.credits.spelled import Known, index

_BEFORE = 80  # characters looked at in front of a name
_LIST = 10  # sources that one verb may have

# Words that may stand in front of a name and belong to it: "Russia's state-owned RIA".
_LEADING = re.compile(
    r"(?:(?<![\w'.-])(?:the|an?|(?-i:Il|La|El|Le|Les|Der|Die|Das)"
    r"|state(?:-(?:run|owned|controlled|backed|funded))?|government-run|independent"
    r"|privately owned|private|national|public|official|online|opposition|business|financial"
    r"|daily|weekly|regional|local|foreign|international|agencies|broadcasters|newspapers|outlets"
    r"|networks|channels|dailies|papers|websites|stations|services|press|news|newspaper|wire"
    r"|agency|broadcaster|service|outlet|website|site|network|channel|media|magazine|newsmagazine"
    r"|publication|think|tank|tabloid|broadsheet|mass-circulation|best-selling|highly|widely"
    r"|well-(?:known|respected|informed)|left-leaning|right-leaning|(?:left|right)-wing|pro-\w+"
    r"|semi-official|semiofficial|influential|respected|popular|leading"
    r"|(?-i:U\.?S\.?|U\.?K\.?|(?:[A-Z]\w+ )?\w+-(?:based|language)"
    r"|(?:(?:North|South|East|West|New|Saudi|Sri) )?(?!March\b)[A-Z]\w+(?:an|ish|ese|ch|ic|i)"
    r"|United States|Swiss|Greek|Dutch|Czech|Filipino|Philippine|Afghan|Slovak|Kazakh|Kyrgyz"
    r"|Tajik|Uzbek|Turkmen|Serb|Croat|(?:(?:North|South|East|West|New|Saudi|Sri|Hong|United"
    r"|Costa) )?[A-Z]\w+'s)) )+$",
    re.IGNORECASE,
)
# "the British TV channel X", "our colleagues of X", "the Tel Aviv newspaper X"
_DESCRIBED = re.compile(
    r"(?<![\w'-])(?:(?:[Tt]he|[Aa]n?|[A-Z][\w-]+'s) (?:(?!(?:told|tells?|said|says|to|by|of|in"
    r"|from|with|for|on|at|and|or|but|that|which|who|was|is|were|are|had|has|have|the|an?|than|as"
    r"|when|while|after|before|if)\b)(?:(?:[A-Z]\.)+|[\w'-]+) ){0,5}?(?:agency|broadcaster"
    r"|newspaper|daily|paper|channel|network|magazine|outlet|website|site|station|portal|weekly"
    r"|tabloid|publication|service|television|TV|radio|wire)"
    r"|(?:our|their) (?:colleagues|friends|partners) (?:of|at|from|with|in)) $"
)
_WHAT_IT_IS = re.compile(
    r"\b(?:the|agency|broadcaster|newspaper|service|network|channel)\b", re.IGNORECASE
)
# Words that may follow it: "Interfax news agency", "BBC News", "Agence France-Presse (AFP)".
_TRAILING = re.compile(
    r"(?: (?:state |state-run )?(?:[Nn]ews [Aa]gency"
    r"|(?:state|national|public) (?:news|media|television|TV|radio)|[Nn]ews [Ss]ervice|news wire"
    r"|newswire|news (?:network|channel)|news website|newspaper|daily|magazine|broadcaster|agency"
    r"|network|channel|television|radio|website|News|Radio(?: \d(?: Live)?)?|TV|Verify"
    r"|International|World Service|Newshour|Sports?|Business|Economics|Politics|Online|Live"
    r"|Persian|Arabic|Russian|Ukrainian|Turkish|T[uü]rk|Brasil|Mundo|Español|en Español|Europe"
    r"|Asia|Africa|Ukraine|Urdu|Hindi|Tamil|Pashto|Somali|Hausa|Swahili|Afrique|Chinese|Korean"
    r"|Burmese|Bangla|Indonesia|English|Balkans|Scotland|Wales|Newsnight|Panorama|Investigations"
    r"|Investigates|Monitoring))?(?: \((?:[A-Z][\w/. -]{1,14}"
    r"|[a-z]{2,5})\)(?: (?:news agency|news service|newspaper|broadcaster|agency|channel"
    r"|daily))?)?"
)
# The institute that an outlet has its polls done with: "Reuters/Ipsos poll".
_POLL_WITH = re.compile(
    r"[-/][A-Z]\w*(?:[ /-][A-Z]\w*){0,3}(?= (?:[a-z]+ ){0,3}(?:polls?|polling|survey|surveys)\b)"
)
_CAPITALISED = re.compile(
    r"(?:\b[Tt]he )?(?P<name>(?:[A-Z][\w'-]*(?: (?:of|for|and|the|in))?[ -]){2,7})$"
)
_IN_QUOTES = re.compile(r"[“\"][A-Z][\w']*(?: [A-Z][\w']*){0,4}[”\"]")
_REST_OF_LIST = re.compile(r"(?:/[A-Z]{2,8})+\)")
# What may begin behind no space: "LURAVA (LNS/AFP) - ", "… the paper said. -Bernama"
_BEGINS_THERE = re.compile(r"\([A-Z]{2,8}/$|(?:^| )-$")
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


def find_groups(text: str, known: Known, strangers: frozenset[str] = frozenset()) -> list[Group]:
    """The groups of mentions in a plain, masked text, in order; ``strangers``: see ``homonyms``."""
    mentions = list(_mentions(text, known, strangers))
    groups: list[Group] = []
    first = 0
    while first < len(mentions):
        near = mentions[first : first + _LIST]
        groups.append(Group(tuple(near[: _list_length(text, near)])))
        first += len(groups[-1].mentions)
    return groups


def _mentions(text: str, known: Known, strangers: frozenset[str]) -> Iterator[Mention]:
    pattern, sources, _ = index(known)
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
    slashed = before == "/" and behind in {"/.", "/ ", "/"}  # "MOSCOW, January 21. /TASS/."
    window = text[max(0, found.start() - 12) : found.start()]
    if slashed or _BEGINS_THERE.search(window):
        return True
    if before in {"/", "-"} and end != found.start() - 1:
        return False
    if not behind[1:].isalnum() or behind[:1] not in {"/", "-"}:
        return True
    another = pattern.match(text, found.end() + 1)
    return bool(
        another or _REST_OF_LIST.match(text, found.end()) or _POLL_WITH.match(text, found.end())
    )


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """The name with what is around it: "the news agency (UNIAN)", "the “Bild” newspaper"."""
    if text[start - 5 : start] == "(The ":
        start -= 4
    quoted = _IN_QUOTES.match(text, start - 1) if start else None  # “Fox News Sunday”
    if quoted and quoted.end() > end:
        return start - 1, quoted.end()
    around = text[start - 1 : start] + text[end : end + 1]
    slashed = (
        around == "//" and not (text[start - 2 : start - 1] + text[end + 1 : end + 2]).isalnum()
    )
    bracketed = around in {"()", "[]", "“”", "„“", "„”", "«»", '""', "''"} or slashed
    return (start - 1, end + 1) if bracketed else (start, end)


def _spelled_out(text: str, window: int, start: int, name: str) -> int | None:
    """Where "the Islamic Republic News Agency (IRNA)" begins; ``start`` has its bracket."""
    spelled = _CAPITALISED.search(text, window, start) if text[start] == "(" else None
    initials = "".join(filter(str.isupper, spelled["name"])) if spelled else ""
    return spelled.start() if spelled and initials.endswith(name) else None


def _list_length(text: str, mentions: Sequence[Mention]) -> int:
    """How many of the first mentions form one list; a list has its last item after "and".

    "told Interfax, Reuters reported" is no list, nor is "told Interfax, and Reuters reported".
    """
    slashed = 1  # "dpa/AFP/Reuters"
    for number, (one, other) in enumerate(pairwise(mentions), start=1):
        between = text[one.right : other.left]
        if between == "/" and slashed == number:
            slashed = number + 1
            continue
        if _AND.fullmatch(between) and (number > 1 or "," not in between):
            return number + 1
        if not _COMMA.fullmatch(between):
            break
        somebody = _AND_SOMEBODY.match(text, other.right)
        following = mentions[number + 1].left if number + 1 < len(mentions) else len(text)
        if somebody and somebody.end() <= following:
            return number + 1
    return slashed
