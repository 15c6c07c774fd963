"""The release: a digest of everything that decides how public content looks."""

from hashlib import blake2b
from pathlib import Path

_PATTERNS = ("templates/**/*", "static/**/*", "liveblog/**/*.py")


def digest(root: Path) -> str:
    """Ten hexadecimal digits over templates, static files and code below `root`.

    Part of every ETag: after an upgrade no cache may answer "not modified" for a page that
    would be rendered differently now.
    """
    total = blake2b(digest_size=5)
    for path in sorted({path for pattern in _PATTERNS for path in root.glob(pattern)}):
        if path.is_file() and "migrations" not in path.parts:
            total.update(str(path.relative_to(root)).encode())
            total.update(path.read_bytes())
    return total.hexdigest()
