"""What becomes of text on its way to public markup: liveblog/sanitise.py."""

import random

import pytest

from liveblog.sanitise import MAX_BODY_BYTES, MAX_TAGS, UnacceptableText, body_text, clean_body

# Pieces in which parsers disagree with themselves and with each other.
PIECES = [
    *(
        "<p>",
        "</p>",
        "<p/",
        "<a href='",
        "<a\n",
        "</a>",
        "<b>",
        "</b>",
        "<i>",
        "<br>",
        "<ul>",
        "<li>",
    ),
    *("</ul>", "<blockquote>", "<math>", "</math>", "<mtext>", "<mglyph>", "<style>", "</style>"),
    *("<table>", "<tr>", "<td>", "<noscript>", "</noscript>", "<template>", "<select>", "<title>"),
    *(
        "</title>",
        "<textarea>",
        "<xmp>",
        "<plaintext>",
        "<desc>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
    ),
    *("<?x?>", "<", ">", "&", '"', "'", "x", "\r", "\xa0", "&lt;", "&amp;", "&nbsp;", "&colon;"),
    *("&#13;", "&#1;", "&#x202e;", "&NewLine;", "http://e.x/"),
]


def accepted(body):
    try:
        return clean_body(body)
    except UnacceptableText:
        return None


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<p onclick = 'x'>Ferries</p>",
        '<a href="java\nscript:alert(1)">Ferries</a>',
        '<a href="&#106;avascript:alert(1)">Ferries</a>',
        "<svg/onload=alert(1)>",
        '<b title=">" onmouseover=alert(1)>Ferries</b>',
    ],
)
def test_what_could_run_is_refused_with_its_name(body):
    with pytest.raises(UnacceptableText, match="active content"):
        clean_body(body)


def test_words_that_only_look_like_code_are_welcome():
    body = "<p>Carry on=5, javascript: a primer, x &lt; y</p>"
    assert clean_body(body) == body


@pytest.mark.parametrize("hidden", ["&#x202e;", "&#8238;", "&#1;", "&#x7f;"])
def test_a_hidden_character_is_refused_when_it_is_written_as_a_number(hidden):
    with pytest.raises(UnacceptableText):
        clean_body(f"<p>Ferries{hidden} sail</p>")


def test_attributes_beyond_the_link_are_taken_away():
    assert clean_body('<p title="a" lang="fr">Bac</p>') == "<p>Bac</p>"


def test_cleaned_text_is_cleaned_to_itself():
    dice = random.Random(20230105)
    bodies = ["".join(dice.choices(PIECES, k=dice.randint(1, 14))) for _ in range(5000)]
    cleaned = [text for text in map(accepted, bodies) if text is not None]
    assert len(cleaned) > 2500
    assert [clean_body(text) for text in cleaned] == cleaned


@pytest.mark.parametrize("piece", ["<a ", '<a "', "<!--", "<![", "</", "<?", "&#", "<b>", "<ul>"])
def test_markup_made_to_keep_a_parser_busy_is_answered(piece):
    """Read by a parser that starts anew at every "<", one of these takes minutes."""
    accepted((piece * MAX_BODY_BYTES)[:MAX_BODY_BYTES])
    accepted((piece * (MAX_TAGS - 1)).ljust(MAX_BODY_BYTES - 1, "x"))


def test_a_character_number_of_thousands_of_digits_is_no_character():
    assert "Ferries" in clean_body(f'<a href="&#{"9" * 5000};">Ferries</a>')


def test_formatting_that_would_be_opened_again_in_every_paragraph_is_refused():
    unclosed = "<p>" + "".join(f"<b a{n}>" for n in range(900)) + "x<p>" * 900
    with pytest.raises(UnacceptableText, match="longer than"):
        clean_body(unclosed)
    with pytest.raises(UnacceptableText, match="too much formatting"):
        clean_body(unclosed * 3)


def test_text_that_grows_when_it_is_escaped_is_refused_at_once():
    """Or the editor could not save again what was saved before."""
    with pytest.raises(UnacceptableText, match="longer than"):
        clean_body("&" * (MAX_BODY_BYTES - 1))


def test_text_of_cleaned_markup_has_one_line_for_every_block():
    assert body_text(clean_body("<p>One &amp; two</p><ul><li>Three</li></ul>")) == (
        "One & two\nThree"
    )


@pytest.mark.parametrize("href", ["/x", "//other.example", "x", "?q", "#top", "\\\\other"])
def test_a_link_that_would_lead_elsewhere_on_a_partners_site_is_unwrapped(href):
    assert clean_body(f'<p><a href="{href}">Here</a></p>').count("href") == 0


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("<h2>Title</h2><div>Text</div>", "<p><strong>Title</strong></p><p>Text</p>"),
        ("<tr><td>Pier</td><td>Next</td></tr>", "<p>Pier Next </p>"),
        ("<ul><li><div>x</div></li></ul>", "<ul><li><p>x</p></li></ul>"),
        ("<div><p>a</p><p> </p><p>&nbsp;<br></p><p>b</p></div>", "<p>a</p><p>b</p>"),
        ("<dl><dt>Wind</dt><dd>60 knots</dd></dl>", "<p>Wind</p><p>60 knots</p>"),
        ("<p></p>", ""),
    ],
)
def test_blocks_that_are_none_of_ours_keep_their_words_apart(pasted, kept):
    assert clean_body(pasted) == kept
    assert clean_body(kept) == kept
