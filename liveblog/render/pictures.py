"""A picture as `<picture>`: every format and width there is of it, for the browser to choose."""

from __future__ import annotations

from typing import Any

from liveblog import renditions
from liveblog.models import MediaAsset

JPEG = "image/jpeg"
# How wide a picture stands on the page, as static/newsroom/*.css has it.
IN_ENTRY = "(min-width: 44rem) 42rem, 100vw"
AS_LEAD = "(min-width: 56rem) 34rem, 100vw"
ON_CARD = "(min-width: 44rem) 33rem, 100vw"
WIDEST_PLAIN = 700  # pixels; for browsers that know no `srcset`


def picture_context(asset: MediaAsset, sizes: str, *, card: bool = False) -> dict[str, Any]:
    """`{sources, src, srcset, sizes, width, height, alt}`; a picture without renditions is itself.

    `card` is the crop around the focal point.
    """
    offered = dict(renditions.by_type(asset.renditions, card=card))
    plain = offered.pop(JPEG, [])
    shown = {
        "sizes": sizes,
        "alt": asset.alt,
        "sources": [
            {"type": kind, "srcset": _srcset(asset, rows)} for kind, rows in offered.items()
        ],
        "src": asset.file.url,
        "srcset": _srcset(asset, plain),
        "width": asset.width,
        "height": asset.height,
    }
    if plain:
        chosen = [row for row in plain if row["width"] <= WIDEST_PLAIN] or plain[:1]
        shown["src"] = asset.url_of(chosen[-1])
    if plain and card:
        shown |= {"width": plain[-1]["width"], "height": plain[-1]["height"]}
    return shown


def _srcset(asset: MediaAsset, rows: list[Any]) -> str:
    return ", ".join(f"{asset.url_of(row)} {row['width']}w" for row in rows)


def shared_picture(asset: MediaAsset) -> dict[str, Any]:
    """The picture a shared link shows: `{url, width, height, alt}`, a JPEG where there is one."""
    jpegs = renditions.jpegs(asset.renditions)
    if not jpegs:
        size = {"url": asset.file.url, "width": asset.width, "height": asset.height}
    else:
        widest = jpegs[-1]
        size = {"url": asset.url_of(widest), "width": widest["width"], "height": widest["height"]}
    return size | {"alt": asset.alt}
