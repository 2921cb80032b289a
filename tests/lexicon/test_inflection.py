"""Base forms of words."""

import pytest

from nkreader.lexicon.inflection import lemma, lemmas, same_lemma


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("leaders'", "leader"),
        ("was", "be"),
        ("Policies", "policy"),
        ("stopped", "stop"),
        ("created", "create"),
        ("seizing", "seize"),
        ("wives", "wife"),
        ("children", "child"),
        ("criteria", "criterion"),
        ("buses", "bus"),
        ("causes", "cause"),
        ("older", "old"),
        ("Koreans", "korean"),
    ],
)
def test_an_inflected_form_is_brought_back_to_its_base(form: str, base: str) -> None:
    assert lemma(form) == base


@pytest.mark.parametrize(
    "word", ["news", "evening", "leader", "politics", "species", "united", "this", "during", "Texas"]
)
def test_a_word_that_only_looks_inflected_stays_as_it_is(word: str) -> None:
    assert lemma(word) == word.casefold()


def test_an_ambiguous_form_keeps_all_its_bases() -> None:
    assert set(lemmas("left")) == {"leave", "left"}


def test_forms_of_one_word_are_told_from_other_words() -> None:
    assert same_lemma("helping", "helped")
    assert same_lemma("Meeting", "meet")
    assert not same_lemma("leader", "lead")
    assert not same_lemma("may", "might")
