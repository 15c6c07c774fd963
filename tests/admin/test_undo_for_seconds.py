"""Some seconds to undo a publication, in the admin: set for a live blog, used on an update."""

import pytest
from django.utils import timezone

from liveblog.models import Entry, LiveBlog, WorkerHeartbeat
from tests.admin.desk import change_url, verb_url
from tests.cast import again, draft_entry

TEXT = "<p>Ferries are suspended.</p>"


@pytest.fixture
def held(adas, blog):
    WorkerHeartbeat.objects.create(name="one", at=timezone.now())
    LiveBlog.objects.update(hold_seconds=20)
    adas.write(blog).press("publish", body=TEXT)
    return Entry.objects.get()


def test_they_are_set_with_the_other_settings(adas, blog):
    page = adas.open(change_url(blog))
    assert "Seconds to undo" in page
    page.press(hold_seconds="15")
    assert again(blog).hold_seconds == 15
    assert "are a number from 0 to 60" in adas.open(change_url(blog)).press(hold_seconds="61")
    assert again(blog).hold_seconds == 15


def test_publish_says_when_it_goes_out_and_offers_both_ways(adas, held):
    assert held.held_from == "draft"
    page = adas.entry(held)
    assert verb_url(held, "undo-publish") in page
    assert verb_url(held, "publish-now") in page
    assert "re-schedule" not in page


def test_undo_and_now(adas, held):
    assert "Undone: readers have seen nothing of it." in adas.do(held, "undo-publish")
    assert again(held).state == "draft"
    page = adas.entry(held).press("publish")
    assert "Goes out in 20 seconds, unless you undo it." in page
    assert "Published: readers see it." in adas.do(again(held), "publish-now")
    assert again(held).number == 1


def test_several_approved_together_are_held_too(adas, blog, ben):
    LiveBlog.objects.update(hold_seconds=20)
    entry = draft_entry(blog, ben)
    Entry.objects.filter(pk=entry.pk).update(state="in_review")
    url = f"/admin/liveblog/entry/together/approve/?id={entry.pk}"
    adas.post(url, {f"revision-{entry.pk}": entry.revision})
    assert again(entry).held_from == "in_review"
