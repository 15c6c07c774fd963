"""One live blog as files: what stands at its addresses, and nothing that no longer does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.encoding import iri_to_uri

from liveblog import render
from liveblog.models import EmbedCard, Entry, LiveBlog
from liveblog.models.entry import EntryQuerySet
from liveblog.static_export.asking import Answer, ask
from liveblog.static_export.tree import Tree, file_of

DOCUMENTS = ("", "feed.atom", "feed.rss", "feed.json")
_PICTURE = re.compile(rb"/media/(?:images|embeds|__processed__)/[\w/-]+\.[a-z]+")


def put(tree: Tree, address: str) -> Answer:
    """Make the file at an address what the site answers there."""
    answer = ask(address)
    if answer.status == 200:
        tree.write(file_of(address), answer.body)
    elif answer.status == 410:
        tree.mark_gone(file_of(address))
    else:
        tree.forget(file_of(address))
    return answer


def put_all(tree: Tree, address: str) -> Iterator[tuple[str, Answer]]:
    """The document, and its further pages as they name each other: `?before=` or `?page=`."""
    here = re.escape(address.encode())
    further = re.compile(rb'(?:%s|")(\?(?:before|page)=[1-9][0-9]{0,9})' % here)
    waiting, known = [address], {address}
    while waiting:
        at = waiting.pop()
        answer = put(tree, at)
        yield at, answer
        found = {address + query.decode() for query in further.findall(answer.body)} - known
        known |= found
        waiting += sorted(found)


@dataclass
class BlogPass:
    """Brings the files of one blog from the version `since` to the present one.

    `since` is None for everything. A step writes about one document, so that the caller may see
    to something else in between.
    """

    tree: Tree
    blog: LiveBlog
    since: int | None
    _written: set[str] = field(default_factory=set)
    _pictures: set[str] = field(default_factory=set)

    def steps(self) -> Iterator[None]:
        """What moved last goes first: a kill is not kept waiting by a thousand other pages."""
        address = self.blog.get_absolute_url()
        for number in list(self._moved().order_by("-seq").values_list("number", flat=True)):
            self._note(f"{address}{number}/", put(self.tree, f"{address}{number}/"))
            yield
        for name in DOCUMENTS:
            for at, answer in put_all(self.tree, address + name):
                self._note(at, answer)
                yield
        yield from self._put_pictures()
        self._sweep(f"live/{self.blog.slug}")
        for slug in self._former_slugs():
            yield from self._redirect(slug)

    def _moved(self) -> EntryQuerySet:
        """What has an address, that is a number: the views say what stands there, be it that
        the whole live blog is withdrawn."""
        rows = Entry.objects.filter(blog=self.blog, number__isnull=False)
        return rows if self.since is None else rows.filter(seq__gt=self.since)

    def _note(self, address: str, answer: Answer) -> None:
        self._written.add(file_of(address))
        self._pictures |= {found.decode() for found in _PICTURE.findall(answer.body)}

    def _put_pictures(self) -> Iterator[None]:
        """A picture's path is never written again: one that is there is not asked for again.
        But what an embed shows goes with the last update that showed it."""
        cards = EmbedCard.objects.filter(embeds__entry__in=self._moved()).exclude(thumbnail="")
        doubtful = {card.thumbnail.url for card in cards.distinct()}
        for address in sorted(self._pictures | doubtful):
            if address in doubtful or not self.tree.has(file_of(address)):
                put(self.tree, address)
                yield

    def _sweep(self, folder: str) -> None:
        """Older pages follow the newest ones: those that nothing leads to any more go."""
        for file in list(self.tree.below(folder)):
            if file not in self._written and (self.since is None or "/_before/" in file):
                self.tree.forget(file)

    def _former_slugs(self) -> list[str]:
        slugs = list(self.blog.former_slugs.values_list("slug", flat=True))
        taken = set(LiveBlog.objects.ever_public().filter(slug__in=slugs).values_list("slug"))
        return [slug for slug in slugs if (slug,) not in taken]

    def _redirect(self, slug: str) -> Iterator[None]:
        """Pages become pages that lead on; a program finds the same feed where it looks for it."""
        here, there = f"live/{self.blog.slug}/", f"live/{slug}/"
        for file in sorted(file for file in self._written if "/_before/" not in file):
            old = there + file.removeprefix(here)
            self._lead(old, file)
            self._written.add(old)
            yield
        self._sweep(f"live/{slug}")

    def _lead(self, old: str, file: str) -> None:
        if not self.tree.has(file):
            self.tree.mark_gone(old)
        elif file.endswith("/index.html"):
            address = iri_to_uri("/" + file.removesuffix("index.html"))
            self.tree.write(old, render.render_moved(address).encode())
        else:
            self.tree.write(old, self.tree.read(file))
