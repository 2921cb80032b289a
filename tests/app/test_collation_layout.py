"""The layout of a comparison at any width: all text is drawn once, heights and places agree."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.collated import Pair, Story, collate
from nkreader.app.widgets.collation.layout import OVERVIEW, Columns, Folding, Layout, LineKind
from nkreader.compare import compare
from nkreader.model import Article
from nkreader.report.collation.outline import Outline
from nkreader.report.collation.ranks import Side

VOCABULARY = ("the", "mayor", "of", "Ystad", "said", "boats", "北京", "would", "🚢", "leave", "harbour-office", "early")
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=25)
SENTENCES = WORDS.map(lambda words: " ".join(words) + ".")


@st.composite
def stories(draw: st.DrawFn) -> Story:
    pairs = []
    for number in range(draw(st.integers(1, 12))):
        sides = draw(st.sampled_from(["both", "both", "left", "right"]))
        pairs.append(
            Pair(
                "" if sides == "right" else draw(SENTENCES),
                "" if sides == "left" else draw(SENTENCES),
                paragraph=draw(st.booleans()),
                right_place=draw(st.integers(0, 12)) if sides == "both" and number % 4 == 3 else None,
            )
        )
    return collate(pairs)


def laid_out(story: Story, width: int, stacked: bool, folded: bool = False) -> Layout:
    outline = Outline(story.left, story.right, story.comparison)
    runs = {run.first for run in outline.runs} if folded else set()
    return Layout(outline, Columns.of(width, stacked), Folding.of(outline, runs))


@given(stories(), st.integers(30, 220), st.booleans())
@settings(max_examples=150, deadline=None)
def test_every_character_of_both_texts_is_drawn_once(story: Story, width: int, stacked: bool) -> None:
    layout = laid_out(story, width, stacked)
    drawn: dict[Side, list[tuple[int, int]]] = {Side.LEFT: [], Side.RIGHT: []}
    shared = [row for row in range(len(layout.outline.rows)) if layout.shared(row)]
    for index in range(len(layout.items)):
        for line in layout.lines(index):
            for side, piece in ((Side.LEFT, line.left), (Side.RIGHT, line.right)):
                if piece is not None:
                    drawn[side].append(piece)
    for row in shared:
        drawn[Side.RIGHT] += layout.wraps(row, Side.RIGHT)
    for side, pieces in drawn.items():
        text = layout.outline.texts[side]
        said = "".join(text[start:end] for start, end in sorted(pieces))
        assert said.replace(" ", "") == text.replace(" ", "")


@given(stories(), st.integers(20, 220), st.booleans(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_heights_and_tops_agree_with_the_lines_that_are_drawn(
    story: Story, width: int, stacked: bool, folded: bool
) -> None:
    layout = laid_out(story, width, stacked, folded)
    top = 0
    for index, item in enumerate(layout.items):
        lines = layout.lines(index)
        assert layout.tops[index] == top
        assert layout.bottom(index) == top + len(lines)
        assert all(layout.item_at(top + place) == index for place in range(len(lines)))
        assert all(layout.item_of(row) == index for row in range(item.first, item.last))
        top += len(lines)
    assert layout.height == top


@given(stories(), st.integers(30, 200), st.booleans(), st.data())
@settings(max_examples=100, deadline=None)
def test_the_line_of_an_offset_holds_it(story: Story, width: int, stacked: bool, data: st.DataObject) -> None:
    layout = laid_out(story, width, stacked)
    outline = layout.outline
    side = data.draw(st.sampled_from(list(Side)))
    rows = [row for row in range(len(outline.rows)) if outline.stretches[side][row]]
    if not rows:
        return
    row = data.draw(st.sampled_from(rows))
    start, end = outline.stretches[side][row][0]
    offset = data.draw(st.integers(start, max(start, end - 1)))
    line = layout.line(layout.line_of(row, side, offset))
    assert line.row == row and line.kind is LineKind.TEXT
    piece = line.left if side is Side.LEFT else line.right
    if piece is not None and outline.texts[side][offset] != " ":
        assert piece[0] <= offset < piece[1]


@given(st.integers(0, 400), st.booleans(), st.floats(0.2, 0.8))
def test_columns_fit_into_every_width_they_can(width: int, stacked: bool, share: float) -> None:
    columns = Columns.of(width, stacked, share)
    assert columns.left > 0 and columns.right > 0
    if width >= 40:
        end = columns.right_at + columns.right + 1
        assert end <= width - OVERVIEW
        assert columns.margin >= 0


def test_wide_screens_leave_a_margin_and_keep_lines_short() -> None:
    columns = Columns.of(300, stacked=False)
    assert columns.left == columns.right == 88
    assert columns.margin > 40


def test_headings_are_known_and_sentences_are_not() -> None:
    story = collate(
        [Pair("A bridge for Kiruna", "A bridge for Kiruna"), Pair("It opens in May.", "It opens.", paragraph=True)]
    )
    outline = Outline(story.left, story.right, story.comparison)
    assert outline.is_heading(0, Side.LEFT)
    assert not outline.is_heading(1, Side.LEFT)


def test_paragraphs_of_a_text_without_blank_lines_are_its_lines() -> None:
    pairs = [Pair(f"Sentence {n}, which says a little.", f"Sentence {n}.", paragraph=n % 2 == 0) for n in range(6)]
    story = collate(pairs, gap="\n")
    outline = Outline(story.left, story.right, story.comparison)
    assert outline.gaps == [False, False, True, False, True, False]


def test_a_block_of_moved_sentences_is_one_move() -> None:
    pairs = [Pair(f"Sentence {n}.", f"Sentence {n}.", right_place=n + 10 if n in (1, 2) else None) for n in range(6)]
    story = collate(pairs)
    moves = Outline(story.left, story.right, story.comparison).moves
    assert [(move.first, move.last, move.after, move.distance) for move in moves] == [(1, 3, 5, 3)]


def test_paragraphs_stay_apart_behind_a_row_that_takes_in_a_sentence_from_elsewhere() -> None:
    first = (
        "Divers found the wreck of the steamer Halvard off the island.",
        "Her boiler had burst during a gale in 1911.",
    )
    second = "Fishermen have known for decades that nets tear there.", "The hold is full of tin plates from Swansea."
    third = "Grandchildren of the stoker plan a wreath.", "Insurance papers put the loss at nine thousand pounds."
    joined = "Her boiler had burst during a gale in 1911, and insurance papers put the loss at nine thousand pounds."
    left = "\n\n".join(" ".join(part) for part in (first, second, third))
    right = " ".join((first[0], joined, *second, third[0]))
    for one, other in ((left, right), (right, left)):
        articles = Article.from_text(one, id="1_a"), Article.from_text(other, id="2_b")
        outline = Outline(*articles, compare(*articles))
        assert sorted(len(row.left) + len(row.right) for row in outline.rows) == [2, 2, 2, 2, 3]
        assert outline.gaps == [False, False, True, False, True]
