"""ETags, 304 and Cache-Control: what a cache in between may keep, and for how long (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import parse_etags
from rest_framework.request import Request

from liveblog.api.outlet import outlet_of
from liveblog.api.problems import problem
from liveblog.api.query import normalised
from liveblog.models import Entry, LiveBlog

SHARED = "public, max-age=0, s-maxage=1"
UNSHARED = "private, no-store"
# Depends on nothing but the address, and may be wrong a second later.
_SHARED_STATUS = {200, 304, 308, 404, 410}


def blog_tag(request: Request, blog: LiveBlog, asked: Mapping[str, Any]) -> str:
    """The strong ETag of an answer about `blog`: its version, the release, outlet and question."""
    return _tag(blog.version, request, blog.public_id, normalised(asked))


def entry_tag(request: Request, entry: Entry) -> str:
    """The strong ETag of one entry: nothing it shows can change without its seq."""
    return _tag(entry.seq, request, entry.public_id)


def _tag(state: int, request: Request, *parts: object) -> str:
    every = (
        settings.RELEASE,
        settings.SITE_URL,
        request.path_info,
        *outlet_of(request),
        state,
        *parts,
    )
    digest = blake2b("\n".join(map(str, every)).encode(), digest_size=10).hexdigest()
    return f'"{state}-{digest}"'


def content_tag(content: bytes) -> str:
    """The strong ETag of an answer that hangs on no single blog: its own content."""
    return f'"{blake2b(content, digest_size=12).hexdigest()}"'


def unchanged(request: Request, tag: str) -> HttpResponse | None:
    """304 for a caller who has this already, 412 for one who insists on something else, or None.

    Without dates: a blog may change twice in a second, and an upgrade changes it at no time at
    all (RFC 9110 §13.1.4 has If-Unmodified-Since ignored where there is no date to judge by).
    """
    wanted = parse_etags(request.headers.get("If-Match", ""))
    if wanted and not _names(wanted, tag):
        return problem(412)
    held = parse_etags(request.headers.get("If-None-Match", ""))
    # A compressing proxy weakens the tags it passes on; comparing weakly is the rule here.
    if _names([one.removeprefix("W/") for one in held], tag):
        return HttpResponseNotModified(headers={"ETag": tag})
    return None


def _names(tags: list[str], tag: str) -> bool:
    return "*" in tags or tag in tags


def finish(request: Request, response: HttpResponseBase) -> HttpResponseBase:
    """Give a complete answer its ETag, unless it has one, and its Cache-Control."""
    if response.status_code == 200 and not response.has_header("ETag"):
        assert isinstance(response, HttpResponse)
        tag = content_tag(response.content)
        response["ETag"] = tag
        known = unchanged(request, tag)
        if known is not None and response.has_header("Vary"):
            known["Vary"] = response["Vary"]
        response = known or response
    shared = response.status_code in _SHARED_STATUS
    response["Cache-Control"] = SHARED if shared else UNSHARED
    return response
