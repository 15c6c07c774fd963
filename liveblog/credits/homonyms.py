"""Spellings of a source's name that stand for something else in this text."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

# "the Australian Federal Police", in a text that goes on about "the AFP"
_LONGEST = 7  # words
_CAPITALISED = re.compile(
    r"(?P<the>\b[Tt]he )?(?P<name>[A-Z][\w'-]*(?: (?:(?:of|for|and|the|in"
    rf"|on) )?[A-Z][\w'-]*){{1,{_LONGEST}}})"
)
_BRACKETED = re.compile(r" \((?P<short>[A-Z]{2,6})\)")
# "the Islamic Republic News Agency (IRNA)" is what the initials are registered for
_AN_OUTLET = re.compile(r"\b(?:News|Agency|Press|Broadcasting|Radio|Television|Times|Journal)\b")
# closed-circuit television, not China's
_CAMERAS = re.compile(
    r"\b(?:captured|caught|seen|filmed|recorded|picked up|spotted) (?:on|by) CCTV\b"
)
_CHINA = re.compile(r"China|Chinese|Beijing|state broadcaster")
_CONSULTANTS = re.compile(r"\b([A-Z]{2,4}) Consulting\b")
_SHORTEST = 3  # letters; "AP" may stand in a text about the Asia Pacific
# "Michael Bloomberg", who is "Bloomberg" from then on
_PERSON = re.compile(r"(?<!\w)(?P<first>[A-Z][a-z]+) (?P<last>[A-Z][a-z]+)\b")
_AS_A_PERSON = r"(?:,? who\b|(?: \w+)? (?:said|says|added|told reporters)(?: that)? (?:he|she)\b)"
_NO_FIRST_NAME = frozenset({"Thomson", "The", "This", "Both", "State", "News", "Radio", "Agence"})


def other_meanings(text: str, forms: Iterable[str]) -> frozenset[str]:
    """Which of the ``forms`` (spellings of names) ``text`` uses for somebody or something else.

    ``text`` is plain and masked, a whole entry's.
    """
    known = frozenset(forms)
    others = {*_CONSULTANTS.findall(text), *_acronyms(text, known), *_surnames(text, known)}
    if _CAMERAS.search(text) and not _CHINA.search(text):
        others.add("CCTV")
    return frozenset(others)


def _acronyms(text: str, forms: frozenset[str]) -> Iterator[str]:
    lowered = text.replace("The ", "the ")
    is_called = cache(lambda initials: f"the {initials} " in lowered)
    for found in _CAPITALISED.finditer(text):
        words = found["name"].split()
        bracketed = _BRACKETED.match(text, found.end())
        for first in range(len(words) - 1):
            name = " ".join(words[first:])
            initials = "".join(word[0] for word in words[first:] if word[0].isupper())
            if (
                _AN_OUTLET.search(name)
                or initials not in forms
                or not forms.isdisjoint({name, *words[first:]})
            ):
                continue
            explained = bracketed and bracketed["short"] == initials
            called = found["the"] and first == 0 and is_called(initials)
            if len(initials) >= _SHORTEST or explained or called:
                yield initials


def _surnames(text: str, forms: frozenset[str]) -> Iterator[str]:
    persons = {(found["first"], found["last"]) for found in _PERSON.finditer(text)}
    for first, last in persons:
        if last not in forms or f"{first} {last}" in forms or first in _NO_FIRST_NAME:
            continue
        if re.search(rf"\b{re.escape(last)}{_AS_A_PERSON}", text):
            yield last
