"""Title, byline, publisher and date: stated by the text, or unknown."""

import pytest

from articles.pages import BODY, PAGES, parsed
from nkreader import Article


def test_the_heading_above_the_text_is_its_title() -> None:
    assert Article.from_text(f"Harbour line to reopen\n\n{BODY}").title == "Harbour line to reopen"
    assert Article.from_text(f"# Harbour line to reopen\n\n{BODY}").title == "Harbour line to reopen"


def test_an_article_that_begins_at_once_has_no_title() -> None:
    assert Article.from_text(BODY).title is None


def test_read_the_rest_names_the_publisher() -> None:
    assert Article.from_text(f"{BODY}\nRead the rest at The Coastal Review.").publisher == "The Coastal Review"
    assert (
        Article.from_text(f"{BODY}\nThis article was originally published in Northern Times.").publisher
        == "Northern Times"
    )


def test_a_biography_names_the_author() -> None:
    article = Article.from_text(f"{BODY}\nInes Calder and Peter Ashgrove are analysts at the Forum.")
    assert article.byline == "Ines Calder and Peter Ashgrove"


def test_the_date_of_the_page_is_not_the_date_of_publication() -> None:
    assert Article.from_text(parsed(PAGES["a newspaper page saved whole"])[0]).published is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published: March 5, 2025", "2025-03-05"),
        ("Published on 5 Mar 2025, 10:20", "2025-03-05"),
        ("First published: 2025-03-05", "2025-03-05"),
        ("Posted on 25/03/2025", "2025-03-25"),
        ("Published on 03/05/2025", None),
        ("Updated: March 5, 2025", None),
    ],
)
def test_a_date_that_says_it_is_of_publication_is_taken(line: str, expected: str | None) -> None:
    assert Article.from_text(f"Harbour line to reopen\n{line}\n{BODY}").published == expected


def test_an_agency_in_a_picture_credit_is_no_publisher() -> None:
    article = Article.from_text(f"A tram in the rain\n| Photo Credit: Reuters\n{BODY}")
    assert article.publisher is None and article.byline is None
