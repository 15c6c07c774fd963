"""Our copies of what embedded addresses show: gone as soon as no update that shows them is left."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from liveblog.models import EmbedCard, Entry
from liveblog.views.answers import CACHE, error_page
from liveblog.views.media import stored


@require_safe
def thumbnail(request: HttpRequest, name: str) -> HttpResponseBase:
    """One picture by its random path: 410 once every update that showed it is taken down.

    Like an uploaded picture it is there for its editors before the update is public; only they
    know the path.
    """
    card = EmbedCard.objects.filter(thumbnail=f"embeds/{name}").first()
    if card is None:
        raise Http404
    shows = Entry.objects.filter(embeds__card=card)
    if shows.public().exists() or shows.filter(state__in=Entry.UNPUBLISHED).exists():
        return stored(request, card.thumbnail.storage, f"embeds/{name}")
    was_public = shows.filter(number__isnull=False).exists()
    response: HttpResponse = error_page(410 if was_public else 404)
    response["Cache-Control"] = CACHE
    return response
