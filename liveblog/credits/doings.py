"""What outlets do when they tell the news, beyond "reported": classes of verbs and nouns.

Patterns on plain, masked text right behind a name (``…_BY``, ``…_TO``: in front of it), as in
``wordings``.
"""

import re

from liveblog.credits.grammar import (
    ADVERB,
    CLAUSE,
    DID,
    FINANCIAL,
    REPORT,
    SHOW,
    SHOWN,
    WORK,
    behind,
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
    r"|excerpts|extracts|messages?|texts?|chats?|allegations|claims|clip|recording|audio"
    r"|documents?|letters?|e-?mails?)s?\b"
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
    rf"|{DID} call(?:s|ed)? (?:[A-Z][\w.'-]+ )(?:[\w.'-]+ ){{0,4}}?for (?:[a-z-]+ ){{0,3}}[A-Z]"
    rf"|{DID} (?:call(?:s|ed)?|declare[sd]?) (?:[A-Z][\w.'-]+ ){{1,4}}(?:for [A-Z]"
    r"|(?:as )?(?:the )?"
    r"(?:projected )?(?:winner|winning|victor|president-elect))"
    rf"|{DID} (?:lead(?:s)?|led|(?:is|are) leading) (?:on|with)\b(?! \d)"
    rf"|{DID} (?:had|has|have) (?:the|an) (?:scoop|exclusive|story)\b"
    rf"|{DID} made (?:the same|that|the) call\b"
    rf"|{DID} (?:published|posted|released|shared|obtained) what (?:it|they) (?:say|describe|call)"
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
    rf"|released|shared|posted|published|aired|broadcast|showed|shows|shown|printed|featured)"
    rf"(?! (?:its|their)\b|{_MORE} {FINANCIAL}\b){_MORE} {_OUTPUT}(?! (?:and|or) (?:jobs|staff))"
    rf"|{DID} (?:documented|detailed|details|identified) (?=the\b|how\b|an?\b|at\b|more\b|\d)"
    rf"|{DID} (?:describe[sd]?) (?=how\b|scenes?\b|the scene)"
    rf"|{DID} (?:puts?|gave|gives|is putting|are putting|is giving) (?:the"
    rf"|its) (?:[\w-]+ ){{0,3}}?"
    r"(?:toll|number|figure|total|count)\b"
    r"|(?:'s?)? (?:own )?sources? (?:said|says?|told|tells?|confirm(?:s|ed)?|had it)\b"
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
    r"| (?:was|were|is|are)(?: also)? able to (?:independently )?(?:note|observe|see|count|hear"
    r"|verify|confirm|establish|determine"
    r"|geolocate|identify)"
    rf"|{DID}(?: independently)? (?:verified|authenticated|geolocated|corroborated)\b"
    r"| with (?:more|the (?:details|story|latest)|this)\b"
    rf"|{DID} declare[sd]? (?:the )?(?:[\w.'-]+ ){{1,5}}?(?:the |as )?(?:winner|victor"
    r"|president-elect)s?\b"
    rf"|{DID} (?:claims?|claimed|says?) to have (?:found|seen|obtained|reviewed|spoken|access|got"
    rf"|heard)\b"
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
IT_WAS = re.compile(r"(?:^|[.!?] )It was $")
WHO_DID = behind(r" (?:that|which|who) (?:first )?(?:broke|reported|revealed|published|obtained)\b")
THAT = re.compile(r"\b(?:which|that|what) $")
PUBLISHED = behind(
    rf"{DID} (?:published|aired|broadcast|reported|reports|revealed|obtained|released|reviewed"
    r"|seen"
    r"|written|claimed|said (?:was|were|had|has|have|is|are|would|will)|verified|broke|posted"
    r"|shared|carried"
    r"|showed|printed|ran|quoted|cited|called|calls|is calling|described|describes"
    r"|dubbed|termed)\b"
)
APPOSITION = re.compile(
    rf" [-–—] [^.;:–—{MASK}]{{3,80}} [-–—](?= )|"
    rf", (?!who\b)(?:whose [^.;:,]{{3,80}}|[a-z][^.;:,{MASK}]{{3,80}}"
    rf"|[A-Z][^.;:,{MASK}]{{1,40}} (?:of|in|for)"
    rf" [^.;:,{MASK}]{{1,40}}|[A-Z][^.;:,{MASK}]{{3,60}} (?:agency|broadcaster|newspaper|daily"
    rf"|outlet"
    r"|network|channel|magazine|station|weekly|service)),"
    r"|, (?:the|an?|its) [\w' -]{3,50}?(?:agency|broadcaster|newspaper|daily|channel|network)"
    r"(?= (?:reported|said|says|reports))"
)
# "Portugal's national news agency, X, reported"
WHAT_IT_IS = re.compile(
    r"\b(?:newsrooms|outlets|newspapers|partners|agency|broadcaster|newspaper|daily|outlet"
    r"|network|service|website|channel|magazine"
    r"|station|paper|weekly|news site), $"
)
WHAT_IT_IS_IN_FRONT = re.compile(
    r"(?:the|an?) [\w' -]{3,40}?(?:agency|broadcaster|newspaper|daily|outlet|network|channel"
    r"|magazine|station|weekly|tabloid) $"
)
ENDS_THERE = re.compile(r"[.,;)]|\s*$")
WHAT_IT_IS_BEHIND = re.compile(
    r"(?:the|an?|its|his|her|their|[A-Z]\w+'s) [\w -]{0,40}?(?:agency|broadcaster|newspaper|daily"
    r"|outlet"
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
    r"|websites|sites|dailies|weeklies|stations|portals|others)(?=,? [a-z])|"
    r",? (?:and|together with|along with|as well as) (?:an?|another) [\w' -]{2,40}?(?:weekly|daily"
    r"|newspaper|paper|magazine|agency|broadcaster|channel|outlet|outfit|site|station|website"
    r"|publication|researchers)(?=,? [a-z])|"
    r", [A-Z][\w'.-]*(?: [A-Z\d][\w'.-]*){0,3},? and (?:(?:several|other|some|many|more) ){1,2}"
    r"(?:[\w-]+ ){0,3}?(?:media|outlets|agencies|newspapers|broadcasters|channels|papers"
    r"|organi[sz]ations)(?=,? [a-z])|"
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
    r"|photographers?|teams?|crews?|friends|[Ff]act-checkers|analysts|[Ss]ervice|[Bb]ureau|desk"
    r"|edition|branch|arm|website"
    r"|[Ww]itness(?:es)?)"
    r"(?: (?:[A-Z][\w'-]*)){0,3},? (?:at|of|from|for|with|over at) $"
)
SAW_IT = behind(
    r"(?:,(?= (?:reported|said|wrote|reports)\b))?(?:, who [^.;:]{3,80},)? (?:(?:has|have|who"
    r"|also|just|there|here|now) ){0,3}"
    r"(?:report(?:s|ed|ing)?|writ(?:es|ten|e)|wrote|says?"
    r"|saw|heard|counted|witnessed|been (?:reporting|following|covering|looking|speaking)"
    r"|spoke|spoken|observed|noted|watched|described|visited|filmed|photographed|confirmed"
    r"|explains?|looks? at|with (?:more|this|the (?:latest|details))|said(?! (?:that )?(?:he|she"
    r"|it|they|his|her|its|their|the (?:agency"
    r"|paper"
    r"|newspaper|network|channel|company))\b)|(?:has|have) (?:more|this|an?"
    r"|the(?! latest)))\b(?! missing)"
)

# The governor is quoted, whatever he said.
QUOTED_SOMEBODY = behind(
    rf"{DID} (?:quotes|quoted|cites|cited|(?:is|was|are|were) (?:quoting|citing)) (?:him|her|them"
    r"|[A-Z][\w'-]+ [A-Z][\w'-]+|[A-Z][\w'-]+(?=[.,;]|$)"
    r"|(?:[\w'-]+ ){0,5}?(?i:ministry|officials?|sources?|spokes\w+|police|authorit(?:y|ies)"
    r"|minister"
    r"|governor|president|mayor|department|service|media|reports|office|statement|diplomats?"
    r"|witness(?:es)?|people"
    r"|residents?"
    r"|medics?|officers?|lawyers?|general|commander|chief|head|director))\b"
    r"(?! (?:documents?|data|report|figures|letter|memo)\b)"
)
