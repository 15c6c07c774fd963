"""NewsML-G2 in the shapes its schema allows: markup in notes, names in languages, loose text."""

import pytest

from tests.wire import files


def inline(markup):
    return f"<contentSet><inlineXML>{markup}</inlineXML></contentSet>"


def g2(**how):
    return files.item(files.g2(files.g2_item(**how)))


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Call <b>first</b>.<br/>Then send.", "Call first.\nThen send."),
        ("Intro <ul><li>one</li><li>two</li></ul> end", "Intro\none\ntwo\nend"),
        ("<p>One.</p><p>Two.</p>", "One.\nTwo."),
    ],
)
def test_a_note_with_markup_keeps_all_its_words(note, said):
    assert g2(meta=f"<edNote>{note}</edNote>").ed_note == said


def test_terms_on_lines_of_their_own_stay_apart():
    item = files.g2_item().replace("30 days.", "30 days.<br/>No Use in Japan.")
    assert files.item(files.g2(item)).usage_terms == "No archive beyond 30 days.\nNo Use in Japan."


@pytest.mark.parametrize(
    ("markup", "body"),
    [
        (
            "<html><body>Loose text<p>and a paragraph</p></body></html>",
            "<p>Loose text</p><p>and a paragraph</p>",
        ),
        (
            "<html><body><article><p>1</p></article><article><p>2</p></article></body></html>",
            "<p>1</p><p>2</p>",
        ),
        (
            "<body><article><p>Arts</p><div class='bodytext'><p>1</p></div></article></body>",
            "<p>1</p>",
        ),
    ],
)
def test_the_whole_story_and_nothing_else_is_its_text(markup, body):
    assert g2(content=inline(markup)).body_html == body


def test_html_in_a_text_of_no_stated_kind_is_read_as_such():
    data = "<contentSet><inlineData>&lt;p&gt;Ferries stop.&lt;/p&gt;</inlineData></contentSet>"
    assert g2(content=data).body_html == "<p>Ferries stop.</p>"


def test_the_source_is_who_made_it_and_not_who_passed_it_on():
    on, made = '<infoSource role="isrol:distributor" literal="On"/>', '<infoSource literal="Made"/>'
    item = files.g2_item().replace("<infoSource ", f"{on}{made}<infoSource ")
    assert files.item(files.g2(item)).source == "Made"


def test_a_name_is_taken_in_the_items_own_language():
    item = files.g2_item().replace(
        "<name>Northwire</name></provider>",
        '<name xml:lang="fr">Fil du Nord</name><name xml:lang="en">Northwire</name></provider>',
    )
    assert files.item(files.g2(item)).provider == "Northwire"


def test_without_a_provider_the_holder_of_the_copyright_is_it():
    start, _, rest = files.g2_item().partition("<provider")
    item = start + rest.partition("</provider>")[2]
    assert files.item(files.g2(item)).provider == "Northwire"


@pytest.mark.parametrize(
    "status",
    ["<pubStatus>canceled</pubStatus>", '<pubStatus uri="http://cv.iptc.org/x/canceled/"/>'],
)
def test_a_status_in_another_spelling_is_known(status):
    item = files.g2_item().replace('<pubStatus qcode="stat:usable"/>', status)
    assert files.item(files.g2(item)).pub_status == "canceled"


def test_a_text_that_is_elsewhere_is_told():
    remote = '<contentSet><remoteContent href="https://northwire.example/1.html"/></contentSet>'
    found = g2(content=remote)
    assert any("not in the file" in each for each in found.warnings)


def test_a_summary_stands_for_the_text_before_a_caption():
    more = '<description role="drol:caption">A boat.</description>'
    more += '<description role="drol:summary">Ferries stop.</description>'
    assert g2(content="<contentSet/>", more=more).body_html == "<p>Ferries stop.</p>"


def test_a_creator_without_a_code_signs():
    item = files.g2_item().replace("<by>Jane Doe</by>", '<creator literal="Ann Bee"/>')
    assert files.item(files.g2(item)).byline == "Ann Bee"


def test_a_break_in_a_headline_parts_its_words():
    item = files.g2_item().replace("Ferries suspended</headline>", "Ferries<br/>stop</headline>")
    assert files.item(files.g2(item)).headline == "Ferries stop"


def test_what_is_no_news_beside_it_is_told():
    plan = '<planningItem guid="urn:plan" version="1"/>'
    found = files.items(files.g2(plan, files.g2_item(), files.g2_item(guid="urn:two")))
    assert [any("planningItem" in told for told in each.warnings) for each in found] == [
        True,
        False,
    ]
