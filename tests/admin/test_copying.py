"""Ada plans the next day from yesterday's live blog, on a page that says what will happen."""

from liveblog.models import LiveBlog
from tests.admin.desk import change_url, verb_url


def test_ada_plans_the_next_day_from_yesterdays(adas, blog):
    page = adas.open(verb_url(blog, "copy"))
    assert "New live blog from this one" in adas.open(change_url(blog))
    assert page.form.values["on"] >= "2023-01-06"
    page = page.press(on="2023-01-06")
    copied = LiveBlog.objects.latest("pk")
    assert page.url == change_url(copied)
    assert "Planned. Look through it" in page
    assert (copied.headline, copied.status) == ("Storm hits the harbour: Jan. 6", "planned")


def test_a_day_that_cannot_be_keeps_what_was_typed(adas, blog):
    for day, sentence in [
        ("2023-01-05", "must be later than the old one"),
        ("", "Say for which day."),
        ("soon", "That is not a date."),
    ]:
        page = adas.open(verb_url(blog, "copy")).press(on=day, headline="My own headline")
        assert sentence in page
        assert page.form.values["headline"] == "My own headline"
    assert LiveBlog.objects.count() == 1


def test_the_day_that_is_offered_is_one_that_can_be(adas, blog):
    adas.open(verb_url(blog, "copy")).press()  # a live blog of years ago, for today
    assert LiveBlog.objects.count() == 2


def test_ben_and_dov_cannot(bens, dovs, blog):
    assert "New live blog from this one" not in bens.open(change_url(blog))
    assert bens.post(verb_url(blog, "copy"), {"on": "2023-01-06"}).status == 403
    assert dovs.post(verb_url(blog, "copy"), {"on": "2023-01-06"}).status == 404
    assert LiveBlog.objects.count() == 1
