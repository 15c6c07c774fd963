"""How far partners have come: noted of those who send a token, though none is needed to read."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from django.db import Error
from rest_framework.request import Request

from liveblog import actions
from liveblog.actions import web_processes
from liveblog.models import LiveBlog

log = logging.getLogger(__name__)


def note(request: Request, blog: LiveBlog, since: int, delta: Mapping[str, Any] | None) -> None:
    """Note a question for changes and what it was answered; no `delta`: there was nothing new.

    A key that opens nothing is no partner's, and is told nothing. What cannot be written is not
    the partner's trouble.
    """
    kind, _, key = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer":
        return
    version = delta["version"] if delta else blog.version
    states = {entry["state"] for entry in delta["entries"]} if delta else set()
    try:
        token = actions.token_of(key.strip())
        if token is not None:
            web_processes.note_partner(
                token=token, blog=blog, since=since, version=version, states=states
            )
    except Error:
        log.warning("What a partner has asked cannot be noted.", exc_info=True)
