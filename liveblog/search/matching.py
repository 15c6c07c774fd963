"""Questions as either database takes them, and which entries an outlet may look into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.db.models import Case, F, FloatField, Func, Q, TextField, Value, When
from django.db.models.expressions import Col
from django.db.models.lookups import Lookup
from django.db.models.sql.compiler import SQLCompiler

from liveblog import rights, words
from liveblog.models import EntryWords, RightsProfile

Sql = tuple[str, Any]
HEADLINE, BODY = 4.0, 1.0  # how much a word weighs there


if TYPE_CHECKING:
    _Lookup = Lookup[Any]
else:
    _Lookup = Lookup


class Holds(_Lookup):
    """`words__headline__holds=question`: the row has every term, in headline or text."""

    lookup_name = "holds"
    prepare_rhs = False

    def as_sqlite(self, compiler: SQLCompiler, connection: Any) -> Sql:
        return f"{_index(compiler, self.lhs)} MATCH %s", [fts5(self.rhs)]

    def as_postgresql(self, compiler: SQLCompiler, connection: Any) -> Sql:
        return f"{_index(compiler, self.lhs)} @@ %s::tsquery", [tsquery(self.rhs)]


class HoldsInHeadline(Holds):
    """The same, in the headline alone."""

    lookup_name = "holds_in_headline"

    def as_sqlite(self, compiler: SQLCompiler, connection: Any) -> Sql:
        return f"{_index(compiler, self.lhs)} MATCH %s", [f"headline : ({fts5(self.rhs)})"]

    def as_postgresql(self, compiler: SQLCompiler, connection: Any) -> Sql:
        return f"{_index(compiler, self.lhs)} @@ %s::tsquery", [tsquery(self.rhs, parts="A")]


class HoldsInText(Holds):
    """In the inbox's index: in names or text, not among the subjects."""

    lookup_name = "holds_in_text"

    def as_sqlite(self, compiler: SQLCompiler, connection: Any) -> Sql:
        return f"{_index(compiler, self.lhs)} MATCH %s", [f"{{headline body}} : ({fts5(self.rhs)})"]


class HoldsMark(Holds):
    """The same, among the subjects alone."""

    lookup_name = "holds_mark"

    def as_sqlite(self, compiler: SQLCompiler, connection: Any) -> Sql:
        return f"{_index(compiler, self.lhs)} MATCH %s", [f"marks : ({fts5(self.rhs)})"]

    def as_postgresql(self, compiler: SQLCompiler, connection: Any) -> Sql:
        return f"{_index(compiler, self.lhs)} @@ %s::tsquery", [tsquery(self.rhs, parts="D")]


class HoldsAny(Holds):
    """The row has one term at least of the question, in its text."""

    lookup_name = "holds_any"

    def as_sqlite(self, compiler: SQLCompiler, connection: Any) -> Sql:
        asked = " OR ".join(fts5((term,)) for term in self.rhs)
        return f"{_index(compiler, self.lhs)} MATCH %s", [f"body : ({asked})"]

    def as_postgresql(self, compiler: SQLCompiler, connection: Any) -> Sql:
        asked = " | ".join(tsquery((term,), parts="B") for term in self.rhs)
        return f"{_index(compiler, self.lhs)} @@ %s::tsquery", [asked]


class Relevance(Func):
    """How well a row that was found answers the question; more is better."""

    output_field = FloatField()

    def __init__(self, column: Any, *, question: words.Question = (), **extra: Any) -> None:
        super().__init__(column, **extra)
        self.question = question

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        (column,) = self.get_source_expressions()
        return f"-bm25({_index(compiler, column)}, {HEADLINE}, {BODY})", []

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        (column,) = self.get_source_expressions()
        weights = f"'{{0, 0, {BODY / HEADLINE}, 1}}'"
        index = _index(compiler, column)
        # 1: a long text is not the better answer for being long.
        return f"ts_rank({weights}, {index}, %s::tsquery, 1)", [tsquery(self.question)]


TextField.register_lookup(Holds)
TextField.register_lookup(HoldsInHeadline)
TextField.register_lookup(HoldsInText)
TextField.register_lookup(HoldsMark)
TextField.register_lookup(HoldsAny)


def _index(compiler: SQLCompiler, column: Any) -> str:
    """The searched column of the table that `column` belongs to: it has the table's own name."""
    quoted = compiler.quote_name_unless_alias
    searched = cast("Col", column)
    return f"{quoted(searched.alias)}.{quoted(searched.target.model._meta.db_table)}"


def fts5(question: words.Question) -> str:
    """The question in FTS5's language; a token is letters and digits, so nothing escapes."""
    return " AND ".join(
        f'"{" ".join(term.tokens)}"{" *" if term.begins else ""}' for term in question
    )


def tsquery(question: words.Question, *, parts: str = "AB") -> str:
    """The question as a tsquery literal. No phrase runs from the headline into the text."""
    return " & ".join(f"({' | '.join(_phrase(term, part) for part in parts)})" for term in question)


def _phrase(term: words.Term, part: str) -> str:
    *whole, last = term.tokens
    ending = f"'{last}':{'*' if term.begins else ''}{part}"
    return " <-> ".join([*(f"'{token}':{part}" for token in whole), ending])


def matching(question: words.Question, outlet: rights.Outlet, territory: str = "") -> Q:
    """Entries that have every term of `question` in what the outlet gets of them.

    A withheld entry has nothing to find, and of an excerpted one only the headline is searched:
    whoever could search the rest would read it word by word.
    """
    if not question:
        return Q(pk__in=[])
    whole, excerpted = _levels(outlet, territory)
    by_headline = EntryWords.objects.filter(headline__holds_in_headline=question)
    allowed = whole | (excerpted & Q(pk__in=by_headline.values("pk")))
    return Q(words__headline__holds=question) & allowed


def relevance(question: words.Question, outlet: rights.Outlet, territory: str = "") -> Case:
    """Of an excerpt the text must not be told by its rank either: it has none."""
    _, excerpted = _levels(outlet, territory)
    rank = Relevance(F("words__headline"), question=question)
    return Case(When(excerpted, then=Value(0.0)), default=rank, output_field=FloatField())


def _levels(outlet: rights.Outlet, territory: str) -> tuple[Q, Q]:
    """Which entries the outlet gets whole and which as an excerpt, as `rights` decides it."""
    levels = {
        profile.source_id: rights.decide(profile.terms, outlet, territory=territory).level
        for profile in RightsProfile.objects.all()
    }
    unread = rights.decide(rights.UNREAD, outlet, territory=territory).level

    def at(level: str) -> Q:
        sources = [source for source, granted in levels.items() if granted == level]
        chosen = Q(built_from__chain__source__in=sources)
        if unread == level:
            chosen |= Q(
                built_from__isnull=False, built_from__chain__source__rights_profile__isnull=True
            )
        return chosen

    return Q(built_from__isnull=True) | at("whole"), at("excerpt")
