"""Every address the site answers, read from Django's resolver and from the event stream's own."""

import re

from django.contrib.admindocs.views import simplify_regex
from django.urls import URLResolver, get_resolver

from liveblog.live.questions import PATH


def routes(urlconf=None):
    """Each URL pattern in one spelling: `/live/<slug>/`. The stream is none of Django's."""
    found = [route for route, _ in _walk(get_resolver(urlconf).url_patterns)]
    if urlconf is None:
        found.append("asgi:/" + PATH.pattern.strip("/").replace("([^/]+)", "<slug>"))
    return found


def _walk(patterns, before=""):
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, route)
        else:
            yield spelled(route), pattern


def spelled(route):
    """Converters and expressions left out, `^` and `$` too."""
    plain = re.sub(r"<\w+:(\w+)>", r"<\1>", route)
    return re.sub("/+", "/", simplify_regex(plain))
