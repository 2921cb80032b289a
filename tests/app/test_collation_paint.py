"""Wrapping and cutting text: nothing is lost, every line fits, no character is cut in two."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from nkreader.app.widgets.paint import cell_offset, clipped, painted, wrapped
from nkreader.text.cells import is_narrow

LATIN = st.text(alphabet="abc Ääß -—/’“.\u00a0", max_size=300)
PIECES = ["a", "be", " ", "北", "京。", "」", "👩\u200d👩\u200d👧", "🚢", "e\u0301", "ｆ", "-", "—", "’s "]
ANY = st.lists(st.sampled_from(PIECES), max_size=100).map("".join)


@given(LATIN, st.integers(2, 60))
def test_wrapped_latin_text_loses_nothing_and_fits(text: str, width: int) -> None:
    lines = wrapped(text, 0, len(text), width, narrow=True)
    assert "".join(text[start:end] for start, end in lines).replace(" ", "") == text.replace(" ", "")
    assert all(end - start <= width for start, end in lines)
    assert all(before[1] <= after[0] for before, after in pairwise(lines))


@given(ANY, st.integers(2, 60))
@settings(max_examples=200)
def test_wrapped_text_of_any_script_loses_nothing_and_fits(text: str, width: int) -> None:
    lines = wrapped(text, 0, len(text), width, narrow=False)
    assert "".join(text[start:end] for start, end in lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(text[start:end]) <= width for start, end in lines)


@given(st.text(alphabet="abc defg hi", max_size=300), st.integers(8, 60))
def test_text_wraps_alike_whether_its_width_is_known_or_measured(text: str, width: int) -> None:
    text = " ".join(text.split())
    assert wrapped(text, 0, len(text), width, narrow=True) == wrapped(text, 0, len(text), width, narrow=False)


def test_a_line_ends_at_a_word_and_a_long_address_is_broken() -> None:
    text = "See example.org/archive/of/the/harbour-office for the letters."
    lines = [text[start:end] for start, end in wrapped(text, 0, len(text), 20, narrow=True)]
    assert lines == ["See example.org/", "archive/of/the/", "harbour-office for", "the letters."]


def test_a_family_of_joined_emoji_is_never_cut_in_two() -> None:
    text = "x" + "👩\u200d👩\u200d👧" * 6
    pieces = [text[start:end] for start, end in wrapped(text, 0, len(text), 5, narrow=False)]
    assert all(piece.count("👩") == 2 * piece.count("👧") for piece in pieces)


def test_chinese_text_breaks_between_characters_but_not_before_a_full_stop() -> None:
    text = "大桥将关闭三个月。没有人知道。"
    pieces = [text[start:end] for start, end in wrapped(text, 0, len(text), 16, narrow=False)]
    assert pieces == ["大桥将关闭三个", "月。没有人知道。"]


def test_every_character_taken_for_narrow_takes_one_cell() -> None:
    wide = [hex(point) for point in range(0x20, 0x10000) if is_narrow(chr(point)) and cell_len(chr(point)) != 1]
    assert wide == []


@given(ANY, st.integers(1, 40))
def test_a_clipped_text_fits_and_says_that_it_was_cut(text: str, width: int) -> None:
    short = clipped(text, width)
    assert cell_len(short) <= width
    assert short == text or short.endswith("…")


@given(ANY)
def test_every_cell_belongs_to_a_character_of_the_text(text: str) -> None:
    offsets = [cell_offset(text, cell) for cell in range(-1, cell_len(text) + 2)]
    assert offsets == sorted(offsets)
    assert offsets[0] == 0 and offsets[-1] == len(text)


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_painting_styles_over_a_text_changes_no_character_of_it(text: str, marks: list[tuple[int, int]]) -> None:
    bold = Style(bold=True)
    segments = list(painted(text, 0, len(text), Style(), [(*mark, bold) for mark in marks]))
    assert "".join(segment.text for segment in segments) == text
    covered = {place for start, end in marks for place in range(start, end)}
    place = 0
    for segment in segments:
        for _ in segment.text:
            assert bool(segment.style and segment.style.bold) == (place in covered)
            place += 1
