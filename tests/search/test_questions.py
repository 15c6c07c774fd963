"""What a question means: the same on both databases."""

import pytest

from tests.cast import publish_entry
from tests.search.asking import found

FINDS = {
    "ferry": [1],
    "FERRY gale": [1],  # across headline and text
    "ferry warning": [],  # every word must occur
    "sail": [1],  # the last word may be a beginning
    "sail ferry": [],  # any other may not
    '"sail"': [],  # nor in quotes
    '"ferry isn\'t"': [1],
    '"isn\'t ferry"': [],
    "“ferry isn't” gale": [1],
    '"gale the"': [],  # no phrase runs from the headline into the text
    "north-east": [1],
    "east-north": [],
    "to be": [],  # no word is too common to count
    "the": [1],
    "cafe elan zurich ha noi": [2],
    "CAFÉ": [2],
    "港口": [3],
    "风暴": [3],
    "口港": [],
    "المرفأ": [4],
    "เรือ": [5],
    "किताब": [5],
    "strasse 1e5": [5],
    "3.5": [5],
    "ferry OR warning": [],  # operators are words
    "ferry NOT gale": [],
    "ferry AND gale": [],
    "NEAR(ferry gale)": [],
    "headline:gale": [],
    "ferry & !gale | x:*": [],
}
WITHOUT_A_WORD = [
    "",
    " ",
    "***",
    "\"'()*:^-+",
    '"',
    '""',
    "“",
    "😀",
    "\u202e\u200f",
    "&|!<->",
    "\\",
    "%_",
    "；。",
]
UNCLOSED = ['"ferry', 'ferry"', '" ferry', "ferry\\", "ferry' --", "(ferry"]


@pytest.fixture
def words(blog, ada):
    publish_entry(blog, ada, "<p>The north-east ferry isn't sailing.</p>", headline="Gale")
    publish_entry(blog, ada, "<p>Warning: café Élan in Zürich, Hà Nội.</p>", headline="Sea")
    publish_entry(blog, ada, "<p>港口因风暴关闭。</p>")
    publish_entry(blog, ada, "<p>أُغلق المرفأ بسبب العاصفة</p>")
    publish_entry(blog, ada, "<p>ท่าเรือปิด 3.5 km 1e5 Straße किताब</p>")


def test_a_question_finds_what_has_its_words(words):
    assert {text: found(text) for text in FINDS} == FINDS


def test_a_question_without_a_word_finds_nothing(words):
    assert {text: found(text) for text in WITHOUT_A_WORD} == {key: [] for key in WITHOUT_A_WORD}


def test_what_is_not_closed_is_text(words):
    assert {text: found(text) for text in UNCLOSED} == {key: [1] for key in UNCLOSED}
