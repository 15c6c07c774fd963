"""Fragments rendered once: what one public entry looks like, kept until it moves.

In this process only, bounded in bytes, least lately used goes first. Nothing is looked up here
but for an entry that was just read as public: one that is withdrawn or killed is never asked for.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from django.utils.safestring import SafeString

from liveblog.models import Entry

LIMIT = 32 * 1024 * 1024  # bytes of all fragments together
OVERHEAD = 600  # bytes that a key and its place take, roughly


class FragmentStore:
    """`limit` in bytes. Safe to use from any thread."""

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit = limit
        self.size = 0
        self._kept: OrderedDict[Hashable, SafeString] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get_or_make(self, key: Hashable, make: Callable[[], SafeString]) -> SafeString:
        """What is kept under `key`, or what `make` renders. Two may render the same at once."""
        with self._lock:
            if (found := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
                return found
        made = make()
        with self._lock:
            if key not in self._kept:
                self._kept[key] = made
                self.size += _weight(made)
            while self.size > self.limit:
                _, gone = self._kept.popitem(last=False)
                self.size -= _weight(gone)
        return made

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self.size = 0


STORE = FragmentStore()


def key_of(entry: Entry) -> Hashable | None:
    """What the bytes of an entry's fragment depend on; None: do not keep it.

    Everything an entry shows moves its `seq` (ADR 2, 3). The blog's address, its zone and its
    opening stand in the fragment too. An entry ahead of its blog shows the blog's version.
    `revision` and `updated_at` tell a restored backup's entry from the one that was lost.
    """
    blog = entry.blog
    if not entry.seq or entry.seq > blog.version:
        return None
    own = (entry.public_id, entry.seq, entry.revision, entry.updated_at, blog.reset_below)
    return (*own, blog.slug, str(blog.zone), blog.language, blog.published_at)


def _weight(html: str) -> int:
    return 4 * len(html) + OVERHEAD if not html.isascii() else len(html) + OVERHEAD
