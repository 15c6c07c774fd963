"""A weather map: the storm, its track, and how far off it the center may pass."""

from __future__ import annotations

import math
from itertools import pairwise

from PIL import Image, ImageDraw

from liveblog.demo.scenes.canvas import (
    HEIGHT,
    SMOOTH,
    WIDTH,
    Color,
    Point,
    chance,
    gradient,
    letter,
    mix,
    smoothed,
    veil,
)

SEA = [(0.0, (20, 58, 84)), (1.0, (14, 38, 62))]
LAND: Color = (214, 209, 190)
INLAND: Color = (190, 188, 168)
INK: Color = (34, 42, 54)
PALE: Color = (232, 240, 244)
WARN: Color = (226, 84, 58)
PAST = [(1520.0, 838.0), (1392, 762), (1268, 678), (1156, 590)]
AHEAD = [(1156.0, 590.0), (1020, 522), (876, 466), (716, 428), (560, 404)]
SPREAD = (14, 40, 70, 104, 140)  # how far off the track the center may pass, in pixels
TOWNS = (
    ("Port Ellery", 792, 296),
    ("Low Town", 846, 226),
    ("Wend", 420, 540),
    ("Marrick", 662, 664),
)


def draw_storm_map() -> Image.Image:
    """Drawn large and scaled down, in map coordinates of 1600 by 900."""
    picture = gradient((WIDTH * SMOOTH, HEIGHT * SMOOTH), SEA)
    _graticule(picture)
    _land(picture)
    _isobars(picture)
    _cone(picture)
    _track(picture)
    _towns(picture)
    _legend(picture)
    return smoothed(picture)


def _large(points: list[Point]) -> list[Point]:
    return [(x * SMOOTH, y * SMOOTH) for x, y in points]


def _graticule(picture: Image.Image) -> None:
    draw = ImageDraw.Draw(picture)
    line = mix(SEA[1][1], PALE, 0.14)
    for x in range(0, WIDTH * SMOOTH, 200 * SMOOTH):
        draw.line((x, 0, x, HEIGHT * SMOOTH), fill=line, width=SMOOTH)
    for y in range(100 * SMOOTH, HEIGHT * SMOOTH, 200 * SMOOTH):
        draw.line((0, y, WIDTH * SMOOTH, y), fill=line, width=SMOOTH)


def coast() -> list[Point]:
    """The shore from the top to the bottom of the map: a line broken finer and finer."""
    random = chance(23)
    points: list[Point] = [(1010, -10), (880, 190), (806, 330), (660, 470), (700, 640), (560, 910)]
    rough = 42.0
    for _ in range(6):
        finer: list[Point] = []
        for (x1, y1), (x2, y2) in pairwise(points):
            middle = ((x1 + x2) / 2 + random.uniform(-rough, rough), (y1 + y2) / 2)
            finer += [(x1, y1), middle]
        points = [*finer, points[-1]]
        rough *= 0.52
    return points


def _land(picture: Image.Image) -> None:
    draw = ImageDraw.Draw(picture)
    shore = coast()
    for reach, share in ((26, 0.06), (14, 0.10)):
        shallow = [(x + reach, y) for x, y in shore]
        veil(picture, _large([(-10, -10), *shallow, (-10, 910)]), PALE, share)
    draw.polygon(_large([(-10, -10), *shore, (-10, 910)]), fill=LAND)
    draw.line(_large(shore), fill=mix(LAND, INK, 0.55), width=2 * SMOOTH)
    inland = [(x * 0.62 - 40, y) for x, y in shore]
    veil(picture, _large([(-10, -10), *inland, (-10, 910)]), INLAND, 0.7)
    river = [(120.0, 612.0), (236, 566), (330, 556), (420, 540), (530, 556), (648, 568)]
    draw.line(_large(river), fill=(96, 136, 158), width=5 * SMOOTH, joint="curve")


def _isobars(picture: Image.Image) -> None:
    """Lines of equal pressure, closer together towards the center."""
    draw = ImageDraw.Draw(picture)
    x, y = PAST[-1]
    for number, radius in enumerate((66, 118, 182, 262, 362, 490)):
        points: list[Point] = []
        for degree in range(0, 361, 3):
            turn = math.radians(degree)
            wobble = 1 + 0.05 * math.sin(3 * turn + number)
            points.append(
                (x + radius * 1.22 * wobble * math.cos(turn), y + radius * wobble * math.sin(turn))
            )
        draw.line(_large(points), fill=mix(SEA[0][1], PALE, 0.45), width=SMOOTH)
        at = (x * SMOOTH, (y + radius * 1.02) * SMOOTH)
        if y + radius < HEIGHT - 30:
            letter(draw, at, str(964 + 6 * number), 17 * SMOOTH, PALE, anchor="mm", halo=SEA[0][1])


def _cone(picture: Image.Image) -> None:
    left: list[Point] = []
    right: list[Point] = []
    for (x, y), spread in zip(AHEAD, SPREAD, strict=True):
        left.append((x + 0.52 * spread, y - 0.86 * spread))
        right.append((x - 0.52 * spread, y + 0.86 * spread))
    (x, y), radius = AHEAD[-1], SPREAD[-1]
    for degree in range(-120, -241, -10):  # a round end, from the left edge to the right
        turn = math.radians(degree)
        left.append((x + radius * math.cos(turn), y + radius * math.sin(turn)))
    veil(picture, _large([*left, *right[::-1]]), (255, 255, 255), 0.34)


def _track(picture: Image.Image) -> None:
    draw = ImageDraw.Draw(picture)
    draw.line(_large(PAST), fill=WARN, width=6 * SMOOTH, joint="curve")
    for start, end in pairwise(AHEAD):
        for step in range(0, 10, 2):
            piece = [_between(start, end, step / 10), _between(start, end, (step + 1.2) / 10)]
            draw.line(_large(piece), fill=WARN, width=5 * SMOOTH)
    for number, point in enumerate(AHEAD[1:], start=1):
        _dot(draw, point, 11, PALE)
        label = f"+{3 * number} h"
        at = ((point[0] + 16) * SMOOTH, (point[1] - 22) * SMOOTH)
        letter(draw, at, label, 20 * SMOOTH, INK, anchor="ls", halo=(255, 255, 255))
    for point in PAST[:-1]:
        _dot(draw, point, 9, WARN)
    _symbol(draw, PAST[-1])


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _dot(draw: ImageDraw.ImageDraw, at: Point, radius: float, color: Color) -> None:
    (x, y), r = _large([at])[0], radius * SMOOTH
    draw.ellipse((x - r, y - r, x + r, y + r), fill=color, outline=WARN, width=4 * SMOOTH)


def _symbol(draw: ImageDraw.ImageDraw, at: Point) -> None:
    """The sign for a storm: a ring with two arms that thin out as they trail it."""
    (x, y), r = _large([at])[0], 24 * SMOOTH
    for start in (0, 180):
        outer: list[Point] = []
        inner: list[Point] = []
        for degree in range(0, 121, 5):
            turn = math.radians(start + degree)
            reach = r * (0.9 + 1.1 * degree / 120)
            outer.append((x + reach * math.cos(turn), y + reach * math.sin(turn)))
            reach -= r * 0.62 * (1 - degree / 120)
            inner.append((x + reach * math.cos(turn), y + reach * math.sin(turn)))
        draw.polygon([*outer, *inner[::-1]], fill=WARN)
    draw.ellipse((x - r, y - r, x + r, y + r), fill=WARN)
    draw.ellipse((x - r / 2.4, y - r / 2.4, x + r / 2.4, y + r / 2.4), fill=PALE)


def _towns(picture: Image.Image) -> None:
    draw = ImageDraw.Draw(picture)
    for name, x, y in TOWNS:
        box = [v * SMOOTH for v in (x - 6, y - 6, x + 6, y + 6)]
        draw.rectangle(box, fill=INK)
        at = ((x - 14) * SMOOTH, y * SMOOTH)
        letter(draw, at, name, 26 * SMOOTH, INK, anchor="rm", halo=(244, 241, 228))


def _legend(picture: Image.Image) -> None:
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle(
        [v * SMOOTH for v in (1040, 40, 1560, 218)], radius=10 * SMOOTH, fill=(245, 247, 246)
    )
    letter(draw, (1066 * SMOOTH, 58 * SMOOTH), "Storm Ysolde", 34 * SMOOTH, INK)
    rows = ((112, WARN, "Track so far"), (146, (222, 222, 222), "Where the center may pass"))
    for y, color, text in rows:
        draw.rectangle([v * SMOOTH for v in (1066, y, 1102, y + 16)], fill=color)
        letter(draw, (1118 * SMOOTH, (y - 5) * SMOOTH), text, 22 * SMOOTH, INK)
    text = "Lines: pressure at sea level, in hectopascals"
    letter(draw, (1066 * SMOOTH, 180 * SMOOTH), text, 20 * SMOOTH, mix(INK, PALE, 0.3))
