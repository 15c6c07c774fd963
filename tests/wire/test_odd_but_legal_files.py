"""What the standards allow and few agencies do: nothing of it is lost, leaked or taken as free."""

import base64
import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from liveblog.wire import formats
from liveblog.wire.parsed import Around, Refused
from liveblog.wire.times import moment
from tests.wire import files

HELLO = base64.b64encode(b"Ferries are late.").decode()


def both(data):
    """(guids of the items, reasons of the refusals) of a file."""
    found = formats.parse(data.encode(), Around())
    refused = [each.why for each in found if isinstance(each, Refused)]
    return [each.guid for each in found if not isinstance(each, Refused)], refused


def test_a_note_for_editors_in_the_text_of_nitf_stays_in_the_newsroom():
    note = '<note type="npa"><body.content><p>Do not use her name.</p></body.content></note>'
    found = files.item(files.nitf(content=f"<block><p>Ferries stop.</p>{note}</block>"))
    assert found.body_html == "<p>Ferries stop.</p>"
    assert found.ed_note == "Picture to follow.\nDo not use her name."


def test_the_parts_of_a_byline_and_a_dateline_do_not_run_together():
    data = files.nitf().replace("By Jane Doe", "By <person>Jane Doe</person><byttl>Writer</byttl>")
    place = "<location>LEEDS</location><story.date>Nov. 2</story.date><"
    data = data.replace("HARBOUR TOWN<", place)
    found = files.item(data)
    assert (found.byline, found.dateline) == ("By Jane Doe, Writer", "LEEDS Nov. 2")


@pytest.mark.parametrize("doctype", ["", '<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">'])
def test_characters_that_only_a_dtd_names_are_read(doctype):
    content = "<p>Caf&eacute; &mdash; open &amp; full</p><p><![CDATA[&nbsp;]]></p>"
    found = files.item(files.nitf(content=content, doctype=doctype))
    assert found.body_html == "<p>Café — open &amp; full</p><p>&amp;nbsp;</p>"
    assert found.warnings == []


def test_a_name_of_no_known_character_is_told():
    doctype = '<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">'
    found = files.item(files.nitf(content="<p>Caf&northwire; closed</p>", doctype=doctype))
    assert "“&northwire;”" in found.warnings[0]


def test_several_documents_in_one_file_are_all_read():
    one = files.nitf().partition("?>")[2]
    nameless = "<nitf><head><docdata/></head><body><body.content/></body></nitf>"
    two = one.replace("NW1042", "NW1043")
    guids, refused = both(f"<all>{one}{nameless}{two}</all>")
    assert guids == ["NW1042", "NW1043"]
    assert "neither a doc-id nor words" in refused[0]


@pytest.mark.parametrize(
    "data",
    [
        files.nitf(status=""),
        files.newsml_1().replace('Status FormalName="Usable"', 'Status FormalName=""'),
        files.ninjs(embargoeduntil=None, embargoed="2030-01-01T00:00:00Z"),
        files.ninjs(genre=[{"name": "Advisory"}]),
        files.telegram(text="Budget =\r\n   Taxes rise. (EMBARGO 0001 GMT Friday)"),
        files.ninjs(ednote="STRICTLY EMBARGOED for Friday's papers"),
        files.ninjs(headline="Sous embargo jusqu’à vendredi"),
    ],
)
def test_what_is_not_said_for_certain_is_closed(data):
    assert files.may(data)[0] != "usable"


def test_a_letter_means_a_kill_in_the_list_it_belongs_to_only():
    letter = files.nitf(docdata='<fixture fix-id="d"/>')
    assert files.item(letter).pub_status == "usable"
    deleted = files.g2(files.g2_item(meta='<signal qcode="edStat:D"/>'))
    assert files.item(deleted).pub_status == "canceled"


def test_an_instruction_to_delete_is_a_kill():
    status = '<Status FormalName="Usable"/>'
    data = files.newsml_1().replace(status, f'{status}<Instruction FormalName="Delete"/>')
    assert files.item(data).pub_status == "canceled"


def test_held_for_release_until_a_time_waits_for_that_time():
    release = "2030-01-01T05:00:00Z"
    data = files.ap(editorialtypes=["HoldForRelease"], embargoed=release, pubstatus="embargoed")
    assert files.may(data)[0] == "wait"


def test_what_is_no_item_among_aps_items_is_refused_and_costs_no_neighbour():
    document = json.loads(files.ap())
    address = "https://api.ap.org/media/v/content/zzz?qt=1"
    document["data"]["items"] += [{"meta": {}, "item": None}, {"item": {"uri": address}}]
    guids, refused = both(json.dumps(document))
    assert guids == ["abc123", "zzz"]
    assert len(refused) == 1


def test_what_is_no_item_among_items_of_ninjs_is_refused():
    guids, refused = both(f"[{files.ninjs()}, 7]")
    assert (guids, len(refused)) == ([files.GUID], 1)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1252", "utf-8-sig"])
def test_json_is_read_in_any_encoding(encoding):
    text = json.dumps({"uri": "x", "headline": "Große Flut"}, ensure_ascii=False)
    found = files.item(text.encode(encoding).decode("latin-1").encode("latin-1"))
    assert found.headline == "Große Flut"
    assert bool(found.warnings) == (encoding != "utf-8-sig")


def test_the_story_is_taken_and_neither_its_summary_nor_its_plain_form():
    bodies = [
        {"role": "summary", "contentType": "text/html", "value": "<p>Short.</p>"},
        {"role": "main", "contentType": "text/plain", "value": "Whole."},
        {"role": "main", "contentType": "text/html", "value": "<p><strong>Whole.</strong></p>"},
    ]
    found = files.item(json.dumps({"uri": "x", "bodies": bodies}))
    assert found.body_html == "<p><strong>Whole.</strong></p>"


def test_an_item_with_a_description_alone_is_not_empty():
    data = json.dumps({"uri": "x", "headline": "h", "description_text": "All there is."})
    assert files.item(data).body_html == "<p>All there is.</p>"


@pytest.mark.parametrize(
    "signed",
    [
        {"by": ["Ann Bee", "Ben Cee"]},
        {"authors": [{"name": "Ann Bee"}, {"name": "Ben Cee"}]},
        {"people": [{"name": n, "rel": "author"} for n in ("Ann Bee", "Ben Cee")]},
    ],
)
def test_all_who_signed_ninjs_are_named(signed):
    data = json.dumps({"uri": "x", "headline": "h"} | signed)
    assert files.item(data).byline == "Ann Bee, Ben Cee"


def test_an_item_of_a_json_feed_has_its_feeds_name_and_authors():
    item = {"id": 7, "content_text": "Ferries stop."}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Northwire", "items": [item],
            "authors": [{"name": "Ann Bee"}]}  # fmt: skip
    found = files.item(json.dumps(feed))
    assert (found.guid, found.provider, found.byline) == ("7", "Northwire", "Ann Bee")


def test_all_who_signed_in_rss_are_named_without_their_addresses():
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    item = "<item><title>h</title><guid>1</guid>{}</item>"
    two = f"<dc:creator {dc}>Ann Bee</dc:creator><dc:creator {dc}>Ben Cee</dc:creator>"
    assert files.item(files.rss(item.format(two))).byline == "Ann Bee, Ben Cee"
    by_post = "<author>ann@northwire.example (Ann Bee)</author>"
    assert files.item(files.rss(item.format(by_post))).byline == "Ann Bee"


def test_text_in_base64_is_read():
    inline = f'<contentSet><inlineData contenttype="text/plain" encoding="e:base64">{HELLO}'
    g2 = files.g2(files.g2_item(content=f"{inline}</inlineData></contentSet>"))
    assert files.item(g2).body_html == "<p>Ferries are late.</p>"


def test_the_headline_is_the_one_in_the_items_own_language():
    french = '<headline xml:lang="fr">Plus de bacs</headline>'
    data = files.g2().replace("<headline>", f"{french}<headline>")
    assert files.item(data).headline == "Ferries suspended"


def test_an_item_inside_another_does_not_lend_it_its_text():
    outer, inner = files.newsml_1(), files.newsml_1().replace("NW1042", "NW1043")
    start, end = inner.index("<NewsItem"), inner.index("</NewsItem>") + len("</NewsItem>")
    inside = inner[start:end].replace("Ferries suspended", "Another story")
    at = outer.rindex("</NewsComponent>")
    found = files.items(f"{outer[:at]}{inside}{outer[at:]}")
    assert [each.headline for each in found] == ["Ferries suspended", "Another story"]
    assert found[0].parts == [found[1].guid]
    assert found[0].body_html.count("ferries") == 1


def test_anpa_has_its_slug_headline_note_and_byline_above_the_text():
    text = (
        "BC-NW--Ferries, 1st Ld-Writethru,120\r\nFerries suspended\r\nEds: UPDATES with quote.\r\n"
        "By JANE DOE\r\nNorthwire Writer\r\n   HARBOUR TOWN (NW) _ All is quiet.\r\n   More.\r\n"
    )
    slug = "u i bc-nw-ferries 11-27 0120"
    found = files.item(files.telegram(header="a0123", slug=slug, text=text))
    assert found.headline == "Ferries suspended"
    assert found.ed_note == "Eds: UPDATES with quote."
    assert found.byline == "By JANE DOE, Northwire Writer"
    assert found.body_html == "<p>All is quiet.</p><p>More.</p>"


def test_an_embargo_above_the_headline_is_no_part_of_it():
    text = "(Sperrfrist: Freitag, 6.00 Uhr)\r\nFlut =\r\n   Es regnet."
    found = files.item(files.telegram(text=text))
    assert (found.headline, found.embargo.closed) == ("Flut", True)


def test_a_telegram_tells_its_format_without_its_marks():
    header = "nwi1042 4 pl 287  Northwire 0123\nStorm/Ferries/"
    found = files.item(f"{header}\n\nFerries suspended =\n   All is quiet.\n")
    assert (found.headline, found.slugline) == ("Ferries suspended", "Storm/Ferries")


@pytest.mark.parametrize(
    ("stated", "hour"),
    [
        ("Mon, 02 Mar 2026 22:34:10 CET", 21),
        ("Mon, 02 Mar 2026 22:34:10 BST", 21),
        ("Mon, 02 Mar 2026 16:34:10 EST", 21),
        ("2026-03-02 22:34:10 CET", 21),
    ],
)
def test_letters_name_a_zone(stated, hour):
    assert moment(stated) == datetime(2026, 3, 2, hour, 34, 10, tzinfo=UTC)
    assert moment("2026-03-02 22:34:10 XYZ") is None


@pytest.mark.parametrize(
    "data",
    [
        files.ninjs(pubstatus="embargoed"),
        files.g2(files.g2_item(status="stat:embargoed")),
        files.newsml_1().replace('FormalName="Usable"', 'FormalName="STAT:Embargoed"'),
    ],
)
def test_an_embargoed_status_without_a_time_stays_closed_in_every_format(data):
    assert files.may(data)[0] == "blocked"


def test_divisions_part_what_they_hold_as_paragraphs_do():
    html = "<div>One<br>two</div><div><div>Three</div> four</div><ul><li>a<div>b</div></li></ul>"
    found = files.item(files.ninjs(body_xhtml=html)).body_html
    assert found == "<p>One<br>two</p><p>Three</p><p>four</p><ul><li>a b</li></ul>"


@pytest.mark.parametrize(
    "stated",
    [
        "2030-01-01t00:00:00z",
        "2029-12-31T24:00:00Z",
        "2030-01-01T01:00:00+01:00",
        "2030-01-01Z",
        "20291231T240000Z",
    ],
)
def test_legal_times_of_all_spellings_are_read(stated):
    assert moment(stated) == datetime(2030, 1, 1, tzinfo=UTC)


def test_an_embargo_in_the_hour_that_comes_twice_ends_with_the_second():
    data = files.ninjs(embargoed="2030-10-27T03:30:00")
    found = files.item(data, zone=ZoneInfo("Europe/Helsinki"))
    assert found.embargo.until.isoformat() == "2030-10-27T03:30:00+02:00"


def test_a_leap_second_is_the_last_of_its_minute():
    assert moment("2016-12-31T23:59:60Z") == datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)


def test_rows_that_are_set_stay_rows_and_quotations_keep_their_marks():
    html = "<pre>A  2:1\nB  0:0</pre><p>She said <q>no</q>, <q>“no”</q>.</p>"
    found = files.item(files.ninjs(body_xhtml=html)).body_html
    assert found == "<p>A 2:1<br>B 0:0</p><p>She said “no”, “no”.</p>"
