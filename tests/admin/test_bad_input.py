"""What cannot be taken gets one clear sentence; all that was typed stays; nothing is stored."""

import pytest

from liveblog.models import Entry, LiveBlog, Revision
from tests.admin.desk import change_url, rows
from tests.cast import again, publish_entry

LONG = "<p>" + "word " * 14_000 + "</p>"

UPDATES = [
    ({"body": ""}, "An update needs a text, an embed or a picture"),
    ({"body": "<p>Hi <script>alert(1)</script></p>"}, "active content"),
    ({"body": '<p onclick="x()">Hi</p>'}, "active content"),
    ({"body": '<a href="javascript:alert(1)">Hi</a>'}, "active content"),
    ({"body": LONG}, "longer than 64 kB"),
    ({"body": "<p>nul \x00 here</p>"}, "Null characters are not allowed."),
    ({"body": "<p>pay \u202e evil</p>"}, "reverses the reading direction"),
    ({"headline": "x" * 201}, "201 characters long; at most 200"),
    ({"headline": "pay \u202e evil"}, "reverses the reading direction"),
    ({"display_at": "yesterday"}, "This is not a date and time."),
    ({"display_at": "0001-01-01T00:00"}, "The year must be between 1900 and 2200."),
    ({"embargo_until": "2031-01-05T10:00"}, "Embargoed until 10 a.m. EST, Jan. 5, 2031."),
    ({"urgency": "0"}, "Select a valid choice."),
    ({"verification": "rumour"}, "Select a valid choice."),
    (rows("embeds", {"url": "javascript:alert(1)"}), "This is not a web address."),
    (rows("embeds", {"title": "No address"}), "This is not a web address."),
    (rows("attributions", {"person": "Jane Doe"}), "An attribution needs a source."),
    (rows("attributions", {"source": "9999"}), "Select a valid choice."),
    (rows("images", {"caption": "Of nothing"}), "Choose the picture this caption is for."),
    (rows("authors", *[{"name": f"No. {n}"} for n in range(21)]), "at most 20 authors"),
    (rows("authors", *[{"name": "x"} for _ in range(41)]), "Please submit at most 20 forms."),
    ({"attributions-TOTAL_FORMS": "many"}, "ManagementForm data is missing"),
]


SELECTS = ("urgency", "verification", "attributions-0-source")  # these show offered values alone


@pytest.mark.parametrize(("typed", "sentence"), UPDATES)
def test_an_update_is_refused_with_everything_typed_still_there(adas, blog, typed, sentence):
    version = blog.version
    sent = {"headline": "Ferries", "body": "<p>Ferries.</p>", "key_event_title": "Stop"} | typed
    page = adas.write(blog).press("publish", **sent)
    assert sentence in page
    for name in sent.keys() & page.form.values.keys() - set(SELECTS):
        assert page.form.values[name] == str(sent[name])
    assert not Entry.objects.exists()
    assert again(blog).version == version


@pytest.mark.parametrize(("typed", "sentence"), UPDATES)
def test_a_published_update_stays_as_it_was(adas, ada, blog, typed, sentence):
    entry = publish_entry(blog, ada)
    assert sentence in adas.entry(entry).press("save", **typed)
    assert again(entry).body == entry.body
    assert Revision.objects.filter(entry=entry).count() == 1


def test_a_key_nobody_gave_out_is_refused(adas, blog):
    page = adas.write(blog).press("publish", body="<p>x</p>", idempotency_key="k" * 81)
    assert "at most 80 characters" in page
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("lacking", "sentence"),
    [({"credit": ""}, "has no credit"), ({"alt": ""}, "has no alternative text")],
)
def test_a_picture_without_credit_or_alt_is_not_published(adas, blog, picture, lacking, sentence):
    asset = picture(**lacking)
    page = adas.write(blog).press("publish", **rows("images", {"asset": asset.pk}))
    assert sentence in page
    assert page.form.values["images-0-asset"] == str(asset.pk)
    assert not Entry.objects.exists()


LIVE_BLOGS = [
    ({"headline": ""}, "A live blog needs a headline."),
    ({"headline": "x" * 201}, "at most 200"),
    ({"timezone": "Mars/Olympus"}, "“Mars/Olympus” is not a known time zone."),
    ({"timezone": ""}, "is not a known time zone."),
    ({"slug": "a/b"}, "An address may only have letters, digits and hyphens."),
    ({"slug": "events"}, "An address may only have"),
    ({"language": "English!"}, "The language must be a tag"),
    ({"summary": "\n".join(f"Point {n}" for n in range(13))}, "13 points; at most 12"),
    ({"standfirst": "x" * 1001}, "at most 1000"),
    ({"kicker": "pay \u202e evil"}, "reverses the reading direction"),
    ({"topic": "9999"}, "Select a valid choice."),
    ({"lead_image": "9999"}, "Select a valid choice."),
]


@pytest.mark.parametrize(("typed", "sentence"), LIVE_BLOGS)
def test_a_live_blog_is_refused_with_everything_typed_still_there(adas, blog, typed, sentence):
    page = adas.open(change_url(blog)).press(**({"byline": "By Ada", "kicker": "Now"} | typed))
    assert sentence in page
    for name, value in ({"byline": "By Ada"} | typed).items():
        assert page.form.values.get(name, value) in (value, "")
    assert (again(blog).revision, again(blog).byline) == (blog.revision, "")


@pytest.mark.parametrize(("typed", "sentence"), LIVE_BLOGS)
def test_a_live_blog_is_not_planned_by_halves(adas, team, typed, sentence):
    page = adas.open("/admin/liveblog/liveblog/add/")
    page = page.press(**({"headline": "Storm", "timezone": "UTC", "language": "en"} | typed))
    assert sentence in page
    assert not LiveBlog.objects.exists()


def test_coverage_cannot_end_before_it_starts(adas, blog):
    page = adas.open(change_url(blog)).press(coverage_end="2020-01-01T00:00")
    assert "cannot end before it starts" in page
    assert again(blog).coverage_end is None


def test_an_address_of_another_live_blog_is_taken(adas, ada, team, blog):
    page = adas.open("/admin/liveblog/liveblog/add/").press(headline="Storm", slug=blog.slug)
    assert "is taken by another live blog" in page
    assert page.form.values["headline"] == "Storm"
    assert LiveBlog.objects.count() == 1
