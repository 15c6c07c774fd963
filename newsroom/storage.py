"""Static files under names that change with their content."""

from __future__ import annotations

import re

from django.core.files.base import ContentFile, File
from servestatic.storage import CompressedManifestStaticFilesStorage

# On lines of their own: what stands behind code, or in a text, stays.
COMMENT = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/[ \t]*|//[^\n]*)\n", re.DOTALL | re.MULTILINE)


class StaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # untyped
    """Also rewrites what one JavaScript module imports from another, and keeps its comments back.

    Without the first, `live.js` would be renamed with every release and the modules it imports
    would not: for a while after an upgrade a browser could mix two releases. Comments are a fifth
    of what a reader would load.
    """

    support_js_module_import_aggregation = True

    def _save(self, name: str, content: File[bytes]) -> str:
        if name.startswith("newsroom/") and name.endswith(".js"):
            script = b"".join(content.chunks())  # from the beginning, wherever it has been read to
            content = ContentFile(without_comments(script.decode()).encode())
        saved: str = super()._save(name, content)
        return saved


def without_comments(script: str) -> str:
    """A module of ours as readers are sent it."""
    return COMMENT.sub("", script)
