"""Tortured phrases, and how spun an article is."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkreader.compare import compare
from nkreader.model import Article
from nkreader.phrases import phrases_of, spun, tortured_phrases
from nkreader.phrases.model import ArticlePhrases, PhraseEvidence

SOUND = """The harbour authority will close two of its three ferry terminals for repairs this summer, its director said
on Tuesday. The work is expected to cost about 14 million euros, most of which will come from the state budget.
Passengers travelling to the islands will have to use the older terminal in the north of the city, where there is less
room for cars and lorries.

"We know that this is bad news for people who live on the islands," the director told a news conference. "But the piers
are more than sixty years old, and we cannot wait any longer."

The opposition in the city council said that the plan had
not been discussed with local businesses. A spokesman for the hotel association warned that the high season could be
lost. According to the latest figures, more than 900,000 people used the ferries last year, and the number is likely to
increase after the new railway line opens in the autumn.

The government has promised to pay part of the costs if the work takes longer than planned. In the meantime, a fast boat
will carry passengers between the two largest islands and the mainland four times a day."""

SPUN = """The harbour authority will shut two of its three ferry terminals for repairs this summer season, its director
stated on Tuesday. The work is anticipated to value about 14 million euros, most of which will come from the state
finances. Passengers travelling to the islands should use the older terminal within the north of the metropolis, the
place there may be much less room for vehicles and lorries.

"We all know that that is unhealthy information for individuals who stay on the islands," the director informed a
information convention. "However the piers are greater than sixty years previous, and we can not wait any longer."

The opposition within the metropolis council stated that the plan had not been mentioned with native companies. A
spokesman for the resort affiliation warned that the excessive season might be misplaced. In keeping with the newest
figures, greater than 900,000 individuals used the ferries final yr, and the quantity is more likely to enhance after
the new railway line opens within the autumn.

The federal government has promised to pay a part of the prices if the work takes longer than deliberate. Within the
meantime, a quick boat will carry passengers between the 2 largest islands and the mainland 4 instances a day."""

GERMAN = """Die Hafenbehörde schließt in diesem Sommer zwei ihrer drei Fähranleger, wie ihr Direktor am Dienstag sagte.
Die Arbeiten kosten voraussichtlich vierzehn Millionen Euro, der größte Teil kommt aus dem Haushalt des Landes. Wer auf
die Inseln will, muss den älteren Anleger im Norden der Stadt nehmen, an dem weniger Platz für Autos ist."""


def article(text: str, id: str = "text") -> Article:
    return Article(id=id, text=text)


def test_an_article_out_of_a_spinner_is_told_from_its_sound_original() -> None:
    assert spun(article(SPUN)) >= 0.5
    assert spun(article(SOUND)) < 0.2


def test_case_does_not_decide_whether_an_article_is_spun() -> None:
    assert spun(article(SPUN.lower())) >= 0.5
    assert spun(article(SOUND.lower())) < 0.2


def test_another_language_is_neither_spun_nor_tortured() -> None:
    assert spun(article(GERMAN)) == 0.0
    assert tortured_phrases(article(GERMAN)) == []


@pytest.mark.parametrize(
    ("tortured", "expected"),
    [
        ("He grew up in Fresh York and moved to Boston.", "New York"),
        ("He was a spy in the days of the Chilly Struggle, when Berlin was divided.", "Cold War"),
        ("Shares fell on the stock bazaar on Friday.", "stock market"),
        ("The study followed bosom malignancy patients for a year.", "breast cancer"),
    ],
)
def test_a_wrecked_expression_is_named_with_what_it_stands_for(tortured: str, expected: str) -> None:
    found = tortured_phrases(article(f"{tortured} {tortured}"))
    assert expected in {phrase.expected[0] for phrase in found}
    assert {phrase.evidence for phrase in found} == {PhraseEvidence.INFERRED}


def test_sound_expressions_and_free_wording_are_left_alone() -> None:
    assert tortured_phrases(article(SOUND)) == []
    plain = "The large home near the forest was sold to a doctor who had lived in New York during the Cold War."
    assert tortured_phrases(article(plain)) == []


def test_phrases_stand_in_order_without_overlap_and_quote_the_text() -> None:
    found = tortured_phrases(article(SPUN))
    assert len(found) >= 8
    for before, after in pairwise(found):
        assert before.end <= after.start
    for phrase in found:
        assert SPUN[phrase.start : phrase.end] == phrase.text
        assert phrase.expected[0].casefold() != phrase.text.casefold()


def taught(articles: list[Article], *pairs: tuple[str, str]) -> dict[str, ArticlePhrases]:
    by_id = {article.id: article for article in articles}
    return phrases_of(by_id, pairs, lambda left, right: compare(by_id[left], by_id[right]))


def test_the_original_shows_what_its_copy_wrecked() -> None:
    original, copy = article(SOUND, "original"), article(SPUN, "copy")
    found = taught([original, copy], ("original", "copy"))
    assert found["original"].phrases == ()
    assert found["copy"].spun == spun(copy)
    aligned = {phrase.text: phrase.expected[0] for phrase in found["copy"].phrases if phrase.evidence == "aligned"}
    assert len(aligned) >= 8
    assert "news conference" in aligned.values()


def test_it_does_not_matter_which_side_of_a_comparison_the_copy_is_on() -> None:
    original, copy = article(SOUND, "original"), article(SPUN, "copy")
    one = taught([original, copy], ("original", "copy"))
    other = taught([copy, original], ("copy", "original"))
    assert one == other


def test_what_one_copy_teaches_is_found_in_another_article_of_the_library() -> None:
    original, copy = article(SOUND, "original"), article(SPUN, "copy")
    orphan = article(SPUN[SPUN.index("The opposition") :].replace("harbour", "port"), "orphan")
    found = taught([original, copy, orphan], ("original", "copy"))
    assert "learnt" in {phrase.evidence for phrase in found["orphan"].phrases}


def test_every_article_is_listed_even_an_empty_one() -> None:
    found = taught([article("", "empty"), article(GERMAN, "german")])
    assert {name: (item.spun, item.phrases) for name, item in found.items()} == {
        "empty": (0.0, ()),
        "german": (0.0, ()),
    }


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_judged(text: str) -> None:
    assert 0.0 <= spun(article(text)) <= 1.0
    for phrase in tortured_phrases(article(text)):
        assert text[phrase.start : phrase.end] == phrase.text


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(SPUN.split()), min_size=1, max_size=60))
def test_shuffled_english_is_judged_too(words: list[str]) -> None:
    text = " ".join(words)
    assert 0.0 <= spun(article(text)) <= 1.0
    for phrase in tortured_phrases(article(text)):
        assert text[phrase.start : phrase.end] == phrase.text


def test_what_a_spinner_put_is_named_with_its_original_though_no_dictionary_lists_the_expression() -> None:
    meant = {phrase.text.casefold(): phrase.expected[0].casefold() for phrase in tortured_phrases(article(SPUN))}
    assert len(meant) >= 12
    assert meant["metropolis council"] == "city council"
    assert meant["native"] == "local"
    assert "sixty" not in " ".join(meant)


def test_words_that_one_country_prefers_are_not_taken_for_a_spinners() -> None:
    meant = {phrase.text.casefold() for phrase in tortured_phrases(article(SPUN))}
    assert meant.isdisjoint({"lorries", "autumn", "about"})


def test_a_stock_phrase_that_is_a_clause_of_its_own_is_left_alone() -> None:
    text = SPUN + "\n\nIn actual fact, the council had known this for years."
    assert not any("actual" in phrase.text for phrase in tortured_phrases(article(text)))
