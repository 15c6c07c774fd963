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
    r"|as|stands?|won|the|an?|did|does|do|not|never|annual|that|who|which|after|before|over"
    r"|about|from|with)"
)
ITS_PRODUCT = behind(
    rf"(?:'s?)? (?:(?!{_NO_ATTRIBUTE}\b)[\w'-]+ ){{0,3}}?"
    rf"{_PRODUCT}\b(?! (?:editor|writer|desk|producer|host|presenter|team|staff|crew"
    rf"|operator)s?\b|:)"
)
PRODUCT_OF = in_front(
    rf"(?<!\bno ){_PRODUCT}(?: (?!(?:when|after|before|if|as|while)\b)[\w-]+){{0,4}}? (?:by|in"
    rf"|from|on|via|of)(?: an?| the)?"
)
# In such a sentence the product is not leaned on: it is unconfirmed, sued over, or for sale.
NOT_LEANED_ON = re.compile(
    r"\b(?:jam\w*|iPlayer|continues|follow|tune in|click here|shared|supplied|annual|quarterly"
    r"|earnings"
    r"|financial|could not|couldn't"
    r"|cannot|can't"
    r"|not (?:been )?(?:immediately "
    r"|independently )?(?:confirm|verif"
    r"|see|read|watch)\w*|unconfirmed|unable|sue[sd]?|suing|libel|lawsuit|defam\w+|apologi\w+"
    r"|retract\w*"
    r"|withdr[ae]w\w*|correction|subscri\w+|viewers|shut down"
    r"|download|advert\w*|journalists?|reporters?|staff"
    r"|employees"
    r"|licen[cs]e|blocked|banned|hacked|award|prize|pulitzer|won|nominated|exhibition|auction"
    r"|shares|shareholders?|owne[rd]\w*|host(?:ed"
    r"|ing|s)?"
    r"|debates?|app|will appear"
    r"|(?:will|to) (?:broadcast|air|show|stream"
    r"|be (?:shown|broadcast|aired|streamed|live|published))"
    r"|walked out|pulled|cancell?ed|axed|scrapped|postponed|cut short|stormed out|you can|fake"
    r"|called|calls|told|not to publish"
    r"|before publication)\b",
    re.IGNORECASE,
)
ACCORDING = re.compile(r"\baccording to [^.;:,]{0,80}$", re.IGNORECASE)
