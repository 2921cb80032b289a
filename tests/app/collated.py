"""Comparisons written down by hand for the tests of the comparison's widget, and an app that shows nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from textual.app import App, ComposeResult

from nkreader.app.themes import DEFAULT, THEMES, VARIABLE_DEFAULTS
from nkreader.app.widgets.collation import Collation
from nkreader.compare.model import Change, ChangeKind, Comparison, Flag, Row, RowKind, Summary
from nkreader.model import Article, Boilerplate, BoilerplateKind, Span

Edit = tuple[ChangeKind, str, str] | tuple[ChangeKind, str, str, tuple[Flag, ...]]


@dataclass
class Pair:
    """One row to be: what either side says, the edits between, where paragraphs begin."""

    left: str = ""
    right: str = ""
    edits: Sequence[Edit] = ()
    paragraph: bool = False
    residue: BoilerplateKind | None = None
    right_place: int | None = None
    """Where the right side stands among the right text's sentences, if not in this order."""


@dataclass
class Story:
    left: Article
    right: Article
    comparison: Comparison
    spans: dict[str, list[Span | None]] = field(default_factory=dict)


def collate(pairs: Sequence[Pair], left: str = "101_a", right: str = "102_b", gap: str = "\n\n") -> Story:
    """The two articles and their comparison."""
    spans: dict[str, list[Span | None]] = {}
    texts = {}
    for side in ("left", "right"):
        order = list(range(len(pairs)))
        if side == "right":
            order.sort(key=lambda n: n if pairs[n].right_place is None else pairs[n].right_place)
        text = ""
        found: list[Span | None] = [None] * len(pairs)
        for number in order:
            said = getattr(pairs[number], side)
            if not said:
                continue
            if text:
                text += gap if pairs[number].paragraph else " "
            found[number] = Span(len(text), len(text) + len(said))
            text += said
        texts[side], spans[side] = text, found
    rows = []
    for number, pair in enumerate(pairs):
        a, b = spans["left"][number], spans["right"][number]
        changes = []
        for kind, old, new, *flags in pair.edits:
            changes.append(
                Change(kind, _place(pair.left, a, old), _place(pair.right, b, new), flags[0] if flags else ())
            )
        if pair.residue is not None:
            row_kind = RowKind.BOILERPLATE
        elif a is None:
            row_kind = RowKind.RIGHT_ONLY
        elif b is None:
            row_kind = RowKind.LEFT_ONLY
        else:
            row_kind = RowKind.CHANGED if changes else RowKind.SAME
        rows.append(Row(row_kind, pair.right_place is not None, (a,) if a else (), (b,) if b else (), tuple(changes)))
    articles = [
        Article(
            id,
            texts[side],
            boilerplate=tuple(
                Boilerplate(span.start, span.end, pair.residue)
                for pair, span in zip(pairs, spans[side], strict=True)
                if pair.residue is not None and span is not None
            ),
        )
        for id, side in ((left, "left"), (right, "right"))
    ]
    count = len(pairs)
    summary = Summary((count, count), count, 0, 0, 0, 0, 1.0, 1.0)
    return Story(articles[0], articles[1], Comparison(left, right, tuple(rows), summary), spans)


def _place(said: str, span: Span | None, words: str) -> Span:
    """Where words stand; `before|` is the empty place behind some words."""
    assert span is not None
    if words.endswith("|"):
        end = span.start + said.index(words[:-1]) + len(words) - 1
        return Span(end, end)
    start = span.start + said.index(words)
    return Span(start, start + len(words))


class Host(App[None]):
    """Shows one comparison and remembers what it told."""

    # As in the reader: the comparison must do without a scrollbar all the same.
    CSS = "* { scrollbar-size: 1 1; }"

    def __init__(self, story: Story, theme: str = DEFAULT) -> None:
        super().__init__()
        self.story = story
        self.told: list[Collation.Moved | Collation.Chosen] = []
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLE_DEFAULTS

    def compose(self) -> ComposeResult:
        yield Collation()

    def on_mount(self) -> None:
        self.collation.set_comparison(
            self.story.left, self.story.right, self.story.comparison, roles=("likely original", "spun copy")
        )
        self.collation.focus()

    @property
    def collation(self) -> Collation:
        return self.query_one(Collation)

    def on_collation_moved(self, message: Collation.Moved) -> None:
        self.told.append(message)

    def on_collation_chosen(self, message: Collation.Chosen) -> None:
        self.told.append(message)

    def screen_lines(self) -> list[str]:
        """What stands on the screen."""
        collation = self.collation
        strips = collation.render_lines(collation.size.region)
        return [strip.text for strip in strips]
