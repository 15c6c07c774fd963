"""A chart: the water at the Port Ellery gauge, measured and forecast."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

from liveblog.demo.scenes.canvas import (
    HEIGHT,
    SMOOTH,
    WIDTH,
    Color,
    Point,
    chance,
    letter,
    mix,
    smoothed,
    veil,
)

PAPER: Color = (250, 248, 243)
INK: Color = (32, 36, 44)
SOFT: Color = (118, 122, 128)
RULE: Color = (222, 219, 211)
BLUE: Color = (24, 92, 146)
WARN: Color = (200, 62, 42)
LEFT, RIGHT, TOP, BOTTOM = 120, 1520, 210, 800
HOURS = (-12, 9)  # around now
FEET = (-2, 10)
FLOOD = 6.5  # feet above normal at which Low Town takes water


def draw_gauge() -> Image.Image:
    """Drawn large and scaled down, in coordinates of 1600 by 900."""
    picture = Image.new("RGB", (WIDTH * SMOOTH, HEIGHT * SMOOTH), PAPER)
    _frame(picture)
    _forecast(picture)
    _measured(picture)
    _flood_stage(picture)
    _headings(picture)
    return smoothed(picture)


def level(hour: float) -> float:
    """The water in feet above normal: the tide, and the surge that rides on it."""
    tide = 1.5 * math.sin((hour + 1.2) * 2 * math.pi / 12.4)
    surge = 6.4 * math.exp(-(((hour - 3.2) / 5.4) ** 2))
    return tide + surge


def _x(hour: float) -> float:
    return (LEFT + (hour - HOURS[0]) / (HOURS[1] - HOURS[0]) * (RIGHT - LEFT)) * SMOOTH


def _y(feet: float) -> float:
    return (BOTTOM - (feet - FEET[0]) / (FEET[1] - FEET[0]) * (BOTTOM - TOP)) * SMOOTH


def _frame(picture: Image.Image) -> None:
    draw = ImageDraw.Draw(picture)
    for feet in range(FEET[0], FEET[1] + 1, 2):
        color = mix(RULE, INK, 0.45) if feet == 0 else RULE
        draw.line((_x(HOURS[0]), _y(feet), _x(HOURS[1]), _y(feet)), fill=color, width=2 * SMOOTH)
        at = (_x(HOURS[0]) - 18 * SMOOTH, _y(feet))
        letter(draw, at, f"{feet:+d}" if feet else "0", 26 * SMOOTH, SOFT, anchor="rm")
    for hour in range(HOURS[0], HOURS[1] + 1, 3):
        label = f"{hour:+d} h" if hour else "now"
        at = (_x(hour), _y(FEET[0]) + 22 * SMOOTH)
        letter(draw, at, label, 26 * SMOOTH, SOFT if hour else INK, anchor="ma")
    draw.line((_x(0), _y(FEET[0]), _x(0), _y(FEET[1])), fill=INK, width=2 * SMOOTH)


def _hours(start: float, end: float) -> list[float]:
    steps = round((end - start) * 12)
    return [start + (end - start) * step / steps for step in range(steps + 1)]


def _measured(picture: Image.Image) -> None:
    random = chance(11)
    line: list[Point] = [
        (_x(hour), _y(level(hour) + random.gauss(0, 0.06))) for hour in _hours(HOURS[0], 0)
    ]
    ground = [(_x(0), _y(0)), (_x(HOURS[0]), _y(0))]
    veil(picture, [*line, *ground], BLUE, 0.14)
    draw = ImageDraw.Draw(picture)
    draw.line(line, fill=BLUE, width=6 * SMOOTH, joint="curve")
    (x, y), r = line[-1], 11 * SMOOTH
    draw.ellipse((x - r, y - r, x + r, y + r), fill=BLUE, outline=PAPER, width=4 * SMOOTH)
    letter(
        draw,
        (x - 20 * SMOOTH, y - 30 * SMOOTH),
        f"{level(0):.1f} ft",
        34 * SMOOTH,
        BLUE,
        anchor="rm",
    )
    letter(
        draw, (_x(-9.4), _y(level(-9.4)) - 34 * SMOOTH), "Measured", 26 * SMOOTH, BLUE, anchor="ms"
    )


def _forecast(picture: Image.Image) -> None:
    hours = _hours(0, HOURS[1])
    upper = [(_x(hour), _y(level(hour) + 0.16 * hour)) for hour in hours]
    lower = [(_x(hour), _y(level(hour) - 0.2 * hour)) for hour in hours]
    veil(picture, [*upper, *lower[::-1]], BLUE, 0.16)
    draw = ImageDraw.Draw(picture)
    points = [(_x(hour), _y(level(hour))) for hour in hours]
    for number in range(0, len(points) - 3, 5):
        draw.line(points[number : number + 4], fill=BLUE, width=4 * SMOOTH)
    at = (_x(6.1), _y(level(6.1) + 1.5))
    letter(draw, at, "Forecast", 26 * SMOOTH, BLUE, anchor="ls")


def _flood_stage(picture: Image.Image) -> None:
    draw = ImageDraw.Draw(picture)
    x = _x(HOURS[0])
    while x < _x(HOURS[1]):
        draw.line((x, _y(FLOOD), x + 14 * SMOOTH, _y(FLOOD)), fill=WARN, width=3 * SMOOTH)
        x += 26 * SMOOTH
    at = (_x(HOURS[0]) + 8 * SMOOTH, _y(FLOOD) - 12 * SMOOTH)
    letter(draw, at, "Water enters Low Town", 26 * SMOOTH, WARN, anchor="ls")


def _headings(picture: Image.Image) -> None:
    draw = ImageDraw.Draw(picture)
    draw.rectangle([v * SMOOTH for v in (80, 58, 152, 66)], fill=WARN)
    letter(draw, (80 * SMOOTH, 84 * SMOOTH), "The water at Port Ellery", 46 * SMOOTH, INK)
    text = "Feet above normal at the harbor gauge, by hour"
    letter(draw, (80 * SMOOTH, 146 * SMOOTH), text, 28 * SMOOTH, SOFT)
