"""Keeping secrets out of the log: whatever is logged passes through `scrub` (SR-29)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.conf import settings
from structlog.typing import EventDict

HIDDEN = "[hidden]"
DEPTH = 6  # of nested facts; what lies deeper is not worth a line of log
MIN_SECRET = 6  # characters; shorter values would hide ordinary words

# A fact whose name says what it holds. Compared without case, dashes and underscores.
_NAMES = (
    *("authorization", "cookie", "password", "passwd", "secret", "token", "apikey", "accesskey"),
    *("csrf", "sessionid", "credential", "signature", "onetimecode", "recoverycode"),
)
_WORDS = (
    r"(?:access[-_]?|api[-_]?|auth[-_]?|csrf(?:middleware)?[-_]?|private[-_]?|refresh[-_]?"
    r"|secret[-_]?|signing[-_]?|webhook[-_]?)?"
    r"(?:key|token|secret|password|passwd|pwd|signature|sig|sessionid|session|csrf|otp|code)"
)
_PATTERNS = (
    # A header as it travels, to the end of its line.
    (re.compile(r"(?i)\b((?:proxy-)?authorization|(?:set-)?cookie|x-api-key)(['\"]?\s*[:=]\s*).*"),
     rf"\1\2{HIDDEN}"),
    (re.compile(r"(?i)\b(bearer|basic|api-key|digest)\s+[\w.~+/=:-]{6,}"), rf"\1 {HIDDEN}"),
    # A query or a form: token=…, also percent-encoded, and "token": "…" of JSON.
    (re.compile(rf"(?i)\b({_WORDS})(=|%3d)[^&\s\"'<>]+"), rf"\1\2{HIDDEN}"),
    (re.compile(rf"(?i)([\"'](?:[\w-]*[-_])?{_WORDS}[\"']\s*:\s*)([\"']).*?\2"),
     rf"\1\2{HIDDEN}\2"),
    (re.compile(rf"(?i)\b((?:[\w-]*[-_])?{_WORDS})(\s*:\s+)[^\s,;&\"']+"), rf"\1\2{HIDDEN}"),
    # user:password@ of a URL.
    (re.compile(r"(?i)\b([a-z][a-z0-9+.-]*://[^\s/:@]*):[^\s/@]+@"), rf"\1:{HIDDEN}@"),
    # The token of a preview link stands in its path.
    (re.compile(r"(/preview/)[^/\s\"']+"), rf"\1{HIDDEN}"),
    # A partner's key as it is issued, wherever it stands.
    (re.compile(r"\b[A-Za-z0-9]{8}\.[A-Za-z0-9]{32}\b"), HIDDEN),
)  # fmt: skip


def scrub(value: Any, depth: int = 0) -> Any:
    """`value` without secrets: texts are searched, facts with a telling name are hidden."""
    if isinstance(value, str):
        return _text(value)
    if depth >= DEPTH:
        return HIDDEN
    if isinstance(value, Mapping):
        return {
            scrub(name, depth + 1): HIDDEN if is_secret(name) else scrub(one, depth + 1)
            for name, one in value.items()
        }
    if isinstance(value, list | tuple | set | frozenset):
        return [scrub(one, depth + 1) for one in value]
    plain = value is None or isinstance(value, bool | int | float)
    return value if plain else _text(str(value))


def scrub_event(logger: Any, method: str, event: EventDict) -> EventDict:
    """The processor: one event, every fact of it. Private facts of structlog stay as they are."""
    return {
        name: fact if name.startswith("_") else HIDDEN if is_secret(name) else scrub(fact)
        for name, fact in event.items()
    }


def is_secret(name: object) -> bool:
    """Whether a fact's or header's name says that its value is nobody's business."""
    plain = re.sub(r"[^a-z]", "", str(name).lower())
    return any(word in plain for word in _NAMES)


def _text(text: str) -> str:
    for secret in known_secrets():
        text = text.replace(secret, HIDDEN)
    for pattern, replacement in _PATTERNS:
        text = pattern.sub(replacement, text)
    return text


@cache
def known_secrets() -> tuple[str, ...]:
    """The site's own secrets, as they stand in the settings, longest first."""
    found = {settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS}
    found |= {getattr(settings, name, "") for name in ("EMAIL_HOST_PASSWORD", "METRICS_TOKEN")}
    for database in settings.DATABASES.values():
        found.add(database.get("PASSWORD") or "")
    return tuple(
        sorted((one for one in found if one and len(one) >= MIN_SECRET), key=len, reverse=True)
    )
