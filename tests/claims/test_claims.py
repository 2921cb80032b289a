"""What in an article can be checked, and on whose word it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkreader.claims import extract_claims
from nkreader.claims.extraction import weight_reasons
from nkreader.claims.model import Claim, ClaimType
from nkreader.model import Article, Boilerplate, BoilerplateKind


def claims(text: str) -> list[Claim]:
    return extract_claims(Article(id="a", text=text))


def texts(text: str) -> list[str]:
    return [text[claim.start : claim.end] for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The canal cost $740 million and carries 40 ships a day.", ClaimType.FIGURE),
        ("On 14 October 2019 the ferry sank off Bergen.", ClaimType.EVENT),
        ("The town will close its harbour next year.", ClaimType.PREDICTION),
        ("Kari Holt said the harbour had lost its fleet.", ClaimType.REPORTED),
        ("“The harbour has lost its fleet and its future,” Kari Holt said.", ClaimType.QUOTATION),
        ("The tax is the main threat to the small boats.", ClaimType.ASSESSMENT),
    ],
)
def test_each_kind_of_claim_is_told(text: str, kind: ClaimType) -> None:
    assert [claim.type for claim in claims(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour tax: what next?\n\nWho will pay for the new quay?\n",
        "The quick rise of the harbour tax\n",
        "Thank you for reading this article today.\n",
        "Read more about the quay here.\n",
        "Bergen.\n",
    ],
)
def test_headings_questions_and_greetings_are_none(text: str) -> None:
    assert claims(text) == []


def test_residue_is_none() -> None:
    text = "Ferries were late on Monday because of ice.\nThe photo shows a quay that was built in 1998."
    article = Article(id="a", text=text, boilerplate=(Boilerplate(44, len(text), BoilerplateKind.CAPTION),))
    assert [claim.start for claim in extract_claims(article)] == [0]


def test_a_sentence_of_two_statements_is_two_claims() -> None:
    text = "While the ferry had some success, the railway never found its passengers."
    assert texts(text) == ["the ferry had some success", "the railway never found its passengers"]
    text = "The council raised the tax in May, but the fishers refused to pay it."
    assert texts(text) == ["The council raised the tax in May", "the fishers refused to pay it"]


def test_a_list_of_names_is_not_cut() -> None:
    text = "Starting in 1998, Oslo, Bergen, and Narvik have shared one harbour office."
    assert len(claims(text)) == 1


def test_an_announcement_is_its_source_s_claim_and_the_rest_is_not() -> None:
    text = (
        "The quay is the latest sign of decay, following the Harbour Board’s March 30 announcement that it is seeking "
        "to sell its cranes."
    )
    first, second = claims(text)
    assert first.speaker is None
    assert second.speaker is not None
    assert second.speaker.name == "Harbour Board"
    assert second.cue is not None
    assert second.cue.text == "announcement"
    assert [value.value for value in second.values] == ["XXXX-03-30"]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("According to the Harbour Board, 40 boats were sold.", "the Harbour Board", "According to"),
        ("Forty boats were sold, the ministry said on Friday.", "the ministry", "said"),
        ("The ministry, which runs the quay, reported that 40 boats were sold.", "The ministry", "reported"),
        ("In Kari Holt's view, the boats were sold too early.", "Kari Holt", "In Kari Holt's view"),
        ("Analysts in Oslo expect the price to fall.", "Analysts in Oslo", "expect"),
        ("The town’s envoy to Oslo, Kari Holt, expects the price to fall.", "Kari Holt", "expects"),
        ("The cost of the quay is put at $3 million by the Harbour Board.", "the Harbour Board", "put"),
        ("He’s claiming that the boats were sold too early.", "He", "claiming"),
        ("Kari Holt accused the board of selling the boats.", "Kari Holt", "accused"),
        ("Iceland acknowledged that the boats were sold too early.", "Iceland", "acknowledged"),
        ("Kari Holt acknowledged the loss of the boats.", "Kari Holt", "acknowledged"),
        ("Kari Holt saw the sale as a loss to the town.", "Kari Holt", "saw"),
    ],
)
def test_reported_speech_names_its_source(text: str, speaker: str, cue: str) -> None:
    (claim,) = claims(text)
    assert claim.speaker is not None
    assert claim.speaker.text == speaker
    assert claim.cue is not None
    assert claim.cue.text == cue


def test_one_statement_inside_another_is_a_claim_of_its_own() -> None:
    text = "Kari Holt said the ministry believes that the boats were sold too early."
    assert {claim.speaker.name for claim in claims(text) if claim.speaker} == {"Kari Holt", "the ministry"}


@pytest.mark.parametrize(
    "text",
    [
        "The policy wants for nothing and the quay stands empty.",
        "Oslo, Bergen, and Narvik have discussed building one harbour.",
        "The reported cases and the alleged costs were small in 1998.",
        "It is expected that the quay was closed in 1998.",
        "Earlier, projects such as the new quay underscored the efforts of the town.",
        "Developments in 1998 point to a revival of the small boats.",
        "The trade grew after Iceland acknowledged the fishing grounds claimed by Norway in 1998.",
        "Norway has a hold over the quay, and desires to widen it by 1998.",
        "Kari Holt saw the last of the boats in 1998.",
    ],
)
def test_nobody_is_made_a_speaker_who_says_nothing(text: str) -> None:
    assert [claim.speaker for claim in claims(text) if claim.speaker] == []


def test_hedges_are_marked_and_make_a_claim_lighter() -> None:
    plain, hedged = claims("The quay sank in 1998. The quay may well have sunk in 1998.")
    assert [hedge.text for hedge in hedged.hedges] == ["may well have"]
    assert hedged.weight < plain.weight


def test_the_weight_has_reasons_that_add_up_to_it() -> None:
    (claim,) = claims("Kari Holt said on 3 May 2021 that 40 boats were sold for $3 million.")
    reasons = weight_reasons(claim.type, claim.speaker, claim.hedges, claim.values)
    assert {reason for reason, _ in reasons} == {"gives 2 figures", "gives a date", "names who says so"}
    assert claim.weight == pytest.approx(0.3 + sum(share for _, share in reasons))


def test_ids_count_through_the_article() -> None:
    assert [claim.id for claim in claims("The old quay sank. Then the ferry sank too.")] == ["a:c1", "a:c2"]


@given(st.text(alphabet="Kari Holt said “”\"'‘’.,;:—\n that May 9 $5m while, and she ", max_size=160))
def test_claims_of_any_text_lie_inside_it(text: str) -> None:
    for claim in claims(text):
        assert 0 <= claim.start < claim.end <= len(text)
        assert 0 <= claim.weight <= 1
        for part in (claim.speaker, claim.cue, *claim.hedges, *claim.values):
            if part is not None:
                assert text[part.start : part.end] == part.text


@pytest.mark.parametrize(
    "text",
    [
        "The catch will not exceed 10 million herring, compared with 12 million forecast by the ministry.",
        "The rise in fees was the result of a port request filed by Bergen for 4 million crowns.",
    ],
)
def test_a_noun_that_could_be_a_verb_of_saying_speaks_for_nobody(text: str) -> None:
    assert all(claim.speaker is None for claim in extract_claims(Article(id="a", text=text)))
