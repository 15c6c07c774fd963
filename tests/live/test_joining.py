"""Joining a stream: from the cursor on, every change once, none missing."""

import threading

import pytest

from liveblog import actions
from liveblog.live import reads
from tests.cast import again, publish_entry
from tests.live.stage import DEADLINE, numbers


def last_event_id(version):
    return [(b"last-event-id", str(version).encode())]


def test_a_reader_without_a_cursor_starts_now(live, blog, ada):
    publish_entry(blog, ada)
    reader = live.follow(blog)
    publish_entry(blog, ada)
    assert numbers(reader.next_delta()) == [2]


def test_a_reader_without_a_cursor_is_told_its_version(live, blog, ada):
    publish_entry(blog, ada)
    first = live.follow(blog).first
    assert first.version == again(blog).version
    assert "data" not in first.fields


def test_the_first_line_says_when_to_reconnect(live, blog):
    waits = set()
    for _ in range(20):
        reader = live.follow(blog)
        assert reader.text.startswith("retry: ")
        waits.add(int(reader.first.fields["retry"]))
    assert len(waits) > 1
    assert min(waits) >= 2000
    assert max(waits) <= 5000


def test_a_reader_who_was_away_gets_exactly_what_was_missed(live, blog, ada):
    publish_entry(blog, ada)
    seen = again(blog).version
    missed = [publish_entry(blog, ada) for _ in range(2)]
    reader = live.follow(blog, headers=last_event_id(seen))
    delta = reader.next_delta()
    assert numbers(delta) == [entry.number for entry in missed]
    assert (delta["since"], delta["version"]) == (seen, seen + 2)


def test_the_cursor_may_stand_in_the_query(live, blog, ada):
    seen = again(blog).version
    publish_entry(blog, ada)
    assert numbers(live.follow(blog, since=seen).next_delta()) == [1]


def test_the_header_wins_over_the_query(live, blog, ada):
    first = again(blog).version
    publish_entry(blog, ada)
    publish_entry(blog, ada)
    reader = live.follow(blog, since=first, headers=last_event_id(first + 1))
    assert numbers(reader.next_delta()) == [2]


def test_an_empty_cursor_is_none(live, blog, ada):
    publish_entry(blog, ada)
    assert live.follow(blog, since="").first.version == again(blog).version


def test_a_reader_who_has_everything_gets_nothing_twice(live, blog, ada):
    publish_entry(blog, ada)
    reader = live.follow(blog, since=again(blog).version)
    publish_entry(blog, ada)
    assert numbers(reader.next_delta()) == [2]


def test_a_reader_far_behind_is_told_to_reload(live, blog, ada):
    seen = again(blog).version
    for _ in range(101):
        publish_entry(blog, ada)
    delta = live.follow(blog, since=seen).next_delta()
    assert delta["reset"] is True
    assert (delta["entries"], delta["version"]) == ([], seen + 101)


def test_a_reader_ahead_of_the_blog_is_told_to_reload(live, blog, ada):
    reader = live.follow(blog, since=again(blog).version + 7)
    delta = reader.next_delta()
    assert (delta["reset"], delta["version"]) == (True, again(blog).version)
    publish_entry(blog, ada)
    assert numbers(reader.next_delta()) == [1]


def test_a_reader_ahead_of_the_hub_need_not_reload(live, blog, ada, monkeypatch):
    """A page rendered just after a change may join before the hub has looked."""
    with monkeypatch.context() as patch:
        patch.setattr(reads, "states", looks_that_see(reads.states([blog.pk])))
        live.follow(blog)
        publish_entry(blog, ada)
        reader = live.follow(blog, since=again(blog).version)
    publish_entry(blog, ada)
    delta = reader.next_delta()
    assert (numbers(delta), delta["reset"]) == ([1, 2], False)


def looks_that_see(states):
    return lambda blog_ids: states


class Held:
    """Stops the threads of joining readers inside their catch-up."""

    def __init__(self, monkeypatch, *, before):
        self.reached, self.go = threading.Event(), threading.Event()
        self.before, self.real, self.calls = before, reads.delta, 0
        monkeypatch.setattr(reads, "delta", self)

    def __call__(self, *arguments):
        joining = threading.current_thread().name == "newsroom-joins"
        self.calls += joining
        if joining and self.before:
            self._hold()
        answer = self.real(*arguments)
        if joining and not self.before:
            self._hold()
        return answer

    def _hold(self):
        self.reached.set()
        assert self.go.wait(DEADLINE)


@pytest.fixture(params=["before it is read", "after it was read"])
def held(request, monkeypatch):
    return Held(monkeypatch, before=request.param == "before it is read")


def test_what_is_published_while_a_reader_joins_comes_once(live, blog, ada, held):
    seen = again(blog).version
    publish_entry(blog, ada, body="<p>Before.</p>")
    here = live.follow(blog)
    joining = live.open(f"/live/{blog.slug}/events?since={seen}")
    assert held.reached.wait(DEADLINE)
    publish_entry(blog, ada, body="<p>Meanwhile.</p>")
    assert numbers(here.next_delta()) == [2]  # the hub has delivered it to whoever is subscribed
    held.go.set()
    publish_entry(blog, ada, body="<p>After.</p>")
    came = []
    joining.next_block()
    while 3 not in came:
        came += numbers(joining.next_delta())
    assert came == [1, 2, 3]


def test_many_who_come_back_at_once_are_caught_up_by_one_read(live, blog, ada, monkeypatch):
    seen = again(blog).version
    publish_entry(blog, ada)
    live.follow(blog)
    held = Held(monkeypatch, before=True)
    streams = [live.open(f"/live/{blog.slug}/events?since={seen}") for _ in range(10)]
    assert held.reached.wait(DEADLINE)
    held.go.set()
    assert [numbers(after_first(stream)) for stream in streams] == [[1]] * 10
    assert held.calls == 1


def after_first(stream):
    stream.next_block()
    return stream.next_delta()


def test_a_second_reader_of_a_blog_costs_no_query(live, blog, monkeypatch):
    live.follow(blog)
    monkeypatch.setattr(reads, "find", None)
    monkeypatch.setattr(reads, "delta", None)
    assert live.follow(blog).status == 200


def test_the_hub_counts_its_readers(live, blog):
    readers = [live.follow(blog), live.follow(blog)]
    assert live.hub.readers(blog.pk) == 2
    readers[0].close()
    assert live.hub.readers(blog.pk) == 1
    readers[1].close()
    assert live.hub.readers(blog.pk) == 0


def test_a_blog_whose_last_reader_has_left_can_be_joined_again(live, blog, ada):
    live.follow(blog).close()
    publish_entry(blog, ada)
    reader = live.follow(blog)
    publish_entry(blog, ada)
    assert numbers(reader.next_delta()) == [2]


def test_a_restored_backup_resets_who_was_ahead_of_it(live, blog, ada):
    publish_entry(blog, ada)
    publish_entry(blog, ada)
    reader = live.follow(blog)
    type(blog).objects.filter(pk=blog.pk).update(version=2, chrome_seq=1)
    assert reader.next_delta()["reset"] is True
    actions.end_coverage(user=ada, blog_id=blog.pk)
    assert reader.next_delta()["status"] == "ended"


def test_a_catch_up_is_asked_for_anew_once_the_blog_has_moved(live, blog, ada):
    seen = again(blog).version
    here = live.follow(blog)
    for published in ([1], [1, 2]):
        publish_entry(blog, ada)
        here.next_delta()
        assert numbers(live.follow(blog, since=seen).next_delta()) == published


def test_what_is_published_before_the_first_reader_subscribes_arrives(
    live, blog, ada, monkeypatch, only_wake_ups, no_wake_ups
):
    monkeypatch.setattr(reads, "find", found_just_before(reads.find, publish_entry, blog, ada))
    assert numbers(live.follow(blog).next_delta()) == [1]


def found_just_before(find, happen, *arguments):
    def find_before(slug):
        found = find(slug)
        happen(*arguments)
        return found

    return find_before
