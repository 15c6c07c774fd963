"""Columns beside each other, all on one scale, for who sees them and for who does not."""

from liveblog.plots import TOP, UPRIGHT, Measure, columns


def drawn(*values):
    measures = [Measure(f"{hour}:00", value, value / 2, f"{value} published")
                for hour, value in enumerate(values)]  # fmt: skip
    return columns("hours", "Updates", measures, outer_is="published")


def test_nothing_is_drawn_without_anything_to_draw():
    assert drawn() is None
    assert drawn(0, 0) is None


def test_the_highest_fills_the_height_and_none_has_none():
    low, high, none = drawn(2, 8, 0).columns
    assert (high.outer_y, high.outer, high.inner) == (TOP, UPRIGHT, UPRIGHT / 2)
    assert low.outer == UPRIGHT / 4
    assert none.outer == 0


def test_a_little_is_seen_beside_very_much():
    assert drawn(1, 100_000).columns[0].outer == 1.0


def test_the_words_below_are_the_first_the_last_and_a_few_between():
    ticks = drawn(*range(1, 25)).ticks
    assert (ticks[0].label, ticks[-1].label) == ("0:00", "23:00")
    assert [tick.anchor for tick in ticks] == ["start", "middle", "middle", "middle", "end"]
    assert [tick.label for tick in drawn(3).ticks] == ["0:00"]


def test_the_description_says_from_when_to_when_and_the_highest():
    said = drawn(2, 8, 1).description
    assert said.startswith("From 0:00 to 2:00; the highest is 1:00: 8 published.")
