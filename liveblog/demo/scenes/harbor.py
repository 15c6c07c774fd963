"""The harbor of Port Ellery at dusk."""

from __future__ import annotations

import math
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from liveblog.demo.scenes.canvas import (
    HEIGHT,
    SIZE,
    SMOOTH,
    WIDTH,
    Color,
    Point,
    chance,
    glow,
    gradient,
    mix,
    smoothed,
    veil,
)

SHORE = 560  # where sky meets water
SUN: Point = (1120, 528)
SKY = [
    (0.0, (24, 28, 62)),
    (0.35, (71, 58, 108)),
    (0.6, (164, 88, 112)),
    (0.82, (238, 148, 96)),
    (1.0, (255, 214, 150)),
]
FAR: Color = (150, 96, 118)
NEAR: Color = (26, 26, 46)
LAMP: Color = (255, 214, 138)


def draw_harbor() -> Image.Image:
    """Sky, hills, town and cranes above; their reflection, broken by the swell, below."""
    random = chance(5)
    above = _sky(random)
    _hills(above, random)
    _town(above, random)
    water = _water(above, random)
    picture = Image.new("RGB", SIZE)
    picture.paste(above.crop((0, 0, WIDTH, SHORE)), (0, 0))
    picture.paste(water, (0, SHORE))
    _quay(picture, random)
    return _finish(picture)


def _sky(random: Random) -> Image.Image:
    sky = gradient((WIDTH, SHORE), SKY)
    glow(sky, SUN, 260, (255, 176, 112), 0.7)
    glow(sky, SUN, 120, (255, 240, 205), 0.95)
    clouds = Image.new("L", (WIDTH, SHORE))
    draw = ImageDraw.Draw(clouds)
    for _ in range(34):
        x, y = random.uniform(-200, WIDTH), random.uniform(60, SHORE - 90)
        length, height = random.uniform(220, 620), random.uniform(5, 20)
        draw.ellipse((x, y, x + length, y + height), fill=random.randint(30, 110))
    clouds = clouds.filter(ImageFilter.GaussianBlur(9))
    lit = gradient(
        (WIDTH, SHORE), [(0.0, (58, 52, 92)), (0.6, (226, 130, 116)), (1.0, (255, 224, 178))]
    )
    sky.paste(lit, mask=clouds)
    return sky


def _hills(picture: Image.Image, random: Random) -> None:
    for layer, (height, share) in enumerate(((96, 0.15), (66, 0.42), (40, 0.66))):
        phase = random.uniform(0, 6)
        ridge: list[Point] = [(0, SHORE)]
        for x in range(0, WIDTH + 20, 20):
            wave = math.sin(x / (210 - 40 * layer) + phase) + 0.5 * math.sin(x / 70 + 2 * phase)
            ridge.append((x, SHORE - height * (0.62 + 0.25 * wave)))
        ridge.append((WIDTH, SHORE))
        veil(picture, ridge, mix(FAR, NEAR, share), 0.92)


def _town(picture: Image.Image, random: Random) -> None:
    """Houses along the shore, the lighthouse on its mole, two cranes, all against the light."""
    large = picture.resize((WIDTH * SMOOTH, SHORE * SMOOTH))
    draw = ImageDraw.Draw(large)
    x = -10.0
    while x < 940:
        width, height = random.uniform(26, 62), random.uniform(26, 74) * (1 - x / 1900)
        _house(draw, random, x, width, height)
        x += width - 2
    _crane(draw, 1230, 150)
    _crane(draw, 1370, 176)
    _lighthouse(draw)
    picture.paste(large.resize((WIDTH, SHORE), Image.Resampling.LANCZOS))
    glow(picture, (1034, 398), 60, (255, 236, 190), 0.75)
    for reach in range(120, 801, 16):  # the beam fades with its length
        wedge = [
            (1034, 397),
            (1034 - reach, 397 - 0.22 * reach),
            (1034 - reach, 397 - 0.08 * reach),
        ]
        veil(picture, wedge, (255, 236, 190), 0.007)


def _house(
    draw: ImageDraw.ImageDraw, random: Random, x: float, width: float, height: float
) -> None:
    top, middle, end = SHORE - height, x + width / 2, x + width
    outline = [(x, SHORE), (x, top), (middle, top - width * 0.36), (end, top), (end, SHORE)]
    draw.polygon([(a * SMOOTH, b * SMOOTH) for a, b in outline], fill=mix(NEAR, FAR, 0.1))
    for row in range(int(height // 20)):
        for column in range(int(width // 16)):
            if random.random() < 0.36:
                left, above = x + 6 + column * 16, top + 8 + row * 20
                box = (left * SMOOTH, above * SMOOTH, (left + 5) * SMOOTH, (above + 8) * SMOOTH)
                draw.rectangle(box, fill=mix(LAMP, (255, 160, 90), random.random()))


def _crane(draw: ImageDraw.ImageDraw, x: float, height: float) -> None:
    def line(*points: Point, width: int = 5) -> None:
        draw.line([(a * SMOOTH, b * SMOOTH) for a, b in points], fill=NEAR, width=width * SMOOTH)

    top = SHORE - height
    line((x, SHORE), (x, top), width=7)
    line((x + 34, SHORE), (x + 34, top + 40), width=7)
    line((x, top + 60), (x + 34, top + 60))
    line((x - 30, top + 10), (x + 128, top - 58))
    line((x, top), (x + 128, top - 58), width=2)
    line((x + 120, top - 54), (x + 120, SHORE - 46), width=2)


def _lighthouse(draw: ImageDraw.ImageDraw) -> None:
    def shape(points: list[Point], color: Color) -> None:
        draw.polygon([(a * SMOOTH, b * SMOOTH) for a, b in points], fill=color)

    shape([(940, SHORE), (968, 540), (1130, 536), (1168, SHORE)], NEAR)
    shape([(1018, 538), (1026, 412), (1042, 412), (1050, 538)], mix(NEAR, FAR, 0.25))
    shape([(1020, 500), (1022, 470), (1046, 470), (1048, 500)], NEAR)
    shape([(1022, 412), (1022, 406), (1046, 406), (1046, 412)], NEAR)
    shape([(1027, 406), (1027, 390), (1041, 390), (1041, 406)], (255, 244, 214))
    shape([(1023, 390), (1034, 378), (1045, 390)], NEAR)


def _water(above: Image.Image, random: Random) -> Image.Image:
    """The mirrored shore, darker, torn into ripples that grow towards the viewer."""
    depth = HEIGHT - SHORE
    mirrored = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).crop((0, 0, WIDTH, depth))
    mirrored = ImageEnhance.Brightness(mirrored).enhance(0.72)
    water = Image.new("RGB", (WIDTH, depth))
    for y in range(depth):
        swing = 1 + min(y, 130) / 34
        shift = round(swing * (math.sin(y / 3.1) + 0.6 * math.sin(y / 7.7 + 1)))
        source = min(depth - 1, max(0, y + round(swing * 0.4 * math.sin(y / 2.3))))
        row = ImageChops.offset(mirrored.crop((0, source, WIDTH, source + 1)), shift, 0)
        water.paste(row, (0, y))
    shade = gradient((WIDTH, depth), [(0.0, (60, 60, 60)), (1.0, (190, 190, 190))]).convert("L")
    water.paste(Image.new("RGB", water.size, (20, 24, 48)), mask=shade)
    _sparkle(water, random)
    return water


def _sparkle(water: Image.Image, random: Random) -> None:
    """The low sun on the crests, in a path that widens towards the viewer."""
    mask = Image.new("L", water.size)
    draw = ImageDraw.Draw(mask)
    for _ in range(900):
        y = random.uniform(2, water.height)
        spread = 26 + y * 0.42
        x = random.gauss(SUN[0], spread)
        length = random.uniform(8, 20 + y / 5)
        light = round(200 * math.exp(-(((x - SUN[0]) / (spread * 1.4)) ** 2)) * (1 - y / 420))
        draw.line((x, y, x + length, y), fill=max(0, light), width=2)
    mask = mask.filter(ImageFilter.GaussianBlur(0.8))
    water.paste(Image.new("RGB", water.size, (255, 206, 140)), mask=mask)


def _quay(picture: Image.Image, random: Random) -> None:
    """Moored boats in front, black against the water."""
    large = picture.resize((WIDTH * SMOOTH, HEIGHT * SMOOTH))
    draw = ImageDraw.Draw(large)
    for x, y, scale in ((170, 742, 1.25), (430, 688, 0.85), (640, 800, 1.6), (1400, 724, 1.0)):
        _boat(draw, x, y, scale, random)
    picture.paste(smoothed(large))


def _boat(draw: ImageDraw.ImageDraw, x: float, y: float, scale: float, random: Random) -> None:
    def at(dx: float, dy: float) -> Point:
        return (x + dx * scale) * SMOOTH, (y + dy * scale) * SMOOTH

    hull: Color = (14, 16, 32)
    draw.ellipse((*at(-96, 8), *at(96, 24)), fill=(20, 22, 44))
    draw.polygon([at(-92, -8), at(96, -14), at(78, 18), at(-74, 18)], fill=hull)
    draw.polygon([at(-34, -10), at(-34, -38), at(22, -38), at(30, -12)], fill=hull)
    draw.rectangle((*at(-24, -32), *at(-12, -22)), fill=LAMP)
    draw.rectangle((*at(-4, -32), *at(8, -22)), fill=LAMP)
    lean = random.uniform(-4, 4)
    for foot, height in ((-58, 118), (40, 150)):
        draw.line([at(foot, -8), at(foot + lean, -height)], fill=hull, width=round(4 * scale))
        draw.line([at(foot + lean, -height), at(94, -14)], fill=hull, width=SMOOTH)


def _finish(picture: Image.Image) -> Image.Image:
    """A dark rim and a little grain, as a photograph has."""
    rim = Image.new("L", SIZE, 88)
    ImageDraw.Draw(rim).ellipse((-260, -220, WIDTH + 260, HEIGHT + 220), fill=0)
    rim = rim.filter(ImageFilter.GaussianBlur(140))
    picture.paste(Image.new("RGB", SIZE, (8, 8, 24)), mask=rim)
    return picture
