"""What a word is: for the index, for a question and for highlighting alike. Pure.

Databases disagree about words, case and accents, and one database with itself from locale to
locale. So they are given tokens of ASCII letters and digits only, which all of them take alike.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MAX_TOKENS = 16_000  # PostgreSQL counts positions no further
MAX_WORD = 60  # characters of a word that count
SHORTEST_BEGINNING = 2  # a single letter begins too many words

_MARKS = "".join(chr(n) for n in range(0x10000) if unicodedata.category(chr(n))[0] == "M")
# Scripts written without spaces: Thai, Lao, Burmese, Khmer, kana, Han. A sign is a word there,
# and what a reader types without a space is looked for as it stands.
_ALONE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_MARK, _SIGN = f"[{re.escape(_MARKS)}]", f"[{_ALONE}]"
_WORD = re.compile(f"(?=[^\\W_]){_SIGN}{_MARK}*|(?:(?!{_SIGN})[^\\W_]{_MARK}*)+")
_LATIN_MARKS = re.compile("([a-z])[\u0300-\u036f]+")
_QUOTED = re.compile('["“”„«»]([^"“”„«»]*)["“”„«»]')


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens that follow each other; the last is the beginning of a word if `begins`."""

    tokens: tuple[str, ...]
    begins: bool = False

    def ends_at(self, tokens: list[str], start: int) -> int | None:
        """Where in `tokens` it ends if it stands at `start`."""
        end = start + len(self.tokens)
        *whole, last = self.tokens
        if end > len(tokens) or tokens[start : end - 1] != whole:
            return None
        there = tokens[end - 1]
        return end if there == last or (self.begins and there.startswith(last)) else None


Question = tuple[Term, ...]  # every term must occur


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `hit` if it was asked for."""

    text: str
    hit: bool = False


def indexed(text: str) -> str:
    """The tokens of `text`, as they are stored."""
    return " ".join([token for token, _, _ in _tokens(text)][:MAX_TOKENS])


def question(text: str) -> Question:
    """What `text` asks for: words, "phrases", and of the last word its beginning.

    Everything else is no operator but text, which separates words. Nothing to look for: no terms.
    """
    terms: list[Term] = []
    end = 0
    for match in _QUOTED.finditer(text):
        terms += _loose(text[end : match.start()])
        terms += _term(match[1])
        end = match.end()
    rest = _loose(text[end:])
    if rest and len(_decoded(rest[-1].tokens[-1])) >= SHORTEST_BEGINNING:
        rest[-1] = Term(rest[-1].tokens, begins=True)
    return tuple(dict.fromkeys(terms + rest))


def pieces(text: str, asked: Question) -> list[Piece]:
    """`text` cut up where the words stand that were asked for."""
    cut: list[Piece] = []
    end = 0
    for start, stop in _hits(text, asked):
        if stop <= end:
            continue
        begin = max(start, end)
        cut += [Piece(text[end:begin]), Piece(text[begin:stop], hit=True)]
        end = stop
    return [piece for piece in [*cut, Piece(text[end:])] if piece.text]


def snippet(text: str, asked: Question, *, size: int) -> list[Piece]:
    """About `size` characters of `text` around the first hit, cut at blanks, in pieces."""
    text = " ".join(text.split())
    first = next(iter(_hits(text, asked)), (0, 0))[0]
    start = _blank(text, first - size // 3) if first > size // 2 else 0
    end = _blank(text, start + size)
    shown = pieces(text[start:end].strip(), asked)
    before = [Piece("… ")] if start else []
    return before + shown + ([Piece(" …")] if end < len(text) else [])


def _blank(text: str, place: int) -> int:
    """A blank near `place`, or `place` where there is none (Chinese has none)."""
    if place >= len(text):
        return len(text)
    found = text.rfind(" ", max(place - 30, 0), place + 1)
    return found if found > 0 else place


def _hits(text: str, asked: Question) -> list[tuple[int, int]]:
    found = _tokens(text)
    tokens = [token for token, _, _ in found]
    spans = set()
    for start in range(len(tokens)):
        for term in asked:
            end = term.ends_at(tokens, start)
            if end is not None:
                spans.add((found[start][1], found[end - 1][2]))
    return sorted(spans)


def _loose(text: str) -> list[Term]:
    """Words outside quotes; what is written together ("north-east", "don't") stays together."""
    return [term for part in text.split() for term in _term(part)]


def _term(text: str) -> list[Term]:
    tokens = tuple(token for token, _, _ in _tokens(text))
    return [Term(tokens)] if tokens else []


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """Every word as a token, with where it begins and ends in `text`."""
    return [(_token(match[0]), *match.span()) for match in _WORD.finditer(text)]


def _token(word: str) -> str:
    """`w` and the word in lower case, without the accents of Latin letters; a word with other
    letters is `u` and its UTF-8 in hexadecimal, of which a beginning is still a beginning."""
    folded = unicodedata.normalize("NFKD", word).casefold()
    folded = unicodedata.normalize("NFC", _LATIN_MARKS.sub(r"\1", folded))[:MAX_WORD]
    plain = folded.isascii() and folded.isalnum()
    return f"w{folded}" if plain else f"u{folded.encode().hex()}"


def _decoded(token: str) -> str:
    return token[1:] if token[0] == "w" else bytes.fromhex(token[1:]).decode()
