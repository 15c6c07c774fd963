"""Pia at a partner outlet: keeps a copy of every live blog by what the API tells, and no more."""

from dataclasses import dataclass, field

from tests.api.asking import V1, read


@dataclass
class Copy:
    """One live blog as Pia has it: its document, its entries that are up, and her cursor."""

    version: int = 0
    blog: dict | None = None
    entries: dict = field(default_factory=dict)


class Pia:
    def __init__(self, client):
        self.client = client
        self.copies = {}

    def sync(self):
        """Bring every copy up to date, asking only for what moved."""
        versions = read(self.client, f"{V1}blogs/versions/")
        for slug in self.copies.keys() - versions.keys():
            self.follow_up(slug)
        for slug, version in versions.items():
            copy = self.copies.setdefault(slug, Copy())
            if copy.version != version:
                self.catch_up(slug, copy)

    def follow_up(self, slug):
        """A blog that is no longer listed under its slug was renamed or withdrawn."""
        copy = self.copies.pop(slug)
        response = self.client.get(f"{V1}blogs/{slug}/", follow=True)
        assert response.status_code in (200, 410)
        if response.status_code == 200:
            self.copies[response.json()["slug"]] = copy

    def catch_up(self, slug, copy):
        while True:
            delta = read(self.client, f"{V1}blogs/{slug}/changes/", since=copy.version)
            if delta["reset"]:
                self.copies[slug] = copy = Copy()
                continue
            for entry in delta["entries"]:
                copy.entries.pop(entry["id"], None)
                if entry["state"] == "published":
                    copy.entries[entry["id"]] = entry
            copy.blog = delta["blog"] or copy.blog
            copy.version = delta["version"]
            if not delta["more"]:
                return

    def has(self):
        """What Pia could print now."""
        return {
            slug: (about(copy.blog | {"version": copy.version}), copy.entries)
            for slug, copy in self.copies.items()
        }


def about(blog):
    """A live blog's document but for its time: an entry moves that and the version, and a delta
    brings the document along only when something in it has changed."""
    return {name: value for name, value in blog.items() if name != "updated_at"}


def everything_public(client):
    """The same, browsed page by page from nothing."""
    found = {}
    for slug in read(client, f"{V1}blogs/versions/"):
        entries, address = {}, f"{V1}blogs/{slug}/entries/?page_size=3"
        while address:
            page = read(client, address)
            entries |= {entry["id"]: entry for entry in page["results"]}
            address = page["next"]
        found[slug] = (about(read(client, f"{V1}blogs/{slug}/")), entries)
    return found
