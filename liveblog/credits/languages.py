"""The words credits are made of, by language. Whoever adds a language adds a table.

In every language a credit is a piece of a sentence that also stands on its own, so nothing in it
may depend on the gender or the number of a name: hence "par", "a" and "laut", never "de la".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from liveblog.credits.names import Relation


@dataclass(frozen=True, slots=True)
class Wording:
    """How one language credits. `{who}` is a source, with its correspondent if one is named."""

    relations: dict[str, str]
    quoted_person: str
    person: str
    via: dict[str, str]
    line: str
    last: str  # between the last two names of a list
    # What a credit is turned into where it stands alone.
    alone: dict[str, str] = field(default_factory=dict)
    articles: str = ""  # of English names, left out: "laut Associated Press"
    descriptor: str = "{name} ({descriptor})"
    last_before_i: str = ""  # Spanish: "Reuters e Interfax"


ENGLISH = Wording(
    relations={
        Relation.REPORTED: "{who} reported",
        Relation.OWN_REPORT: "{who} reported",
        Relation.ACCORDING_TO: "according to {who}",
        Relation.TOLD: "told {who}",
        Relation.CITING: "citing {who}",
        Relation.QUOTED: "quoted by {who}",
        Relation.CONTRIBUTED: "{who} contributed to this report",
    },
    quoted_person="{name} quoted {person} as saying",
    person="{name}'s {person}",
    via={"citing": "{text}, citing {via}", "quoting": "{text}, quoting {via}"},
    line="Some information in this report came from {names}.",
    last=" and ",
    alone={Relation.TOLD: "as told to {who}"},
    descriptor="{descriptor} {name}",
)
GERMAN = Wording(
    relations={
        Relation.REPORTED: "{who} berichtete",
        Relation.OWN_REPORT: "{who} berichtete",
        Relation.ACCORDING_TO: "laut {who}",
        Relation.TOLD: "gegenüber {who}",
        Relation.CITING: "unter Berufung auf {who}",
        Relation.QUOTED: "zitiert von {who}",
        Relation.CONTRIBUTED: "mit Material von {who}",
    },
    quoted_person="{name} zitierte {person}",
    person="{person} ({name})",
    via={"citing": "{text} unter Berufung auf {via}", "quoting": "{text} und zitierte {via}"},
    line="Einige Informationen in diesem Bericht stammen von {names}.",
    last=" und ",
    articles="The ",
)
FRENCH = Wording(
    relations={
        Relation.REPORTED: "{who} a rapporté",
        Relation.OWN_REPORT: "{who} a rapporté",
        Relation.ACCORDING_TO: "selon {who}",
        Relation.TOLD: "a déclaré à {who}",
        Relation.CITING: "citant {who}",
        Relation.QUOTED: "cité par {who}",
        Relation.CONTRIBUTED: "avec {who}",
    },
    quoted_person="{name} a cité {person}",
    person="{person} ({name})",
    via={"citing": "{text}, citant {via}", "quoting": "{text}, citant {via}"},
    line="Certaines informations de cet article ont été fournies par {names}.",
    last=" et ",
    alone={Relation.TOLD: "propos recueillis par {who}"},
    articles="The ",
)
SPANISH = Wording(
    relations={
        Relation.REPORTED: "{who} informó",
        Relation.OWN_REPORT: "{who} informó",
        Relation.ACCORDING_TO: "según {who}",
        Relation.TOLD: "declaró a {who}",
        Relation.CITING: "citando a {who}",
        Relation.QUOTED: "citado por {who}",
        Relation.CONTRIBUTED: "con información de {who}",
    },
    quoted_person="{name} citó a {person}",
    person="{person} ({name})",
    via={"citing": "{text}, citando a {via}", "quoting": "{text}, citando a {via}"},
    line="Parte de la información de este artículo procede de {names}.",
    last=" y ",
    alone={Relation.TOLD: "declaraciones a {who}"},
    articles="The ",
    last_before_i=" e ",
)
WORDINGS = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}

# What sounds like "i" in Spanish: "Interfax", "Hispano", but not "Hielo" or "Iowa".
_SOUNDS_LIKE_I = re.compile(r"h?[ií](?![aeou])", re.IGNORECASE)


def wording_for(language: str) -> Wording:
    """The table for a BCP 47 tag ("de-AT"); English for a language nobody has written one for."""
    return WORDINGS.get(language.partition("-")[0].casefold(), ENGLISH)


def joined(names: Sequence[str], wording: Wording) -> str:
    """A list in words; no comma before the last (AP, and so do the others)."""
    *most, last = names
    if not most:
        return last
    before_i = wording.last_before_i and _SOUNDS_LIKE_I.match(last)
    return f"{', '.join(most)}{wording.last_before_i if before_i else wording.last}{last}"
