"""What counts as a word of saying, of doubt, of denial."""

import pytest

from nkreader.lexicon.cues import (
    Cue,
    cue_base,
    cue_kind,
    hedge_spans,
    is_cue,
    is_function_word,
    is_hedge,
    is_negation,
)


@pytest.mark.parametrize(
    "word", ["said", "Says", "insisting", "denied", "wrote", "tweeted", "believes", "shown", "swore"]
)
def test_a_verb_of_saying_is_known_in_every_inflection(word: str) -> None:
    assert is_cue(word)


@pytest.mark.parametrize("word", ["table", "walked", "Oslo", "", "1998"])
def test_other_words_say_nothing(word: str) -> None:
    assert not is_cue(word)


def test_saying_showing_and_believing_are_told_apart() -> None:
    assert cue_kind("said") is Cue.SAY
    assert cue_kind("showed") is Cue.REPORT
    assert cue_kind("believed") is Cue.OPINION
    assert cue_base("told") == "tell"


def test_the_month_of_may_is_no_hedge() -> None:
    assert is_hedge("may")
    assert not is_hedge("May")
    assert not is_hedge("Might")
    assert hedge_spans("May was cold") == []


def test_negations_are_known_with_either_apostrophe() -> None:
    assert is_negation("hasn't")
    assert is_negation("hasn’t")
    assert is_negation("Without")
    assert not is_negation("knot")


def test_a_hedge_is_marked_with_the_words_that_belong_to_it() -> None:
    text = "The bridge is believed to be safe, but it may well have moved."
    assert [span.of(text) for span in hedge_spans(text)] == ["is believed to", "may well have"]


def test_a_hedge_is_looked_for_in_the_given_stretch_only() -> None:
    text = "It may rain. It may snow."
    assert [span.start for span in hedge_spans(text, 12)] == [16]


def test_words_that_only_hold_a_sentence_together() -> None:
    assert all(map(is_function_word, ["the", "of", "Would", "it’s", "nobody"]))
    assert not any(map(is_function_word, ["bridge", "said", "two"]))
