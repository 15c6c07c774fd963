"""The live page of one process beside a render per request and beside nginx's static files."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from functools import partial

from bench.processes import Stage, nginx, site
from bench.rows import Row
from bench.statistics import interleaved, ratio, spread
from bench.stocking import SLUG, stocked
from bench.wrk import fetch, rate

GZIP = {"Accept-Encoding": "gzip"}
IDENTITY = {"Accept-Encoding": "identity"}


def measure(seconds: float, repeats: int) -> Iterator[Row]:
    with Stage() as stage:
        environment = stocked(stage, 50)
        url, _ = site(stage, environment)
        live = f"{url}/live/{SLUG}/"
        static = static_file(stage, live)
        again = {**GZIP, "If-None-Match": fetch(live, GZIP)[1]["etag"]}
        kept = {**GZIP, "If-None-Match": fetch(static, GZIP)[1]["etag"]}
        head = fetch_version(f"{live}changes?since=0")
        delta, api = (
            f"{live}changes?since={head}",
            f"{url}/api/v1/blogs/{SLUG}/changes/?since={head}",
        )
        subjects: dict[str, Callable[[], float]] = {
            "page": partial(rate, live, GZIP, seconds),
            "page, identity": partial(rate, live, IDENTITY, seconds),
            "page, 304": partial(rate, live, again, seconds, 304),
            "rendered": partial(rate, f"{url}/bench/{SLUG}/", GZIP, seconds),
            "nginx": partial(rate, static, GZIP, seconds),
            "nginx, identity": partial(rate, static, IDENTITY, seconds),
            "nginx, 304": partial(rate, static, kept, seconds, 304),
            "changes": partial(rate, delta, GZIP, seconds),
            "API changes": partial(rate, api, GZIP, seconds),
        }
        yield from rows(interleaved(subjects, repeats))
        yield first_view(url)


def rows(taken: dict[str, list[float]]) -> Iterator[Row]:
    rendered, page = "the page rendered by ORM and templates", "live page, one process"
    static = "nginx, a static file of the same bytes"
    yield row(taken, page, "page", rendered, "rendered", 200)
    yield row(taken, f"{page}, 304", "page, 304", rendered, "rendered", 200)
    yield row(taken, f"{page}, gzip", "page", static, "nginx", 0.28)
    yield row(taken, f"{page}, identity", "page, identity", static, "nginx, identity", 0.28)
    yield row(taken, f"{page}, 304", "page, 304", "nginx, the same, 304", "nginx, 304", 0.28)
    yield row(taken, "changes?since= at head", "changes", page, "page", 1)
    yield row(taken, "API changes/ at head", "API changes", page, "page", 1)


def row(
    taken: dict[str, list[float]], figure: str, ours: str, against: str, theirs: str, goal: float
) -> Row:
    return Row(
        figure=figure,
        against=against,
        goal=goal,
        at_least=True,
        value=ratio(taken[ours], taken[theirs]),
        raw={ours: taken[ours], theirs: taken[theirs]},
        raw_unit="requests/s",
    )


def static_file(stage: Stage, live: str) -> str:
    """nginx serving the page's bytes, plain and compressed beforehand; answers its address."""
    body = fetch(live, IDENTITY)[2]
    home = stage.directory / "static"
    home.mkdir()
    (home / "index.html").write_bytes(body)
    (home / "index.html.gz").write_bytes(fetch(live, GZIP)[2])
    address, _ = nginx(stage, "nginx-static", f"root {home}; gzip_static on;")
    return f"{address}/index.html"


def fetch_version(url: str) -> int:
    found = re.search(rb'"version":\s*(\d+)', fetch(url, IDENTITY)[2])
    if not found:
        raise RuntimeError(f"{url} names no version.")
    return int(found[1])


def first_view(url: str) -> Row:
    """KB over the wire: the page of a blog of 30 entries, its style sheets and its scripts."""
    html = fetch(f"{url}/live/{SLUG}-30/", GZIP)[2]
    text = gzip.decompress(html).decode()
    style = re.findall(r'<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"', text)
    style += re.findall(r'<link[^>]+href="([^"]+\.css)"[^>]+rel="stylesheet"', text)
    script = re.findall(r'<script[^>]+src="([^"]+)"', text)
    script += re.findall(r'<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"', text)
    sizes = {address: len(fetch(url + address, GZIP)[2]) for address in {*style, *script}}
    total = (len(html) + sum(sizes.values())) / 1000
    scripts = sum(sizes[address] for address in set(script)) / 1000
    return Row(
        figure="bytes of the first view (HTML, CSS, JS, gzip)",
        against="",
        goal=45,
        at_least=False,
        value=spread([total]),
        unit="KB",
        note=f"of it JavaScript the page names: {scripts:.1f} KB (goal ≤ 8)",
    )
