"""Pictures, where no web server in front serves them: 410 once killed, inert in any case."""

from __future__ import annotations

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from liveblog.models import MediaAsset
from liveblog.views.answers import CACHE, error_page

KEPT = "public, max-age=5"  # a killed picture is gone within five seconds (SR-10)


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """One picture by its random path. Nothing else under MEDIA_ROOT is ever served."""
    asset = MediaAsset.objects.filter(file=path).first()
    if asset is None or asset.killed_at is not None:
        response: HttpResponse = error_page(404 if asset is None else 410)
        response["Cache-Control"] = CACHE
        return response
    return stored(request, asset.file, asset.public_id.hex)


def stored(request: HttpRequest, file: FieldFile, name: str) -> HttpResponseBase:
    """A stored picture. Its path is random and never written again: `name` is its validator."""
    tag = quote_etag(name)
    known = get_conditional_response(request, tag)
    if known is not None:
        known.headers.setdefault("Cache-Control", KEPT)
        return known
    try:
        picture = FileResponse(file.open("rb"))
    except FileNotFoundError:
        raise Http404 from None
    picture["Cache-Control"] = KEPT
    picture["ETag"] = tag
    picture["Content-Disposition"] = "inline"
    picture["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return picture
