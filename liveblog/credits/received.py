"""What others do with an outlet: they tell it, give it, publish there, say it on its air.

Patterns on plain, masked text in front of a name, and what must or must not follow it.
"""

import re

from liveblog.credits.grammar import DAY, JOURNALISTS, REPORT, behind, in_front
from liveblog.credits.quotes import MASK

TOLD = in_front(
    r"(?:(?:told|tells?|says?) to|told(?: \w+day's)? edition of|told|tells?|telling"
    r"|inform(?:ed|s)|assured|texted|messaged|e-?mailed"
    r"|(?:sources?|officials?) (?:also )?shared with"
    r"|(?:agreed to (?:speak|talk)|talks|speaks|spoke|speaking|spoken|talked|talking) (?:to|with)"
    r"|(?<!declined an )(?<!declined )(?<!refused an )(?<!refused )(?<!canceled an )interview(?:s"
    r"|ed)?(?: (?:with|to|for|by|on|(?<= an interview )in|(?<= recent interview )in"
    r"|(?:that (?:was )?)?(?:published|broadcast|aired|shown|carried|circulated|distributed"
    r"|released|posted|shared)(?: [\w-]+){0,8}? (?:by|in|on|of))"
    r"|(?: [\w'.-]+){1,6}? (?:gave|given|granted) (?:to|with))"
    r"|(?:confirmed|confirms|disclosed|revealed"
    r"|acknowledged)(?: (?:as much|it|this|that|by (?:letter|e-?mail|text)|in writing"
    r"|the (?:[\w-]+ ){1,3}?))? ?to|said to"
    r"|(?:comments?|remarks|statements?)(?: made)? (?:by [^.;:,]{3,60}(?:, [^.;:,]{3,60},)? )to"
    r"|(?:(?<!to )comments?|remarks),? to"
    r"|(?:(?<!to )comments?|remarks|an? (?:[\w-]+ )?(?:statement|letter|e-?mail|message|tweet"
    r"|text|text message))(?: sent| given)? (?:to|(?<=comment )for|(?<=comments )for"
    r"|(?<=remarks )for)|(?:statement|message|letter|e-?mail|communiqu[eé]"
    r"|call)s? (?:[\w-]+ ){0,3}?received by|made (?:the|his|her|their|these|those) (?:comments"
    r"|remarks) (?:on|in|to|during)|(?:who|he|she|they) (?:also |later |then )?appear(?:ed|s) on"
    r"|(?:an?|the|by|their|his|her) (?:[\w-]+ )?(?:call|conversation|chat|briefing|exchange"
    r"|phone) (?:with|to)"
    r"|(?<!not )(?<!n't )(?<!refused to )(?<!declined to )(?<!refusing to )(?:answers?"
    r"|repl(?:y|ies)|responses?|respond(?:ed|ing)"
    r"|answer(?:ed|ing)) (?:to )?(?:[\w-]+ ){0,2}(?:questions?|quer(?:y|ies)|inquiry"
    r"|inquiries) (?:from|by|put by|sent by)|(?-i:When) (?:reached|contacted|asked) by"
    r"|(?<!not be )(?<!when )(?<!be )(?:reached"
    r"|contacted)(?: (?:by|via|over|on)(?: [\w-]+){1,3}?)? by"
    r"|(?:asked|questioned|interviewed|pressed)(?: about it)? by)"
)
# "The lawyer declined to comment when asked by X"
REFUSED = re.compile(
    r"\b(?:declin\w+|refus\w+|not|\w+n't|no comment)\b[^.;]{0,80}\bwhen (?:asked|questioned"
    r"|contacted|reached)[^.;]{0,30} by $"
)
# the question follows: "later asked the AP: …"
ASKED = in_front(r"asked|(?:official|source|minister|spokes\w+|[A-Z]\w+) to")
ASKED_WHAT = behind(rf"(?!: ?{MASK})")
# "told Reuters to leave", "told Reuters staff": the agency is spoken to, not reporting.
NOT_AN_AUDIENCE = behind(
    r" (?:declined|refused|would not|did not|didn't|wouldn't|could not be)\b"
    r"| (?:affiliate|subsidiary|sister (?:station|paper|site))\b"
    r"|(?:'s)? (?:President|Chairman|Chairwoman|CEO|Chief|Director|Editor)\b"
    r"|(?:'s)?(?:(?: (?:reporter|correspondent|journalist|anchor|host"
    rf"|crew)s?)? (?:not )?to [a-z]+\b(?! [A-Z])| to {MASK}"
    r"| (?:that )?it (?:must|should|has to|had to|could no longer"
    r"| would be (?:fined|closed|expelled|banned|sued))"
    r"| (?:(?!(?:the|an?|his|her|its|their|that|some|most)\b)\w+ )?(?:staff|employees|management"
    r"|workers|executives|lawyers|bosses|shareholders|investors|owners?|headquarters)\b)"
)
# "gave X additional details"
GAVE = in_front(r"(?:gave|given|giving|gives|offered|granted|provided|sent|handed)(?: only)?")
WORDS = behind(
    r" (?:an?|the|her|his|their|its|additional|further|more|some|new|exclusive|conflicting"
    r"|different)(?: [\w-]+){0,2}? (?:details?|interview|statement|account|comment|response|reply"
    r"|version|description|information|assurances?|answer|explanation)s?\b"
)
IN_ITS_PAGES = re.compile(r"(?:^|[.!?] )(?:In|On) $")
IS_QUOTED = behind(r", [^.;]{3,100}? (?:is|was|are|were) (?:quoted|cited)\b")
# "in a BBC interview"
IN_AN = in_front(r"(?:in|during|from|on|for)(?: an?| the| his| her| their)?")
INTERVIEW = behind(r"(?:'s?)? (?:[\w'-]+ ){0,3}?(?:interview|conversation|phone-in|Q&A)\b")
# "seen leaving by a Reuters photographer"
SEEN_BY = in_front(
    r"(?:seen|heard|witnessed|observed|watched|filmed|photographed|spotted|counted|taken|shot"
    r"|recorded|captured)(?: [\w-]+){0,8}? by"
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
    r"|gathered|unearthed|exposed|broken|detailed|streamed|printed|leaked|captured|outlined"
    r"|described|recounted|chronicled|laid out|set out|likened|compared|dubbed|labell?ed|dropped"
    r"|flashed|running|branded|hailed|estimated) (?:by|on)|courtesy of|thanks to|with thanks to"
)
GIVEN_TO = in_front(
    r"(?:(?:shared|gave|sent|showed)(?: [\w'-]+){0,5}? (?:videos?|footage|photos?|pictures|images"
    r"|documents?|messages|e-?mails?|recordings?|letters?|details|evidence|data|screenshots"
    r"|copies)|leaked|copied|mailed|sent|handed|shared|passed|provided|supplied|made available"
    r"|shown|released|forwarded|given exclusively|handed over) (?:exclusively |first "
    r"|anonymously )?(?:to|with)"
)
# "an op-ed for X", "on the front page of X"; who merely "wrote in X" is no report of it.
WROTE_IN = in_front(
    r"(?:revelations?|reports?|stories|disclosures?|details) (?:from|in"
    r"|by) [^.;:]{0,50}(?:newspapers|outlets|papers|media|agencies|broadcasters),"
    r"|the publication by|(?:(?:an?|the|his|her|their|its"
    rf"|this) (?:(?!be\b)[\w-]+ ){{0,3}}{REPORT}(?: [\w-]+){{0,3}}? (?:in|for|on)"
    r"|(?:published|appear(?:ed|ing|s))(?: [\w-]+){0,3}? in"
    r"|(?:revelations?|disclosures?)(?: [\w-]+){0,2}? (?:in|by|on)"
    r"|(?:reports|stories|articles|leaks)(?: published| appearing)? (?:in|on)|in the pages of"
    r"|on the (?:front page|website|homepage) of)"
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
    r"|news agencies)[^.;:]{0,40}? (?:including|among them)(?: those)?(?: from)?"
    r"|(?:described|outlined|recounted|conveyed|detailed|explained|relayed|confirmed|denied"
    r"|reinforced|reaffirmed|emphasi[sz]ed|underscored|underlined|repeated|reiterated|expressed"
    r"|voiced|disclosed|refuted|rejected|disputed|dismissed|defended|clarified"
    r"|admitted)(?: (?!(?:move|transfer|return|switch|appointment|sale|links?"
    r"|ties)\b)[\w'-]+){1,5}? to|(?:signal(?:ed|led|s)|complained|admitted|explained|described"
    r"|recalled|insisted|denied|conceded|confided|vented|stressed|repeated|indicated|hinted"
    r"|suggested|remarked|commented|cautioned|joked|lamented|reiterated|argued|claimed|stated"
    r"|declared|asserted|maintained|boasted|predicted|estimated|noted|observed|pointed out"
    r"|clarified|emphasi[sz]ed|underlined|opined|hailed|promised|pledged|apologi[sz]ed"
    r"|testified)(?: (?:it|this|that|as much))? to"
    r"|(?:statements?|comments|remarks|e-?mails?|messages?|note|posts?|answers"
    r"|replies) (?:shared with|sent to|provided to|given to|made to|read to|to|for)"
    r"|(?:spoke|spoken|speaking|talking|talked)(?: [\w-]+){1,6}? (?:to|with)"
    r"|(?<!declined an )(?<!canceled an )(?<!refused an )(?<!cancelled an )(?:interview"
    r"|conversation|phone call|exchange|Q&A|sit-down)(?: [\w-]+){1,3}? (?:with|for)"
    r"|(?:appear(?:ed|ing|ance)|speaking|spoke|interviewed|guest|went|goes|hit back|fired back"
    r"|responded|replied|insisted|conceded|going)(?: [\w-]+){0,3}? on"
    rf"|(?<=[,{MASK}] )(?:said|told) (?:(?!(?:it|he|she|they|that|there"
    rf"|we)\b)[\w'’.-]+ ){{1,8}}?to|(?<=[,{MASK}] )said (?:the|an?|his|her"
    r"|its) (?:(?!(?:was|were|after|that|had|would|before|has|is|in|to|and)\b)[\w'-]+ ){1,5}on"
    rf"|(?<=[,{MASK}] )said (?:(?!(?:it|he|she|they|that|there"
    r"|we)\b)[a-z'-]+ ){0,5}?(?-i:[A-Z])[\w'’.-]+(?: [\w'’.-]+){0,4}?(?:, (?:[^.;:,]"
    r"|\.(?=,)){3,60}){0,2},? on(?: (?-i:[A-Z])[\w-]+'s)?)"
)
# "said on the BBC's Today programme", "speaking on CNN".
ON_AIR = re.compile(
    r"\b(?:said|says|told|speaking|spoke|appear(?:ed|ing|ance)|interview(?:ed)?|asked|guest) on $",
    re.IGNORECASE,
)
EDITION_OF = in_front(r"on (?:\w+'s )?(?:broadcast|edition|episode|show|programme|program) of")
ON = re.compile(rf"(?:^|[,.] |\b(?:later|[Aa]nd|[Bb]ut|{DAY}) )[Oo]n $")
SPOKE_THERE = behind(
    rf"[^.;:,{MASK}]{{0,50}}(?:,|{MASK}+,?|(?= (?:he|she) )) (?:(?:he|she)"
    r"|[A-Z][\w.'’, -]{3,80}?|the [\w' -]{3,60}?) (?:(?:has|also|again|was|were) )?(?:said|says"
    r"|declined|told|asked|pressed|questioned|insisted|denied|refused|argued|claimed|admitted"
    r"|warned|confirmed|called|defended)\b"
)
