"""Links: what is one article and what is not, and that nothing else in the library has a say in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.families import versions

from nkreader import Article, compare
from nkreader.families import candidate_pairs, link_of
from nkreader.families.model import Link, LinkKind


def link(left: str, right: str) -> Link | None:
    a, b = Article.from_text(left, id="a"), Article.from_text(right, id="b")
    return link_of(a, b, compare(a, b))


def kind(left: str, right: str) -> LinkKind | None:
    found = link(left, right)
    return found.kind if found else None


def test_the_same_text_is_identical() -> None:
    assert kind(versions.ORIGINAL, versions.ORIGINAL) is LinkKind.IDENTICAL


def test_a_copy_that_differs_in_residue_only_is_told_from_an_edited_one() -> None:
    assert kind(versions.ORIGINAL, versions.COPY) is LinkKind.BOILERPLATE


def test_the_beginning_of_an_article_is_its_excerpt() -> None:
    found = link(versions.ORIGINAL, versions.EXCERPT)
    assert found is not None
    assert found.kind is LinkKind.EXCERPT
    assert found.shared_b > 0.9 > found.shared_a


def test_corrected_figures_make_a_revision() -> None:
    assert kind(versions.ORIGINAL, versions.REVISION) is LinkKind.REVISION


def test_one_corrected_figure_makes_a_revision_and_no_copy_with_residue() -> None:
    corrected = versions.ORIGINAL.replace("38,000 crowns", "58,000 crowns")
    assert corrected != versions.ORIGINAL
    assert kind(versions.ORIGINAL, corrected) is LinkKind.REVISION


def test_synonyms_put_in_word_by_word_make_a_spin() -> None:
    assert kind(versions.ORIGINAL, versions.SPUN) is LinkKind.SPUN
    assert kind(versions.EXCERPT, versions.SPUN) is LinkKind.SPUN


def test_a_machine_rewrite_is_linked_to_what_it_rewrites() -> None:
    assert kind(versions.ORIGINAL, versions.REWRITE) is LinkKind.REWRITE
    assert kind(versions.SPUN, versions.REWRITE) is LinkKind.REWRITE


@pytest.mark.parametrize(
    "text", [versions.ORIGINAL, versions.COPY, versions.EXCERPT, versions.REVISION, versions.SPUN, versions.REWRITE]
)
def test_another_report_of_the_same_event_with_the_same_quotation_is_no_copy(text: str) -> None:
    assert link(text, versions.RIVAL) is None
    assert link(text, versions.UNRELATED) is None


def test_reports_made_from_one_template_are_no_copies() -> None:
    template = (
        "{0} said its board declared a quarterly dividend of {1} cents a share, payable on {2} to shareholders of "
        "record on {3}. {0} paid {4} cents in the same quarter a year ago. The shares rose {5} percent in {6}."
    )
    one = template.format("Harrow Mills", 14, "June 30", "June 12", 12, 1.5, "Hallam")
    two = template.format("Castle Freight", 33, "April 4", "March 21", 29, 0.3, "Norrby")
    assert link(one, two) is None


NOTICE = (
    "{headline}\n\n{line} said it is selling {amount} season tickets valid until {month} {day} at {price} crowns each, "
    "the agent {agent} said.\n    The tickets are not refundable and can be bought on board and at the terminal in "
    "{port}. Holders of last year's tickets pay {less} crowns, and children travel free with an adult. The sale "
    "begins on {start}."
)


def notice(*words: object) -> str:
    names = ("headline", "line", "amount", "month", "day", "price", "agent", "port", "less", "start")
    return NOTICE.format(**dict(zip(names, words, strict=True)))


def test_notices_of_one_form_with_other_names_and_figures_are_no_copies() -> None:
    one = notice(
        "NORTH SOUND FERRIES SELLS SEASON TICKETS", "North Sound Ferries", 1200, "May", 4, 310, "Holm and Rask",
        "Norrby", 290, "March 2",
    )  # fmt: skip
    two = notice(
        "BLUE LANTERN SELLS SEASON TICKETS", "Blue Lantern Lines", 450, "October", 19, 95, "Marek Travel",
        "Tarn", 80, "June 11",
    )  # fmt: skip
    assert link(one, two) is None


def test_a_notice_whose_price_was_corrected_is_still_the_same_notice() -> None:
    words: tuple[object, ...] = (
        "NORTH SOUND FERRIES SELLS SEASON TICKETS", "North Sound Ferries", 1200, "May", 4, 310, "Holm and Rask",
        "Norrby", 290, "March 2",
    )  # fmt: skip
    assert kind(notice(*words), notice(*words[:5], 315, *words[6:])) is LinkKind.REVISION


def test_two_line_ups_with_the_same_players_are_two_reports() -> None:
    squad = (
        "Anders Holm, Bo Lind, Carl Frost, Dag Strand, Emil Berg, Finn Dahl, Georg Moen, Hans Vik, Ivar Lund, "
        "Jens Aas, Karl Ness, Leif Tveit, Magnus Ruud, Nils Foss, Ole Haug, Per Myhre, Rolf Eide, Stein Lie"
    )
    one = (
        "Holm is back for the derby on Saturday. The keeper broke a finger in March and had not trained before last "
        f"week, but the coach wants his voice behind a young defence.\n\n{squad}."
    )
    two = (
        "The club has fined two players for missing the bus to the cup match, which ended without a goal. The coach "
        f"named an unchanged squad all the same and refused questions about it.\n\n{squad}."
    )
    assert link(one, two) is None


def test_shared_page_residue_makes_no_link() -> None:
    frame = "[ad_1]\n{}\n[ad_2]\nSource link\n\nPlease enter your comment!\nPlease enter your name here\n"
    assert link(frame.format(versions.RIVAL), frame.format(versions.UNRELATED)) is None


def test_a_link_is_the_same_from_either_side() -> None:
    texts = [versions.ORIGINAL, versions.EXCERPT, versions.SPUN, versions.REWRITE, versions.RIVAL]
    for left in texts:
        for right in texts:
            assert kind(left, right) == kind(right, left)


TEXTS = [
    versions.ORIGINAL,
    versions.COPY,
    versions.EXCERPT,
    versions.REVISION,
    versions.SPUN,
    versions.REWRITE,
    versions.RIVAL,
    versions.UNRELATED,
]


def links_among(chosen: list[int]) -> set[tuple[int, int]]:
    articles = [Article.from_text(TEXTS[number], id=str(number)) for number in chosen]
    found = set()
    for i, j in candidate_pairs(articles):
        if link_of(articles[i], articles[j], compare(articles[i], articles[j])):
            found.add((min(chosen[i], chosen[j]), max(chosen[i], chosen[j])))
    return found


ALL_LINKS = {(i, j) for i in range(6) for j in range(i + 1, 6)}


@settings(max_examples=8, deadline=None)
@given(st.lists(st.integers(0, len(TEXTS) - 1), unique=True))
def test_adding_or_removing_other_articles_never_changes_a_link(chosen: list[int]) -> None:
    assert links_among(chosen) == {(i, j) for i, j in ALL_LINKS if i in chosen and j in chosen}
