"""Cutting and marking text, without a database."""

from liveblog.words import indexed, pieces, question, snippet

LONG = "Ferries wait at the quay. " * 20 + "The lighthouse is dark. " + "Nobody was hurt. " * 20


def marked(parts):
    return "".join(f"[{part.text}]" if part.hit else part.text for part in parts)


def test_what_was_asked_for_is_marked_as_it_is_written():
    asked = question('elan "north east" ferr')
    text = "Élan: north-east Ferries, east of north."
    assert marked(pieces(text, asked)) == "[Élan]: [north-east] [Ferries], east of north."


def test_nothing_is_lost_or_changed_by_marking():
    asked = question("the quay w")
    assert "".join(part.text for part in pieces(LONG, asked)) == LONG


def test_a_snippet_is_cut_around_the_first_hit():
    shown = marked(snippet(LONG, question("lighthouse"), size=120))
    assert "The [lighthouse] is dark." in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 160


def test_a_short_text_is_shown_whole():
    assert marked(snippet("All is well.", question("storm"), size=120)) == "All is well."


def test_a_text_without_blanks_is_cut_too():
    shown = marked(snippet("港口因风暴关闭。" * 60, question("关闭"), size=100))
    assert "[关闭]" in shown
    assert len(shown) < 180


def test_tokens_are_ascii_letters_and_digits():
    tokens = indexed("Ферри, 港口, Élan & किताब's 1e5 ½ ﬁn <b>")
    assert tokens.replace(" ", "").isalnum()
    assert tokens.isascii()
