"""A comparison as text: rows stacked, changes marked; or only the changed facts."""

from __future__ import annotations

from collections.abc import Iterator

from nkreader.compare.model import Change, ChangeKind, Comparison, Flag, Row, RowKind
from nkreader.model import Article, Span
from nkreader.report.ink import BLUE, BOLD, DIM, UNDERLINE, YELLOW, Ink, clipped


def comparison_text(left: Article, right: Article, comparison: Comparison, ink: Ink) -> Iterator[str]:
    """`nkreader compare`: original over copy, row by row; runs that only one side has are one line."""
    yield from _head(left, right, comparison, ink)
    run: list[Row] = []
    for row in comparison.rows:
        if run and row.kind is not run[0].kind:
            yield from _run(run, left, right, ink)
            run = []
        if row.kind in (RowKind.LEFT_ONLY, RowKind.RIGHT_ONLY):
            run.append(row)
        elif row.kind is RowKind.BOILERPLATE:
            yield ink("  residue: " + clipped(" ".join(_texts(left, row.left) + _texts(right, row.right)), 80), DIM)
        else:
            yield from _row(row, left, right, ink)
    yield from _run(run, left, right, ink)


def facts_text(left: Article, right: Article, comparison: Comparison, ink: Ink) -> Iterator[str]:
    """`nkreader compare --facts`: the changed facts and altered quotations, one to a line."""
    yield from _head(left, right, comparison, ink)
    for row in comparison.rows:
        for change in row.changes:
            if change.is_fact or change.in_quotation:
                yield _change(change, left, right, ink)


def _head(left: Article, right: Article, comparison: Comparison, ink: Ink) -> Iterator[str]:
    summary = comparison.summary
    yield ink(f"{left.id}", BOLD, BLUE) + " > " + ink(f"{right.id}", BOLD, YELLOW)
    yield ink(
        f"{summary.aligned:,} rows aligned of {summary.sentences[0]:,} and {summary.sentences[1]:,} sentences, "
        f"{summary.words_changed:,} words changed, {summary.facts:,} facts, "
        f"{summary.quotations_altered:,} quotations altered",
        DIM,
    )
    yield ""


def _texts(article: Article, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(article.text) for span in spans]


def _run(run: list[Row], left: Article, right: Article, ink: Ink) -> Iterator[str]:
    if not run:
        return
    side = left if run[0].kind is RowKind.LEFT_ONLY else right
    spans = [span for row in run for span in (row.left or row.right)]
    count = f"{len(spans):,} sentence{'s' if len(spans) != 1 else ''} only in {side.id}"
    yield ink(f"  {count}: ", DIM) + ink(clipped(spans[0].of(side.text), max(20, ink.width - len(count) - 6)), DIM)
    yield ""


def _row(row: Row, left: Article, right: Article, ink: Ink) -> Iterator[str]:
    moved = "moved " if row.moved else ""
    if row.kind is RowKind.SAME:
        yield from ink.paragraph(" ".join(_texts(left, row.left)), "  ", f"= {moved}", DIM)
        yield ""
        return
    yield from ink.paragraph(" ".join(_texts(left, row.left)), "  ", f"< {moved}", BLUE)
    yield from ink.paragraph(" ".join(_texts(right, row.right)), "  ", f"> {moved}", YELLOW)
    for change in row.changes:
        yield "    " + _change(change, left, right, ink)
    yield ""


def _change(change: Change, left: Article, right: Article, ink: Ink) -> str:
    before, after = change.left.of(left.text) or "(nothing)", change.right.of(right.text) or "(nothing)"
    sign = "!" if change.is_fact else '"' if change.in_quotation else " "
    notes = [
        said
        for flag, said in (
            (Flag.FORM_ONLY, "same value"),
            (Flag.IN_QUOTATION, "inside a quotation"),
            (Flag.TORTURED_LEFT, "left: an expression English does not use"),
            (Flag.TORTURED_RIGHT, "right: an expression English does not use"),
        )
        if flag in change.flags
    ]
    style = (BOLD, UNDERLINE) if change.is_fact else (DIM,) if change.kind is ChangeKind.GRAMMAR else ()
    return (
        ink(f"{sign} {change.kind:<8} ", *style)
        + f"{ink(before)} > {ink(after)}"
        + ink(f"  ({'; '.join(notes)})" if notes else "", DIM)
    )
