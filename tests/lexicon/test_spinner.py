"""The spinner table, the inventory of expressions, and the forms they are put in."""

import pytest

from nkreader.data import data_path
from nkreader.lexicon import spinner
from nkreader.lexicon.collocations import collocations, long_collocations, set_expressions
from nkreader.lexicon.inflection import ending, inflected, lemma


def test_the_spinner_table_is_read_in_both_directions() -> None:
    assert ("policy",) in spinner.originals()[("coverage",)]
    assert ("coverage",) in spinner.substitutes()[("policy",)]
    assert ("through",) in spinner.originals()[("by", "means", "of")]


def test_nothing_is_put_for_itself() -> None:
    assert all(words not in sources for words, sources in spinner.originals().items())


def test_every_expression_is_found_by_the_base_forms_of_its_words() -> None:
    entry = collocations()["nuclear"][("weapon",)]
    assert entry.listed
    assert entry.often > 5.0
    assert any(found.words == ("weapons", "of", "mass", "destruction") for found in long_collocations()["weapon"])
    assert "as well as" in set_expressions()


@pytest.mark.parametrize(
    ("base", "mark", "form"),
    [
        ("policy", "s", "policies"),
        ("child", "s", "children"),
        ("stop", "ed", "stopped"),
        ("lose", "ed", "lost"),
        ("make", "ing", "making"),
        ("big", "er", "bigger"),
        ("trade", "", "trade"),
    ],
)
def test_a_base_form_is_put_into_the_form_of_the_word_it_replaces(base: str, mark: str, form: str) -> None:
    assert inflected(base, mark) == form
    assert lemma(form) == base
    assert ending(form) == mark


def test_every_table_has_its_source_and_licence_named() -> None:
    readme = data_path("lexicon", "README.md").read_text("utf-8")
    for path in sorted(data_path("lexicon").iterdir()):
        if path.suffix in (".bin", ".z", ".txt"):
            assert path.name in readme
        if path.suffix == ".bin":
            assert path.stat().st_size < 900 * 1024
