"""Whether a sentence in which an outlet speaks is about the outlet itself."""

import re

from liveblog.credits.names import SourceKind, SourceName

# The "it" that is nobody: "It is too early to say".
_EXPLETIVE = re.compile(
    r"\bit (?:(?:is|was|'s|has been|remains|appears|seems|would be|will be) (?:still |also "
    r"|now )?(?:too|not|un\w+|likely|possible|clear|expected|understood|thought|believed|hoped"
    r"|feared|the (?:\w+ )?(?:first|second|third|fourth|fifth|\w+est|worst|best|most|last|latest)"
    r"|raining|time|about|\w+ (?:to|that|how|whether|if)"
    r"|(?:an?|the) [\w' -]{1,40} (?:who|that|which))\b"
    r"|(?:comes?|came|follows|followed|means|happened|started|emerged|took)\b)",
    re.IGNORECASE,
)
# "although it has not established when": that is its work
_AT_WORK = re.compile(
    r"\b(?:it|they|(?:its|their) (?:own )?(?:reporters?|journalists?|correspondents?"
    r"|teams?)) (?:(?:has|have|had|could|was|were|is|are|did|can|not|also|independently|been|able"
    r"|yet|to|since|now|already|only) )*(?:seen|saw|see|obtained|review(?:ed)?|verif(?:y|ied)"
    r"|establish(?:ed)?|confirm(?:ed)?|determined?|authenticated?|geolocated?|learn(?:ed|t)|told"
    r"|knows?|knew|shown|given|spoken?|spoke|identif(?:y|ied)|interviewed|underst(?:ood|ands)"
    r"|reported|says?|said)\b",
    re.IGNORECASE,
)
_STAFF = r"employees|journalists?|reporters?|editors?|correspondents?|columnists?"
_OF_ANY_BUSINESS = re.compile(r"\b(?:layoffs|jobs|hire|hiring|profit|revenue|shares)\b")
_HOUSE = (
    r"its|it|our|we|(?-i:us)|bureaus?|newsroom"
    r"|(?<!general )(?<!chief of )(?<!hospital )(?<!rescue )(?<!medical )(?<!school )"
    r"(?<!airport )(?<!embassy )(?<!nursing )(?<!army )(?<!ground )(?<!station )(?<!cabin )staff"
    r"|the company|outlet|subscribers|layoffs|jobs|hire|hiring|profit|revenue|shares|redundanc\w+"
    r"|endorse\w*|broadcasts?|anchor|presenter"
)
_CALLED = {
    SourceKind.WIRE_AGENCY: r"|agency",
    SourceKind.BROADCASTER: r"|broadcaster|network|channel",
    SourceKind.NEWSPAPER: r"|newspaper|paper",
    SourceKind.OWN_STAFF: r"|agency|broadcaster|newspaper",
}


def _of(words: str) -> dict[str, re.Pattern[str]]:
    kinds = _CALLED.items()
    return {
        str(kind): re.compile(rf"\b(?:{words}{called})\b", re.IGNORECASE) for kind, called in kinds
    }


_OF_ITSELF = _of(f"{_HOUSE}|{_STAFF}")
# "said the carmaker would cut jobs at its plants": the jobs and the plants are the carmaker's.
_SOMEBODY = re.compile(
    r"\s*(?:that )?(?:the (?!agency|company|broadcaster|paper|newspaper|network|outlet|channel"
    r"|group|decision|move|ruling|ban|cuts?|changes?|service|licen[cs]e|presenter|anchor"
    r"|host)[A-Za-z]|an? |(?!(?:Its?|They|We|Our|Their)\b)[A-Z][\w'-]+ |[a-z]{3,}s )"
)
_OF_THE_NEWSROOM = re.compile(rf"\b(?:{_STAFF}|bureaus?|newsroom|our|we|(?-i:us))\b", re.IGNORECASE)
# Behind a sentence, "a journalist was arrested, X said": somebody's; its own would be "its".
_OF_THE_HOUSE = _of(_HOUSE)
_IT = re.compile(r"\bit\b", re.IGNORECASE)
_IT_OR_ITS = re.compile(r"\bits?\b", re.IGNORECASE)
_OPENS_WITH_IT = re.compile(r"\s*(?:But|And|So|Meanwhile,|However,)?\s*its?\b", re.IGNORECASE)


def speaks_of_itself(sentence: str, kind: str, *, it_is_another: bool = False) -> bool:
    """``kind``: the outlet's; ``it_is_another``: what "it" stands for was named in front of it."""
    working = _AT_WORK.sub("", sentence)
    if _SOMEBODY.match(sentence):
        return _OF_THE_NEWSROOM.search(working) is not None
    nobody = (_IT if it_is_another else _EXPLETIVE).sub("", working)
    return _OF_ITSELF[kind].search(nobody) is not None


def was_about_itself(sentence: str, source: SourceName, *, it_is_another: bool = False) -> bool:
    """The same of a sentence that the outlet's name ends: "its" is of whom the sentence names."""
    kind = source.kind
    if _OPENS_WITH_IT.match(sentence) or source.short_name in sentence or source.name in sentence:
        return speaks_of_itself(sentence, kind, it_is_another=it_is_another)
    own = _IT_OR_ITS.sub("", sentence)
    if _SOMEBODY.match(sentence):  # "Chinese funds have begun to buy shares, X said"
        own = _OF_ANY_BUSINESS.sub("", own)
    return _OF_THE_HOUSE[kind].search(own) is not None
