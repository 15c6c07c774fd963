"""Publishing through Django's admin. Importing this registers every page of it."""

from liveblog.admin import (
    blog_admin,
    entry_admin,
    media_admin,
    records,
    source_admin,
    team_admin,
    topic_admin,
)

__all__ = [
    "blog_admin",
    "entry_admin",
    "media_admin",
    "records",
    "source_admin",
    "team_admin",
    "topic_admin",
]
