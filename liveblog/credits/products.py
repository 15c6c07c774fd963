"""What outlets make, in a text that uses it: the last resort of ``readers``."""

import re

from liveblog.credits.grammar import REPORT, WORK, behind, in_front

# What outlets make, beside its maker: "the latest X survey", "live pictures on X".
_PRODUCT = (
    rf"(?:{REPORT}|{WORK}|interview|documentary|revelation|scoop|exposé|account|transcript|survey"
    r"|livestream|pictures|images|aerials|newscast|tweet|newsletter|podcast|front page|headline"
    r"|op-ed)s?"
)
_NO_ATTRIBUTE = (
    r"(?:will|would|to|by|its|their|has|have|had|is|was|are|were|of|for|on|in|at|and|or|said|says"
    r"|as|stands?|won|the|an?|did|does|do|not|never|annual|that|who|which|after|before|over|about"
    r"|from|with)"
)
ITS_PRODUCT = behind(
    rf"(?:'s?)? (?:(?!{_NO_ATTRIBUTE}\b)[\w'-]+ ){{0,3}}?{_PRODUCT}\b(?! (?:editor|writer|desk"
    r"|producer|host|presenter|team|staff|crew|operator|equipment)s?\b|:| and \w+s\b)"
)
PRODUCT_OF = in_front(
    r"(?:secret|undercover|covert) filming (?:for|by|from)(?: the)?"
    rf"|(?<!\bno ){_PRODUCT}(?: (?!(?:when|after|before|if|as|while|courtesy"
    r"|have)\b)[\w-]+){0,4}? (?:by|in|from|on|via|of)(?: an?| the| this morning's| today's"
    r"| \w+day's)?"
)
TAKEN_BY = re.compile(r"(?:^|[.!?–—-] )(?:Photo|Picture|Image|Graphic)s?(?: and \w+)? by $")
# In such a sentence the product is not leaned on: it is unconfirmed, sued over, or for sale.
NOT_LEANED_ON = re.compile(
    r"\b(?:jam\w*|iPlayer|continues|follow|tune in|tainted|suspend\w*|click here|shared|supplied"
    r"|at \d\d:\d\d|brought to you|watch the|editorial|is broadcast"
    r"|(?:television|TV) (?:programme|program|show|series|drama)|restrict\w*"
    r"|writes (?:the|an?|for)|can be (?:seen|heard|watched)|issue with|complain\w*|bash\w*"
    r"|blast\w*|newsreader|sign up|due to start|pushed back|listen to|catch up|and opinion"
    r"|presenter of|programmes? (?:are |is )?running|week of coverage|annual|quarterly|earnings"
    r"|financial|could not|couldn't|cannot|can't"
    r"|not (?:been )?(?:immediately |independently )?(?:confirm|verif|see|read|watch)\w*"
    r"|unconfirmed|unable|sue[sd]?|suing|libel|lawsuit|defam\w+|apologi\w+|retract\w*"
    r"|withdr[ae]w\w*|correction|subscri\w+|viewers|shut down|download|advert\w*|journalists?"
    r"|reporters?|staff|employees|licen[cs]e|blocked|banned|hacked|award|prize|pulitzer|won"
    r"|nominated|exhibition|auction|shares|shareholders?|owne[rd]\w*|host(?:ed|ing|s)?|debates?"
    r"|app|will appear|(?:will|to) (?:broadcast|air|show|stream"
    r"|be (?:shown|broadcast|aired|streamed|live|published))|walked out|pulled|cancell?ed|axed"
    r"|scrapped|postponed|cut short|stormed out|you can|fake|called|calls|told|not to publish"
    r"|before publication)\b",
    re.IGNORECASE,
)
ACCORDING = re.compile(r"\baccording to [^.;:,]{0,80}$", re.IGNORECASE)
