"""A directory the site is written into, and a look at what stands there."""

import pytest
from django.core.management import call_command

from liveblog.static_export.tree import GONE, file_of


class Written:
    """The files of one export."""

    def __init__(self, root):
        self.root = root

    def export(self, *slugs):
        call_command("export_static", str(self.root), *(["--blog", *slugs] if slugs else []))

    def at(self, address):
        """The bytes a web server finds at an address, or None."""
        path = self.root / file_of(address)
        return path.read_bytes() if path.exists() else None

    def is_gone(self, address):
        """Whether a web server answers 410 there."""
        marked = (self.root / (file_of(address) + GONE)).exists()
        return marked and self.at(address) is None

    def stamps(self):
        """Every file with the moment it was last written."""
        return {
            path.relative_to(self.root).as_posix(): path.stat().st_mtime_ns
            for path in self.root.rglob("*")
            if path.is_file()
        }

    def text(self):
        """Everything there is, as one text to look for words in."""
        return b"\n".join(path.read_bytes() for path in self.root.rglob("*") if path.is_file())


@pytest.fixture
def written(tmp_path, settings):
    settings.STATICFILES_DIRS = []
    settings.DEBUG = False
    settings.STATIC_ROOT = tmp_path / "collected"
    pages = settings.STATIC_ROOT / "newsroom"
    pages.mkdir(parents=True)
    (pages / "tokens.css").write_text("a {}")
    (pages / "admin").mkdir()
    (pages / "admin" / "desk.css").write_text("b {}")
    return Written(tmp_path / "site")
