"""A reader who does not read costs little, is dropped in the end, and harms nobody."""

from liveblog.changes import reader_delta
from liveblog.live.messages import encode
from liveblog.window import find_blog
from tests.cast import again, publish_entry
from tests.live.stage import DEADLINE, numbers

PATIENT, HASTY = 60.0, 0.05  # seconds a reader's buffer may stay full


def publish_some(blog, user, count=3):
    return [publish_entry(blog, user).number for _ in range(count)]


def everything(reader, last):
    seen = []
    while last not in seen:
        seen += numbers(reader.next_delta())
    return seen


def test_a_reader_who_pauses_gets_everything_in_order(live_with, blog, ada):
    live = live_with(stall=PATIENT)
    slow, other = live.follow(blog), live.follow(blog)
    with slow.not_reading():
        published = publish_some(blog, ada)
        assert everything(other, published[-1]) == published
    assert everything(slow, published[-1]) == published


def test_a_reader_who_does_not_drain_in_time_is_dropped(live_with, blog, ada):
    live = live_with(stall=HASTY)
    slow, other = live.follow(blog), live.follow(blog)
    with slow.not_reading():
        publish_some(blog, ada)
        assert slow.dropped.wait(DEADLINE)
        slow.done.result(DEADLINE)
        assert live.hub.readers(blog.pk) == 1
    assert not other.dropped.is_set()
    published = publish_some(blog, ada, 1)
    assert published[-1] in everything(other, published[-1])


def test_a_reader_for_whom_too_much_waits_is_dropped(live_with, blog, ada):
    live = live_with(stall=PATIENT, backlog=10)
    slow, other = live.follow(blog), live.follow(blog)
    with slow.not_reading():
        for number in (1, 2, 3):  # one on its way, one waiting, one too many
            publish_entry(blog, ada)
            assert numbers(other.next_delta()) == [number]
        assert slow.dropped.wait(DEADLINE)


def test_a_single_message_over_the_limit_is_not_too_much(live_with, blog, ada):
    live = live_with(stall=PATIENT, backlog=10)
    slow, other = live.follow(blog), live.follow(blog)
    with slow.not_reading():
        for number in (1, 2):
            publish_entry(blog, ada)
            assert numbers(other.next_delta()) == [number]
    assert everything(slow, 2) == [1, 2]


def test_what_has_drained_no_longer_counts(live_with, blog, ada):
    publish_entry(blog, ada)
    one = len(encode(reader_delta(find_blog(blog.slug), again(blog).version - 1)).data)
    live = live_with(stall=PATIENT, backlog=one * 5 // 2)
    slow, other = live.follow(blog), live.follow(blog)
    for numbers_published in ([2, 3, 4], [5, 6, 7]):  # one on its way, two waiting, twice
        with slow.not_reading():
            for number in numbers_published:
                publish_entry(blog, ada)
                assert numbers(other.next_delta()) == [number]
        assert everything(slow, numbers_published[-1]) == numbers_published


def test_a_dropped_reader_comes_back_with_its_cursor(live_with, blog, ada):
    live = live_with(stall=HASTY)
    seen = again(blog).version
    slow = live.follow(blog)
    with slow.not_reading():
        published = publish_some(blog, ada)
        assert slow.dropped.wait(DEADLINE)
    back = live.follow(blog, headers=[(b"last-event-id", str(seen).encode())])
    assert everything(back, published[-1]) == published


def test_a_connection_that_fails_harms_no_other(live, blog, ada):
    broken, other = live.follow(blog), live.follow(blog)
    broken.fails_with = ConnectionResetError("gone")
    published = publish_some(blog, ada, 1)
    assert everything(other, published[-1]) == published
    broken.done.result(DEADLINE)
    assert live.hub.readers(blog.pk) == 1


def test_a_server_without_a_transport_gets_its_response_ended(live_with, blog, ada):
    live = live_with(stall=HASTY)
    slow = live.follow(blog)
    slow.transport = None
    with slow.not_reading():
        publish_some(blog, ada, 1)
        slow.done.result(DEADLINE)
    assert live.hub.readers(blog.pk) == 0
