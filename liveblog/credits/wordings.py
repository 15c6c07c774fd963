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
    r"(?-i:According) to (?:an?|the) [\w'-]+(?: [\w'-]+){0,6}? (?:published|released|carried"
    r"|posted|provided|distributed|issued) (?:by|in|on)"
    r"|(?:by|in|from) the (?:account|accounts|version|words|telling) of|according to what"
    r"|according|according to(?: (?:one|another|this|that|the same|two"
    rf"|several))?(?: (?:[\w,-]+ ){{0,4}}(?:{REPORT}|storie|result|new|information|tally|count"
    r"|data|figures|estimate|footage|poll|survey|forecast|projection|calculation|video|source"
    r"|review)s?(?: (?!who\b|that\b|told\b)[\w-]+){0,2} (?:by|in|from|of|for|to))?"
)
# "Per AP, the storm has weakened"; not "ten dollars per Reuters terminal".
PER = re.compile(rf"(?:^|[.!?,;(—–{MASK}] ?)per $|\bas per $", re.IGNORECASE)
REPORTED_BY = in_front(
    r"(?:(?<!not )(?<! be )(?<!not been )(?<!independently )(?:reported(?: on)?|published"
    r"|broadcast|aired|reviewed|seen|viewed|obtained|verified|compiled|analy[sz]ed|examined"
    r"|geolocated|authenticated|collected|tallied|conducted|carried|confirmed"
    r"|corroborated)(?: missing| dead| killed| safe| as [\w -]{1,30})?(?: (?:first|earlier|also"
    r"|exclusively|separately|jointly|online|simultaneously|in full)"
    rf"|{WHEN})? by(?: (?-i:[A-Z])[\w'-]*(?: (?-i:[A-Z])[\w'-]*){{0,2}},? and)?"
    r"|as (?:noted|mentioned|described|stated"
    r"|observed) by(?: (?-i:[A-Z])[\w'-]*(?: (?-i:[A-Z])[\w'-]*){0,2},? and)?|this is written by"
    rf"|brought to light{WHEN}? by|(?:photograph|picture|image|photo|footage"
    r"|video)s?(?: [\w-]+){0,3}? (?:taken|shot|filmed|captured|recorded) by(?: an?)?"
    r"|(?:word|news|confirmation)(?: [\w'-]+){0,5} came from"
    r"|(?-i:Read) (?:it|more|(?:the )?(?:entire|full|whole|rest of the) (?:article|story|report"
    r"|piece)) (?:at|on|in|from)|(?:details|this) (?:comes?|came)(?: to us)? from"
    r"|(?:hearing|getting (?:word|reports|news|lines)) from"
    r"|(?:broke|emerged|came out|came|surfaced)(?: [\w]+){0,4} via"
    r"|(?:emerged|surfaced|broke|was carried|were carried|ran)(?: first)? (?:in|on)"
    r"|(?:deny|denying|denied|dismiss(?:ed|ing)|reject(?:ed|ing)|confirm(?:ed|ing)"
    r"|react(?:ed|ing) to|respond(?:ed|ing) to|amid|despite) (?:the )?(?:[\w-]+ ){0,2}(?:reports"
    r"|stories|claims|allegations) (?:by|in|from)|(?<!have )appeared(?: first)? in"
    r"|(?:remarks|comments|a statement|an address|an interview) (?:carried|broadcast|aired"
    r"|run) (?:by|on|in)|(?:first|as|originally|previously|was|were) (?:reported|published) (?:in"
    r"|on|by)|(?:in|on|from|after|following|to|denied|disputed|dismissed|rejected"
    rf"|confirmed) (?:an?|the) (?:[\w-]+ ){{0,3}}{REPORT} (?:by|in|from|for|published (?:by|in)))"
)
# "The vote was unanimous, reports The Morrow Gazette."
REPORTS_TOO = re.compile(
    rf"[,{MASK}] (?:as )?(?:reports?|reported|writes?|says|adds|notes|reveals|so says) $"
    r"|(?:^|[.!?] )(?:Reports|Reported|reported|As reported|As reports"
    r"|(?:So|This) (?:says|writes|reports|reported)) $"
)
# "Citing Interfax, Reuters said it would"
SAID = behind(rf"{ADVERB} (?:said|says|reported|reports|wrote|writes|added|adds)\b")
# "An investigation by Reuters found"
WORK_BY = in_front(
    r"(?:^|[.,;!?:]? )(?:(?:an?|the|this|these|some|live|new"
    rf"|other) )?(?:[\w'-]+ ){{0,4}}(?:{REPORT}|footage|video|image|picture|photo|photograph|poll"
    r"|survey|count|tally|data|figures|estimate|forecast|projection|calculation|recording|audio"
    r"|email|document|account|review)s?(?: (?:published|released|obtained|seen|reviewed"
    r"|carried out|conducted|compiled|commissioned|aired|broadcast|shot|taken|shared|posted|done"
    r"|made|viewed|analy[sz]ed|verified|shown|distributed|circulated)(?: [\w-]+){0,3}?)? (?:by|in"
    r"|from|on)"
)
FOUND = behind(rf"(?:, published [^.;:]{{1,40}},|,|{WHEN})?(?: has| had| have| also| now)? {SHOWN}")
QUOTED_BY = in_front(
    rf"(?:quoted|cited)(?: as (?:saying|telling){CLAUSE}{{0,60}}?|(?: [\w-]+){{1,4}}?)? (?:by|in)"
)
CITING = in_front(
    r"(?:citing|quoting|(?:with )?refer(?:ring|ence) to|(?:which|who) (?:cited|quoted)"
    rf"|(?-i:[A-Z])[\w'-]+ (?:cites|quotes))(?: (?:[\w-]+ ){{0,3}}(?:{REPORT}|statement|interview"
    r"|data|figures)s? (?:[\w-]+ )?(?:by|in|from|of|to|with))?"
)
# "according to Reuters Editor-in-Chief Jane Doe": a person speaks for the agency as a company.
SPEAKS_FOR_ITSELF = behind(
    r"(?:'s?)? (?:affiliate|station|partner|sister (?:station|network|paper))\b"
    r"|(?:'s?)? (?:\w+ )?(?:editor|editors|president|director|chairman|chairwoman|chair|CEO"
    r"|chief ex|spokes|executive|management|lawyer|owner|staff|employee|union|statement"
    r"|press release|earnings|results|annual|filing|policy|guidelines)",
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
    r"|operating|pretax|new|\$?[\d.,]+%?|million|billion|in|of|its)){0,6} (?:profits?|earnings"
    r"|revenues?|turnover|subscribers|net loss|operating loss)\b"
)
_TO_SOMEBODY = (
    r"(?: [\w-]+){0,3} to (?:the )?(?:police|authorities|parliament|congress|regulators?)\b"
)
_NEWS_OF_ITS_OWN = rf"(?!{_ITS_OWN}|{_BUSINESS}|{_TO_SOMEBODY})"
REPORTED = behind(
    rf"(?:,(?= both))?{ADVERB} (?:reported"
    rf"|(?:is|was|are|were|been)(?: also| now)? reporting)\b{_NEWS_OF_ITS_OWN}"
    rf"|{ADVERB} reports\b(?! and \w+s\b)(?! (?:were|are|have|had|said|say|suggest|suggested|of"
    rf"|about|indicate)){_NEWS_OF_ITS_OWN}|{ADVERB} (?:tweeted|tweets|wrote"
    rf"|writes)\b(?! (?:to|a letter|off|down)\b){_NEWS_OF_ITS_OWN}"
    rf"|{ADVERB} (?:learn(?:ed|t)|scoop(?:s|ed))\b"
    r"|, which (?:first |originally )?(?:reported|broke|published|revealed)\b"
    rf"|{ADVERB} (?<=first )published\b|(?: was| were)(?: the| one of the"
    r"| among the)? first (?:outlets? )?to report\b|(?: first)? broke the (?:news|story)\b"
    rf"|{ADVERB} (?:calculate[sd]|counted|tallied|geolocated)\b"
    rf"|{ADVERB} (?:confirmed|verified) the (?:location|authenticity|date|time|place)\b"
    r"| (?:(?:understands|is told|has been told)(?=[.,;]| that |$))"
    rf"|{WHEN}? (?:has|have|can) (?:now |exclusively )?(?:revealed?|disclosed?)\b"
    rf"|{ADVERB} (?:said|says|found|revealed) in (?:an?|the|this"
    rf"|its) (?:(?!{FINANCIAL})[\w-]+ ){{0,3}}?(?:{REPORT}|edition|issue)\b"
    rf"|{ADVERB} (?:published|aired|broadcast) (?:this|an?"
    rf"|the) (?:(?!{FINANCIAL})[\w-]+ ){{0,3}}?(?:{REPORT}|interview|timeline|tally|account|video"
    rf"|footage|photos?|images?|documents?|map)\b|{ADVERB} (?:published|aired|broadcast|released"
    r"|posted) (?:video|footage|photos|photographs|pictures|images)\b"
    rf"|{ADVERB} (?:confirmed|verified) (?:the|this|that) (?:report|account|video|footage)\b"
    rf"|{ADVERB} (?:obtained|seen|reviewed|viewed|examined)(?: (?:an?|the|internal|leaked|some"
    r"|exclusive|copies of)){0,3} (?:video|footage|photos|photographs|pictures|images|documents?"
    r"|drafts?|cop(?:y|ies)|memos?|letters?|e-?mails?|recordings?|messages)\b"
    r"| (?:has|have) (?:a (?:little|bit|few) more"
    r"|more(?: information| news| detail| context| background)?|the (?:full )?(?:details|story)"
    r"|(?:more|further) details|(?:filed )?this(?: [\w-]+){0,2})(?= (?:on|of|about|from|here)\b"
    rf"|[.;:]|$)|{ADVERB} (?:revealed|disclosed)(?= that\b){_NEWS_OF_ITS_OWN}"
    rf"|,? (?:said|says){WHEN}?(?=, (?:citing|quoting)\b)"
)
ALSO_REPORTED = behind(r" also report(?:s|ed)\b")
REPORT_PLURAL = behind(
    rf"{ADVERB}(?: both| each| all)? (?:report|confirm|note|are (?:reporting|confirming|saying)"
    r"|claim to have|say)\b(?! (?:said|says|by|on))"
)
REPORTED_LATER = behind(
    rf" \((?:citing|quoting) [^()]{{1,60}}\){ADVERB} (?:says|said|reports|reported)\b"
    rf"| (?:citing|quoting) {CLAUSE}{{1,60}}? (?:said|says|reported|reports)\b"
    rf"|(?: in [A-Z][\w'-]+)?, (?:citing|quoting) {CLAUSE}{{1,100}}?,{ADVERB} (?:reported|reports"
    rf"|said|says|wrote)\b|, (?!who\b)[^.;:,{MASK}]{{1,80}},{ADVERB} (?:reported"
    rf"|reports)\b{_NEWS_OF_ITS_OWN}"
)
ITS_REPORT = behind(
    rf"(?:'s)? (?:news |exclusive |special |wire |live |aerial |drone )?(?:{REPORT}|Report|Poll"
    r"|Survey|tally|research|study|probe|count|survey|poll|review|calculation|photo|photograph"
    r"|picture|image|footage|video)s?(?: (?:of|into|on|in|by|from|published|carried out"
    rf"|released)\b{CLAUSE}{{1,80}}?)? (?:said|says|found|finds|show(?:s|ed|n)?|suggest(?:s|ed)?"
    r"|reveal(?:s|ed)?|quoted|cited)\b"
)
ITS_JOURNALISTS = behind(
    rf"(?:'s?)? (?:[\w-]+ ){{0,2}}?(?:{JOURNALISTS}|(?:eye)?witness(?:es)?|helicopters?|cameras?"
    r"|drones?)(?:,? (?:at|on|in|near|inside|outside|with|there|across|aboard|from|behind|flying"
    r"|aboard|working|watching|traveling|travelling|embedded|covering|accompanying|based|present"
    r"|standing)(?: [\w'-]+){0,9}?(?:, [^.;:,]{3,40},)?,?)?(?: who [^.;:,]{3,60}?)?(?: (?:has"
    r"|have|had|also|there|who|could|later|earlier))* (?:(?<=witness )said"
    r"|(?<=witnesses )(?:said|say)|see|hear|saw|seen|witnessed|heard|felt|watched|observed"
    r"|visited|counted|reported|reports?|filmed|photographed|toured|entered|inspected|attended"
    r"|followed|accompanied|document(?:ed)?|confirmed|spotted|related|recounted|recalled|wrote"
    r"|added|predicts?|predicted|forecasts?|expects?|(?:was|were) (?:told|shown|able to see)"
    r"|noted|described|interviewed|spoke|says?|said(?=[.,;]|$"
    r"| (?:that )?(?:the (?!agency|paper|channel|network)|an? |some |about |around |more than "
    r"|several |dozens |there |at least |\d|it (?:was|is) "
    r"|they (?:heard|saw|felt|watched|counted) |[a-z]{4,}s (?:could|were|had|have|was) )))(?!\w)"
)
QUOTED_AS = behind(
    rf",?{ADVERB} (?:quoted|quotes"
    rf"|(?:is|was|are|were) quoting) (?P<person>{CLAUSE}{{1,100}}?) (?:(?:as )?(?:saying|telling)"
    r"|as (?:calling|describing|warning|confirming|denying|promising|adding))\b"
    rf"|{ADVERB} (?:reported|reports) {CLAUSE}{{1,100}}? as (?:saying|telling)\b"
    rf"|{ADVERB} (?:cited|cites) {CLAUSE}{{1,100}}? as (?:saying|telling|{MASK}|\w+ing\b)"
)
ITS_REPORT_QUOTED = behind(
    rf"(?:'s)? (?:[\w-]+ ){{0,2}}(?:{REPORT}|piece)(?: [^.;:,]{{1,40}})? (?:quote[sd]"
    rf"|cite[sd]) {CLAUSE}{{1,100}}? (?:as )?(?:saying|telling)\b"
)
CONTRIBUTED = behind(
    rf" (?:also )?contributed to {THIS_REPORT}\b"
    rf"| staff(?:ers)?(?: also)? contributed to (?:{THIS_REPORT}|(?:the )?(?:story|report))\b"
    r"|(?: also)? contributed (?:to )?(?:additional )?reporting\b| also contributed(?=[.;]|$)"
)
WAS_TOLD = behind(rf"{ADVERB} (?:was|were|been) told\b(?! to\b)| told\s*$")
SAID_TAIL = behind(
    rf"{ADVERB} (?:said|says|informed|informs|relayed|judged|commented|opined|remarked|report"
    r"|found|finds|learned|learnt|projects|projected|forecasts|predicts|estimates|estimated|adds"
    r"|added|points? out|pointed out|notes|noted|suggests|claims|claimed|writes|explains"
    r"|calculates|reckons|revealed|reveals|disclosed|reported|reports|understands|believes|say"
    r"|confirmed|confirms|heard|observed|documented|warned|argued|concluded|counted|recalled"
    r"|related|announced|stated|states|clarified|insisted|declared|indicated|specified|wrote"
    rf"|tweeted|posted|confirmed|recounted|(?:has|had|have) been told){WHEN}?(?: (?:from"
    r"|based on) [^.,;]{3,60})?(?= ?[.,;]| [-–—] |$)"
)
# "Xinhua said the exercise would last": news, unless the sentence is about the agency itself.
SAID_IN_FRONT = behind(
    rf"(?:, (?:the|an?|another|one) [^.;:,]{{3,60}},)?{ADVERB} (?:said"
    rf"|says){WHEN}?,?(?: that)? (?=(?:the|an?|at|some|two|three|four|five|several|no|more|all"
    r"|there|[A-Z\d]|(?!(?:it|its|we|in|on|to|of|by|for|from|this|that|after"
    r"|before)\b)[a-z]+(?: [a-z]+){0,2} (?:had|has|have|was|were|is|are|would|will|could|might"
    r"|must)\b|(?!(?:it|its|we|in|on|to|of|by|for|from|this|that|after|before|so|nothing|yes"
    r"|sorry)\b)[a-z']+ [\w'-]+ ))"
)
ASSESSED = behind(
    rf"(?:, {CLAUSE}{{1,80}},|,| [-–—] {CLAUSE}{{1,80}} [-–—])?{ADVERB} (?:said|says|assessed"
    r"|assesses|estimated|estimates|notes|noted|states|stated|argues|suggests|observes|concluded"
    r"|found|believes?|say|think|doubt(?:s|ed)|judge[sd]|expects?|expected|warns|predicts?"
    r"|predicted|forecasts?|point(?:s|ed) out|describe[sd]|confirmed|claims|claimed|warned|wrote"
    r"|writes|(?:on \w+day )?(?:released|published|issued) (?:its|an|the)(?: latest"
    r"| new)? (?:assessment|update|report|analysis))\b(?! (?:that )?(?:it|they) (?:will|would"
    r"|plans|planned|is|was|had|has)\b)"
)

ASSESSED_BY = re.compile(
    rf"[,{MASK}] (?:assessed|said|says|noted|notes|wrote|writes|estimated|estimates) $"
)
ITS_ANALYSTS = in_front(r"(?:analysts|experts|researchers|specialists) (?:at|of|from|with)")
WORK_OF = in_front(r"(?:assessment|update|report|analysis|study|map)s? (?:from|by|of)")

# "Local media, including X, reported": one of many who tell the same.
AMONG_OTHERS = re.compile(
    r"\b(?:media|outlets?|newspapers?|papers|agencies|broadcasters?|channels?|stations?|websites?"
    r"|news sites|organi[sz]ations|reports)(?: [\w-]+){0,3},? (?:including|such as|like"
    r"|among them|led by) $",
    re.IGNORECASE,
)
ALL_TOLD = behind(
    rf",?(?: (?:and|among) others,?)?{ADVERB} (?:report(?:ed|ing|s)?|sa(?:id|y|ying)|published"
    r"|aired|broadcast|quoted|showed|carried|described|put)\b"
)
# "AP's Lucia Ferrant and Reuters contributed to this report."
AND_OTHERS_CONTRIBUTED = behind(
    rf"(?: [A-Z][\w'.-]+,?){{2,9}} and(?: [A-Z][\w'.-]+){{1,4}} contributed to {THIS_REPORT}\b"
    rf"|(?:'s?)? (?:writers?|{JOURNALISTS}) (?:[^.:]"
    rf"|\.(?=,| [A-Z][a-z]+,)){{1,200}}? contributed(?: to {THIS_REPORT}\b"
    r"|(?: reporting)?(?=[.;]|$))|'s? (?P<person>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3})(?:,"
    rf"| and) [^.;:]{{1,180}}? contributed(?: to {THIS_REPORT}\b| (?:additional )?reporting\b"
    r"|(?=[.;]|$))"
)
# "By X's count", "by an X tally".
BY = in_front(r"by(?: an?)?")
ITS_COUNT = behind(r"(?:'s?)? (?:own )?(?:count|tally|estimate|calculation|reckoning)s?\b")
# "dismissed an X report that", "after the X story on"
REACTING_TO = re.compile(
    r"\b(?:(?:(?:would|did) not|declin(?:ed|es) to|refus(?:ed|es) to) (?:confirm|deny|discuss"
    r"|comment on)|(?:no|any|immediate|further) (?:comment|word|reaction"
    r"|response)(?: [\w'-]+){0,6} (?:on|to)|follow(?:s|ed)|welcom(?:ed|es|ing)"
    r"|criticis?z?(?:ed|es|ing)|condemn(?:ed|s|ing)|slamm(?:ed|ing)|echo(?:ed|es|ing)"
    r"|contradict(?:ed|s|ing)|pointed to|based on|prompted by|triggered by|sparked by|caused by"
    r"|linked to|read|see|(?:in the wake|because|light|on the back|ahead) of|amid|despite|since"
    r"|citing|angered by|stung by|over|denied|den(?:y|ies|ying)|dismiss(?:ed|es|ing)"
    r"|reject(?:ed|s|ing)|disput(?:ed|es|ing)|confirm(?:ed|s|ing)|called|played down"
    r"|(?:respond|react|referr?)(?:ed|ing|s)? to|comment(?:ed|ing)? on|acknowledg(?:ed|es|ing)"
    r"|[Tt]old of|drawn on|pressed on|asked about|following|after|shar(?:ed|ing)"
    r"|post(?:ed|ing)) $"
)
REPORT_OF_IT = behind(
    rf"(?:'s?)? (?:[a-z-]+ ){{0,2}}?(?:{REPORT}|revelation|scoop|account|exposé|disclosure|survey"
    r"|poll|tally|estimate|coverage|reporting)s?\b(?! (?:editor|writer|desk)\b)"
)
# In front of a subject: what makes it no subject, such as "a former correspondent for".
NO_SUBJECT = re.compile(
    r"(?<![\w-])(?:for|at|of|from|with|by|to|via|in|on|about|against|former|onetime|nor|neither"
    r"|if|whether|not|joined|left|quit|sued|told|provided|supplied|gave|accused|asked|sister"
    r"|brother|mother|father|daughter|son|wife|husband|aunt|uncle|cousin|friend|neighbou?r"
    r"|captain|Mr\.?|Mrs\.?|Ms\.?) $|(?<![\w-])ex-$"
    r"|\b(?:boat|ship|vessel|ferry|yacht|tanker|cutter|trawler|frigate|satellite) $",
    re.IGNORECASE,
)
# "Thomson Reuters", "Michael Bloomberg": a capitalised word right in front is part of another name,
# unless it opens the sentence as one of these or says the day.
PART_OF_A_NAME = re.compile(
    r"(?<!\w)(?<!\b[Ii]n )(?<!\b[Oo]n )(?<!\b[Aa]t )(?!(?:But|And|As|When|While|Since|After"
    r"|Before|Also|Earlier|Later|Meanwhile|Yet|Although|Though|However|Still|Then|Now|Today"
    r"|Separately|Previously|Because|That|What|Which|So|Or|Only|Another|One|Several|Some|Other"
    rf"|Both|Outlets|Media|Twitter|Telegram|{DAY}) )[A-Z][a-z]+ $"
)

# A source behind another: "reported Thursday, quoting the Interfax news agency".
VIA = behind(
    rf"(?:{WHEN}{{0,2}},?|{CLAUSE}{{1,120}},) (?:(?:both|each|all|in turn) )?(?P<verb>citing"
    rf"|quoting|with reference to|referring to) (?:(?:[\w-]+ ){{0,3}}(?:{REPORT}|statement"
    r"|interview|data|figures)s? (?:[\w-]+ )?(?:by|in|from|of|to|with) )?"
)
# "Reuters, citing Interfax, said", "Reuters cited Interfax as saying"
VIA_INSIDE = behind(
    r"(?:(?: in [A-Z][\w'-]+)?,(?: (?:which|itself|in turn))?"
    rf"|{ADVERB}(?= (?:cite|quote))) (?P<verb>citing|quoting|cited|cites|quoted|quotes) "
)
