"""Where what was taken back or put right has arrived, consumer by consumer. Pure: facts in,
lines out.

What is measured (a process, files, a partner's cursor) and what is only promised (a cache in
front) read differently; nothing is called gone because it ought to be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from liveblog.apstyle import date_label

VERBS = ("correct", "withdraw", "kill")  # after these somebody waits
LATE = timedelta(seconds=5)  # then it is said loudly
SILENT = timedelta(seconds=30)  # without a word from a process
CACHES = timedelta(seconds=2)  # nginx or a CDN, after the last process behind it
DROPPED = timedelta(seconds=60)  # whoever does not read what is sent is cut off by then
FILES = timedelta(seconds=15)  # a snapshot follows within ten

# there: it has it, or it is gone · promised: by the clock, nobody has looked · waiting, late: not
# yet · stays: it does not go by itself · unasked: it has not asked since · nothing: it had none
Sign = Literal["there", "promised", "waiting", "late", "stays", "unasked", "nothing"]


@dataclass(frozen=True, slots=True)
class Case:
    """One verb: `version` is what everybody has to reach; `clock` says a moment in the zone."""

    verb: str
    version: int
    at: datetime
    now: datetime
    clock: Callable[[datetime], str]

    @property
    def age(self) -> timedelta:
        return self.now - self.at

    @property
    def is_gone(self) -> bool:
        """Taken away, rather than put right."""
        return self.verb != "correct"

    def sign(self, patience: timedelta = LATE) -> Sign:
        """Of what has not come yet."""
        return "late" if self.age >= patience else "waiting"


@dataclass(frozen=True, slots=True)
class Line:
    """One consumer: `said` is a sentence or two after its name."""

    consumer: str
    sign: Sign
    said: str

    @property
    def is_open(self) -> bool:
        return self.sign in ("waiting", "late")


@dataclass(frozen=True, slots=True)
class Process:
    """A web process: its last word, and where it stands; no `version`: it has nothing of it."""

    name: str
    at: datetime
    version: int | None = None
    reached_at: datetime | None = None
    readers: int = 0
    behind: int = 0


@dataclass(frozen=True, slots=True)
class Partner:
    """Who asks with a token: what it said it had, and where the answer left it."""

    name: str
    since: int
    version: int
    at: datetime


def processes(case: Case, found: Sequence[Process], poll: timedelta) -> list[Line]:
    """A line for each, and what is promised of what stands in front of them.

    `poll` is how often a page asks that cannot listen.
    """
    lines = [_process(case, each) for each in found]
    if not lines:
        lines = [
            Line("Web processes", case.sign(), "None has said anything lately. Look at the site.")
        ]
    reached = [each.reached_at for each in found if _has(case, each) and each.reached_at]
    last = max([case.at, *reached])
    held_up = any(line.is_open for line in lines)
    return [
        *lines,
        _promised(
            case, "Caches in front of them", last + CACHES, held_up, "they ask again every second"
        ),
        _promised(
            case,
            "Open pages that ask instead of listening",
            last + CACHES + poll,
            held_up,
            f"they ask every {poll.total_seconds():.0f} seconds",
        ),
    ]


def _has(case: Case, process: Process) -> bool:
    return process.version is not None and process.version >= case.version


def _process(case: Case, process: Process) -> Line:
    name, silent = f"Web process {process.name}", case.now - process.at
    if _has(case, process):
        return _reached(case, process)
    if silent >= SILENT:
        return Line(
            name,
            "late",
            f"Silent for {seconds(silent)}. It has died, or it is cut off from the database and "
            "shows what it had: have it stopped.",
        )
    if process.version is None:
        said = f"Nothing of it was open or kept there, {seconds(silent)} ago."
        return Line(name, "nothing", said)
    sign = case.sign()
    said = f"Not yet, after {seconds(case.age)}; {pages(process.readers)} there."
    if sign == "late":
        said += " It should take half a second."
    return Line(name, sign, said)


def _reached(case: Case, process: Process) -> Line:
    name = f"Web process {process.name}"
    at = case.clock(max(process.reached_at or case.at, case.at))
    told = process.readers - process.behind
    if not process.behind:
        return Line(name, "there", f"{at}; {pages(told)} told.")
    said = f"{at}; {pages(told)} told. {process.behind:,} more do not take it; they are cut off."
    return Line(name, case.sign(DROPPED), said)


def _promised(case: Case, consumer: str, until: datetime, held_up: bool, why: str) -> Line:
    if held_up:
        return Line(consumer, "waiting", f"After the last web process: {why}.")
    said = f"{case.clock(until)} at the latest: promised, not measured ({why})."
    return Line(consumer, "promised" if case.now >= until else "waiting", said)


def made_anew(case: Case, in_search: bool) -> list[Line]:
    """What is made from the database for each question."""
    since = f"Since {case.clock(case.at)}: made from the database."
    lines = [Line("Feeds and API", "there", since)]
    if not case.is_gone:
        return [*lines, Line("Search", "there", since)]
    if in_search:
        return [*lines, Line("Search", case.sign(), "Its words are still in the index.")]
    return [*lines, Line("Search", "there", f"Since {case.clock(case.at)}: out of the index.")]


def files(case: Case, delivered: dict[str, int]) -> list[Line]:
    """The site as files: the version that stands in each directory, by its name."""
    lines = []
    for target, version in sorted(delivered.items()):
        name = f"The site as files ({target[:8]})"
        if version >= case.version:
            lines.append(Line(name, "there", f"Written, with version {version:,}."))
        else:
            said = f"Not yet: version {version:,} stands there. The worker writes within seconds."
            lines.append(Line(name, case.sign(FILES), said))
    return lines


def pictures(case: Case, served: Sequence[str], gone: int) -> list[Line]:
    """Pictures of the update: those still `served` by name, and how many answer 410."""
    if not case.is_gone:
        return []
    lines = []
    if gone:
        many = "Its picture" if gone == 1 else f"{gone} pictures"
        lines.append(Line("Picture files", "there", f"{many}: every size answers 410."))
    for name in served:
        said = f"“{name}” is still served to whoever knows its address. Retract it in its own form."
        lines.append(Line("Picture files", "stays", said))
    return lines


def embeds(case: Case, served: int, gone: int) -> list[Line]:
    """Our copies of what it embeds from other sites: shown by another update still, or gone."""
    if not case.is_gone or not served + gone:
        return []
    if served:
        said = f"{served} of {served + gone} stay: another update shows them too."
        return [Line("Copies of what it embeds", "stays", said)]
    return [Line("Copies of what it embeds", "there", "They answer 410.")]


def agency(case: Case, elsewhere: int, waiting: int, why: str) -> list[Line]:
    """Other live blogs of the same wire item; `waiting` edits are still on their way there."""
    name = "Other live blogs with this item"
    if waiting:
        said = f"Still on its way. {why}".strip()
        return [Line(name, case.sign(), said)]
    if not elsewhere:
        return []
    return [Line(name, "there", f"Done in {elsewhere:,}; each desk has a list of its own.")]


def partners(case: Case, found: Sequence[Partner]) -> list[Line]:
    """Who asks with a token; whoever asks without one is not known."""
    lines = []
    for each in found:
        name, at = f"API partner {each.name}", case.clock(each.at)
        if each.since >= case.version:
            lines.append(Line(name, "there", sentence(f"Has it, and asked for more at {at}")))
        elif each.version >= case.version:
            lines.append(Line(name, "there", sentence(f"Was sent it at {at}")))
        else:
            lines.append(Line(name, "unasked", sentence(f"Has not asked since {at}")))
    return lines


def clock_of(zone: ZoneInfo, now: datetime) -> Callable[[datetime], str]:
    """Says a moment by the second, "9:34:12 p.m."; with its date where that is not today's."""

    def clock(moment: datetime) -> str:
        local = moment.astimezone(zone)
        half = "p.m." if local.hour >= 12 else "a.m."
        said = f"{(local.hour + 11) % 12 + 1}:{local:%M:%S} {half}"
        today = local.date() == now.astimezone(zone).date()
        return said if today else f"{said}, {date_label(local.date())}"

    return clock


def sentence(text: str) -> str:
    """With the full stop that "p.m." has already."""
    return text if text.endswith(".") else f"{text}."


def seconds(span: timedelta) -> str:
    """A short span in words."""
    count = max(0, int(span.total_seconds()))
    if count < 120:
        return f"{count} second{'' if count == 1 else 's'}"
    return f"{count // 60:,} minutes"


def pages(count: int) -> str:
    """So many open pages."""
    return "1 open page" if count == 1 else f"{count:,} open pages"
