"""Addresses below `/admin/wires/`."""

from django.urls import URLPattern, path

from liveblog.inbox.views import listing, story, using

app_name = "inbox"

urlpatterns: list[URLPattern] = [
    path("", listing.inbox_page, name="list"),
    path("rows", listing.older_rows, name="rows"),
    path("arrivals", listing.arrivals, name="arrivals"),
    path("session", listing.session, name="session"),
    path("filters/", listing.keep, name="keep"),
    path("filters/<int:filter_id>/forget/", listing.forget, name="forget"),
    path("items/<int:item_id>/use", using.use, name="use"),
    path("items/<int:item_id>/pictures", using.pictures, name="pictures"),
    path("items/<int:item_id>/pictures/", using.pictures_from_page, name="add-pictures"),
    path("items/<int:item_id>/raw", story.raw, name="raw"),
    path("<int:chain_id>/", story.item_page, name="item"),
    path("<int:chain_id>/use/", using.from_page, name="use-from-page"),
    path("<int:chain_id>/killed/", story.killed_page, name="killed"),
]
