"""Which content security policy and which resource policy a path has (SR-11)."""

import base64
import hashlib
import re
from functools import cache
from typing import Any

from csp.constants import NONCE, NONE, SELF

Policy = dict[str, Any]

PUBLIC: Policy = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}

# An uploaded file opened on its own runs nothing and reaches nothing.
MEDIA: Policy = {"default-src": [NONE], "frame-ancestors": [NONE], "sandbox": [True]}

# Swagger draws its icons from data: URLs and sizes its panels with style attributes.
API_DOCS: Policy = PUBLIC | {"img-src": [SELF, "data:"], "style-src": [SELF, "'unsafe-inline'"]}

# For partners' servers and for other sites' pages: these may be read from any origin.
CORS_PATHS = r"^/(live/[^/]+/(changes|events)|api/v1/.*)$"

# What other sites embed: the CORS paths, the embed's script and page, pictures of an entry.
_CROSS_ORIGIN = re.compile(CORS_PATHS + r"|^/(static|media)/|^/live/[^/]+/embed/$")

# The style sheet that TipTap, inside the rich text editor, puts into the page by itself. It
# changes with the package; tests/browser/test_editor_policy.py then says so.
_TIPTAP_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"

# Sessions exist only below these.
EDITORIAL_PATHS = ("/admin/", "/accounts/")


def is_editorial(path: str) -> bool:
    return path.startswith(EDITORIAL_PATHS)


def content_security_policy(path: str) -> Policy:
    if is_editorial(path):
        return _editorial()
    if path.startswith("/api/docs/"):
        return API_DOCS
    return MEDIA if path.startswith("/media/") else PUBLIC


def resource_policy(path: str) -> str:
    """The value of Cross-Origin-Resource-Policy."""
    return "cross-origin" if _CROSS_ORIGIN.match(path) else "same-origin"


@cache
def _editorial() -> Policy:
    """The public policy, plus what the rich text editor needs, named by digests.

    Its import map comes out of `{{ media }}`, which does not know the request's nonce.
    """
    return PUBLIC | {
        "script-src": [SELF, _import_map_digest(), NONCE],
        "style-src": [SELF, _TIPTAP_STYLE],
    }


def _import_map_digest() -> str:
    from django_prose_editor.widgets import importmap  # needs the apps loaded

    body = str(importmap).partition(">")[2].removesuffix("</script>")
    return f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"
