"""The addresses of the API (DESIGN §5). All end with a slash; the last pattern takes the rest."""

from __future__ import annotations

from django.urls import include, path, re_path

from liveblog.api.views.blogs import BlogChanges, BlogDetail, BlogList, BlogVersions
from liveblog.api.views.reference import SourceDetail, SourceList, TopicDetail, TopicList
from liveblog.api.views.search import Search
from liveblog.api.views.service import Handbook, NoSuchAddress, OpenAPI
from liveblog.api.views.writing import (
    VERBS,
    BlogDrafts,
    EntryEditing,
    EntryVerb,
    WritableEntries,
    WritableEntry,
)

SLUG = r"(?P<slug>[-\w]{1,160})"  # Django's own slug converter knows ASCII only
UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

v1 = [
    path("blogs/", BlogList.as_view(), name="api-blogs"),
    path("blogs/versions/", BlogVersions.as_view(), name="api-blog-versions"),
    re_path(rf"^blogs/{SLUG}/$", BlogDetail.as_view(), name="api-blog"),
    re_path(rf"^blogs/{SLUG}/entries/$", WritableEntries.as_view(), name="api-entries"),
    re_path(rf"^blogs/{SLUG}/changes/$", BlogChanges.as_view(), name="api-changes"),
    path("entries/<uuid:public_id>/", WritableEntry.as_view(), name="api-entry"),
    re_path(rf"^blogs/{SLUG}/drafts/$", BlogDrafts.as_view(), name="api-drafts"),
    path("entries/<uuid:public_id>/editing/", EntryEditing.as_view(), name="api-editing"),
    re_path(
        rf"^entries/(?P<public_id>{UUID})/(?P<verb>{'|'.join(VERBS)})/$",
        EntryVerb.as_view(),
        name="api-entry-verb",
    ),
    path("search/", Search.as_view(), name="api-search"),
    path("sources/", SourceList.as_view(), name="api-sources"),
    re_path(rf"^sources/{SLUG}/$", SourceDetail.as_view(), name="api-source"),
    path("topics/", TopicList.as_view(), name="api-topics"),
    re_path(rf"^topics/{SLUG}/$", TopicDetail.as_view(), name="api-topic"),
]

urlpatterns = [
    path("v1/", include(v1)),
    path("schema/", OpenAPI.as_view(), name="api-schema"),
    path("docs/", Handbook.as_view(), name="api-docs"),
    re_path(r"", NoSuchAddress.as_view(), name="api-nowhere"),
]
