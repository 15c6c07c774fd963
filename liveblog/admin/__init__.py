"""Publishing through Django's admin. Importing this registers every page of it."""

from django.contrib import admin
from rest_framework_api_key.models import APIKey

from liveblog.admin import (
    blog_admin,
    copy_pages,
    entry_admin,
    media_admin,
    records,
    source_admin,
    team_admin,
    token_admin,
    topic_admin,
)

__all__ = [
    "blog_admin",
    "copy_pages",
    "entry_admin",
    "media_admin",
    "records",
    "source_admin",
    "team_admin",
    "token_admin",
    "topic_admin",
]

# The library's own keys open nothing here: tokens are made and ended by verbs.
if admin.site.is_registered(APIKey):
    admin.site.unregister(APIKey)
