"""Who is quoted with what, in the forms news writes it."""

import pytest

from nkreader.claims import quotations
from nkreader.claims.model import Quotation
from nkreader.claims.speech import reading
from nkreader.model import Article

BODY = "Prices in Bergen rose again in March, a survey by the harbour office shows.\n\n"


def read(text: str) -> list[Quotation]:
    return quotations(Article(id="a", text=BODY + text + "\n"))


def speakers(text: str) -> list[str | None]:
    return [quotation.speaker.name if quotation.speaker else None for quotation in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“We have lost the winter catch,” Kari Holt said on Monday.",
        '"We have lost the winter catch," said Kari Holt, who runs the co-operative.',
        "Kari Holt said: “We have lost the winter catch.”",
        "Kari Holt, a fisher from Bodø who has sailed for years, told reporters that “we have lost the winter catch.”",
        "“We have lost,” Kari Holt said, “the winter catch.”",
        "“We have lost the winter catch.” — Kari Holt",
        "According to Kari Holt, “the winter catch is lost” and nobody will pay.",
        "‘We have lost the winter catch,’ Kari Holt told the harbour board.",
        "Mayor Kari Holt (Labour) said the plan was “a lost winter catch”.",
        "The meeting was short. Kari Holt called it “a waste of a good morning”.",
        "Kari Holt was quoted as saying “we have lost the winter catch”.",
    ],
)
def test_the_speaker_is_found_wherever_the_text_puts_her(text: str) -> None:
    assert set(speakers(text)) == {"Kari Holt"}


def test_a_quotation_is_carried_over_to_the_next_sentence() -> None:
    assert speakers("“It is over,” Kari Holt said. “Nobody will come back to this harbour.”") == [
        "Kari Holt",
        "Kari Holt",
    ]


def test_a_sentence_ending_in_a_colon_hands_over_the_next() -> None:
    assert speakers("Later Kari Holt told the board:\n\n“We will not pay for this twice.”") == ["Kari Holt"]


def test_a_surname_and_a_pronoun_take_the_full_name() -> None:
    text = "Kari Holt runs the harbour. “We need boats,” Holt said. She added: “We need them before the winter.”"
    assert speakers(text) == ["Kari Holt", "Kari Holt"]


def test_a_pronoun_does_not_take_the_name_of_somebody_else_s_title() -> None:
    text = "Mr. Olav Lund left. Mrs. Kari Holt stayed. “The boats are ours,” she said, and he agreed."
    assert speakers(text) == ["Kari Holt"]


def test_a_quotation_without_a_speaker_gets_none() -> None:
    text = "The report of 1998 ends “with the hope that the boats will one day come back to the old harbour.”"
    assert speakers(text) == [None]


def test_who_presents_a_policy_does_not_speak_its_text() -> None:
    text = "In 2017 Mayor Kari Holt opened the New Quay, “with an aim to bring the small boats back to the town.”"
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “harbour tax” will rise in May.",
        "He read “The Old Man and the Sea” on the boat to Tromsø.",
        "They share a “deep friendship” and little else.",
    ],
)
def test_terms_titles_and_scare_quotes_are_no_speech(text: str) -> None:
    assert [quotation.is_speech for quotation in read(text)] == [False]


def test_a_short_word_somebody_is_quoted_with_is_speech() -> None:
    (quotation,) = read("Kari Holt described the tax as “absurd”.")
    assert quotation.is_speech
    assert quotation.cue is not None
    assert quotation.cue.text == "described"


def test_a_quotation_over_two_paragraphs_is_one() -> None:
    text = "“We built the quay ourselves,” Kari Holt said. “Nobody helped us.\n\n“And nobody will help us now.”"
    assert len(read(text)) == 2


def test_apostrophes_open_and_close_nothing() -> None:
    assert read("The ’90s were the fishers’ best years, and that’s the town’s view.") == []


def test_spans_are_those_of_the_marks() -> None:
    (quotation,) = read("“It is over,” Kari Holt said.")
    assert quotation.text == "“It is over,”"
    assert quotation.speaker is not None
    text = BODY + "“It is over,” Kari Holt said.\n"
    assert text[quotation.speaker.start : quotation.speaker.end] == "Kari Holt"


def test_a_word_somebody_used_is_quoted_and_the_name_of_a_thing_is_not() -> None:
    text = (
        "The harbour master called the plan “reckless”. Opponents described her as a “liar” in leaflets. "
        "The visit was only “to help”, the consul said. She drove the van they named “Old Nellie” to the pier.\n"
    )
    found = {quotation.text: quotation.is_speech for quotation in quotations(Article.from_text(text))}
    assert found == {"“reckless”": True, "“liar”": True, "“to help”": True, "“Old Nellie”": False}


@pytest.mark.parametrize(
    ("text", "quoted", "speaker"),
    [
        (
            "Olav Lund took to the pier to accuse the board of being “a club of thieves”.",
            "“a club of thieves”",
            "Olav Lund",
        ),
        ("Olav Lund, who in 2010 said the board was a “one-man show,” is back.", "“one-man show,”", "Olav Lund"),
        (
            "When the ice came, Olav Lund said at a meeting in Narvik that “a miracle” had saved them.",
            "“a miracle”",
            "Olav Lund",
        ),
        ("The sale was, as Olav Lund put it in a letter to the board, “a gift”.", "“a gift”", "Olav Lund"),
        ("Olav Lund referenced “political tensions” in the north.", "“political tensions”", "Olav Lund"),
        ("Asked for his trade, Olav Lund replied “Skipper” and smiled.", "“Skipper”", "Olav Lund"),
        ("”... a harbour that nobody wanted,” Olav Lund wrote.", "”... a harbour that nobody wanted,”", "Olav Lund"),
    ],
)
def test_a_quotation_keeps_its_speaker_in_awkward_places(text: str, quoted: str, speaker: str) -> None:
    found = {quotation.text: quotation for quotation in read(text)}
    assert found[quoted].is_speech
    assert found[quoted].speaker is not None
    assert found[quoted].speaker.name == speaker


def test_what_the_writer_tells_after_she_said_is_not_hers() -> None:
    text = "“You winning?” she said, but Olav Lund was out, and the radio spoke of “how the boats are lost in the ice”."
    assert [(quotation.text, bool(quotation.speaker)) for quotation in read(text)] == [
        ("“You winning?”", True),
        ("“how the boats are lost in the ice”", False),
    ]


def test_the_attribute_of_a_stray_tag_is_no_quotation() -> None:
    assert read('<embed title="The boats that never came back to the old harbour">') == []


def test_whoever_ends_in_a_colon_speaks_what_follows() -> None:
    text = (
        "Kari Holt, a fisher on the north coast, raises a sore point for the paper despite her fear: "
        "“Nobody has paid for the old quay.”"
    )
    assert speakers(text) == ["Kari Holt"]


def test_several_people_are_never_one() -> None:
    text = "“We need boats,” Kari Holt said. The quay is full. They said: “There is no room for more boats.”"
    assert speakers(text) == ["Kari Holt", "They"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The HARBOUR BOARD Regional Director left. “We need boats,” said the HARBOUR BOARD.", "HARBOUR BOARD"),
        ("KARI BACKS BOATS  Brave Kari Holt came. Kari Holt sang. “We need boats,” Holt said.", "Kari Holt"),
    ],
)
def test_a_headline_or_an_office_makes_no_name_longer(text: str, name: str) -> None:
    assert [speaker and speaker.removeprefix("the ") for speaker in speakers(text)] == [name]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kari Holt, who asks no questions in public, said the boats are lost for good.", "Kari Holt"),
        ("Kari Holt and Olav Lund deny that the boats are lost for good.", "Kari Holt and Olav Lund"),
        ("The harbour of Bergen froze early, which proves that the boats are lost for good.", None),
        ("The new quay may prove to be a better place for the small boats of the town.", None),
    ],
)
def test_a_speaker_is_whoever_the_sentence_says_it_is(text: str, named: str | None) -> None:
    from nkreader.claims import extract_claims

    claims = extract_claims(Article(id="a", text=BODY + text + "\n"))
    assert {claim.speaker.name for claim in claims[1:] if claim.speaker} == ({named} if named else set())


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bergen Shipping Plc &lt;BSHP.OL> called the offer “too low to be true”.", "Bergen Shipping Plc"),
        ("Bergen Shipping Plc <BSHP> called the offer “too low to be true”.", "Bergen Shipping Plc"),
        ("Bergen Shipping Plc (OSE: BSHP) called the offer “too low to be true”.", "Bergen Shipping Plc"),
    ],
)
def test_a_ticker_behind_a_company_is_nobody(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_he_is_no_organisation() -> None:
    text = "Jan Berg leads the fishers. Talks at the Nordic Herring Organization failed. “We shall not wait,” he said."
    assert speakers(text) == ["Jan Berg"]


def test_he_is_no_office_that_somebody_was_given() -> None:
    text = "Kari Holt met Jan Berg. When he became Fisheries Secretary, Mr. Berg wept. “I was moved,” he said."
    assert speakers(text) == ["Jan Berg"]


def test_a_headline_s_capitals_are_not_how_a_company_is_called() -> None:
    text = "BERGENSHIP SUES ITS OWNERS\n\nThe owners of Bergenship lost.\n\n“We will appeal,” Bergenship said."
    found = quotations(Article(id="a", text=text))[0].speaker
    assert found is not None and found.name == "Bergenship"


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Jan Berg closed the mill. A play, Silent Wheels, was made of it. “We had no choice,” he said.",
        "The owner, Jan Berg, 61, met the Lofoten Rovers. “We had no choice,” he said.",
        "Jan Berg said little. A night with the Lofoten Rovers passed. “We had no choice,” he added.",
        "Jan Berg told his story to PR Weekly. “We had no choice,” he said.",
        "Labour MP Jan Berg gave way. “We had no choice,” he said.",
    ],
)
def test_he_is_who_has_a_title_an_age_or_a_voice_before_he_is_any_two_capitals(text: str) -> None:
    assert set(speakers(text)) == {"Jan Berg"}


def test_she_is_nobody_who_was_he_before() -> None:
    text = "Mr. Jan Berg wept. “We lost,” he said. Kari Holt, 51, stayed. “He is right,” she said. “I am,” he said."
    assert speakers(text) == ["Jan Berg", "Kari Holt", "Jan Berg"]


def test_a_pronoun_that_could_be_nobody_named_stays_a_pronoun() -> None:
    assert speakers("It was a long day for the Lofoten Rovers. “We had no choice,” she said.") == ["she"]


def test_an_office_without_its_second_comma_belongs_to_the_name_before_it() -> None:
    assert speakers("Talks failed, Kari Holt, head of the harbour board said, “and that is that”.") == ["Kari Holt"]


def test_a_paper_called_by_its_day_keeps_its_name() -> None:
    assert speakers("The Sunday Times called the plan “a lost winter catch”.") == ["Sunday Times"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kari Holt said if oil runs short, freight rates should rise “at once”.", "Kari Holt"),
        ("Kari Holt said when prices fall, the mill will close “for good and all”.", "Kari Holt"),
    ],
)
def test_what_is_said_may_begin_with_its_condition(text: str, named: str) -> None:
    [attributed] = [said for unit in reading(Article(id="a", text=text)) for said in unit.attributions]
    assert attributed[1] is not None and attributed[1].name == named
    assert attributed[0].content.of(text).startswith(("if oil", "when prices"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Finance Minister Will Holt said it was “a lost winter catch”.", "Will Holt"),
        ("Senator May said it was “a lost winter catch”.", "May"),
        ("August Lenz said it was “a lost winter catch”.", "August Lenz"),
        ("It was “a lost winter catch”, Mark March said.", "Mark March"),
        ("Owner Jan Berg of Berg & Sons said it was “a lost winter catch”.", "Jan Berg"),
        ("Economist Kari Holt of the Harbour Institute said it was “a lost winter catch”.", "Kari Holt"),
        ("The University of Oslo at Blindern said it was “a lost winter catch”.", "The University of Oslo at Blindern"),
        ("In August officials will say it was “a lost winter catch”.", "officials"),
    ],
)
def test_names_that_are_months_and_verbs_too_and_those_with_a_house_behind_them(text: str, named: str) -> None:
    assert speakers(text) == [named]
