"""What outlets do when they tell the news, beyond "reported": classes of verbs and nouns.

Patterns on plain, masked text right behind a name (``…_BY``, ``…_TO``: in front of it), as in
``wordings``.
"""

import re

from liveblog.credits.grammar import (
    ADVERB,
    CLAUSE,
    DAY,
    DID,
    FINANCIAL,
    JOURNALISTS,
    REPORT,
    SHOW,
    SHOWN,
    WORK,
    behind,
    in_front,
)
from liveblog.credits.quotes import MASK

_MORE = r"(?: [\w'-]+){0,4}?"  # what stands between a verb and its noun


# What a newsroom gets hold of, and what it puts out.
_PAPERS = (
    r"(?:documents?|drafts?|cop(?:y|ies)|memos?|letters?|e-?mails?|recordings?|messages|evidence"
    r"|correspondence|filings?|records?|contracts?|transcripts?|reports?|plans?|proposals?|text"
    r"|statements?|files|audio|material|images|video|footage|photos|photographs|pictures"
    r"|screenshots?|summary|lists?|orders?|agreement|data|figures|minutes|presentation|logs"
    r"|papers|judge?ments?|rulings?|verdict|bills?|dossier|warrants?|certificates?|receipts|treaty"
    r"|deals?|accord|roadmap|communique|directive|circular|notice|versions?|passages?|excerpts"
    r"|extracts"
    r"|pages|audit|study|schedule|itinerary|spreadsheet|cables?|telegrams?|texts|posts|briefing"
    r"|pictures|guidance|chat|messages|invoices|complaint|indictment|note|readout|assessment)\b"
)
_OUTPUT = (
    rf"(?:{REPORT}|video|footage|interview|remarks|comments|statement|images?|pictures?|photo"
    r"|photographs?|account|headline|speech|address|line|quote|list|names|details|transcript"
    r"|text|plan|draft|copy|findings|figures|map|timeline|obituary|profile"
    r"|excerpts|extracts|messages?|texts?|chats?|allegations|claims|clip|recording|audio|documents?|letters?|e-?mails?)s?\b"
)
ITS_WORK = behind(
    rf"(?:'s?)? (?:own )?(?:(?!{FINANCIAL})[a-z][\w-]* ){{0,3}}?{WORK}"
    rf"(?:,? (?:of|into|on|in|by|from|for|at|published|carried out|released|based on)\b"
    rf"{CLAUSE}{{1,80}}?)?,?(?: also| now| earlier| later| has| have)? {SHOWN}"
)
# "projects that", "called the race", "had the scoop": news whatever follows.
TELLS_NEWS = behind(
    rf"{DID} (?:projects|projected|is projecting|forecasts?|predicts|predicted)"
    r" (?=that\b|the\b|an?\b|[A-Z])"
    rf"|{DID} (?:call(?:s|ed)?|is calling)"
    r" (?:the|this|that|every|both|it|all|\d+)(?: [\w.'-]+){0,3}?"
    r" (?:races?|elections?|contests?|votes?|seats?|results?|runoffs?|primary|states?|for)\b"
    rf"|{DID} (?:call(?:s|ed)?|declare[sd]?) (?:[A-Z][\w.'-]+ ){{1,4}}(?:for [A-Z]"
    r"|(?:as )?(?:the )?"
    r"(?:projected )?(?:winner|winning|victor|president-elect))"
    rf"|{DID} (?:had|has|have) (?:the|an) (?:scoop|exclusive|story)\b"
    rf"|{DID} understands(?= that\b)"
    rf"|{DID} understands (?!that\b|how\b|why\b|its?\b|the (?:concerns?|frustrations?|needs?|anger"
    r"|importance|risks?|sensitiv\w+|strength)\b)(?=[\w'’-]+ )"
    rf"|{DID} (?:is|are|was|were) (?:quoting|citing|showing|carrying|broadcasting|describing"
    r"|airing)\b(?! (?:its|an? ad))"
    rf"|{DID} (?:cited|cites) (?:(?:the|an?|its own|unnamed|two|three|several|local|one) )?"
    r"(?:[\w'-]+ ){0,4}?(?i:ministry|officials?|sources?|spokes\w+|police|authorit(?:y|ies)"
    r"|minister"
    r"|governor|department|agency|service|office|documents?|data|people|statement|diplomats?"
    r"|witnesses|residents|media|experts?|medics|officers?|lawyers?)\b"
    rf"|{DID} (?:carried|carries|ran|runs|led with|leads with|splash(?:es|ed) on|relayed|relays"
    rf"|released|shared|posted|published|aired|broadcast|showed|shows|printed|featured)"
    rf"(?! (?:its|their)\b|{_MORE} {FINANCIAL}\b){_MORE} {_OUTPUT}(?! (?:and|or) (?:jobs|staff))"
    rf"|{DID} (?:documented|detailed|details|identified) (?=the\b|how\b|an?\b|at\b|more\b|\d)"
    rf"|{DID} (?:describe[sd]?) (?=how\b|scenes?\b|the scene)"
    rf"|{DID} (?:puts?|gave|gives) (?:the|its) (?:[\w-]+ ){{0,3}}?"
    r"(?:toll|number|figure|total|count)\b"
    r"|(?:'s?)? (?:own )?sources? (?:said|says?|told|tells?|confirm(?:s|ed)?)\b"
    rf"|{DID} (?:showed|broadcast|aired) (?!{SHOW}|no\b|signs?\b|its\b|interest|little|restraint"
    r"|an? (?:loss"
    r"|profit|rise|fall|drop|surplus))(?=[\w'-]+ [\w'-]+)"
    rf"|{DID} (?:puts?|gave|gives) (?:the|it|them|this)(?: [\w-]+){{0,4}}? (?:at|as)"
    r" (?:(?:at least|about|around|more than|some|between|nearly|over|up to) )?(?:[$€£]?\d"
    r"|one\b|two\b"
    r"|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|half\b|a\b)"
    rf"|{DID} (?:has|have|had) [A-Z][\w'-]+(?: [A-Z][\w'-]+)? (?:ahead|leading|winning|up|at"
    r"|on|level"
    r"|trailing|behind|in front)\b"
    rf"|{DID} (?:says|said|reports|reported) (?:that )?(?:it|its (?:own )?(?:reporters?"
    r"|journalists?"
    r"|correspondents?|teams?|sources)|they|they've|it's) (?:(?:has|have|had|also) ){0,2}(?:seen"
    r"|obtained|reviewed|learn(?:ed|t)|spoke(?:n)?|verified|confirmed|heard|been (?:told|shown"
    r"|given)"
    r"|analy[sz]ed|counted|viewed|examined|was told|understands|understood|saw|interviewed)\b"
    r"| (?:has|have|had) (?:also )?(?:seen|obtained|reviewed|viewed|verified|heard)(?=[.,;]|$)"
    r"| can (?:now |exclusively )?(?:reveal|confirm|report|disclose)\b"
    r"| (?:was|were|is|are) able to (?:independently )?(?:verify|confirm|establish|determine"
    r"|geolocate|identify)"
    rf"|{DID}(?: independently)? (?:verified|authenticated|geolocated|corroborated)\b"
    r"| with (?:more|the (?:details|story|latest)|this)\b"
    rf"|{DID} declare[sd]? (?:the )?(?:[\w.'-]+ ){{1,5}}?(?:the |as )?(?:winner|victor"
    r"|president-elect)s?\b"
    rf"|{DID} (?:claims?|claimed|says?) to have (?:found|seen|obtained|reviewed|spoken)\b"
    rf"|{DID} (?:speaks?|spoke) of (?=(?:at least|about|around|more than|some|up to|an?|the|two"
    r"|three|four|five|several|dozens|hundreds|\d+)\b)"
    rf"|{DID} named the (?:victims?|suspects?|dead|gunman|man|woman|officer|attacker|shooter)\b"
    rf"|{DID} (?:(?:seen|viewed|obtained|reviewed|heard|examined|analy[sz]ed|got hold of)"
    rf"|been (?:shown|sent|given|passed|handed|played)|(?:was|were) (?:shown|sent|given|passed"
    rf"|handed|played)){_MORE} {_PAPERS}"
    r"| (?:was|were|is|are) among (?:the )?(?:outlets|media|first|those|several)(?: [\w-]+){0,3}?"
    r" (?:that|to|which|reporting) ?(?:report(?:ed|s)?)?\b"
)
# "spoke to two residents": what follows is what they were told.
SPOKE = behind(
    rf"{DID} reached (?=[\w' -]{{1,60}}? by (?:tele)?phone)"
    rf"|{DID} (?:(?:spoke|spoken|talked|(?:(?:is|was|were|are|been) )(?:speaking|talking|hearing)"
    r"|caught up|sat down|chatted|met up) (?:to|with|from)|heard from|interviewed)\b"
    r"(?! (?:its|regulators|investors|police|prosecutors|lawyers)\b)"
)
# "with X reporting", where the rest of the sentence is somebody else's
WITH = re.compile(r"\b(?:with|and|while|despite) $")
REPORTING = behind(
    rf"{DID} (?:reporting|estimating|saying|quoting|citing|putting|projecting|describing|noting"
    r"|adding|claiming|suggesting|calling the race)\b"
)
# "the version given by X, which reported that"
WHICH = behind(
    rf", which{ADVERB} (?:reported|reports|broke the (?:news|story)|said|says|cited|quoted"
    r"|published|revealed|obtained|has seen|had seen|saw)\b(?! (?:it|its|that it|on its)\b)"
)
# "a report that X published"
THAT = re.compile(r"\b(?:which|that|what) $")
PUBLISHED = behind(
    rf"{DID} (?:published|aired|broadcast|reported|reports|revealed|obtained|released|reviewed"
    r"|seen"
    r"|verified|broke|posted|shared|carried|showed|printed|ran|quoted|cited|called|described"
    r"|dubbed|termed)\b"
)
APPOSITION = re.compile(
    rf" [-–—] [^.;:–—{MASK}]{{3,80}} [-–—](?= )|"
    rf", (?!who\b)(?:[a-z][^.;:,{MASK}]{{3,80}}|[A-Z][^.;:,{MASK}]{{1,40}} (?:of|in|for)"
    rf" [^.;:,{MASK}]{{1,40}}),"
)
# "Portugal's national news agency, X, reported"
WHAT_IT_IS = re.compile(
    r"\b(?:agency|broadcaster|newspaper|daily|outlet|network|service|website|channel|magazine"
    r"|station|paper|weekly|news site), $"
)
WHAT_IT_IS_IN_FRONT = re.compile(
    r"(?:the|an?) [\w' -]{3,40}?(?:agency|broadcaster|newspaper|daily|outlet|network|channel"
    r"|magazine|station|weekly|tabloid) $"
)
ENDS_THERE = re.compile(r"[.,;)]|\s*$")
WHAT_IT_IS_BEHIND = re.compile(
    r"(?:the|an?|its|his|her|their) [\w -]{0,40}?(?:agency|broadcaster|newspaper|daily|outlet"
    r"|network|service|website|channel|magazine|station|weekly), $"
)
# "the Russian Service", "Newsnight": part of the house, in front of its verb.
UNIT = re.compile(
    r"'?s? (?:[A-Z][\w.-]* ){0,4}?(?:[Ss]ervice|[Tt]eams?|desk|[Bb]ureau|[Pp]rogramme?|[Uu]nit"
    r"|channel|edition|show|newsroom|partners?|affiliate|crew|network|newsletter|podcast|blog"
    r"|correspondents?)\b"
    r"|'s? (?P<person>[A-Z\d][\w.'-]*(?: [A-Z\d][\w.'-]*){0,3})(?=,? [a-z])"
)
# "and Sky TG24" behind a known name, in front of their common verb; and the other way round.
AND_ANOTHER = re.compile(
    r",? (?:and|among) (?:many )?others,?(?= [a-z])|"
    r",? (?:and|among|as well as) (?:(?:several|other|some|many|more) ){1,2}(?:[\w-]+ ){0,3}?"
    r"(?:media|outlets|agencies|newspapers|broadcasters|channels|papers|organi[sz]ations"
    r"|others)(?=,? [a-z])|"
    r"(?:,? and|,? as well as|,? along with|,? together with|, | &|/)"
    r" ?(?:[a-z-]+ ){0,4}?(?:[A-Z][\w'.-]*)(?: [A-Z\d][\w'.-]*){0,3}"
    r"(?:,? and (?:[a-z-]+ ){0,4}?(?:[A-Z][\w'.-]*)(?: [A-Z\d][\w'.-]*){0,3})?(?=,? [a-z])"
)
ANOTHER_AND = re.compile(
    rf"[,{MASK}] (?:[a-z-]+ ){{0,4}}?(?:[A-Z][\w'.-]*)(?: [A-Z\d][\w'.-]*){{0,3}}"
    r"(?:, (?:[a-z-]+ )?[A-Z][\w'.-]*(?: [A-Z\d][\w'.-]*){0,3}){0,3}"
    r"(?:,? and|,? as well as|,? along with|/) ?$"
)

# "our colleague Jane Doe at X", in front of what she wrote.
SOMEBODY_AT = re.compile(
    r"(?<!former )\b(?:[Cc]olleagues?|[Rr]eporters?|[Cc]orrespondents?|[Jj]ournalists?"
    r"|[Ee]ditor|producers?"
    r"|photographers?|teams?|crews?|friends|[Ff]act-checkers|analysts"
    r"|[Ww]itness(?:es)?)"
    r"(?: (?:[A-Z][\w'-]*)){0,3},? (?:at|of|from|for|with|over at) $"
)
SAW_IT = behind(
    r"(?:, who [^.;:]{3,80},)? (?:(?:has|have|who|also|just|there|here|now) ){0,3}"
    r"(?:report(?:s|ed|ing)?|writ(?:es|ten|e)|wrote|says?"
    r"|saw|heard|counted|witnessed|been (?:reporting|following|covering|looking|speaking)"
    r"|spoke|spoken|observed|noted|watched|described|visited|filmed|photographed|confirmed"
    r"|explains?|looks? at|(?:has|have) (?:more|this|an?|the(?! latest)))\b(?! missing)"
)

# The governor is quoted, whatever he said.
QUOTED_SOMEBODY = behind(
    rf"{DID} (?:quotes|quoted|(?:is|was|are|were) quoting) (?:him|her|them"
    r"|[A-Z][\w'-]+ [A-Z][\w'-]+"
    r"|(?:[\w'-]+ ){0,5}?(?i:ministry|officials?|sources?|spokes\w+|police|authorit(?:y|ies)"
    r"|minister"
    r"|governor|president|mayor|department|service|office|statement|diplomats?|witness(?:es)?"
    r"|residents?"
    r"|medics?|officers?|lawyers?|general|commander|chief|head|director))\b"
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
    r"|gathered|unearthed|exposed|broken|detailed|streamed|printed|leaked|captured) (?:by|on)"
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
    r"|disclosed|refuted|rejected|disputed|dismissed|defended|clarified"
    r"|admitted)(?: (?!(?:move|transfer|return|switch|appointment|sale|links?"
    r"|ties)\b)[\w'-]+){1,5}? to"
    r"|(?:signal(?:ed|led|s)|complained|admitted|explained|described|recalled|insisted|denied|conceded|confided"
    r"|vented|stressed|repeated|indicated|hinted|suggested|remarked|commented|cautioned|joked"
    r"|lamented|reiterated|argued)"
    r"(?: (?:it|this|that|as much))? to"
    r"|(?:statements?|comments|remarks|e-?mails?|messages?|note|posts?|answers|replies)"
    r" (?:shared with|sent to|provided to|given to|made to|read to|to|for)"
    r"|(?:spoke|spoken|speaking|talking|talked)(?: [\w-]+){1,6}? (?:to|with)"
    r"|(?<!declined an )(?<!canceled an )(?<!refused an )(?<!cancelled an )"
    r"(?:interview|conversation|phone call|exchange|Q&A|sit-down)(?: [\w-]+){1,3}? (?:with|for)"
    r"|(?:appear(?:ed|ing|ance)|speaking|spoke|said|interviewed|guest)(?: [\w-]+){0,3}? on"
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
