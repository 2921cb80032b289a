"""What holds of every comparison, whatever the two texts are."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.compare.texts import GERMAN, ORIGINAL, SPUN, UNRELATED, article

from nkreader.compare import compare, mirrored
from nkreader.compare.model import Comparison, Row, RowKind
from nkreader.model import Article, Boilerplate, BoilerplateKind, Span
from nkreader.text.sentences import sentences

WORDS = re.findall(
    r"\S+",
    """minister talks said not will may Geneva Oslo Hanna Berg 3 three 12 May 2021 $4.5m river bridge closed reopened
    old new the a of in by council vote reportedly never plan project scheme „Stimmen“ “quoted words” it’s well-known
    北京 ...""",
)

sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
layout = st.sampled_from([". ", ".\n", ".\n\n", "! ", " ", "\n* * *\n"])
text = st.lists(st.tuples(sentence, layout), max_size=14).map(lambda parts: "".join(a + b for a, b in parts))
wild = st.text(max_size=120)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """A text and a version of it: sentences dropped, added, moved, put together of two, words replaced."""
    parts = [a + b for a, b in draw(st.lists(st.tuples(sentence, layout), max_size=14))]
    version = list(parts)
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(version)))
        action = draw(st.sampled_from(["drop", "add", "move", "splice", "word"]))
        if action == "add":
            version.insert(place, draw(sentence) + ". ")
        elif place < len(version):
            part = version.pop(place)
            if action == "move":
                version.insert(draw(st.integers(0, len(version))), part)
            elif action == "splice" and version:
                other = draw(st.integers(0, len(version) - 1))
                version[other] = part.rstrip(" .!*\n") + " and " + version[other]
            elif action == "word":
                words = part.split(" ")
                words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(WORDS))
                version.insert(place, " ".join(words))
    return "".join(parts), "".join(version)


pairs = st.one_of(edited(), st.tuples(text, text), st.tuples(wild, wild), st.tuples(text, wild))


def both(pair: tuple[str, str]) -> tuple[Article, Article]:
    return article(pair[0], "left"), article(pair[1], "right")


def side(row: Row, number: int) -> tuple[Span, ...]:
    return row.right if number else row.left


def assert_nothing_lost(comparison: Comparison, left: Article, right: Article) -> None:
    for number, one in enumerate((left, right)):
        seen = [0] * len(one.text)
        for row in comparison.rows:
            for start, end in side(row, number):
                for place in range(start, end):
                    seen[place] += 1
        assert max(seen, default=0) <= 1
        assert all(seen[place] or char.isspace() for place, char in enumerate(one.text))


@given(pairs)
@example((ORIGINAL, SPUN))
@example((ORIGINAL, UNRELATED))
@example(("", ""))
@example(("* * *", "—"))
def test_every_visible_character_of_either_side_stands_in_exactly_one_row(pair: tuple[str, str]) -> None:
    left, right = both(pair)
    assert_nothing_lost(compare(left, right), left, right)


@given(pairs)
@example((ORIGINAL, SPUN))
def test_swapping_the_sides_mirrors_the_comparison(pair: tuple[str, str]) -> None:
    left, right = both(pair)
    forth, back = compare(left, right), compare(right, left)
    assert back == mirrored(forth)
    assert mirrored(back) == forth


@given(st.one_of(text, wild))
@example(ORIGINAL)
@example(GERMAN)
def test_a_text_beside_itself_has_no_change(text: str) -> None:
    left, right = both((text, text))
    comparison = compare(left, right)
    assert all(row.kind == RowKind.SAME and not row.moved and not row.changes for row in comparison.rows)
    assert [row.left for row in comparison.rows] == [row.right for row in comparison.rows]
    assert comparison.summary.facts == comparison.summary.words_changed == 0


@given(pairs)
@example((ORIGINAL, SPUN))
def test_changes_lie_inside_their_row_and_in_order(pair: tuple[str, str]) -> None:
    left, right = both(pair)
    rows = compare(left, right).rows
    elsewhere = {span for row in rows for span in row.left}, {span for row in rows for span in row.right}
    for row in rows:
        assert bool(row.changes) == (row.kind == RowKind.CHANGED)
        for number, one in enumerate((left, right)):
            spans = side(row, number)
            places = [change.right if number else change.left for change in row.changes]
            assert places == sorted(places)
            assert all(first.end <= second.start for first, second in pairwise(places))
            for start, end in places:
                assert spans[0].start <= start <= end <= spans[-1].end
                assert not any(span.start < end and start < span.end for span in elsewhere[number] - {*spans})
                assert one.text[start:end] == one.text[start:end].strip()
        assert all(change.left or change.right for change in row.changes)


@given(pairs)
@example((ORIGINAL, SPUN))
@example(
    (
        "minister minister said. minister minister minister talks talks talks. ",
        "minister minister minister minister minister\n* * *\ntalks talks talks said. said. ",
    )
)
def test_rows_follow_the_left_text_and_right_only_rows_what_precedes_them_on_the_right(pair: tuple[str, str]) -> None:
    left, right = both(pair)
    rows = compare(left, right).rows
    lefts = [row.left[0] for row in rows if row.left]
    assert lefts == sorted(lefts)
    before = {span.end: place for place, row in enumerate(rows) for span in row.right}
    ends = sorted(before)
    for place, row in enumerate(rows):
        if row.right and not row.left:
            earlier = [end for end in ends if end <= row.right[0].start]
            after = before[earlier[-1]] + 1 if earlier else 0
            # Behind a row of sentences that stand apart stands what follows either of them.
            assert place >= after and not any(row.left for row in rows[after:place])


@given(pairs)
@example((ORIGINAL, SPUN))
@example((ORIGINAL + "* * *\n", SPUN))
def test_shares_are_shares(pair: tuple[str, str]) -> None:
    summary = compare(*both(pair)).summary
    for share in (summary.shared_left, summary.shared_right):
        assert 0 <= share <= 1


@given(pairs)
def test_the_same_two_texts_always_compare_the_same(pair: tuple[str, str]) -> None:
    assert compare(*both(pair)) == compare(*both(pair))


RESTYLED: list[Callable[[str], str]] = [
    lambda text: text.translate(str.maketrans("“”’‘", "\"\"''")),
    lambda text: text.replace(" ", "  "),
    lambda text: text.replace(". ", ".\n"),
    lambda text: text.replace("\n\n", "\n"),
    lambda text: text.replace(" ", "\u00a0"),
]


@given(st.sampled_from([ORIGINAL, SPUN, UNRELATED]), st.lists(st.sampled_from(RESTYLED), min_size=1, max_size=3))
@settings(max_examples=30)
def test_white_space_quote_style_and_wrapping_never_count(text: str, styles: list[Callable[[str], str]]) -> None:
    other = text
    for restyle in styles:
        other = restyle(other)
    comparison = compare(article(text), article(other))
    assert {row.kind for row in comparison.rows} == {RowKind.SAME}
    assert not any(row.moved for row in comparison.rows)


@given(edited(), st.integers(0, 10_000))
@settings(max_examples=50)
def test_residue_stands_in_rows_of_its_own(pair: tuple[str, str], seed: int) -> None:
    chance = random.Random(seed)

    def with_residue(one: Article) -> Article:
        spans = [span for span in sentences(one) if chance.random() < 0.2]
        marks = tuple(Boilerplate(*span, BoilerplateKind.NAVIGATION) for span in spans)
        return replace(one, boilerplate=marks)

    left, right = (with_residue(one) for one in both(pair))
    comparison = compare(left, right)
    assert_nothing_lost(comparison, left, right)
    residue = [row for row in comparison.rows if row.kind == RowKind.BOILERPLATE]
    assert {span for row in residue for span in row.left} == {mark.span for mark in left.boilerplate}
    assert {span for row in residue for span in row.right} == {mark.span for mark in right.boilerplate}
