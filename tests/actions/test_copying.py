"""A new live blog from yesterday's: everything around the entries, and every date a day on."""

from datetime import UTC, date, datetime

import pytest

from liveblog import actions
from liveblog.apstyle import with_date_moved
from liveblog.models import Entry, LiveBlog
from tests.cast import NEW_YORK, again, open_blog, publish_entry

JAN_6 = date(2023, 1, 6)


def test_a_copy_is_planned_a_day_on_and_has_no_entries(blog, ada):
    publish_entry(blog, ada)
    copied = actions.copy_blog(user=ada, blog_id=blog.pk, on=JAN_6)
    assert copied.headline == "Storm hits the harbour: Jan. 6"
    assert copied.slug == "storm-hits-the-harbour-jan-6"
    assert (copied.status, copied.version, copied.published_at) == ("planned", 0, None)
    assert copied.coverage_start == datetime(2023, 1, 6, 5, tzinfo=UTC)
    same = ("team_id", "topic_id", "kicker", "standfirst", "timezone", "language", "byline")
    assert all(getattr(copied, name) == getattr(blog, name) for name in same)
    assert not Entry.objects.filter(blog=copied).exists()


def test_what_was_known_yesterday_and_its_end_stay_behind(blog, ada):
    fields = {"summary_points": ["Two ferries lost"], "author_blurb": "Ada covers the coast."}
    actions.edit_blog(user=ada, blog_id=blog.pk, revision=again(blog).revision, fields=fields)
    actions.end_coverage(user=ada, blog_id=blog.pk)
    copied = actions.copy_blog(user=ada, blog_id=blog.pk, on=JAN_6)
    assert (copied.summary_points, copied.coverage_end) == ([], None)
    assert copied.author_blurb == "Ada covers the coast."


def test_the_time_of_day_is_kept_when_the_clocks_change(team, ada):
    saturday = datetime(2023, 3, 11, 11, tzinfo=UTC)  # 6 a.m. in New York
    blog = open_blog(team, ada, coverage_start=saturday, timezone=NEW_YORK)
    copied = actions.copy_blog(user=ada, blog_id=blog.pk, on=date(2023, 3, 12))
    assert copied.coverage_start == datetime(2023, 3, 12, 10, tzinfo=UTC)


def test_without_a_day_it_is_for_today_or_the_day_after(blog, ada, time_machine):
    time_machine.move_to("2023-01-06T03:00:00Z", tick=False)  # still Jan. 5 in New York
    assert actions.copy_blog(user=ada, blog_id=blog.pk).headline.endswith("Jan. 6")
    time_machine.move_to("2023-02-01T12:00:00Z", tick=False)
    assert actions.copy_blog(user=ada, blog_id=blog.pk).headline.endswith("Feb. 1")


def test_a_second_copy_of_the_day_has_an_address_of_its_own(blog, ada):
    slugs = {actions.copy_blog(user=ada, blog_id=blog.pk, on=JAN_6).slug for _ in range(2)}
    assert len(slugs) == 2


def test_the_lead_picture_comes_along_if_asked_and_alive(blog, ada, picture):
    asset = picture()
    fields = {"lead_image": asset.pk, "lead_caption": "The pier at dawn."}
    actions.edit_blog(user=ada, blog_id=blog.pk, revision=again(blog).revision, fields=fields)

    def lead(**how):
        return actions.copy_blog(user=ada, blog_id=blog.pk, on=JAN_6, **how).lead_image_id

    assert (lead(), lead(with_picture=True)) == (None, asset.pk)
    actions.kill_media(user=ada, asset_id=asset.pk)
    assert lead(with_picture=True) is None


@pytest.mark.parametrize("on", [date(2023, 1, 5), date(2022, 12, 31), date(2999, 6, 1)])
def test_the_new_day_is_later_and_not_years_away(blog, ada, on):
    with pytest.raises(actions.Invalid, match="later than the old one"):
        actions.copy_blog(user=ada, blog_id=blog.pk, on=on)


def test_reporters_and_other_teams_cannot(blog, ben, dov):
    for user in (ben, dov):
        with pytest.raises(actions.NotAllowed):
            actions.copy_blog(user=user, blog_id=blog.pk, on=JAN_6)
    assert LiveBlog.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "day", "to", "moved"),
    [
        ("Ukraine: Jan. 31", (2023, 1, 31), (2023, 2, 1), "Ukraine: Feb. 1"),
        ("Dec. 31, 2022", (2022, 12, 31), (2023, 1, 1), "Jan. 1, 2023"),
        ("Thursday, Jan. 5", (2023, 1, 5), (2023, 1, 6), "Friday, Jan. 6"),
        ("On January 5 and Jan. 5", (2023, 1, 5), (2023, 1, 6), "On January 6 and Jan. 6"),
        ("May 5: the vote", (2023, 5, 5), (2023, 5, 6), "May 6: the vote"),
        ("Jan. 15, Jan. 51, Jan. 4", (2023, 1, 5), (2023, 1, 6), "Jan. 15, Jan. 51, Jan. 4"),
        ("Since Jan. 5, 2019", (2023, 1, 5), (2023, 1, 6), "Since Jan. 5, 2019"),
        ("No date", (2023, 1, 5), (2023, 1, 6), "No date"),
    ],
)
def test_dates_in_ap_style_move(text, day, to, moved):
    assert with_date_moved(text, date(*day), date(*to)) == moved
