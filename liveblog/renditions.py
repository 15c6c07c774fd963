"""The sizes and formats in which a picture is offered: AVIF, WebP and JPEG at three widths.

Made once, when the picture is taken in, and never larger than the picture. A file is named by
the random token of its original and a digest of what was done to it. Knows no database.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, Final, TypedDict

from django.core.files.base import ContentFile
from imagefield.backend_base import calculate_crop_box
from PIL import Image

WIDTHS: Final = (320, 640, 1280)
CARD: Final = (640, 427)  # 3 to 2, cut around the focal point
CENTRE: Final = "0.5x0.5"
# Format → what Pillow is told. AVIF at speed 9: a quarter of the time of 8, some percent larger.
FORMATS: Final[dict[str, dict[str, Any]]] = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 9},
    "webp": {"format": "WEBP", "quality": 80, "method": 4},
    "jpg": {"format": "JPEG", "quality": 82, "progressive": True, "optimize": True},
}
MEDIA_TYPES: Final = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}

_PATH = re.compile(
    r"__processed__/[0-9a-f]{3}/[0-9a-f]{3}/(?P<token>[\w-]{22})-[0-9a-f]{12}\.(avif|webp|jpg)"
)

Spec = Callable[[Any, Any], None]


class Rendition(TypedDict):
    """One file: where it is in the storage, how large, of which media type; `card` is the crop."""

    path: str
    width: int
    height: int
    type: str
    card: bool


def _spec(kind: str, processor: str, size: tuple[int, int]) -> Spec:
    """What django-imagefield calls to learn the name of one rendition."""

    def apply(file: Any, context: Any) -> None:
        context.extension = f".{kind}"
        context.processors = [(processor, size), FORMATS[kind]]
        if processor == "thumbnail":
            context.ppoi = CENTRE  # the whole picture, wherever its focus: the name stays

    return apply


def _named(processor: str, size: tuple[int, int]) -> str:
    return "card" if processor == "crop" else f"w{size[0]}"


_SIZES = [*(("thumbnail", (width, 100_000)) for width in WIDTHS), ("crop", CARD)]
# Name → spec, as `imagefield.ImageField(formats=…)` takes them: "w640_avif", "card_jpg".
SPECS: Final[dict[str, Spec]] = {
    f"{_named(*size)}_{kind}": _spec(kind, *size) for size in _SIZES for kind in FORMATS
}


def sizes_for(width: int) -> list[str]:
    """The names of the sizes a picture of this width gets: none twice, none blown up."""
    wide = [at for at in WIDTHS if at < width]
    first_beyond = next((at for at in WIDTHS if at >= width), None)
    return [f"w{at}" for at in [*wide, first_beyond] if at] + ["card"]


def make(file: Any) -> list[Rendition]:
    """Write every rendition of an imagefield's file that is not there yet; returns them all."""
    with file.open("rb") as original, Image.open(original) as opened:
        width = opened.width
        # A JPEG is decoded at a fraction of its size where that is enough; whatever came out is
        # halved before anything copies it.
        opened.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))
        opened.thumbnail((2 * WIDTHS[-1], 2 * WIDTHS[-1]), reducing_gap=2.0)
        picture = opened.convert("RGBA" if opened.has_transparency_data else "RGB")
    found = []
    for size in reversed(sizes_for(width)):  # the card, then the widest first
        card = size == "card"
        shown = _card(picture, file._ppoi()) if card else _narrowed(picture, int(size[1:]))
        for kind in FORMATS:
            path = file._process_context(SPECS[f"{size}_{kind}"]).name
            if not file.storage.exists(path):
                file.storage.save(path, _encoded(shown, kind))
            found.append(_rendition(path, shown, kind, card=card))
        # The next smaller one is made from this one: nothing is decoded twice.
        picture = picture if card else shown
    return found


def _narrowed(picture: Image.Image, width: int) -> Image.Image:
    small = picture.copy()
    small.thumbnail((width, 100_000), Image.Resampling.LANCZOS)
    return small


def _card(picture: Image.Image, focus: list[float]) -> Image.Image:
    box = calculate_crop_box(*picture.size, *CARD, focus)
    cut = picture.crop((box.left, box.top, box.left + box.width, box.top + box.height))
    cut.thumbnail(CARD, Image.Resampling.LANCZOS)
    return cut


def _rendition(path: str, shown: Image.Image, kind: str, *, card: bool) -> Rendition:
    return {
        "path": path,
        "width": shown.width,
        "height": shown.height,
        "type": MEDIA_TYPES[kind],
        "card": card,
    }


def _encoded(picture: Image.Image, kind: str) -> ContentFile[bytes]:
    written = BytesIO()
    if kind == "jpg" and picture.mode == "RGBA":  # JPEG knows no transparency
        white = Image.new("RGB", picture.size, "white")
        white.paste(picture, mask=picture.getchannel("A"))
        picture = white
    picture.save(written, **FORMATS[kind])
    return ContentFile(written.getvalue())


def original_of(path: str) -> list[str]:
    """The paths one of which is the original's, if `path` is a rendition's; else none."""
    found = _PATH.fullmatch(path)
    if found is None:
        return []
    token = found["token"]
    return [f"images/{token[:2].lower()}/{token}.{kind}" for kind in ("jpg", "png", "webp")]


def media_type_of(path: str) -> str:
    """The media type a file is served with, by the ending we gave it."""
    return MEDIA_TYPES.get(path.rpartition(".")[2], "image/png")


def by_type(renditions: list[Rendition], *, card: bool = False) -> Iterator[tuple[str, list[Any]]]:
    """`(media type, [rendition])`, best type first, narrowest rendition first."""
    for kind in MEDIA_TYPES.values():
        rows = [row for row in renditions if row["type"] == kind and row["card"] is card]
        if rows:
            yield kind, sorted(rows, key=lambda row: row["width"])


def jpegs(renditions: list[Rendition]) -> list[Any]:
    """The uncropped JPEGs, narrowest first: what every program can show."""
    return dict(by_type(renditions)).get(MEDIA_TYPES["jpg"], [])
