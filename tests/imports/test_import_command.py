"""`import_page` makes a live blog of a page, whole or not at all, and tells what it did."""

import pytest

from liveblog.models import Entry, LiveBlog, Revision, Source, Topic
from tests.cast import again
from tests.imports.storm_pages import STORM, TIGHT, with_windows_line_ends

pytestmark = pytest.mark.django_db


def times(blog):
    """The labels of the entries, newest first as on the page."""
    entries = blog.entries.newest_first()
    return [entry.display_at.astimezone(blog.zone).strftime("%d %H:%M") for entry in entries]


def attributions():
    rows = Entry.objects.newest_first().values_list(
        "attributions__source__slug", "attributions__relation", "attributions__via__slug"
    )
    return [row for row in rows if row[0]]


def test_the_chrome_is_the_pages(run):
    run(STORM)
    blog = LiveBlog.objects.get()
    assert (blog.kicker, blog.byline) == ("Breaking News", "Storm Desk")
    assert blog.headline == "Latest Developments on the Carrow Coast: Jan. 5"
    assert blog.standfirst == "The latest developments as the storm nears the coast."
    assert blog.lead_caption.startswith("A fishing boat on the quay")
    assert blog.author_blurb == "The storm desk writes about weather."
    assert blog.timezone == "America/New_York"


def test_the_topic_comes_with_its_subject(run):
    run(STORM)
    topic = LiveBlog.objects.get().topic
    assert (topic.name, topic.slug) == ("Storm Watch", "storm-watch")
    assert topic.subject == "the storm on the coast"


def test_a_topic_of_that_name_is_used_as_it_is(run, topic):
    Topic.objects.filter(pk=topic.pk).update(name="storm watch")
    run(STORM)
    assert LiveBlog.objects.get().topic == topic
    assert again(topic).subject == "the storm on the coast"
    assert Topic.objects.count() == 1


def test_entries_keep_their_times_and_are_numbered_from_the_oldest(run):
    run(STORM)
    blog = LiveBlog.objects.get()
    assert times(blog) == ["05 21:34", "05 20:22", "05 12:00", "05 00:02"]
    assert list(blog.entries.newest_first().values_list("number", flat=True)) == [4, 3, 2, 1]


def test_paragraphs_become_the_body(run):
    run(STORM)
    newest = Entry.objects.newest_first()[0]
    assert newest.body.startswith("<p>Ferries to the islands")
    assert newest.body.count("<p>") == 2


def test_an_empty_entry_is_an_embed_to_fill(run):
    said = run(STORM)
    entry = Entry.objects.get(number=3)
    assert (entry.body, [row.to_fill for row in entry.embeds.all()]) == ("", [True])
    assert "4 entries, 1 to fill." in said


def test_attributions_are_found_also_to_agencies_only_the_page_knows(run):
    run(STORM)
    assert attributions() == [
        ("northwire", "reported", None),
        ("the-coastal-press", "according_to", None),
        ("northwire", "reported", None),
    ]


def test_the_credit_line_is_derived_and_equals_the_pages(run):
    said = run(STORM)
    assert LiveBlog.objects.get().credit_line == (
        "Some information in this report came from Northwire and The Coastal Press."
    )
    assert "to the letter" in said


def test_a_credit_line_that_cannot_be_derived_is_told_with_both_sentences(run):
    said = run(STORM.replace("came from Northwire and", "came from Meridian, Northwire and"))
    assert "The credit line differs" in said
    assert "on the page: Some information in this report came from Meridian, Northwire and" in said
    assert "derived:     Some information in this report came from Northwire and The" in said


def test_sources_the_installation_has_are_never_altered(run, northwire):
    northwire.in_credit_line = False
    northwire.save()
    said = run(STORM)
    assert not again(northwire).in_credit_line
    assert again(northwire).revision == 1
    assert "The credit line differs" in said
    assert Source.objects.filter(name__icontains="northwire").count() == 1


def test_imported_coverage_is_public_and_has_ended(run):
    run(STORM)
    blog = LiveBlog.objects.get()
    first, last = Entry.objects.get(number=1), Entry.objects.get(number=4)
    assert blog.status == LiveBlog.Status.ENDED
    assert (blog.coverage_start, blog.coverage_end) == (first.display_at, last.display_at)
    assert Entry.objects.public().count() == blog.public_entries == 4


def test_no_imported_entry_counts_as_late(run):
    run(STORM)
    for entry in Entry.objects.all():
        assert entry.published_at == entry.updated_at == entry.display_at


def test_versions_are_those_of_any_publication(run):
    run(STORM)
    blog = LiveBlog.objects.get()
    seqs = Entry.objects.order_by("number").values_list("seq", "first_seq", "revision")
    assert list(seqs) == [(1, 1, 1), (2, 2, 1), (3, 3, 1), (4, 4, 1)]
    assert (blog.version, blog.chrome_seq, blog.last_number) == (4, 4, 4)
    assert Revision.objects.filter(verb="import", entry__isnull=False).count() == 4


@pytest.mark.parametrize("shape", [str, with_windows_line_ends], ids=["plain", "windows"])
def test_a_tight_page_without_a_footer_is_read_as_well(run, shape):
    said = run(shape(TIGHT))
    blog = LiveBlog.objects.get()
    assert times(blog) == ["08 16:00", "08 12:00", "08 00:00"]
    assert [row[0] for row in attributions()] == ["reuters", "associated-press"]
    assert (blog.topic, blog.byline, blog.lead_caption) == (None, "", "")
    assert "3 entries, 0 to fill." in said


def test_without_a_credit_sentence_the_agencies_are_the_suppliers(run):
    said = run(TIGHT)
    assert LiveBlog.objects.get().credit_line == (
        "Some information in this report came from Reuters and The Associated Press."
    )
    assert "The page has no credit line; derived:" in said


def test_an_agency_that_was_only_passed_on_supplies_nothing(run):
    run(TIGHT.replace("that the harbour is closed", "on the harbour, citing Interfax"))
    assert not Source.objects.get(slug="interfax").in_credit_line


def test_a_caption_inside_an_entry_is_kept_as_text_and_told(run):
    caption = "FILE - The pier at Port Ellery, Carrow County, on Jan. 3, 2023."
    said = run(STORM.replace("noon: ", f"1 p.m.: The pier held.\n\n{caption}\n\nnoon: "))
    entry = Entry.objects.get(number=3)
    assert entry.body == f"<p>The pier held.</p><p><em>{caption}</em></p>"
    assert "1 caption kept as text" in said


def test_a_dry_run_shows_the_table_and_stores_nothing(run):
    said = run(STORM, "--dry-run")
    assert "Northwire reported, citing" not in said  # the Wend Courier is no known source
    assert said.splitlines()[0].split() == [
        *("line", "number", "time", "paragraphs", "attributions", "to", "fill")
    ]
    assert "  11       4  9:34 p.m.            2  Northwire reported" in said
    assert "This was a dry run; nothing was stored." in said
    assert not LiveBlog.objects.exists()
    assert not Source.objects.exists()


def test_lines_that_cannot_be_placed_are_told_with_their_numbers(run):
    said = run(STORM.replace("8:22 p.m.:", "10:22 p.m.:"))
    assert "1 line to look at:" in said
    assert "  line 15: “10:22 p.m.:”: " in said


def test_what_was_added_is_told(run):
    said = run(STORM)
    assert "New topic: Storm Watch." in said
    assert "New sources: Northwire (in the credit line), The Coastal Press (in the" in said
