"""Whether a sentence in which an outlet speaks is about the outlet itself."""

import re

# The "it" that is nobody: "It is too early to say".
_EXPLETIVE = re.compile(
    r"\bit (?:(?:is|was|'s|has been|remains|appears|seems|would be|will be) (?:still |also "
    r"|now )?(?:too|not|un\w+"
    r"|likely|possible|clear|expected|understood|thought|believed|hoped|feared"
    r"|the (?:\w+ )?(?:first|second"
    r"|third|fourth|fifth|\w+est|worst|best|most|last|latest)|raining|time|about|\w+ (?:to|that|how"
    r"|whether|if))\b"
    r"|(?:comes?|came|follows|followed|means|happened|started|emerged|took)\b)",
    re.IGNORECASE,
)
# "although it has not established when": that is its work
_AT_WORK = re.compile(
    r"\b(?:it|they) (?:(?:has|have|had|could|was|were|is|are|did|can|not|also|independently|been"
    r"|able|yet|to|since|now|already|only) )*(?:seen|saw|see|obtained|review(?:ed)?|verif(?:y|ied)"
    r"|establish(?:ed)?|confirm(?:ed)?|determined?|authenticated?|geolocated?|learn(?:ed|t)|told"
    r"|shown|given|spoken?|spoke|identif(?:y|ied)|interviewed|underst(?:ood|ands)|reported)\b",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"\b(?:its|it|our|we|us|bureaus?|newsroom|(?<!general )(?<!chief of )(?<!hospital )staff"
    r"|employees|journalists?|reporters?|editors?"
    r"|correspondents?|agency|company|outlet|broadcaster|newspaper|subscribers|layoffs|jobs|hire"
    r"|hiring|profit|revenue|shares|anchor|presenter|redundanc\w+|endorse\w*|broadcasts?|columnists?)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\bit\b", re.IGNORECASE)


def speaks_of_itself(sentence: str, *, it_is_another: bool = False) -> bool:
    """``it_is_another``: what "it" stands for was named before the outlet was."""
    working = _AT_WORK.sub("", sentence)
    nobody = (_IT if it_is_another else _EXPLETIVE).sub("", working)
    return _OF_ITSELF.search(nobody) is not None
