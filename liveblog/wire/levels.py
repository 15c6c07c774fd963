"""How urgent an item is, on whatever scale its agency has. Pure."""

from __future__ import annotations

from collections.abc import Mapping

FLASH, BULLETIN, URGENT, ROUTINE, DEFERRED = range(1, 6)

# IPTC's 1 to 9: most agencies mean an ordinary story by 4 as well as by 5.
_NUMBERS = {1: FLASH, 2: BULLETIN, 3: URGENT, 4: ROUTINE, 5: ROUTINE, 6: ROUTINE}
_LETTERS = {"f": FLASH, "b": BULLETIN, "u": URGENT, "r": ROUTINE, "d": DEFERRED}  # ANPA's
_LETTERS |= dict.fromkeys("asw", DEFERRED)  # advances


def level_of(urgency: int | None, raw: str, levels: Mapping[str, int]) -> int:
    """1 (flash) to 5 (deferred). `levels` is what a feed says its own words mean."""
    for said in (raw, raw.strip().lower(), "" if urgency is None else str(urgency)):
        if said in levels and levels[said] in range(FLASH, DEFERRED + 1):
            return levels[said]
    if urgency is not None:
        return _NUMBERS.get(urgency, DEFERRED)
    return _LETTERS.get(raw.strip().lower(), ROUTINE)
