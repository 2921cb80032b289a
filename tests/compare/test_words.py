"""Which word answers which."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from nkreader.compare import align_words
from nkreader.compare.gains import gain, gains_of
from nkreader.compare.sliding import slid
from nkreader.text.words import folded


def answers(left: str, right: str) -> list[tuple[str, str]]:
    ours, theirs = left.split(), right.split()
    return [(ours[i], theirs[j]) for i, j in align_words(ours, theirs)]


VOCABULARY = [
    "the",
    "a",
    "war",
    "battle",
    "leader",
    "chief",
    "of",
    "in",
    "3",
    "three",
    ",",
    ".",
    "Oslo",
    "not",
    "signed",
]
words = st.lists(st.sampled_from(VOCABULARY), max_size=20)
ODD = [
    "'s",
    "may-be",
    "war-torn",
    "12th",
    "$3",
    "battles",
    "warlike",
    "leaders",
    "cheif",
    "oslo's",
    "北",
    "²",
    "fought",
]
odd = st.lists(st.one_of(st.sampled_from(VOCABULARY + ODD), st.text(max_size=6)).map(folded), max_size=12)


@given(odd, odd)
def test_the_short_cut_to_kin_overlooks_none(left: list[str], right: list[str]) -> None:
    assert gains_of(left, right) == [[gain(a, b) for b in right] for a in left]


@given(words, words)
def test_pairs_are_sorted_within_range_and_without_repeats(left: list[str], right: list[str]) -> None:
    pairs = align_words(left, right)
    assert pairs == sorted(set(pairs))
    assert all(0 <= i < len(left) and 0 <= j < len(right) for i, j in pairs)


@given(words)
def test_a_sentence_answers_itself_word_for_word(words: list[str]) -> None:
    assert align_words(words, words) == [(number, number) for number in range(len(words))]


def test_synonyms_answer_each_other() -> None:
    found = answers("the leader praised the war effort", "the chief praised the battle effort")
    assert ("leader", "chief") in found
    assert ("war", "battle") in found


def test_an_inflected_word_answers_across_a_reordering() -> None:
    found = answers(
        "On Monday the ministry announced new tariffs .", "New tariffs were announced by the ministry on Monday ."
    )
    assert {("announced", "announced"), ("tariffs", "tariffs"), ("Monday", "Monday"), ("ministry", "ministry")} <= set(
        found
    )


def test_an_unlike_word_between_equal_neighbours_is_taken_for_a_substitution() -> None:
    assert ("harbour", "casino") in answers(
        "they rebuilt the harbour last spring", "they rebuilt the casino last spring"
    )


def test_a_word_that_nothing_answers_stays_alone() -> None:
    left, right = "the vote was unanimous", "the vote was , to everybody ’s surprise , unanimous"
    assert [right.split()[j] for _, j in align_words(left.split(), right.split())] == [
        "the",
        "vote",
        "was",
        "unanimous",
    ]


def test_words_are_compared_without_case_and_quote_style() -> None:
    assert answers("DON’T stop", "don't Stop") == [("DON’T", "don't"), ("stop", "Stop")]


def test_a_text_of_thousands_of_words_is_aligned_within_memory() -> None:
    left = [f"word{number}" for number in range(6_000)]
    right = [*left[:3_000], "inserted", *left[3_000:]]
    pairs = align_words(left, right)
    assert pairs == [(number, number + (number >= 3_000)) for number in range(6_000)]


def test_a_denial_answers_itself_across_its_verb() -> None:
    assert ("not", "not") in answers("it is observed not for all of them", "it is not observed for all of them")


def alone(left: str, right: str) -> str:
    """The words of the longer sentence that nothing answers."""
    ours, theirs = left.split(), right.split()
    answered = {j for _, j in align_words(ours, theirs)}
    return " ".join(word for number, word in enumerate(theirs) if number not in answered)


def test_what_was_added_is_cut_out_where_a_phrase_begins() -> None:
    assert alone("they saw the ship", "they saw the course of the ship") == "the course of"
    assert alone("it was sold to buyers in May .", "it was sold to buyers in a hall in May .") == "in a hall"
    assert alone("he left , and she stayed .", "he left , and a boy came , and she stayed .") == "and a boy came ,"


def test_what_was_added_takes_the_other_half_of_its_brackets_along() -> None:
    found = alone("its crew ( nine ) rowed home", "its crew ( nine ) and guests ( ten ) rowed home")
    assert found == "and guests ( ten )"


def test_a_placeholder_said_again_and_again_answers_none_far_from_all_else() -> None:
    left = "the price fell from NUM to NUM in NUM weeks , said a broker in Oslo"
    right = "the price fell from NUM to NUM , and nobody in the whole town of Bergen knows why it cost NUM once"
    ours, theirs = left.split(), right.split()
    assert [ours[i] for i, _ in align_words(ours, theirs) if ours[i] == "NUM"] == ["NUM", "NUM"]


@given(words, words)
def test_a_cut_that_moves_changes_which_words_answer_and_never_what_they_say(left: list[str], right: list[str]) -> None:
    left, right = [folded(word) for word in left], [folded(word) for word in right]
    kept = Levenshtein.opcodes(left, right)
    pairs = {
        (op.src_start + n, op.dest_start + n)
        for op in kept
        if op.tag == "equal"
        for n in range(op.src_end - op.src_start)
    }
    moved = slid(pairs, left, right)
    assert sorted((left[i], right[j]) for i, j in moved) == sorted((left[i], right[j]) for i, j in pairs)
    assert slid(moved, left, right) == moved
    assert {(j, i) for i, j in slid({(j, i) for i, j in pairs}, right, left)} == moved


def test_a_compound_answers_the_one_word_put_for_it() -> None:
    found = answers("they saw the ferry boat at the quay", "they saw the ship at the quay")
    assert [word for word, other in found if other == "ship"] == ["ferry", "boat"]
    found = answers("they saw the ship at the quay", "they saw the ferry boat at the quay")
    assert [other for word, other in found if word == "ship"] == ["ferry", "boat"]


def test_a_sign_answers_no_word() -> None:
    found = answers("he came late , she left", "he came late and she left")
    assert all(word[0].isalnum() == other[0].isalnum() for word, other in found)
