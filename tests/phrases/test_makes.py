"""Spinners of several makes, on subjects of all news; and what of an original's names a copy wrecks."""

import pytest

from nkreader.compare import compare
from nkreader.model import Article
from nkreader.phrases import phrases_of, spun, tortured_phrases
from nkreader.search.variants import names_of, variants_of

MAKES = {
    "sport, turns of phrase": """At the point when the ref blew for the last time, the greater part of
the devotees had left the arena. The guests had won their third match in succession, in spite of the fact that
their goalie was harmed not long after the restart. The mentor called attention to that a significant number
of his players are as yet extremely youthful. In the event that they win one week from now, they will arrive
at the last of the Victors Association.""",
    "science, a thesaurus": """The analysts announced in a diary article that the space apparatus had
entered a circle around the red globe. A more seasoned contraption had bombed in Walk as its sun based board
would not unfold. The European Space Organization says that the picture taker on board will photo the dirt
from a stature of 200 kilometers, with the goal that future vehicles can land all the more securely.""",
    "economy, wrong senses": """The focal bank brought its financing cost up in December, and the
money serve cautioned that the spending plan deficiency will develop in the following year. Vehicle producers
said that trades had tumbled by 8 percent in light of the fact that clients overseas purchase less. The
worker's organization requests more prominent wages for every one of its individuals, as per its leader.""",
    "health, set expressions": """Individuals with hypertension suffer coronary failure all the more
regularly, specialists at the school clinic say. The concentrate followed bosom disease patients for a
considerable length of time. The World Wellbeing Association prescribes a day by day walk and an eating
regimen without salt. As per the creators, the incidental effects of the medication vanish inside seven days.""",
    "local news, names and offices": """The city chamber chose on Monday to shut the old traditions house. A
neighborhood occupant, who is a retired person, said that nobody had inquired as to whether the structure was
as yet utilized. The fire unit and the medical attendants of the emergency clinic had involved it until
further notice. The civic chairman guaranteed that a new parking structure will be assembled before long.""",
}

ORIGINAL = """The Friendship Bridge over the Marl River was closed on Friday after a
flood, the Foreign Ministry said. Each autumn, hundreds of cars and trucks cross it on their way to the town
of Orlo, where foreign companies buy coal. The Security Council has banned the trade since 2017, but diplomats
say that it has never stopped.
A spokesman for the Red Cross said that its doctors had reached the town on Sunday. "We need tents and
drinking water," he told Daily Orlo. The World Health Organization sent two experts from its office in the
capital. People who live near the old stone mill were told to leave their homes."""
COPY = """The Companionship Bridge over the Marl Stream was shut on Friday after
a flood, the Unfamiliar Service said. Each fall, hundreds of automobiles and trucks cross it on their way to
the city of Orlo, where unfamiliar organizations purchase coal. The Safety Gathering has banned the exchange
since 2017, but negotiators say that it has never halted.
A representative for the Red Crucifix said that its specialists had arrived at the town on Sunday. "We need
tents and savoring water," he told Each day Orlo. The World Wellbeing Association sent two specialists from
its office in the capital. Individuals who live close to the old stone factory were advised to leave their
homes."""


@pytest.mark.parametrize("make", MAKES)
def test_spinning_of_every_make_is_recognised(make: str) -> None:
    assert spun(Article(id="copy", text=MAKES[make])) >= 0.5


def test_a_name_the_copy_changes_is_flagged_whole_and_a_plain_synonym_is_possible_at_most() -> None:
    original, copy = Article(id="original", text=ORIGINAL), Article(id="copy", text=COPY)
    by_id = {"original": original, "copy": copy}
    found = phrases_of(by_id, [("original", "copy")], lambda left, right: compare(by_id[left], by_id[right]))
    sure = {item.text: item.expected[0] for item in found["copy"].phrases if item.confidence != "possible"}
    assert sure["Companionship Bridge"] == "Friendship Bridge"
    assert sure["Marl Stream"] == "Marl River"
    assert sure["Safety Gathering"] == "Security Council"
    assert not {"fall", "automobiles", "city", "shut", "halted"} & sure.keys()
    assert found["original"].phrases == ()


def test_a_name_whose_first_word_was_translated_is_found_under_its_right_one() -> None:
    original, copy = Article(id="original", text=ORIGINAL), Article(id="copy", text=COPY)
    by_id = {"original": original, "copy": copy}
    found = phrases_of(by_id, [("original", "copy")], lambda left, right: compare(by_id[left], by_id[right]))
    assert (
        "Each day Orlo" in variants_of(found.values(), names_of(original, copy, compare(original, copy)))["daily orlo"]
    )


def test_a_flagged_phrase_leaves_the_comma_behind_it_to_the_sentence() -> None:
    original = Article(id="original", text=ORIGINAL.replace("on Friday after", "on May 4, after"))
    copy = Article(id="copy", text=COPY.replace("on Friday after", "on Might 4, after"))
    by_id = {"original": original, "copy": copy}
    found = phrases_of(by_id, [("original", "copy")], lambda left, right: compare(by_id[left], by_id[right]))
    flagged = [phrase for phrase in found["copy"].phrases if phrase.text.startswith("Might")]
    assert [(phrase.text, phrase.expected[0]) for phrase in flagged] == [("Might 4", "May 4")]
    assert all(phrase.text[-1].isalnum() for phrase in found["copy"].phrases)


PLAIN = """The mayor of the small town opened the new library on Monday. It took three years to build and has
room for forty thousand books. Children from the nearby school sang at the ceremony, and an old teacher read a
poem. The council hopes that the building will bring life back to the market square, where many shops have
closed. Buses will stop in front of the main door every ten minutes."""
ANY_SENSE = """The city manager of the belittled township unfastened the new depository library on Monday. It
consumed three years to physique and has elbow room for forty thousand books. Children from the nigh
schooltime sang at the ceremonial, and an honest-to-god instructor scan a verse form. The council hopes that
the edifice will fetch biography back to the grocery square, where many shops have unopen. Autobus will halt
in front of the main doorway every ten transactions."""


def test_words_put_for_others_in_any_sense_of_a_thesaurus_give_a_text_away() -> None:
    assert spun(Article(id="copy", text=ANY_SENSE)) >= 0.5
    assert spun(Article(id="original", text=PLAIN)) < 0.2


def test_one_garbled_name_of_a_country_is_found_in_a_sound_text_and_a_region_is_none() -> None:
    def named(text: str) -> list[str]:
        return [phrase.expected[0] for phrase in tortured_phrases(Article(id="text", text=text))]

    assert named(f"{PLAIN} The books were shipped from the Joined States in June.") == ["United States"]
    assert named(f"{PLAIN} The books were shipped from Southern Africa in June.") == []
