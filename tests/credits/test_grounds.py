"""Whether a report stands on two sources."""

import pytest

from liveblog.credits import stand_on_two

NORTHWIRE, COASTAL, ISLAND = 1, 2, 3


@pytest.mark.parametrize(
    ("named", "stands"),
    [
        ([], False),
        ([(NORTHWIRE, None)], False),
        ([(NORTHWIRE, None), (NORTHWIRE, None)], False),
        ([(NORTHWIRE, None), (COASTAL, None)], True),
        # Coastal only says what Northwire said.
        ([(NORTHWIRE, None), (COASTAL, NORTHWIRE)], False),
        # Two who cite the same third.
        ([(NORTHWIRE, ISLAND), (COASTAL, ISLAND)], False),
        ([(NORTHWIRE, ISLAND), (COASTAL, None)], True),
        ([(NORTHWIRE, ISLAND), (ISLAND, NORTHWIRE)], False),
        ([(NORTHWIRE, ISLAND), (ISLAND, None), (COASTAL, None)], True),
        ([(NORTHWIRE, COASTAL), (NORTHWIRE, None), (COASTAL, None)], True),
    ],
)
def test_two_sources_must_not_lean_on_each_other(named, stands):
    assert stand_on_two(named) is stands
