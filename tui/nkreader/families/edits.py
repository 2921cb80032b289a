"""What an alignment amounts to: how much was kept, and whether words were swapped one for one or text rewritten."""

from __future__ import annotations

from dataclasses import dataclass

from nkreader.compare.model import ChangeKind, Comparison, Flag, Row, RowKind
from nkreader.compare.tokens import Side, side_of
from nkreader.lexicon.synonyms import relatedness
from nkreader.model import Article
from nkreader.text.words import folded, word_forms

# Two words are one for the other, as a spinner's dictionary would have it, when they are at least neighbours in it.
_RELATED = 0.45


@dataclass(frozen=True, slots=True)
class Edits:
    """Counts over the aligned sentences of two articles, in words of the longer side of each change."""

    aligned: int
    """Words of the aligned sentences, the longer side of each row."""
    changed: int
    swapped: int
    """Of the changed: one or two words put in the place of as many."""
    kin: int
    """Of the swapped: dictionary neighbours, or a side marked as a tortured phrase."""
    one_to_one: float
    """Share (0..1) of the aligned rows that pair one sentence with one, unmoved."""

    @property
    def kept(self) -> float:
        """Share (0..1) of the aligned words that are the same on both sides."""
        return 1 - min(1.0, self.changed / self.aligned) if self.aligned else 0.0


def edits_of(left: Article, right: Article, comparison: Comparison) -> Edits:
    """The edits between two articles, counted."""
    lengths = _lengths(side_of(left)), _lengths(side_of(right))
    rows = [row for row in comparison.rows if row.kind in (RowKind.SAME, RowKind.CHANGED)]
    aligned = changed = swapped = kin = 0
    for row in rows:
        aligned += max(
            sum([lengths[0][start] for start, _ in row.left]), sum([lengths[1][start] for start, _ in row.right])
        )
        for change in row.changes:
            if Flag.FORM_ONLY in change.flags:
                continue
            mine, theirs = _words(left, change.left), _words(right, change.right)
            size = max(len(mine), len(theirs), change.kind is ChangeKind.GRAMMAR)
            changed += size
            if mine and theirs and size <= 3 and abs(len(mine) - len(theirs)) <= 1:
                swapped += size
                tortured = Flag.TORTURED_LEFT in change.flags or Flag.TORTURED_RIGHT in change.flags
                if tortured or any(relatedness(a, b) >= _RELATED for a in mine for b in theirs):
                    kin += size
    in_step = sum(_in_step(row) for row in rows) / len(rows) if rows else 0.0
    return Edits(aligned, changed, swapped, kin, in_step)


def _in_step(row: Row) -> bool:
    return len(row.left) == len(row.right) == 1 and not row.moved


def _lengths(side: Side) -> dict[int, int]:
    """Where each sentence begins -> how many words it has."""
    return {sentence.span.start: sentence.stop - sentence.first for sentence in side.sentences}


def _words(article: Article, span: tuple[int, int]) -> list[str]:
    return list(map(folded, word_forms(article.text, *span)))
