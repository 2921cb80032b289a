"""Figures in news text and what they come to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkreader.mentions.values import values, values_in
from nkreader.model import Article, Boilerplate, BoilerplateKind, ValueKind


def found(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [(value.text, str(value.kind), value.value, value.unit) for value in values_in(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$63.1 billion", "63100000000", "USD"),
        ("$63.1bn", "63100000000", "USD"),
        ("£269bn", "269000000000", "GBP"),
        ("C$16.4 million", "16400000", "CAD"),
        ("US$5", "5", "USD"),
        ("a $48.2 million contract", "48200000", "USD"),
        ("the town's $5 million share", "5000000", "USD"),
        ("A$48 million", "48000000", "AUD"),
        ("10 $", "10", "USD"),
        ("EUR50", "50", "EUR"),
        ("30 MEUR", "30000000", "EUR"),
        ("420 million Norwegian kroner", "420000000", "NOK"),
        ("75 cents", "0.75", "USD"),
        ("half a million euros", "500000", "EUR"),
        ("two and a half million yen", "2500000", "JPY"),
        ("thirteen dollars and forty-five cents", "13.45", "USD"),
        ("$5 million to $10 million", "5000000/10000000", "USD"),
        ("$5-10 million", "5000000/10000000", "USD"),
        ("₹12,34,567", "1234567", "INR"),
    ],
)
def test_a_sum_of_money_is_read_with_its_currency(text: str, value: str, unit: str) -> None:
    assert [(kind, amount, code) for _, kind, amount, code in found(f"It cost {text}.")] == [("money", value, unit)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two ferries", "2 ferries"),
        ("1,000 homes", "1000 homes"),
        ("a dozen homes", "12 homes"),
        ("$63.1 billion", "$63.1bn"),
        ("five per cent", "5%"),
        ("May 9", "9 May"),
        ("the 1990s", "the nineties"),
        ("three km", "3 kilometres"),
        ("forty years", "40 years"),
        ("1.5 million people", "1,500,000 people"),
    ],
)
def test_one_value_in_two_forms_is_equal(one: str, other: str) -> None:
    first, second = values_in(f"It was {one} then"), values_in(f"It was {other} then")
    assert [(value.kind, value.value, value.unit) for value in first] == [
        (value.kind, value.value, value.unit) for value in second
    ]
    assert len(first) == 1


@pytest.mark.parametrize(
    "text",
    [
        "They signed a pact.",
        "We won.",
        "One of us left, and no one cried.",
        "The Boeing 747 landed at 10.38am.",
        "She won 6-2 5-7 6-2.",
        "See https://example.org/2024/05 for more.",
        "After 9/11 everything changed.",
        "He drove an F-16 to the G20.",
        "The 5G network replaces 3G.",
    ],
)
def test_what_is_no_value_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_quantities_have_canonical_units() -> None:
    assert found("It lies 700 kilometers (450 miles) away, at -5 degrees Celsius.") == [
        ("700 kilometers", "quantity", "700", "kilometre"),
        ("450 miles", "quantity", "450", "mile"),
        ("-5 degrees Celsius", "quantity", "-5", "celsius"),
    ]


def test_a_letter_behind_a_number_is_metres_or_millions_by_what_follows() -> None:
    assert found("She swam 400m")[0][1:] == ("quantity", "400", "metre")
    assert found("1.5m people fled")[0][1:] == ("count", "1500000", None)
    assert found("She holds the 400m mark, the fastest 400m of all time, and won the 60m hurdles") == [
        ("400m", "quantity", "400", "metre"),
        ("400m", "quantity", "400", "metre"),
        ("60m", "quantity", "60", "metre"),
    ]
    assert found("400m marks")[0][1:] == ("money", "400000000", "DEM")


def test_durations_and_ages_are_iso_8601() -> None:
    assert found("The 22-year-old waited six weeks and 3 hours.") == [
        ("22-year-old", "duration", "P22Y", "age"),
        ("six weeks", "duration", "P6W", None),
        ("3 hours", "duration", "PT3H", None),
    ]


def test_ranges_carry_both_ends() -> None:
    assert found("between 20 and 30 per cent")[0][2] == "20/30"
    assert found("15,000 to 20,000 containers")[0][2] == "15000/20000"


def test_a_year_is_a_date_and_a_round_number_of_people_a_count() -> None:
    assert [value.kind for value in values_in("In 2017, 2,000 soldiers and 2000 workers came.")] == [
        ValueKind.DATE,
        ValueKind.COUNT,
        ValueKind.COUNT,
    ]


def test_residue_holds_no_values() -> None:
    text = "Posted 3 May 2024\nSeven ships sank."
    article = Article(id="a", text=text, boilerplate=(Boilerplate(0, 17, BoilerplateKind.PAGE_DATE),))
    assert [value.text for value in values(article)] == ["Seven"]


def test_offsets_point_into_the_whole_text() -> None:
    text = "Nobody came. Then 40 buses did."
    (value,) = values_in(text, 13)
    assert text[value.start : value.end] == value.text == "40"


@given(st.text(alphabet="0123456789.,-/ $£%ab½mof\nMay199'", max_size=60))
def test_no_text_breaks_it_and_values_stand_in_order(text: str) -> None:
    read = values_in(text)
    assert all(text[value.start : value.end] == value.text for value in read)
    assert [value.start for value in read] == sorted(value.start for value in read)


@given(st.integers(min_value=3, max_value=999_999))
def test_any_whole_number_of_things_is_its_own_value(number: int) -> None:
    assert [(value.value, value.kind) for value in values_in(f"It has {number:,} windows.")] == [
        (str(number), ValueKind.COUNT)
    ]
