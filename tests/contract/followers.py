"""Consumers of a live blog, in Python: what a reader's page and a partner's store must end up as.

They know the contract of DESIGN §1 and nothing of the product's insides: they load, they apply
deltas, and they are compared with a page or store loaded fresh.
"""

from dataclasses import dataclass, field

from liveblog import changes, documents, render
from liveblog.models import Entry
from liveblog.window import find_blog, load_window, with_rows


@dataclass
class Page:
    """A reader's open page: fragments at or above a floor, and the regions around them."""

    slug: str
    floor: str
    version: int
    entries: dict = field(default_factory=dict)
    regions: dict = field(default_factory=dict)
    resets: int = 0
    gone: dict = field(default_factory=dict)  # number → seq, lest an older state brings it back

    @classmethod
    def load(cls, slug, floor=None):
        window = load_window(find_blog(slug), floor=floor)
        return cls(
            slug,
            window.floor,
            window.version,
            {e.number: (e.seq, e.sort_key, render.render_entry(e)) for e in window.entries},
            render.render_regions(window.chrome),
        )

    def catch_up(self):
        delta = changes.reader_delta(find_blog(self.slug), self.version)
        self.apply(delta)
        return delta

    def apply(self, delta):
        if delta["reset"]:
            resets = self.resets + 1
            self.__dict__.update(Page.load(self.slug).__dict__, resets=resets)
            return
        assert delta["since"] <= self.version, "a gap must be fetched, not applied"
        for entry in delta["entries"]:
            number, seq = entry["number"], entry["seq"]
            known = self.entries.get(number, (self.gone.get(number, 0),))[0]
            if known > seq:
                continue
            self.entries.pop(number, None)
            if "html" in entry and entry["sort"] >= self.floor:
                self.entries[number] = (seq, entry["sort"], entry["html"])
            else:
                self.gone[number] = seq
        if delta["blog"]:
            self.regions = delta["blog"]
        self.version = max(self.version, delta["version"])

    def shows(self):
        """Everything a reader sees, in page order."""
        newest_first = sorted(self.entries.values(), key=lambda shown: shown[1], reverse=True)
        return [html for _, _, html in newest_first], self.regions


@dataclass
class Partner:
    """Pia's store: one document per entry, kept by syncing."""

    slug: str
    version: int = 0
    entries: dict = field(default_factory=dict)
    blog: dict | None = None

    def sync(self):
        while True:
            delta = changes.api_delta(find_blog(self.slug), self.version, "public_api")
            assert not delta["reset"]
            self.entries |= {entry["id"]: entry for entry in delta["entries"]}
            self.blog = delta["blog"] or self.blog
            self.version = delta["version"]
            if not delta["more"]:
                return

    @classmethod
    def everything(cls, slug):
        """What the store must hold: every entry that is or was public, as it stands now."""
        blog = find_blog(slug)
        rows = list(Entry.objects.ever_public().filter(blog=blog))
        with_rows(rows)
        for row in rows:
            row.blog = blog
        return {str(row.public_id): documents.entry_document(row, "public_api") for row in rows}
