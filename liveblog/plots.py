"""Where the bars of a plot stand. Pure: a template draws them, with their words.

Lengths are percentages of whatever width there is, heights are pixels: words keep their size on a
phone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

ROW, WORDS, TALL = 40, 16, 12  # pixels: of a row, down to its words' baseline, of a bar
LONGEST = 44  # characters of a label; the table beside the plot has all of it
THINNEST = 0.4  # percent: what is there is seen


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing measured: a figure, perhaps a smaller one within it, and both in words."""

    label: str
    outer: float
    inner: float
    said: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of the plot; `outer` and `inner` are widths like "41.5%"."""

    label: str
    said: str
    words_y: int
    bar_y: int
    outer: str
    inner: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars below each other, under a name and a description for who cannot see them."""

    key: str
    title: str
    description: str
    outer_is: str
    inner_is: str
    height: int
    bars: tuple[Bar, ...]

    tall: int = TALL


def plot(
    key: str, title: str, measures: Sequence[Measure], *, outer_is: str, inner_is: str = ""
) -> Plot | None:
    """All on one scale, the largest across the whole width. None without anything to draw."""
    most = max((max(each.outer, each.inner) for each in measures), default=0)
    if most <= 0:
        return None
    bars = tuple(
        Bar(
            label=shorten(each.label, LONGEST, placeholder=" …"),
            said=each.said,
            words_y=row * ROW + WORDS,
            bar_y=row * ROW + WORDS + 6,
            outer=_width(each.outer, most),
            inner=_width(each.inner, most),
        )
        for row, each in enumerate(measures)
    )
    description = "; ".join(f"{each.label}: {each.said}" for each in measures)
    return Plot(key, title, f"{description}.", outer_is, inner_is, len(bars) * ROW, bars)


def _width(value: float, most: float) -> str:
    return f"{max(100 * value / most, THINNEST):.1f}%" if value > 0 else "0%"
