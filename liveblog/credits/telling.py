"""What an outlet says is news, unless the sentence is about the outlet itself."""

import re
from collections.abc import Iterable

from liveblog.credits import doings, wordings
from liveblog.credits.context import TELL_THE_NEWS, Context, Phrase, can_be_subject, until
from liveblog.credits.grammar import DID, FINANCIAL, REPORT, SHOW, WHEN, behind, in_front
from liveblog.credits.itself import speaks_of_itself, was_about_itself
from liveblog.credits.names import Relation, SourceKind
from liveblog.credits.quotes import MASK

# "added that": whoever is meant, the sentence must not be about the outlet.
_ADDED = behind(
    rf"{DID} (?:adds?|added|not(?:es|ed)|points? out|pointed out|explains?|explained|claims?"
    r"|claimed|alleges?|alleged|suggests?|suggested|estimate[sd]?|confirm(?:s|ed)|stress(?:es|ed)"
    r"|recalls?|reveals?|writes|speculate[sd]|cautions|observed|observes)"
    r"(?: (?:that|how)\b|, (?=citing|quoting)|(?= (?:the|an?|at|there|some|two|three|\d)\b))"
)
# Any other verb of finding out or telling, whatever its object, on the same condition.
_FOUND_OUT = behind(
    rf"{DID}(?: independently)? (?:hears?|heard|(?:is|are) (?:hearing|told)|relay(?:s|ed)"
    r"|counted|tracked"
    r"|calculate[sd]|estimate[sd]|obtained|interviewed|polled|surveyed|analy[sz]ed|examined|traced"
    r"|documented|detail(?:s|ed)|outline[sd]|chronicled|recount(?:s|ed)|recap(?:s|ped)|describe[sd]"
    r"|summari[sz]e[sd]|cite[sd]|carr(?:ies|ied)|aired|showed|call(?:s|ed) it"
    r"|describe[sd] (?:it|him|her|them) as|profile[sd]|exposed"
    r"|visited|uncovered|unearthed|pinpointed|mapped|look(?:s|ed|ing) (?:at|into)|compiled|gathered"
    r"|collected|monitored|translate[sd])"
    rf"(?= (?!{SHOW}|its\b|their\b|it\b|for\b|on\b|off\b|out\b)[\w{MASK}]|[.;]|$)"
    rf"|{DID} (?:has|have) (?:an?|the|this|some|more|her|his|their"
    r"|all)(?: [\w-]+){0,3}? (?:rundown"
    rf"|details?|{REPORT}|interview|look|background|pieces?|scoop|footage|pictures"
    r"|images|lines?"
    r"|numbers|lowdown|update)\b"
)
# ", and CNN said two had left": the second half of a sentence that reports in its first.
_SECOND_HALF = re.compile(
    r"\b(?:report(?:ed|s|ing)|according to|said|says|told)\b[^.;]{1,200}(?:,? (?:and|while|but"
    r"|whereas)|;) $",
    re.IGNORECASE,
)
# ", and La Repubblica that the coalition has agreed", "AFP of 24": the verb of the first half.
_GAPPED = re.compile(
    r"\b(?P<verb>reports?|reported|says?|said|writes?|wrote|speaks?|spoke|puts?)\b[^.;]{1,200}?"
    r"[,;](?: and| while| but)? $"
)
_WITHOUT_VERB = behind(r" (?:that (?=\w+ \w+)|(?:of|at) (?=(?:at least |about |around |some )?\d))")
_SAID_THERE = behind(rf"{DID} (?:said|says|spoke of|speaks of|has|had)\b")

# "Orlo blocked the army after The Guardian revealed its services were used": "its" is Orlo's.
_SOMEBODY_DID = re.compile(
    r"(?:^|[.!?] )[^.;]*[\w,] (?:after|when|while|since|because|before|and|but"
    r"|until|though|although) $"
)
# "In a report published on Friday, X said": whatever it says there.
_IN_A_REPORT = re.compile(
    rf"(?:^|[.!?{MASK}] )In (?:an?|the|this|another) (?:(?!{FINANCIAL})[\w-]+ ){{0,3}}{REPORT}s?"
    rf"(?: [^.;:,{MASK}]{{1,60}})?, $"
)
_WHEN = re.compile(rf"^{WHEN}")
# The last resort: an outlet that does with words or pictures what newsrooms do.
_ANY_TELLING = behind(
    rf"{DID} (?:reveal(?:s|ed)|disclose[sd]|confirm(?:s|ed)|establishe[sd]|conclude[sd]"
    r"|warn(?:s|ed)|caution(?:s|ed)|argue[sd]|document(?:s|ed)|records?|recorded|list(?:s|ed)|names|named"
    r"|identif(?:ies|ied)|label(?:s|led|ed)|dub(?:s|bed)|term(?:s|ed)|brand(?:s|ed)"
    r"|characteri[sz]e[sd]|compare[sd]|liken(?:s|ed)|rate[sd]|rank(?:s|ed)|sum(?:s|med)(?:-up)?"
    r"|headline[sd]|splashe[sd]|assess(?:es|ed)|relate[sd]|observe[sd]|remark(?:s|ed)|mention(?:s|ed)"
    r"|highlight(?:s|ed)|illustrate[sd]|captured?s?|discover(?:s|ed)|expose[sd]|investigate[sd]"
    r"|track(?:s|ed)|trace[sd]|pieced? together|fact-check(?:s|ed)|debunk(?:s|ed)|corroborate[sd]"
    r"|update[sd]|point(?:s|ed) (?:to|at)|hint(?:s|ed)|gave an? (?:account|picture|description)"
    r"|(?:asked|questioned)(?![^.;]{1,60} (?:for|to)\b)|refer(?:s|red) to"
    r"|spell(?:s|ed|t) out|set(?:s)? out|walk(?:s|ed) through|shed(?:s)? light"
    r"|(?:sees?|saw|hears?|heard) first-?hand|saw (?!its\b)(?=[a-z]+ing )|add(?:s|ed)"
    r"|tell(?:s)? of|told of|featured?s|photographed|filmed|live-streamed|streamed)"
    rf"(?= (?!for\b|off\b|out\b|by\b)[\w{MASK}$£€]"
    r"|[.,;:]|$)"
)
# What such a sentence is about where it is not the world's news but the house's.
_HOUSE_NEWS = re.compile(
    r"\b(?:profits?|earnings|subscribers?|redundanc\w+|appoint\w*|chief executive|editor-in-chief"
    r"|director-general|launch\w*|paywall|licen[cs]e fee|apolog\w+|rebrand\w*|acquisition|merger"
    r"|schedules?|season|series|episodes?|line-?up|presenters?|hosts?|hosting|rights"
    r"|drama|programmes? guide|ratings|audiences?|viewers|listeners|cast"
    r"|licen[cs]e|sponsor\w*|award|prize|partnership|as its"
    r"|its (?:[\w-]+ ){0,3}(?:director|editor|chief|head|correspondent|president)"
    r"|as (?:[\w-]+ ){0,3}(?:director|editor|chief|head))\b",
    re.IGNORECASE,
)
# "The vote was unanimous, said The Morrow Gazette", said a person of the same name as well
_SAID_BY = re.compile(rf"[,{MASK}](?: also)? (?:said|added|noted|confirmed) $")
_ANNOUNCED_BY = in_front(rf"\bannounced(?:{WHEN})* by")
_ENDS = behind(rf"{WHEN}?(?= ?[.,;]|$)")


def as_speaker(context: Context) -> Phrase | None:
    """ "…, X said." of a news outlet when it does not speak of itself."""
    another = doings.AND_ANOTHER.match(context.alone)
    found = wordings.SAID_TAIL.match(context.after, another.end() if another else 0)
    before = doings.ANOTHER_AND.sub(",", context.before)
    tail = before.rstrip().endswith((",", MASK, " as", "As"))
    if context.kind not in TELL_THE_NEWS or not tail or found is None:
        return None
    earlier, _, sentence = before.rpartition(". ")
    if was_about_itself(sentence, context.source, it_is_another=bool(earlier)):
        return None
    return until(context, found.end(), Relation.REPORTED)


def as_said_by(context: Context) -> Phrase | None:
    """ "…, said X", "…, said an X photographer at the scene", "announced by state agency X"."""
    said = _SAID_BY.search(context.before)
    if context.kind == SourceKind.WIRE_AGENCY:  # what broadcasters announce is theirs
        said = said or _ANNOUNCED_BY.search(context.before)
    if said is None or context.kind not in TELL_THE_NEWS:
        return None
    journalist = doings.ITS_JOURNALIST.match(context.after)
    ends = _ENDS.match(context.after)
    earlier, _, sentence = context.before.rpartition(". ")
    if not journalist and (
        not ends or was_about_itself(sentence, context.source, it_is_another=bool(earlier))
    ):
        return None
    return until(context, journalist.end() if journalist else 0, Relation.REPORTED)


def as_teller(context: Context) -> Phrase | None:
    """ "X said the port was closed", "X added that" when the sentence is not about itself."""
    if context.kind not in TELL_THE_NEWS or not can_be_subject(context):
        return None
    unit = doings.UNIT.match(context.alone)
    found = _first(_TELLERS, context.after, unit.end() if unit else 0)
    found = found or wordings.SAID_IN_FRONT.match(context.after)
    if not found and _SECOND_HALF.search(context.before):
        return _in_the_second_half(context)
    if not found:
        return None
    if _IN_A_REPORT.search(context.before):
        return until(context, found.end(), Relation.REPORTED)
    if _speaks_of_itself(context, context.after[found.end() :].partition(". ")[0]):
        return None
    return until(context, len(context.after[: found.end()].rstrip()), Relation.REPORTED)


_TELLERS = (_ADDED, _FOUND_OUT)


def _first(
    patterns: Iterable[re.Pattern[str]], text: str, behind_its_unit: int
) -> re.Match[str] | None:
    places = {0, behind_its_unit}
    matches = (pattern.match(text, at) for pattern in patterns for at in sorted(places))
    return next((found for found in matches if found), None)


def as_any_telling(context: Context) -> Phrase | None:
    """ "X summed the situation up", "X has documented strikes": no news of the house itself."""
    if context.kind not in TELL_THE_NEWS or not can_be_subject(context):
        return None
    unit = doings.UNIT.match(context.alone)
    found = _first((_ANY_TELLING,), context.after, unit.end() if unit else 0)
    if not found:
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
    return speaks_of_itself(rest, context.kind, it_is_another=bool(earlier))


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
