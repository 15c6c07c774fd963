"""What agencies set above and below a story is none of it: notes, names, initials, marks."""

import pytest

from tests.wire import files

STORY = "<p>Rain.</p><p>More rain.</p>"


def ninjs(body, **fields):
    return files.item(files.ninjs(**({"byline": "", "body_xhtml": body} | fields)))


@pytest.mark.parametrize(
    "note",
    [
        "(Adds quotes, background (paragraphs 2-3))",
        "(Updates with police statement)",
        "(Berichtigung: Der Name heißt Doe)",
        "(Corrects day in first paragraph)",
        "KORREKTUR-HINWEIS In NW12 muss der Name Doe heißen",
        "N i e u w bericht, vervangt: Regen",
    ],
)
def test_what_is_new_in_a_version_is_told_to_editors_only(note):
    found = ninjs(f"<p>{note}</p><p>LEEDS, March 2 (NW) - Rain.</p><p>More rain.</p>")
    assert (found.body_html, found.ed_note) == (STORY, note)
    assert found.dateline == "LEEDS, March 2 (NW) -"


def test_a_notice_between_rules_leaves_the_text_whole():
    notice = "<pre>-----\n KORREKTUR-HINWEIS\n Der Name heißt Doe.\n -----</pre>"
    found = ninjs(f"<h2>Second headline</h2>{notice}<p>LEEDS (NW) - Rain.</p>")
    assert found.body_html == "<p><strong>Second headline</strong></p><p>Rain.</p>"
    assert "Der Name heißt Doe." in found.ed_note
    assert "correction" in found.signals


@pytest.mark.parametrize("signed", ["By Jane Doe", "Von Jan Müller und Ann van Bee"])
def test_who_signed_above_a_story_is_its_byline(signed):
    found = ninjs(f"<p>{signed}</p>{STORY}")
    assert (found.byline, found.body_html) == (signed, STORY)


@pytest.mark.parametrize("words", ["By noon the water had reached the town.", "By 2030"])
def test_a_sentence_that_begins_with_by_signs_nothing(words):
    found = ninjs(f"<p>{words}</p>{STORY}")
    assert (found.byline, found.body_html) == ("", f"<p>{words}</p>{STORY}")


def test_another_than_who_signed_the_item_stays_in_the_text():
    body = f"<p>By Ann Bee</p>{STORY}"
    assert ninjs(body, byline="Jane Doe").body_html == body


@pytest.mark.parametrize(
    "mark",
    ["ab/cd/efg", "ab-cd/ef", "ends", "(ENDE)", "-30-", "==Northwire", "/northwire/",
     "(NW/ab cd)", "MA // EA", "(©NW)", "Northwire/Fim", "Northwire ab cd", "Northwire RTV ar"],
)  # fmt: skip
def test_marks_at_the_end_are_none_of_the_story(mark):
    found = ninjs(f"{STORY}<p>{mark}</p>")
    assert (found.body_html, found.ed_note) == (STORY, mark)


@pytest.mark.parametrize(
    "words",
    ["The end", "(Reporting by Jane Doe)", "It ends", "Northwire said so", "Rain/Snow", "2-1"],
)
def test_words_at_the_end_are_the_story(words):
    assert ninjs(f"{STORY}<p>{words}</p>").body_html == f"{STORY}<p>{words}</p>"


def test_a_note_alone_is_not_taken_for_nothing():
    assert ninjs("<p>(Updates to follow)</p>").body_html == "<p>(Updates to follow)</p>"


def test_initials_are_no_byline():
    found = ninjs(STORY, byline="gr/bp")
    assert (found.byline, found.ed_note) == ("", "gr/bp")


@pytest.mark.parametrize("note", ["Eds: CORRECTS spelling of name.", "Korjattu aiempaa uutista."])
def test_a_note_that_begins_with_a_correction_is_one(note):
    assert "correction" in ninjs(STORY, ednote=note).signals


def test_a_line_that_is_only_tried_is_no_news():
    assert ninjs("<p>ryryryry copyright by Northwire ryryryry</p>").is_advisory


@pytest.mark.parametrize(
    ("stated", "opening", "kept"),
    [
        ("20260302T213410Z", "LEEDS, March 2 (NW) - ", "LEEDS, March 2 (NW) -"),
        ("3.6.2024 10:00:01 EEST", "LEEDS (NW) - ", "LEEDS (NW) -"),
        ("March 2", "LEEDS, March 2. /NW/. ", "LEEDS, March 2. /NW/."),
        ("Stockholm", "København /nw/: ", "København /nw/:"),
        ("LEEDS", "LEEDS (NW) - ", "LEEDS"),
        ("Leeds, March 2 (NW)", "LEEDS (NW) - ", "Leeds, March 2 (NW)"),
        ("", "Genève (nwi) ", "Genève (nwi)"),
        ("", "SAITAMA, Japan, Dec. 9 Northwire - ", "SAITAMA, Japan, Dec. 9 Northwire -"),
    ],
)
def test_the_dateline_that_says_more_is_kept(stated, opening, kept):
    found = ninjs(f"<p>{opening}Rain.</p>", dateline=stated)
    assert (found.dateline, found.body_html) == (kept, "<p>Rain.</p>")


def test_an_address_in_brackets_stays_in_a_note():
    found = ninjs(STORY, ednote="Editing by: Ann Bee <ann@northwire.example>")
    assert found.ed_note == "Editing by: Ann Bee ann@northwire.example"


@pytest.mark.parametrize("mark", ["(©NW)", "(© Northwire)", "NORTHWIRE"])
def test_a_mark_behind_the_last_sentence_is_none_of_it(mark):
    mark = mark.replace("NORTHWIRE", "NWIRE")
    found = ninjs(f"<p>Rain.</p><p>More rain. {mark}</p>", source="Nwire")
    assert (found.body_html, found.ed_note) == (STORY, mark)


def test_letters_behind_the_last_sentence_that_name_nobody_stay():
    body = "<p>Rain.</p><p>They met in D.C. (© 2026) or in NATO. UN</p>"
    assert ninjs(body).body_html == body
