"""Moving a published update among the others: re-timed just between its new neighbours."""

from datetime import UTC, datetime, timedelta

import pytest

from liveblog.desk.moving import between
from liveblog.models import Entry
from tests.cast import again, draft_entry, publish_entry

NINE = datetime(2023, 1, 5, 14, 0, tzinfo=UTC)  # 9 a.m. in New York


@pytest.fixture
def three(blog, ada):
    """Updates of 9 a.m., 9:01 and 9:02."""
    return [
        publish_entry(blog, ada, f"<p>{n}</p>", display_at=NINE + timedelta(minutes=n))
        for n in range(3)
    ]


def order(blog):
    rows = Entry.objects.public().filter(blog=blog).newest_first()
    return [int(text) for text in rows.values_list("body_text", flat=True)]


def move(person, entry, **how):
    entry = again(entry)
    return person.send("move", entry.pk, revision=entry.revision, **how)


def test_one_press_takes_it_past_the_next_one(adas, blog, three):
    assert order(blog) == [2, 1, 0]
    answer = move(adas, three[0], direction="later")
    assert order(blog) == [2, 0, 1]
    assert again(three[0]).display_at == NINE + timedelta(seconds=90)
    assert answer.json()["message"] == (
        "Moved: the time of update 1 is 9:01 a.m. EST and 30 seconds, Thursday, Jan. 5, 2023."
    )


def test_and_undo_takes_it_back_to_the_very_time_it_had(adas, blog, three):
    told = move(adas, three[2], direction="earlier").json()
    assert order(blog) == [1, 2, 0]
    undone = move(adas, three[2], to=told["undo"]).json()
    assert order(blog) == [2, 1, 0]
    assert again(three[2]).display_at == three[2].display_at
    assert undone["undo"] == ""


def test_at_the_top_it_goes_a_second_beyond(adas, blog, three):
    move(adas, three[1], direction="later")
    assert order(blog) == [1, 2, 0]
    assert again(three[1]).display_at == three[2].display_at + timedelta(seconds=1)


def test_where_nothing_follows_it_stays_and_says_so(adas, blog, three):
    answer = move(adas, three[2], direction="later")
    assert answer.status_code == 409
    assert answer.json()["message"] == "Nothing published stands above it."
    assert again(three[2]).revision == three[2].revision


def test_updates_of_one_time_are_passed_together(adas, blog, ada):
    for n in range(3):
        publish_entry(blog, ada, f"<p>{n}</p>", display_at=NINE)
    last = publish_entry(blog, ada, "<p>3</p>", display_at=NINE + timedelta(seconds=1))
    move(adas, last, direction="earlier")
    assert order(blog)[-1] == 3


def test_readers_and_followers_see_it_move(adas, blog, three):
    before = again(blog).version
    move(adas, three[0], direction="later")
    assert again(blog).version == before + 1


def test_reporters_and_drafts_do_not_move(adas, bens, ada, blog, three):
    assert move(bens, three[0], direction="later").status_code == 403
    assert move(adas, draft_entry(blog, ada), direction="later").status_code == 409


@pytest.mark.parametrize("to", ["yesterday", "2023-01-05T09:00", "2023-13-45T09:00:00Z"])
def test_back_to_no_time_at_all_is_refused(adas, three, to):
    assert move(adas, three[0], to=to).status_code == 422


def test_a_colleagues_save_is_not_overwritten(adas, three):
    answer = adas.send("move", three[0].pk, revision=77, direction="later")
    assert (answer.status_code, answer.json()["code"]) == (409, "stale")


def test_a_place_between_two_is_a_whole_second_if_there_is_one():
    half = NINE + timedelta(microseconds=500_000)
    assert between((NINE, 1), (NINE + timedelta(seconds=3), 2), 9) == NINE + timedelta(seconds=1)
    assert between((NINE, 5), (NINE + timedelta(seconds=1), 2), 3) == half
    assert between((NINE, 1), (NINE, 5), 3) == NINE
    assert between((NINE, 1), (NINE, 5), 9) is None
