"""What a reader's first view brings over the wire: the page, and all it names, however deep."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from urllib.parse import urljoin

from bench.wrk import fetch

BROWSER = {"Accept-Encoding": "br, gzip"}
TAG = re.compile(r"<(link|script|img)\b[^>]*>")
ATTRIBUTE = re.compile(r'\s(rel|href|src|loading)="([^"]*)"')
LOADED = {"stylesheet", "modulepreload", "preload"}
IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']""")
STYLE_IMPORT = re.compile(r"""@import\s+(?:url\()?["']?([^"')]+)""")
FONT = re.compile(r"""url\(\s*["']?([^"')]+)""")

Get = Callable[[str, dict[str, str]], tuple[int, dict[str, str], bytes]]


def first_view(page: str, get: Get = fetch) -> dict[str, int]:
    """Bytes by address, compressed as a browser gets them: the page itself, styles, scripts.

    Modules are followed to what they import, styles to what they import and their fonts.
    Raises `RuntimeError` when something named is not there.
    """
    sizes = {page: size(page, BROWSER, get)}
    waiting = [urljoin(page, path) for path in named(text(page, get))]
    while waiting:
        address = waiting.pop()
        if address in sizes:
            continue
        sizes[address] = size(address, BROWSER, get)
        if address.endswith((".js", ".css")):
            inner = imports(address, text(address, get))
            waiting += [urljoin(address, path) for path in inner]
    return sizes


def named(html: str) -> list[str]:
    """Addresses a page loads at once: styles and scripts; icons and pictures are not its text."""
    found = []
    for match in TAG.finditer(html):
        attributes = dict(ATTRIBUTE.findall(match[0]))
        if match[1] == "script" and "src" in attributes:
            found.append(attributes["src"])
        elif match[1] == "link" and LOADED.intersection(attributes.get("rel", "").split()):
            found.append(attributes["href"])
    return found


def imports(address: str, source: str) -> list[str]:
    if address.endswith(".js"):
        return [path for path in IMPORT.findall(source) if path.startswith((".", "/"))]
    return [path for path in STYLE_IMPORT.findall(source) + FONT.findall(source) if ":" not in path]


def text(address: str, get: Get) -> str:
    _, fields, body = answer(address, {"Accept-Encoding": "gzip"}, get)
    plain = gzip.decompress(body) if fields.get("content-encoding") == "gzip" else body
    return plain.decode()


def size(address: str, headers: dict[str, str], get: Get) -> int:
    return len(answer(address, headers, get)[2])


def answer(address: str, headers: dict[str, str], get: Get) -> tuple[int, dict[str, str], bytes]:
    found = get(address, headers)
    if found[0] != 200:
        raise RuntimeError(f"{address} answered {found[0]}")
    if not found[2]:
        raise RuntimeError(f"{address} is empty")
    return found
