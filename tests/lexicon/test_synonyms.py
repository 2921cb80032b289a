"""How near words are in meaning, and which expressions a synonym breaks."""

from hypothesis import given
from hypothesis import strategies as st

from nkreader.lexicon.expressions import breaks_expression, is_set_expression
from nkreader.lexicon.synonyms import relatedness, synonyms


def test_synonyms_are_nearer_than_neighbours_and_those_than_strangers() -> None:
    assert relatedness("helped", "helping") == 1.0
    assert relatedness("helped", "helping") > relatedness("sign", "signal") > relatedness("school", "faculty") > 0.0
    assert relatedness("carpet", "parliament") == 0.0


@given(
    st.sampled_from(["house", "home", "power", "energy", "trade", "said", "stated", "cold", "chilly", "leader"]),
    st.text(max_size=8),
)
def test_relatedness_has_no_direction(a: str, b: str) -> None:
    assert relatedness(a, b) == relatedness(b, a)


def test_a_word_is_not_its_own_synonym() -> None:
    assert "signal" in synonyms("signs")
    assert "sign" not in synonyms("signs")


def test_terms_and_names_are_set_expressions_in_singular_and_plural() -> None:
    assert is_set_expression(["Prime", "Minister"])
    assert is_set_expression(["nuclear", "weapons"])
    assert is_set_expression(["foreign", "policies"])
    assert not is_set_expression(["tired", "minister"])
    assert not is_set_expression(["weapons"])


def test_a_synonym_inside_a_name_breaks_it_and_in_free_wording_does_not() -> None:
    assert breaks_expression(["the", "White", "House"], ["the", "White", "Home"])
    assert not breaks_expression(["the", "big", "house"], ["the", "large", "home"])
    assert not breaks_expression(["the", "White", "House"], ["the", "White", "House"])


def test_what_spinners_put_for_a_word_counts_as_its_neighbour_though_no_dictionary_has_it() -> None:
    assert relatedness("policies", "coverage") >= 0.75
    assert relatedness("energy", "power") >= 0.75
    assert relatedness("may", "might") < 1.0
