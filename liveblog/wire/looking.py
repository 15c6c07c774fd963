"""One look at a feed: the network or the folder, and the reading. No database; in a thread."""

from __future__ import annotations

import hashlib
import logging
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from liveblog.actions.feed_fields import folder_of
from liveblog.models import WireFeed
from liveblog.outbound import OutboundError, fetch
from liveblog.wire import folders
from liveblog.wire.charsets import in_utf8
from liveblog.wire.credentials import headers_for
from liveblog.wire.parsed import Nothing, Parsed, Refused, Unreadable
from liveblog.wire.reader import Reader

ACCEPT: Final = (
    "application/atom+xml, application/rss+xml, application/json, application/xml;q=0.9, "
    "text/xml;q=0.9, */*;q=0.5"
)

log = logging.getLogger(__name__)


@dataclass(slots=True)
class File:
    """One file of a feed as it was read: its items, or why there are none."""

    name: str
    data: bytes
    found: list[Parsed | Refused] = field(default_factory=list)
    unreadable: Unreadable | None = None
    path: Path | None = None  # in a folder; it is put away when all in it is stored
    content_type: str = ""  # as its server has it


@dataclass(slots=True)
class Look:
    """One feed being looked at. `begun` is a file whose storing ended with its process."""

    feed: WireFeed
    lease: str
    reader: Reader
    begun: File | None = None
    known: str = ""  # digest of the file that came last: it is not read again
    files: deque[File] = field(default_factory=deque)
    more: bool = False
    etag: str = ""
    last_modified: str = ""
    error: OutboundError | None = None
    thread: threading.Thread | None = None
    is_given_up: bool = False  # nobody waits for it any more
    held_at: float = field(default_factory=time.monotonic)

    def begin(self) -> None:
        self.thread = threading.Thread(target=self._look, name=f"feed {self.feed.pk}", daemon=True)
        self.thread.start()

    @property
    def is_over(self) -> bool:
        return self.thread is not None and not self.thread.is_alive()

    def _look(self) -> None:
        try:
            if self.begun is not None:
                self._read(self.begun)
            elif self.feed.kind == WireFeed.Kind.FOLDER:
                self._open()
            else:
                self._ask()
        except OutboundError as error:
            self.error = error
        except Exception:
            log.exception("feed %s could not be looked at", self.feed.pk)
            self.error = OutboundError(
                "Looking at it failed here. The log of this site says why.", permanent=False
            )

    def _ask(self) -> None:
        self.etag, self.last_modified = self.feed.etag, self.feed.last_modified
        answer = fetch(
            self.feed.address,
            accept=ACCEPT,
            etag=self.feed.etag,
            last_modified=self.feed.last_modified,
            headers=headers_for(self.feed, self.feed.address),
        )
        if answer.not_modified:
            return
        self.etag, self.last_modified = answer.etag, answer.last_modified
        if hashlib.sha256(answer.body).hexdigest() != self.known:
            said = answer.headers.get("Content-Type", "")
            self._read(File(answer.url, answer.body, content_type=said))

    def _open(self) -> None:
        try:
            found, self.more = folders.waiting(folder_of(self.feed.address))
        except ValueError as error:
            raise OutboundError(str(error), permanent=True) from error
        except OSError as error:
            why = f"The folder “{self.feed.address}” cannot be read: {error.strerror}."
            raise OutboundError(why, permanent=False) from error
        for each in found:
            file = File(each.path.name, each.data or b"", path=each.path)
            if each.data is None:
                file.unreadable = Unreadable(each.why)
                self.files.append(file)
            else:
                self._read(file)

    def _read(self, file: File) -> None:
        if self.is_given_up:
            return
        try:
            file.found = self.reader.read(
                in_utf8(file.data, file.content_type),
                zone=self.feed.timezone,
                form=self.feed.form or "auto",
            )
        except Unreadable as error:
            if isinstance(error, Nothing) and file.path is None and self.begun is None:
                return  # an agency that has nothing just now answers as it should
            file.unreadable = error
        self.files.append(file)
