"""Cursors nobody ever gave out: none is an error of ours, none opens another blog."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liveblog.changes import BadCursor, parse_cursor
from tests.api.asking import of, problem
from tests.cast import again, open_blog, publish_entry

CURSORS = st.one_of(
    st.text(),
    st.integers().map(str),
    st.integers(min_value=0, max_value=9).map(str),
    st.integers(min_value=2**62, max_value=2**65).map(str),
    st.from_regex(r"[+-]?[\d_ ]{1,25}(\.\d)?(e\d)?", fullmatch=True),
    st.tuples(st.integers(0, 9), st.characters(exclude_categories=["Cs"])).map(
        lambda pair: f"{pair[0]}{pair[1]}"
    ),
    st.sampled_from(["1' OR 1=1--", "1;DROP TABLE", "NaN", "Infinity", "null", "[1]", "0x10"]),
)


@settings(max_examples=1500, deadline=None)
@given(since=CURSORS)
def test_a_cursor_is_read_or_refused_in_one_sentence(since):
    if since == "" or (re.fullmatch("[0-9]{1,19}", since, re.ASCII) and int(since) < 2**63):
        assert parse_cursor(since) == int(since or 0)
    else:
        with pytest.raises(BadCursor, match="“since” must be a version"):
            parse_cursor(since)


@settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(since=CURSORS)
def ask(since, client, blog, version, seen):
    response = client.get(of(blog, "changes/"), {"since": since})
    seen.add(response.status_code)
    if response.status_code == 400:
        problem(response, 400)
        return
    answer = response.json()
    assert response.status_code == 200
    assert since == "" or (since.isascii() and since.isdigit())
    assert answer["reset"] is (int(since or 0) > version)
    seen.update(entry["body_text"] for entry in answer["entries"])


def test_no_cursor_is_an_error_or_opens_another_blog(blog, team, ada, client):
    publish_entry(blog, ada, "<p>Ours.</p>")
    publish_entry(open_blog(team, ada, headline="Fire"), ada, "<p>Theirs.</p>")
    seen = set()
    ask(client=client, blog=blog, version=again(blog).version, seen=seen)
    assert seen == {200, 400, "Ours."}
