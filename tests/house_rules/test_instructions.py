"""What the instructions tell people to press is there: labels and messages, word for word.

In docs/how-to and docs/tutorial, bold is a label of the interface; what a table under “What can
go wrong” quotes is a message of it, with “…” for what differs from case to case.
"""

import re
from functools import cache
from pathlib import Path

import allauth
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENTS = sorted((ROOT / "docs").glob("how-to/*.md")) + sorted((ROOT / "docs").glob("tutorial/*"))
SOURCES = (
    (ROOT, ("liveblog/**/*.py", "templates/**/*.html", "static/newsroom/**/*.js")),
    (Path(allauth.__file__).parent, ("templates/**/*.html",)),
)
NAMED_BY_DJANGO = {
    *("Sources", "Pictures", "Users", "Live blogs", "API tokens"),
    *("Add live blog", "Add picture", "Add source"),
}
GLUED = re.compile(r"[\"'`]\s*\n\s*f?[\"'`]")  # one sentence over two lines of code


@cache
def interface():
    files = (p for root, patterns in SOURCES for pattern in patterns for p in root.glob(pattern))
    return plain("\n".join(GLUED.sub("", path.read_text()) for path in files))


def plain(text):
    return " ".join(
        re.sub(r"\$?\{[^{}\"\n]{1,60}\}", "…", text).replace("’", "'").split()
    ).casefold()


def labels(text):
    return set(re.findall(r"\*\*([^*]+)\*\*", text)) - NAMED_BY_DJANGO


def messages(text):
    rows = text.partition("## What can go wrong")[2].partition("\n## ")[0]
    cells = [line.split("|")[1] for line in rows.splitlines() if line.startswith("| ")]
    quoted = [quote for cell in cells for quote in re.findall(r"“((?:[^“”]|“[^”]*”)+)”", cell)]
    return {piece for quote in quoted for piece in re.split(r" ?… ?", quote) if len(piece) > 3}


def missing(words):
    return {
        word for word in words if plain(re.sub(r"^\+ .*", "", word).rstrip("…")) not in interface()
    }


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_every_label_and_message_is_one_of_the_interface(document):
    text = document.read_text()
    assert missing(labels(text)) == set()
    assert missing(messages(text)) == set()


def test_a_label_that_nobody_can_find_is_noticed():
    assert missing({"Publish", "Publicate"}) == {"Publicate"}
    table = "## What can go wrong\n| you see | … |\n|---|---|\n| “No … such thing.” | – |\n"
    assert missing(messages(table)) == {"such thing."}


@pytest.mark.parametrize(
    "document", [d for d in DOCUMENTS if d.parent.name == "how-to"], ids=lambda path: path.stem
)
def test_every_how_to_has_one_shape(document):
    text = document.read_text()
    lead = text.splitlines()[1]
    assert lead.startswith("When: "), lead
    assert "\nYou need: " in text
    parts = ("## What can go wrong", "## See also")
    assert [part for part in parts if f"\n{part}\n" not in text] == []
    assert re.search(r"^1\. |^## 1\. ", text, re.MULTILINE)
