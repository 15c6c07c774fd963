"""What all scenes draw with: sizes, gradients, glows, lettering."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from random import Random

from PIL import Image, ImageDraw, ImageFilter, ImageFont

SIZE = (1600, 900)
WIDTH, HEIGHT = SIZE
SMOOTH = 2  # drawn this many times larger, then scaled down: smooth edges

Color = tuple[int, int, int]
Point = tuple[float, float]


def chance(seed: int) -> Random:
    """Chance that falls the same way every time."""
    return Random(seed)  # noqa: S311  it draws pictures


def mix(one: Color, other: Color, share: float) -> Color:
    """`share` of `other` in `one`, from 0 to 1."""
    parts = [round(a + (b - a) * share) for a, b in zip(one, other, strict=True)]
    return parts[0], parts[1], parts[2]


def gradient(size: tuple[int, int], stops: Sequence[tuple[float, Color]]) -> Image.Image:
    """A vertical gradient through `stops`: where (0 top, 1 bottom) and which color."""
    height = size[1]
    column = Image.new("RGB", (1, height))
    for y in range(height):
        column.putpixel((0, y), color_at(stops, y / (height - 1)))
    return column.resize(size)


def color_at(stops: Sequence[tuple[float, Color]], place: float) -> Color:
    """The color between the two stops around `place`."""
    for (start, one), (end, other) in pairwise(stops):
        if place <= end:
            return mix(one, other, (place - start) / (end - start))
    return stops[-1][1]


def glow(image: Image.Image, center: Point, radius: float, color: Color, strength: float) -> None:
    """Light around a point, added on top; `strength` from 0 to 1."""
    size = (image.width // 8, image.height // 8)  # a blur has no detail to lose
    mask = Image.new("L", size)
    x, y, r = center[0] / 8, center[1] / 8, radius / 8
    ImageDraw.Draw(mask).ellipse((x - r, y - r, x + r, y + r), fill=round(255 * strength))
    mask = mask.filter(ImageFilter.GaussianBlur(r * 0.6)).resize(image.size)
    image.paste(Image.new("RGB", image.size, color), mask=mask)


def veil(image: Image.Image, shape: Sequence[Point], color: Color, share: float) -> None:
    """A translucent polygon."""
    mask = Image.new("L", image.size)
    ImageDraw.Draw(mask).polygon(list(shape), fill=round(255 * share))
    image.paste(Image.new("RGB", image.size, color), mask=mask)


def smoothed(image: Image.Image) -> Image.Image:
    """A drawing made `SMOOTH` times too large, at its size."""
    return image.resize(SIZE, Image.Resampling.LANCZOS)


def font(size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The face that comes with Pillow, in pixels."""
    return ImageFont.load_default(size)


def letter(
    draw: ImageDraw.ImageDraw,
    at: Point,
    text: str,
    size: float,
    color: Color,
    *,
    anchor: str = "la",
    halo: Color | None = None,
) -> None:
    """A line of text; with `halo` it stays readable on any ground."""
    width = round(size / 7) if halo else 0
    draw.text(
        at, text, font=font(size), fill=color, anchor=anchor, stroke_width=width, stroke_fill=halo
    )
