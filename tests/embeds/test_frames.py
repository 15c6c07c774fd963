"""Which addresses readers may load in a frame, and nothing that only looks like them."""

import re

import pytest

from liveblog import frames
from liveblog.frames import frame_of

ID = "dQw4w9WgXcQ"
YOUTUBE = f"https://www.youtube-nocookie.com/embed/{ID}?autoplay=1"
KNOWN = {
    f"https://www.youtube.com/watch?v={ID}": YOUTUBE,
    f"http://youtube.com/watch?feature=share&v={ID}": YOUTUBE,
    f"https://m.youtube.com/watch?v={ID}&t=1m5s": f"{YOUTUBE}&start=65",
    f"https://youtu.be/{ID}?t=42": f"{YOUTUBE}&start=42",
    f"https://www.youtube.com/shorts/{ID}": YOUTUBE,
    f"https://www.youtube.com/live/{ID}?si=abc": YOUTUBE,
    f"https://www.youtube.com/embed/{ID}": YOUTUBE,
    "https://vimeo.com/76979871": "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1",
    "https://vimeo.com/76979871/abcdef0123": (
        "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=abcdef0123"
    ),
    "https://www.dailymotion.com/video/x8abcde": (
        "https://geo.dailymotion.com/player.html?video=x8abcde"
    ),
    "https://www.tiktok.com/@harbour.watch/video/7230000000000000000": (
        "https://www.tiktok.com/player/v1/7230000000000000000"
    ),
    "https://datawrapper.dwcdn.net/aB3dE/4/": "https://datawrapper.dwcdn.net/aB3dE/",
    "https://www.datawrapper.de/_/aB3dE/": "https://datawrapper.dwcdn.net/aB3dE/",
    "https://public.flourish.studio/visualisation/123456/": (
        "https://flo.uri.sh/visualisation/123456/embed"
    ),
    "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk": (
        "https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk"
    ),
    "https://soundcloud.com/harbour/storm-diary": (
        "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fharbour%2Fstorm-diary"
    ),
}
LOOK_ALIKES = [
    f"https://youtube.com.evil.example/watch?v={ID}",
    f"https://evil.example/youtube.com/watch?v={ID}",
    f"https://notyoutube.com/watch?v={ID}",
    f"https://youtube.com@evil.example/watch?v={ID}",
    f"https://evil@youtube.com/watch?v={ID}",
    f"https://youtube.com:8443/watch?v={ID}",
    f"https://youtubе.com/watch?v={ID}",  # a Cyrillic е
    f"javascript://youtube.com/watch?v={ID}",
    f"//youtube.com/watch?v={ID}",
    "https://www.youtube.com/watch?v=short",
    f"https://www.youtube.com/watch?v={ID}%22%3E%3Cscript%3E",
    "https://www.youtube.com/watch?v=../../evil/",
    "https://www.youtube.com/redirect?q=https://evil.example",
    "https://www.youtube.com/@harbour",
    "https://www.youtube.com/",
    "https://youtu.be/",
    "https://vimeo.com/about",
    "https://datawrapper.dwcdn.net/../../evil",
    "https://soundcloud.com/a/b?url=https://evil.example/x/y/z/",
    "https://soundcloud.com/you/likes/../../x",
    "https://social.example/1",
    "https://[youtube",
    "https://youtube.com:x/",
    "",
]


@pytest.mark.parametrize(("url", "frame"), KNOWN.items())
def test_a_known_address_has_its_frame(url, frame):
    found = frame_of(url)
    assert found
    assert found.url == frame


@pytest.mark.parametrize("url", LOOK_ALIKES)
def test_a_look_alike_has_none(url):
    found = frame_of(url)
    assert found is None or found.url.startswith("https://w.soundcloud.com/player/?url=https%3A")
    assert found is None or "evil" not in found.url


def test_every_frame_is_on_a_host_the_policy_names():
    hosts = {re.match(r"https://[^/]+", url)[0] for url in KNOWN.values()}
    assert hosts == set(frames.HOSTS)
