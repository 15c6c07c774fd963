"""Whatever a reader makes of a stranger's file, the database takes it or the item says why not.

NEWSROOM_MUTANTS=1000 NEWSROOM_SAMPLES=FOLDER tries a thousand damaged copies of every file in it.
"""

import json
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from liveblog.models import WireChain, WireItem
from liveblog.wire import reader
from liveblog.wire.intake import NOT_STORED, take_in
from liveblog.wire.parsed import Unreadable
from tests.wire import files
from tests.wire.arriving import feed_of
from tests.wire.lifecycles import InProcess
from tests.wire.test_reading_strangers_files import WHOLE, mutated

MUTANTS = int(os.environ.get("NEWSROOM_MUTANTS", "20"))
SAMPLES = os.environ.get("NEWSROOM_SAMPLES", "")
LONG = "x" * 70_000
FAULTS = (NOT_STORED, "Reading the file took more time or memory than any agency's.")


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


def taken(feed, data):
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return take_in(feed, "file\x00\ud800", raw, InProcess())


@pytest.mark.parametrize(
    ("data", "warning"),
    [
        (files.ninjs(version="1\x00\ud800"), ""),
        (files.ninjs(version=LONG), ""),
        (files.ninjs(version=10**300), ""),
        (files.ninjs(urgency=10**300), "urgency"),
        (files.ninjs(urgency=-1), "urgency"),
        (files.ninjs(urgency="\ud800" * 80), "cannot be stored"),
        (files.ninjs(type="something quite new"), "kind is too long"),
        (files.ninjs(language=LONG), "language is too long"),
        (files.ninjs(url=f"https://northwire.example/{LONG}"), ""),
        (files.ninjs(headline=LONG, slugline=LONG, byline=LONG), ""),
        (files.ninjs(headline="a\x00b\udfff", ednote="c\x00", usageterms="d\ud800"), ""),
        (files.ninjs(versioncreated="0001-01-01T00:00:00Z"), "cannot be read"),
        (files.ninjs(versioncreated="9999-12-31T23:59:59-14:00"), "cannot be read"),
        (files.ninjs(expires="9999-12-31T23:59:59Z"), "cannot be read"),
        (files.ninjs(services=["\x00\ud800", 7, None, {}]), ""),
        (files.ninjs(subject=[{"code": LONG, "name": "\ud800"}] * 50), ""),
        (files.ninjs(type="picture", renditions={"\x00": {"href": f"https://x.example/{LONG}"}}),
         "too long to be one"),
        (files.ninjs(type="picture", renditions={"a": {"href": "https://x.example/\x00\ud800"}}),
         "cannot be stored"),
        (files.ap(version="\ud800\x00"), "cannot be stored"),
        (files.ap(version=True, urgency=[[]]), ""),
        (files.ninjs(body_xhtml="".join(f"<p>{n:060}</p>" for n in range(40_000))), "longer"),
        (files.ninjs(body_text="\x00", body_xhtml=None), ""),
    ],
)  # fmt: skip
def test_what_no_database_takes_is_left_out_and_said(feed, data, warning):
    found = taken(feed, data)
    assert found.refused == []
    item = WireItem.objects.get(pk=found.new[0].pk)
    assert warning in " ".join(item.warnings)
    assert "\x00" not in json.dumps([item.media, item.subjects, item.warnings]) + item.body


@pytest.mark.parametrize("start", ["urn:", "urn:other:"])
def test_a_guid_that_is_too_long_stays_the_items_own(feed, start):
    first = taken(feed, files.ninjs(uri=start + LONG)).new[0]
    again = taken(feed, files.ninjs(uri=start + LONG, pubstatus="canceled")).new[0]
    other = taken(feed, files.ninjs(uri=start + LONG + "!")).new[0]
    assert first.chain_id == again.chain_id != other.chain_id


def test_one_item_that_cannot_be_stored_loses_no_neighbour(feed, monkeypatch):
    from liveblog import actions

    real = actions.receive

    def receive(*, fields, **others):
        if fields["guid"] == "bad":
            raise ValueError
        return real(fields=fields, **others)

    monkeypatch.setattr(actions, "receive", receive)
    found = taken(feed, files.g2(files.g2_item("bad"), files.g2_item("good")))
    assert [each.why for each in found.refused] == [NOT_STORED]
    assert [item.chain.guid for item in found.new] == ["good"]


HOSTILE = [
    None, True, -1, 10**30, 1.5, float("nan"), "", "\x00", "\ud800", "x" * 3000, [], {}, [[]],
    [None], {"": None}, ["a", 1], {"value": 5}, "http://[", "0001-01-01", "9999-12-31T23:59:59Z",
    "<p>" * 300, "<a href='http://[x'>y</a>", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "canceled",
]  # fmt: skip


def twisted(value, chance, part):
    """Well-formed, and here and there something else than anybody expects."""
    if chance.random() < part:
        return chance.choice(HOSTILE)
    if isinstance(value, dict):
        return {name: twisted(each, chance, part) for name, each in value.items()}
    return [twisted(each, chance, part) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("make", [files.ninjs, files.ap], ids=["ninjs", "ap"])
def test_well_formed_nonsense_is_stored_or_refused(make, feed):
    chance, document = Random(310), json.loads(make())
    for _ in range(MUTANTS * 3):
        data = json.dumps(twisted(document, chance, chance.choice([0.03, 0.1, 0.3])))
        with suppress(Unreadable):
            assert NOT_STORED not in [each.why for each in taken(feed, data).refused], data


def test_a_kill_whose_text_cannot_be_read_is_a_kill(feed):
    kill = files.ap(pubstatus="canceled", body_nitf="<!DOCTYPE x [<!ENTITY a 'b'>]>")
    (item,) = taken(feed, kill).new
    assert item.chain.pub_status == "canceled"
    assert "cannot be read" in " ".join(item.warnings)


def whole():
    if not SAMPLES:
        return WHOLE
    return [path.read_bytes() for path in sorted(Path(SAMPLES).rglob("*")) if path.is_file()]


@pytest.mark.long
def test_mutated_files_are_stored_or_refused(feed, capsys):
    chance, slowest, count, refused, stored = Random(310), 0.0, 0, 0, 0
    with reader.Reader() as reads:
        for data in (each for each in whole() for _ in range(MUTANTS)):
            copy = mutated(data, chance) if data else data
            count, began = count + 1, time.monotonic()
            try:
                found = take_in(feed, "file", copy, reads)
            except Unreadable as error:
                said = [str(error)]
                refused += 1
            else:
                said = [each.why for each in found.refused]
                stored += len(found.new)
            assert not [each for each in said if each in FAULTS or "be read (" in each], copy
            slowest = max(slowest, time.monotonic() - began)
    told = f"{count} files, {refused} refused, {stored} versions, slowest {slowest:.2f} s"
    with capsys.disabled():
        sys.stderr.write(f"\n{told}\n")


@pytest.mark.parametrize("is_first", [True, False])
def test_a_document_of_nitf_kills_the_item_it_names_whichever_comes_first(feed, is_first):
    killing = ' management-doc-idref="NW1041" management-idref-status="canceled"><doc-id'
    advisory = files.nitf().replace("><doc-id", killing)
    story = files.nitf().replace("NW1042", "NW1041")
    for data in (advisory, story) if is_first else (story, advisory):
        taken(feed, data)
    assert WireChain.objects.get(guid="NW1041").pub_status == "canceled"
    assert WireChain.objects.get(guid="NW1042").pub_status == "usable"
