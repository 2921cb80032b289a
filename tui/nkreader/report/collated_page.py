"""A comparison as HTML: level rows, the screen's colours and signs, folds that open without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from nkreader.compare.model import Change, Comparison, Flag, RowKind
from nkreader.model import Article
from nkreader.report.collation.outline import Outline, Run
from nkreader.report.collation.pieces import Piece, pieces, signs
from nkreader.report.collation.ranks import LEFT_ONLY_SIGN, LEGEND, MOVED_SIGN, RIGHT_ONLY_SIGN, Side, sign_of
from nkreader.report.collation.wording import ghost_words, move_words, run_words
from nkreader.report.page import safe

CARET = "‸"
TORTURED = frozenset({Flag.TORTURED_LEFT, Flag.TORTURED_RIGHT})
SHOWN = 160
"""Code points of either wording in the list of facts."""


def collated(left: Article, right: Article, comparison: Comparison, key: str = "") -> Iterator[str]:
    """The comparison as parts of a page: figures, changed facts, legend, rows. `key` begins all of its anchors."""
    yield from _Page(Outline(left, right, comparison), key).parts()


class _Page:
    def __init__(self, outline: Outline, key: str) -> None:
        self.outline = outline
        self.key = safe(key)
        self.numbers = {id(change): number for number, (_, change) in enumerate(outline.changes)}

    def parts(self) -> Iterator[str]:
        yield self._figures()
        yield from self._facts()
        yield self._legend()
        yield '<div class="witnesses">'
        for side in Side:
            yield self._witness(side)
        yield "</div>\n"
        run: Run | None = None
        for number in range(len(self.outline.rows)):
            here = self.outline.run_of.get(number)
            if run is not None and here is not run:
                yield "</details>\n"
            if here is not None and here is not run:
                yield self._fold(here)
            run = here
            yield from self._row(number)
        if run is not None:
            yield "</details>\n"

    def _figures(self) -> str:
        summary = self.outline.comparison.summary
        figures = (
            (summary.facts, "fact changed", "facts changed"),
            (summary.quotations_altered, "quotation altered", "quotations altered"),
            (summary.words_changed, "word changed", "words changed"),
            (summary.moved, "passage moved", "passages moved"),
        )
        told = [(f"{number:,}", one if number == 1 else many) for number, one, many in figures if number]
        items = "".join(f"<li><b>{number}</b> {what}</li>" for number, what in told)
        shares = (
            f"<li><b>{100 * share:.0f}%</b> of {safe(self.outline.names[side])} in common</li>"
            for side, share in ((Side.LEFT, summary.shared_left), (Side.RIGHT, summary.shared_right))
        )
        return f'<ul class="figures">{items}{"".join(shares)}</ul>\n'

    def _facts(self) -> Iterator[str]:
        told = [change for _, change in self.outline.changes if change.is_fact or change.in_quotation]
        if not told:
            return
        yield '<h2>Changed facts and altered quotations</h2>\n<ul class="facts">\n'
        for change in told:
            before, after = (
                f'<span class="{side}">{safe(_short(span.of(self.outline.texts[side]))) or "(nothing)"}</span>'
                for side, span in ((Side.LEFT, change.left), (Side.RIGHT, change.right))
            )
            where = " in a quotation" if change.in_quotation and sign_of(change) != '"' else ""
            kind = "quotation" if sign_of(change) == '"' else str(change.kind)
            yield (
                f'<li>{_sign(change)}<a href="#{self.key}c{self.numbers[id(change)]}">{before}'
                f'<span class="arrow">→</span>{after}</a> <small>{kind}{where}</small></li>\n'
            )
        yield "</ul>\n"

    def _legend(self) -> str:
        rows = self.outline.rows
        used = {sign_of(change) for _, change in self.outline.changes}
        used |= {MOVED_SIGN} if self.outline.moves else set()
        used |= {LEFT_ONLY_SIGN for row in rows if row.kind is RowKind.LEFT_ONLY}
        used |= {RIGHT_ONLY_SIGN for row in rows if row.kind is RowKind.RIGHT_ONLY}
        items = [
            f'<li title="{safe(meaning)}"><span class="sign {name}">{safe(sign)}</span> {name}</li>'
            for sign, name, meaning in LEGEND
            if sign in used
        ]
        if any(TORTURED.intersection(change.flags) for _, change in self.outline.changes):
            items.append('<li><span class="mark tortured">words</span> an expression English does not use</li>')
        return f'<ul class="legend">{"".join(items)}</ul>\n'

    def _witness(self, side: Side) -> str:
        article = self.outline.article(side)
        sign = "&lt;" if side is Side.LEFT else "&gt;"
        file = PurePath(article.path).name if article.path and article.path != "-" else article.id
        known = " · ".join(safe(part) for part in (article.byline, article.publisher, article.published, file) if part)
        return f'<div class="{side}"><b>{sign} {safe(article.title or article.id)}</b>{known}</div>'

    def _fold(self, run: Run) -> str:
        side = run.side or Side.RIGHT
        tone = " residue" if run.kind is RowKind.BOILERPLATE else ""
        said = f'<span class="says {side}{tone}">{safe(run_words(run, self.outline))}</span>'
        cells = f"{said}<span></span>" if side is Side.LEFT else f"<span></span>{said}"
        return f'<details class="fold"><summary>{cells}</summary>\n'

    def _row(self, number: int) -> Iterator[str]:
        outline, key = self.outline, self.key
        row = outline.rows[number]
        if (move := outline.move_of.get(number)) is not None and move.first == number:
            yield _note(f'<a href="#{key}m{number}">{MOVED_SIGN} {safe(move_words(move, outline))}</a>')
        cells = "".join(self._cell(number, side) for side in Side)
        looks = [str(row.kind), *(["gap"] if outline.gaps[number] else [])]
        if any(outline.is_heading(number, side) for side in Side):
            looks.append("heading")
        yield f'<div class="row {" ".join(looks)}" id="{key}r{number}">{cells}</div>\n'
        for move in outline.ghosts.get(number, ()):
            words = f"{MOVED_SIGN} {safe(ghost_words(move, outline))}"
            yield _note(f'<a id="{key}m{move.first}" href="#{key}r{move.first}">{words}</a>')

    def _cell(self, number: int, side: Side) -> str:
        row = self.outline.rows[number]
        found = pieces(self.outline, number, side)
        stretches = ["".join(self._piece(piece, side) for piece in stretch) for stretch in found]
        if not stretches:
            return f'<div class="cell {side}"></div>'
        marks = [_sign(change) for _, change in signs(self.outline, number)]
        if row.kind is RowKind.LEFT_ONLY:
            marks = [f'<span class="sign">{LEFT_ONLY_SIGN}</span>']
        elif row.kind is RowKind.RIGHT_ONLY:
            marks = [f'<span class="sign">{RIGHT_ONLY_SIGN}</span>']
        margin = f'<span class="signs">{"".join(marks)}</span>' if marks else ""
        return f'<div class="cell {side}">{margin}{"<br>".join(stretches)}</div>'

    def _piece(self, piece: Piece, side: Side) -> str:
        change = piece.change
        if change is None:
            return safe(piece.text)
        anchor = f' id="{self.key}c{self.numbers[id(change)]}"' if side is Side.LEFT else ""
        look = _look(change, side, bool(piece.text))
        return f'<span class="mark {look}" title="{_title(change)}"{anchor}>{safe(piece.text) or CARET}</span>'


def _note(words: str) -> str:
    return f'<div class="row"><div class="cell left"></div><div class="cell right note">{words}</div></div>\n'


def _sign(change: Change) -> str:
    return f'<span class="sign{f" {change.kind}" if change.is_fact else ""}">{safe(sign_of(change))}</span>'


def _look(change: Change, side: Side, filled: bool) -> str:
    """The classes of a change on one side: those of the screen's styles."""
    looks = [str(change.kind)]
    if change.is_fact:
        looks.append("fact")
    elif Flag.FORM_ONLY in change.flags:
        looks = ["form-only"]
    if change.in_quotation:
        looks.append("quotation")
    if (Flag.TORTURED_LEFT if side is Side.LEFT else Flag.TORTURED_RIGHT) in change.flags:
        looks.append("tortured")
    if not filled:
        looks.append("caret")
    return " ".join(looks)


def _title(change: Change) -> str:
    notes = [str(change.kind)]
    if Flag.FORM_ONLY in change.flags:
        notes.append("same value in another form")
    if change.in_quotation:
        notes.append("inside a quotation")
    if {Flag.TORTURED_LEFT, Flag.TORTURED_RIGHT} & set(change.flags):
        notes.append("an expression English does not use")
    return ", ".join(notes)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "…"
