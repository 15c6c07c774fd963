"""Which content security policy and which resource policy a path has (SR-11)."""

import base64
import hashlib
import re
from functools import cache
from typing import Any

from csp.constants import NONCE, NONE, SELF
from csp.utils import build_policy
from django.conf import settings

from liveblog import frames

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

# Readers may load a video, a chart or a sound from these hosts; nothing does so by itself.
PAGES: Policy = PUBLIC | {"frame-src": list(frames.HOSTS)}

# An uploaded file opened on its own runs nothing and reaches nothing.
MEDIA: Policy = {"default-src": [NONE], "frame-ancestors": [NONE], "sandbox": [True]}

# Swagger draws its icons from data: URLs and sizes its panels with style attributes.
API_DOCS: Policy = PUBLIC | {"img-src": [SELF, "data:"], "style-src": [SELF, "'unsafe-inline'"]}

# For partners' servers and for other sites' pages: these may be read from any origin.
CORS_PATHS = r"^/(live/[^/]+/(changes|events)|api/v1/.*)$"

_OPEN = re.compile(CORS_PATHS)

# What other sites embed: the CORS paths, the embed's script and page, pictures of an entry.
_CROSS_ORIGIN = re.compile(CORS_PATHS + r"|^/(static|media)/|^/live/[^/]+/embed/$")

# The style sheet that TipTap, inside the rich text editor, puts into the page by itself. It
# changes with the package; tests/browser/test_editor_policy.py then says so.
_TIPTAP_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"

# Sessions exist only below these.
EDITORIAL_PATHS = ("/admin/", "/accounts/")


def is_editorial(path: str) -> bool:
    return path.startswith(EDITORIAL_PATHS)


def kind(path: str) -> str:
    """Which of the policies a path has."""
    if path.startswith("/accounts/2fa/totp/"):
        return "second factor"
    if is_editorial(path):
        return "editorial"
    if path.startswith("/api/docs/"):
        return "api docs"
    return "media" if path.startswith("/media/") else "public"


def content_security_policy(path: str) -> Policy:
    return _policies()[kind(path)]


def resource_policy(path: str) -> str:
    """The value of Cross-Origin-Resource-Policy."""
    return "cross-origin" if _CROSS_ORIGIN.match(path) else "same-origin"


def is_open(path: str) -> bool:
    """Whether pages of other sites may read it."""
    return _OPEN.match(path) is not None


def in_order(policy: str) -> str:
    """The same policy in one spelling: what it allows by default first, then by name."""
    directives = (directive.strip() for directive in policy.split(";"))
    return "; ".join(sorted(directives, key=lambda one: (not one.startswith("default-src"), one)))


def security_headers(path: str) -> dict[str, str]:
    """Every security header of a path, for answers that Django never sees."""
    return settings.SECURITY_HEADERS | {
        "Content-Security-Policy": in_order(build_policy(content_security_policy(path))),
        "Cross-Origin-Resource-Policy": resource_policy(path),
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
    }


@cache
def _policies() -> dict[str, Policy]:
    # The rich text editor's import map comes out of `{{ media }}`, which does not know the
    # request's nonce: it is named by its digest, as is TipTap's style sheet.
    editorial = PUBLIC | {
        "script-src": [SELF, _import_map_digest(), NONCE],
        "style-src": [SELF, _TIPTAP_STYLE],
    }
    return {
        "public": PAGES,
        "media": MEDIA,
        "api docs": API_DOCS,
        "editorial": editorial,
        # The code an authenticator app scans is drawn in the page itself.
        "second factor": editorial | {"img-src": [SELF, "data:"]},
    }


def _import_map_digest() -> str:
    from django_prose_editor.widgets import importmap  # needs the apps loaded

    body = str(importmap).partition(">")[2].removesuffix("</script>")
    return f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"
