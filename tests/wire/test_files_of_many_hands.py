"""How systems of other newsrooms write the same fields; invented after what they send."""

import json

import pytest

from liveblog.wire.parsed import Unreadable
from tests.wire import files


def ninjs(**fields):
    return files.item(
        json.dumps({"uri": "urn:nw:1", "headline": "h", "body_html": "<p>x</p>"} | fields)
    )


def test_items_in_a_list_that_is_called_item_are_read():
    listed = {"total": 2, "item": [{"uri": f"urn:nw:{n}", "headline": "h"} for n in (1, 2)]}
    assert [each.guid for each in files.items(json.dumps(listed))] == ["urn:nw:1", "urn:nw:2"]


def test_a_story_is_a_text_and_an_advisory_is_for_editors():
    assert ninjs(type="story").kind == "text"
    assert ninjs(type="advisory").is_advisory


def test_a_slug_and_a_width_in_another_spelling_are_read():
    sizes = {"a": {"href": "a.jpg", "width": "90"}, "b": {"href": "b.jpg", "width": "1720"}}
    found = ninjs(slug="storm-ferries", associations=[{"type": "picture", "renditions": sizes}])
    assert found.slugline == "storm-ferries"
    assert found.media[0].url == "b.jpg"


def test_an_editor_among_the_authors_has_not_signed():
    authors = [{"name": "Ed Tor", "role": "editor"}, {"name": "Ann Bee", "role": "author"}]
    assert ninjs(authors=authors).byline == "Ann Bee"


def test_what_repeats_fields_in_the_text_is_none_of_it():
    body = (
        '<html><body><h1>h</h1><div class="dat"><span>Storm</span><span>NW</span></div>'
        '<h4><p>All stop.</p><p>More.</p></h4><div class="bodytext"><p>Rain.</p></div>'
        '<div class="byline">Ann Bee</div></body></html>'
    )
    told = "<p>All stop.</p><p>More.</p><p>Rain.</p>"
    assert ninjs(body_html=body, byline="Ann Bee/NW").body_html == told
    assert ninjs(body_html=body).body_html == f"{told}<p>Ann Bee</p>"


def test_what_is_escaped_twice_is_read_as_it_was_meant():
    body = "<p>&amp;quot;Yes&amp;quot;, it&amp;#39;s &amp;lt;b&amp;gt;.</p>"
    assert ninjs(body_html=body).body_html == '<p>"Yes", it\'s &amp;lt;b&amp;gt;.</p>'


def test_a_point_on_a_row_of_its_own_stands_at_its_word():
    content = "<p>It runs until\n<chron>August 25</chron>\n.\n</p>"
    assert files.item(files.nitf(content=content)).body_html == "<p>It runs until August 25.</p>"


@pytest.mark.parametrize(
    "words",
    ["<![CDATA[\n<p>\n\n    (NW) - Oslo, March 2 - All\nstop.\n   More.\n  </p>]]>",
     "<![CDATA[<p>All stop.</p><p>More.</p>]]>"],
)  # fmt: skip
def test_markup_that_is_called_plain_text_is_read(words):
    content = f'<contentSet><inlineData contenttype="text/plain">{words}</inlineData></contentSet>'
    found = files.item(files.g2(files.g2_item(content=content)))
    assert found.body_html == "<p>All stop.</p><p>More.</p>"


def test_a_note_of_an_update_makes_it_no_correction():
    note = '<edNote role="x:correctionshort">updated with a photo</edNote>'
    found = files.item(files.g2(files.g2_item(meta=f'{note}<signal qcode="sig:update"/>')))
    assert found.signals == {"update"}


def test_a_document_without_an_id_is_known_by_its_words():
    data = files.nitf().replace(' id-string="NW1042"', "")
    assert files.item(data).guid == files.item(data).guid
    assert files.item(data).guid != files.item(data.replace("All ferries", "No ferry")).guid
    assert "comes without a doc-id" in files.item(data).warnings[-1]


def test_released_on_the_day_it_was_issued_is_free_though_no_zone_is_known():
    day = files.nitf(docdata='<date.release norm="20260302"/>').replace(
        "20260302T213410Z", "20260302"
    )
    assert not files.item(day).embargo.closed


def test_who_owns_the_rights_is_no_term():
    rights = "<rights><rights.owner>Northwire</rights.owner></rights><byline>"
    found = files.item(files.nitf().replace("<byline>", rights))
    assert (found.credit, found.usage_terms) == ("Northwire", "")


@pytest.mark.parametrize(
    ("word", "status"), [("Usable", "usable"), ("Canceled", "canceled"), ("Held", "withheld")]
)
def test_a_status_that_an_agency_adds_to_atom_counts(word, status):
    stated = f'<x:NewsManagement xmlns:x="urn:nw"><x:PublishingStatus>{word}</x:PublishingStatus>'
    entry = f"<entry><id>1</id><title>h</title>{stated}</x:NewsManagement></entry>"
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title>{entry}</feed>'
    assert files.item(feed).pub_status == status


def test_what_is_valid_from_a_time_waits_for_it():
    valid = "<dcterms:valid>start=2030-01-01T05:00:00Z; end=2031-01-01T05:00:00Z</dcterms:valid>"
    item = f"<item><title>h</title><guid>1</guid>{valid}</item>"
    data = files.rss(item).replace("<rss", '<rss xmlns:dcterms="http://purl.org/dc/terms/"')
    found = files.item(data)
    assert files.may(data)[0] == "wait"
    assert (found.embargo.until.year, found.expires_at.year) == (2030, 2031)


def test_a_picture_of_aps_comes_once_in_its_largest_size_and_with_its_credit():
    sizes = {"thumbnail": {"href": "s.jpg", "width": 105}, "main": {"href": "l.jpg", "width": 3000}}
    fields = {"type": "picture", "renditions": sizes, "description_creditline": "NW Photo"}
    (picture,) = files.item(files.ap(**fields)).media
    assert (picture.url, picture.credit) == ("l.jpg", "NW Photo")


def test_an_item_that_replaces_one_of_another_name_says_so():
    found = ninjs(replacing=["urn:nw:0"])
    assert "urn:nw:0" in found.warnings[0]
    assert "update" in found.signals


def test_a_picture_of_newsml_g2_comes_once_in_its_largest_size():
    sizes = "".join(
        f'<remoteContent rendition="rnd:{name}" href="{name}.jpg" {width}/>'
        for name, width in (("thumbnail", 'width="90"'), ("highRes", 'width="3000"'), ("web", ""))
    )
    content = f"<contentSet>{sizes}</contentSet>"
    item = files.g2_item(content=content).replace("ninat:text", "ninat:picture")
    assert [each.url for each in files.item(files.g2(item)).media] == ["highRes.jpg"]


def test_paragraphs_in_the_cells_of_a_table_stay_in_their_row():
    cells = (
        "<td>\n<p> </p>\n</td><td><p><strong>Ferries</strong></p></td><td><p>12</p><p>late</p></td>"
    )
    body = f"<table><tr>{cells}</tr></table>"
    assert ninjs(body_html=body).body_html == "<p><strong>Ferries</strong> · 12 late</p>"


ABSTRACT = "<abstract><p>A bridge has fallen.</p></abstract></body.head>"


def test_a_lead_above_the_text_of_nitf_belongs_to_it():
    data = files.nitf(content="<p>LEEDS, March 2 (NW) - The police say so.</p>")
    found = files.item(data.replace("</body.head>", ABSTRACT))
    assert found.body_html == "<p>A bridge has fallen.</p><p>The police say so.</p>"
    assert found.dateline == "LEEDS, March 2 (NW) -"


@pytest.mark.parametrize(
    "content",
    ["<p>A bridge has fallen. The police say so.</p>", "<p>A bridge <em>has</em> fallen.</p>"],
)
def test_an_abstract_that_repeats_the_text_is_no_lead(content):
    data = files.nitf(content=content).replace("</body.head>", ABSTRACT)
    assert files.item(data).body_html == content


def test_a_note_to_editors_below_a_story_is_none_of_it():
    end = "<body.end><tagline>Picture to follow.</tagline></body.end></body></nitf>"
    data = files.nitf().replace("</body></nitf>", end)
    assert files.item(data).body_html == "<p>All ferries are suspended.</p>"


def test_nitf_inside_another_item_is_held_and_runs_out_as_it_says():
    docdata = '<date.release norm="20300101T050000Z"/><date.expire norm="20310101T050000Z"/>'
    inside = files.nitf(docdata=docdata).partition("?>")[2]
    data = files.g2(
        files.g2_item(content=f"<contentSet><inlineXML>{inside}</inlineXML></contentSet>")
    )
    found = files.item(data)
    assert files.may(data)[0] == "wait"
    assert (found.embargo.until.year, found.expires_at.year) == (2030, 2031)


def test_a_picture_in_rss_has_its_own_caption_and_credit():
    media = (
        '<media:content xmlns:media="http://search.yahoo.com/mrss/" url="https://nw.example/p.jpg" '
        'medium="image"><media:description>The pier.</media:description>'
        "<media:credit>Pia Lens</media:credit></media:content>"
    )
    found = files.item(files.rss(f"<item><title>h</title><guid>1</guid>{media}</item>"))
    assert (found.media[0].caption, found.media[0].credit) == ("The pier.", "Pia Lens")
    assert found.credit == ""


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ('{"error": "Forbidden", "message": "No entitlement"}', "it has “error”, “message”"),
        ("{}", "it has nothing"),
        ("<!DOCTYPE html><html><head/><body><h1>404</h1></body></html>", "is a web page"),
    ],
)
def test_an_answer_that_is_no_news_says_what_it_is(data, sentence):
    with pytest.raises(Unreadable, match=sentence):
        files.item(data)
