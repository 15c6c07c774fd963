"""Which provider answers for an address: the list of oembed.com, as micawber ships it.

Only its data is used. Host and path are matched apart, so that no address can borrow a
provider's name in its path.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlencode, urlsplit

from micawber.providers import PROVIDERS_FILE

# What the list lacks. Mastodon is not here: anybody can run an instance, so its pages are read
# like every other page. Threads answers only to those who registered, and is read as a page too.
OWN: Final = (
    ("https://youtube.com/*", "https://www.youtube.com/oembed"),
    ("https://youtu.be/*", "https://www.youtube.com/oembed"),
    ("https://datawrapper.dwcdn.net/*", "https://api.datawrapper.de/v3/oembed/"),
    ("https://www.datawrapper.de/_/*", "https://api.datawrapper.de/v3/oembed/"),
)
_SCHEME = re.compile(r"https?://([^/?*]*\*?[^/?*]*)(/.*)?")


@dataclass(frozen=True, slots=True)
class Rule:
    host: re.Pattern[str]
    path: re.Pattern[str]
    endpoint: str


def question_for(url: str) -> str | None:
    """The oEmbed question a known provider answers about `url`, or None."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    for rule in rules().get(_site(host), ()):
        if rule.host.fullmatch(host) and rule.path.fullmatch(path):
            joint = "&" if "?" in rule.endpoint else "?"
            return f"{rule.endpoint}{joint}{urlencode({'format': 'json', 'url': url})}"
    return None


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """Every rule by the last two labels of its host."""
    found = defaultdict(list)
    for scheme, endpoint in (*OWN, *_listed()):
        match = _SCHEME.fullmatch(scheme)
        if match is None or not _is_somebodys(match[1]):
            continue
        host, path = match[1].lower(), match[2] or "/*"
        rule = Rule(_pattern(host, r"[\w.-]+"), _pattern(path, r"\S*"), endpoint)
        found[_site(host)].append(rule)
    return {site: tuple(rows) for site, rows in found.items()}


def _listed() -> list[tuple[str, str]]:
    listed = json.loads(Path(PROVIDERS_FILE).read_text(encoding="utf-8"))
    return [
        (scheme, endpoint["url"].replace("{format}", "json"))
        for provider in listed
        for endpoint in provider["endpoints"]
        for scheme in endpoint.get("schemes", ())
    ]


def _is_somebodys(host: str) -> bool:
    """Whether a pattern's wildcard stands for names below one owner's, as in "*.example.org"."""
    before, star, after = host.rpartition("*")
    if not star:
        return "." in host
    return not before and after.startswith(".") and after.count(".") >= 2


def _pattern(text: str, wildcard: str) -> re.Pattern[str]:
    return re.compile(re.escape(text).replace(r"\*", wildcard), re.ASCII)


def _site(host: str) -> str:
    return ".".join(host.split(".")[-2:])
