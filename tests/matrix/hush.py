"""Looks for the secrets of the world in what somebody was told."""

import re


class Hush:
    """Finds secrets that a text does not merely repeat from what was asked for."""

    def __init__(self, world):
        self.names = {text.lower(): what for what, text in world.secrets.items()}
        self.any = re.compile("|".join(map(re.escape, self.names)))

    def in_text(self, text, url=""):
        text = text.lower()
        if url:
            text = text.replace(url.lower(), "")
        return sorted({self.names[found] for found in self.any.findall(text)})

    def in_response(self, response, body, url):
        headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
        text = headers + "\n" + body.decode("utf-8", "replace")
        return self.in_text(text, url)
