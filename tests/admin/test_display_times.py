"""Times are typed and shown in the live blog's zone; what the page did not show stays."""

from datetime import UTC, datetime

import pytest

from liveblog.models import Entry
from tests.cast import again, publish_entry

GAP = "2026-03-08T02:30"  # New York skips it
TWICE = "2026-11-01T01:30"  # and has this one twice


@pytest.fixture
def entry(blog, ada):
    return publish_entry(blog, ada, display_at=datetime(2023, 1, 6, 2, 34, 56, 789, tzinfo=UTC))


def test_the_form_shows_the_time_in_the_blogs_zone_and_names_it(adas, entry):
    page = adas.entry(entry)
    assert page.form.values["display_at"] == "2023-01-05T21:34"
    assert "America/New_York" in page


def test_a_typed_time_is_read_in_the_blogs_zone(adas, entry):
    adas.entry(entry).press("save", display_at="2023-07-05T21:34")
    assert again(entry).display_at == datetime(2023, 7, 6, 1, 34, tzinfo=UTC)


def test_saving_something_else_keeps_the_seconds(adas, entry):
    adas.entry(entry).press("save", body="<p>Other words.</p>")
    assert again(entry).body_text == "Other words."
    assert again(entry).display_at == entry.display_at


def test_a_time_the_clocks_skip_is_refused(adas, entry):
    page = adas.entry(entry).press("save", display_at=GAP)
    assert "There is no 2:30 a.m. on March 8, 2026" in page
    assert page.form.values["display_at"] == GAP
    assert again(entry).display_at == entry.display_at


def test_a_time_that_comes_twice_is_asked_about(adas, entry):
    page = adas.entry(entry).press("save", display_at=TWICE)
    assert "comes twice in America/New_York" in page
    assert "The first, EDT" in page
    assert "The second, EST" in page
    assert again(entry).display_at == entry.display_at


@pytest.mark.parametrize(("fold", "hour"), [("0", 5), ("1", 6)])
def test_the_answer_decides_which_of_the_two_it_is(adas, entry, fold, hour):
    page = adas.entry(entry).press("save", display_at=TWICE)
    page.press("save", display_at_fold=fold)
    assert again(entry).display_at == datetime(2026, 11, 1, hour, 30, tzinfo=UTC)
    assert adas.entry(entry).form.values["display_at_fold"] == fold


def test_a_published_update_cannot_lose_its_time(adas, entry):
    page = adas.entry(entry).press("save", display_at="")
    assert "A published update needs its display time." in page
    assert again(entry).display_at == entry.display_at


def test_an_empty_time_becomes_the_moment_of_publication(adas, blog):
    adas.write(blog).press("publish", body="<p>Now.</p>", display_at="")
    entry = Entry.objects.get()
    assert entry.display_at == entry.published_at


def test_coverage_times_follow_the_zone_typed_beside_them(adas, planned_blog):
    page = adas.open(f"/admin/liveblog/liveblog/{planned_blog.pk}/change/")
    page.press(timezone="Europe/Kyiv", coverage_start="2023-01-05T09:00")
    assert again(planned_blog).coverage_start == datetime(2023, 1, 5, 7, tzinfo=UTC)


def test_a_new_zone_alone_moves_no_moment(adas, planned_blog):
    page = adas.open(f"/admin/liveblog/liveblog/{planned_blog.pk}/change/")
    page.press(timezone="Europe/Kyiv")
    assert again(planned_blog).timezone == "Europe/Kyiv"
    assert again(planned_blog).coverage_start == planned_blog.coverage_start
