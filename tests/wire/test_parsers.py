"""An item is the same item, whatever the format it comes in."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from liveblog.wire import formats
from liveblog.wire.parsed import Around, Refused, Unreadable
from tests.wire import files

SENT = datetime(2026, 3, 2, 21, 34, 10, tzinfo=UTC)
EVERY = {
    "newsml-g2": files.g2,
    "ninjs": files.ninjs,
    "nitf": files.nitf,
    "newsml-1.2": files.newsml_1,
    "ap": files.ap,
    "rss": files.rss,
    "iptc7901": files.telegram,
}


@pytest.mark.parametrize("form", EVERY)
def test_the_same_story_in_every_format(form):
    data = EVERY[form]()
    assert formats.format_of(data.encode()) == form
    found = files.item(data)
    assert found.headline == "Ferries suspended"
    assert "ferries" in found.body_html
    assert "(Northwire)" not in found.body_html
    assert "script" not in found.body_html
    assert "onerror" not in found.body_html
    assert found.pub_status == "usable"
    assert found.version_at is not None
    assert abs((found.version_at - SENT).total_seconds()) < 60
    assert files.may(data) == ("usable", "")


@pytest.mark.parametrize(
    ("form", "guid", "version"),
    [
        ("newsml-g2", files.GUID, "1"),
        ("ninjs", files.GUID, "2"),
        ("nitf", "NW1042", "4"),
        ("newsml-1.2", files.GUID, "3"),
        ("ap", "abc123", "3"),
        ("rss", "nw-1042", ""),
    ],
)
def test_a_guid_stays_the_same_from_version_to_version(form, guid, version):
    found = files.item(EVERY[form]())
    assert (found.guid, found.version) == (guid, version)


def test_provider_source_rights_and_note_are_told_apart():
    meta = '<edNote>Picture to follow.</edNote><signal qcode="sig:update"/>'
    found = files.item(files.g2(files.g2_item(meta=meta)))
    assert (found.provider, found.source, found.byline) == ("Northwire", "Coastal News", "Jane Doe")
    assert (found.copyright_holder, found.ed_note) == ("Northwire", "Picture to follow.")
    assert (found.usage_terms, found.slugline) == ("No archive beyond 30 days.", "storm-ferries")
    assert (found.urgency, found.signals) == (2, {"update"})
    assert found.dateline == "HARBOUR TOWN (Northwire) —"
    assert (
        '<a href="https://northwire.example/1" rel="noopener nofollow">more</a>' in found.body_html
    )
    assert "run" in found.body_html
    assert "javascript" not in found.body_html


def test_ap_keeps_who_wrote_it_apart_from_who_sent_it():
    found = files.item(files.ap())
    assert (found.provider, found.source, found.byline) == (
        "Northwire",
        "Coastal Insights",
        "Jane Doe",
    )
    assert (found.slugline, found.usage_terms) == ("NW-Ferries", "For web use only")


def test_newsml_1_reads_what_stands_in_its_components():
    found = files.item(files.newsml_1())
    assert (found.provider, found.source) == ("Northwire", "Coastal News")
    assert (found.dateline, found.urgency) == ("HARBOUR TOWN, March 2, 2026 (Northwire) -", 2)
    assert (found.usage_terms, found.slugline) == ("NO ARCHIVAL USE", "storm-ferries")


def test_a_telegram_has_headline_slug_take_and_urgency():
    found = files.item(files.telegram(slug="BC-Storm,1stLd-Writethru"))
    assert found.guid == "iptc7901:nwi:1042:2026-03-02"
    assert (found.slugline, found.take) == ("BC-Storm,1stLd-Writethru", "1stLd-Writethru")
    assert (found.urgency, found.dateline) == (4, "HARBOUR TOWN (Northwire) -")
    assert found.body_html == (
        "<p>All ferries are suspended until morning.</p><p>The harbour office said so.</p>"
    )


def test_five_bells_are_urgent():
    assert (
        files.item(files.telegram(text="\x07\x07\x07\x07\x07Storm =\r\n   It is here.")).urgency
        == 2
    )


def test_a_telegram_that_was_cut_and_is_not_utf_8_is_read_as_far_as_it_goes():
    data = files.telegram(text="Über dem Hafen =\r\n   Sturm über Köln").encode("cp1252")
    found = files.item(data[: data.index(b"\x03")])
    assert (found.headline, found.body_html) == ("Über dem Hafen", "<p>Sturm über Köln</p>")
    assert any("not in UTF-8" in each for each in found.warnings)


def test_notes_for_editors_do_not_reach_the_text():
    text = "Storm =\r\n   It is here.\r\n\r\n   Eds: UPDATES with details\r\n"
    found = files.item(files.telegram(text=text))
    assert "UPDATES" not in found.body_html
    assert "UPDATES" in found.ed_note


def test_g2_without_a_namespace_is_read():
    assert files.item(files.g2(namespace="")).headline == "Ferries suspended"


def test_g2_with_nitf_inside_is_read():
    content = (
        '<contentSet><inlineXML contenttype="application/nitf+xml"><nitf><body><body.content>'
        "<p>All ferries are suspended.</p></body.content></body></nitf></inlineXML></contentSet>"
    )
    found = files.item(files.g2(files.g2_item(content=content)))
    assert found.body_html == "<p>All ferries are suspended.</p>"


def test_what_is_too_long_is_cut_and_said_to_be():
    found = files.item(
        files.ninjs(headline="Storm " * 200, ednote="Check with us. " * 2000, slugline="storm")
    )
    assert found.warnings == [
        "Its headline is longer than can be kept, and was cut.",
        "Its note to editors is longer than can be kept, and was cut.",
    ]


def test_one_bad_item_does_not_cost_its_neighbours():
    data = files.g2(files.g2_item(guid=""), files.g2_item(guid="urn:2")).encode()
    bad, good = formats.parse(data, Around())
    assert isinstance(bad, Refused)
    assert "no guid" in bad.why
    assert good.guid == "urn:2"


def test_a_package_tells_its_parts_and_no_killed_part_is_lost():
    inside = [{"name": "a", "uri": "urn:1", "type": "text", "body_text": "Ferries are suspended."},
              {"name": "b", "uri": "urn:2", "type": "text", "pubStatus": "canceled"},
              {"name": "c", "uri": "urn:3", "type": "text"}]  # fmt: skip
    package, first, killed = files.items(files.ninjs(type="composite", associations=inside))
    assert package.parts == ["urn:1", "urn:2", "urn:3"]
    assert (first.guid, killed.guid, killed.pub_status) == ("urn:1", "urn:2", "canceled")


def test_atom_says_what_is_gone():
    data = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">'
        '<title>Northwire</title><at:deleted-entry ref="urn:1" when="2026-03-02T21:34:10Z"/>'
        '<at:deleted-entry ref="urn:2" when="2026-03-02T21:34:10Z"/></feed>'
    )
    assert [(each.guid, each.pub_status) for each in files.items(data)] == [
        ("urn:1", "canceled"), ("urn:2", "canceled"),
    ]  # fmt: skip


def test_an_rss_item_without_id_or_link_is_known_by_its_words():
    data = files.rss("<item><title>Ferries suspended</title></item>")
    found = files.item(data)
    assert found.guid == files.item(data).guid
    assert found.guid.startswith("urn:sha256:")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2017-10-11T10:41:00+0100", "2017-10-11T09:41:00+00:00"),
        ("20140829T134951+0000", "2014-08-29T13:49:51+00:00"),
        ("  2026-03-02T21:34:10Z\n ", "2026-03-02T21:34:10+00:00"),
        ("2026-03-02T21:34:10.150Z", "2026-03-02T21:34:10.150000+00:00"),
        ("20260302T213410", "2026-03-02T19:34:10+00:00"),
    ],
)
def test_times_are_read_as_agencies_write_them(written, read):
    data = files.ninjs(versioncreated=written)
    found = files.item(data, zone=ZoneInfo("Europe/Helsinki"))
    assert found.version_at.astimezone(UTC).isoformat() == read


def test_a_time_that_is_none_is_told_and_costs_nothing_else():
    found = files.item(files.ninjs(versioncreated="yesterday"))
    assert found.version_at is None
    assert found.warnings == ["The time of this version cannot be read: “yesterday”."]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"hello", "no format"),
        (b"<html><body>Not found</body></html>", "no format"),
        (b"{", "no JSON"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested deeper"),
        (b"[1, 2]", "no item"),
        (b"<rss", "neither RSS nor Atom"),
        (b"\x02\x03", "no header"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><rss><channel/></rss>', "entities"),
        (
            files.nitf(doctype='<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            "entities",
        ),
        (b"<rss>" + b"<a>" * 300, "nests"),
        (b"<rss " + b" ".join(b'a%d="1"' % n for n in range(300)) + b"></rss>", "attributes"),
    ],
    ids=lambda each: each[:12] if isinstance(each, str) else None,
)
def test_what_cannot_be_read_is_refused_with_a_sentence(data, said):
    raw = data.encode() if isinstance(data, str) else data
    with pytest.raises(Unreadable) as refused:
        formats.parse(raw, Around())
    assert said in str(refused.value)


def test_nitf_may_name_its_dtd():
    doctype = (
        '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "http://northwire.example/nitf.dtd">'
    )
    assert files.item(files.nitf(doctype=doctype)).headline == "Ferries suspended"


def test_a_reference_to_no_character_costs_the_feed_nothing():
    damaged = "<item><guid>1</guid><title>&#1114112;&#xD800;Storm &#233;</title></item>"
    first, second = files.items(files.rss(damaged, "<item><guid>2</guid></item>"))
    assert (first.headline, second.guid) == ("Storm é", "2")


def test_newsml_1_may_have_title_lead_and_body_in_components_of_their_own():
    part = (
        "<NewsComponent><Role FormalName='{}'/><ContentItem><DataContent>{}</DataContent>"
        "</ContentItem></NewsComponent>"
    )
    whole = files.newsml_1().replace("<HeadLine>Ferries suspended</HeadLine>", "")
    start, end = whole.index("<ContentItem>"), whole.index("</NewsComponent>")
    parts = [("Title", "Storm"), ("Lead", "<p>It is here.</p>"), ("Body", "<p>Ferries stop.</p>")]
    advice = (
        "<NewsLine><NewsLineType FormalName='AdvisoryLine'/>"
        "<NewsLineText>ADDS ferries</NewsLineText></NewsLine></NewsLines>"
    )
    inside = "".join(part.format(*each) for each in parts)
    found = files.item((whole[:start] + inside + whole[end:]).replace("</NewsLines>", advice))
    assert (found.headline, found.ed_note) == ("Storm", "ADDS ferries")
    assert found.body_html == "<p>It is here.</p><p>Ferries stop.</p>"


def test_a_telegram_without_its_marks_is_read_when_it_is_called_one():
    found = files.item("Storm =\n   It is here.\n", form="iptc7901")
    assert (found.headline, found.body_html) == ("Storm", "<p>It is here.</p>")
