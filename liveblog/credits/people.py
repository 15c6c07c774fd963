"""Correspondents: "VOA's U.N. correspondent Margaret Besheer reported"."""

import re

from liveblog.apstyle import WEEKDAYS
from liveblog.credits.grammar import THIS_REPORT

_WORD = r"(?:(?:[A-Z]\.)+|[^\W\d_][\w'-]*)"
_ADVERB = r"(?:has|had|also|first|now|just|then|later|earlier|today|yesterday|recently|once|again)"
_DID = (
    rf"(?:{_ADVERB} )*(?P<did>(?:reported|reports?|writes|wrote|tweeted|tweets|says|said)\b"
    r"|talks?\b(?! (?:to|with))|(?:was|were) (?:crossing|standing|waiting|walking|driving|filming"
    r"|watching|inside|nearby|aboard|on board)\b|has an? (?:[\w-]+ )?(?:round-?up|look|report"
    r"|piece|story|dispatch|explainer|summary|profile|interview|analysis|update)\b"
    r"|calls? in to report\b|(?:predicts|predicted|expects|expected|believes|estimates|estimated"
    r"|calls|called|argues|argued|suggests|suggested|warns|warned|points? out|pointed out)\b"
    r"|(?:tells|told) (?:viewers|listeners|the (?:programme|program|broadcaster|channel))\b"
    r"|(?:posted|posts|noted|notes|observed|observes|explains|explained|adds|added|filmed"
    r"|describes|described|saw|witnessed|watched|visited|met|tells us|found|captured"
    r"|photographed)\b|(?:analy[sz]e|examine|assesse|consider|profile|review|recount|recall)(?:s"
    r"|d|ed)\b|(?:has|have) (?:seen|obtained|learn(?:ed|t)|heard|been told)\b"
    r"|(?:has|have) been (?!in (?:detention|custody|prison|jail|hospital)\b)(?:reporting"
    r"|explaining|speaking(?! (?:to|with))|telling|writing|blogging|tweeting|describing"
    r"|discussing|following|covering|tracking|there|at|in|on)\b"
    r"|(?:is|was|are|were) (?:there|(?:on|at) the (?:ground|scene)|in(?= [A-Z])|following"
    r"|covering|tracking)\b|(?:travell?ed|went) to\b|(?:is|was|are|were) reporting\b"
    r"|(?:has|have) (?:the|this|more)\b(?: story| report| details)?"
    rf"|(?:also )?contributed to {THIS_REPORT}\b)"
)
_OF_SOURCE = re.compile(
    rf"(?P<own>'s?)? (?P<who>(?:{_WORD},? ){{1,9}}?)(?:who [^.;:]{{1,80}}, "
    r"|(?:is|was) (?:at|in|on|outside) [^.;:,]{2,50} and |(?:in|at|from) (?:[A-Z][\w'-]+ ){1,3}"
    r"|(?P<in>(?:in|at|near|outside|from) [^.;:,]{2,40}, )"
    r"|(?:reporting|speaking|writing) (?:from|in) (?:[A-Z][\w-]+ ){1,3}"
    rf"|(?P<there>(?:reporting|speaking) (?:from|in|live)\b[^.;:]{{1,80}}?, ))?{_DID}"
)
_SPOKEN_TO = re.compile(rf"(?P<own>'s?)? (?P<who>{_WORD}(?: {_WORD}){{0,7}})")

_ROLES = frozenset(
    {
        *("correspondent", "correspondents", "reporter", "reporters", "journalist", "journalists"),
        *(
            "chief",
            "editor",
            "producer",
            "analyst",
            "bureau",
            "service",
            "contributor",
            "columnist",
        ),
        *("anchor", "host", "stringer", "writer", "photographer", "meteorologist", "forecaster"),
        *("commentator", "pundit", "blogger", "presenter", "newsreader", "cameraman"),
    }
)
_PARTICLES = frozenset(
    {"and", "van", "von", "der", "den", "de", "del", "di", "da", "la", "bin", "al", "el"}
)
_DAYS = frozenset({*WEEKDAYS, "Today", "Yesterday"})
# "X's Jane Doe said the incoming parliament would": not what she herself would
_NEWS = re.compile(
    r"(?: that)? (?:he|she) (?:expect|underst|saw|heard|had (?:seen|heard|been told))"
    r"|(?:, (?:however|meanwhile|though),)?(?: that)? (?:it (?:was|is|had|has|would|could"
    r"|remained)\b|the (?!network|channel|broadcaster|paper|agency)|an? "
    r"|[A-Z][\w'’-]+(?: [a-z-]+){0,3} (?:is|was|are|were|had|has|have|would|will|should|could|may"
    r"|might|can)\b|there (?:is|was|were|are|had)\b|[a-z]{3,}s (?:could|were|had|have|would|are"
    r"|can|will)\b)"
)
_AS_ANYBODY = frozenset(
    {
        *("said", "met", "added", "noted", "explained", "expects", "expected", "believes", "calls"),
        *("called", "argues", "argued", "suggests", "suggested", "warns", "warned", "predicts"),
        *("predicted", "estimates", "estimated"),
    }
)
_HOUSE = frozenset(
    {
        *("ceo", "cfo", "president", "chairman", "chairwoman", "chair", "director", "board"),
        *("spokesman", "spokeswoman", "spokesperson", "lawyer", "lawyers", "publisher", "union"),
    }
)
# with "editor" behind it, or as it stands
_OF_THE_HOUSE = frozenset({"executive", "managing", "editor-in-chief", "vice", "general"})
_FROM_THERE = re.compile(r",? (?:reporting|speaking) (?:from|in|live)\b")
_BEATS = frozenset(
    {
        *("political", "politics", "economics", "business", "diplomatic", "defence", "defense"),
        *("security", "foreign", "world", "health", "science", "education", "sports", "legal"),
        *(
            "media",
            "home",
            "crime",
            "transport",
            "culture",
            "arts",
            "consumer",
            "religion",
            "energy",
        ),
        *("climate", "investigations", "national", "international", "parliamentary", "finance"),
        *(
            "Scotland",
            "Wales",
            "Ireland",
            "East",
            "America",
            "Europe",
            "Africa",
            "Asia",
            "Russia",
            "China",
            "technology",
            "royal",
            "environment",
        ),
    }
)
# "X columnist Jane Doe said on Channel One": a guest there
_ON_ANOTHERS_AIR = re.compile(
    rf" on (?:$|(?!(?:{'|'.join(WEEKDAYS)}|Twitter|Telegram|Facebook|Instagram|YouTube"
    r"|Today)\b)[A-Z])"
)
_COMMENTATOR = re.compile(r"(?: [a-z-]+){0,3} (?:analyst|commentator|contributor|pundit)\b")
_PAST = frozenset({"former", "onetime", "ex", "late"})


def correspondent(after: str, there: bool = False) -> tuple[str, str, int] | None:
    """The correspondent whose report ``after`` (the text behind a source's name) credits.

    Returns name, verb and length of the phrase; the name is "" for a unit ("VOA's Ukrainian
    Service reported"). Without the possessive a role must be said: "VOA correspondent Jane Doe".
    ``there``: what stands in front says that she speaks as a reporter.
    """
    found = _OF_SOURCE.match(after)
    if found is not None and "," in found["who"].rstrip(" ,") and not found["who"].endswith(", "):
        return None  # "detained a cameraman, Doe said"
    if found is None or _ON_ANOTHERS_AIR.match(after, found.end()):
        return None
    who = found["who"].replace(",", " ").split()
    # "said" as anybody may: only a role, or where from, says that it is a report
    from_there = found["there"] or found["in"] or there or _FROM_THERE.match(after, found.end())
    spoke = found["did"] in _AS_ANYBODY and not from_there and not _NEWS.match(after, found.end())
    name = _name(who, need_role=spoke or not found["own"])
    return None if name is None else (name, found["did"], found.end())


def is_commentator(after: str) -> bool:
    """Whether a person is said to be one: "Jane Doe, an X military analyst, called it"."""
    return _COMMENTATOR.match(after) is not None


def person_addressed(after: str) -> str:
    """The correspondent in "told VOA's Jane Doe" or "according to AFP correspondent Jane Doe"."""
    found = _SPOKEN_TO.match(after)
    if found is None:
        return ""
    words: list[str] = []
    for word in found["who"].split():
        if word in _DAYS or not (word[0].isupper() or word.lower() in _ROLES | _PARTICLES):
            break
        words.append(word)
    return _name(words, need_role=not found["own"]) or ""


def proper_name(text: str) -> str:
    """``text`` if it reads like a person's name, else ""."""
    return _name(text.split(), need_role=False) or ""


def _name(words: list[str], *, need_role: bool) -> str | None:
    """The name behind the last role in ``words``; ``None`` if they are no correspondent."""
    roles = [index for index, word in enumerate(words) if word.lower() in _ROLES]
    if any(word.lower() in _PAST | _HOUSE for word in words) or (need_role and not roles):
        return None
    if any(word.lower() in _OF_THE_HOUSE for word in words):
        return None
    if [words[index].lower() for index in roles] == ["chief"]:
        return None  # who leads it
    name = words[roles[-1] + 1 :] if roles else words
    if words and not name and words[-1].lower() == "editor" and not _BEATS & set(words[-2:-1]):
        return None  # nobody by name: it speaks for the house
    if len(name) > 8 or not all(_of_a_name(word) for word in name):
        return None
    return " ".join(name)


def _of_a_name(word: str) -> bool:
    return word not in _DAYS and (word[0].isupper() or word in _PARTICLES)
