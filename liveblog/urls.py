"""Public addresses, as DESIGN §5 fixes them."""

from django.urls import URLPattern, URLResolver, path, re_path, register_converter
from django.urls.converters import PathConverter, StringConverter

from liveblog.feeds import site_views
from liveblog.feeds import views as feeds
from liveblog.views import delta, health, media, metrics, pages, preview, search, thumbnails


class Slug(StringConverter):
    """One part of an address. PostgreSQL cannot even be asked about a NUL, so nothing has one."""

    regex = "[^/\x00]+"


class FilePath(PathConverter):
    regex = "[^\x00]+"


register_converter(Slug, "name")
register_converter(FilePath, "file")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.front_page, name="front"),
    path("live/<name:slug>/", pages.live_page, name="live"),
    path("live/<name:slug>/changes", delta.changes, name="changes"),
    re_path(r"^live/(?P<slug>[^/\x00]+)/feed\.(?P<kind>atom|rss|json)$", feeds.feed, name="feed"),
    re_path(r"^live/(?P<slug>[^/\x00]+)/(?P<number>[0-9]+)/$", pages.entry_page, name="entry"),
    path("preview/<name:token>/", preview.preview, name="preview"),
    path("topics/<name:slug>/", pages.topic_page, name="topic"),
    path("search/", search.search_page, name="search"),
    path("sitemap.xml", site_views.sitemap, name="sitemap"),
    path("news-sitemap.xml", site_views.news_sitemap, name="news-sitemap"),
    path("robots.txt", site_views.robots, name="robots"),
    path("media/embeds/<file:name>", thumbnails.thumbnail, name="thumbnail"),
    path("media/<file:path>", media.media, name="media"),
    path("metrics", metrics.metrics, name="metrics"),
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
]
