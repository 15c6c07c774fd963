"""An uploaded picture, decoded and written anew: what is kept is pixels and nothing else.

Location, serial numbers, hidden attachments and second file formats inside the first do not
survive that (SR-17). Touches neither database nor storage.
"""

from __future__ import annotations

import struct
import warnings
from io import BytesIO
from typing import Final, Protocol

from django.core.files.base import ContentFile
from PIL import Image, ImageCms, ImageOps

MAX_BYTES: Final = 20 * 1024 * 1024
MAX_PIXELS: Final = 40_000_000
MAX_WEBP_PIXELS: Final = 16_000_000  # its decoder holds every pixel three times
LONGEST_SIDE: Final = 4096  # pixels; more than any page shows
FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")

# What Pillow's decoders raise on damaged or hostile files.
UNREADABLE: Final = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error)


class Upload(Protocol):
    """What is needed of an uploaded file."""

    size: int | None

    def read(self, size: int = -1, /) -> bytes: ...


def clean_upload(file: Upload) -> ContentFile[bytes]:
    """Return the picture re-encoded, named `picture.jpg`, `.png` or `.webp`; a GIF becomes PNG.

    Raises `ValueError` with one sentence for whoever chose the file.
    """
    if (file.size or 0) > MAX_BYTES:
        raise ValueError(f"The file is larger than {MAX_BYTES // 1024**2} MB. Export it smaller.")
    data = file.read(MAX_BYTES + 1)
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            picture = _opened(data)
            kind = picture.format or ""
            return _encoded(_decoded(picture), kind)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise ValueError(_too_many_pixels()) from error


def _opened(data: bytes) -> Image.Image:
    """The picture with only its header read."""
    try:
        picture = Image.open(BytesIO(data), formats=FORMATS)
    except UNREADABLE as error:
        if b"<svg" in data[:4096].lower():
            raise ValueError("SVG drawings are not taken. Export it as PNG.") from error
        raise ValueError("This is not a picture in JPEG, PNG, WebP or GIF format.") from error
    limit = MAX_WEBP_PIXELS if picture.format == "WEBP" else MAX_PIXELS
    if picture.width * picture.height > limit:
        raise ValueError(_too_many_pixels(limit))
    return picture


def _decoded(picture: Image.Image) -> Image.Image:
    """The first frame, upright, in RGB or RGBA, no larger than a page can use."""
    size = (LONGEST_SIDE, LONGEST_SIDE)
    try:
        # A JPEG is decoded at a fraction of its size where that is enough.
        picture.draft("RGB", size)
        picture.load()
        if picture.mode.startswith("I"):  # 16 bits of grey, which RGB would cut off
            picture = picture.point(lambda level: level / 256, "L")
        if picture.mode not in {"RGB", "RGBA", "L", "CMYK"}:
            picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
        # Smaller before anything copies it: forty million pixels are 160 MB.
        picture.thumbnail(size)
        ImageOps.exif_transpose(picture, in_place=True)
        return _in_srgb(picture)
    except UNREADABLE as error:
        raise ValueError("The picture is damaged. Export it again.") from error


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Colours as browsers expect them, because the file's own profile is dropped."""
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "RGBA", "CMYK"):
        try:
            return _through(profile, picture, mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            return picture.convert(mode)  # A broken profile is worth no more than none.
    return picture.convert(mode)


def _through(profile: bytes, picture: Image.Image, mode: str) -> Image.Image:
    own = ImageCms.ImageCmsProfile(BytesIO(profile))
    srgb = ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(picture, own, srgb, outputMode=mode)
    if converted is None:
        raise ValueError("no picture came back")
    return converted


def _encoded(picture: Image.Image, kind: str) -> ContentFile[bytes]:
    written = BytesIO()
    picture.info.clear()  # or the encoders would copy comments and profiles
    match kind:
        case "JPEG":
            picture.convert("RGB").save(
                written, "JPEG", quality=88, optimize=True, progressive=True
            )
        case "WEBP":
            picture.save(written, "WEBP", quality=90)
        case _:
            # Maps and charts keep their sharp edges.
            picture.save(written, "PNG")
    extension = {"JPEG": "jpg", "WEBP": "webp"}.get(kind, "png")
    return ContentFile(written.getvalue(), name=f"picture.{extension}")


def _too_many_pixels(limit: int = MAX_PIXELS) -> str:
    return f"The picture has more than {limit // 1_000_000} million pixels. Export it smaller."
