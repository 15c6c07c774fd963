"""The addresses of the API (DESIGN §5). All end with a slash; the last pattern takes the rest."""

from __future__ import annotations

from django.urls import include, path, re_path

from liveblog.api.views import blog_verbs, blog_writing, entry_verbs, entry_writing, pictures
from liveblog.api.views.blogs import BlogChanges, BlogVersions
from liveblog.api.views.reference import SourceDetail, SourceList, TopicDetail, TopicList
from liveblog.api.views.search import Search
from liveblog.api.views.service import Handbook, NoSuchAddress, OpenAPI
from liveblog.api.views.wires import Wires
from liveblog.api.views.working_copies import EntryCopy

SLUG = r"(?P<slug>[-\w]{1,160})"  # Django's own slug converter knows ASCII only

blogs = [
    path("blogs/", blog_writing.WritableBlogs.as_view(), name="api-blogs"),
    path("blogs/versions/", BlogVersions.as_view(), name="api-blog-versions"),
    re_path(rf"^blogs/{SLUG}/$", blog_writing.WritableBlog.as_view(), name="api-blog"),
    re_path(
        rf"^blogs/{SLUG}/entries/$", entry_writing.WritableEntries.as_view(), name="api-entries"
    ),
    re_path(rf"^blogs/{SLUG}/changes/$", BlogChanges.as_view(), name="api-changes"),
    re_path(rf"^blogs/{SLUG}/drafts/$", entry_writing.BlogDrafts.as_view(), name="api-drafts"),
    re_path(
        rf"^blogs/{SLUG}/editing/$", blog_writing.BlogEditing.as_view(), name="api-blog-editing"
    ),
    *(
        re_path(rf"^blogs/{SLUG}/{verb}/$", blog_verbs.blog_verb(verb), name=f"api-blog-{verb}")
        for verb in blog_verbs.VERBS
    ),
]
entry = "entries/<uuid:public_id>/"
entries = [
    path(entry, entry_writing.WritableEntry.as_view(), name="api-entry"),
    path(f"{entry}editing/", entry_writing.EntryEditing.as_view(), name="api-editing"),
    path(f"{entry}working-copy/", EntryCopy.as_view(), name="api-working-copy"),
    *(
        path(f"{entry}{verb}/", entry_verbs.entry_verb(verb), name=f"api-entry-{verb}")
        for verb in entry_verbs.VERBS
    ),
]
media = [
    path("media/", pictures.Pictures.as_view(), name="api-pictures"),
    path("media/<uuid:public_id>/", pictures.Picture.as_view(), name="api-picture"),
    path("media/<uuid:public_id>/kill/", pictures.PictureKill.as_view(), name="api-picture-kill"),
]
reference = [
    path("search/", Search.as_view(), name="api-search"),
    path("sources/", SourceList.as_view(), name="api-sources"),
    re_path(rf"^sources/{SLUG}/$", SourceDetail.as_view(), name="api-source"),
    path("topics/", TopicList.as_view(), name="api-topics"),
    re_path(rf"^topics/{SLUG}/$", TopicDetail.as_view(), name="api-topic"),
]
wires = [path("wires/<slug:slug>/", Wires.as_view(), name="api-wires")]

urlpatterns = [
    path("v1/", include([*blogs, *entries, *media, *reference, *wires])),
    path("schema/", OpenAPI.as_view(), name="api-schema"),
    path("docs/", Handbook.as_view(), name="api-docs"),
    re_path(r"", NoSuchAddress.as_view(), name="api-nowhere"),
]
