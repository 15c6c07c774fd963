"""Bars as SVG: readable on light and on dark ground, drawn without a library."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from bench.statistics import Spread

WIDTH, LABELS, BAR, GAP, HEAD = 760, 270, 22, 12, 44
OURS = ("Newsroom", "with ")
STYLE = (
    "text{font:14px system-ui,sans-serif;fill:#1a1a1a}.t{font-weight:600;font-size:16px}"
    ".b{fill:#8a8f98}.o{fill:#b3261e}.s{stroke:#1a1a1a;stroke-width:1.5}.g{fill:#fff}"
    "@media(prefers-color-scheme:dark){text{fill:#eee}.b{fill:#7b818b}.o{fill:#f2756b}"
    ".s{stroke:#eee}.g{fill:#161616}}"
)


def bars(title: str, unit: str, values: Mapping[str, Spread]) -> str:
    """One bar a subject, its length the median, a whisker from the least to the most."""
    most = max((value.most for value in values.values()), default=0) or 1
    scale = (WIDTH - LABELS - 110) / most
    height = HEAD + len(values) * (BAR + GAP) + GAP
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        f"<title>{escape(title)}</title><style>{STYLE}</style>",
        f'<rect class="g" width="{WIDTH}" height="{height}"/>',
        f'<text class="t" x="12" y="27">{escape(title)} ({escape(unit)})</text>',
    ]
    for index, (name, value) in enumerate(values.items()):
        lines += bar(name, value, HEAD + index * (BAR + GAP), scale, kind(name))
    return "\n".join([*lines, "</svg>", ""])


def kind(subject: str) -> str:
    """Ours stands out from the peers, the large from the small."""
    return "o" if subject.startswith(OURS) or ",000 entries" in subject else "b"


def bar(name: str, value: Spread, top: float, scale: float, kind: str) -> list[str]:
    middle = top + BAR / 2
    least, most = LABELS + value.least * scale, LABELS + value.most * scale
    width = max(value.median * scale, 1)
    return [
        f'<text x="{LABELS - 10}" y="{middle + 5}" text-anchor="end">{escape(name)}</text>',
        f'<rect class="{kind}" x="{LABELS}" y="{top}" width="{width:.1f}" height="{BAR}"/>',
        f'<path class="s" d="M{least:.1f} {middle}H{most:.1f}"/>',
        f'<text x="{most + 8:.1f}" y="{middle + 5}">{short(value.median)}</text>',
    ]


def short(number: float) -> str:
    """Three figures that mean something: 36,600 · 12.3 · 0.045."""
    if abs(number) >= 100:
        return f"{number:,.0f}"
    return f"{number:.3g}"
