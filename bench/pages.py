"""The live page of one process beside a render per request and beside nginx's static files."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from bench.goals import GOALS
from bench.options import Options
from bench.processes import Stage, deployed, nginx, site
from bench.rows import Row
from bench.statistics import interleaved, ratio, spread
from bench.stocking import SLUG, stocked
from bench.wrk import fetch, rate

GZIP = {"Accept-Encoding": "gzip"}
IDENTITY = {"Accept-Encoding": "identity"}
PAIRS = {  # a row: what is divided by what
    "pages.rendered": ("page", "rendered"),
    "pages.rendered 304": ("page, 304", "rendered"),
    "pages.gzip": ("page", "nginx"),
    "pages.identity": ("page, identity", "nginx, identity"),
    "pages.304": ("page, 304", "nginx, 304"),
    "pages.deployed": ("deploy/nginx", "nginx"),
    "pages.changes": ("changes", "page"),
    "pages.api": ("API changes", "page"),
}
NOTES = {
    "pages.rendered": "Both with 64 connections; the render was measured for longer.",
    "pages.deployed": "Plain HTTP, and without the limit of 20 connections an address.",
}


def measure(options: Options) -> Iterator[tuple[str, Row]]:
    with Stage() as stage:
        url, _ = site(stage, stocked(stage, 50))
        taken, reasons = interleaved(subjects(stage, url, options), options.repeats)
        for key, pair in PAIRS.items():
            yield key, row(key, pair, taken, reasons)
        html, scripts = first_view(url)
        yield "pages.first view", replace(GOALS["pages.first view"], value=spread([html]))
        yield "pages.first script", replace(GOALS["pages.first script"], value=spread([scripts]))


def subjects(stage: Stage, url: str, options: Options) -> dict[str, Callable[[], float]]:
    live, seconds = f"{url}/live/{SLUG}/", options.seconds
    static = static_file(stage, live)
    front = f"{deployed(stage, url)}/live/{SLUG}/"
    again = {**GZIP, "If-None-Match": fetch(live, GZIP)[1]["etag"]}
    kept = {**GZIP, "If-None-Match": fetch(static, GZIP)[1]["etag"]}
    head = fetch_version(f"{live}changes?since=0")
    api = f"{url}/api/v1/blogs/{SLUG}/changes/?since={head}"
    return {
        "page": partial(rate, live, GZIP, seconds),
        "page, identity": partial(rate, live, IDENTITY, seconds),
        "page, 304": partial(rate, live, again, seconds, 304),
        "rendered": partial(rate, f"{url}/bench/{SLUG}/", GZIP, options.slow_seconds),
        "nginx": partial(rate, static, GZIP, seconds),
        "deploy/nginx": partial(rate, front, GZIP, seconds),
        "nginx, identity": partial(rate, static, IDENTITY, seconds),
        "nginx, 304": partial(rate, static, kept, seconds, 304),
        "changes": partial(rate, f"{live}changes?since={head}", GZIP, seconds),
        "API changes": partial(rate, api, GZIP, seconds),
    }


def row(
    key: str, pair: tuple[str, str], taken: dict[str, list[float]], reasons: dict[str, str]
) -> Row:
    why = "; ".join(f"{name}: {reasons[name]}" for name in pair if name in reasons)
    if why:
        return replace(GOALS[key], skipped=why)
    ours, theirs = pair
    return replace(
        GOALS[key],
        value=ratio(taken[ours], taken[theirs]),
        raw={ours: taken[ours], theirs: taken[theirs]},
        raw_unit="requests/s",
        note=NOTES.get(key, ""),
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


def first_view(url: str) -> tuple[float, float]:
    """KB over the wire, and of it scripts: a blog of 30 entries and what its page names."""
    html = fetch(f"{url}/live/{SLUG}-30/", GZIP)[2]
    text = gzip.decompress(html).decode()
    style = re.findall(r'<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"', text)
    style += re.findall(r'<link[^>]+href="([^"]+\.css)"[^>]+rel="stylesheet"', text)
    script = re.findall(r'<script[^>]+src="([^"]+)"', text)
    script += re.findall(r'<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"', text)
    sizes = {address: len(fetch(url + address, GZIP)[2]) for address in {*style, *script}}
    total = (len(html) + sum(sizes.values())) / 1000
    return total, sum(sizes[address] for address in set(script)) / 1000
