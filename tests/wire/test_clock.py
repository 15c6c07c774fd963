"""The worker's turns: embargoes at once, rights and the sweep each minute, retention each hour."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from liveblog import actions
from liveblog.wire.clock import PIECE, Clock

NOW = timezone.now()
HOURLY = {"purge_due", "forget_absent", "forget_unused_cards"}
MINUTELY = {"sweep_canceled", "expire_due"}


@pytest.fixture
def done(monkeypatch):
    """What was done, and how much each finds: `done["purge_due"] = 50`."""
    found, calls = {}, []
    for name in ("lift_due", *MINUTELY, *HOURLY):

        def act(name=name, **_):
            calls.append(name)
            count = found.get(name, 0)
            return [0] * count if name == "expire_due" else count

        monkeypatch.setattr(actions, name, act)
    return found, calls


def step(clock, calls, **after):
    calls.clear()
    with time_machine.travel(NOW + timedelta(**after), tick=False):
        clock.step()
    return set(calls)


def test_each_has_its_turn(done):
    _, calls = done
    clock = Clock()
    every = {"lift_due"} | MINUTELY | HOURLY
    assert step(clock, calls) == every
    assert step(clock, calls, seconds=59) == {"lift_due"}
    assert step(clock, calls, seconds=60) == every - HOURLY
    assert step(clock, calls, minutes=60) == every


@pytest.mark.parametrize(("name", "turn"), [("expire_due", {"expire_due"}), ("purge_due", HOURLY)])
def test_while_there_is_more_it_goes_on_in_the_next_round(done, name, turn):
    found, calls = done
    clock, found[name] = Clock(), PIECE
    step(clock, calls)
    assert step(clock, calls, seconds=1) == {"lift_due"} | turn
    found[name] = PIECE - 1
    step(clock, calls, seconds=2)
    assert step(clock, calls, seconds=3) == {"lift_due"}


def test_a_clock_that_is_put_back_stops_nothing(done):
    _, calls = done
    clock = Clock()
    step(clock, calls, days=1)
    assert "sweep_canceled" in step(clock, calls)
