"""The sample library, which opens when no path is given: what a newcomer is to discover in it is really there."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from nkreader.compare.model import Change, ChangeKind, Comparison, Flag, RowKind
from nkreader.families.model import Role
from nkreader.library import Library
from nkreader.opening import open_library

EXCERPT, SPUN, REWRITE, ORPHAN, OPINION = (
    "calder-forum",
    "newsloop24",
    "briefly-explained",
    "skyfeed-daily",
    "harbour-post",
)


@pytest.fixture(scope="module")
def library(sample: Path) -> Library:
    return open_library([sample])


@pytest.fixture(scope="module")
def collation(library: Library) -> Comparison:
    """The excerpt, left, beside the spun copy."""
    return library.comparison(EXCERPT, SPUN)


def changes(library: Library, collation: Comparison, *kinds: ChangeKind) -> Iterator[tuple[str, str, Change]]:
    for row in collation.rows:
        for change in row.changes:
            if change.kind in kinds or not kinds:
                left = change.left.of(library[collation.left].text)
                yield left, change.right.of(library[collation.right].text), change


def test_it_holds_five_articles_of_the_length_of_a_news_report(library: Library) -> None:
    assert sorted(article.id for article in library) == sorted([EXCERPT, SPUN, REWRITE, ORPHAN, OPINION])
    assert all(300 <= len(article.text.split()) <= 900 for article in library)


def test_every_article_says_where_it_was_found(sample: Path, library: Library) -> None:
    told = tomllib.loads((sample / "sources.toml").read_text(encoding="utf-8"))
    assert set(told) == {path.name for path in sample.glob("*.txt")}
    for article in library:
        table = told[f"{article.id}.txt"]
        assert (article.title, article.publisher, article.published) == (
            table["title"],
            table["publisher"],
            table["date"],
        )
        assert article.note == table["note"]


def test_three_of_them_are_one_article_and_the_excerpt_is_the_best_witness_of_a_lost_original(library: Library) -> None:
    (family,) = library.families.families
    assert set(family.members) == {EXCERPT, SPUN, REWRITE}
    assert family.members[0] == EXCERPT == family.origin.article
    assert family.origin.root == "lost"
    assert library.families.roles == {
        EXCERPT: Role.EXCERPT,
        SPUN: Role.SPUN,
        REWRITE: Role.REWRITE,
        ORPHAN: Role.SPUN,
        OPINION: Role.SINGLE,
    }


def test_the_page_around_an_article_is_told_from_the_article(library: Library) -> None:
    kinds = {article.id: [str(part.kind) for part in article.boilerplate] for article in library}
    assert kinds[EXCERPT] == ["continuation", "bio"]
    assert kinds[SPUN] == ["shortcode", "shortcode", "source-link"]
    assert set(kinds[OPINION]) >= {"page-date", "breadcrumb", "title-repeat", "caption", "credit", "bio", "comments"}
    assert kinds[ORPHAN] == []


def test_the_excerpt_is_compared_with_its_spun_copy_as_the_readme_tells_newcomers(library: Library) -> None:
    assert library.counterpart(EXCERPT) == SPUN


def test_the_spinner_read_march_as_a_walk_and_it_shows_as_a_date_change(
    library: Library, collation: Comparison
) -> None:
    dates = [(left, right) for left, right, _ in changes(library, collation, ChangeKind.DATE)]
    assert any("March" in left and "Walk" in right for left, right in dates)


def test_the_one_figure_that_was_changed_shows_as_a_fact(library: Library, collation: Comparison) -> None:
    facts = [(left, right) for left, right, change in changes(library, collation, ChangeKind.NUMBER) if change.is_fact]
    assert any("54" in left and "45" in right for left, right in facts)


def test_five_years_written_5_years_is_the_same_number_in_another_form(library: Library, collation: Comparison) -> None:
    forms = [
        (left, right)
        for left, right, change in changes(library, collation, ChangeKind.NUMBER)
        if Flag.FORM_ONLY in change.flags
    ]
    assert any("five" in left and "5" in right for left, right in forms)


def test_the_expert_loses_her_name_to_the_thesaurus(library: Library, collation: Comparison) -> None:
    names = [(left, right) for left, right, _ in changes(library, collation, ChangeKind.NAME)]
    assert any("Price" in left and "Worth" in right for left, right in names)


def test_what_she_said_was_altered_inside_the_quotation_marks(library: Library, collation: Comparison) -> None:
    quoted = [(left, right) for left, right, change in changes(library, collation) if change.in_quotation]
    assert any("afternoon" in left and "night" in right for left, right in quoted)
    assert collation.summary.quotations_altered >= 2


def test_what_the_excerpt_leaves_out_stands_together_after_what_it_holds(collation: Comparison) -> None:
    kinds = [row.kind for row in collation.rows if row.kind is not RowKind.BOILERPLATE]
    first = kinds.index(RowKind.RIGHT_ONLY)
    assert RowKind.RIGHT_ONLY not in kinds[:first] and set(kinds[first:]) == {RowKind.RIGHT_ONLY}
    assert set(kinds[:first]) <= {RowKind.SAME, RowKind.CHANGED}
    assert collation.summary.shared_left > 0.95


def test_both_spun_texts_betray_themselves_by_phrases_that_english_does_not_have(library: Library) -> None:
    assert library.phrases[SPUN].spun >= 0.5 and library.phrases[ORPHAN].spun >= 0.5
    found = {phrase.text.casefold() for phrase in library.phrases[SPUN].phrases}
    assert any("symbolism" in text for text in found), "satellite imagery is no symbolism"
    assert any("walk" in text for text in found), "and March no walk"
    assert max(library.phrases[name].spun for name in (EXCERPT, REWRITE, OPINION)) < 0.5


def test_copies_of_one_report_are_one_voice_and_the_opinion_piece_is_another(library: Library) -> None:
    text = {claim.id: claim.span.of(library[claim.article].text) for claim in library.claims.claims}
    voices = [
        (set(group.articles), group.independent.least, group.independent.most)
        for group in library.claims.groups
        if any("500,000 barrels" in text[claim] for claim in group.claims)
    ]
    assert any(articles >= {SPUN, REWRITE, OPINION} and most == 2 for articles, _, most in voices)
