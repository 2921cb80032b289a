"""Which sentences stand beside which: passages taken over, shuffled, moved, in texts of very unlike length."""

from __future__ import annotations

import random
from itertools import combinations

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


def may_stand_before(row: Row, other: Row) -> bool:
    return row.left[0] < other.left[-1] and row.right[0] < other.right[-1]


def crosses(row: Row, other: Row) -> bool:
    """Whether some sentences of the two stand in one order on the left and in the other one on the right."""
    return (row.left[0] < other.left[-1] and other.right[0] < row.right[-1]) or (
        other.left[0] < row.left[-1] and row.right[0] < other.right[-1]
    )


@given(sentences, sentences)
@example(PASSAGE, PASSAGE[::-1])
@example(ORIGINAL.split("\n\n"), SPUN.split("\n\n"))
def test_a_moved_row_crosses_one_that_stayed_and_those_that_stayed_cross_none(
    left: list[str], right: list[str]
) -> None:
    rows = both_sided(" ".join(left), " ".join(right))
    stayed = [row for row in rows if not row.moved]
    assert all(may_stand_before(*both) or may_stand_before(*both[::-1]) for both in combinations(stayed, 2))
    assert all(any(crosses(row, other) for other in stayed) for row in rows if row.moved)


def test_a_refrain_stands_beside_itself_however_often_it_comes() -> None:
    left = [part for sentence in [*FILLER, *PASSAGE] * 3 for part in (sentence, "He said so.", "Yes.")]
    right = [part.replace("without a word", "without one word") for part in left]
    texts = " ".join(left), " ".join(right)
    rows = both_sided(*texts)
    assert len(rows) == len(left) and not any(row.moved for row in rows)
    assert {row.right[0].of(texts[1]) for row in rows if row.left[0].of(texts[0]) == "Yes."} == {"Yes."}


JOINED = (
    "Her boiler had burst during a gale in November 1911, and insurance papers put the loss at nine thousand pounds."
)


def test_a_sentence_made_of_two_that_stand_apart_answers_both() -> None:
    original, copy = paragraphs(PASSAGE), paragraphs([PASSAGE[0], JOINED, *PASSAGE[2:6], PASSAGE[7]])
    for left, right in ((original, copy), (copy, original)):
        answers = {
            tuple(span.of(left) for span in row.left): tuple(span.of(right) for span in row.right)
            for row in both_sided(left, right)
        }
        parts, whole = (PASSAGE[1], PASSAGE[6]), (JOINED,)
        assert answers[parts if left == original else whole] == (whole if left == original else parts)
        assert len(answers) == 7


def test_a_row_of_sentences_that_stand_apart_has_no_change_that_reaches_from_one_into_the_other() -> None:
    left, right = paragraphs(PASSAGE), paragraphs([PASSAGE[0], JOINED, *PASSAGE[2:6], PASSAGE[7]])
    row = next(row for row in both_sided(left, right) if len(row.left) == 2)
    for change in row.changes:
        assert sum(span.start <= change.left.start and change.left.end <= span.end for span in row.left) == 1


def test_a_row_of_sentences_that_stand_apart_does_not_make_the_rows_between_them_moved() -> None:
    left, right = paragraphs(PASSAGE), paragraphs([PASSAGE[0], JOINED, *PASSAGE[2:6], PASSAGE[7]])
    assert not any(row.moved for row in both_sided(left, right))


def test_a_sentence_that_says_what_its_neighbour_says_already_is_not_taken_in() -> None:
    echo = "Her boiler burst in a gale, says the museum."
    left, right = paragraphs(PASSAGE), paragraphs([*PASSAGE, echo])
    assert [row.kind for row in both_sided(left, right)] == [RowKind.SAME] * len(PASSAGE)


def test_the_same_sentence_elsewhere_is_the_answer_rather_than_one_of_its_kind_in_step() -> None:
    left, right = " ".join(FILLER[2::-1]), " ".join([*PASSAGE[:4], FILLER[1], FILLER[2]])
    answers = {row.left[0].of(left): row.right[0].of(right) for row in both_sided(left, right)}
    assert answers == {FILLER[2]: FILLER[2], FILLER[1]: FILLER[1]}


def test_a_short_sentence_stands_beside_the_one_put_in_its_place() -> None:
    left = "The mill closed in spring. Very sad! Nobody knows who will buy the looms or the yard behind it."
    right = left.replace("Very sad!", "Very odd!")
    assert [row.kind for row in both_sided(left, right)] == [RowKind.SAME, RowKind.CHANGED, RowKind.SAME]


def test_a_lone_sentence_spun_word_by_word_stands_beside_its_original() -> None:
    left, right = "a ferry without a lot of seats", "a vessel without a fate of chairs"
    assert [len(row.changes) for row in both_sided(left, right)] == [3]


def test_two_reports_from_one_mould_that_changed_places_are_moved_and_not_altered() -> None:
    results = [
        f"Shares in {name} rose {rise} percent in March after a strong quarter, the exchange said."
        for name, rise in (("Aldane", 4), ("Brimmer", 7), ("Corvell", 2), ("Dunmore", 9), ("Estwick", 3))
    ]
    swapped = [*results[:1], results[3], results[2], results[1], *results[4:]]
    rows = both_sided(" ".join(results), " ".join(swapped))
    assert [row.kind for row in rows] == [RowKind.SAME] * len(results)
    assert sum(row.moved for row in rows) == 2
