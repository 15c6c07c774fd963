"""Classes of words that the patterns of ``wordings`` and ``doings`` are made of."""

import re

from liveblog.credits.quotes import MASK

DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)"
WHEN = (
    rf"(?:(?: on| late| early| earlier| later)* {DAY}(?: (?:morning|afternoon|evening|night))?"
    r"| (?:last|this|earlier this|late last|the same) (?:week|month|year|night|morning|afternoon"
    rf"|evening|spring|summer|autumn|fall|winter|{DAY}|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|day)| (?:over the|at the|last|this) weekend"
    r"| (?:overnight|at the time|shortly afterwards?|moments (?:ago|later)|in recent days)"
    r"| (?:an?|two|three|four|several|\d+) (?:minutes?|hours?|days?|weeks?) (?:ago|later|earlier"
    r"|before)| on \d{1,2} [A-Z][a-z]+| on [A-Z][a-z]+ \d{1,2}(?:, \d{4},?)?"
    r"| on (?:Twitter|Telegram|Facebook|X|its website)| earlier| in [A-Z][a-z]+)"
)
ADVERB = (
    r"(?:, (?:for its part|meanwhile|too|in turn),| (?:has|had|have|also|both|each|first|earlier"
    r"|later|separately|previously|exclusively|initially|subsequently|since|just|then|meanwhile"
    r"|all|now|again|further|already|recently|repeatedly|widely|jointly|still|briefly"
    r"|for its part|in turn|(?!(?:reply|supply|apply|rally|ally|only|likely"
    rf"|family)\b)[a-z]{{2,}}ly)|{WHEN})*"
)
DID = rf",?{ADVERB}(?: now| again| also)?"
SHOW = (  # what broadcasters show that is no news
    r"(?:nothing|(?:an?|the|every|both|another) (?:[\w-]+ )?(?:town hall|debate|match|game|film"
    r"|series|special|ad|final|concert))\b"
)
# Anything up to the end of a clause; a point behind a capital is an abbreviation ("U.S.").
CLAUSE = rf"(?:[^.;:{MASK}]|(?<=[A-Z])\.)"
REPORT = (
    r"(?:report|article|story|dispatch|analysis|investigation|explainer|op-ed|opinion piece"
    r"|segment|column|essay|editorial|commentary|bulletin|programme|program|broadcast)"
)
THIS_REPORT = (
    r"this (?:news )?(?:report|article|story|page|live ?(?:page|blog)|blog|live file|file"
    r"|coverage|update|post|entry|dispatch)"
)
JOURNALISTS = (
    r"(?:journalists?|reporters?|correspondents?|photographers?|(?:camera )?crews?|teams?"
    r"|producers?|stringers?|cameram[ae]n|camera operators?|videographers?|meteorologists?)"
)
WORK = (
    rf"(?:{REPORT}|tally|tallies|count|survey|poll|polling|review|calculation|estimate|projection"
    r"|forecast|photo|photograph|picture|image|footage|video|data|database|tracker|graphic"
    r"|poll of polls|polling average|average|exit poll|reporting|coverage|live feed|live stream"
    r"|live blog|live page|fact-check|visual analysis|model|snapshot|exclusive|stor(?:y|ies)"
    r"|drone shots|analyses|tallies)s?"
)
SHOWN = (
    r"(?:said|says?|found|finds?|show(?:s|ed|n|ing)?|suggest(?:s|ed|ing)?|reveal(?:s|ed)?|quoted"
    r"|cited|indicate[sd]?|puts?|gives?|gave|placed?|places|describe[sd]?|details?|detailed"
    r"|point(?:s|ed)? to|conclude[sd]?|allege[sd]?|claim(?:s|ed)?|document(?:s|ed)|identified"
    r"|recorded|traced|named|captured?|report(?:ed|s)?|predict(?:s|ed)?|has|have|had)\b"
)
FINANCIAL = r"(?:annual|quarterly|financial|earnings|transparency|sustainability|internal)"


def behind(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)


def in_front(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern}) $", re.IGNORECASE)
