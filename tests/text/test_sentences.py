"""Sentences: where they end, where they do not, and that no visible text is lost."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkreader import Article
from nkreader.text.sentences import sentences

TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("aB .!?\n\t“”\"'’()[]_1|:-…。」「éß\u200b\u0301\x1b中")),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=300,
)
PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "[ad_1]",
                "Source link",
                "Read more",
                "\n",
                "\n\n",
                " ",
                "Home",
                "- item",
                "wrapped\nline",
                "© 2025",
                "。中文！",
            ),
            *("HomeNewsThe bridge opens", "The bridge opens", "| Photo: Elin Storey/AFP", "Leave a comment"),
            "Mr. Brown left. “We go. We stay,” he said.",
            "Ada Lindqvist is a research fellow at the Coast Institute.",
            "The council met on Tuesday and voted to build the bridge, which had been closed since the flood of 1953.",
        ]
    ),
    max_size=14,
)


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(Article(id="a", text=text))]


def covers(article: Article) -> None:
    spans = sorted([*sentences(article), *((part.start, part.end) for part in article.boilerplate)])
    place = 0
    for start, end in spans:
        assert place <= start < end <= len(article.text)
        assert not article.text[place:start].strip()
        assert not article.text[start].isspace() and not article.text[end - 1].isspace()
        place = end
    assert not article.text[place:].strip()


@given(TEXT)
def test_sentences_and_residue_cover_all_visible_text_of_any_string_once(text: str) -> None:
    covers(Article.from_text(text))


@given(PIECES, st.sampled_from(["", " ", "\n"]))
def test_sentences_and_residue_cover_all_visible_text_of_any_page_once(pieces: list[str], joint: str) -> None:
    covers(Article.from_text(joint.join(pieces)))


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Oduya and Dr. A. B. Hall met Gen. Ruiz. | They left.",
        "The U.S. Navy came. | He lives in the U.S. | She does not.",
        "It cost $63.1 billion. | That is 2.5 times more.",
        "They met at 5 p.m. Monday. | It ended at 9 p.m. | The end.",
        "See No. 7. | He said no. | Nobody moved.",
        "We lost the car. | North winds blew that day. | German ships left.",
        "She works for Acme Inc. in Ohio. | Acme Inc. pays well.",
        "They rebuilt… roads and ports. | Then they left...",
        "Yahoo! said so. | Really?! | Yes.",
        "The children need vitamin C. | The doctor said so.",
        "A. J. Holt wrote it. | George W. Lane read it.",
        "The board is 3 in. thick. | It holds.",
        "1. Build the bridge. | 2. Pay for it.",
    ],
)
def test_a_full_stop_ends_a_sentence_unless_it_belongs_to_its_word(text: str) -> None:
    assert cut(text.replace(" | ", " ")) == text.split(" | ")


@pytest.mark.parametrize(
    "text",
    [
        "“We tried. | We failed,” he said.",
        "“Will it hold?” Ms. Amsel asked. | Nobody knew.",
        "“Stop!” | The crowd ran.",
        "“Is it safe?” the mayor asked.",
        "He said: “It is over.” | She left.",
        "‘We go,’ he said. | ‘They stay.’",
        '"I am here." - he said.',
    ],
)
def test_a_quotation_stays_with_who_said_it(text: str) -> None:
    assert cut(text.replace(" | ", " ")) == text.split(" | ")


def test_headings_without_a_full_stop_are_sentences_of_their_own() -> None:
    assert cut("A new bridge\nThe town builds one.\n\nThe cost\nNobody knows it.") == [
        "A new bridge",
        "The town builds one.",
        "The cost",
        "Nobody knows it.",
    ]


def test_hard_wrapped_paragraphs_are_not_cut_at_line_ends() -> None:
    text = (
        "The council of the town voted on Tuesday evening to\nreopen the harbour railway, which has carried no\n"
        "passengers since 1964. Two of its nine members were\nagainst the plan.\n\n"
        "The line will be eleven kilometres long, and its\nfirst trains are expected in the spring.\n"
    )
    assert [len(sentence.split("\n")) for sentence in cut(text)] == [3, 2, 2]


def test_a_list_of_short_lines_is_no_wrapped_paragraph() -> None:
    lines = [
        "What the town will buy this year, says the plan",
        "Three trains from the works at Hollow Quay",
        "One engine shed with a new roof and doors",
    ]
    assert cut("\n".join(lines)) == lines


def test_sentences_a_scraper_ran_together_are_parted_and_addresses_are_not() -> None:
    assert cut("The work ended last week.The minister came. It is on www.harbour.example now.") == [
        "The work ended last week.",
        "The minister came.",
        "It is on www.harbour.example now.",
    ]


def test_other_scripts_have_their_own_full_stops() -> None:
    assert cut("他来了。你呢？「好！」她说。") == ["他来了。", "你呢？", "「好！」", "她说。"]
    assert cut("वह आया। वह गया।") == ["वह आया।", "वह गया।"]


@pytest.mark.parametrize(
    "unit", ["Mr. Holt came to the harbour. ", "x", "a.", ".) ", "“", "a' 'b ", "short line\n", "word "]
)
def test_time_grows_with_length_and_not_with_its_square(unit: str) -> None:
    cut("Warm. Up.")

    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        begin = time.process_time()
        sentences(Article.from_text(text))
        return time.process_time() - begin

    assert seconds(160_000) < 24 * max(seconds(20_000), 0.02)


@settings(max_examples=25)
@given(st.integers(0, 2_000))
def test_a_long_paragraph_is_cut_as_a_short_one_is(extra: int) -> None:
    sentence = "Dr. Holt walked to the harbour with the U.S. consul and came back at noon."
    text = " ".join([sentence] * (200 + extra % 50))
    assert set(cut(text)) == {sentence}


def test_german_ordinals_and_abbreviations_end_no_sentence() -> None:
    text = "Am 3. Mai kam er bzw. sie kam. Am 1. Januar 2016 war es Nr. 7."
    assert cut(text) == ["Am 3. Mai kam er bzw. sie kam.", "Am 1. Januar 2016 war es Nr. 7."]
