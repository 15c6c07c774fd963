"""What others do with an outlet: they tell it, give it, publish there, say it on its air.

Patterns on plain, masked text in front of a name, and what must or must not follow it.
"""

import re

from liveblog.credits.grammar import DAY, JOURNALISTS, REPORT, behind, in_front
from liveblog.credits.quotes import MASK

TOLD = in_front(
    r"(?:(?:told|tells?|says?) to|told(?: \w+day's)? edition of|told|tells?|telling|inform(?:ed"
    r"|s)|assured|texted|messaged"
    r"|e-?mailed"
    r"|(?:sources?|officials?) (?:also )?shared with|(?:agreed to (?:speak|talk)|talks|speaks"
    r"|spoke|speaking|spoken|talked"
    r"|talking) (?:to|with)"
    r"|(?<!declined an )(?<!declined )(?<!refused an )(?<!refused )(?<!canceled an )"
    r"interview(?:s|ed)? (?:with|to|for|by|on|(?<= an interview )in|(?<= recent interview )in"
    r"|(?:that (?:was )?)?(?:published|broadcast|aired|shown|carried|circulated|distributed"
    r"|released|posted|shared)"
    r"(?: [\w-]+){0,8}? (?:by|in|on|of)|(?: [\w'.-]+){1,6}? (?:gave|given|granted) (?:to|with))"
    r"|(?:confirmed|confirms|disclosed|revealed|acknowledged)(?: (?:as much|it|this|that"
    r"|by (?:letter|e-?mail|text)|in writing"
    r"|the (?:[\w-]+ ){1,3}?))? ?to|said to"
    r"|(?:comments?|remarks|statements?)(?: made)? (?:by [^.;:,]{3,60}(?:, [^.;:,]{3,60},)? )to"
    r"|(?:(?<!to )comments?|remarks),? to|(?:(?<!to )comments?|remarks"
    r"|an? (?:[\w-]+ )?(?:statement|letter|e-?mail|message|tweet"
    r"|text|text message))"
    r"(?: sent| given)? (?:to|(?<=comment )for|(?<=comments )for|(?<=remarks )for)"
    r"|(?:statement|message|letter|e-?mail|communiqu[eé]|call)s? (?:[\w-]+ ){0,3}?received by"
    r"|made (?:the|his|her|their|these|those) (?:comments|remarks) (?:on|in|to|during)"
    r"|(?:who|he|she|they) (?:also |later |then )?appear(?:ed|s) on"
    r"|(?:an?|the|by|their|his|her) (?:[\w-]+ )?(?:call|conversation|chat|briefing|exchange|phone)"
    r" (?:with|to)|(?<!not )(?<!n't )(?<!refused to )(?<!declined"
    r" to )(?<!refusing to )(?:answers?|repl(?:y|ies)|responses?|respond(?:ed|ing)|answer(?:ed"
    r"|ing))"
    r" (?:to )?(?:[\w-]+ ){0,2}(?:questions?|quer(?:y|ies)|inquiry|inquiries)"
    r" (?:from|by|put by|sent by)"
    r"|(?-i:When) (?:reached|contacted|asked) by"
    r"|(?<!not be )(?<!when )(?<!be )(?:reached|contacted)(?: (?:by|via|over"
    r"|on)(?: [\w-]+){1,3}?)? by"
    r"|(?:asked|questioned|interviewed|pressed)(?: about it)? by)"
)
# "The lawyer declined to comment when asked by X"
REFUSED = re.compile(
    r"\b(?:declin\w+|refus\w+|not|\w+n't|no comment)\b[^.;]{0,80}"
    r"\bwhen (?:asked|questioned|contacted|reached)[^.;]{0,30} by $"
)
# the question follows: "later asked the AP: …"
ASKED = in_front(r"asked|(?:official|source|minister|spokes\w+|[A-Z]\w+) to")
ASKED_WHAT = behind(rf"(?!: ?{MASK})")
# "told Reuters to leave", "told Reuters staff": the agency is spoken to, not reporting.
NOT_AN_AUDIENCE = behind(
    r" (?:declined|refused|would not|did not|didn't|wouldn't|could not be)\b|"
    r" (?:affiliate|subsidiary|sister (?:station|paper|site))\b|"
    r"(?:'s)? (?:President|Chairman|Chairwoman|CEO|Chief|Director|Editor)\b|"
    rf"(?:'s)?(?:(?: (?:reporter|correspondent|journalist|anchor|host"
    rf"|crew)s?)? (?:not )?to [a-z]+\b(?! [A-Z])| to {MASK}| (?:that )?it (?:must|should|has to"
    r"|had to|could no longer"
    r"| would be (?:fined|closed|expelled|banned|sued))"
    r"| (?:(?!(?:the|an?|his|her|its|their|that|some|most)\b)\w+ )?(?:staff|employees|management"
    r"|workers|executives|lawyers|bosses|shareholders"
    r"|investors|owners?|headquarters)\b)"
)
# "gave X additional details"
GAVE = in_front(r"(?:gave|given|giving|gives|offered|granted|provided|sent|handed)(?: only)?")
WORDS = behind(
    r" (?:an?|the|her|his|their|its|additional|further|more|some|new|exclusive|conflicting"
    r"|different)(?: [\w-]+){0,2}? (?:details?|interview|statement|account|comment|response|reply"
    r"|version|description|information|assurances?|answer|explanation)s?\b"
)
# "in a BBC interview"
IN_AN = in_front(r"(?:in|during|from|on|for)(?: an?| the| his| her| their)?")
INTERVIEW = behind(r"(?:'s?)? (?:[\w'-]+ ){0,3}?(?:interview|conversation|phone-in|Q&A)\b")
# "seen leaving by a Reuters photographer"
SEEN_BY = in_front(
    r"(?:seen|heard|witnessed|observed|watched|filmed|photographed|spotted"
    r"|counted|taken|shot|recorded|captured)(?: [\w-]+){0,8}? by"
)
ITS_JOURNALIST = behind(rf"(?:'s?)? (?:[\w-]+ )?(?:{JOURNALISTS}|witness(?:es)?)\b")
NO_JOURNALIST = behind(rf"(?!{ITS_JOURNALIST.pattern})")
# "according to Israeli media, including X"
AMONG_THEM = in_front(
    r"according to [^.;:]{1,60}?(?:including|such as|among them|and)(?: from| by| in)?"
)

# In front: what others did with it.
DONE_BY = in_front(
    r"(?<!not )(?<! be )(?<!not been )(?<!independently )(?:monitored|shared|posted|released"
    r"|distributed|relayed|picked up|circulated|shown|documented|identified|revealed|uncovered"
    r"|recorded|filmed|heard|polled|surveyed|canvassed|consulted|interviewed|provided|translated"
    r"|gathered|unearthed|exposed|broken|detailed|streamed|printed|leaked|captured"
    r"|outlined|described|recounted|chronicled|laid out|set out|likened|compared|dubbed|labell?ed"
    r"|dropped|flashed|running"
    r"|branded"
    r"|hailed|estimated) (?:by|on)"
    r"|courtesy of|thanks to|with thanks to"
)
GIVEN_TO = in_front(
    r"(?:(?:shared|gave|sent|showed)(?: [\w'-]+){0,5}? (?:videos?|footage|photos?|pictures"
    r"|images|documents?"
    r"|messages|e-?mails?|recordings?|letters?|details|evidence|data|screenshots|copies)"
    r"|leaked|copied|mailed|sent|handed|shared|passed|provided|supplied|made available|shown"
    r"|released|forwarded"
    r"|given exclusively|handed over) (?:exclusively |first |anonymously )?(?:to|with)"
)
# "an op-ed for X", "on the front page of X"; who merely "wrote in X" is no report of it.
WROTE_IN = in_front(
    r"(?:revelations?|reports?|stories|disclosures?|details) (?:from|in|by) [^.;:]{0,50}"
    r"(?:newspapers|outlets|papers|media|agencies|broadcasters),|the publication by|"
    rf"(?:(?:an?|the|his|her|their|its|this) (?:[\w-]+ ){{0,3}}{REPORT}(?: [\w-]+){{0,3}}?"
    r" (?:in|for|on)|(?:published|appear(?:ed|ing|s))(?: [\w-]+){0,3}? in"
    r"|(?:revelations?|disclosures?)(?: [\w-]+){0,2}? (?:in|by|on)|(?:reports|stories|articles"
    r"|leaks)"
    r"(?: published| appearing)? (?:in|on)|in the pages of|on the (?:front page|website"
    r"|homepage) of)"
)
# "Writing on Telegram, X's Jane Doe said": what she says is a report.
FROM_THERE = re.compile(
    r"(?:^|[.!?] )(?:Writing|Posting|Tweeting|Speaking|Reporting|Live) (?:on|from|in|at|near"
    r"|outside|earlier|live|shortly|after|just)\b[^.;:]{0,80}, $"
)
SAID_TO = in_front(
    r"(?:(?:phoned|called|dialed|dialled) in ?to"
    r"|(?:gave|gives|given) (?:the|an?) (?:[\w-]+ ){0,2}(?:toll|figure|account|version|number"
    r"|reason|explanation|answer|assurance)s? to"
    r"|(?:told|telling|said to) (?:reporters|journalists|(?:[\w-]+ )?media|outlets"
    r"|news agencies)[^.;:]{0,40}?"
    r" (?:including|among them)(?: those)?(?: from)?"
    r"|(?:described|outlined|recounted|conveyed|detailed|explained|relayed|confirmed|denied"
    r"|reinforced|reaffirmed|emphasi[sz]ed|underscored|underlined|repeated|reiterated|expressed"
    r"|voiced"
    r"|disclosed|refuted|rejected|disputed|dismissed|defended|clarified"
    r"|admitted)(?: (?!(?:move|transfer|return|switch|appointment|sale|links?"
    r"|ties)\b)[\w'-]+){1,5}? to"
    r"|(?:signal(?:ed|led|s)|complained|admitted|explained|described|recalled|insisted|denied"
    r"|conceded|confided"
    r"|vented|stressed|repeated|indicated|hinted|suggested|remarked|commented|cautioned|joked"
    r"|lamented|reiterated|argued|claimed|stated|declared|asserted|maintained|boasted|predicted"
    r"|estimated|noted|observed|pointed out|clarified|emphasi[sz]ed|underlined|opined|hailed"
    r"|promised|pledged|apologi[sz]ed|testified)"
    r"(?: (?:it|this|that|as much))? to"
    r"|(?:statements?|comments|remarks|e-?mails?|messages?|note|posts?|answers|replies)"
    r" (?:shared with|sent to|provided to|given to|made to|read to|to|for)"
    r"|(?:spoke|spoken|speaking|talking|talked)(?: [\w-]+){1,6}? (?:to|with)"
    r"|(?<!declined an )(?<!canceled an )(?<!refused an )(?<!cancelled an )"
    r"(?:interview|conversation|phone call|exchange|Q&A|sit-down)(?: [\w-]+){1,3}? (?:with|for)"
    r"|(?:appear(?:ed|ing|ance)|speaking|spoke|interviewed|guest|went|goes"
    r"|going)(?: [\w-]+){0,3}? on"
    rf"|(?<=[,{MASK}] )(?:said|told) (?:(?!(?:it|he|she|they|that|there"
    rf"|we)\b)[\w'’.-]+ ){{1,8}}?to"
    rf"|(?<=[,{MASK}] )said (?:the|an?|his|her|its) (?:(?!(?:was|were|after|that|had|would|before"
    rf"|has|is|in|to|and)\b)"
    r"[\w'-]+ ){1,5}on"
    rf"|(?<=[,{MASK}] )said (?:(?!(?:it|he|she|they|that|there|we)\b)[a-z'-]+ ){{0,5}}?"
    r"(?-i:[A-Z])[\w'’.-]+(?: [\w'’.-]+){0,4}?(?:, (?:[^.;:,]|\.(?=,)){3,60}){0,2},? on"
    r"(?: (?-i:[A-Z])[\w-]+'s)?)"
)
# "said on the BBC's Today programme", "speaking on CNN".
ON_AIR = re.compile(
    r"\b(?:said|says|told|speaking|spoke|appear(?:ed|ing|ance)|interview(?:ed)?|asked"
    r"|guest) on $",
    re.IGNORECASE,
)
EDITION_OF = in_front(r"on (?:\w+'s )?(?:broadcast|edition|episode|show|programme|program) of")
ON = re.compile(rf"(?:^|[,.] |\b(?:later|[Aa]nd|[Bb]ut|{DAY}) )[Oo]n $")
SPOKE_THERE = behind(
    rf"[^.;:,{MASK}]{{0,50}}(?:,|{MASK}+,?|(?= (?:he|she) ))"
    r" (?:(?:he|she)|[A-Z][\w.'’, -]{3,80}?|the [\w' -]{3,60}?) (?:(?:has|also|again|was|were) )?"
    r"(?:said|says|declined|told|asked|pressed|questioned"
    r"|insisted|denied|refused|argued|claimed|admitted|warned|confirmed|called|defended)\b"
)
