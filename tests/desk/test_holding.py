"""“Publish” at a desk whose live blog leaves some seconds to undo it."""

import pytest
from django.utils import timezone

from liveblog.models import Entry, LiveBlog, WorkerHeartbeat
from tests.cast import again, draft_entry
from tests.desk.people import shown


@pytest.fixture(autouse=True)
def ten_seconds(blog):
    LiveBlog.objects.filter(pk=blog.pk).update(hold_seconds=10)


@pytest.fixture
def worker(db):
    return WorkerHeartbeat.objects.create(name="one", at=timezone.now())


def made(answer):
    return Entry.objects.get(pk=answer.json()["entry"])


def test_publish_says_that_it_can_be_undone_and_by_which_clock(adas, worker):
    told = adas.write("publish").json()
    assert told["message"] == "Goes out in 10 seconds, unless you undo it."
    [item] = told["entries"]
    assert 0 < item["held"] - told["now"] <= 10_000
    assert "Going out" in item["html"]
    assert Entry.objects.get().number is None


def test_that_no_worker_runs_is_said_at_once(adas):
    assert "No worker is running" in adas.write("publish").json()["message"]


def test_undo_gives_the_text_back(adas, worker):
    entry = made(adas.write("publish", headline="Ferries stop"))
    told = adas.do(entry, "undo-publish").json()
    assert told["message"] == "Undone: readers have seen nothing of it."
    assert told["entries"][0]["held"] == 0
    composition = adas.ask("composition", entry.pk).json()
    assert composition["values"]["headline"] == "Ferries stop"
    assert composition["state"] == "draft"


def test_now_publishes_at_once(adas, worker):
    entry = made(adas.write("publish"))
    assert adas.do(entry, "publish-now").json()["message"] == "Published: readers see it."
    assert again(entry).number == 1


def test_an_approval_is_held_too(adas, worker, bens, ben, blog):
    entry = draft_entry(blog, ben)
    bens.write("submit", entry)
    told = adas.do(again(entry), "approve").json()
    assert told["message"] == "Goes out in 10 seconds, unless you undo it."


def test_whoever_opens_the_desk_meanwhile_sees_it_count_down(adas, chis, worker):
    adas.write("publish")
    setup = chis.open().context["setup"]
    [item] = setup["held"]
    assert item["held"] > setup["now"]


def test_every_desk_is_told(adas, chis, worker):
    adas.write("publish")
    [item] = shown(chis.changes(0)).values()
    assert item["held"]
    assert item["by"] == "Ada"


def test_the_same_button_pressed_twice_is_held_once(adas, ada, blog, worker):
    entry = draft_entry(blog, ada)
    assert adas.write("publish", entry).status_code == 200
    assert adas.write("publish", entry).json()["message"].startswith("Saved already")
    assert Entry.objects.get().revision == 2


def test_a_reporter_has_neither_button(adas, bens, worker):
    entry = made(adas.write("publish"))
    for verb in ("undo-publish", "publish-now"):
        assert bens.do(entry, verb).status_code == 403


def test_once_it_is_out_there_is_nothing_to_undo(adas, worker):
    entry = made(adas.write("publish"))
    adas.do(entry, "publish-now")
    assert adas.do(again(entry), "undo-publish").status_code == 409


def test_nothing_is_counted_down_for_who_cannot_take_it_back(adas, bens, worker):
    adas.write("publish")
    [item] = shown(bens.changes(0)).values()
    assert (item["held"], item["state"]) == (0, "scheduled")
