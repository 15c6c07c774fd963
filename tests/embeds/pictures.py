from io import BytesIO

from PIL import Image


def drawn(kind="PNG", size=(64, 36), colour="navy"):
    """A picture as bytes."""
    written = BytesIO()
    Image.new("RGB", size, colour).save(written, kind)
    return written.getvalue()
