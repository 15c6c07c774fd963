"""The desk in Chromium: from a key to a reader's open page, and how long a desk takes to open.

What a person sees is measured: the clock runs from the key's own event at the desk until the words
stand in the reader's page, both in pages of one machine.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from statistics import median, quantiles
from typing import Any

from bench.goals import GOALS
from bench.options import Options
from bench.processes import Stage, site
from bench.rows import Row
from bench.statistics import interleaved, ratio, spread
from bench.stocking import SLUG, answer, run, stocked
from bench.stream import postgres

DESKS = 4
SIZES = (50, 5_000)
WAIT = 60_000  # ms for what never comes
TO_READER = "From Ctrl+Enter to a reader's page"
OPENING = "The desk opens, until its composer can be typed into"
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

# Notes when Ctrl+Enter goes down, and when an entry's words stand in the page, by its number.
PRESSED = """
addEventListener("keydown", ({ key }) => {
  if (key === "Enter") window.pressed = Date.now();
}, true);
"""
SEEN = """
window.seen = {};
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      for (const [, number] of (node.textContent ?? "").matchAll(/Bulletin (\\d+) of/g)) {
        window.seen[number] ??= Date.now();
      }
    }
  }
}).observe(document, { childList: true, subtree: true });
"""
READY = """
new MutationObserver((_, observer) => {
  if (!document.querySelector("#composer[data-ready]")) return;
  observer.disconnect();
  window.opened = performance.now();
}).observe(document, { subtree: true, childList: true, attributeFilter: ["data-ready"] });
"""


def measure(options: Options) -> Iterator[tuple[str, Row]]:
    with ExitStack() as stack, Stage() as stage:
        database = "" if options.sqlite else postgres(stack)
        environment = stocked(stage, 50, database)
        run(stage, environment, "large", *map(str, SIZES))
        words = ("-m", "bench.stocking", "sessions", str(DESKS))
        sessions = json.loads(answer(environment, *words))
        url, _ = site(stage, environment)
        browser = Browser(stack, url, sessions)
        taken = [to_reader(browser, options) for _ in range(options.repeats)]
        yield from told(taken, options)
        yield opening(browser, options)


class Browser:
    """Chromium, with a context for each person and one for a reader."""

    def __init__(self, stack: ExitStack, url: str, sessions: list[str]) -> None:
        from playwright.sync_api import sync_playwright

        playwright = stack.enter_context(sync_playwright())
        program = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        chromium = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        stack.callback(chromium.close)
        self.people = [chromium.new_context(base_url=url) for _ in sessions]
        for context, value in zip(self.people, sessions, strict=True):
            context.add_cookies([{"name": "session", "value": value, "url": url}])
            context.add_init_script(PRESSED + READY)
        self.reader = chromium.new_context(base_url=url)
        self.reader.add_init_script(SEEN)
        for context in (*self.people, self.reader):
            context.set_default_timeout(WAIT)


def to_reader(browser: Browser, options: Options) -> list[float]:
    """Milliseconds of each update, the desks in turns, while all of them are open."""
    reader = browser.reader.new_page()
    reader.goto(f"/live/{SLUG}/")
    desks = [context.new_page() for context in browser.people]
    for desk in desks:
        open_desk(desk, SLUG)
    late = []
    count = 60 if options.quick else 80
    for number in range(count + DESKS):
        found = one_update(desks[number % DESKS], reader, number)
        if number >= DESKS:  # the first of each desk loads code
            late.append(found)
    for page in (*desks, reader):
        page.close()
    return late


def open_desk(page: Any, slug: str) -> float:
    """Milliseconds from the beginning of the navigation until the composer can be typed into."""
    page.goto(f"/admin/desk/{slug}/")
    page.locator("#composer[data-ready]").wait_for()
    return float(page.evaluate("window.opened"))


def one_update(desk: Any, reader: Any, number: int) -> float:
    surface = desk.locator("#composer .ProseMirror")
    surface.click()
    told = f"Bulletin {number} of {os.urandom(8).hex()}: the harbour is closed."
    desk.keyboard.insert_text(told)
    desk.keyboard.press("Control+Enter")
    reader.get_by_text(told).first.wait_for()
    desk.locator("#composer .ProseMirror:not(:has-text('Bulletin'))").wait_for()
    seen = reader.evaluate(f"window.seen[{number}]")
    reader.evaluate("window.seen = {}")
    return float(seen - desk.evaluate("window.pressed"))


def told(taken: list[list[float]], options: Options) -> Iterator[tuple[str, Row]]:
    database = "SQLite" if options.sqlite else "PostgreSQL that does not wait for its disk"
    note = f"{len(taken[0])} updates a repeat, {DESKS} desks open, on {database}."
    for key, pick in (("p50", median), ("p95", p95)):
        values = [pick(late) for late in taken]
        row = replace(GOALS[f"desk.{key}"], value=spread(values), raw={key: values})
        yield f"desk.{key}", replace(row, raw_unit="ms", plot=TO_READER, note=note)


def p95(values: list[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]


def opening(browser: Browser, options: Options) -> tuple[str, Row]:
    """Both sizes in turns, in one browser whose cache is warm."""
    page = browser.people[0].new_page()

    def opened(size: int) -> Callable[[], float]:
        return lambda: open_desk(page, f"flat-{size}")

    subjects = {f"{size:,} entries": opened(size) for size in SIZES}
    for warm in subjects.values():
        warm()
    rounds = 5 if options.quick else 15
    turns = [interleaved(subjects, rounds) for _ in range(options.repeats)]
    medians = {name: [median(taken[name]) for taken, _ in turns] for name in subjects}
    small, large = medians.values()
    row = replace(GOALS["desk.opening"], value=ratio(large, small), raw=medians, raw_unit="ms")
    return "desk.opening", replace(row, plot=OPENING, note=f"The median of {rounds} openings each.")
