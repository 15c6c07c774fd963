"""A reader with a live page open in Chromium."""

from difflib import unified_diff
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.cast import publish_entry

LONG = "<p>Waves of four metres have been measured at the pier.</p>" * 8


class Reader:
    """What a reader does and sees. `asked` are the paths this page has asked for deltas."""

    def __init__(self, page, blog, site):
        self.page = page
        self.path = blog.get_absolute_url()
        self.url = site + self.path
        self.asked = []
        page.on("request", self._note)

    def _note(self, request):
        path = urlsplit(request.url).path
        if path.endswith(("/changes", "/events")):
            self.asked.append(path.rsplit("/", 1)[1])

    def open(self, query=""):
        self.page.goto(self.url + query)
        return self

    def entry(self, entry):
        """The entry in the timeline; the pinned copy has no anchor."""
        return self.page.locator(f"#entry-{entry.number}")

    def region(self, name):
        return self.page.locator(f"[data-region={name}]")

    @property
    def bar(self):
        return self.page.locator("#new-updates button")

    @property
    def announcer(self):
        return self.page.locator("#announcer")

    @property
    def connection(self):
        return self.page.locator("#connection")

    @property
    def numbers(self):
        entries = self.page.locator("#timeline > article").all()
        return [int(entry.get_attribute("data-number")) for entry in entries]

    def has_reached(self, blog):
        """Wait until the page stands at the blog's version."""
        blog.refresh_from_db()
        main = self.page.locator("#live-blog")
        expect(main).to_have_attribute("data-version", str(blog.version))

    def scroll_to(self, entry):
        """Bring an entry to the upper edge of the window."""
        self.page.evaluate(
            "id => document.getElementById(id).scrollIntoView({behavior: 'instant'})",
            f"entry-{entry.number}",
        )

    def top_of(self, entry):
        """Where an entry stands in the window, in pixels."""
        return self.entry(entry).evaluate("it => it.getBoundingClientRect().top")

    def differs_from(self, other):
        """What this page and another one show differently, line by line; [] for nothing."""
        mine, theirs = (
            [f"{name}: {line}" for name, shown in seen.items() for line in lines_of(shown)]
            for seen in (self.sees(), other.sees())
        )
        return list(unified_diff(mine, theirs, "followed", "fresh", lineterm="", n=1))

    def sees(self):
        """The timeline, line by line, and every region as markup: what pages are compared by."""
        return self.page.evaluate("""() => Object.fromEntries([
            ["timeline", document.getElementById("timeline").outerHTML.split("\\n")],
            ["older", document.getElementById("older")?.outerHTML],
            ...[...document.querySelectorAll("[data-region]")].map(
                (region) => [region.dataset.region, region.outerHTML],
            ),
        ])""")


def lines_of(shown):
    return shown if isinstance(shown, list) else str(shown).split("\n")


def publish_long(blog, ada, count):
    """Entries of many lines, so that the page is longer than the window. The newest is last."""
    return [publish_entry(blog, ada, body=LONG) for _ in range(count)]
