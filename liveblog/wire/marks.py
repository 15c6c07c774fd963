"""Status, urgency and signals: what agencies call them, and what they mean here. Pure."""

from __future__ import annotations

import re

from liveblog.wire.parsed import Parsed, Signal, Status

_STATUSES: dict[str, Status] = {
    "usable": "usable",
    "embargoed": "usable",  # the time says how long
    "withheld": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
    "withdrawn": "canceled",
    "killed": "canceled",
    "kill": "canceled",
    "elimination": "canceled",
}

# A word in a slug, a keyword or a message's type, and what it says.
_TYPES: dict[str, Signal] = {
    "add": "update",
    "lead": "update",
    "writethru": "update",
    "takes": "update",
    "update": "update",
    "u": "update",
    "correction": "correction",
    "corrective": "correction",
    "corrected": "correction",
    "clarification": "correction",
    "c": "correction",
    "rectify": "correction",
    "rectification": "correction",
    "withhold": "hold",
    "holdforrelease": "hold",
    "disregard": "hold",
    "hold": "hold",
    "kill": "kill",
    "elimination": "kill",
    "withdrawn": "kill",
    "cancel": "kill",
    "canceled": "kill",
    "cancelled": "kill",
    "delete": "kill",
    "retraction": "kill",
    "d": "kill",
    "advisory": "advisory",
    "test": "test",
}

# In running text only what no story would say in passing.
_KILL = re.compile(
    r"(?-i:\bKILL[ ,.!-]+KILL\b)|\bA KILL IS MANDATORY\b|\bMANDATORY KILL\b"
    r"|\bSTORY (?:WITHDRAWN|REMOVED|KILLED)\b"
    r"|\bplease kill (?:the )?(?:story|item|picture|photo|slug)\b|\bBC-[\w-]+-KILL\b"
    r"|\bkill (?:the )?(?:story|item|picture|photo) (?:slugged|headlined|moved|sent|numbered)\b"
    r"|\bbitte (?:die )?(?:Meldung|Bild)\b[^.!?]{0,80}\b(?:streichen|zurückziehen)\b"
    r"|\b(?:Meldung|Bild) (?:wird|ist) (?:ersatzlos )?(?:zurückgezogen|zu streichen)\b"
    r"|\bprière d['’]annuler\b|\bDÉPÊCHE ANNULÉE\b"
    r"|\bBULLETIN KILL\b|\bKILL NOTICE\b|\bKILL ADVISORY\b"
    r"|(?-i:\bELIMINATION\b)(?=.{0,40}\bmandatory\b)",
    re.IGNORECASE,
)
# In capitals in front of a headline or a slug: "KILL: Dam breaks", "URGENT - WITHDRAWN - Dam".
_KILL_IN_FRONT = re.compile(
    r"^\W*(?:(?:URGENT|BULLETIN|ATTENTION)\W+)?(?:(?:PHOTO|PICTURE|VIDEO|GRAPHIC|STORY) )?"
    r"(?:KILL(?:ED)?|ELIMINATION|WITHDRAWN|WITHDRAWAL|RETRACT(?:ED|ION)|ANNULATION|ANNULÉE?"
    r"|ANULAD[AO]|ANNULLAT[AO]|STORNO|(?:MELDUNG )?ZURÜCKGEZOGEN)"
    r"\s*(?:[:!*\u2010-\u2015-]|ADVISORY\b|NOTICE\b|ATTENTION\b|$)"
    r"|(?:[/-]|\s[\u2010-\u2015-]\s)(?:KILL|ELIMINATION)\s*$"
)
_HOLD_IN_FRONT = re.compile(
    r"^\W*(?:(?:URGENT|ATTENTION)\W+)?(?:HOLD|WITHHOLD|DISREGARD|NICHT VERWENDEN"
    r"|[Bb]itte nicht verwenden)\s*(?:[:!*\u2010-\u2015-]|NOTICE\b|$)"
    r"|(?:[/-]|\s[\u2010-\u2015-]\s)(?:HOLD|WITHHOLD)\s*$"
)
# What a note to editors says of the item it stands in; a story would say it in passing.
_KILL_IN_NOTE = re.compile(
    r"\bplease kill\b|\bkill (?:the|this) (?:story|item|picture|photo|version)\b"
    r"|\b(?:story|item|picture|photo) (?:has been|is|was) (?:withdrawn|killed|retracted)\b",
    re.IGNORECASE,
)
_HOLD_IN_NOTE = re.compile(
    r"\bplease (?:hold|withhold|disregard)\b"
    r"|\b(?:hold|withhold|disregard) (?:the|this) (?:story|item|picture|photo|version)\b",
    re.IGNORECASE,
)
_HOLD = re.compile(
    r"(?-i:\bHOLD[ ,.!-]+HOLD\b)|\bplease (?:hold|withhold) (?:the )?(?:story|item)\b"
    r"|\bbitte (?:die )?(?:Meldung|Bild)\b[^.!?]{0,80}\bnicht (?:mehr |weiter )?verwenden\b"
    r"|\bDISREGARD (?:the )?(?:story|item|previous)\b|\bWITHHOLD NOTICE\b",
    re.IGNORECASE,
)
_NOT_FOR_USE = re.compile(
    r"\bnot for publication\b|\bnot for broadcast or publication\b|(?-i:\bADVISORY\b[ :-])"
    r"|\bfor (?:your )?(?:guidance|information) only\b|\bnicht zur Veröffentlichung bestimmt\b"
    r"|\bneither published nor broadcast\b|(?-i:\bEDITORS?[’']? (?:NOTE|ADVISORY)\b[ :-])"
    r"|(?-i:\b(?:NOTE TO|ATTENTION,?) EDITORS\b)",
    re.IGNORECASE,
)
# In the words of a story: not the embargo it is about ("Arms embargo to end", "Embargo on oil").
_EMBARGO = re.compile(
    r"\bembargoed\s*(?:to|till|until|for|:|\d)|\bsous embargo jusqu|\bembargad[oa] hasta\b"
    r"|(?:^|[(\[*]\s*|\b(?:strict|press|media|news|under|release) )embargo\s*"
    r"(?:to|till|until|for release|jusqu|hasta|bis|:|\d)"
    r"|\bSperrfrist\s*(?::|\d|bis\b|beachten\b|(?:mon|diens|mitt|donners|frei|sams|sonn|heute))"
    r"|\bstrictly embargoed\b|\bhold for release\b"
    r"|(?-i:(?<!ARMS )(?<!OIL )(?<!TRADE )\bEMBARGO(?:ED)?\s?[*!:\u2010-\u2015-])"
    r"|\b(?:not for|do not|not to be) (?:release[d]?|publication|publish(?:ed)?|use[d]?) "
    r"(?:before|until)\b",
    re.IGNORECASE,
)
# In a note to editors any is meant, but one that is over.
_EMBARGO_IN_NOTE = re.compile(
    r"\b(?<!arms )(?<!oil )(?<!trade )embargo(?:ed)?\b(?!.{0,30}\b(?:lifted|expired|over|ended)\b)"
    r"|\bSperrfrist\b(?!.{0,30}\b(?:aufgehoben|abgelaufen)\b)|\bfrei(?:gegeben)? ab\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"^\s*\(?(?:CORRECTED|CORRECTION|CORRECTIVE|CORRECTS|BERICHTIGUNG|BERICHTIGT|RECTIFICATIF|KORREKTUR"
    r"|RETTELSE|RÄTTELSE|KORJAUS|KORJATTU|CORRIGE|CORRECCIÓN|RECTIFICATION)\b",
    re.IGNORECASE,
)
_TO_EDITORS = re.compile(r"^\W*(?:Eds?|EDITORS)\b\W*")
_TAKE = re.compile(
    r"[\s,;:/_(=-]+(?:(?:take|part|teil|partie|parte)[\s.-]*(?P<named>\d{1,2})"
    r"(?:\s*(?:of|von|de|sur|/)\s*\d{1,2})?|\((?P<of>\d{1,2})\s*(?:of|von|de|sur|/)\s*\d{1,2}"
    r"|(?P<counted>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]*(?P<what>take|teil|part|add))\)?$",
    re.IGNORECASE,
)
_TEST = re.compile(
    r"^\s*(?:TEST[ ,.!-]+TEST\b|TESTMELDUNG\b|TEST MESSAGE\b"
    r"|TEST\b.{0,30}\b(?:ignore|disregard)\b)",
    re.IGNORECASE,
)
# A telegraph's line in use though there is nothing to say: "ryryryry", "the quick brown fox".
_LINE_TEST = re.compile(r"\b(?:ry){3,}\b|\bquick brown fox jumps\b", re.IGNORECASE)
# "MAGS OUT, ONLINE OUT": a live blog is online.
_NOT_ONLINE = re.compile(
    r"\b(?:on-?line|web|internet) out\b"
    r"|\bno (?:on-?line|web|internet|digital) (?:use|usage)\b(?! (?:in|by|outside)\b)"
    r"|\bnot for (?:on-?line|web|internet|digital) (?:use|usage|publication)\b|\bprint use only\b",
    re.IGNORECASE,
)


def status_of(item: Parsed, raw: str | None) -> Status:
    """The status as one of three. None: the file has no word for it. Unknown means closed."""
    if raw is None:
        return "usable"
    word = re.sub(r"^.*[:/]", "", raw.strip().rstrip("/")).lower()
    if word == "embargoed" and not item.embargo.closed:
        item.embargo.closed = True
        item.warn("Its status is “embargoed”, and it names no time: it stays closed.")
    known = _STATUSES.get(word)
    if known is None:
        item.warn(f"The publishing status “{raw.strip()[:40]}” is unknown: it counts as withheld.")
        return "withheld"
    return known


def signal_of(word: str) -> Signal | None:
    """What one of a format's own marks says: "sig:correction", "edStat:D", "Writethru"."""
    bare = re.sub(r"^.*[:/]", "", word.strip())
    if len(bare) == 1 and bare == word.strip():
        return None  # a letter says something in its own list only
    return _TYPES.get(bare.replace(" ", "").lower())


def apply_signals(item: Parsed, words: list[str]) -> None:
    """Take a format's own marks over, and let a kill or a hold close the item."""
    for word in words:
        found = signal_of(word)
        if found:
            item.signals.add(found)
    if "kill" in item.signals:
        item.pub_status = "canceled"
    elif "hold" in item.signals and item.pub_status == "usable":
        item.pub_status = "withheld"


def read_between(item: Parsed, text: str) -> None:
    """What only words say. A message about another item is for the newsroom, whatever its status.

    `text` is the beginning of the body as plain text; slug, headline and note are looked at too.
    """
    fronts = (item.headline, item.slugline)
    head = " ".join((item.slugline, item.headline, text[:600]))
    notes = item.ed_note[:1000].split("\n")
    if any(is_correction(_TO_EDITORS.sub("", row)) for row in (*fronts, *notes)):
        item.signals.add("correction")
    if any(map(_TEST.search, fronts)) or _LINE_TEST.search(text[:600]):
        item.signals.add("test")
    if item.pub_status == "canceled":
        item.signals.add("kill")
        return
    _about_another(item, head, fronts)
    rows = [*fronts, *text[:600].split("\n"), *notes]
    if not item.embargo.closed and (
        any(map(_EMBARGO.search, rows)) or any(map(_EMBARGO_IN_NOTE.search, notes))
    ):
        item.embargo.closed = True
        item.warn("The text speaks of an embargo, and no time is given: the item stays closed.")


def _about_another(item: Parsed, head: str, fronts: tuple[str, str]) -> None:
    """Whether it speaks to editors, of an item to kill or to hold, or of its own use."""
    note = item.ed_note[:1000]
    if _KILL.search(head) or any(map(_KILL_IN_FRONT.search, fronts)):
        item.signals |= {"kill", "advisory"}
        item.warn("The text speaks of a kill: find the item it means.")
    elif _HOLD.search(head) or any(map(_HOLD_IN_FRONT.search, fronts)):
        item.signals |= {"hold", "advisory"}
        item.warn("The text asks to hold an item: find the one it means.")
    elif _KILL.search(item.ed_note) or _KILL_IN_NOTE.search(note):
        item.signals |= {"kill", "advisory"}
        item.warn("The note to editors speaks of a kill.")
    elif _HOLD.search(item.ed_note) or _HOLD_IN_NOTE.search(note):
        item.signals |= {"hold", "advisory"}
        item.warn("The note to editors asks to hold an item.")
    elif _NOT_FOR_USE.search(head):
        item.signals.add("advisory")
    elif _NOT_ONLINE.search(f"{item.usage_terms} {note} {head}"):
        item.signals.add("advisory")
        item.warn("Its terms or its note do not allow it online.")


def is_correction(row: str) -> bool:
    """Whether a row of text begins by saying that it corrects."""
    return bool(_CORRECTS.search(row))


def take_of(item: Parsed) -> None:
    """Move the number of a take from the end of its slug into its field, so that all takes of a
    story have one slug: "STORM (TAKE 2 OF 3)", "BC-Storm, 1st Add" (which is the second)."""
    found = _TAKE.search(item.slugline)
    if not found or not found.start():
        return
    number = int(found["named"] or found["of"] or found["counted"])
    item.take = str(number + 1 if (found["what"] or "").lower() == "add" else number)
    item.slugline = item.slugline[: found.start()].rstrip(" ,;:/(-")


def urgency_of(item: Parsed, raw: str) -> None:
    """The agency's own number, or its letter; what neither is is kept as it stands."""
    raw = raw.strip()
    item.urgency_raw = raw
    if raw.isascii() and raw.isdecimal() and 1 <= int(raw) <= 9:
        item.urgency = int(raw)
    elif raw.lower() in ANPA:
        item.urgency = ANPA[raw.lower()]
    elif raw:
        item.warn(f"The urgency “{raw[:40]}” is no number from 1 to 9.")


# f flash, b bulletin and kill notes, u urgent and corrections, r regular, d deferred; s and w are
# for the weekend.
ANPA = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 6, "a": 5, "s": 6, "w": 6}
