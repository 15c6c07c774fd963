"""Addresses below `/admin/desk/<slug>/`."""

from django.urls import URLPattern, path

from liveblog.desk.views import (
    copies,
    embeds,
    here,
    moving,
    past,
    pictures,
    reading,
    spread,
    tasks,
    verbs,
    writing,
)
from liveblog.desk.views.console import console
from liveblog.desk.views.settings import settings
from liveblog.desk.views.statistics import statistics
from liveblog.desk.views.times import label

app_name = "desk"

urlpatterns: list[URLPattern] = [
    path("", console, name="console"),
    path("changes", reading.changes, name="changes"),
    path("items", reading.listed, name="items"),
    path("label", label, name="label"),
    path("tags", reading.tags, name="tags"),
    path("here", here.here, name="here"),
    path("session", reading.session, name="session"),
    path("sources", writing.sources, name="sources"),
    path("sources/like", reading.sources_like, name="sources-like"),
    path("sources/add", writing.add_sources, name="add-sources"),
    path("embeds/known", embeds.known, name="embed-known"),
    path("embeds/look", embeds.look, name="embed-look"),
    path("media/recent", pictures.recent, name="media-recent"),
    path("media", writing.media, name="media"),
    path("save", writing.save, name="save"),
    path("preview", writing.show, name="preview"),
    path("entries/<int:entry_id>", reading.composition, name="composition"),
    path("entries/<int:entry_id>/save", writing.save, name="save-entry"),
    path("entries/<int:entry_id>/preview", writing.show, name="preview-entry"),
    path("entries/<int:entry_id>/verbs/<slug:name>", verbs.entry_verb, name="verb"),
    path("spread", spread.recent, name="spread"),
    path("entries/<int:entry_id>/spread", spread.of_entry, name="spread-of"),
    path("entries/<int:entry_id>/copy", copies.composition, name="copy"),
    path("entries/<int:entry_id>/copy/save", copies.save, name="save-copy"),
    path("entries/<int:entry_id>/copy/preview", copies.show, name="preview-copy"),
    path("entries/<int:entry_id>/copy/shown", copies.shown, name="copy-shown"),
    path("entries/<int:entry_id>/copy/verbs/<slug:name>", copies.verb, name="copy-verb"),
    path("entries/<int:entry_id>/history", past.history, name="history"),
    path("entries/<int:entry_id>/history/<int:number>", past.earlier, name="earlier"),
    path("entries/<int:entry_id>/move", moving.move, name="move"),
    path("settings", settings, name="settings"),
    path("statistics", statistics, name="statistics"),
    path("tasks/seen", tasks.seen, name="tasks-seen"),
    path("tasks/<int:task_id>", tasks.proposal, name="task"),
    path("tasks/<int:task_id>/restore", tasks.restore, name="task-restore"),
    path("tasks/<int:task_id>/match", tasks.match, name="task-match"),
    path("verbs/<slug:name>", verbs.blog_verb, name="blog-verb"),
]
