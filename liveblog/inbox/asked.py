"""What somebody wants to see of the inbox, as its address says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from liveblog.models import Level

LONGEST = 200  # characters of a search or a subject
STATUSES = {
    "usable": "Usable now",
    "embargoed": "Under embargo",
    "held": "Held",
    "killed": "Killed",
    "advisory": "Advisories",
}
LEVELS = {
    Level.FLASH: "Flashes",
    Level.BULLETIN: "Bulletins and hotter",
    Level.URGENT: "Urgent and hotter",
    Level.ROUTINE: "All but deferred",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Empty means all. `level` is the coolest wanted, `feed` a slug, `subject` an agency's code."""

    feed: str = ""
    level: int = 0
    status: str = ""
    subject: str = ""
    words: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Asked:
        """From a query string: what is no level or no status is none."""
        level, status = query.get("level", ""), query.get("status", "")
        return cls(
            feed=_line(query.get("feed", "")),
            level=int(level) if level in {str(each.value) for each in LEVELS} else 0,
            status=status if status in STATUSES else "",
            subject=_line(query.get("subject", "")),
            words=_line(query.get("words", "")),
        )

    @property
    def query(self) -> str:
        """As in an address; "" for everything."""
        named = {name: getattr(self, name) for name in self.__slots__}
        return urlencode({name: value for name, value in named.items() if value})


def _line(text: str) -> str:
    return " ".join(text.replace("\0", "").split())[:LONGEST]
