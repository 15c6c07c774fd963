"""Whom an address is asked about: the provider it belongs to, never one it only names."""

import pytest

from liveblog.embeds.providers import question_for, rules


@pytest.mark.parametrize(
    ("url", "endpoint"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube.com/oembed?"),
        ("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube.com/oembed?"),
        ("https://youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube.com/oembed?"),
        ("https://vimeo.com/76979871", "https://vimeo.com/api/oembed.json?"),
        ("https://datawrapper.dwcdn.net/aB3dE/4/", "https://api.datawrapper.de/v3/oembed/?"),
    ],
)
def test_a_provider_answers_about_its_own_pages(url, endpoint):
    assert question_for(url).startswith(endpoint)


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/x.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://notyoutube.com/watch?v=dQw4w9WgXcQ",
        "https://evil.example/?https://vimeo.com/76979871",
        "https://youtube.com@evil.example/watch",
        "https://mastodon.example/@harbour/1",
        "http://127.0.0.1/",
        "http://localhost/",
    ],
)
def test_no_provider_answers_about_other_peoples(url):
    assert question_for(url) is None


def test_no_rule_covers_everybody():
    for site, found in rules().items():
        assert "*" not in site
        assert "." in site
        for rule in found:
            assert not rule.host.fullmatch("evil.example") or site == "evil.example"
            assert rule.endpoint.startswith(("https://", "http://"))
