"""The first view counts every file a browser loads, however deep it is named."""

import pytest

from bench.first_view import first_view

pytestmark = pytest.mark.once

PAGE = "http://site/live/storm/"
SITE = {
    PAGE: b"""<link rel="icon" href="/icon.svg"><link rel="alternate" href="/feed">
        <link href="/s/a.css" rel="stylesheet"><script type="module" src="/s/live.js"></script>""",
    "http://site/s/a.css": b"""@import "b.css";
        @font-face { src: url(c.woff2) } a { background: url(data:image/png;base64,x) }""",
    "http://site/s/b.css": b"b",
    "http://site/s/c.woff2": b"font",
    "http://site/s/live.js": b"""import { one,
        two } from "./live/one.js"; import("./late.js"); const from = "none";""",
    "http://site/s/live/one.js": b'import "../two.js"; export * from "./one.js";',
    "http://site/s/two.js": b"2",
    "http://site/s/late.js": b"late",
}


def get(address, _headers):
    found = SITE.get(address)
    return (404, {}, b"") if found is None else (200, {}, found)


def test_it_follows_what_pages_styles_and_modules_name():
    assert first_view(PAGE, get) == {address: len(body) for address, body in SITE.items()}


@pytest.mark.parametrize(("body", "said"), [(None, "answered 404"), (b"", "is empty")])
def test_a_file_that_is_not_there_is_not_a_small_one(monkeypatch, body, said):
    monkeypatch.setitem(SITE, "http://site/s/two.js", body)
    with pytest.raises(RuntimeError, match=f"two.js {said}"):
        first_view(PAGE, get)
