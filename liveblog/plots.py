"""Where the bars or columns of a plot stand. Pure: a template draws them, with their words.

Lengths are percentages of whatever width there is, heights are pixels: words keep their size on a
phone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

ROW, WORDS, TALL = 40, 16, 12  # pixels: of a row, down to its words' baseline, of a bar
TOP, UPRIGHT = 18, 120  # pixels: above the columns, and of the highest of them
TICKS = 5  # words below them
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
    is_columns: bool = False


@dataclass(frozen=True, slots=True)
class Upright:
    """A column: x and width are shares of the whole width, the rest are pixels from above."""

    x: str
    width: str
    outer_y: float
    outer: float
    inner_y: float
    inner: float
    said: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A word below the columns."""

    x: str
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns beside each other, from left to right as time goes."""

    key: str
    title: str
    description: str
    outer_is: str
    inner_is: str
    columns: tuple[Upright, ...]
    ticks: tuple[Tick, ...]
    most: str

    top: int = TOP
    floor: int = TOP + UPRIGHT
    words_y: int = TOP + UPRIGHT + WORDS
    height: int = TOP + UPRIGHT + WORDS + 4
    is_columns: bool = True


def columns(
    key: str, title: str, measures: Sequence[Measure], *, outer_is: str, inner_is: str = ""
) -> Columns | None:
    """One column a measure, all on one scale. None without anything to draw.

    The description says the highest alone: the table beside it has every figure.
    """
    most = max((max(each.outer, each.inner) for each in measures), default=0)
    if most <= 0:
        return None
    step = 100 / len(measures)
    highest = max(measures, key=lambda each: each.outer)
    return Columns(
        key,
        title,
        f"From {measures[0].label} to {measures[-1].label}; the highest is {highest.label}: "
        f"{highest.said}. The table has every figure.",
        outer_is,
        inner_is,
        tuple(_upright(place, step, each, most) for place, each in enumerate(measures)),
        _ticks(measures, step),
        f"{most:,.0f}",
    )


def _upright(place: int, step: float, each: Measure, most: float) -> Upright:
    outer, inner = (_height(value, most) for value in (each.outer, each.inner))
    floor = TOP + UPRIGHT
    return Upright(
        f"{(place + 0.1) * step:.2f}%",
        f"{0.8 * step:.2f}%",
        floor - outer,
        outer,
        floor - inner,
        inner,
        f"{each.label}: {each.said}",
    )


def _ticks(measures: Sequence[Measure], step: float) -> tuple[Tick, ...]:
    """A word for the first, the last and a few between them."""
    last = len(measures) - 1
    parts = min(TICKS - 1, last)
    if not parts:
        return (Tick("0%", "start", measures[0].label),)
    places = [round(part * last / parts) for part in range(parts + 1)]
    anchors = ["start", *["middle"] * (parts - 1), "end"]
    edges = [0.0, *((place + 0.5) * step for place in places[1:-1]), 100.0]
    return tuple(
        Tick(f"{x:.2f}%", anchor, measures[place].label)
        for x, anchor, place in zip(edges, anchors, places, strict=True)
    )


def _height(value: float, most: float) -> float:
    return round(max(UPRIGHT * value / most, 1.0), 1) if value > 0 else 0.0


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
