"""Guesses at what a spinner makes of a set expression, where no copy has told it."""

import pytest

from nkreader import Article
from nkreader.search import Index
from nkreader.search.broken import broken_wordings


@pytest.mark.parametrize(
    ("expression", "wording"),
    [("white house", "white home"), ("cold war", "chilly struggle"), ("nuclear weapons", "nuclear guns")],
)
def test_what_spinners_make_of_an_expression_is_known(expression: str, wording: str) -> None:
    assert tuple(wording.split()) in broken_wordings(tuple(expression.split()))


@pytest.mark.parametrize(
    ("expression", "wording"),
    [("money supply", "cash offer"), ("prime minister", "high priest"), ("united nations", "united states")],
)
def test_what_english_has_is_no_broken_expression(expression: str, wording: str) -> None:
    assert tuple(wording.split()) not in broken_wordings(tuple(expression.split()))


def test_words_that_are_no_expression_have_no_broken_wordings() -> None:
    assert broken_wordings(("big", "house")) == broken_wordings(("house",)) == broken_wordings(()) == ()


def test_a_guess_is_found_and_marked_only_where_guesses_are_asked_for() -> None:
    index = Index([Article("a", "The White Home said so."), Article("b", "The White House said so.")])
    assert [hit.matched for hit in index.search("white house").hits if hit.article == "a"] != ["White Home"]
    guessed = index.search('"white house"', guess=True).hits
    assert [(hit.article, hit.matched, str(hit.via)) for hit in guessed] == [
        ("b", "White House", "exact"),
        ("a", "White Home", "variant"),
    ]
