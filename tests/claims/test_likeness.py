"""A conflict needs two things that answer each other; other words in the same place are none."""

from __future__ import annotations

import pytest

from nkreader.claims.extraction import extract_claims
from nkreader.claims.likeness import answers
from nkreader.compare.model import Change, ChangeKind
from nkreader.lexicon.capitals import stands_for
from nkreader.model import Article, Span


def answered(kind: ChangeKind, left: str, old: str, right: str, new: str) -> bool:
    (one, *_), (two, *_) = extract_claims(Article("a", left)), extract_claims(Article("b", right))
    here, there = left.index(old), right.index(new)
    change = Change(kind, Span(here, here + len(old)), Span(there, there + len(new)), frozenset())
    return answers(change, one, two, left, right)


TRADE = "Malta imported 500,000 barrels of oil in 2019 and paid $40 million for it."


@pytest.mark.parametrize(
    ("kind", "old", "new", "same"),
    [
        (ChangeKind.NUMBER, "500,000 barrels", "700,000 barrels", True),
        (ChangeKind.NUMBER, "500,000 barrels", "18 months", False),
        (ChangeKind.NUMBER, "$40 million", "$60 million", True),
        (ChangeKind.NUMBER, "$40 million", "40 percent", False),
        (ChangeKind.DATE, "in 2019", "in 2016", True),
        (ChangeKind.NAME, "Malta", "Gozo", True),
    ],
)
def test_values_answer_values_of_their_own_kind(kind: ChangeKind, old: str, new: str, same: bool) -> None:
    assert answered(kind, TRADE, old, TRADE.replace(old, new), new) is same


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("Korean", "Korea’s", False),
        ("Moscow", "Russia", False),
        ("the Kremlin", "Russia", False),
        ("Johnson", "Johnston", True),
        ("Moscow", "Ukraine", True),
    ],
)
def test_forms_of_a_name_and_seats_of_government_are_no_conflict(old: str, new: str, same: bool) -> None:
    told = "On Friday {} delegates signed the treaty and flew home the same evening."
    assert answered(ChangeKind.NAME, told.format(old), old, told.format(new), new) is same


def test_improbable_negates_as_not_probable_does_and_whether_or_not_does_not() -> None:
    told = "A further delay of the ferry is {} this winter, said the owner."
    assert not answered(
        ChangeKind.NEGATION, told.format("not possible"), "not possible", told.format("improbable"), "improbable"
    )
    assert answered(
        ChangeKind.NEGATION, told.format("not expected"), "not expected", told.format("expected"), "expected"
    )
    asked = "The owner asked whether {} the ferry was needed this winter."
    assert not answered(ChangeKind.NEGATION, asked.format("or not"), "or not", asked.format("now"), "now")


def test_a_seat_of_government_stands_for_its_own_country_only() -> None:
    assert stands_for("Washington", "the United States") and stands_for("China", "Beijing")
    assert not stands_for("Beijing", "Japan") and not stands_for("Japan", "Japan")


def test_two_words_for_probably_are_one_and_a_lost_hedge_is_a_conflict() -> None:
    told = "A further delay of the ferry will {} follow this winter, said the owner."
    assert not answered(ChangeKind.HEDGE, told.format("likely"), "likely", told.format("doubtless"), "doubtless")
    assert answered(ChangeKind.HEDGE, told.format("likely"), "likely", told.format("surely"), "surely")
