"""Addresses of the bench alone: the live page rendered anew for everybody.

Served by the same process command as the product, under an address nothing keeps in memory.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from newsroom.urls import urlpatterns as product_urls


def rendered(_request: HttpRequest, slug: str) -> HttpResponse:
    """What a page costs without any memory: queries and templates."""
    from liveblog import render
    from liveblog.render.store import STORE
    from liveblog.views.answers import blog_or_refuse
    from liveblog.window import load_window

    STORE.limit = 0  # in this process only, which renders for nobody else while it is measured
    blog = blog_or_refuse(slug)
    answer = HttpResponse(render.render_page(load_window(blog, before=None)))
    answer["Cache-Control"] = "no-store"
    return answer


urlpatterns = [path("bench/<slug:slug>/", rendered), *product_urls]
