"""Independent articles contradict each other in one fact of one event, and nothing else is taken for it."""

from __future__ import annotations

import pytest

from nkreader.claims import claim_set
from nkreader.claims.model import Conflict, ConflictKind, Nature
from nkreader.compare import compare
from nkreader.families.model import Families, Role
from nkreader.model import Article


def conflicts(one: str, two: str) -> list[Conflict]:
    articles = [Article("a", one + "\n"), Article("b", two + "\n")]
    families = Families((), (), {"a": Role.SINGLE, "b": Role.SINGLE})
    found = claim_set(articles, families, lambda left, right: compare(articles[0], articles[1]))
    return [conflict for group in found.groups for conflict in group.conflicts]


@pytest.mark.parametrize(
    ("kind", "one", "two", "texts"),
    [
        (
            ConflictKind.DATE,
            "Kari Holt was sworn in as governor of the Narvik province on 12 June.",
            "Kari Holt was sworn in as the governor of Narvik province on 21 June.",
            ("12 June", "21 June"),
        ),
        (
            ConflictKind.DATE,
            "Parliament in Varna passed the Grain Export Act on 14 February by 121 votes to 87.",
            "The Grain Export Act was passed by parliament in Varna on 15 February by 121 votes to 87.",
            ("14 February", "15 February"),
        ),
        (
            ConflictKind.NAME,
            "Olav Lund won the mayoral election in Harstad with 5,412 votes, the council said.",
            "Olav Berg won the mayoral election in Harstad with 5,412 votes, the council said.",
            ("Lund", "Berg"),
        ),
        (
            ConflictKind.NAME,
            "Coach Marta Jansen led the Galway rowing crew to its 14th title on 9 July.",
            "Coach Maria Jansen led the Galway rowing crew to its 14th title on 9 July.",
            ("Marta", "Maria"),
        ),
        (
            ConflictKind.NUMBER,
            "The Kalmar bridge between Eskdale and Farrow cost $310 million to rebuild.",
            "Rebuilding the Kalmar bridge between Eskdale and Farrow cost $370 million.",
            ("$310 million", "$370 million"),
        ),
    ],
)
def test_one_event_told_with_another_day_name_or_figure(
    kind: ConflictKind, one: str, two: str, texts: tuple[str, str]
) -> None:
    (conflict,) = conflicts(one, two)
    assert (conflict.kind, conflict.nature, conflict.texts) == (kind, Nature.CONTRADICTED, texts)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The Torvald ferry sank in the Merrin strait on 3 May 2019, killing 412 people.",
            "An inquiry into the sinking of the Torvald ferry in the Merrin strait, which killed 412 people, opened on "
            "9 June 2019.",
        ),
        (
            "Petra Novak, director of the Salta observatory, opened the dome on 5 April with 300 guests.",
            "Petra Novak, director of the Salta observatory, closed the dome on 9 April with 300 guests.",
        ),
        (
            "Inspector Hugo Brandt searched a Rovigo warehouse on 5 April.",
            "Inspector Hugo Brandt searched a Rovigo warehouse again on 6 April.",
        ),
        (
            "Narva beat Jelgava 3-1 in Harstad on 4 May before 4,000 spectators.",
            "Narva beat Mostar 3-1 in Harstad on 4 May before 4,000 spectators.",
        ),
        (
            "Olav Lund won the mayoral election in Harstad with 5,412 votes.",
            "Greta Moreau won the mayoral election in Tromso with 5,412 votes.",
        ),
        (
            "The mayor of Varna, Elena Dimova, opened the Grain Terminal on 3 March with 300 guests.",
            "The mayor of Varna, Elena Dimova, opened the Grain Terminal on March 3 with 300 guests.",
        ),
        (
            "Moscow vetoed the Torvald resolution on 5 May by 13 votes to 1.",
            "Russia vetoed the Torvald resolution on 5 May by 13 votes to 1.",
        ),
        (
            "Mr Lund was speaking on Monday to 100 pupils from schools in the Torvald Highlands on 5 May.",
            "Olav Lund was speaking on Monday to 100 pupils from schools in the Torvald Highlands on 5 May.",
        ),
    ],
)
def test_other_events_and_other_forms_are_no_contradiction(one: str, two: str) -> None:
    assert conflicts(one, two) == []
