"""Residue: what a saved page carries besides its article is found, and the article itself is left alone."""

import pytest

from articles.pages import BODY, CLEAN, PAGES, parsed
from nkreader import Article
from nkreader.text.sentences import sentences


@pytest.mark.parametrize("name", PAGES)
def test_the_residue_of_a_saved_page_is_found_to_the_code_point(name: str) -> None:
    text, expected = parsed(PAGES[name])
    assert [*Article.from_text(text).boilerplate] == [*expected]


@pytest.mark.parametrize("name", CLEAN)
def test_nothing_of_an_article_is_taken_for_residue(name: str) -> None:
    article = Article.from_text(CLEAN[name])
    assert [article.text[part.start : part.end] for part in article.boilerplate] == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Last updated: March 5, 2025", "page-date"),
        ("Wed, Mar 5, 2025", "page-date"),
        ("5 March 2025, 10:20 GMT", "page-date"),
        ("3 hours ago", "page-date"),
        ("Home / World / Asia", "breadcrumb"),
        ("You are here: Home » News", "breadcrumb"),
        ("By Ada Lindqvist", "credit"),
        ("Representational image", "credit"),
        ("Published - March 05, 2025 12:08 am IST", "page-date"),
        ("Coast Press | Updated: March 5, 2025", "page-date"),
        ("FacebookTwitterWhatsApp", "navigation"),
        ("Image: Reuters", "credit"),
        ("Text Size: A- A+", "navigation"),
        ("Facebook Twitter WhatsApp", "navigation"),
        ("Listen to this article", "navigation"),
    ],
)
def test_a_line_above_the_first_paragraph_is_residue(line: str, kind: str) -> None:
    text = f"Council votes to reopen harbour railway\n{line}\n{BODY}"
    assert [(text[part.start : part.end].strip(" []"), part.kind) for part in Article.from_text(text).boilerplate] == [
        (line, kind)
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Source: Coastal Review", "source-link"),
        ("View original", "source-link"),
        ("Read the full story on The Coastal Review", "continuation"),
        ("Continue Reading →", "continuation"),
        ("[...] Read more", "continuation"),
        ("Click here to read the full article.", "continuation"),
        ("Republished from The Coastal Review under a Creative Commons licence.", "continuation"),
        ("(Except for the headline, this story has not been edited by our staff.)", "continuation"),
        ("(The author is a former railway engineer.)", "bio"),
        ("*Ada Lindqvist is a PhD candidate at Lund University.", "bio"),
        ("Ada Lindqvist – Senior analyst at the Coast Institute", "bio"),
        ("Views are personal", "bio"),
        ("Photo by Elin Storey on Unsplash", "credit"),
        ("(Agencies)", "credit"),
        ("Supply hyperlink", "source-link"),
        ("Previous: Ferry fares rise", "navigation"),
        ("Coastal Notes is a reader-supported publication. To receive new posts, become a subscriber.", "navigation"),
        ("Comments are closed.", "comments"),
        ("You must be logged in to post a comment.", "comments"),
        ("Be the first to comment", "comments"),
        ("- Advertisement -", "navigation"),
        ("Next Post", "navigation"),
        ("#railway #harbour", "navigation"),
        ("Copyright © 2025 Coastal Review. All rights reserved.", "navigation"),
        ("Join our Telegram channel", "navigation"),
    ],
)
def test_a_line_below_the_last_paragraph_is_residue(line: str, kind: str) -> None:
    text = f"{BODY}\n{line}"
    found = Article.from_text(text).boilerplate
    assert [(part.start, part.end, part.kind) for part in found] == [(len(BODY) + 1, len(text), kind)]


def test_somebody_the_article_speaks_of_has_no_biography_at_its_foot() -> None:
    text = f"Ada Brink has sat on the council for years. {BODY}\nAda Brink is a professor of law at the university."
    assert Article.from_text(text).boilerplate == ()


def test_everything_under_about_the_author_is_about_the_author() -> None:
    foot = "About the Author\nAda Lindqvist\nStaff writer at the Coastal Review, with a long experience of ships."
    assert [part.kind for part in Article.from_text(f"{BODY}\n{foot}").boilerplate] == ["bio"] * 3


def test_a_company_described_last_is_no_author() -> None:
    text = f"{BODY}\nNorthern Rail Partners is the leading operator of harbour lines."
    assert Article.from_text(text).boilerplate == ()


def test_residue_never_lies_inside_a_sentence() -> None:
    for page in PAGES.values():
        article = Article.from_text(parsed(page)[0])
        for sentence in sentences(article):
            assert not any(sentence.overlaps(part.span) for part in article.boilerplate)


def test_readers_comments_below_the_article_are_not_its_sentences() -> None:
    article = Article.from_text(parsed(PAGES["a discussion below"])[0])
    assert not any("grandfather" in sentence.of(article.text) for sentence in sentences(article))


def test_a_page_of_nothing_but_residue_is_all_residue() -> None:
    article = Article.from_text("[ad_1]\nSource link\nSkip to content\nSubscribe")
    assert sentences(article) == []
