"""NewsML 1.x holds a story in parts: its words, what only stands around them, and pictures."""

import re

import pytest

from liveblog.wire.parsed import Media
from tests.wire import files

ITEM = re.compile(r"<ContentItem>.*</ContentItem>", re.DOTALL)


def part(role, words, lang="en", mime=""):
    kind = f'<MimeType FormalName="{mime}"/>' if mime else ""
    return (
        f'<NewsComponent xml:lang="{lang}"><Role FormalName="{role}"/><ContentItem>{kind}'
        f"<DataContent>{words}</DataContent></ContentItem></NewsComponent>"
    )


def size(role, href, width):
    return (
        f'<NewsComponent><Role FormalName="{role}"/><ContentItem Href="{href}">'
        '<MediaType FormalName="Photo"/><Characteristics>'
        f'<Property FormalName="Width" Value="{width}"/></Characteristics></ContentItem>'
        "</NewsComponent>"
    )


def picture(name, caption):
    return (
        f"<NewsComponent><NewsLines><HeadLine>{name}</HeadLine><ByLine>Pia {name}</ByLine>"
        f"<CreditLine>Coastal</CreditLine></NewsLines>{part('Caption', caption)}"
        f"{size('Thumbnail', f'{name}-s.jpg', 110)}{size('HighDef', f'{name}.jpg', 768)}"
        "</NewsComponent>"
    )


def item(*parts, **how):
    return files.item(ITEM.sub("".join(parts).replace("\\", ""), files.newsml_1(**how)))


BODY = part("Body", "<p>Ferries stop.</p>")


def test_a_picture_has_its_own_caption_and_credit_and_its_largest_size():
    found = item(BODY, picture("one", "The pier."), picture("two", "The sea."))
    assert found.media == [
        Media("one.jpg", "picture", "", "The pier.", "Pia one, Coastal"),
        Media("two.jpg", "picture", "", "The sea.", "Pia two, Coastal"),
    ]


def test_who_made_a_picture_has_not_signed_the_story():
    found = item(BODY, picture("one", "The pier."))
    assert (found.byline, found.credit) == ("Jane Doe", "")
    assert found.body_html == "<p>Ferries stop.</p>"


def test_an_item_that_is_a_picture_keeps_its_lines():
    found = item(part("Caption", "The pier."), size("Quicklook", "s.jpg", 9), size("", "l.jpg", 99))
    assert found.media == [Media("l.jpg", "picture", "", "The pier.", "Jane Doe")]
    assert found.kind == "picture"
    assert (found.headline, found.byline) == ("Ferries suspended", "Jane Doe")


def test_what_stands_around_a_story_is_none_of_its_text():
    found = item(
        part("Abstract", "Short."),
        part("StyleSheet", ".a { color: red }", mime="text/css"),
        part("HeadLine", "<p>Ferries suspended</p>"),
        part("Lead", "<p>At once.</p>"),
        BODY,
        part("Contact", "<p>Call Jo.</p>"),
    )
    assert found.body_html == "<p>At once.</p><p>Ferries stop.</p>"
    assert found.warnings == ["Its part “contact” is not taken into the text."]


def test_an_abstract_stands_for_a_text_that_is_missing():
    assert item(part("Abstract", "<p>Short.</p>")).body_html == "<p>Short.</p>"


def test_a_second_language_is_told():
    found = item(BODY, part("Body", "<p>Plus de bacs.</p>", lang="fr"))
    assert found.body_html == "<p>Ferries stop.</p>"
    assert found.warnings == ["It has its text in another language, too (fr), which is not kept."]


def test_html_that_stands_as_words_in_the_text_is_read():
    body = "<body><body.content><![CDATA[One<BR>two]]></body.content></body>"
    assert item(part("Main", body)).body_html == "<p>One<br>two</p>"


def test_a_number_that_has_the_revision_in_it_is_the_same_items():
    named = files.newsml_1(guid="NW1042-v3").replace("20260302:NW1042-v3:3N", "20260302:NW1042:3")
    assert files.item(named).guid == files.item(files.newsml_1()).guid


def test_a_date_that_moves_with_the_revision_is_no_part_of_the_name():
    def at(revised):
        moved = f"<DateId>{revised}</DateId>"
        data = files.newsml_1().replace("<DateId>20260302</DateId>", moved)
        return files.item(data.replace("20260302T213410+0000</This", f"{revised}</This")).guid

    assert at("20260302T220000+0000") == at("20260303T090000+0000")


@pytest.mark.parametrize("number", ["", "0"])
@pytest.mark.parametrize("public", ["urn:newsml:www.northwire.example", ""])
def test_a_name_that_all_items_of_an_agency_share_is_none(public, number):
    item_id = f"<NewsItemId>{number}</NewsItemId>"

    def named(headline):
        data = re.sub("<NewsItemId>.*?</NewsItemId>", item_id, files.newsml_1())
        data = re.sub("(<PublicIdentifier>).*?(</Pub)", rf"\1{public}\2", data)
        return files.item(data.replace("Ferries suspended", headline))

    one, two = named("Fire"), named("Flood")
    assert one.guid != two.guid
    assert "known by its words" in one.warnings[-1]


def test_a_name_beside_the_place_for_it_is_read():
    data = re.sub("<DateId>.*</PublicIdentifier>", "", files.newsml_1())
    data = data.replace("<AdministrativeMetadata>", "<guid>16AAC3</guid><AdministrativeMetadata>")
    assert files.item(data).guid == "urn:newsml:northwire.example:16AAC3"


def test_a_value_with_a_name_is_no_comment_and_a_note_in_a_property_is_one():
    label = '<Comment FormalName="ProfileVersion">1.0.1</Comment><Comment>Call Jo.</Comment>'
    note = '<Property FormalName="EditorialInfo" Value="Not her name."/>'
    data = files.newsml_1().replace("</NewsLines>", f"</NewsLines>{label}{note}")
    assert files.item(data).ed_note == "Call Jo.\nNot her name."


def test_who_made_a_picture_credits_it_where_no_line_does():
    made = '<Creator><Party FormalName="Pia Lens "/></Creator></AdministrativeMetadata>'
    data = ITEM.sub(size("Main", "l.jpg", 99), files.newsml_1())
    data = data.replace("<ByLine>Jane Doe</ByLine>", "").replace("</AdministrativeMetadata>", made)
    assert files.item(data).media[0].credit == "Pia Lens, Northwire"


def test_limits_of_use_among_the_advice_to_editors_are_terms():
    line = (
        '<NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>RESTRICTED TO EDITORIAL '
        "USE. NO USE IN BETTING.</NewsLineText></NewsLine></NewsLines>"
    )
    found = files.item(files.newsml_1().replace("</NewsLines>", line))
    assert found.usage_terms.endswith("RESTRICTED TO EDITORIAL USE. NO USE IN BETTING.")
    assert found.ed_note == ""


@pytest.mark.parametrize(
    ("said", "href", "kind"),
    [
        ('<Format FormalName="Jpeg"/>', "urn:pictures:4711", "picture"),
        ('<Format FormalName="MPEG-4"/>', "https://pool.example/4711", "video"),
        ("", "https://pool.example/4711.JPG?size=large", "picture"),
        ("", "clips/4711.mp3", "audio"),
    ],
)
def test_a_picture_is_known_by_its_format_or_its_address_too(said, href, kind):
    found = (
        f"<NewsComponent>{part('Title', 'Ferry 3')}{part('Caption', 'At the quay.')}"
        f'<NewsComponent><Role FormalName="Image"/><ContentItem Href="{href}">{said}</ContentItem>'
        "</NewsComponent></NewsComponent>"
    )
    data = ITEM.sub(part("Body", "Ferries stay in port.") + found, files.newsml_1())
    item = files.item(data)
    assert [(each.kind, each.caption) for each in item.media] == [(kind, "At the quay.")]
    assert item.body_html == "<p>Ferries stay in port.</p>"
    assert item.headline == "Ferries suspended"
