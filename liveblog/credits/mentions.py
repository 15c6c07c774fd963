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
    r"|state(?:-(?:run|owned|controlled|backed|funded))?|government-run|independent|television|TV"
    r"|radio|cable|privately owned|private|national|public|official|online|opposition|business"
    r"|financial|daily|weekly|regional|local|foreign|international|agencies|broadcasters"
    r"|newspapers|outlets|networks|channels|dailies|papers|websites|stations|services|press|news"
    r"|bureau|newspaper|wire|agency|broadcaster|service|outlet|website|site|network|channel|media"
    r"|magazine|newsmagazine|publication|think|tank|tabloid|broadsheet|mass-circulation"
    r"|best-selling|highly|widely|well-(?:known|respected|informed)|left-leaning|right-leaning"
    r"|(?:left|right)-wing|pro-\w+|semi-official|semiofficial|influential|respected|popular"
    r"|leading|(?-i:U\.?S\.?|U\.?K\.?|(?:[A-Z]\w+ )?\w+-(?:based|language|owned|backed|funded)"
    r"|(?:(?:North|South|East|West|New|Saudi|Sri) )?(?!March\b)[A-Z]\w+(?:an|ish|ese|ch|ic|i)"
    r"|United States|Swiss|Greek|Dutch|Czech|Filipino|Philippine|Afghan|Slovak|Kazakh|Kyrgyz"
    r"|Tajik|Uzbek|Turkmen|Serb|Croat|(?:(?:North|South|East|West|New|Saudi|Sri|Hong|United"
    r"|Costa) )?(?!(?:Here|It|That|There|What|Let|He|She)'s)[A-Z]\w+'s)) )+$",
    re.IGNORECASE,
)
# "the British TV channel X", "our colleagues of X", "the Tel Aviv newspaper X"
_DESCRIBED = re.compile(
    r"(?<![\w'-])(?:(?:[Tt]he|[Aa]n?|(?!(?:Here|It|That|There|What|Let|He"
    r"|She)'s)[A-Z][\w-]+'s) (?:(?!(?:told|tells?|said|says|to|by|of|in|from|with|for|on|at|and"
    r"|or|but|that|which|who|was|is|were|are|had|has|have|the|an?|than|as|when|while|after|before"
    r"|if)\b)(?:(?:[A-Z]\.)+|[\w'-]+) ){0,5}?(?:agency|broadcaster|newspaper|daily|paper|channel"
    r"|network|magazine|outlet|website|site|station|portal|weekly|tabloid|publication|service"
    r"|television|TV|radio|wire)|(?:our|their) (?:colleagues|friends|partners) (?:of|at|from|with"
    r"|in)) $"
)
_WHAT_IT_IS = re.compile(
    r"\b(?:the|agency|broadcaster|newspaper|service|network|channel)\b", re.IGNORECASE
)
# Words that may follow it: "Interfax news agency", "BBC News", "Agence France-Presse (AFP)".
_TRAILING = re.compile(
    r"(?: \(\d{1,2}/\d{1,2}[^()]{0,30}\)| \( ?https?://[^ ()]{1,200} ?\)"
    r"| (?:state |state-run )?(?:(?:[Nn]ews )?[Aa]gencies|[Nn]ews [Aa]gency"
    r"|(?:state|national|public) (?:news|media|television|TV|radio)|[Nn]ews [Ss]ervice|news wire"
    r"|newswire|(?:[Nn]ews|TV) (?:[Nn]etwork|[Cc]hann?el)|news website|outlet|newspaper|daily"
    r"|magazine|broadcaster|agency|network|channel"
    r"|(?:television|radio)(?! (?:program|series|drama))|website"
    r"|news(?= (?:today|said|says|reported|reports|described|quoted))|News"
    r"|Radio(?: \d(?: [Ll]ive)?)?(?: Investigates)?|TV|Verify|International|World Service"
    r"|Newshour|Sports?|Business|Economics|Politics|Online|Live|Persian|Arabic|Russian|Ukrainian"
    r"|Turkish|T[uü]rk|Brasil|Mundo|Español|en Español|Europe|Asia|Africa|Ukraine|Urdu|Hindi"
    r"|Tamil|Pashto|Somali|Hausa|Swahili|Afrique|Chinese|Korean|Burmese|Bangla|Indonesia|English"
    r"|Balkans|England|Scotland|Wales|Newsnight|Panorama|Investigations|Health|Science|Technology"
    r"|Tech|Culture|Travel|Trending|Investigates|Monitoring))?(?: \((?:[A-Z][\w/. -]{1,14}"
    r"|[a-z]{2,5})\)(?: (?:news agency|news service|newspaper|broadcaster|agency|channel"
    r"|daily))?)?"
)
# The institute that an outlet has its polls done with: "Reuters/Ipsos poll".
_POLL_WITH = re.compile(
    r"[-/][A-Z]\w*(?:[ /-][A-Z]\w*){0,3}(?= (?:[a-z]+ ){0,3}(?:polls?|polling|survey|surveys)\b)"
)
_OF_SUNDAY = re.compile(r"\bSunday (?:Telegraph|Times)$")  # papers of their own
_BROADCASTING = re.compile(r"\bBroadcasting\b")  # "Japan Broadcasting Corp (NHK)"
_POLL_BY = re.compile(r"\b(?:poll|survey)s?(?: [a-z]+)? (?:by|from) $")
_POLL = re.compile(r"(?: [a-z]+| [Ee]xit)? (?:[Pp]oll|[Ss]urvey)s?\b")
_CAPITALISED = re.compile(
    r"(?:\b[Tt]he )?(?P<name>(?:[A-Z][\w'-]*(?: (?:of|for|and|the|in))?[ -]){2,7})$"
)
_IN_QUOTES = re.compile(r"[“\"][A-Z][\w']*(?: [A-Z][\w']*){0,4}[.,]?[”\"]")
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
        if found[0] in strangers or _OF_SUNDAY.search(text, max(0, found.start() - 7), found.end()):
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
        source = sources[found[0].casefold()]
        if again := _said_twice(text, right, source):
            right = again
        yield Mention(source, left, right)


def _said_twice(text: str, end: int, source: SourceName) -> int | None:
    """Where "the official Saudi Press Agency SPA" ends; ``end``: where its full name does."""
    short = f" {source.short_name}"
    behind = end + len(short)
    said = text[end:behind] == short and not text[behind : behind + 1].isalnum()
    return behind if said and short != " " else None


def _stands_alone(text: str, found: re.Match[str], pattern: re.Pattern[str], end: int) -> bool:
    """Whether it is no part of a longer word; "AFP/Reuters" are two, "a Reuters/Ipsos poll" one.

    ``end`` is where the name before it ended.
    """
    before, behind = text[: found.start()][-1:], text[found.end() : found.end() + 2]
    slashed = before == "/" and behind in {"/.", "/ ", "/"}  # "MOSCOW, January 21. /TASS/."
    window = text[max(0, found.start() - 12) : found.start()]
    if slashed or _BEGINS_THERE.search(window):
        return True
    if before == "-" and not behind.strip() and found[0].isupper():
        return True  # a headline's "Flat sealed-BBC"
    if before in {"/", "-"} and end != found.start() - 1:
        return before == "/" and _POLL.match(text, found.end()) is not None
    if not behind[1:].isalnum() or behind[:1] not in {"/", "-"}:
        return True
    another = pattern.match(text, found.end() + 1)
    polled = _POLL_WITH.match(text, found.end()) or _POLL_BY.search(
        text[max(0, found.start() - 40) : found.start()]
    )
    return bool(another or polled or _REST_OF_LIST.match(text, found.end()))


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
    bracketed = around in {"()", "[]", "“”", "„“", "„”", "«»", '""', "''", "‘'"} or slashed
    return (start - 1, end + 1) if bracketed else (start, end)


def _spelled_out(text: str, window: int, start: int, name: str) -> int | None:
    """Where "the Islamic Republic News Agency (IRNA)" begins; ``start`` has its bracket."""
    spelled = _CAPITALISED.search(text, window, start) if text[start] == "(" else None
    initials = "".join(filter(str.isupper, spelled["name"])) if spelled else ""
    outlet = spelled and _BROADCASTING.search(spelled["name"])
    return spelled.start() if spelled and (outlet or initials.endswith(name)) else None


def _slashed_on(text: str, mentions: Sequence[Mention]) -> int:
    """How many more the last of a list has behind it: "BBC and Reuters/AP"."""
    more = 0
    for one, other in pairwise(mentions):
        if text[one.right : other.left] != "/":
            break
        more += 1
    return more


def _list_length(text: str, mentions: Sequence[Mention]) -> int:
    """How many of the first mentions form one list; a list has its last item after "and".

    "told Interfax, Reuters reported" is no list, nor is "told Interfax, and Reuters reported".
    """
    slashed = 1  # "dpa/AFP/Reuters"
    for number, (one, other) in enumerate(pairwise(mentions), start=1):
        between = text[one.right : other.left]
        if between.strip() == "/" and slashed == number:
            slashed = number + 1
            continue
        if _AND.fullmatch(between) and (number > 1 or "," not in between):
            return number + 1 + _slashed_on(text, mentions[number:])
        if not _COMMA.fullmatch(between):
            break
        somebody = _AND_SOMEBODY.match(text, other.right)
        following = mentions[number + 1].left if number + 1 < len(mentions) else len(text)
        if somebody and somebody.end() <= following:
            return number + 1
    return slashed
