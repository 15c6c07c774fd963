"""The process that reads strangers' files: `python -m liveblog.wire.child`. Its parent is `reader`.

It knows no database, no network and no secret. A file may cost it so much CPU and memory and no
more; then it dies, and the parent starts another. Each request is a line of JSON `{form, zone,
length}` and that many bytes; each answer a line of JSON, `{found}` or `{unreadable, nothing}`.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import IO
from zoneinfo import ZoneInfo

from liveblog.wire import carried, formats
from liveblog.wire.parsed import Around, Nothing, Unreadable

CPU_SECONDS = 5  # a file
MEMORY = 512 * 1024 * 1024  # bytes of address space


def main() -> None:
    """Answer until nobody asks any more."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    while line := asked.readline():
        told.write(answer(json.loads(line), asked) + b"\n")
        told.flush()


def answer(request: dict[str, object], asked: IO[bytes]) -> bytes:
    """What is in one file, as JSON."""
    data = asked.read(int(str(request["length"])))
    _allow(CPU_SECONDS)
    zone = ZoneInfo(str(request["zone"])) if request["zone"] else None
    try:
        found = formats.parse(data, Around(zone), str(request["form"]))
        return carried.dumped({"found": [carried.out(each) for each in found]})
    except Nothing as error:
        return carried.dumped({"unreadable": str(error), "nothing": True})
    except Unreadable as error:
        return carried.dumped({"unreadable": str(error)})
    except (MemoryError, RecursionError):
        return carried.dumped({"unreadable": "The file takes more memory than any agency's."})
    except Exception as error:  # noqa: BLE001  a parser's mistake costs one file, not the feed
        name = type(error).__name__
        return carried.dumped({"unreadable": f"The file cannot be read ({name}).", "fault": True})


def _allow(seconds: int) -> None:
    """So much CPU from now on, whatever earlier files have cost."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds, hard))


if __name__ == "__main__":
    main()
