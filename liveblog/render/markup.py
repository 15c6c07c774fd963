"""What every piece of public markup is made with: templates, moments, languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.conf import settings
from django.template.loader import get_template, render_to_string
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import to_locale

from liveblog import apstyle
from liveblog.models import LiveBlog

# Open Graph wants a territory; where the language names none, this is the one most read.
LOCALES = {"en": "en_US"}
# Languages, and scripts named in a tag such as pa-Arab, that are written from right to left.
RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})

# Harmless in JSON, and everywhere in HTML and JavaScript once it is written like this.
_ESCAPED = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def load_templates() -> None:
    """Parse every public template now: a process's first update would wait for it otherwise."""
    for path in sorted((settings.BASE_DIR / "templates" / "liveblog").glob("*.html")):
        get_template(f"liveblog/{path.name}")


@dataclass(frozen=True, slots=True)
class Label:
    """A moment as readers see it: "9:34 p.m.", with the machine's form beside it."""

    text: str
    iso: str


def label(moment: datetime, blog: LiveBlog) -> Label:
    """AP style in the blog's zone, naming the zone only in the hour that happens twice."""
    zone = blog.zone
    text = apstyle.time_label(moment, zone, with_zone=apstyle.is_ambiguous(moment, zone))
    return Label(text, moment.astimezone(zone).isoformat(timespec="seconds"))


def full_label(moment: datetime, blog: LiveBlog) -> Label:
    """A moment among those of other zones: "9:34 p.m. EST"."""
    text = apstyle.time_label(moment, blog.zone, with_zone=True)
    return Label(text, moment.astimezone(blog.zone).isoformat(timespec="seconds"))


def dated(moment: datetime, blog: LiveBlog, known: datetime) -> Label:
    """As `label`, with the date unless `known`, which readers know, is of the same day."""
    shown = label(moment, blog)
    day = moment.astimezone(blog.zone).date()
    if day == known.astimezone(blog.zone).date():
        return shown
    return Label(f"{shown.text}, {apstyle.date_label(day)}", shown.iso)


def direction(language: str) -> str:
    """Which way a BCP 47 language is written: "rtl" or "ltr"; a script in the tag decides."""
    primary, *subtags = language.lower().split("-")
    script = next((part for part in subtags if len(part) == 4 and part.isalpha()), "")
    if script:
        return "rtl" if script in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary in RIGHT_TO_LEFT else "ltr"


def trusted(html: str) -> SafeString:
    """Markup that was made here or sanitised on its way here."""
    return mark_safe(html)  # noqa: S308  the only way into public pages


def data(document: dict[str, Any]) -> SafeString:
    """JSON inside a `<script>` element: nothing in it can end the element (SR-14)."""
    return trusted(orjson.dumps(document).decode().translate(_ESCAPED))


def fragment(template: str, context: dict[str, Any]) -> SafeString:
    """A piece of a page, without white space around it: an empty piece is an empty string."""
    return trusted(render_to_string(f"liveblog/{template}.html", context).strip())


def page(template: str, context: dict[str, Any], *, language: str = "en") -> str:
    """A whole document."""
    frame = {
        "site_name": settings.SITE_NAME,
        "language": language,
        "direction": direction(language),
        "locale": LOCALES.get(language.lower()) or to_locale(language),
        "share_image": default_share_image(),
    }
    return render_to_string(f"liveblog/{template}.html", frame | context)


def default_share_image() -> dict[str, Any]:
    """What a shared link shows where there is no picture: ours, without a word on it."""
    url = settings.SITE_URL + static("newsroom/share.png")
    return {"url": url, "width": 1200, "height": 630, "alt": "A live timeline with a red dot"}
