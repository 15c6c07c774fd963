"""The links of Markdown documents: a tree in, the ones that lead nowhere out."""

import re
from urllib.parse import unquote

from tests.house_rules.rules import files

LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//")


def anchor_of(heading):
    """The anchor a heading gets: lower case, hyphens for blanks, no punctuation."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
    return re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")


def anchors(text):
    found = set()
    for heading in HEADING.findall(FENCE.sub("", text)):
        anchor, suffix = anchor_of(heading), 0
        while f"{anchor}-{suffix}" in found if suffix else anchor in found:
            suffix += 1
        found.add(f"{anchor}-{suffix}" if suffix else anchor)
    return found


def dead_links(root):
    """Yield "document: target" for every relative link without its file or its anchor."""
    for name, path in files(root, "**/*.md"):
        text = CODE.sub("", FENCE.sub("", path.read_text()))
        for target in LINK.findall(text):
            if ELSEWHERE.match(target):
                continue
            where, _, anchor = unquote(target).partition("#")
            file = (path.parent / where) if where else path
            lost = not file.exists() or (
                anchor and file.suffix == ".md" and anchor not in anchors(file.read_text())
            )
            if lost:
                yield f"{name}: {target}"


def documents_nobody_links(root):
    """Yield documents of docs/ that neither its index nor a folder named there leads to."""
    index = root / "docs" / "README.md"
    linked = {
        (index.parent / target.partition("#")[0]).resolve()
        for target in LINK.findall(index.read_text())
        if not ELSEWHERE.match(target)
    }
    for name, path in files(root, "docs/**/*.md"):
        if path != index and not linked & {path.resolve(), path.parent.resolve()}:
            yield name
