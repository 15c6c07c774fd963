"""Narrowing the entries of a live blog."""

import pytest

from liveblog import actions
from tests.api.asking import TOMBSTONE, entries, numbers, of, problem
from tests.cast import credit, publish_entry


@pytest.fixture
def taken_down(blog, ada, northwire):
    """Number 1 withdrawn, number 2 killed, number 3 public; all three with the same content."""
    content = {
        "attributions": [credit(northwire)], "authors": [{"name": "Ada Lund"}],
        "is_key_event": True, "display_at": "2023-01-05T12:00:00Z",
    }  # fmt: skip
    rows = [publish_entry(blog, ada, **content) for _ in range(3)]
    actions.withdraw(user=ada, entry_id=rows[0].pk)
    actions.kill(user=ada, entry_id=rows[1].pk, reason="Wrong.")


def test_tombstones_are_listed_when_they_are_asked_for(taken_down, blog, client):
    assert numbers(client, blog) == [3]
    assert numbers(client, blog, state="withdrawn") == [1]
    assert numbers(client, blog, state="killed") == [2]
    assert numbers(client, blog, state="all") == [3, 2, 1]


def test_a_tombstone_in_a_list_is_only_a_tombstone(taken_down, blog, client):
    for state in ("withdrawn", "killed"):
        assert [entry.keys() for entry in entries(client, blog, state=state)] == [TOMBSTONE]


@pytest.mark.parametrize("state", ["draft", "in_review", "scheduled", "discarded", "PUBLISHED"])
def test_no_other_state_can_be_asked_for(state, blog, client):
    body = problem(client.get(of(blog, "entries/"), {"state": state}), 400)
    assert body["errors"].keys() == {"state"}


@pytest.mark.parametrize(
    "content",
    [
        {"text": "ferries"}, {"source": "northwire"}, {"author": "Ada Lund"},
        {"key_event": "true"}, {"display_after": "2023-01-05T11:00:00Z"},
        {"published_after": "2023-01-05T11:00:00Z"},
    ],
)  # fmt: skip
def test_a_tombstone_tells_nothing_to_whoever_filters_by_content(content, taken_down, blog, client):
    assert numbers(client, blog, state="all", **content) == [3]
    assert numbers(client, blog, state="killed", **content) == []
    assert numbers(client, blog, state="withdrawn", **content) == []


def test_by_source_also_finds_whom_the_source_was_citing(blog, ada, northwire, coastal, client):
    publish_entry(blog, ada, attributions=[credit(northwire, via=coastal)])
    publish_entry(blog, ada, attributions=[credit(coastal), credit(northwire)])
    publish_entry(blog, ada)
    assert numbers(client, blog, source="coastal-press") == [2, 1]
    assert numbers(client, blog, source="nobody") == []


def test_an_entry_that_credits_a_source_twice_is_listed_once(blog, ada, northwire, client):
    twice = [credit(northwire), credit(northwire, relation="quoted")]
    publish_entry(blog, ada, attributions=twice)
    assert numbers(client, blog, source="northwire") == [1]


def test_by_key_event(blog, ada, client):
    publish_entry(blog, ada, is_key_event=True)
    publish_entry(blog, ada)
    assert numbers(client, blog, key_event="true") == [1]
    assert numbers(client, blog, key_event="false") == [2]


def test_by_author_as_the_name_is_printed(blog, ada, client):
    publish_entry(blog, ada, authors=[{"name": "Ada Lund"}, {"name": "Ben Okri"}])
    publish_entry(blog, ada, authors=[{"name": "Ben Okri"}])
    assert numbers(client, blog, author="Ada Lund") == [1]
    assert numbers(client, blog, author="ben okri") == [2, 1]
    assert numbers(client, blog, author="Ben") == []


def test_by_display_time_from_one_moment_to_before_another(blog, ada, client):
    for hour in (9, 10, 11):
        publish_entry(blog, ada, display_at=f"2023-01-05T{hour:02}:00:00-05:00")
    ten, eleven = "2023-01-05T10:00:00-05:00", "2023-01-05T16:00:00Z"
    assert numbers(client, blog, display_after=ten) == [3, 2]
    assert numbers(client, blog, display_before=eleven) == [2, 1]
    assert numbers(client, blog, display_after=ten, display_before=eleven) == [2]


def test_by_time_of_publication(blog, ada, client):
    stamps = [publish_entry(blog, ada).published_at.isoformat() for _ in range(3)]
    assert numbers(client, blog, published_after=stamps[1]) == [3, 2]
    assert numbers(client, blog, published_before=stamps[1]) == [1]


def test_several_filters_all_hold(blog, ada, northwire, client):
    publish_entry(blog, ada, attributions=[credit(northwire)], is_key_event=True)
    publish_entry(blog, ada, attributions=[credit(northwire)])
    assert numbers(client, blog, source="northwire", key_event="true") == [1]


def test_an_offset_whose_plus_was_not_encoded_is_understood(blog, ada, client):
    publish_entry(blog, ada, display_at="2023-01-05T12:00:00Z")
    response = client.get(of(blog, "entries/?display_after=2023-01-05T13:00:00+01:00"))
    assert [entry["number"] for entry in response.json()["results"]] == [1]
    response = client.get(of(blog, "entries/?display_after=2023-01-05T13:00:01+01:00"))
    assert response.json()["results"] == []


def test_a_time_without_a_zone_is_refused_in_a_sentence(blog, client):
    response = client.get(of(blog, "entries/"), {"display_after": "2023-01-05T10:00:00"})
    sentence = "“display_after” has no time zone: end it with Z or an offset such as -05:00."
    body = problem(response, 400)
    assert (body["detail"], body["errors"]) == (sentence, {"display_after": [sentence]})
