"""Classes of words that the patterns of ``wordings`` and ``doings`` are made of."""

import re

from liveblog.credits.quotes import MASK

DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)"
WHEN = (
    rf"(?:(?: on| late| early| earlier| later)* {DAY}(?: (?:morning|afternoon|evening|night))?"
    r"| on (?:Twitter|Telegram|Facebook|X|its website)| earlier| in [A-Z][a-z]+)"
)
ADVERB = (
    r"(?: (?:has|had|have|also|both|each|first|earlier|later|separately|previously|exclusively"
    r"|initially|subsequently|since|just|then|meanwhile|all|now|again|already|recently"
    r"|repeatedly|widely"
    rf"|jointly|still|briefly)|{WHEN})*"
)
# Anything up to the end of a clause; a point behind a capital is an abbreviation ("U.S.").
CLAUSE = rf"(?:[^.;:{MASK}]|(?<=[A-Z])\.)"
REPORT = (
    r"(?:report|article|story|dispatch|analysis|investigation|explainer|op-ed|opinion piece|column"
    r"|essay|editorial|commentary|bulletin|programme|program|broadcast)"
)
FINANCIAL = r"(?:annual|quarterly|financial|earnings|transparency|sustainability|internal)"


def behind(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)


def in_front(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){pattern} $", re.IGNORECASE)
