"""A file of a stranger's costs a process of its own at most, never the one that asked."""

import os
from pathlib import Path
from random import Random

import pytest

from liveblog.wire import child, reader
from liveblog.wire.parsed import Parsed, Refused, Unreadable
from tests.wire import files

MUTANTS = int(os.environ.get("NEWSROOM_MUTANTS", "150"))
WHOLE = [
    each().encode()
    for each in (
        files.g2, files.ninjs, files.nitf, files.newsml_1, files.ap, files.rss, files.telegram
    )
]  # fmt: skip


@pytest.fixture(scope="module")
def reads():
    with reader.Reader() as running:
        yield running


def test_items_come_back_as_they_were_read(reads):
    for data in WHOLE:
        assert reads.read(data) == files.items(data)
    package = files.g2(files.g2_item(guid=""), files.g2_item()).encode()
    bad, good = reads.read(package)
    assert isinstance(bad, Refused)
    assert isinstance(good, Parsed)


def test_a_refusal_comes_back_as_its_sentence(reads):
    with pytest.raises(Unreadable, match="empty"):
        reads.read(b"")


def test_a_zone_is_that_of_times_without_one(reads):
    (found,) = reads.read(
        files.ninjs(versioncreated="2026-03-02T21:34").encode(), zone="Asia/Tokyo"
    )
    assert found.version_at.isoformat() == "2026-03-02T21:34:00+09:00"


def mutated(data, chance):
    """A copy with some bytes changed, cut, doubled or moved."""
    copy = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(copy))
        until = min(len(copy), at + chance.choice([1, 1, 2, 8, 200]))
        kind = chance.randrange(4)
        if kind == 0:
            copy[at] = chance.randrange(256)
        elif kind == 1 and len(copy) > until - at:
            del copy[at:until]
        elif kind == 2:
            copy[at:at] = copy[at:until] * chance.choice([1, 2, 50])
        else:
            copy[at:at] = chance.choice(
                [b"<", b"&#0;", b"]]>", b'"', b"\x00", b"&x;", b"{", b"<!["]
            )
    return bytes(copy)


def test_mutated_files_are_read_or_refused_and_kill_nobody(reads):
    chance, process = Random(310), None
    for number in range(MUTANTS):
        data = mutated(WHOLE[number % len(WHOLE)], chance)
        try:
            found, said = reads.read(data), ""
        except Unreadable as refused:
            found, said = [], str(refused)
        assert "cannot be read (" not in said, (number, data, said)
        assert all(isinstance(each, Parsed | Refused) for each in found)
        process = process or reads._child
        assert reads._child is process, f"mutant {number} cost the process its life: {data!r}"


def test_a_file_that_stalls_costs_the_child_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr(reader, "SECONDS", 0.5)
    with reader.Reader() as running:
        started = running._start()
        os.kill(started.pid, 19)  # SIGSTOP: it neither answers nor dies
        with pytest.raises(Unreadable, match="more time or memory"):
            running.read(WHOLE[0])
        assert started.poll() is not None
        monkeypatch.setattr(reader, "SECONDS", 60)
        assert running.read(WHOLE[1])[0].headline == "Ferries suspended"


def test_a_child_that_dies_of_a_file_is_replaced():
    with reader.Reader() as running:
        running._start().kill()
        with pytest.raises(Unreadable, match="more time or memory"):
            running.read(WHOLE[0])
        assert running.read(WHOLE[0])[0].headline == "Ferries suspended"


def test_the_child_is_given_no_secret(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "canary")
    with reader.Reader() as running:
        process = running._start()
        environment = Path(f"/proc/{process.pid}/environ").read_text()
    assert "canary" not in environment


def test_the_child_may_not_take_more_than_its_share():
    assert (child.CPU_SECONDS, child.MEMORY) == (5, 512 * 1024 * 1024)
    with reader.Reader() as running:
        running.read(WHOLE[0])
        limits = Path(f"/proc/{running._child.pid}/limits").read_text()
    assert f"Max address space         {child.MEMORY}" in limits
    cpu = next(line for line in limits.splitlines() if line.startswith("Max cpu time"))
    assert int(cpu.split()[3]) <= child.CPU_SECONDS + 5
