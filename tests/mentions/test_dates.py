"""Dates as news writes them, in EDTF."""

import pytest

from nkreader.mentions.dates import dates


def read(text: str, published: str | None = None) -> list[tuple[str, str | None]]:
    return [(text[date.start : date.end], date.edtf) for date in dates(text, 0, len(text), published)]


@pytest.mark.parametrize(
    ("text", "said", "edtf"),
    [
        ("On May 9, the fleet left", "May 9", "XXXX-05-09"),
        ("on 9 May 2023 it left", "9 May 2023", "2023-05-09"),
        ("the March 30 announcement", "March 30", "XXXX-03-30"),
        ("since June 1966, when", "June 1966", "1966-06"),
        ("in the late 1990s they", "late 1990s", "199X"),
        ("over the first half of 2023", "first half of 2023", "2023-01/2023-06"),
        ("in the summer of 2004", "summer of 2004", "2004-22"),
        ("10-16 January was cold", "10-16 January", "XXXX-01-10/XXXX-01-16"),
        ("from 1998-2001 it was", "1998-2001", "1998/2001"),
        ("dated 2023-03-30 and", "2023-03-30", "2023-03-30"),
        ("on 30/04/2023 at noon", "30/04/2023", "2023-04-30"),
        ("early in the 19th century, the", "19th century", "18XX"),
        ("it opened in May in the north", "May", "XXXX-05"),
        ("Thursday, April 6, was wet", "Thursday, April 6", "XXXX-04-06"),
    ],
)
def test_a_date_is_found_and_resolved(text: str, said: str, edtf: str) -> None:
    assert read(text) == [(said, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "Might 9 be enough?",
        "You may 5 times a day",
        "The march on the capital",
        "May be it rained",
        "He has 2,004 sheep",
        "The Sunday Times and the Sunday Telegraph agree",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert read(text) == []


def test_early_and_late_are_kept_apart() -> None:
    (early,) = dates("in the early 1990s", 0, 18)
    (late,) = dates("in the late 1990s", 0, 17)
    assert (early.edtf, early.part) != (late.edtf, late.part)


def test_a_relative_date_resolves_only_in_a_dated_article() -> None:
    assert read("It sank on Friday") == [("Friday", None)]
    assert read("It sank on Friday", "2024-03-05") == [("Friday", "2024-03-01")]
    assert read("It sank yesterday", "2024-03-01") == [("yesterday", "2024-02-29")]
    assert read("It opens next year", "2024-03-05") == [("next year", "2025")]
    assert read("It sank two weeks ago", "2024-03-05") == [("two weeks ago", "2024-02-20")]
    assert read("It sank a decade ago", "2024-03-05") == [("a decade ago", "2014")]
