"""Which addresses can be shown in a frame, and at which address the frame then is. Pure.

The frame's address is computed here from an id that has a known shape: no provider's HTML and no
part of what a provider answered goes into it. A host that is not named here has no frame.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, parse_qs, quote, urlsplit


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame to be loaded when a reader asks for it. `kind` is video, tall, audio or chart."""

    provider: str
    url: str
    kind: str


Finder = Callable[[SplitResult], str | None]

_YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
_START = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?", re.ASCII)


def frame_of(url: str) -> Frame | None:
    """The frame for an address somebody shared, or None: then a link card is all there is."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or port not in (None, 80, 443) or "@" in parts.netloc:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    for provider, hosts, kind, find in _KNOWN:
        if host in hosts and (found := find(parts)):
            return Frame(provider, found, kind)
    return None


def _youtube(parts: SplitResult) -> str | None:
    segments = parts.path.strip("/").split("/")
    query = parse_qs(parts.query)
    if parts.hostname == "youtu.be":
        found = segments[0]
    elif segments[0] in ("shorts", "live", "embed", "v") and len(segments) > 1:
        found = segments[1]
    elif segments == ["watch"]:
        found = query.get("v", [""])[0]
    else:
        return None
    if not _YOUTUBE_ID.fullmatch(found):
        return None
    start = _seconds(query.get("t", query.get("start", [""]))[0])
    url = f"https://www.youtube-nocookie.com/embed/{found}?autoplay=1"
    return f"{url}&start={start}" if start else url


def _seconds(text: str) -> int:
    """ "1h2m3s", "95s" or "95" as seconds; 0 for anything else."""
    match = _START.fullmatch(text)
    if not match:
        return 0
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def _vimeo(parts: SplitResult) -> str | None:
    match = re.fullmatch(
        r"/(?:video/|channels/[\w-]+/)?(\d{5,12})(?:/([0-9a-f]{6,20}))?/?", parts.path, re.ASCII
    )
    if not match:
        return None
    key = match[2] or parse_qs(parts.query).get("h", [""])[0]
    url = f"https://player.vimeo.com/video/{match[1]}?dnt=1&autoplay=1"
    return f"{url}&h={key}" if re.fullmatch(r"[0-9a-f]{6,20}", key) else url


def _by(pattern: str, frame: str) -> Finder:
    """The frame's address with what `pattern` found in the path put into it."""
    expression = re.compile(pattern, re.ASCII)

    def find(parts: SplitResult) -> str | None:
        match = expression.fullmatch(parts.path)
        return frame.format(*match.groups()) if match else None

    return find


def _soundcloud(parts: SplitResult) -> str | None:
    if not re.fullmatch(r"/[\w-]+/(?:sets/)?[\w-]+/?", parts.path, re.ASCII):
        return None
    track = quote(f"https://soundcloud.com{parts.path}", safe="")
    return f"https://w.soundcloud.com/player/?url={track}"


# Name, hosts without "www.", kind, and where the frame is. A new host belongs into HOSTS too.
_KNOWN: Final[tuple[tuple[str, frozenset[str], str, Finder], ...]] = (
    (
        "YouTube",
        frozenset({"youtu.be", "youtube-nocookie.com"})
        | {f"{part}youtube.com" for part in ("", "m.", "music.")},
        "video",
        _youtube,
    ),
    ("Vimeo", frozenset({"vimeo.com", "player.vimeo.com"}), "video", _vimeo),
    (
        "Dailymotion",
        frozenset({"dailymotion.com"}),
        "video",
        _by(r"/video/([a-z0-9]{5,10})", "https://geo.dailymotion.com/player.html?video={0}"),
    ),
    (
        "TikTok",
        frozenset({"tiktok.com"}),
        "tall",
        _by(r"/@[\w.-]{1,40}/video/(\d{10,24})/?", "https://www.tiktok.com/player/v1/{0}"),
    ),
    (
        "Datawrapper",
        frozenset({"datawrapper.dwcdn.net"}),
        "chart",
        _by(r"/(\w{5})(?:/\d*)?/?", "https://datawrapper.dwcdn.net/{0}/"),
    ),
    (
        "Datawrapper",
        frozenset({"datawrapper.de"}),
        "chart",
        _by(r"/_/(\w{5})/?", "https://datawrapper.dwcdn.net/{0}/"),
    ),
    (
        "Flourish",
        frozenset({"public.flourish.studio", "flo.uri.sh"}),
        "chart",
        _by(
            r"/(visualisation|story)/(\d{3,12})(?:/embed)?/?",
            "https://flo.uri.sh/{0}/{1}/embed",
        ),
    ),
    (
        "Spotify",
        frozenset({"open.spotify.com"}),
        "audio",
        _by(
            r"/(?:intl-[a-z]{2}/)?(track|album|episode|show|playlist)/(\w{22})",
            "https://open.spotify.com/embed/{0}/{1}",
        ),
    ),
    ("SoundCloud", frozenset({"soundcloud.com"}), "audio", _soundcloud),
)

# What the policy of public pages lets into a frame: these and nothing else.
HOSTS: Final = (
    "https://datawrapper.dwcdn.net",
    "https://flo.uri.sh",
    "https://geo.dailymotion.com",
    "https://open.spotify.com",
    "https://player.vimeo.com",
    "https://w.soundcloud.com",
    "https://www.tiktok.com",
    "https://www.youtube-nocookie.com",
)
