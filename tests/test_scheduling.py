"""Tests of the tests: each is done once, and nobody comes back out of the browser."""

from random import Random
from types import SimpleNamespace

import pytest

from tests.scheduling import BROWSER, BrowserBesideTheRest


class Worker:
    """As one of xdist's: it begins a test when it knows what comes then, or that nothing does."""

    def __init__(self, name):
        self.gateway = SimpleNamespace(id=name)
        self.shutting_down = False
        self.before_it, self.done = [], []

    def send_runtest_some(self, tests):
        assert not self.shutting_down
        self.before_it += tests

    def shutdown(self):
        self.shutting_down = True

    @property
    def may_begin(self):
        return len(self.before_it) > (0 if self.shutting_down else 1)


@pytest.fixture
def run(monkeypatch):
    """`run(names, workers)`: the workers after all of it, in whatever order they came to it."""

    def run(names, many, chance):
        monkeypatch.setattr("xdist.scheduler.load.parse_tx_spec_config", lambda _: range(many))
        scheduler = BrowserBesideTheRest(SimpleNamespace(getoption=lambda _: None))
        workers = [Worker(f"gw{n}") for n in range(many)]
        for worker in workers:
            scheduler.add_node(worker)
            scheduler.add_node_collection(worker, names)
        scheduler.schedule()
        while able := [worker for worker in workers if worker.may_begin]:
            worker = chance.choice(able)
            test = worker.before_it.pop(0)
            worker.done.append(names[test])
            scheduler.mark_test_complete(worker, test, chance.choice((0.01, 5)))
        assert all(worker.shutting_down for worker in workers)
        return workers

    return run


def named(rest, in_browser):
    return [f"tests/wire/{n}" for n in range(rest)] + [f"{BROWSER}{n}" for n in range(in_browser)]


def is_in_browser(name):
    return name.startswith(BROWSER)


SIZES = [(0, 0), (1, 0), (0, 1), (5, 3), (2, 40), (40, 2), (90, 30)]


@pytest.mark.parametrize("many", [1, 2, 3, 4])
@pytest.mark.parametrize("sizes", SIZES)
def test_each_is_done_once_and_nobody_comes_back(run, many, sizes):
    for seed in range(20):
        workers = run(named(*sizes), many, Random(seed))
        done = [name for worker in workers for name in worker.done]
        assert sorted(done) == sorted(named(*sizes))
        for worker in workers:
            assert worker.done == sorted(worker.done, key=is_in_browser)


def test_of_three_the_first_is_only_in_the_browser(run):
    first, *others = run(named(90, 30), 3, Random(1))
    assert all(map(is_in_browser, first.done))
    assert {name for worker in others for name in worker.done} >= set(named(90, 0))


def test_of_two_none_is(run):
    first, _ = run(named(90, 30), 2, Random(1))
    assert not is_in_browser(first.done[0])


def test_where_no_browser_is_asked_for_everybody_does_the_rest(run):
    assert all(worker.done for worker in run(named(90, 0), 3, Random(1)))
