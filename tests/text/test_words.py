"""Words: what is one, and in which form it is compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkreader.text.words import folded, words


def cut(text: str) -> list[str]:
    return [span.of(text) for span in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don’t want a full-scale war.", ["They", "don’t", "want", "a", "full-scale", "war"]),
        ("It cost $63.1 billion, or €63.1bn.", ["It", "cost", "$63.1", "billion", "or", "€63.1bn"]),
        ("At 12:30 some 1,500 of the 21st’s men", ["At", "12:30", "some", "1,500", "of", "the", "21st", "s", "men"]),
        ("the U.S. and AT&T in the 1990s: 5%", ["the", "U.S.", "and", "AT&T", "in", "the", "1990s", "5%"]),
        ("une école à Nîmes", ["une", "école", "à", "Nîmes"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
        ("नमस्ते दुनिया", ["नमस्ते", "दुनिया"]),
        ("東京タワー", list("東京タワー")),
        ("5月9日", ["5", "月", "9", "日"]),
        ("[ad_1]", ["ad", "1"]),
    ],
)
def test_words_are_cut_as_a_reader_counts_them(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(max_size=200))
def test_words_stand_in_order_and_inside_the_text(text: str) -> None:
    place = 0
    for start, end in words(text):
        assert place <= start < end <= len(text)
        place = end


@given(st.text(max_size=100), st.integers(0, 100), st.integers(0, 100))
def test_words_of_a_stretch_lie_in_it(text: str, start: int, length: int) -> None:
    assert all(start <= word.start and word.end <= start + length for word in words(text, start, start + length))


@pytest.mark.parametrize(
    ("left", "right"),
    [("Don’t", "don't"), ("STRASSE", "straße"), ("ﬁt", "fit"), ("co‑op", "CO-OP"), ("re\u00adread", "reread")],
)
def test_typography_and_case_do_not_part_equal_words(left: str, right: str) -> None:
    assert folded(left) == folded(right)


@given(text=st.text(alphabet="aZé9.,:'’-&$% \n\u00ad\u0301中かU.S5", max_size=40))
def test_plain_text_has_the_same_words_as_where_a_rare_script_stands_beside_it(text: str) -> None:
    assert words(text) == [span for span in words(text + " 。 かな") if span.end <= len(text)]


def test_an_abbreviation_is_one_word_without_its_last_stop_too() -> None:
    text = "He holds 70 p.c of it, the U.S said at 5 p.m. in a U.S.-led camp."
    assert [text[start:end] for start, end in words(text)] == (
        [
            "He",
            "holds",
            "70",
            "p.c",
            "of",
            "it",
            "the",
            "U.S",
            "said",
            "at",
            "5",
            "p.m.",
            "in",
            "a",
            "U.S.",
            "led",
            "camp",
        ]
    )
