"""What of a file is the story, and what is for editors: notes, warnings, slugs, takes."""

import pytest

from tests.wire import files


@pytest.mark.parametrize(
    "note", ["Eds: Do not use her name.", "<strong>EDITORS:</strong> Do not.", "(Eds: Not her.)"]
)
def test_a_paragraph_for_editors_leaves_the_text_of_any_format(note):
    story = f"<p>Ferries stop.</p><p>{note}</p>"
    every = files.ninjs(body_xhtml=story), files.nitf(content=story), files.ap(body_nitf=story)
    for data in every:
        found = files.item(data)
        assert found.body_html == "<p>Ferries stop.</p>"
        assert "Not" in found.ed_note or "not" in found.ed_note


def test_a_note_for_readers_stays():
    story = "<p>Editor's note: This story names a victim.</p><p>Eds were asked.</p>"
    assert files.item(files.ninjs(body_xhtml=story)).body_html == story


def test_a_warning_of_the_content_is_shown_and_closes_nothing():
    found = files.item(files.g2(files.g2_item(meta='<signal qcode="sig:cwarn"/>')))
    assert found.warnings == ["The agency warns that its content may disturb or offend."]
    assert not found.is_advisory


def test_escaped_nitf_inside_newsml_is_read():
    nitf = "&lt;nitf&gt;&lt;body&gt;&lt;body.content&gt;&lt;p&gt;In.&lt;/p&gt;&lt;/body.content&gt;"
    nitf += "&lt;/body&gt;&lt;/nitf&gt;"
    inline = f'<inlineData contenttype="application/nitf+xml">{nitf}</inlineData>'
    data = files.g2(files.g2_item(content=f"<contentSet>{inline}</contentSet>"))
    assert files.item(data).body_html == "<p>In.</p>"


def test_a_part_in_an_unknown_form_is_told_and_what_describes_the_item_stands_for_it():
    inline = '<inlineData contenttype="application/pdf" encoding="e:base64">AAAA</inlineData>'
    content, more = f"<contentSet>{inline}</contentSet>", "<description>Ferries stop.</description>"
    found = files.item(files.g2(files.g2_item(content=content, more=more)))
    assert found.body_html == "<p>Ferries stop.</p>"
    assert "application/pdf" in found.warnings[0]


def test_windows_quotation_marks_in_a_file_called_latin_1_are_read():
    data = files.nitf(content="<p>“Große” – Flut</p>").replace("?>", ' encoding="ISO-8859-1"?>', 1)
    (found,) = files.items(data.encode("cp1252").decode("latin-1").encode("latin-1"))
    assert found.body_html == "<p>“Große” – Flut</p>"
    assert "cp1252" in found.warnings[0]


def test_the_author_of_an_atom_feed_is_its_entries():
    entry = "<entry><id>1</id><title>h</title><updated>2026-03-02T21:34:10Z</updated></entry>"
    author = "<author><name>Ann Bee</name></author>"
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title>{author}{entry}</feed>'
    assert files.item(feed).byline == "Ann Bee"


def test_anpas_two_rows_of_header_are_told_apart():
    found = files.item(
        "\x01a0555\nr i bc-nw-dam 11-27 0050\n\x02Dam holds\n   OSLO _ It holds.\x03"
    )
    assert (found.slugline, found.headline, found.urgency) == ("bc-nw-dam", "Dam holds", 4)


@pytest.mark.parametrize(
    ("slug", "stem", "take"),
    [
        ("STORM-HARBOR (TAKE 2 OF 3)", "STORM-HARBOR", "2"),
        ("BC-NW--Storm, 1st Add", "BC-NW--Storm", "2"),
        ("storm/harbor/2nd take", "storm/harbor", "2"),
        ("Sturm (2 von 3)", "Sturm", "2"),
        ("Sturm - Teil 3", "Sturm", "3"),
        ("TAKE 2", "TAKE 2", ""),
        ("G-20-SUMMIT", "G-20-SUMMIT", ""),
    ],
)
def test_takes_of_a_story_have_one_slug_and_a_number_each(slug, stem, take):
    found = files.item(files.ninjs(slugline=slug))
    assert (found.slugline, found.take) == (stem, take)


def test_a_part_of_nitf_is_a_take():
    data = files.nitf().replace('key="storm-ferries"', 'key="storm-ferries" part="2"')
    assert (files.item(data).slugline, files.item(data).take) == ("storm-ferries", "2")


@pytest.mark.parametrize(
    "headline",
    [
        "KILL: Ferries suspended",
        "URGENT - WITHDRAWN - Ferries",
        "ELIMINATION",
        "STORY REMOVED: Boat",
    ],
)
def test_a_kill_in_front_of_a_headline_is_asked_about(headline):
    found = files.item(files.ninjs(headline=headline))
    assert "kill" in found.signals
    assert files.may(files.ninjs(headline=headline))[0] == "blocked"


@pytest.mark.parametrize(
    "headline", ["Killed: three people in a storm", "Retraction of the glacier"]
)
def test_a_headline_about_a_killing_is_none(headline):
    assert files.may(files.ninjs(headline=headline))[0] == "usable"


def test_what_says_something_to_editors_alone_is_an_advisory():
    notes = "<p>ATTENTION EDITORS - Story expected at 1400.</p>"
    assert files.may(files.ninjs(body_xhtml=notes))[0] == "blocked"
    private = "<p>Ferries stop.</p><p>EDITORS: Not for publication.</p>"
    assert files.may(files.ninjs(body_xhtml=private))[0] == "blocked"
