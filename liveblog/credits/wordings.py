"""The wordings that credit a source, as patterns on the text in front of a name and behind it.

Texts are plain and masked (``quotes``). A pattern in front is anchored at the name's left edge, one
behind at its right edge; both see only a short window, so that no text makes them slow.
"""

import re

from liveblog.credits.grammar import (
    ADVERB,
    CLAUSE,
    DAY,
    FINANCIAL,
    JOURNALISTS,
    REPORT,
    SHOWN,
    THIS_REPORT,
    WHEN,
    behind,
    in_front,
)
from liveblog.credits.quotes import MASK

# In front of the name: the name is the object.
ACCORDING_TO = in_front(
    r"(?:by|in|from) the (?:account|accounts|version|words|telling) of|according to what|"
    rf"according to(?: (?:one|another|this|that|the same|two|several))?(?: (?:[\w-]+ ){{0,4}}"
    rf"(?:{REPORT}|information|tally|count|data|figures|estimate|footage|poll|survey|forecast"
    rf"|projection"
    r"|calculation|video|source|review)s?"
    r"(?: [\w-]+){0,2} (?:by|in|from|of|for|to))?"
)
# "Per AP, the storm has weakened"; not "ten dollars per Reuters terminal".
PER = re.compile(rf"(?:^|[.!?,;(—–{MASK}] ?)per $|\bas per $", re.IGNORECASE)
REPORTED_BY = in_front(
    r"(?:(?<!not )(?<! be )(?<!not been )(?<!independently )"
    rf"(?:reported(?: on)?|published|broadcast|aired|reviewed|seen|viewed|obtained|verified"
    rf"|compiled"
    rf"|analy[sz]ed|examined|geolocated|authenticated|collected|tallied|conducted|carried"
    rf"|confirmed|corroborated)"
    r"(?: missing| dead| killed| safe| as [\w -]{1,30})?"
    rf"(?: (?:first|earlier|also|exclusively|separately|jointly|live|online)|{WHEN})? by"
    r"(?: (?-i:[A-Z])[\w'-]*(?: (?-i:[A-Z])[\w'-]*){0,2},? and)?"
    rf"|as noted by(?: (?-i:[A-Z])[\w'-]*(?: (?-i:[A-Z])[\w'-]*){{0,2}},? and)?"
    rf"|this is written by|brought to light{WHEN}? by"
    rf"|(?:photograph|picture|image|photo|footage|video)s?(?: [\w-]+){{0,3}}?"
    rf" (?:taken|shot|filmed|captured|recorded) by(?: an?)?"
    r"|(?:word|news|confirmation)(?: [\w'-]+){0,5} came from|(?:hearing|getting (?:word|reports"
    r"|news|lines)) from"
    rf"|(?:emerged|surfaced|appeared|was carried|were carried|ran)(?: first)? (?:in|on)"
    r"|(?:remarks|comments|a statement|an address|an interview) (?:carried|broadcast|aired|run)"
    rf" (?:by|on|in)"
    rf"|(?:first|as|originally|previously|was|were) (?:reported|published) (?:in|on|by)"
    rf"|(?:in|from|after|following|to|denied|disputed|dismissed|rejected|confirmed) (?:an?|the)"
    rf" (?:[\w-]+ ){{0,3}}{REPORT} (?:by|in|from|for|published (?:by|in)))"
)
# "The vote was unanimous, reports The Morrow Gazette."
REPORTS_TOO = re.compile(
    rf"[,{MASK}] (?:as )?(?:reports?|reported|writes?|says|adds|notes|reveals|so says) $"
    r"|(?:^|[.!?] )(?:Reports|Reported|As reported|As reports) $"
)
# "Citing Interfax, Reuters said it would"
SAID = behind(rf"{ADVERB} (?:said|says|reported|reports|wrote|writes|added|adds)\b")
# "An investigation by Reuters found"
WORK_BY = in_front(
    rf"(?:^|[.,;!?:]? )(?:(?:an?|the|this|these|some|live|new|other) )?(?:[\w-]+ ){{0,4}}"
    rf"(?:{REPORT}|footage|video|image|picture|photo|photograph|poll|survey|count|tally|data"
    r"|figures"
    r"|estimate|forecast|projection|calculation|recording|audio|email|document|account|review)s?"
    r"(?: (?:published|released|obtained|seen|reviewed|carried out|conducted|compiled|commissioned"
    r"|aired|broadcast|shot|taken|shared|posted|done|made|viewed|analy[sz]ed|verified|shown"
    r"|distributed|circulated)(?: [\w-]+){0,3}?)?"
    r" (?:by|in|from|on)"
)
FOUND = behind(rf"(?:, published [^.;:]{{1,40}},|,)?(?: has| had| have| also| now)? {SHOWN}")
QUOTED_BY = in_front(
    rf"(?:quoted|cited)(?: as (?:saying|telling){CLAUSE}{{0,60}}?|(?: [\w-]+){{1,4}}?)? (?:by|in)"
)
CITING = in_front(
    rf"(?:citing|quoting|(?:with )?refer(?:ring|ence) to|(?:which|who) (?:cited"
    rf"|quoted))(?: (?:[\w-]+ ){{0,3}}(?:{REPORT}|statement|interview|data|figures)s?"
    r" (?:[\w-]+ )?(?:by|in|from|of|to|with))?"
)
# "according to Reuters Editor-in-Chief Jane Doe": a person speaks for the agency as a company.
SPEAKS_FOR_ITSELF = behind(
    r"(?:'s?)? (?:\w+ )?(?:editor|editors|president|director|chairman|chairwoman|chair|CEO"
    r"|chief ex"
    r"|spokes|executive|management|lawyer|owner|staff|employee|union|statement|press release"
    r"|earnings|results|annual|filing|policy|guidelines)",
    re.IGNORECASE,
)

# Behind the name: the name is the subject.
_ITS_OWN = (
    r"(?: (?:that )?(?:its|their) (?:own )?(?:[\w-]+ ){0,2}(?:website|offices?|bureaus?|staff"
    r"|journalists?|reporters?|correspondents?|photographers?|employees|servers?|systems?|account"
    r"|buildings?|app|profits?|earnings|results|sales|losses|revenues?|ratings)\b)"
)
_BUSINESS = (
    r"(?: (?:an?|record|higher|lower|strong|stronger|weak|weaker|better|worse|rising|falling"
    r"|quarterly|annual|first-quarter|second-quarter|third-quarter|fourth-quarter|full-year|net"
    r"|operating|pretax|new|\$?[\d.,]+%?|million|billion|in|of|its)){0,6}"
    r" (?:profits?|earnings|revenues?|turnover|subscribers|net loss|operating loss)\b"
)
_TO_SOMEBODY = (
    r"(?: [\w-]+){0,3} to (?:the )?(?:police|authorities|parliament|congress|regulators?)\b"
)
_NEWS_OF_ITS_OWN = rf"(?!{_ITS_OWN}|{_BUSINESS}|{_TO_SOMEBODY})"
REPORTED = behind(
    rf"(?:,(?= both))?{ADVERB} (?:reported|(?:is|was|are|were|been)(?: also"
    rf"| now)? reporting)\b{_NEWS_OF_ITS_OWN}"
    rf"|{ADVERB} reports\b(?! (?:were|are|have|had|said|say|suggest|suggested|of|about|indicate))"
    rf"{_NEWS_OF_ITS_OWN}"
    rf"|{ADVERB} (?:tweeted|tweets|wrote|writes)\b(?! (?:to|a letter|off|down)\b)"
    rf"{_NEWS_OF_ITS_OWN}"
    rf"|{ADVERB} (?:learn(?:ed|t)|scoop(?:s|ed))\b"
    r"|, which (?:first |originally )?(?:reported|broke|published|revealed)\b"
    rf"|{ADVERB} (?<=first )published\b"
    r"|(?: was| were)(?: the)? first (?:outlet )?to report\b|(?: first)? broke the (?:news"
    r"|story)\b"
    rf"|{ADVERB} (?:calculate[sd]|counted|tallied|geolocated)\b"
    rf"|{ADVERB} (?:confirmed|verified) the (?:location|authenticity|date|time|place)\b"
    r"| (?:(?:understands|is told|has been told)(?=[.,;]| that |$))"
    rf"|{WHEN}? (?:has|have|can) (?:now |exclusively )?(?:revealed?|disclosed?)\b"
    rf"|{ADVERB} (?:said|says|found|revealed) in (?:an?|the|this|its) (?:(?!{FINANCIAL})[\w-]+ )"
    rf"{{0,3}}?{REPORT}\b"
    rf"|{ADVERB} (?:published|aired|broadcast) (?:this|an?|the) (?:(?!{FINANCIAL})[\w-]+ )"
    rf"{{0,3}}?(?:{REPORT}|interview|timeline|tally|account|video|footage|photos?|images?"
    r"|documents?|map)\b"
    rf"|{ADVERB} (?:published|aired|broadcast|released|posted)"
    r" (?:video|footage|photos|photographs|pictures|images)\b"
    rf"|{ADVERB} (?:confirmed|verified) (?:the|this|that) (?:report|account|video|footage)\b"
    rf"|{ADVERB} (?:obtained|seen|reviewed|viewed|examined)(?: (?:an?|the|internal|leaked|some"
    r"|exclusive|copies of)){0,3} (?:video|footage|photos|photographs|pictures|images|documents?"
    r"|drafts?|cop(?:y|ies)|memos?|letters?|e-?mails?|recordings?|messages)\b"
    r"| (?:has|have) (?:more|the (?:full )?(?:details|story)|(?:more|further) details"
    r"|(?:filed )?this(?: [\w-]+){0,2})"
    r"(?= (?:on|of|about|from|here)\b|[.;:]|$)"
    rf"|{ADVERB} (?:revealed|disclosed)(?= that\b){_NEWS_OF_ITS_OWN}"
    rf"|,? (?:said|says){WHEN}?(?=, (?:citing|quoting)\b)"
)
REPORT_PLURAL = behind(
    rf"{ADVERB}(?: both| each| all)? (?:report|are (?:reporting|confirming|saying)|claim to have"
    rf"|say)\b(?! (?:said|says|by|on))"
)
REPORTED_LATER = behind(
    rf" (?:citing|quoting) {CLAUSE}{{1,60}}? (?:said|says|reported|reports)\b|"
    rf", (?:citing|quoting) {CLAUSE}{{1,100}}?,{ADVERB} (?:reported|reports|said|says|wrote)\b"
    rf"|, (?!who\b)[^.;:,{MASK}]{{1,80}},{ADVERB} (?:reported|reports)\b{_NEWS_OF_ITS_OWN}"
)
ITS_REPORT = behind(
    rf"(?:'s)? (?:news |exclusive |special |wire |live |aerial |drone )?(?:{REPORT}|Report|tally"
    rf"|count"
    rf"|survey|poll|review|calculation|photo|photograph|picture|image|footage|video)s?"
    r"(?: (?:of|into|on|in|by|from|published|carried out|released)\b"
    rf"{CLAUSE}{{1,80}}?)?"
    r" (?:said|says|found|finds|show(?:s|ed|n)?|suggest(?:s|ed)?|reveal(?:s|ed)?|quoted|cited)\b"
)
ITS_JOURNALISTS = behind(
    rf"(?:'s?)? (?:[\w-]+ ){{0,2}}?(?:{JOURNALISTS}|(?:eye)?witness(?:es)?)"
    r"(?:,? (?:at|on|in|near|inside|outside|with|there|across|aboard|from|behind|traveling"
    r"|travelling|embedded|covering|accompanying|based|present|standing)(?: [\w'-]+){0,9}?,?)?"
    r"(?: who [^.;:,]{3,60}?)?(?: (?:has|have|had|also|there|who|could|later|earlier))*"
    r" (?:(?<=witness )said|(?<=witnesses )(?:said|say)|see|hear|saw|seen|witnessed|heard|felt"
    r"|watched|observed|visited|counted|reported|reports?|filmed|photographed|documented|confirmed"
    r"|spotted|related|recounted|recalled|wrote|added|(?:was|were) (?:told|shown|able to see)"
    r"|noted|described|interviewed|spoke|says?"
    r"|said(?=[.,;]|$| (?:that )?(?:the (?!agency|paper|channel|network)|an? |there |at least |\d"
    r"|it (?:was|is) |they (?:heard|saw|felt|watched|counted) |[a-z]{4,}s (?:could|were|had|have"
    r"|was) )))(?!\w)"
)
QUOTED_AS = behind(
    rf"{ADVERB} (?:quoted|quotes|(?:is|was|are|were) quoting)"
    rf" (?P<person>{CLAUSE}{{1,100}}?) (?:as )?(?:saying|telling)\b"
    rf"|{ADVERB} (?:reported|reports) {CLAUSE}{{1,100}}? as (?:saying|telling)\b"
    rf"|{ADVERB} (?:cited|cites) {CLAUSE}{{1,100}}? as (?:saying|telling|{MASK}|\w+ing\b)"
)
CONTRIBUTED = behind(
    rf" (?:also )?contributed to {THIS_REPORT}\b"
    r"|(?: also)? contributed (?:additional )?reporting\b| also contributed(?=[.;]|$)"
)
WAS_TOLD = behind(rf"{ADVERB} (?:was|were|been) told\b(?! to\b)| told\s*$")
SAID_TAIL = behind(
    rf"{ADVERB} (?:said|says|found|finds|learned|learnt|projects|projected|forecasts|predicts"
    r"|estimates|estimated|adds"
    r"|added|notes|noted"
    r"|suggests|claims|claimed|writes|explains|calculates|reckons|revealed|reveals|disclosed"
    r"|reported|reports|understands|believes|say|confirmed|confirms|heard|observed|documented"
    r"|warned"
    r"|argued|concluded|counted|recalled|related|announced|stated|states|clarified|insisted"
    r"|declared|indicated|specified|wrote|tweeted|posted|confirmed|recounted|(?:has|had"
    r"|have) been told)"
    rf"{WHEN}?(?: (?:from|based on) [^.,;]{{3,60}})?(?= ?[.,;]| [-–—] |$)"
)
# "Xinhua said the exercise would last": news, unless the sentence is about the agency itself.
SAID_IN_FRONT = behind(
    r"(?:, (?:the|an?|another|one) [^.;:,]{3,60},)?"
    rf"{ADVERB} (?:said|says){WHEN}?,?(?: that)? (?=(?:the|an?|at|some|two|three|four|five"
    r"|several|no|more|all|there|[A-Z\d]"
    r"|(?!(?:it|its|we|in|on|to|of|by|for|from|this|that|after|before)\b)"
    r"[a-z]+(?: [a-z]+){0,2} (?:had|has|have|was|were|is|are|would|will|could|might|must)\b"
    r"|(?!(?:it|its|we|in|on|to|of|by|for|from|this|that|after|before|so|nothing|yes"
    r"|sorry)\b)[a-z']+ [\w'-]+ ))"
)
ASSESSED = behind(
    rf"(?:, {CLAUSE}{{1,80}},|,| [-–—] {CLAUSE}{{1,80}} [-–—])?{ADVERB}"
    r" (?:said|says|assessed|assesses|estimated|estimates"
    r"|notes|noted|states|stated|argues|suggests|observes|concluded|found|believes|warned|wrote"
    r"|writes)\b"
    r"(?! (?:that )?(?:it|they) (?:will|would|plans|planned|is|was|had|has)\b)"
)

WORK_OF = in_front(r"(?:assessment|update|report|analysis|study|map)s? (?:from|by|of)")

# "Local media, including X, reported": one of many who tell the same.
AMONG_OTHERS = re.compile(
    r"\b(?:media|outlets?|newspapers?|papers|agencies|broadcasters?|channels?|stations?|websites?"
    r"|news sites|organi[sz]ations|reports)(?: [\w-]+){0,3},? (?:including|such as|like|among them"
    r"|led by) $",
    re.IGNORECASE,
)
ALL_TOLD = behind(
    rf",?(?: (?:and|among) others,?)?{ADVERB} (?:report(?:ed|ing|s)?|sa(?:id|y|ying)|published"
    r"|aired|broadcast|quoted|showed|carried|described|put)\b"
)
# "AP's Lucia Ferrant and Reuters contributed to this report."
AND_OTHERS_CONTRIBUTED = behind(
    rf"(?: [A-Z][\w'.-]+,?){{2,9}} and(?: [A-Z][\w'.-]+){{1,4}} contributed to {THIS_REPORT}\b|"
    rf"(?:'s?)? (?:writers?|{JOURNALISTS}) [^.:]{{1,200}}? contributed(?: to {THIS_REPORT}\b"
    r"|(?: reporting)?(?=[.;]|$))|"
    r"'s? (?P<person>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3})(?:,| and) [^.;:]{1,120}?"
    rf" contributed(?: to {THIS_REPORT}\b| (?:additional )?reporting\b|(?=[.;]|$))"
)
# "By X's count", "by an X tally".
BY = in_front(r"by(?: an?)?")
ITS_COUNT = behind(r"(?:'s?)? (?:own )?(?:count|tally|estimate|calculation|reckoning)s?\b")
# "dismissed an X report that", "after the X story on"
REACTING_TO = re.compile(
    r"\b(?:(?:(?:would|did) not|declin(?:ed|es) to|refus(?:ed|es) to) (?:confirm|deny|discuss"
    r"|comment on)"
    r"|(?:no|any|immediate|further) (?:comment|word|reaction"
    r"|response)(?: [\w'-]+){0,6} (?:on|to)|follow(?:s|ed)|welcom(?:ed|es|ing)"
    r"|criticis?z?(?:ed|es|ing)|condemn(?:ed|s|ing)"
    r"|slamm(?:ed|ing)"
    r"|echo(?:ed|es|ing)"
    r"|contradict(?:ed|s|ing)|pointed to|based on|prompted by|triggered by|sparked by"
    r"|caused by|linked to|read|see"
    r"|(?:in the wake|because|light|on the back|ahead) of|amid|despite|since|citing|angered by"
    r"|stung by|over|denied|den(?:y|ies|ying)|dismiss(?:ed|es|ing)|reject(?:ed|s|ing)"
    r"|disput(?:ed|es|ing)"
    r"|confirm(?:ed|s|ing)|called|played down|(?:respond|react|referr?)(?:ed|ing|s)? to"
    r"|comment(?:ed|ing)? on|acknowledg(?:ed|es|ing)|drawn on|pressed on|asked about|following"
    r"|after|shar(?:ed|ing)"
    r"|post(?:ed|ing)) $"
)
REPORT_OF_IT = behind(
    rf"(?:'s?)? (?:[a-z-]+ ){{0,2}}?(?:{REPORT}|revelation|scoop|account|exposé|disclosure"
    rf"|coverage"
    r"|reporting)s?\b(?! (?:editor|writer|desk)\b)"
)
# In front of a subject: what makes it no subject, such as "a former correspondent for".
NO_SUBJECT = re.compile(
    r"(?<![\w-])(?:for|at|of|from|with|by|to|via|in|on|about|against|former|onetime|nor|neither|if"
    r"|whether|not|joined|left|quit|sued|told|accused|asked|sister|brother|mother|father|daughter"
    r"|son|wife|husband|aunt|uncle|cousin|friend|neighbou?r|captain|Mr\.?|Mrs\.?|Ms\.?) $"
    r"|(?<![\w-])ex-$|\b(?:boat|ship|vessel|ferry|yacht|tanker|cutter|trawler|frigate"
    r"|satellite) $",
    re.IGNORECASE,
)
# "Thomson Reuters", "Michael Bloomberg": a capitalised word right in front is part of another name,
# unless it opens the sentence as one of these or says the day.
PART_OF_A_NAME = re.compile(
    r"(?<!\w)(?<!\b[Ii]n )(?<!\b[Oo]n )(?<!\b[Aa]t )(?!(?:But|And|As|When|While|Since|After"
    r"|Before|Also|Earlier|Later|Meanwhile|Yet"
    r"|Although|Though|However|Still|Then|Now|Today|Separately|Previously|Because|That|What|Which"
    rf"|So|Or|Only|Both|Outlets|Media|Twitter|Telegram|{DAY}) )[A-Z][a-z]+ $"
)

# A source behind another: "reported Thursday, quoting the Interfax news agency".
VIA = behind(
    rf"(?:{WHEN}{{0,2}},?|{CLAUSE}{{1,120}},) (?:(?:both|each|all|in turn) )?"
    r"(?P<verb>citing|quoting|with reference to|referring to) (?:(?:[\w-]+ ){0,3}"
    rf"(?:{REPORT}|statement|interview|data|figures)s? (?:[\w-]+ )?(?:by|in|from|of|to|with) )?"
)
# "Reuters, citing Interfax, said", "Reuters cited Interfax as saying"
VIA_INSIDE = behind(
    rf"(?:,(?: (?:which|itself|in turn))?|{ADVERB}(?= (?:cite|quote)))"
    r" (?P<verb>citing|quoting|cited|cites|quoted|quotes) "
)
