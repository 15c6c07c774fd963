"""What others do with an outlet: they tell it, give it, publish there, say it on its air.

Patterns on plain, masked text in front of a name, and what must or must not follow it.
"""

import re

from liveblog.credits.grammar import DAY, JOURNALISTS, REPORT, WHEN, behind, in_front
from liveblog.credits.quotes import MASK

# Last of it: "told Jane Doe, the host of X's".
TOLD = in_front(
    r"(?:(?:told|tells?|says?) to|wrote(?: in an e-?mail)? to|told(?: \w+day's)? edition of|told"
    r"|tells?|telling|advised|inform(?:ed|s|ing)|assur(?:ed|ing)|texted|messaged|e-?mailed"
    r"|(?:sources?|officials?) (?:also )?shared with"
    r"|(?:agreed to (?:speak|talk)|(?<!of )(?<!in )(?<!hold )(?<!held )talks|speaks|spoke"
    r"|speaking|spoken|talked|talking) (?:to|with)"
    r"|(?:sat|sits?|sitting) down(?: for an? [\w-]+(?: [\w-]+)?)? with"
    r"|interview for \w+day's edition of"
    r"|(?<!full )(?<!declined an )(?<!declined )(?<!refused an )(?<!refused )(?<!canceled an"
    r" )interview(?:s"
    r"|ed)?(?: (?:with|to|for|by|on|(?<= an interview )in|(?<= recent interview )in"
    r"|(?:that (?:was )?)?(?:published|broadcast|televised|screened|aired|shown|carried"
    r"|circulated|distributed|released|posted|shared)(?: [\w-]+){0,8}? (?:by|in|on|of))"
    r"|(?: [\w'.-]+){1,6}? (?:gave|given|granted) (?:to|with))"
    r"|(?:confirmed|confirms|disclosed|revealed"
    r"|acknowledged)(?: (?:as much|it|this|that|by (?:letter|e-?mail|text)|in writing"
    r"|the (?:[\w-]+ ){1,3}?))? ?to|said to|(?:comments?|remarks"
    r"|statements?)(?: (?:made|released|issued|sent|provided|given"
    r"|e-?mailed))? (?:by [^.;:,]{3,60}(?:, [^.;:,]{3,60},)? )(?:to|on)"
    r"|(?:(?<!to )comments?|remarks),? to"
    r"|(?:(?<!to )comments?|remarks|an? (?:[\w-]+ )?(?:statement|letter|e-?mail|message|tweet"
    r"|text|text message))(?: sent| given| e-?mailed| provided| issued| released)? (?:to"
    r"|(?<=comment )for|(?<=comments )for|(?<=remarks )for)"
    r"|(?:statement|message|letter|e-?mail|communiqu[eé]|call)s? (?:[\w-]+ ){0,3}?received by"
    r"|made (?:the|his|her|their|these|those) (?:comments|remarks) (?:on|in|to|during)"
    r"|(?:who|he|she|they) (?:also |later |then )?appear(?:ed|s) on"
    r"|(?:an?|the|by|their|his|her) (?:[\w-]+ )?(?:call|conversation|chat|briefing|exchange"
    r"|phone) (?:with|to)"
    r"|(?<!not )(?<!n't )(?<!refused to )(?<!declined to )(?<!refusing to )(?:answers?"
    r"|repl(?:y|ies)|responses?|respond(?:ed|ing)"
    r"|answer(?:ed|ing)) (?:to )?(?:[\w-]+ ){0,2}(?:questions?|quer(?:y|ies)|inquiry"
    r"|inquiries) (?:from|by|put by|sent by)|(?-i:When) (?:reached|contacted|asked) by"
    r"|(?<!not be )(?<!be )(?:reached|contacted)(?: (?:by|via|over|on)(?: [\w-]+){1,3}?)? by"
    r"|(?:asked|questioned|interviewed|pressed|(?<=experts )consulted|(?<=analysts )consulted"
    r"|(?<=lawyers )consulted|(?<=officials )consulted|(?<=sources )consulted"
    r"|(?<=scientists )consulted)(?: about it)? by"
    r"|(?:told|tells|telling|(?:speaking|spoke|talking|talked|said"
    r"|interview)(?: [\w-]+){0,3}? (?:to|with)"
    r"|(?:interviewed|asked) by)(?: (?-i:[A-Z])[\w'.-]+){1,4}, (?:the "
    r"|an? )?(?:[\w-]+ ){0,3}(?:co-)?(?:host|anchor|presenter|moderator|correspondent|reporter"
    r"|journalist|editor|columnist) (?:of|for|at|from|with|on))"
)
# "Analysts polled by X said"; not "the median of ten dealers polled by X"
POLLED = in_front(
    r"(?:economists|analysts|traders|experts|strategists|dealers|brokers|forecasters|voters"
    r"|lawyers)(?: recently)? (?:polled|surveyed|canvassed) by"
)
IN_SUM = behind(r"(?! (?:said|say|told)\b)")
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
    r"|(?:'s)? (?:(?!(?:that|the|an?|this|its|his|her|their)\b)[\w-]+ )?(?:report|story|article"
    r"|investigation|segment)\b|,? (?:(?:which|that) )?(?:had been|was|is|has been) (?:planned"
    r"|due|scheduled|put off|postponed|cancell?ed|called off|cut short)\b"
    r"| (?:affiliate|station|outlet|requests?|subsidiary|sister (?:station|paper|site)"
    r"|(?:news|press) conference)\b|(?:'s)? (?:President|Chairman|Chairwoman|CEO"
    r"|Chief(?! (?:[A-Z]\w+ ){0,2}(?:[Aa]nchor|[Cc]orrespondent|[Rr]eporter|[Ww]riter))|Director"
    r"|Editor)\b|(?:'s)?(?:(?: (?:reporter|correspondent|journalist|anchor|host"
    r"|crew)s?)?(?: in [A-Z]\w+)? (?:not )?to (?!(?:talk|discuss|speak|explain|clarify|elaborate"
    rf"|assess|share|reflect|chat)\b)[a-z]+\b(?! [A-Z])| to {MASK}"
    r"| (?:that )?it (?:must|should|has to|had to|could no longer"
    r"| would be (?:fined|closed|expelled|banned|sued))"
    r"| (?:(?!(?:the|an?|his|her|its|their|that|some|most)\b)\w+ )?(?:staff|employees|management"
    r"|workers|executives|lawyers|bosses|shareholders|investors|owners?|headquarters)\b)"
)
# "according to Channel One partner X"
AFFILIATE_OF = re.compile(
    r"(?<![\w'.])(?:the )?(?:[A-Z][\w.]*(?:'s)? ){1,3}(?:news |media |broadcast )?(?:affiliate"
    r"|partner|sister (?:station|network|paper)),? $"
)
# "told The Morrow Gazette and X that"
STRANGER_AND = re.compile(
    r"(?:[Tt]he )?[A-Z][\w'.-]*(?: (?:of )?[A-Z][\w'.-]*){0,3},? and (?:(?:the|an?"
    r"|its) )?(?:[A-Z]\w+ )?$"
)
NO_VERB = behind(
    rf"[.,;:)]|\s*$| (?:on|in|at|that|last|this|late|earlier|he|she|they|it|the|{DAY})\b"
)
AFFILIATE = behind(r"(?:'s)? (?:local |(?:[A-Z]\w+ ){1,3})?(?:affiliate|station|partner)s?\b")
# "gave X additional details"
GAVE = in_front(r"(?:gave|given|giving|gives|offered|granted|provided|sent|handed)(?: only)?")
WORDS = behind(
    r" (?:an?|the|her|his|their|its|additional|further|more|some|new|exclusive|conflicting"
    r"|different)(?: [\w-]+){0,2}? (?:details?|interview|statement|account|comment|response|reply"
    r"|version|description|information|assurances?|answer|explanation)s?\b"
)
IN_ITS_PAGES = re.compile(r"(?:^|[.!?] )(?:In|On) $")
IS_QUOTED = behind(r", [^.;]{3,100}? (?:is|was|are|were) (?:quoted|cited)\b")
# "provided X with the details of"
SUPPLIED = in_front(r"(?:provided|supplied|furnished|presented)")
WITH_WORDS = behind(
    r" with (?:[\w-]+ ){0,3}?(?:details?|statement|account|information|list|answers?|explanation"
    r"|comment|version|description)\b"
)
# "replying to an X query"
IN_ANSWER = in_front(
    r"(?:answer(?:s|ed|ing)?|(?:in (?:answer|reply|response)|repl(?:y|ies|ied|ying)"
    r"|respond(?:s|ed|ing)?|comment(?:s|ed|ing)? in response) to)"
)
QUERY = behind(r"(?:'s?)? (?:quer(?:y|ies)|questions?|inquir(?:y|ies))\b")
# "in a BBC interview"
IN_AN = in_front(
    r"(?:in|during|from|on|for)(?: an?| the| his| her"
    r"| their)?(?: (?:recent|exclusive|live|earlier|separate|brief|rare|new|previous|joint"
    r"|lengthy|wide-ranging|telephone|phone|television|TV|radio"
    r"|(?:(?:January|February|March|April|May|June|July|August|September|October|November"
    rf"|December)(?: \d{{1,2}},?)? ?)?\d{{4}}|{DAY}(?:'s)?))*"
)
INTERVIEW = behind(
    r"(?:'s?)? (?:[\w'-]+ ){0,3}?(?:interview|appearance|conversation|phone-in|Q&A)\b"
)
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
    r"|recorded|filmed|heard|polled|surveyed|canvassed|interviewed|provided|translated|gathered"
    r"|unearthed|exposed|consulted|broken|detailed|streamed|printed|leaked|captured|outlined"
    r"|described|recounted|chronicled|laid out|set out|likened|compared|dubbed|labell?ed|dropped"
    r"|flashed|(?<!programmes )(?<!programs )running|branded|hailed|rumou?red|suggested|claimed"
    r"|alleged|discovered|predicted|forecast|estimated) (?:by|on)"
    r"|(?:dubbed|called|labell?ed|termed|described as)(?: an?| the)? ¤+ by"
    r"|(?<!images )(?<!photos )(?<!pictures )courtesy of|thanks to|with thanks to"
)
GIVEN_TO = in_front(
    r"(?:(?:shared|gave|sent|showed)(?: [\w'-]+){0,5}? (?:videos?|footage|photos?|pictures|images"
    r"|documents?|messages|e-?mails?|recordings?|letters?|details|evidence|data|screenshots"
    r"|copies)(?: of [\w' -]{3,60}?)?|leaked|copied|mailed|sent|handed|shared|passed|provided"
    r"|supplied|made available|shown|released|forwarded|given exclusively"
    r"|handed over) (?:exclusively |first |anonymously )?(?:to|with)"
)
# "an op-ed for X", "on the front page of X"; who merely "wrote in X" is no report of it.
WROTE_IN = in_front(
    r"(?:revelations?|reports?|stories|disclosures?|details) (?:from|in"
    r"|by) [^.;:]{0,50}(?:newspapers|outlets|papers|media|agencies|broadcasters),"
    r"|the publication by|(?:(?<!watch )(?:an?|the|his|her|their|its"
    rf"|this) (?:(?!(?:be|is|are|was|were)\b)[\w-]+ ){{0,3}}{REPORT}(?: (?!(?:will|is|was"
    r"|be)\b)[\w-]+){0,3}? (?:in|for|on)|(?:published"
    r"|(?<!have )appear(?:ed|ing|s))(?: [\w-]+){0,3}? in"
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
    r"|voiced|verified|disclosed|refuted|rejected|disputed|dismissed|defended|clarified"
    r"|admitted)(?: (?!(?:move|transfer|return|switch|appointment|sale|links?"
    r"|ties)\b)[\w'-]+){1,5}? to|(?:signal(?:ed|led|s)|complained|admitted|explained|described"
    r"|recalled|recounted|insisted|denied|conceded|confided|vented|stressed|repeated|indicated"
    r"|hinted|suggested|remarked|commented|cautioned|joked|lamented|reiterated|argued|claimed"
    r"|stated|alleged|declared|asserted|maintained|boasted|predicted|estimated|noted|observed"
    r"|pointed out|told|clarified|emphasi[sz]ed|underlined|opined|hailed|promised|pledged"
    r"|apologi[sz]ed|testified)(?: (?:it|this|that|as much))? to"
    r"|(?:statements?|comments|remarks|e-?mails?|messages?|note|posts?|answers|replies"
    r"|response) (?:shared with|sent to|provided to|given to|made to|read to|to|for)"
    r"|(?:spoke|spoken|speaking|talking(?! points)|talked)(?: [\w-]+){1,6}? (?:to|with)"
    r"|(?<!declined an )(?<!canceled an )(?<!refused an )(?<!cancelled an )(?:interview"
    r"|conversation|phone call|exchange|Q&A|sit-down)(?: [\w-]+){1,3}? (?:with|for|on)"
    r"|(?:appear(?:ed|ing)|(?:in|during) (?:an?|the|his|her|their) (?:[\w.-]+ ){0,3}appearance"
    r"|speaking|spoke|interviewed|guest|went|goes|hit back|fired back|responded|replied|insisted"
    r"|conceded|going)(?: [\w-]+){0,3}? on(?: (?-i:[A-Z])\w+)?"
    r"|(?:said|says|clarified|explained|argued|claimed|suggested|acknowledged|admitted|added"
    rf"|stated|announced|denied|told|appeared|warned){WHEN} on"
    rf"|(?<=[,{MASK}] )shared (?:[\w'’.-]+ ){{1,8}}?with"
    rf"|(?<=[,{MASK}–—-] )(?:said|told) (?:(?!(?:it|he|she|they|that|there"
    rf"|we)\b)[\w'’.-]+,? ){{1,12}}?to|(?<=[,{MASK}] )said (?:the|an?|his|her"
    r"|its) (?:(?!(?:was|were|after|that|had|would|before|has|is|in|to|and)\b)[\w'-]+ ){1,5}on"
    r"|(?:said|told|gave) (?:this |it |that )?(?:to )?(?:an?|the) (?:correspondent|reporter"
    rf"|journalist) (?:of|from|for)|puts? it (?:on|in)|(?<={MASK} )(?:he|she) asked"
    rf"|said[:,]? ?{MASK}+,? on|(?:pressed|asked|challenged|questioned|quizzed"
    rf"|grilled)(?: [a-z]+ly)? on|(?:statement|comments?|remarks|e-?mail|message)(?:{WHEN})+ to"
    r"|(?:statement|note|e-?mail|letter|message)(?: [\w-]+){0,4}? (?:that )?was (?:sent|given"
    r"|provided|e-?mailed) to|responded to (?:an? |the |our )?requests? for (?:comment"
    r"|information|clarification)s? (?:from|by)"
    r"|(?:told|telling) (?:an?|the) group of [\w' -]{3,40},? including"
    r"|(?:admitting|explaining|insisting|complaining|suggesting|stressing|noting|confirming"
    r"|saying|denying|claiming|arguing|describing \w+)(?: (?:it|this|that))? to"
    r"|discuss(?:ed|es|ing)(?: [\w'-]+){1,5} with"
    rf"|(?<={MASK} )(?:he|she|they|(?-i:[A-Z])[\w'-]*(?: (?-i:[A-Z])[\w'-]*){{0,3}}) [a-z]+ed to"
    rf"|(?:(?<=[,.!?{MASK}] )|^)(?:said|added|adds"
    r"|says) (?:(?!(?:it|he|she|they|that|there"
    r"|we)\b)[a-z'-]+ ){0,5}?(?-i:[A-Z])[\w'’.-]+(?: [\w'’.-]+){0,4}?(?:, (?:[^.;:,]"
    r"|\.(?=,)){3,60}){0,2},? on(?: (?-i:[A-Z])[\w-]+'s)?)"
)
# "said on the BBC's Today programme", "speaking on CNN".
ON_AIR = re.compile(
    r"\b(?:defended|discussed|explained|dismissed|disputed) (?:[\w'-]+ ){1,5}on $"
    r"|\b(?:said|says|saying|suggest(?:ed|ing)|claim(?:ed|ing)|jok(?:ed|ing)|hint(?:ed|ing)|added"
    r"|adds|exclaimed|(?<!was )(?<!were )announced|revealed|declared|argu(?:ed|ing)"
    r"|insist(?:ed|ing)|warn(?:ed|ing)|told|telling|speaking|spoke|appear(?:ed|ing)"
    r"|interview(?:ed)?|asked|guest) on $",
    re.IGNORECASE,
)
# "“No doubt.” — X's “Morning”", "Doe was on X's “Morning”"
BEHIND_A_QUOTE = re.compile(
    rf"[{MASK}\"”] [—–-]+ (?:{DAY} on )?$|\b[A-Z][\w'-]+ (?:was|is|went) on $"
)
ITS_SHOW = behind(rf"'s? {MASK}")
EDITION_OF = in_front(
    r"on (?:an? |the |\w+'s )?(?:[a-z-]+ )?(?:broadcast|edition|episode|show|programme|program) of"
)
ON = re.compile(rf"(?:^|[,.] |\b(?:[Ll]ater|[Ee]arlier|when|[Aa]nd|[Bb]ut|{DAY}) )[Oo]n $")
SPOKE_THERE = behind(
    rf"[^.;:,{MASK}]{{0,50}}(?:,|{MASK}+(?: [^.;:,{MASK}]{{1,30}})?,?"
    r"|(?= (?:he|she) )) (?:(?:he|she)|[A-Z][\w.'’, -]{3,80}?"
    r"|the [\w' -]{3,60}?) (?:(?:has|also|again|was|were) )?(?:said|says|declined|told|asked"
    r"|pressed|questioned|insisted|denied|refused|argued|claimed|admitted|warned|confirmed|called"
    r"|defended)\b"
)
