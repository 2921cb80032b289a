"""The comparison as text: what it says in a pipe, on a terminal, at every width."""

from __future__ import annotations

import re

import pytest

from nkreader.compare import compare
from nkreader.model import Article
from nkreader.report.compared import comparison_text, facts_text
from nkreader.report.ink import Ink
from nkreader.text.cells import cells_of
from report.versions import LEFT, RIGHT, article

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def printed(ink: Ink, stacked: bool | None = None, left: str = LEFT, right: str = RIGHT) -> list[str]:
    first, second = article(left, "weir"), article(right, "copy")
    return list(comparison_text(first, second, compare(first, second), ink, stacked))


def test_from_100_columns_on_the_texts_stand_beside_each_other() -> None:
    wide = printed(Ink(100))
    assert any(line.count("Altbruck voted") == 2 and "│" in line for line in wide)
    narrow = printed(Ink(99))
    assert not any("│" in line for line in narrow)
    assert any(line.startswith("<") and "April" in line for line in narrow)
    assert any(line.startswith(">") and "June" in line for line in narrow)


def test_stacked_can_be_asked_for_however_wide_the_terminal_is() -> None:
    assert not any("│" in line for line in printed(Ink(200), stacked=True))


def test_without_colours_a_changed_fact_stands_in_brackets_with_its_sign() -> None:
    text = "\n".join(printed(Ink(100), stacked=True))
    assert "@" in text and re.search(r"\[@ [^\]]*April[^\]]*\]", text)
    assert re.search(r"\[# 140[^\]]*\]", text) and re.search(r"\[# 240[^\]]*\]", text)
    assert re.search(r"\[& [^\]]*Hamsel\]", text)
    assert "[= 2]" in text
    assert '[" gate]' in text
    assert "[river]" in text and "[stream]" in text
    assert "\x1b" not in text


def test_a_terminal_gets_blue_and_orange_and_facts_bold_and_underlined() -> None:
    ink = Ink(100, colour=True, rich=True)
    text = "\n".join(printed(ink))
    assert f"\x1b[{ink.left}m" in text and f"\x1b[{ink.right}m" in text
    assert re.search(r"\x1b\[[0-9;]*1;4m[^\x1b]*140", text)
    assert "[#" not in ESCAPES.sub("", text)


@pytest.mark.parametrize("width", [40, 61, 100, 137, 240])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, colour: bool) -> None:
    first, second = article(LEFT, "weir"), article(RIGHT, "copy")
    facts = facts_text(first, second, compare(first, second), Ink(width, colour))
    for line in [*printed(Ink(width, colour)), *facts]:
        assert cells_of(ESCAPES.sub("", line)) <= width


def test_words_that_follow_each_other_in_both_texts_stand_in_one_bracket() -> None:
    text = "\n".join(
        printed(
            Ink(100),
            stacked=True,
            left="The council praised the quick answer of the old harbour master on Monday.",
            right="The council lauded the rapid reply of the ancient harbour master on Monday.",
        )
    )
    assert "[quick answer]" in text and "[rapid reply]" in text
    assert "[praised]" in text and "[old]" in text


def test_the_divider_stays_level_beside_wide_characters() -> None:
    left = "东京的天气今天很好，我们去公园散步。明天会下雨。 The café opens at 9 o’clock.\n"
    right = "东京的天气今天很差，我们去公园散步。明天会下雨。 The café opens at 10 o’clock.\n"
    lines = [ESCAPES.sub("", line) for line in printed(Ink(100, True), None, left * 3, right * 3)]
    places = {cells_of(line[: line.index("│")]) for line in lines if "│" in line}
    assert len(places) == 1


def test_no_word_of_an_aligned_sentence_is_lost() -> None:
    text = " ".join(printed(Ink(90)))
    plain = re.sub(r"\[[#@&!?\"=+-] |\[|\]", "", text)
    found = set(re.findall(r"[\w$.]+", plain))
    for sentence in (LEFT, RIGHT):
        kept = sentence.split("Their petition")[0]
        assert set(re.findall(r"\w+", kept)) <= {part for word in found for part in re.findall(r"\w+", word)}


def test_what_one_side_alone_has_is_one_line_that_counts_it() -> None:
    assert any("3 sentences only in weir" in line for line in printed(Ink(100)))


def test_text_that_stands_elsewhere_says_where() -> None:
    assert any("↕" in line and "moved from" in line for line in printed(Ink(100)))


def test_the_facts_are_listed_with_their_signs_one_to_a_line() -> None:
    first, second = article(LEFT, "weir"), article(RIGHT, "copy")
    lines = list(facts_text(first, second, compare(first, second), Ink()))
    assert any(line.startswith("# number") and "140" in line and "240" in line for line in lines)
    assert any(line.startswith("? hedge") and "probably > certainly" in line for line in lines)
    assert any(line.startswith("!") and "never" in line for line in lines)
    assert not any("stream" in line for line in lines)


def test_two_copies_have_nothing_in_brackets() -> None:
    assert not any("[" in line for line in printed(Ink(100), right=LEFT))


def test_an_empty_text_beside_another_is_no_error() -> None:
    empty, full = Article.from_text("", "empty"), article(LEFT, "weir")
    assert any("only in weir" in line for line in comparison_text(empty, full, compare(empty, full), Ink()))


HARBOUR = (
    "The harbour of Kelvet was closed on Monday after a tanker carrying 4,000 tonnes of oil ran aground.",
    "Mayor Ines Calloway said the slick had reached the northern beaches by nightfall.",
    "Two tugs from Ardholm failed to pull the ship free at high tide.",
    "The owner, Varda Shipping, has its office in Trieste and runs nineteen vessels.",
    "Fishermen were told to keep their boats in port until Thursday.",
    "Insurance experts expect the damage to reach $63 million.",
    "A similar accident in 1998 killed some 12,000 seabirds along the same coast.",
    "Schools in the old town stayed shut because of the smell.",
    "The captain, a man of 54, was questioned for six hours and released.",
    "An inquiry is to report before the end of March.",
)


def test_a_moved_passage_is_shown_above_where_it_stands_above_though_no_row_between_keeps_its_place() -> None:
    joined = [
        f"{HARBOUR[a][:-1]}, and {HARBOUR[b][0].lower()}{HARBOUR[b][1:]}" for a, b in ((0, 5), (1, 8), (3, 6), (2, 9))
    ]
    left = " ".join([joined[0], HARBOUR[7], joined[1], joined[2], HARBOUR[4], joined[3]])
    lines = printed(Ink(100), stacked=True, left=left, right=" ".join(HARBOUR))
    passage = next(number for number, line in enumerate(lines) if "moved within" in line)
    place = next(number for number, line in enumerate(lines) if "here in" in line)
    assert passage < place and "(shown above)" in lines[place]
