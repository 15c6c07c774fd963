"""Pictures, where no web server in front serves them: 410 once killed, inert in any case."""

from __future__ import annotations

from django.core.files.storage import Storage
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from liveblog.models import MediaAsset
from liveblog.renditions import media_type_of, original_of
from liveblog.views.answers import CACHE, error_page

KEPT = "public, max-age=1"  # a killed picture is gone within two seconds, whoever keeps it


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A picture or a rendition of it, by its random path. Nothing else of MEDIA_ROOT is served."""
    asset = MediaAsset.objects.filter(file__in=original_of(path) or [path]).first()
    if asset is None or asset.killed_at is not None:
        response: HttpResponse = error_page(404 if asset is None else 410)
        response["Cache-Control"] = CACHE
        return response
    return stored(request, asset.file.storage, path)


def stored(request: HttpRequest, storage: Storage, path: str) -> HttpResponseBase:
    """A stored picture. Its path is random and never written again: it is its own validator."""
    tag = quote_etag(path.rpartition("/")[2])
    known = get_conditional_response(request, tag)
    if known is not None:
        known.headers.setdefault("Cache-Control", KEPT)
        return known
    try:
        with storage.open(path, "rb") as file:
            data = file.read()  # in one piece, as an ASGI server would have it of a stream too
    except FileNotFoundError:
        raise Http404 from None
    picture = HttpResponse(data, content_type=media_type_of(path))
    picture["Cache-Control"] = KEPT
    picture["ETag"] = tag
    picture["Content-Disposition"] = "inline"
    picture["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return picture
