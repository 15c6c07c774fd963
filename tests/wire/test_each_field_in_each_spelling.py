"""The same field as different versions of a format, and different agencies, spell it."""

import json

import pytest

from liveblog.wire import formats
from liveblog.wire.parsed import Around, Refused
from tests.wire import files

LINE = (
    '<NewsLine><NewsLineType FormalName="EditorialNote"/><NewsLineText>Call.</NewsLineText>'
    "</NewsLine>"
)


def ninjs(**fields):
    return files.item(json.dumps({"uri": "u", "headline": "h"} | fields))


def nitf(old, new):
    return files.item(files.nitf().replace(old, new))


@pytest.mark.parametrize(
    "infos",
    [
        {"infosource": [{"name": "Northwire", "rel": "provider"}, {"name": "Coastal"}]},
        {"infoSources": [{"name": "On", "role": "distributor"}, {"name": "Coastal"}]},
        {"infosource": ["Coastal"]},
    ],
)
def test_the_source_of_ninjs_is_who_made_it(infos):
    assert ninjs(**infos).source == "Coastal"


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        ({"headline": "", "headlines": ["One"]}, "headline", "One"),
        ({"headline": "", "headlines": [{"role": "short", "value": "S"}, {"value": "Whole"}]},
         "headline", "Whole"),
        ({"headline": "", "headlines": [{"role": "a", "value": "S"}, {"role": "x:main",
         "value": "M"}]}, "headline", "M"),
        ({"slugline": ["storm", "ferries"]}, "slugline", "storm ferries"),
        ({"edNote": ["One.", {"value": "Two."}]}, "ed_note", "One.\nTwo."),
        ({"usageTerms": {"value": "No web"}}, "usage_terms", "No web"),
        ({"rightsInfo": {"linkedRights": "https://nw.example/r"}}, "usage_terms",
         "https://nw.example/r"),
        ({"bylines": [{"by": "Ann Bee"}]}, "byline", "Ann Bee"),
        ({"located": {"name": "Leeds"}}, "dateline", "Leeds"),
        ({"version": 3.0}, "version", "3"),
        ({"urgency": 3.0}, "urgency", 3),
        ({"copyrightHolder": {"name": "Northwire"}}, "provider", "Northwire"),
        ({"body_nitf": "<nitf><body><body.content><p>A</p></body.content></body></nitf>"},
         "body_html", "<p>A</p>"),
        ({"bodies": {"main": {"value": "<p>A</p>", "contentType": "text/html"}}}, "body_html",
         "<p>A</p>"),
        ({"bodies": [{"role": "lead", "value": "L"}, {"role": "main", "value": "M"}]},
         "body_html", "<p>M</p>"),
    ],
)  # fmt: skip
def test_no_spelling_of_ninjs_loses_its_field(fields, name, value):
    assert getattr(ninjs(**fields), name) == value


def test_a_number_is_no_embargo_that_is_over():
    assert files.may(json.dumps({"uri": "u", "headline": "h", "embargoedUntil": 0}))[0] == "blocked"


@pytest.mark.parametrize("kill", [{"signal": ["x:kill"]}, {"signals": [{"name": "Kill"}]}])
def test_a_kill_among_the_signals_of_ninjs_counts(kill):
    assert ninjs(**kill).pub_status == "canceled"


def test_a_whole_item_without_a_name_inside_a_package_is_told():
    inside = {"type": "text", "body_html": "<p>x</p>"}
    package = json.dumps({"uri": "u", "type": "composite", "associations": [inside]})
    found = formats.parse(package.encode(), Around())
    assert [isinstance(each, Refused) for each in found] == [False, True]


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        ({"editorialtypes": [{"name": "Kill"}]}, "pub_status", "canceled"),
        ({"title": "BC-NW-Ferries"}, "slugline", "BC-NW-Ferries"),
        ({"bylines": ["By Ann Bee"]}, "byline", "By Ann Bee"),
        ({"ednote": ["One.", "Two."]}, "ed_note", "One.\nTwo."),
        ({"body_nitf": "<p>Fish & chips<br></p>"}, "body_html", "<p>Fish &amp; chips</p>"),
    ],
)
def test_no_spelling_of_aps_loses_its_field(fields, name, value):
    assert getattr(files.item(files.ap(**fields)), name) == value


def test_nitf_tells_what_it_corrects():
    found = nitf("<ed-msg", '<correction info="Her name is Doe."/><ed-msg')
    assert "Her name is Doe." in found.ed_note
    assert "correction" in found.signals


def test_a_document_of_nitf_kills_the_one_it_names():
    killing = 'management-doc-idref="NW1041" management-idref-status="canceled"><doc-id'
    found = files.items(files.nitf().replace("><doc-id", f" {killing}"))
    assert [(each.guid, each.pub_status) for each in found] == [
        ("NW1042", "usable"),
        ("NW1041", "canceled"),
    ]
    assert found[0].is_advisory


def test_a_document_that_updates_another_kills_nothing():
    found = files.items(files.nitf().replace("><doc-id", ' management-doc-idref="NW1"><doc-id'))
    assert len(found) == 1


def test_what_signs_and_dates_a_story_inside_its_text_is_kept():
    above = "<byline>By Jane Doe</byline><dateline>HARBOUR TOWN</dateline>"
    inside = "<block><byline>By Ann</byline><dateline>LEEDS</dateline><p>All"
    data = files.nitf().replace(above, "").replace("<p>All", inside).replace("</p>", "</p></block>")
    found = files.item(data)
    assert (found.byline, found.dateline) == ("By Ann", "LEEDS")


def test_a_headline_of_a_part_stands_in_the_text():
    part = "<block><hedline><hl1>Later</hl1></hedline><p>x</p></block>"
    found = files.item(files.nitf(content=f"<p>All.</p>{part}"))
    assert found.body_html == "<p>All.</p><p><strong>Later</strong></p><p>x</p>"


@pytest.mark.parametrize(
    ("tagline", "body", "note"),
    [
        ("<tagline>Jo helped.</tagline>", "<p>Jo helped.</p>", ""),
        ('<tagline type="npa">Call Jo.</tagline>', "", "Call Jo."),
        ("<tagline>jo@northwire.example</tagline>", "", ""),
    ],
)
def test_who_is_named_below_a_story_belongs_to_it(tagline, body, note):
    found = nitf("</body></nitf>", f"<body.end>{tagline}</body.end></body></nitf>")
    assert found.body_html == f"<p>All ferries are suspended.</p>{body}"
    assert found.ed_note.removeprefix("Picture to follow.").strip() == note


def test_an_abstract_stands_for_a_text_that_is_missing():
    data = files.nitf(content="").replace(
        "</body.head>", "<abstract><p>A.</p></abstract></body.head>"
    )
    assert files.item(data).body_html == "<p>A.</p>"


def test_limits_of_nitf_are_terms():
    found = nitf(
        "<doc.copyright", '<doc.rights geography="Japan" limitations="No web"/><doc.copyright'
    )
    assert found.usage_terms == "No web\nJapan"


@pytest.mark.parametrize(
    ("stated", "known"),
    [
        ("urn:newsml:nw.example:20260302:N1:3U", ("urn:newsml:nw.example:20260302:N1", "3")),
        ("urn:newsml:nw.example:20260302:N1", ("urn:newsml:nw.example:20260302:N1", "")),
    ],
)
def test_the_revision_in_a_public_identifier_is_no_part_of_it(stated, known):
    data = files.nitf().replace('version="4"', "").replace("NW1042", stated)
    assert (files.item(data).guid, files.item(data).version) == known


def test_held_by_its_status_is_held_until_its_release_also_if_issued_then():
    release = '<date.release norm="20260303T213410Z"/>'
    data = files.nitf(status="embargoed", docdata=release).replace(
        "20260302T213410Z", "20260303T213410Z"
    )
    assert files.may(data)[0] == "wait"


@pytest.mark.parametrize(
    ("old", "new", "name", "value"),
    [
        ("<ByLine>Jane Doe</ByLine>", "<ByLine>Ann</ByLine><ByLine>Ben</ByLine>", "byline",
         "Ann, Ben"),
        ("</NewsLines>", "<RightsLine>No web</RightsLine></NewsLines>", "usage_terms",
         "NO ARCHIVAL USE\nNo web"),
        ('<Provider><Party FormalName="Northwire"/></Provider>', "", "provider",
         "northwire.example"),
        ('<Status FormalName="Usable"/>', "<Status>Canceled</Status>", "pub_status", "canceled"),
        ("<ProviderId>northwire.example</ProviderId>", "", "version", "3"),
        ("</NewsLines>", f"{LINE}</NewsLines>", "ed_note", "Call."),
    ],
)  # fmt: skip
def test_no_line_of_newsml_1_is_lost(old, new, name, value):
    assert getattr(files.item(files.newsml_1().replace(old, new)), name) == value


def test_a_revision_is_read_from_the_public_identifier_alone():
    data = files.newsml_1()
    start, end = data.index("<ProviderId>"), data.index("<PublicIdentifier>")
    found = files.item(data[:start] + data[end:])
    assert (found.guid, found.version) == ("urn:newsml:northwire.example:20260302:NW1042", "3")


def test_what_the_header_of_a_telegram_says_to_editors_is_kept():
    found = files.item(files.telegram(slug="Storm/\r\n(Berichtigung: Der Name heißt Doe)"))
    assert found.ed_note == "(Berichtigung: Der Name heißt Doe)"
    assert "correction" in found.signals
    assert files.may(files.telegram(slug="Storm/\r\nSperrfrist: 1800"))[0] == "blocked"


def test_anpas_marks_around_rows_are_none_of_their_words():
    text = (
        "^BC-NW--Storm,120<\r\n^Ferries suspended<\r\n^Eds: UPDATES.<\r\n^By JANE DOE=\r\n"
        "^Northwire Writer=\r\n\tOSLO (NW) _ All is quiet.\r\n"
    )
    found = files.item(files.telegram(header="a0123", slug="u i nw-storm 11-27 0120", text=text))
    assert (found.headline, found.ed_note) == ("Ferries suspended", "Eds: UPDATES.")
    assert (found.byline, found.body_html) == (
        "By JANE DOE, Northwire Writer",
        "<p>All is quiet.</p>",
    )


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("MOSCOW, March 2. /TASS/. ", "TASS"),
        ("(ANSA) - ROMA, 02 MAR - ", "ANSA"),
        ("Madrid, 2 mar (EFE).- ", "EFE"),
        ("TOKYO, March 2, Kyodo - ", "Kyodo"),
        ("МОСКВА, 2 марта. /ТАСС/. ", "ТАСС"),
        ("София, 2 март /БТА/ ", "БТА"),
    ],
)
def test_datelines_of_all_manners_leave_the_text(opening, agency):
    found = ninjs(body_html=f"<p>{opening}Rain.</p>")
    assert (found.source, found.body_html) == (agency, "<p>Rain.</p>")
    assert found.dateline == opening.strip()


def test_a_name_between_commas_is_no_dateline():
    for words in ("In Leeds, March 2, Smith - a critic - spoke.", "Mr Smith (Labour) - he spoke."):
        assert ninjs(body_html=f"<p>{words}</p>").body_html == f"<p>{words}</p>"


def test_a_long_domain_is_no_part_of_a_name():
    author = "<author>ann@northwire.example (Ann Bee)</author>"
    both = f"{author}<dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>Ben</dc:creator>"
    item = f"<item><title>h</title><guid>1</guid>{both}</item>"
    assert files.item(files.rss(item)).byline == "Ann Bee, Ben"


def test_the_content_of_an_entry_is_its_text_though_its_summary_is_longer():
    entry = "<id>1</id><title>h</title><updated>2026-03-02T21:34:10Z</updated>"
    words = "<summary>Much longer than what it sums up</summary><content>Rain.</content>"
    atom = f'<entry xmlns="http://www.w3.org/2005/Atom">{entry}{words}</entry>'
    assert files.item(atom).body_html == "<p>Rain.</p>"


def test_a_dateline_below_who_signed_leaves_the_text_too():
    above = "<p>By Jane Doe</p><p>(Adds quotes)</p>"
    found = ninjs(body_html=f"{above}<p>LEEDS, March 2 (NW) - Rain.</p>", by="Jane Doe")
    assert (found.body_html, found.ed_note) == ("<p>Rain.</p>", "(Adds quotes)")


def test_an_agency_that_is_named_as_creator_signs_nothing():
    creator = '<creator role="crol:pub"><name>Northwire News</name></creator>'
    item = files.g2_item().replace("<by>Jane Doe</by>", creator)
    assert files.item(files.g2(item)).byline == ""


@pytest.mark.parametrize("place", ["{}", "<del-list>{}</del-list>"])
def test_nitf_names_its_source_where_its_schema_has_it(place):
    data = files.nitf(docdata=place.format('<from-src src-name="Coastal"/>'))
    assert files.item(data).source == "Coastal"


def test_what_nitf_inside_another_item_says_of_itself_counts():
    inside = files.nitf(status="withheld").partition("?>")[2]
    content = f"<contentSet><inlineXML>{inside}</inlineXML></contentSet>"
    found = files.item(files.g2(files.g2_item(content=content)))
    assert (found.pub_status, found.ed_note) == ("withheld", "Picture to follow.")
    assert (found.slugline, found.urgency) == ("storm-ferries", 2)


@pytest.mark.parametrize("signals", [[], None, "", ["whitelisted"]])
def test_what_ap_does_not_call_news_content_is_closed(signals):
    assert files.item(files.ap(signals=signals), "ap").is_advisory


def test_what_says_nothing_of_signals_is_closed_too():
    told = json.loads(files.ap())
    del told["data"]["items"][0]["item"]["signals"]
    assert files.item(json.dumps(told), "ap").is_advisory
