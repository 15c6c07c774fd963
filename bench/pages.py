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
from bench.wrk import Wrk, fetch

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
    "pages.rendered": "The render was measured for longer, with no fragment kept either.",
    "pages.deployed": "Plain HTTP, and without the limit of connections an address.",
}
PLOT = "Requests a second, one process or worker"


def measure(options: Options) -> Iterator[tuple[str, Row]]:
    with Stage() as stage:
        url, _ = site(stage, stocked(stage, 50, settings="bench.uncached"))
        asked = Asked(stage, url, options)
        taken, reasons = interleaved(asked.subjects(), options.turns)
        for key, pair in PAIRS.items():
            yield key, row(key, pair, taken, reasons)
        yield client(taken, asked.wrk)
        sizes = first_view(f"{url}/live/{SLUG}-30/")
    scripts = [size for address, size in sizes.items() if address.endswith(".js")]
    note = f"As a browser is served: Brotli; {len(sizes)} files, {len(scripts)} of them scripts."
    for key, total in (("first view", sum(sizes.values())), ("first script", sum(scripts))):
        goal = GOALS[f"pages.{key}"]
        yield f"pages.{key}", replace(goal, value=spread([total / 1000]), note=note)


class Asked:
    """What wrk asks for, in turns."""

    def __init__(self, stage: Stage, url: str, options: Options) -> None:
        self._stage, self._url, self._options = stage, url, options
        self._live = f"{url}/live/{SLUG}/"
        self.wrk = Wrk()

    def subjects(self) -> dict[str, Callable[[], float]]:
        seconds = self._options.seconds
        static = static_file(self._stage, self._live)
        front = f"{deployed(self._stage, self._url)}/live/{SLUG}/"
        api = f"{self._url}/api/v1/blogs/{SLUG}/changes/"
        return {  # what is compared stands together
            f"{STATIC}, not compressed": partial(self.wrk.rate, static, IDENTITY, seconds),
            f"{OURS}, not compressed": partial(self.wrk.rate, self._live, IDENTITY, seconds),
            f"{OURS}, 304": partial(self._again, self._live),
            f"{STATIC}, 304": partial(self._again, static),
            "Newsroom: API changes": partial(self._head, api),
            "Newsroom: changes": partial(self._head, f"{self._live}changes"),
            OURS: partial(self.wrk.rate, self._live, GZIP, seconds),
            STATIC: partial(self.wrk.rate, static, GZIP, seconds),
            "Newsroom: deploy/nginx": partial(self.wrk.rate, front, GZIP, seconds),
            RENDERED: self._rendered,
        }

    def _again(self, url: str) -> float:
        """Asked with the answer's own ETag."""
        etag = fetch(url, GZIP)[1]["etag"]
        return self.wrk.rate(url, {**GZIP, "If-None-Match": etag}, self._options.seconds, 304)

    def _head(self, url: str) -> float:
        """Asked for what is newer than the newest."""
        version = fetch_version(f"{self._live}changes?since=0")
        return self.wrk.rate(f"{url}?since={version}", GZIP, self._options.seconds)

    def _rendered(self) -> float:
        url = f"{self._url}/bench/{SLUG}/"
        found = self.wrk.rate(url, GZIP, self._options.slow_seconds)
        fetch(url, GZIP)  # behind what wrk has left in the queue: whoever is next has quiet
        return found


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


def client(taken: dict[str, list[float]], wrk: Wrk) -> tuple[str, Row]:
    """What the load client reaches elsewhere, against the most it reached with Newsroom."""
    goal, most = GOALS["pages.client"], taken[f"{STATIC}, 304"]
    names = [name for name in taken if name.startswith("Newsroom: ") and "nginx" not in name]
    ours = max((taken[name] for name in names), key=lambda of: max(of, default=0))
    if len(most) != len(ours) or not most:
        return "pages.client", replace(goal, skipped="one of the two was not measured")
    shares = "; ".join(f"{url} {share:.0f} %" for url, share in wrk.shares.items())
    note = f"Percent of a core wrk used itself, at most: {re.sub(r'http://[^/]+', '', shares)}."
    raw = {f"{STATIC}, 304": most, "its most from Newsroom": ours}
    found = replace(goal, value=ratio(most, ours), raw=raw, raw_unit="requests/s")
    return "pages.client", replace(found, note=note)


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
