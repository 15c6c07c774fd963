"""Readers are sent our modules without their comments, and nothing else is missing."""

import pytest
from django.conf import settings
from django.core.files.base import ContentFile

from newsroom.storage import COMMENT, StaticFilesStorage, without_comments

pytestmark = pytest.mark.once

ROOT = settings.BASE_DIR / "static" / "newsroom"
MODULES = sorted(ROOT.rglob("*.js"))


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/** What it does.\n * At length. */\nlet a;\n", "let a;\n"),
        ("  // why\n  a();\n", "  a();\n"),
        ("/* one */ a(); // two\nb();\n/* three */\n", "/* one */ a(); // two\nb();\n"),
        ('a("https://b"); /* c\n */ d();\n', 'a("https://b"); /* c\n */ d();\n'),
    ],
)
def test_a_comment_on_lines_of_its_own_is_not_sent(written, sent):
    assert without_comments(written) == sent


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_line_of_a_text_is_taken_for_a_comment(module):
    script = module.read_text()
    for comment in COMMENT.finditer(script):
        assert script[: comment.start()].count("`") % 2 == 0, comment[0]
        assert comment[0].count("`") % 2 == 0, comment[0]


def test_only_our_own_scripts_are_touched(tmp_path):
    storage = StaticFilesStorage(location=tmp_path)
    for name in ("newsroom/a.js", "newsroom/a.css", "admin/a.js"):
        content = ContentFile(b"/* licence */\na\n")
        content.read()  # as collectstatic has, to find a name
        storage.save(name, content)
    found = {
        path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("a.*")
    }
    whole = "/* licence */\na\n"
    assert found == {"newsroom/a.js": "a\n", "newsroom/a.css": whole, "admin/a.js": whole}
