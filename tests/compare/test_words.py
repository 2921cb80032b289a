"""Which word answers which."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nkreader.compare import align_words
from nkreader.compare.gains import gain, gains_of
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
