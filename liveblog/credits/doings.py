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

_MORE = r"(?: [\w'-]+){0,6}?"  # what stands between a verb and its noun


# What a newsroom gets hold of, and what it puts out.
_PAPERS = (
    r"(?:documents?|drafts?|cop(?:y|ies)|memos?|letters?|e-?mails?|recordings?|messages|evidence"
    r"|correspondence|filings?|records?|contracts?|transcripts?|reports?|plans?|proposals?|text"
    r"|statements?|files|audio|material|images|video|footage|photos|photographs|pictures"
    r"|screenshots?|summary|lists?|orders?|agreement|data|figures|minutes|presentation|logs"
    r"|papers|judge?ments?|rulings?|verdict|bills?|dossier|warrants?|certificates?|receipts"
    r"|treaty|deals?|accord|roadmap|communique|directive|circular|notice|versions?|passages?"
    r"|excerpts|extracts|pages|audit|study|schedule|itinerary|spreadsheet|cables?|telegrams?"
    r"|texts|posts|briefing|pictures|guidance|chat|messages|invoices|complaint|indictment|note"
    r"|readout|assessment)\b"
)
_OUTPUT = (
    rf"(?:{REPORT}|video|footage|interview|remarks|comments|statement|images?|pictures?|photo"
    r"|photographs?|account|headline|speech|address|line|quote|list|names|details|transcript|text"
    r"|plan|draft|copy|findings|figures|map|timeline|obituary|profile|excerpts|extracts|messages?"
    r"|pages|records|returns|texts?|chats?|allegations|claims|clip|recording|audio|documents?"
    r"|letters?|e-?mails?)s?\b"
)
ITS_WORK = behind(
    rf"(?:'s?)? (?:own )?(?:(?!{FINANCIAL})[A-Za-z][\w-]* ){{0,4}}?{WORK}(?:,? (?:of|into|on|in|by"
    rf"|from|for|at|published|carried out|released|based on)\b{CLAUSE}{{1,80}}?)?,?(?: also| now"
    rf"| earlier| later| has| have)? {SHOWN}"
)
# "projects that", "called the race", "had the scoop": news whatever follows.
TELLS_NEWS = behind(
    rf"{DID} (?:projects|projected|is projecting|forecasts?|predicts|predicted) (?=that\b|the\b"
    rf"|an?\b|[A-Z])|{DID} (?:call(?:s|ed)?|is calling) (?:the|this|that|every|both|it|all"
    r"|\d+)(?: [\w.'-]+){0,3}? (?:races?|elections?|contests?|votes?|seats?|results?|runoffs?"
    r"|primary|states?|for)\b"
    rf"|{DID} call(?:s|ed)? (?:[A-Z][\w.'-]+ )(?:[\w.'-]+ ){{0,4}}?for (?:[a-z-]+ ){{0,3}}[A-Z]"
    rf"|{DID} (?:call(?:s|ed)?|declare[sd]?) (?:[A-Z][\w.'-]+ ){{1,4}}(?:for [A-Z]"
    r"|(?:as )?(?:the )?(?:projected )?(?:winner|winning|victor|president-elect))"
    rf"|{DID} (?:lead(?:s)?|led|(?:is|are) leading) (?:on|with)\b(?! \d)"
    rf"|{DID} (?:had|has|have) (?:the|an) (?:scoop|exclusive|story)\b"
    rf"|{DID} (?:revise[sd]|raise[sd]|lower(?:s|ed)|update[sd]|increase[sd]"
    r"|(?:is|are)(?: now)? giving) (?:its|the|an?) (?:[\w-]+ ){0,2}?(?:toll|tally|count|number"
    r"|figure|estimate|projection|forecast)s?\b| (?:is|are|was) out with\b"
    rf"|{DID} made (?:the same|that|the) call\b|{DID} (?:published|posted|released|shared"
    rf"|obtained) what (?:it|they) (?:say|said|claim|describe|call)|{DID} understands(?= that\b)"
    rf"|{DID} understands (?!that\b|how\b|why\b|its?\b"
    r"|the (?:concerns?|frustrations?|needs?|anger|importance|risks?|sensitiv\w+"
    rf"|strength)\b)(?=[\w'’-]+ )|{DID} (?:is|are|was|were) (?:quoting|citing|showing|carrying"
    r"|broadcasting|describing|airing)\b(?! (?:its|an? ad))"
    rf"|{DID} (?:cited|cites) (?:(?:the|an?|its own|unnamed|two|three|several|local"
    r"|one) )?(?:[\w'-]+ ){0,4}?(?i:ministry|officials?|sources?|spokes\w+|police"
    r"|authorit(?:y|ies)|minister|governor|department|agency|service|office|documents?|data"
    r"|people|statement|diplomats?|witnesses|residents|media|experts?|medics|officers?"
    rf"|lawyers?)\b|{DID} (?:carried|carries|ran|runs|led with|leads with|splash(?:es|ed) on"
    r"|relayed|relays|released|shared|posted|published|aired|broadcast|showed|shows|shown|printed"
    rf"|featured)(?! (?:its|their)\b|{_MORE} {FINANCIAL}\b){_MORE} {_OUTPUT}(?! (?:and|or) (?:jobs"
    rf"|staff))|{DID} (?:documented|detailed|details|identified) (?=the\b|how\b|an?\b|at\b|more\b"
    rf"|\d)|{DID} (?:describe[sd]?) (?=how\b|scenes?\b|the scene)"
    rf"|{DID} (?:puts?|gave|gives|is putting|are putting|is giving) (?:the"
    r"|its) (?:[\w-]+ ){0,3}?(?:toll|number|figure|total|count)\b"
    r"|(?:'s?)? (?:own )?sources? (?:said|says?|told|tells?|confirm(?:s|ed)?|had it)\b"
    rf"|{DID} (?:showed|broadcast|aired) (?!{SHOW}|no\b|signs?\b|its\b|interest|little|restraint"
    r"|an? (?:loss|profit|rise|fall|drop|surplus))(?=[\w'-]+ [\w'-]+)"
    rf"|{DID} (?:puts?|gave|gives) (?:the|it|them|this)(?: [\w-]+){{0,4}}? (?:at"
    r"|as) (?:(?:at least|about|around|more than|some|between|just under|just over|close to"
    r"|nearly|over|up to) )?(?:[$€£]?\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b"
    rf"|nine\b|ten\b|half\b|a\b)|{DID} (?:has|have|had) [A-Z][\w'-]+(?: [A-Z][\w'-]+)? (?:ahead"
    r"|leading|winning|up|at|on|level|trailing|behind|in front)\b"
    rf"|{DID} (?:says|said|reports|reported) (?:that )?(?:it"
    r"|its (?:own )?(?:reporters?|journalists?|correspondents?|teams?|sources)|they|they've"
    r"|it's) (?:(?:has|have|had|also) ){0,2}(?:seen|obtained|reviewed|identified|established"
    r"|geolocated|found|documented|traced|learn(?:ed|t)|spoke(?:n)?|verified|confirmed|heard"
    r"|been (?:told|shown|given)|analy[sz]ed|counted|viewed|examined|was told|understands"
    r"|understood|saw|interviewed)\b| (?:has|have|had) (?:also )?(?:seen|obtained|reviewed|viewed"
    r"|verified|heard)(?=[.,;]|$)| can (?:now |exclusively )?(?:reveal|confirm|report|disclose)\b"
    r"| (?:was|were|is|are)(?: also)? able to (?:independently )?(?:note|observe|see|count|hear"
    r"|verify|confirm|establish|determine|geolocate|identify)"
    rf"|{DID}(?: independently)? (?:verified|authenticated|geolocated|corroborated)\b"
    r"| with (?:more|the (?:details|story|latest)|this)\b"
    rf"|{DID} declare[sd]? (?:the )?(?:[\w.'-]+ ){{1,5}}?(?:the |as )?(?:winner|victor"
    rf"|president-elect)s?\b|{DID} (?:claims?|claimed|says?) to have (?:found|seen|obtained"
    rf"|reviewed|spoken|access|got|heard)\b|{DID} (?:speaks?"
    r"|spoke) of (?=(?:at least|about|around|more than|some|up to|an?|the|two|three|four|five"
    rf"|several|dozens|hundreds|\d+)\b)|{DID} named the (?:victims?|suspects?|dead|gunman|man"
    rf"|woman|officer|attacker|shooter)\b|{DID} (?:(?:(?:had |gained |got )?access to|seen|viewed"
    r"|obtained|reviewed|heard|examined|analy[sz]ed|got hold of)"
    r"|been (?:shown|sent|given|passed|handed|played|leaked)"
    rf"|(?:was|were) (?:shown|sent|given|passed|handed|played)){_MORE} {_PAPERS}"
    r"| (?:was|were|is|are) among (?:the )?(?:outlets|media|first|those"
    r"|several)(?: [\w-]+){0,3}? (?:that|to|which|reporting) ?(?:report(?:ed|s)?)?\b"
)
# "spoke to two residents": what follows is what they were told.
SPOKE = behind(
    rf"{DID} reached (?=[\w' -]{{1,60}}? by (?:tele)?phone)"
    rf"|{DID} (?:(?:spoke|spoken|talked|(?:(?:is|was|were|are|been) )(?:speaking|talking|hearing)"
    r"|caught up|sat down|chatted|met up) (?:to|with|from)|heard from"
    r"|(?:was|were) able to (?:speak|talk) (?:to|with)|interviewed"
    r"|(?:asked|pressed|questioned|grilled"
    r"|challenged)(?= (?:him|her|[A-Z][\w'-]+ [A-Z][\w'-]+)\b(?! (?:to"
    r"|for)\b)(?![^.;]{1,60} for (?:comment|an? interview))"
    r"|(?= (?:him|her|them|[A-Z][\w'-]+|[A-Z]\w+'s [\w -]{3,40}?|the [\w-]+(?: [\w-]+)?) (?:what"
    r"|whether|how|why|if|who|when|where|about)\b(?![^.;]{1,150}\b(?:declin|refus|did not|didn't"
    r"|no comment|would not)))))\b(?! (?:its|regulators|investors|police|prosecutors|lawyers)\b)"
)
# "with X reporting", where the rest of the sentence is somebody else's
WITH = re.compile(r"\b(?:with|and|while|despite) $")
REPORTING = behind(
    rf"{DID} (?:reporting|estimating|saying|quoting|citing|putting|projecting|describing|noting"
    r"|adding|claiming|suggesting|calling the race)\b"
)
ANYTHING = behind("")
# "the version given by X, which reported that"
WHICH = behind(
    rf", which{ADVERB} (?:reported|reports|broke the (?:news|story)|said|says|cited|quoted"
    r"|published|revealed|obtained|has seen|had seen"
    r"|saw)\b(?! (?:it|its|that it|on its|in a statement)\b)"
)
# "Here's X's take on the vote"
# "Jane Doe is in La Paz, reporting for X"
REPORTING_FOR = re.compile(r"\bis (?:in|at|there|outside)\b[^.;:]{0,60} reporting for $")
HERE_IS = re.compile(r"(?:^|[.!?] )(?:[Hh]ere(?:'s| is)|This is) $")
ITS_TAKE = behind(r"'s? (?:[a-z]+ )?(?:take|account|report|story|snap|version|write-up|latest)\b")
# "a report that X published"
IT_WAS = re.compile(r"(?:^|[.!?] )It was $")
WHO_DID = behind(r" (?:that|which|who) (?:first )?(?:broke|reported|revealed|published|obtained)\b")
THAT = re.compile(
    r"\b(?:which|that|what|(?:documents?|records?|information|footage|photos|e-?mails|memos?"
    r"|letter|recordings?|details|figures|data)) $"
)
PUBLISHED = behind(
    rf"{DID} (?:published|aired|broadcast|reported|reports|revealed|obtained|released|reviewed"
    r"|seen|written|claimed|said (?:was|were|had|has|have|is|are|would|will)|verified|broke"
    r"|posted|shared|carried|showed|printed|ran|quoted|cited|called|calls|is calling|described"
    r"|describes|dubbed|termed)\b"
)
WHICH_CLAUSE = behind(r", which (?:cites|cited|quotes|quoted|has|had|is|was) [^.;:,]{2,60},")
APPOSITION = re.compile(
    rf" [-–—] [^.;:–—{MASK}]{{3,80}} [-–—](?= )"
    rf"|, (?!who\b)(?:whose [^.;:,]{{3,80}}|[a-z][^.;:,{MASK}]{{3,80}}"
    rf"|[A-Z][^.;:,{MASK}]{{1,40}} (?:of|in|for) [^.;:,{MASK}]{{1,40}}"
    rf"|[A-Z][^.;:,{MASK}]{{3,60}} (?:agency|broadcaster|newspaper|daily|outlet|network|channel"
    r"|magazine|station|weekly|service)),|, (?:the|an?|its) [\w' -]{3,50}?(?:agency|broadcaster"
    r"|newspaper|daily|channel|network)(?= (?:reported|said|says|reports))"
)
# "Portugal's national news agency, X, reported"
WHAT_IT_IS = re.compile(
    r"\b(?:newsrooms|outlets|newspapers|partners|agency|broadcaster|newspaper|daily|outlet"
    r"|network|service|website|channel|magazine|station|paper|weekly|news site), $"
)
WHAT_IT_IS_IN_FRONT = re.compile(
    r"(?:the|an?) [\w' -]{3,40}?(?:agency|broadcaster|newspaper|daily|outlet|network|channel"
    r"|magazine|station|weekly|tabloid) $"
)
ENDS_THERE = re.compile(r"[.,;)]|\s*$")
WHAT_IT_IS_BEHIND = re.compile(
    r"(?:the|an?|its|his|her|their|[A-Z]\w+'s|[A-Z]\w+(?:an|ish|ese|ch)) [\w -]{0,40}?(?:agency"
    r"|broadcaster|newspaper|daily|outlet|network|service|website|channel|magazine|station"
    r"|weekly), $"
)
# "the Russian Service", "Newsnight": part of the house, in front of its verb.
UNIT = re.compile(
    r"'?s? (?:[A-Z][\w.-]* ){0,4}?(?:[Ss]ervice|[Tt]eams?|desk|[Bb]ureau|[Pp]rogramme?|[Uu]nit"
    r"|channel|edition|show|newsroom|partners?|affiliate|crew|network|newsletter|podcast|blog"
    r"|correspondents?)\b|'s? (?P<person>[A-Z\d][\w.'-]*(?: [A-Z\d][\w.'-]*){0,3})(?=,? [a-z])"
)
# "and Sky TG24" behind a known name, in front of their common verb; and the other way round.
AND_ANOTHER = re.compile(
    r",? (?:and|among) (?:many )?others,?(?= [a-z])"
    r"|,? (?:and|among|as well as) (?:(?:several|other|some|many"
    r"|more) ){1,2}(?:[\w-]+ ){0,3}?(?:media|outlets|agencies|newspapers|broadcasters|networks"
    r"|channels|papers|organi[sz]ations|websites|sites|dailies|weeklies|stations|portals"
    r"|others)(?=,? [a-z])|,? (?:and|together with|along with|as well as) (?:an?"
    r"|another) [\w' -]{2,40}?(?:weekly|daily|newspaper|paper|magazine|agency|broadcaster|channel"
    r"|outlet|outfit|site|station|website|publication|researchers)(?=,? [a-z])"
    r"|, [A-Z][\w'.-]*(?: [A-Z\d][\w'.-]*){0,3},? and (?:(?:several|other|some|many"
    r"|more) ){1,2}(?:[\w-]+ ){0,3}?(?:media|outlets|agencies|newspapers|broadcasters|networks"
    r"|channels|papers|organi[sz]ations)(?=,? [a-z])"
    r"|(?:,? and|,? as well as|,? along with|,? together with|, | &"
    r"|/) ?(?:[a-z-]+ ){0,4}?(?:[A-Z][\w'.-]*)(?: [A-Z\d][\w'.-]*){0,3}(?: (?:newspaper|agency"
    r"|news agency|broadcaster|channel|magazine"
    r"|website))?(?:,? and (?:[a-z-]+ ){0,4}?(?:[A-Z][\w'.-]*)(?: [A-Z\d][\w'.-]*){0,3})?(?=,?"
    r" [a-z])"
)
ANOTHER_AND = re.compile(
    rf"[,{MASK}] the (?:[\w'-]+ ){{1,6}}and $"
    rf"|[,{MASK}] (?:[a-z-]+ ){{0,4}}?(?:[A-Z][\w'.-]*)(?: [A-Z\d][\w'.-]*){{0,3}}(?:,"
    rf" (?:[a-z-]+ )?[A-Z][\w'.-]*(?: [A-Z\d][\w'.-]*){{0,3}}){{0,3}}(?:,? and"
    r"|,? as well as|,? along with|/) ?$"
)

# "our colleague Jane Doe at X", in front of what she wrote.
SOMEBODY_AT = re.compile(
    r"(?<!former )\b(?:[Cc]olleagues?|[Rr]eporters?|[Cc]orrespondents?|[Jj]ournalists?|[Ee]ditor"
    r"|producers?|photographers?|teams?|crews?|friends|[Ff]act-checkers|analysts|[Ss]ervice"
    r"|[Bb]ureau|desk|edition|branch|arm|website"
    r"|[Ww]itness(?:es)?)(?: (?:[A-Z][\w'-]*)){0,3},? (?:at|of|from|for|with|over at) $"
)
# "Jane Doe of X, reporting from the port, said"
NAMED_AT = re.compile(
    r"[A-Z][\w'-]+ [A-Z][\w'-]+,? (?:of|from|for) $|(?:^|[.!?:] )[A-Z][\w'-]+ of $"
)
REPORTING_THERE = behind(
    r", (?:with|writing|blogging) [^.;:]{3,80}, (?:says|reports|writes|reckons|thinks)\b"
    r"|,? (?:reporting|speaking|live) (?:from|in|at|live)\b[^.;:,]{1,50}, (?:said|says|reports"
    r"|reported|described|saw)\b"
)
SAW_IT = behind(
    r"(?:'s(?: [A-Z]\w+){1,3})?(?: (?:in|at|near|on"
    r"|outside) [A-Z][\w'-]+(?: [A-Z][\w'-]+)?)?(?:,(?= (?:reported|said|wrote|reports|says"
    r"|writes|tweeted|tweets|has tweeted)\b))?(?:, who [^.;:]{3,80},)? (?:(?:has|have|who|also"
    r"|just|there|here|now) ){0,3}(?:tweet(?:s|ed)|report(?:s|ed|ing)?|writ(?:es|ten|e)|wrote"
    r"|says?|saw|heard|counted|witnessed|been (?:reporting|following|covering|looking|speaking)"
    r"|spoke|spoken|observed|noted|watched|described|visited|filmed|photographed|confirmed"
    r"|explains?|looks? at|with (?:more|this|the (?:latest|details))"
    r"|said(?! (?:that )?(?:he|she|it|they|his|her|its|their"
    r"|the (?:agency|paper|newspaper|network|channel|company))\b)"
    r"|(?:has|have) (?:more|this|an?|the(?! latest)))\b(?! missing)"
)

# The governor is quoted, whatever he said.
QUOTED_SOMEBODY = behind(
    rf"{DID} (?:quotes|quoted|cites|cited|(?:is|was|are|were) (?:quoting|citing)) (?:(?:an?"
    r"|the) (?:[\w'-]+ ){0,7}[\w'-]+,? (?=who\b)"
    r"|(?:an? |the |one |two |several )?(?:unnamed|unidentified"
    rf"|anonymous) [\w' -]{(3, 40)}?(?= (?:who|as|saying|claiming|telling))|him|her|them"
    r"|[A-Z][\w'-]+ [A-Z][\w'-]+|[A-Z][\w'-]+(?=[.,;]|$)"
    r"|(?:[\w'-]+ ){0,5}?(?i:ministry|officials?|sources?|spokes\w+|police|authorit(?:y|ies)"
    r"|minister|governor|president|mayor|department|service|media|reports|office|statement"
    r"|diplomats?|witness(?:es)?|people|residents?|medics?|officers?|lawyers?|general|commander"
    r"|chief|head|director))\b(?! (?:documents?|data|report|figures|letter|memo)\b)"
)
