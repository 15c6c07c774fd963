"""Publishing through Django's admin. Importing this registers every page of it."""

from liveblog.admin import (
    blog_admin,
    copy_pages,
    entry_admin,
    feed_admin,
    media_admin,
    people_admin,
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
    "feed_admin",
    "media_admin",
    "people_admin",
    "records",
    "source_admin",
    "team_admin",
    "token_admin",
    "topic_admin",
]
