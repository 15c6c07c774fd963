"""How well attributions are found: what was found against what somebody has labelled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from liveblog.credits.find import find_attributions
from liveblog.credits.names import Relation, SourceName


@dataclass(frozen=True, slots=True)
class Label:
    """An attribution by the slugs of its source and of whom that leans on ("" for nobody)."""

    source: str
    relation: str
    via: str = ""

    def __str__(self) -> str:
        return f"{self.source} {self.relation}{f' via {self.via}' if self.via else ''}"


@dataclass(frozen=True, slots=True)
class Judged:
    """One text: what was found and should not have been, what was missed, and what was right."""

    text: str
    wrong: frozenset[Label]
    missed: frozenset[Label]
    right: int


@dataclass(frozen=True, slots=True)
class Score:
    """`precision`: right of all that was found; `recall`: found of all there is. Of nothing: 1."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def judge(text: str, labels: Iterable[Label], registry: Sequence[SourceName]) -> Judged:
    """Look for attributions in a text's paragraphs, and compare. Who is named as person is not."""
    paragraphs = [line for line in text.splitlines() if line.strip()]
    found = {
        Label(each.source.slug, str(each.relation), each.via.slug if each.via else "")
        for each in find_attributions(paragraphs, registry)
    }
    wanted = set(labels)
    return Judged(text, frozenset(found - wanted), frozenset(wanted - found), len(found & wanted))


def score(judged: Iterable[Judged]) -> Score:
    """All texts together."""
    every = list(judged)
    return Score(
        sum(each.right for each in every),
        sum(len(each.wrong) for each in every),
        sum(len(each.missed) for each in every),
    )


def known_relation(text: str) -> bool:
    """Whether this is how an entry may lean on a source."""
    return text in set(Relation)
