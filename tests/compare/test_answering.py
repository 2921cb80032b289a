"""A changed fact has two sides that answer each other: what only one side says is added or dropped, no changed fact."""

from __future__ import annotations

import pytest

from nkreader import compare
from nkreader.compare.model import ChangeKind


def facts(left: str, right: str) -> list[tuple[str, str, str]]:
    """Kind and both wordings of every changed fact."""
    return [
        (str(change.kind), change.left.of(left), change.right.of(right))
        for row in compare(left, right).rows
        for change in row.changes
        if change.is_fact
    ]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("The ferry sank on 4 March off Naxos.", "The ferry sank on 9 March off Naxos.", "date"),
        ("The ferry carried 41 people to Naxos.", "The ferry carried 14 people to Naxos.", "number"),
        ("The ferry was built in Piraeus.", "The ferry was built in Salonica.", "name"),
        ("The captain has slept that night.", "The captain has not slept that night.", "negation"),
        ("The engine will fail again soon.", "The engine may fail again soon.", "hedge"),
        ("The ferry left on May 9 at dawn.", "The ferry left on Might 9 at dawn.", "date"),
    ],
)
def test_a_fact_put_for_another_is_found(left: str, right: str, kind: str) -> None:
    assert [found[0] for found in facts(left, right)] == [kind]


def test_a_date_that_only_one_side_gives_is_dropped_and_no_changed_date() -> None:
    left = "In December 2005 a concrete beam fell from the bridge at Lorne and blocked both lanes of the road."
    right = "A concrete beam fell from the bridge at Lorne and blocked both lanes of the road."
    assert facts(left, right) == []
    kinds = {change.kind for row in compare(left, right).rows for change in row.changes}
    assert ChangeKind.DROPPED in kinds


def test_a_year_named_and_a_year_referred_to_may_be_the_same() -> None:
    assert facts("Births rose by one percent from 2004.", "Births rose by one percent from the previous year.") == []


def test_a_denial_that_stands_elsewhere_in_the_sentence_is_no_changed_denial() -> None:
    left = "It does not mean that the town should give the old harbour away to the first bidder."
    right = "It means that the town should not give the old harbour away to the first bidder."
    assert [found for found in facts(left, right) if found[0] == "negation"] == []


def test_a_name_that_only_stands_in_the_same_place_as_other_words_is_no_changed_name() -> None:
    left = "The line crosses the river on Marta Lind’s first bridge and ends at the old salt works."
    right = "The line crosses the river when the young engineer wished and ends at the old salt works."
    assert [found for found in facts(left, right) if found[0] == "name"] == []


def test_a_part_of_a_name_as_an_acronym_is_the_same_name() -> None:
    left = "The UN Refugee Agency has welcomed the news from the camp."
    right = "The United Nations Refugee Agency has welcomed the news from the camp."
    assert facts(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The blockade lasted from March 6 to March 9, they said.", "The blockade lasted 6 to 9 March, they said."),
        ("They met from 6 to 9 January in Oslo.", "They met from January 6 to January 9 in Oslo."),
    ],
)
def test_a_range_of_days_written_another_way_is_the_same_value(left: str, right: str) -> None:
    assert facts(left, right) == []
    flags = [str(flag) for row in compare(left, right).rows for change in row.changes for flag in change.flags]
    assert flags == ["form_only"]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("The strike will likely spread.", "The strike will doubtless spread.", "hedge"),
        ("About 300 people were led out.", "300 people were led out.", "hedge"),
        ("The rain is unlikely to stop.", "The rain is likely to stop.", "negation"),
        ("It reopened in March 2016 with a feast.", "It reopened in Walk 2016 with a feast.", "date"),
        ("The firm failed to reach its goal.", "The firm reached its goal.", "negation"),
        ("The tunnel was only closed at night.", "The tunnel was not only closed at night.", "negation"),
        ("A return seems impossible.", "A return seems improbable.", "hedge"),
        ("It was better than it was 30 or 40 years ago.", "It was better than it was 30 or 42 years ago.", "number"),
    ],
)
def test_what_is_made_surer_or_denied_is_found(left: str, right: str, kind: str) -> None:
    assert [found[0] for found in facts(left, right)] == [kind]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The lorry was barely damaged.", "The lorry was hardly damaged."),
        ("She never met the banker.", "She by no means met the banker."),
        ("The theft was reported to the police.", "The theft was told to the police."),
        ("The mayor appeared on local radio.", "The mayor spoke on local radio."),
        ("They restored failing bridges first.", "They restored unsafe bridges first."),
        ("He took part in 40 concerts by 5.30pm.", "He took part in 40 concerts by 5.30 pm."),
        ("The fair runs from 6 to March 9 in Turin.", "The fair runs from 6 to 9 March in Turin."),
        ("It burned in October 1987 for a week.", "It burned in 1987 for a week."),
        (
            "It goes to those who were trying to allegedly enter.",
            "It goes to those who were allegedly trying to enter.",
        ),
    ],
)
def test_the_same_said_in_another_way_is_no_changed_fact(left: str, right: str) -> None:
    assert facts(left, right) == []


def test_a_figure_or_name_that_a_free_rewriting_has_elsewhere_in_the_sentence_has_not_changed() -> None:
    left = "Asked on Monday how the port of Lorne could lose 14 cranes in 3 years, Ada Brandt blamed the owners."
    right = "Ada Brandt thinks the owners are at fault for what Lorne went through: on Monday she named 14 cranes gone."
    assert facts(left, right) == []
