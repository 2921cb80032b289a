"""British and American spellings of one word, and that neither is taken for a spinner's."""

import pytest

from nkreader import Article, compare, spun
from nkreader.compare.model import Flag
from nkreader.lexicon.spelling import same_but_for_spelling

PAIRS = {
    "labor": "labour",
    "defense": "defence",
    "program": "programme",
    "harbor": "harbour",
    "organization": "organisation",
    "analyzed": "analysed",
    "center": "centre",
    "theater": "theatre",
    "gray": "grey",
    "favored": "favoured",
    "jewelry": "jewellery",
    "apologized": "apologised",
    "canceled": "cancelled",
    "behavior": "behaviour",
    "kilometers": "kilometres",
}
AMERICAN = (
    "The labor minister said the defense program in the harbor city was behind schedule. Her organization had analyzed"
    " the trade in gray coats, and its center honored the theater that she favored. The minister apologized to jewelry"
    " dealers for the behavior of inspectors, who had canceled visits. Thousands walked 40 kilometers to the center."
)


def british() -> str:
    text = AMERICAN
    for american, spelling in PAIRS.items():
        text = text.replace(american, spelling)
    return text.replace("honored", "honoured")


@pytest.mark.parametrize(("american", "other"), PAIRS.items())
def test_two_spellings_are_one_word(american: str, other: str) -> None:
    assert same_but_for_spelling(american, other)
    assert same_but_for_spelling(other, american)


@pytest.mark.parametrize(("one", "other"), [("fourth", "forth"), ("filled", "filed"), ("four", "for"), ("hour", "hor")])
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert not same_but_for_spelling(one, other)


def test_another_spelling_is_no_tortured_phrase() -> None:
    changes = [change for row in compare(AMERICAN, british()).rows for change in row.changes]
    assert len(changes) >= len(PAIRS)
    assert not [change for change in changes if {Flag.TORTURED_LEFT, Flag.TORTURED_RIGHT} & set(change.flags)]


def test_british_spelling_reads_no_more_spun_than_american() -> None:
    ours, theirs = (spun(Article.from_text(text)) for text in (AMERICAN, british()))
    assert abs(ours - theirs) < 0.05
