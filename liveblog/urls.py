"""Public addresses, as DESIGN §5 fixes them."""

from django.urls import URLPattern, URLResolver, path, re_path

from liveblog.views import delta, media, pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.front_page, name="front"),
    path("live/<str:slug>/", pages.live_page, name="live"),
    path("live/<str:slug>/changes", delta.changes, name="changes"),
    re_path(r"^live/(?P<slug>[^/]+)/(?P<number>[0-9]+)/$", pages.entry_page, name="entry"),
    path("topics/<str:slug>/", pages.topic_page, name="topic"),
    path("media/<path:path>", media.media, name="media"),
]
