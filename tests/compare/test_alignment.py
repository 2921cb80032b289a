"""Which sentences stand beside which: passages taken over, shuffled, moved, in texts of very unlike length."""

from __future__ import annotations

import random

from hypothesis import example, given
from hypothesis import strategies as st
from tests.compare.texts import ORIGINAL, SPUN, UNRELATED, article

from nkreader.compare import compare
from nkreader.compare.model import Row, RowKind

PASSAGE = [
    "Divers found the wreck of the steamer Halvard at forty metres off the northern tip of the island.",
    "Her boiler had burst during a gale in November 1911, and only the stoker reached the shore.",
    "The cargo of tin plates still lies in the forward hold under a crust of mussels.",
    "A museum in Tromsø has asked for the bell, which bears the name of an earlier ship.",
    "Fishermen have known for decades that nets tear on something there.",
    "The coast guard will mark the place with a yellow buoy before the herring season.",
    "Insurance papers that turned up in Hull put the loss at nine thousand pounds.",
    "Grandchildren of the stoker plan a wreath and a short service on the cliffs.",
]
SWAPS = {"found": "discovered", "burst": "exploded", "cargo": "load", "asked": "begged", "tear": "rip", "mark": "flag"}
FILLER = [
    f"On day {number} the committee of {town} counted {number * 7} {thing} and went home without a word."
    for number, (town, thing) in enumerate(
        [(town, thing) for town in ("Arles", "Siena", "Ghent", "Cádiz") for thing in ("barrels", "stamps", "goats")]
    )
]


def paragraphs(*parts: list[str]) -> str:
    return "\n\n".join(" ".join(part) for part in parts)


def both_sided(left: str, right: str) -> list[Row]:
    return [row for row in compare(article(left), article(right)).rows if row.left and row.right]


def test_a_passage_shuffled_and_respun_inside_another_text_is_found_whole() -> None:
    order = list(PASSAGE)
    random.Random(4).shuffle(order)
    copied = [" ".join(SWAPS.get(word, word) for word in sentence.split()) for sentence in order]
    right = paragraphs(FILLER[:6], copied, FILLER[6:])
    rows = both_sided(paragraphs([UNRELATED], PASSAGE, [UNRELATED]), right)
    answered = {row.left[0].of(paragraphs([UNRELATED], PASSAGE, [UNRELATED])) for row in rows}
    assert answered == set(PASSAGE)


def test_a_sentence_found_word_for_word_elsewhere_is_moved_and_the_rest_stays() -> None:
    moved = [*PASSAGE[1:6], PASSAGE[0], *PASSAGE[6:]]
    rows = both_sided(paragraphs(PASSAGE), paragraphs(moved))
    assert [row.kind for row in rows] == [RowKind.SAME] * len(PASSAGE)
    assert [row.left[0].of(paragraphs(PASSAGE)) for row in rows if row.moved] == [PASSAGE[0]]


def test_the_excerpt_of_a_very_long_text_is_found_in_it() -> None:
    chance = random.Random(2)
    long = [
        f"Clerk {n} of {chance.randrange(900)} wrote {chance.randrange(900)} lines about rain." for n in range(3000)
    ]
    text = paragraphs(long[:1500], PASSAGE, long[1500:])
    for left, right in ((text, paragraphs(PASSAGE)), (paragraphs(PASSAGE), text)):
        rows = both_sided(left, right)
        assert [row.kind for row in rows] == [RowKind.SAME] * len(PASSAGE)
        assert not any(row.moved for row in rows)


sentences = st.lists(st.sampled_from([*PASSAGE, *FILLER[:4], "Yes.", "He said so."]), max_size=12)


def crosses(row: Row, other: Row) -> bool:
    return (row.left[0] < other.left[0]) != (row.right[0] < other.right[0])


@given(sentences, sentences)
@example(PASSAGE, PASSAGE[::-1])
@example(ORIGINAL.split("\n\n"), SPUN.split("\n\n"))
def test_a_moved_row_crosses_one_that_stayed_and_those_that_stayed_cross_none(
    left: list[str], right: list[str]
) -> None:
    rows = both_sided(" ".join(left), " ".join(right))
    stayed = [row for row in rows if not row.moved]
    assert not any(crosses(row, other) for row in stayed for other in stayed)
    assert all(any(crosses(row, other) for other in stayed) for row in rows if row.moved)


def test_a_refrain_stands_beside_itself_however_often_it_comes() -> None:
    left = [part for sentence in [*FILLER, *PASSAGE] * 3 for part in (sentence, "He said so.", "Yes.")]
    right = [part.replace("without a word", "without one word") for part in left]
    texts = " ".join(left), " ".join(right)
    rows = both_sided(*texts)
    assert len(rows) == len(left) and not any(row.moved for row in rows)
    assert {row.right[0].of(texts[1]) for row in rows if row.left[0].of(texts[0]) == "Yes."} == {"Yes."}
