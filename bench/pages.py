"""The live page of one process beside a render per request and beside nginx's static files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from bench.first_view import first_view
from bench.goals import GOALS
from bench.options import Options
from bench.processes import Stage, deployed, nginx, site
from bench.rows import Row
from bench.statistics import interleaved, ratio, spread
from bench.stocking import SLUG, stocked
from bench.wrk import fetch, rate

GZIP = {"Accept-Encoding": "gzip"}
IDENTITY = {"Accept-Encoding": "identity"}
OURS, RENDERED = "Newsroom: page", "rendered anew"
STATIC = "nginx: static file"
PAIRS = {  # a row: what is divided by what
    "pages.rendered": (OURS, RENDERED),
    "pages.rendered 304": (f"{OURS}, 304", RENDERED),
    "pages.gzip": (OURS, STATIC),
    "pages.identity": (f"{OURS}, not compressed", f"{STATIC}, not compressed"),
    "pages.304": (f"{OURS}, 304", f"{STATIC}, 304"),
    "pages.deployed": ("Newsroom: deploy/nginx", STATIC),
    "pages.changes": ("Newsroom: changes", OURS),
    "pages.api": ("Newsroom: API changes", OURS),
}
NOTES = {
    "pages.rendered": "64 connections, as all rows of pages; the render was measured for longer.",
    "pages.deployed": "Plain HTTP, and without the limit of 20 connections an address.",
}
PLOT = "Requests a second, one process or worker"


def measure(options: Options) -> Iterator[tuple[str, Row]]:
    with Stage() as stage:
        url, _ = site(stage, stocked(stage, 50, settings="bench.uncached"))
        taken, reasons = interleaved(subjects(stage, url, options), options.repeats)
        for key, pair in PAIRS.items():
            yield key, row(key, pair, taken, reasons)
        yield client(taken)
        sizes = first_view(f"{url}/live/{SLUG}-30/")
    scripts = [size for address, size in sizes.items() if address.endswith(".js")]
    note = f"As a browser is served: Brotli; {len(sizes)} files, {len(scripts)} of them scripts."
    for key, total in (("first view", sum(sizes.values())), ("first script", sum(scripts))):
        goal = GOALS[f"pages.{key}"]
        yield f"pages.{key}", replace(goal, value=spread([total / 1000]), note=note)


def subjects(stage: Stage, url: str, options: Options) -> dict[str, Callable[[], float]]:
    live, seconds = f"{url}/live/{SLUG}/", options.seconds
    static, api = static_file(stage, live), f"{url}/api/v1/blogs/{SLUG}/"
    found: dict[str, Callable[[], float]] = {
        OURS: partial(rate, live, GZIP, seconds),
        f"{OURS}, not compressed": partial(rate, live, IDENTITY, seconds),
        f"{OURS}, 304": partial(again, live, seconds),
        RENDERED: partial(rate, f"{url}/bench/{SLUG}/", GZIP, options.slow_seconds),
        STATIC: partial(rate, static, GZIP, seconds),
        f"{STATIC}, not compressed": partial(rate, static, IDENTITY, seconds),
        f"{STATIC}, 304": partial(again, static, seconds),
        "Newsroom: changes": partial(head, f"{live}changes", live, seconds),
        "Newsroom: API changes": partial(head, f"{api}changes/", live, seconds),
    }
    front = deployed(stage, url)
    found["Newsroom: deploy/nginx"] = partial(rate, f"{front}/live/{SLUG}/", GZIP, seconds)
    return found


def again(url: str, seconds: float) -> float:
    """Asked with the answer's own ETag."""
    etag = fetch(url, GZIP)[1]["etag"]
    return rate(url, {**GZIP, "If-None-Match": etag}, seconds, 304)


def head(url: str, live: str, seconds: float) -> float:
    """Asked for what is newer than the newest."""
    version = fetch_version(f"{live}changes?since=0")
    return rate(f"{url}?since={version}", GZIP, seconds)


def row(
    key: str, pair: tuple[str, str], taken: dict[str, list[float]], reasons: dict[str, str]
) -> Row:
    goal = GOALS[key]
    why = "; ".join(f"{name}: {reasons[name]}" for name in pair if name in reasons)
    if why:
        return replace(goal, skipped=why)
    ours, theirs = pair
    raw = {ours: taken[ours], theirs: taken[theirs]}
    value = ratio(taken[ours], taken[theirs], times=100 if goal.unit == "%" else 1)
    note = NOTES.get(key, "")
    return replace(goal, value=value, raw=raw, raw_unit="requests/s", plot=PLOT, note=note)


def client(taken: dict[str, list[float]]) -> tuple[str, Row]:
    """What the load client reaches elsewhere, against the most it reached with Newsroom."""
    row, most = GOALS["pages.client"], taken[f"{STATIC}, 304"]
    ours = max(
        (of for name, of in taken.items() if name.startswith("Newsroom: ") and "nginx" not in name),
        key=lambda of: max(of, default=0),
    )
    if len(most) != len(ours) or not most:
        return "pages.client", replace(row, skipped="one of the two was not measured")
    raw = {f"{STATIC}, 304": most, "its most from Newsroom": ours}
    note = "Behind deploy/nginx apart, where nginx answers in both."
    return "pages.client", replace(
        row, value=ratio(most, ours), raw=raw, raw_unit="requests/s", note=note
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
