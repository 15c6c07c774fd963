"""A cursor that is no version is answered in one sentence, whatever it is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import again

SENTENCE = "“since” must be a version: a whole number, as an earlier answer gave it.\n"
BAD = [
    "-1",
    "x",
    "1.0",
    "1e3",
    "0x1",
    "1_000",
    "٣",
    "９",
    "+1",
    "1 2",
    "NaN",
    "%00",
    "9" * 19,
    "9" * 20,
]


@pytest.mark.parametrize("cursor", BAD)
def test_a_bad_cursor_in_the_query_is_refused(live, blog, cursor):
    stream = live.open(f"/live/{blog.slug}/events?since={cursor}")
    assert (stream.status, stream.body) == (400, SENTENCE)


@pytest.mark.parametrize("cursor", BAD)
def test_a_bad_cursor_in_the_header_is_refused(live, blog, cursor):
    headers = [(b"last-event-id", cursor.encode())]
    assert live.open(f"/live/{blog.slug}/events?since=0", headers=headers).status == 400


def test_a_bad_cursor_tells_nothing_about_the_blog(live, planned_blog):
    planned = live.open(f"/live/{planned_blog.slug}/events?since=x")
    unknown = live.open("/live/unknown/events?since=x")
    assert planned.status == unknown.status == 400
    assert planned.body == unknown.body


@st.composite
def mutated(draw):
    """A cursor as it might be, with something put in, taken out or written twice."""
    cursor = str(draw(st.integers(0, 2**64))).encode()
    at = draw(st.integers(0, len(cursor)))
    put_in = draw(
        st.binary(max_size=3) | st.sampled_from([b"%00", b"&since=", b"-", b"\xff", b"+"])
    )
    return cursor[:at] + put_in + cursor[at + draw(st.integers(0, 2)) :]


def test_mutated_cursors_never_break_anything(live, blog):
    asked = dict.fromkeys([200, 400], 0)

    @settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
    @given(cursor=mutated(), in_header=st.booleans())
    def ask(cursor, in_header):
        query = b"" if in_header else b"since=" + cursor
        headers = [(b"last-event-id", cursor)] if in_header else []
        stream = live.open(f"/live/{blog.slug}/events", query=query, headers=headers)
        asked[stream.status] += 1  # any other status is an error here
        stream.close()

    ask()
    assert asked[400] > 120
    assert asked[200] > 12
    assert live.follow(blog, since=again(blog).version).status == 200
