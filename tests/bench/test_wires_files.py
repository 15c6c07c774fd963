"""The bench's invented files are such as the product reads, each item once."""

import pytest

from bench.wires_files import files
from liveblog.wire import formats
from liveblog.wire.parsed import Around, Parsed

pytestmark = pytest.mark.once


def test_every_item_is_read_once_and_without_a_warning():
    found = [item for _, data in files(1_000, 120) for item in formats.parse(data, Around(None))]
    assert all(isinstance(item, Parsed) for item in found)
    assert [item.warnings for item in found if item.warnings] == []
    assert {item.guid for item in found} == {f"urn:bench:{n}" for n in range(1_000, 1_120)}
    assert len(found) == 120
    assert {item.pub_status for item in found} == {"usable"}


def test_all_three_formats_are_sent():
    assert {name.rpartition(".")[2] for name, _ in files(0, 120)} == {"rss", "json", "xml"}
