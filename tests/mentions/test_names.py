"""Proper names, their spellings and their short forms."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkreader.mentions.names import names_in
from nkreader.mentions.same_names import acronym_of, is_acronym_of, same_name
from nkreader.model import Article
from nkreader.text.sentences import sentences


def names(text: str) -> list[str]:
    return [span.of(text) for span in names_in(text, sentences(Article(id="a", text=text)))]


def test_names_are_found_with_particles_hyphens_and_initials() -> None:
    text = "Later the envoy met Kim Jong Un, Moon Jae-in, Harsh V. Pant and Ursula von der Leyen in Oslo."
    assert names(text) == ["Kim Jong Un", "Moon Jae-in", "Harsh V. Pant", "Ursula von der Leyen", "Oslo"]


def test_bodies_keep_the_of_that_belongs_to_them() -> None:
    text = "He left the Bank of England for King's College London."
    assert names(text) == ["Bank of England", "King's College London"]


def test_a_title_is_no_part_of_the_name() -> None:
    assert names("On Monday Norwegian Prime Minister Kari Holt resigned.") == ["Norwegian", "Kari Holt"]
    assert names("There Mr. Blair and Dr Okafor spoke.") == ["Blair", "Okafor"]


def test_a_sentence_opener_is_no_name_unless_it_is_one() -> None:
    assert names("Officials left. Meanwhile prices rose. Everyone laughed.") == []
    assert names("Brandvold resigned. Nobody had asked Brandvold to stay.") == ["Brandvold", "Brandvold"]


def test_months_and_days_are_no_names() -> None:
    assert names("It rained in Bergen from Tuesday to the end of March.") == ["Bergen"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jan Berg spoke on Jan. 5.", ["Jan Berg"]),
        ("April Holt said so in April.", ["April Holt"]),
        ("Prime Minister Theresa May said on May 9 that May would do.", ["Theresa May"]),
        ("Mr. August said no.", ["August"]),
        ("In April Reuters asked, and since August Oslo has been closed.", ["Reuters", "Oslo"]),
        ("On Sunday the Sunday Times came out, and on the Monday Oslo woke.", ["Sunday Times", "Oslo"]),
        ("The Oslo May sales rose.", ["Oslo"]),
        ("Nobody came to the June Bergen fair.", ["Bergen"]),
    ],
)
def test_people_are_called_like_months_where_the_text_calls_them_so(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_an_adjective_made_of_a_name_names_it() -> None:
    assert names("The loss hit the Seoul-based firm.") == ["Seoul"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Jong-un"),
        ("Kim", "Kim Jong Un"),
        ("Putin", "Vladimir Putin"),
        ("Zelensky", "Zelenskyy"),
        ("Harsh Pant", "Harsh V. Pant"),
        ("IAEA", "International Atomic Energy Agency"),
        ("U.S.", "United States"),
        ("Mr Blair", "Tony Blair"),
    ],
)
def test_two_forms_of_one_name_are_one(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("John Smith", "Jane Smith"), ("Bank of England", "Bank of Japan"), ("Norway", "Sweden"), ("", "Oslo")],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_an_acronym_is_made_of_the_large_words() -> None:
    assert acronym_of("Organization for the Prohibition of Chemical Weapons") == "OPCW"
    assert is_acronym_of("DPRK", "Democratic People's Republic of Korea")
    assert not is_acronym_of("NATO", "Northern Coast Agency")


@given(st.text(alphabet="AaBb .'-’éÖ1", max_size=20), st.text(alphabet="AaBb .'-’éÖ1", max_size=20))
def test_sameness_of_names_has_no_direction(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)


@given(st.text(alphabet="Ab cD.\n'-“”&Éof ", max_size=80))
def test_names_of_any_text_are_in_order_and_apart(text: str) -> None:
    spans = names_in(text, sentences(Article(id="a", text=text)))
    assert all(one.end <= two.start for one, two in pairwise(spans))
