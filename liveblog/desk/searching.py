"""Which entries say the words somebody looks for, whatever state they are in.

Readers' index has only what is public; drafts and what was taken down are compared as they stand.
"""

from __future__ import annotations

import re

from django.db.models import Q

import liveblog.search.matching  # noqa: F401  brings the lookup
from liveblog import words
from liveblog.models import EntryWords

_TERM = re.compile(r'["“”„«»]([^"“”„«»]+)["“”„«»]|([^\s"“”„«»]+)')


def saying(text: str) -> Q:
    """Entries that have every word of `text` in headline or text; “quoted” ones side by side."""
    asked = Q()
    for term in terms(text):
        held = Q()
        for spelt in spellings(term):
            held |= Q(body_text__icontains=spelt) | Q(headline__icontains=spelt)
        asked &= held
    question = words.question(text)
    if not question:
        return asked
    found = EntryWords.objects.filter(headline__holds=question)
    return asked | Q(pk__in=found.values("pk"))  # there accents do not count


def terms(text: str) -> list[str]:
    """The words and phrases of `text`, each once; the desk's script reads it in the same way."""
    found = (match[1] or match[2] for match in _TERM.finditer(text))
    return list(dict.fromkeys(term for each in found if (term := " ".join(each.split()))))


def spellings(term: str) -> list[str]:
    """What a database has to be asked for: not each knows capitals beyond ASCII."""
    marks = {term, term.replace("’", "'"), term.replace("'", "’")}
    if not term.isascii():
        marks |= {turned for each in marks for turned in (each.lower(), each.upper(), each.title())}
    return sorted(marks)
