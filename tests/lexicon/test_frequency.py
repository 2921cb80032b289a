"""How often English has a word and a pair of words."""

from hypothesis import given
from hypothesis import strategies as st

from nkreader.lexicon.frequency import bigram, zipf


def test_common_words_are_above_rare_ones_and_unknown_ones_are_zero() -> None:
    assert zipf("the") > zipf("government") > zipf("chilly") > 0.0
    assert zipf("qzxwvk") == 0.0


def test_case_and_possessive_make_no_difference() -> None:
    assert zipf("Government") == zipf("government") == zipf("government’s")


def test_an_expression_is_listed_and_its_garbled_form_is_not() -> None:
    assert bigram("climate", "change") > 5.0
    assert bigram("Cold", "War") == bigram("cold", "war") > 5.0
    assert bigram("chilly", "struggle") == 0.0


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_may_be_asked_for(first: str, second: str) -> None:
    assert 0.0 <= zipf(first) < 9.0
    assert 0.0 <= bigram(first, second) < 12.0
