"""Names that stand apart from the sentence, as live blogs and headlines have them.

Texts are plain and masked (``quotes``), as in ``wordings``.
"""

import re

from liveblog.credits.grammar import DAY, THIS_REPORT, behind, in_front
from liveblog.credits.quotes import MASK

# "More now from Reuters on the collision", "Here's the latest from AFP", "Here are some images from
# our colleagues at AP": it opens a sentence.
MORE_FROM = re.compile(
    rf"(?:^|(?:[.,!?:{MASK}]|[-–—]) )(?:and )?(?:we're (?:getting|hearing|seeing) )?(?:(?:read|see"
    r"|hear|watch|get|find|listen to) )?(?:here(?: is|'s| are) )?(?:(?:a|some) )?(?:(?:bit|little"
    r"|striking|fresh|few) )?(?:more|(?:the )?latest(?: update| news| lines?)?|this|news|line"
    r"|an? (?:update|note|dispatch|alert|flash|snap|line)|updates|details|context|background"
    r"|colour|color|reaction|further details|images|pictures|photos|video|footage"
    r"|lines)(?: (?:now|news|details?|lines?|here|is|comes|coming|just|in|through|images|pictures"
    r"|photos)| on [^.;:]{3,60}?,?){0,3} from (?:our (?:colleagues|friends|partners) (?:at|with"
    r"|in) )?$",
    re.IGNORECASE,
)
BY_MAIL = behind(
    r" (?:in|to|straight to) your (?:inbox|phone|mailbox)\b| (?:[A-Z]\w+ )+(?:Project|Series)\b"
    r"| (?:[\w-]+ ){0,3}(?:visit|follow|see|go to|click)\b"
)
# "Via Reuters: both crews are safe", and a headline's "Reuters: Two tankers collide".
LABEL = re.compile(
    r"(?:^"
    r"|[.!?] )(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?:? ?(?:[—–-]"
    r" ?)?)?(?:(?:UPDATE )?\(\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?\):"
    r" )?(?:(?:BREAKING(?: NEWS)?"
    r"|NEW|UPDATE|Just in|Via|From)[:,]? )?(?:(?:(?<=From )"
    r"|(?<=Via ))our colleagues?(?: (?-i:[A-Z])[\w'-]+){0,3} (?:at|with|in) )?$",
    re.IGNORECASE,
)
LABELLED = re.compile(
    rf": (?![^.!]{{0,250}}\?)(?!.{{0,60}}\b\d{{1,2}}[-–]\d{{1,2}}\b)(?=[A-Z{MASK}]|the |an? "
    r"|[a-z]+ [\w'’-]+ [\w'’-]+ )| \(\d{1,2}[./]\d{1,2}[./]\d{4}\) ?[-–—:]"
    rf"| [-–—―] (?=[A-Z{MASK}])| (?:snap )?(?:projection|snap|flash|newsflash|exclusive|report"
    r"|poll|analysis|alert|estimate)s?:"
)
# "From AFP's Otto Venn in Harbour Town", and a colon behind it.
# "From X:" on a line of its own, above what is taken from there
FROM = re.compile(r"^(?:(?:From|Via|Via our colleagues at) )?$")
COLON = re.compile(r":\s*$")
FROM_SOMEBODY = re.compile(
    r"(?:^|[.!?:] )(?:From|By|Via|(?:Analysis|Report|Words|Dispatch|Video|Explainer) by) $"
)
SOMEBODY_THERE = re.compile(
    r"'s (?P<person>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3})(?:,? (?:in|at|on|near) [^.:;]{2,60})?: "
)
# A headline's source behind it: "Two tankers collide - Reuters"; see also brackets.
AT_THE_END = re.compile(
    rf"(?:^|[\w{MASK}][.!?]? |[.!?](?=[-–—―]))[-–—―|] ?$|^[^.!?]{{20,}}[\w{MASK}]: $"
)
# "© X" on a line of its own
COPYRIGHT = re.compile(
    rf"(?:^|[.!?”{MASK}] )(?:©|\(c\)|Copyright)(?: \d{{4}})?(?: Thomson)? $", re.IGNORECASE
)
ITS_YEAR = re.compile(r"(?:,? \d{4})?[.!]?(?: All rights reserved\b.*)?\s*$")
# "Nine were killed, police said. PTI"
AT_OR_BEHIND_THE_END = re.compile(rf"{AT_THE_END.pattern}|[.!?{MASK}] $")
THEN_MORE = re.compile(rf"\.(?= [A-Z{MASK}])")  # "… to the airport - X. Nobody is angry"
IN_A_SENTENCE = re.compile(rf"[.!?{MASK}] [^.!?]{{25,}}[a-z\d] $|^[^.!?]{{25,}}[a-z\d] $")
BEHIND_A_SENTENCE, THEN_ANOTHER = re.compile(rf"[.!?\"”{MASK}] $"), re.compile(r" [A-Z]")
BEHIND_A_DASH = re.compile(r"\w [-–—] $")
NOTHING_MORE = re.compile(r"(?: \(@\w+\)(?: [A-Z][a-z]+ \d{1,2}, \d{4})?)?[.!]?(?:\s*[-–—])?\s*$")
# behind the name: "SOURCE: X and news agencies", "– X, Agencies"
AND_AGENCIES = re.compile(r"(?:,|/| and|,? &) ?(?:[Nn]ews )?[Aa]gencies[.)]*\s*$")
# "the latest images, via X."
VIA_AT_THE_END = re.compile(
    r"(?:^|(?<!photo credit)[ (])(?:[Vv]ia|[Hh]/[Tt]|[Hh]at[ -]tips?(?: to|:)?) $"
)
NOTHING_OF_THE_SENTENCE = re.compile(r"(?!, ?File\b)(?:[.,;:!)]|\s*$)")
# What stands below a text: whose material is in it.
_MATERIAL = r"(?:information|material|reporting|content|copy|inputs?|files|contributions|details)"
_NAME = r" (?-i:[A-Z])[\w'.-]+(?: (?-i:[A-Z])[\w'.-]+){1,3}"
_AND_PERSONS = rf"(?:{_NAME}(?:,|,? and))*"
_PERSONS = rf"{_AND_PERSONS}{_NAME},?"
_CAME = (
    r"(?:also )?(?:came|comes|is|was|were|are|has been"
    r"|have been)(?: also)?(?: (?:provided|supplied|drawn|taken|contributed|compiled|sourced"
    r"|adapted|gathered))? (?:from|by)"
)
CAME_FROM = in_front(
    rf"(?:{_MATERIAL} (?:(?:used )?(?:in|for|on) {THIS_REPORT}|here) {_CAME}"
    rf"|(?:some|certain|additional|part|much) (?:of )?(?:the )?{_MATERIAL} {_CAME}"
    rf"|{THIS_REPORT} (?:includes|contains|uses|is based on|draws on) {_MATERIAL} (?:by|from)"
    r"|(?:with|including|additional|further)(?: (?:additional|further|extra|agency"
    rf"|some))? {_MATERIAL} (?:by|from){_AND_PERSONS}"
    rf"|{_MATERIAL} (?:used )?(?:for|to|in|on) {THIS_REPORT} {_CAME}{_PERSONS} (?:of|at|from|with)"
    rf"|(?:includes|contains|uses) {_MATERIAL} (?:by|from)|(?-i:Based) on {_MATERIAL} (?:by|from)"
    r"|compiled (?:from|with)(?: reports (?:by|from))?"
    rf"|(?:{THIS_REPORT}|it) (?:was|is|has been) (?:written|prepared|produced|compiled"
    rf"|made) (?:using|with|from) {_MATERIAL} (?:by|from|of)"
    r"|(?:report|text|copy)s? (?:supplied|provided) by)"
)
# "Material from X was used in this report."
MATERIAL_FROM = in_front(r"(?:material|information|reporting|content|reports?) (?:from|by)")
USED_HERE = behind(
    r" (?:(?:was|were|is|are|has been)(?: also)? (?:used|included) in"
    rf"|(?:also )?contributed to) {THIS_REPORT}\b"
)
# "AP writers Jane Doe in Bay, Ala., and Al Roe in Morrow contributed to this report", whoever did
SOMEBODY_CONTRIBUTED = behind(
    r"(?:'s?)? (?:[^.;:]|(?<=\b[A-Z])\."
    r"|\.(?=,)){1,240}? contributed (?:(?:additional )?reporting(?: from\b| to\b|[.,]|$)"
    rf"|to {THIS_REPORT}\b)"
)
# "Reporting by X and Y", and nothing said of it.
REPORTING_BY = re.compile(
    rf"(?:^|[.;!?\"”{MASK}] |\()(?:(?:(?:Additional|Further) )?(?:Reporting|Material"
    rf"|Information) (?:by|from)|Contribut(?:ing|ed|ors?)(?: by)?:){_AND_PERSONS} $"
    r"|(?:^|[.;!?(] |\()(?:Reporting"
    rf"|Writing) by{_PERSONS}(?: in [A-Z][\w'-]+(?: [A-Z][\w'-]+)?)? (?:for|of|at|from) $"
)
# "(with X)", "With X and Y", on a line of its own
WITH_MATERIAL = re.compile(
    r"(?:^|\(|[.!?¤] |(?:^|[.!?] )[-–—] ?|^By(?: [A-Z][\w'-]+){2,4} )(?:With"
    r"|with)(?: (?-i:[A-Z])[\w.-]*(?: (?-i:[A-Z])[\w.-]*){0,2},)*(?: agencies,?(?: and)?"
    r"| (?:an? )?(?:reports?|files|inputs?|material|additional reporting) (?:from|by))? $"
)
NO_MORE = re.compile(
    r"(?:, [A-Z][\w. -]{1,30}){0,4}(?: (?:inputs?|reports?|material))?[.)]*(?:\s*[-–—]+)?\s*$"
)
GOES_ON = behind(r",? (?!(?:and|writing|editing|additional|further)\b)[a-z]")
# "HARBOR TOWN, Jan 14 (X) - ": an agency's own opening.
OPENING = re.compile(
    r"^(?:\([^()]{1,40}\) )?(?:[A-ZÀ-Ý][\w .,'’/–—-]{1,60}(?:\([A-Z][\w .]{1,30}\)[\w"
    r" .,-]{1,30})?(?: "
    r"|\.(?=$)))?$"
)
OPENED = behind(rf" ?(?:\.?[-–—―]|--|_|:) ?(?=\S)| ?(?=[A-Z{MASK}])")
# Several open a text: "MONTEVIDEO (X and Y) -- ", "SANTIAGO (X/Y) - "
OPENING_LIST = re.compile(
    r"^(?:[A-ZÀ-Ý][\w .,'’/-]{1,60} )?\((?:[A-Z][\w. -]{1,30}(?:/|, | and )){0,3}$"
)
OPENED_LIST = behind(r"(?:(?:/|, | and )[A-Z][\w. -]{1,30}){0,3}\) ?(?:\.?[-–—―]|:) ?-?(?=\S| )")
# "Morrow, May 4, X – "
OPENING_PLAIN = re.compile(
    r"^[A-ZÀ-Ý][A-ZÀ-Ý ,.'-]{2,60} \([A-Z][\w ,]{3,20}\) $"
    r"|^[A-ZÀ-Ý][\w .'’-]{1,40},(?: [A-Z][a-z]{2,8}\.? \d{1,2},?(?: \d{4},?)?)? $"
)
OPENED_PLAIN = behind(r" ?(?:[-–—―]|--) ?(?=\S)")
# "X , Friday 9 May 2019" on a line of its own
# "Madrid X —" on a line of its own
PLACE, DASH_ALONE = re.compile(r"^[A-Z][\w ,.'-]{1,40} $"), behind(r"\s*[-–—]\s*$")
# "X, Y, Z" on a line of its own
NAMES_IN_FRONT = re.compile(r"^(?:[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}, )*$")
NAMES_BEHIND = behind(r"(?:,(?: and)? [A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3})*\s*$")
# "By Jane Doe, X News" above what she writes
BY_LINE = re.compile(
    rf"(?:^[Bb]y|[.!?{MASK}] By) [A-Z][\w'-]+(?: [A-Z][\w'-]+){{1,3}}(?:(?:,"
    r"|,? and)(?: [A-Z][\w'-]+){2,4}){0,3}(?:,?| for) $"
)
# "by X in Bay", "By X news desk", "X First published on Tue 11 Jan"
BY_ITS_DESK = behind(
    r" (?:(?:in|at) [A-Z][\w' -]{2,30}|(?:news ?desk|news desk|staff|newsroom|reporters?"
    r"|correspondents?))\s*$| (?:First published|Time of article|Published|Updated"
    r"|Last modified)\b"
)
# "Jane Doe, X" on a line of its own
BY_A_PERSON = re.compile(r"^[A-Z][a-z'-]+ [A-Z][a-z'-]+, $")
BULLETS = frozenset({"", "•", "·", "*"})
# "X, Lomé" on a line of its own
AT_A_PLACE = behind(r"(?:, [A-ZÀ-Ý][\w ,./'-]{1,40}| [A-Z][a-z]+(?: [A-Z][a-z]+)?)?$")
UNDER_A_BAR = behind(r" \| \S")  # "X | Morrow | Updated: 11-04-2025"
DATED = behind(
    rf"(?: ?[,|–-] ?| | Published )(?:{DAY},? )?(?:\d{{1,2}} [A-Z][a-z]+"
    r"|[A-Z][a-z]+ \d{1,2}),? ?\d{4}\.?(?: \(\)| - Last updated\b.{0,40}| [A-Z].{0,30})?:?\s*$"
)
DASHED = behind(r" ?(?:[-–—―]|--) ?(?=\S)")
SLASHED = behind(r"\. (?=\S)")  # "MORROW, January 21. /X/. "
SOURCES = re.compile(
    rf"(?:^|[\w.!?)\"”{MASK}–—-] (?=S)|[.!?){MASK}] |\()(?:[Ss](?:ources?|OURCES?)"
    r"|The following sources were used[^.:;]{0,60}): ?(?:[^().:;, ][^().:;,]{0,39}, )*(?:and )?$"
)
ONE_OF_THEM = re.compile(r"(?:,|/| and|,? &) ?(?!citing|quoting|with reference)\w")
# "lo/ab (dpa, AFP)" closes a text made of their copy.
CLOSING = re.compile(r"\((?P<listed>(?:[^(),/ ][^(),/]{0,39}(?:, ?|/))*)$")
CLOSED = behind(r"(?:(?:, ?|/)[^(),/ ][^(),/]{0,39})*\)\.?(?:\s*[-–—]+)?\s*$")
# behind the initials of who made it, it may stand inside a text: "ls/bw (AFP, AP) At dusk the"
INITIALLED = re.compile(
    r"[.!?¤] (?:- )?[a-z]{2,4}(?:[/,][a-z]{2,4})+[ -]?\(?(?P<listed>(?:[^(), ][^(),]{0,39}, ?)*)$"
)
CLOSED_THERE = behind(r"(?:, ?[^(), ][^(),]{0,39})*\)(?= [A-Z])")
