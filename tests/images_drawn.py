"""A picture to send."""

from io import BytesIO

from PIL import Image


def png():
    drawn = BytesIO()
    Image.new("RGB", (64, 36), "navy").save(drawn, "PNG")
    return drawn.getvalue()
