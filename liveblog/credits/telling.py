"""What an outlet says is news, unless the sentence is about the outlet itself."""

import re
from collections.abc import Iterable

from liveblog.credits import doings, received, wordings
from liveblog.credits.context import TELL_THE_NEWS, Context, Phrase, can_be_subject, until
from liveblog.credits.grammar import (
    ADVERB,
    DID,
    FINANCIAL,
    JOURNALISTS,
    REPORT,
    SHOW,
    WHEN,
    behind,
    in_front,
)
from liveblog.credits.itself import speaks_of_itself, was_about_itself
from liveblog.credits.names import Relation, SourceKind
from liveblog.credits.quotes import MASK

# "added that": whoever is meant, the sentence must not be about the outlet.
_ADDED = behind(
    rf"{DID} (?:adds?|added|not(?:es|ed)|points? out|pointed out|explains?|explained|claims?"
    r"|claimed|(?:is|are) (?:claiming|saying)|alleges?|alleged|suggests?|suggested|estimate[sd]?"
    r"|confirm(?:s|ed)|stress(?:es|ed)|recalls?|reveals?|writes|speculate[sd]|cautions|observed"
    rf"|observes|finds|found)(?:{WHEN}? (?:that|how)\b|, (?=citing|quoting)"
    r"|(?= (?:the|an?|at|there|some|two|three|\d|[A-Z][\w'-]+)\b)|(?=:(?: |$)))"
)
_ANNOUNCED_THAT = behind(rf"{DID} announce[sd] that\b")
# Any other verb of finding out or telling, whatever its object, on the same condition.
_FOUND_OUT = behind(
    rf"{DID}(?: independently)? (?:hears?|heard|(?:is|are) (?:hearing|told)|relay(?:s|ed)|counted"
    r"|(?:has|have) been (?:chronicling|following|tracking|reporting on|investigating)"
    r"|witness(?:es|ed)|tracked|calculate[sd]|estimate[sd]|obtained|interviewed|polled|surveyed"
    r"|contacted(?= (?:\d|dozens|hundreds|all|every))|analy[sz]ed|examined|traced|documented"
    r"|detail(?:s|ed)|outline[sd]|chronicled|recount(?:s|ed)|recap(?:s|ped)|describe[sd]"
    r"|summari[sz]e[sd]|cite[sd]|carr(?:ies|ied)|aired|showed|call(?:s|ed) it"
    r"|describe[sd] (?:it|him|her|them) as|profile[sd]|exposed|visited|drawn on|drew on"
    r"|used [\w -]{3,60}? to (?:examine|identify|verify|locate|count|map|analy[sz]e)"
    r"|(?:dug|digs?) (?:up|out)|uncovered|unearthed|pinpointed|mapped"
    r"|look(?:s|ed|ing) (?:at|into)|compiled|gathered|collected|monitored"
    rf"|translate[sd])(?= (?!{SHOW}|its\b|their\b|it\b|for\b|on\b|off\b|out\b)[\w{MASK}]|[.;]|$)"
    rf"|{DID} (?:has|have) (?:an?|the|this|these|some|more|her|his|their"
    rf"|all)(?: [\w-]+){{0,3}}? (?:list|rundown|details?|{REPORT}|interview|look|background"
    r"|pieces?|scoop|footage|pictures|images|lines?|numbers|lowdown|update|summary|round-?up"
    r"|explainer|guide|timeline|statement|quotes?|reaction|analysis|profile|obituary|text"
    r"|transcript|results?|tally|figures|audio|letter)\b"
    rf"|{DID} (?:has|have) (?:(?:live|exclusive|new|more) )?(?:footage|pictures|images|video)\b"
)
# ", and CNN said two had left": the second half of a sentence that reports in its first.
_SECOND_HALF = re.compile(
    r"\b(?:report(?:ed|s|ing)|according to|said|says|told|describe[sd]"
    r"|puts? (?=the|it|that))\b[^.;]{1,200}(?:,? (?:and|while|but|whereas)|;) $",
    re.IGNORECASE,
)
# ", and La Repubblica that the coalition has agreed", "AFP of 24": the verb of the first half.
_GAPPED = re.compile(
    r"\b(?P<verb>reports?|reported|says?|said|writes?|wrote|speaks?|spoke"
    r"|puts?)\b[^.;]{1,200}?[,;](?: and| while| but)? $"
)
_WITHOUT_VERB = behind(r" (?:that (?=\w+ \w+)|(?:of|at) (?=(?:at least |about |around |some )?\d))")
_SAID_THERE = behind(rf"{DID} (?:said|says|spoke of|speaks of|has|had)\b")

# "Orlo blocked the army after The Guardian revealed its services were used": "its" is Orlo's.
_SOMEBODY_DID = re.compile(
    r"(?:^|[.!?] )[^.;]*[\w,%] (?:after|when|while|since|because|before|and|but|until|though"
    r"|although) $"
)
_SAID_IT = behind(rf"{ADVERB} (?:said|says|reported)(?: that)? (?=its?\b)")
# "In a report published on Friday, X said": whatever it says there.
_IN_A_REPORT = re.compile(
    rf"(?:^|[.!?{MASK}] )In (?:an?|the|this"
    rf"|another) (?:(?!{FINANCIAL})[\w-]+ ){{0,3}}{REPORT}s?(?: [^.;:,{MASK}]{{1,60}})?, $"
)
_WHEN = re.compile(rf"^{WHEN}")
# The last resort: an outlet that does with words or pictures what newsrooms do.
_ANY_TELLING = behind(
    rf"{DID} (?:puts it|reveal(?:s|ed)|disclose[sd]|confirm(?:s|ed)|establishe[sd]|conclude[sd]"
    r"|c(?:ame|omes) to the conclusion|(?:does|did) not rule out|warn(?:s|ed)|caution(?:s|ed)"
    r"|argue[sd]|document(?:s|ed)|records?|recorded|list(?:s|ed)|names|named|identif(?:ies|ied)"
    r"|label(?:s|led|ed)|dub(?:s|bed)|term(?:s|ed)|brand(?:s|ed)|characteri[sz]e[sd]|compare[sd]"
    r"|liken(?:s|ed)|rate[sd]|rank(?:s|ed)|sum(?:s|med)(?:-up)?|headline[sd]|splashe[sd]"
    r"|assess(?:es|ed)|relate[sd]|observe[sd]|remark(?:s|ed)|mention(?:s|ed)|highlight(?:s|ed)"
    r"|illustrate[sd]|captured?s?|discover(?:s|ed)|expose[sd]|investigate[sd]|focus(?:es|ed) on"
    r"|define[sd]|analy[sz]e[sd]|examine[sd]|track(?:s|ed)|trace[sd]|pieced? together"
    r"|fact-check(?:s|ed)|debunk(?:s|ed)|corroborate[sd]|update[sd]|point(?:s|ed) (?:to|at)"
    r"|hint(?:s|ed)|(?:gave|provided|offered|has|had) (?:an?|more|further|some"
    r"|new)? ?(?:accounts?|picture|descriptions?|details)"
    r"|(?:asked|questioned)(?![^.;]{1,60} (?:for|to)\b)|refer(?:s|red) to|clarif(?:ies|ied)"
    r"|specif(?:ies|ied)|stated|indicate[sd]|under(?:lines?|lined|score[sd])"
    r"|urged (?=everybody|everyone|people|residents|viewers)|spell(?:s|ed|t) out|set(?:s)? out"
    r"|(?:has|have|had) seen(?= (?:him|her|them|[A-Z]\w+) \w+ing\b)"
    r"|(?:brings|brought) (?:up|back up)|walk(?:s|ed) through|shed(?:s)? light"
    r"|(?:sees?|saw|hears?|heard) first-?hand|saw(?= (?:(?!its|their|sales|profits?|revenues?"
    r"|shares|growth|traffic)[a-z]+s' |[a-z]+ing|[a-z]+ [a-z]+ing|at least|about|several|dozens"
    r"|hundreds|two|three|four|five|\d+|bodies) )|add(?:s|ed)|tell(?:s)? of|told of|featured?s"
    r"|photographed|filmed|live-streamed|streamed"
    rf"|publish(?:es|ed))(?= (?!for\b|off\b|out\b|by\b)[\w{MASK}$£€]|[.,;:]|$)"
)
# Whatever it does so that news follow: "X reminded that the pass was shut", "X alleged, citing A".
_ITS_OWN_WILL = (
    r"(?:agree[sd]|decide[sd]|promise[sd]|pledge[sd]|hope[sd]|fear(?:s|ed)|demand(?:s|ed)"
    r"|den(?:ies|ied)|wish(?:es|ed)|request(?:s|ed)|require[sd]|propose[sd]|recommend(?:s|ed)"
    r"|order(?:s|ed)|threaten(?:s|ed)|complain(?:s|ed)|vow(?:s|ed)|apologi[sz]e[sd]"
    r"|regret(?:s|ted)|know(?:s)?|think(?:s)?|feel(?:s)?|ensure[sd]|assume[sd]|ask(?:s|ed)"
    r"|insist(?:s|ed)|announce[sd]|wanted|prove[sd]|accept(?:s|ed)|admit(?:s|ted)|argue[sd]|means"
    r"|ruled|believe[sd])"
)
_NEWS_FOLLOW = behind(
    rf"{ADVERB} (?!{_ITS_OWN_WILL}\b)[a-z]{{3,}}(?:s|ed)(?: that (?!(?:it|its|they|their)\b)"
    r"|, (?:citing|quoting|referring to|with reference to)\b)"
)
# What such a sentence is about where it is not the world's news but the house's.
_HOUSE_NEWS = re.compile(
    r"\b(?:profits?|earnings|subscribers?|redundanc\w+|appoint\w*|chief executive|editor-in-chief"
    r"|director-general|launch\w*|paywall|licen[cs]e fee|apolog\w+|rebrand\w*|acquisition|merger"
    r"|schedules?|season|series|episodes?|line-?up|presenters?|hosts?|hosting|rights|drama"
    r"|guidelines|salaries|handbook|programmes? guide|ratings|audiences?|viewers|listeners|cast"
    r"|licen[cs]e|sponsor\w*|award|prize|partnership|as its"
    r"|its (?:[\w-]+ ){0,3}(?:director|editor|chief|head|correspondent|president)"
    r"|as (?:[\w-]+ ){0,3}(?:director|editor|chief|head))\b",
    re.IGNORECASE,
)
# "The vote was unanimous, said The Morrow Gazette", said a person of the same name as well
_SAID_BY = re.compile(
    rf"(?:[,{MASK}]|[-–—])(?: also)? (?:said|added|noted|confirmed"
    r"|(?:explain|underline|stress|underscore|recall|claim|announce|inform|specify|specifie"
    r"|continue|observe|warn|comment|conclude|remind|emphasi[sz]e|reveal|report|write)(?:s|d"
    rf"|ed)) $|{MASK},? [a-z]{{4,}}(?:s|ed) $|\b(?:this|it) (?:writes|reports) $"
)
_ANNOUNCED_BY = in_front(rf"\bannounced(?:{WHEN})* by")
# ", noted a journalist from X"
_ITS_JOURNALIST_DID = re.compile(
    rf"[,{MASK}](?: also)? (?:said|added|noted|confirmed|reported|saw|heard|counted|observed"
    r"|witnessed|reports|says|notes) (?:an?|the|one|two"
    rf"|several) (?:[\w-]+ )?{JOURNALISTS}(?: who [^.;:,]{{3,60}})? (?:of|from|for|with|at) $"
    r"|\bby [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}, (?:an?"
    rf"|the) (?:[\w-]+ ){{0,2}}?{JOURNALISTS} (?:of|from|for|with|at) $"
    rf"|[,{MASK}] (?:explains|reports|writes|says|wrote"
    r"|reported) [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2} (?:for|of|at) $"
    r"|(?:^|[.!?] |, )(?:[Rr]eports"
    rf"|[Ww]rites) [A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,2}}, (?:[\w-]+ ){{0,2}}?{JOURNALISTS} (?:of"
    r"|from|for|with|at) $"
)
# "…," Jane Doe and Al Roe report for X
_REPORT_FOR = re.compile(
    rf"[,{MASK}] [A-Z][\w'-]+ [A-Z][\w'-]+(?: and [A-Z][\w'-]+ [A-Z][\w'-]+)? (?:reports?|writes?"
    r"|reported|wrote) for $"
)
_BY_NAME = behind(r"'s [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3}(?=[,.;]| (?:in|from|at) )")
# "said X sports editor Jane Doe"
_BY_EDITOR = behind(
    r"(?:'s)? (?:(?!managing|executive|general|chief)[\w-]+ ){1,3}(?:editor|correspondent"
    r"|reporter|producer|bureau chief) [A-Z][\w'-]+ [A-Z][\w'-]+"
)
_ITS_PERSON_SAID = behind(
    r"'s (?P<person>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}) (?:said|says|reported|reports)(?=[.,;]|$)"
)
_SAID_WITHOUT_COMMA = re.compile(r"\w said $")
_ENDS = behind(rf"{WHEN}?(?= ?[.,;]| [-–—]|$)")


def as_speaker(context: Context) -> Phrase | None:
    """ "…, X said." of a news outlet when it does not speak of itself; "…, X's Jane Doe said."."""
    another = doings.AND_ANOTHER.match(context.alone)
    found = wordings.SAID_TAIL.match(context.after, another.end() if another else 0)
    before = doings.ANOTHER_AND.sub(",", context.before)
    tail = before.rstrip().endswith((",", MASK, " as", "As"))
    if tail and context.kind in TELL_THE_NEWS and (person := _ITS_PERSON_SAID.match(context.after)):
        return until(context, person.end(), Relation.REPORTED, person["person"])
    if context.kind not in TELL_THE_NEWS or not tail or found is None:
        return None
    if "announced" in found[0] and context.kind != SourceKind.WIRE_AGENCY:
        return None
    earlier, _, sentence = before.rpartition(". ")
    if was_about_itself(sentence, context.source, it_is_another=bool(earlier) or context.continued):
        return None
    return until(context, found.end(), Relation.REPORTED)


def as_said_by(context: Context) -> Phrase | None:
    """ "…, said X", "…, said an X photographer at the scene", "announced by state agency X"."""
    said = _SAID_BY.search(context.before)
    if context.kind == SourceKind.WIRE_AGENCY:  # what broadcasters announce is theirs
        said = said or _ANNOUNCED_BY.search(context.before)
    if context.kind not in TELL_THE_NEWS:
        return None
    if _ITS_JOURNALIST_DID.search(context.before) or _REPORT_FOR.search(context.before):
        return until(context, 0, Relation.REPORTED)
    journalist = received.ITS_JOURNALIST.match(context.after) if said else None
    if said:
        journalist = journalist or _BY_NAME.match(context.after) or _BY_EDITOR.match(context.after)
    if said is None and not _SAID_WITHOUT_COMMA.search(context.before):
        return None
    ends = _ENDS.match(context.after)
    earlier, _, sentence = context.before.rpartition(". ")
    if not journalist and (
        not ends
        or was_about_itself(
            sentence, context.source, it_is_another=bool(earlier) or context.continued
        )
    ):
        return None
    return until(context, journalist.end() if journalist else 0, Relation.REPORTED)


def as_teller(context: Context) -> Phrase | None:
    """ "X said the port was closed", "X added that" when the sentence is not about itself."""
    if context.kind not in TELL_THE_NEWS or not can_be_subject(context):
        return None
    found = _first(_TELLERS, context)
    which = doings.WHICH_CLAUSE.match(context.after)
    another, apposition = (
        doings.AND_ANOTHER.match(context.alone),
        doings.APPOSITION.match(context.after),
    )
    for behind_that in (None, another, which, apposition):
        at = behind_that.end() if behind_that else 0
        found = found or wordings.SAID_IN_FRONT.match(context.after, at)
    if context.after[:2] == ", " and doings.WHAT_IT_IS.search(context.before):
        found = found or wordings.SAID_IN_FRONT.match(context.after, 1)
    if not found and _SOMEBODY_DID.search(context.before.rpartition(". ")[2]):
        found = _SAID_IT.match(context.after)
    if not found and _SECOND_HALF.search(context.before):
        return _in_the_second_half(context)
    if not found and context.kind == SourceKind.WIRE_AGENCY:  # what others announce is their own
        found = _ANNOUNCED_THAT.match(context.after)
    if not found:
        return None
    if _IN_A_REPORT.search(context.before):
        return until(context, found.end(), Relation.REPORTED)
    if _speaks_of_itself(context, context.after[found.end() :].partition(". ")[0]):
        return None
    return until(context, len(context.after[: found.end()].rstrip()), Relation.REPORTED)


_TELLERS = (_ADDED, _FOUND_OUT)


def _first(patterns: Iterable[re.Pattern[str]], context: Context) -> re.Match[str] | None:
    """What it does, right behind its name, behind its unit or behind others that do it as well."""
    others = doings.UNIT.match(context.alone), doings.AND_ANOTHER.match(context.alone)
    more = (*others, doings.APPOSITION.match(context.after))
    places = sorted({0, *(found.end() for found in more if found)})
    matches = (pattern.match(context.after, at) for pattern in patterns for at in places)
    return next((found for found in matches if found), None)


def as_any_telling(context: Context) -> Phrase | None:
    """ "X summed the situation up", "X has documented strikes": no news of the house itself."""
    if context.kind not in TELL_THE_NEWS or not can_be_subject(context):
        return None
    found = _first((_ANY_TELLING, _NEWS_FOLLOW), context)
    if not found or (found[0].endswith("asked") and context.before.endswith("when ")):
        return None
    rest = context.after[found.end() :].partition(". ")[0]
    if _HOUSE_NEWS.search(rest) or _speaks_of_itself(context, rest):
        return None
    return until(context, found.end(), Relation.REPORTED)


def _speaks_of_itself(context: Context, rest: str) -> bool:
    """Whether ``rest``, what the outlet says, is about it; in a clause of somebody's it is not."""
    earlier, _, clause = context.before.rpartition(". ")
    rest = _WHEN.sub("", f" {rest.lstrip()}")
    if _SOMEBODY_DID.search(clause):
        return was_about_itself(
            rest.lstrip().removeprefix("it ").removeprefix("its "), context.source
        )
    return speaks_of_itself(rest, context.kind, it_is_another=bool(earlier) or context.continued)


def as_gapped(context: Context) -> Phrase | None:
    """ "Ansa reports 21 dead, and X that the coalition has agreed": the verb is in front."""
    if context.kind not in TELL_THE_NEWS or not _GAPPED.search(context.before):
        return None
    found = _WITHOUT_VERB.match(context.after)
    return until(context, found.end(), Relation.REPORTED) if found else None


def _in_the_second_half(context: Context) -> Phrase | None:
    """ "…, Kyodo reported, while NHK said it broke up": what "it" is stands in the first half."""
    found = _SAID_THERE.match(context.after)
    rest = context.after[found.end() :].partition(". ")[0] if found else ""
    if not found or speaks_of_itself(rest, context.kind, it_is_another=True):
        return None
    return until(context, found.end(), Relation.REPORTED)
