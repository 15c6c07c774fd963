"""Writes a run down: JSON, plots, and the page docs/performance.md."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.plots import bars, short
from bench.rows import Row
from bench.statistics import spread

ROOT = Path(__file__).resolve().parent.parent
INTRODUCTION = """# Performance

Written by `make bench` from its last run (`bench/results/latest.json`); do not edit. What is
compared was measured in turns within one run, so read ratios: absolute figures are this machine's.
[How the bench measures](../bench/README.md).
"""


def write(stem: str, facts: Mapping[str, object], rows: Sequence[Row], whole: bool) -> Path:
    """`facts` are the run's own: machine, commit, options. Answers the page.

    What is not whole goes to var/bench: it must not take the place of a run that was.
    """
    home = ROOT if whole else ROOT / "var" / "bench"
    results, document = home / "bench" / "results", home / "docs" / "performance.md"
    images = home / "docs" / "images" / "performance"
    for directory in (results, images):
        directory.mkdir(parents=True, exist_ok=True)
    for old in images.glob("*.svg"):
        old.unlink()
    text = json.dumps({**facts, "rows": [row.as_json() for row in rows]}, indent=1) + "\n"
    for name in (stem, "latest"):
        (results / f"{name}.json").write_text(text, encoding="utf-8")
    document.write_text(page(facts, rows, draw(rows, images)), encoding="utf-8")
    return document


def draw(rows: Sequence[Row], images: Path) -> list[tuple[str, str]]:
    """A plot for each title that rows name; answers title and file name."""
    plots: dict[str, dict[str, list[float]]] = {}
    units: dict[str, str] = {}
    for row in rows:
        if row.raw and row.plot:
            plots[row.plot] = plots.get(row.plot, {}) | row.raw
            units[row.plot] = row.raw_unit
    drawn = []
    for number, (title, raw) in enumerate(plots.items(), 1):
        values = {subject: spread(taken) for subject, taken in raw.items()}
        name = f"{number:02}.svg"
        (images / name).write_text(bars(title, units[title], values), encoding="utf-8")
        told = "; ".join(f"{who} {short(of.median)}" for who, of in values.items())
        drawn.append((f"{title} ({units[title]}): {told}", name))
    return drawn


def page(facts: Mapping[str, object], rows: Sequence[Row], plots: Sequence[tuple[str, str]]) -> str:
    parts = [
        INTRODUCTION,
        table(rows),
        told("What was not reached, and why", reasons(rows)),
        told("Remarks", [f"**{row.figure}**: {row.note}" for row in rows if row.note]),
        *(f"![{title}](images/performance/{name})" for title, name in plots),
        told("The run", [f"{name}: {value}" for name, value in facts.items()]),
    ]
    return "\n\n".join(part.strip() for part in parts if part) + "\n"


def reasons(rows: Sequence[Row]) -> list[str]:
    """Each once, with the figures it is about."""
    missed: dict[str, list[str]] = {}
    for row in rows:
        if row.verdict == "not reached" and row.reason:
            missed.setdefault(row.reason, []).append(
                f"{row.figure} ({row.against})".replace(" ()", "")
            )
    return [f"**{'; '.join(figures)}**: {reason}" for reason, figures in missed.items()]


def told(heading: str, items: Sequence[str]) -> str:
    """A section with a list; nothing where there is nothing to tell."""
    return f"## {heading}\n\n" + "\n".join(f"- {item}" for item in items) if items else ""


def table(rows: Sequence[Row]) -> str:
    head = (
        "| figure | against | goal | median | least – most | repeats | verdict |\n"
        "|---|---|---|---|---|---|---|"
    )
    return "\n".join([head, *map(line, rows)])


def line(row: Row) -> str:
    sign = "≥" if row.at_least else "≤"
    goal = f"{sign} {short(row.goal)} {row.unit}".rstrip()
    if row.wish is not None:
        goal += f"; try {short(row.wish)} {row.unit}"
    value = row.value
    if value is None:
        cells = [row.figure, row.against, goal, "–", "–", "–", f"not measured: {row.skipped}"]
    else:
        median, least, most = map(short, (value.median, value.least, value.most))
        measured = f"**{median}** {row.unit}".rstrip()
        cells = [row.figure, row.against, goal, measured, f"{least} – {most}", str(value.repeats)]
        cells.append(row.verdict)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
