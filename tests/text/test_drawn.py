"""Text as it is drawn: nothing in it can move a cursor, turn a line or fail to print."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from nkreader.text.drawn import drawable


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_drawn_text_has_as_many_code_points_and_no_controls(text: str) -> None:
    drawn = drawable(text)
    assert len(drawn) == len(text)
    assert not any(unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp", "Cn"} for character in drawn)
    drawn.encode("utf-8")


def test_escape_sequences_lose_their_power_and_keep_their_place() -> None:
    assert drawable("a\x1b[31mred\x07\x9b2J") == "a␛[31mred␇\N{REPLACEMENT CHARACTER}2J"


def test_bidirectional_overrides_do_not_turn_the_line() -> None:
    assert "\u202e" not in drawable("price \u202e001\u202c") and "\u2066" not in drawable("\u2066x\u2069")


def test_line_ends_and_tabs_become_blanks() -> None:
    assert drawable("a\nb\tc\r\nd\u2028e") == "a b c  d e"


def test_markup_emoji_and_other_scripts_stay_as_they_are() -> None:
    assert drawable("[ad_1] [bold] 👩‍🚀 نص 東京 é") == "[ad_1] [bold] 👩‍🚀 نص 東京 é"
