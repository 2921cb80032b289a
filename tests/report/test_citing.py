"""What a copied passage says of where it comes from."""

from nkreader.model import Article
from nkreader.report.citing import cited, source_of

HERON = Article(
    id="heron",
    text="",
    path="/home/ines/saved/heron.html",
    title="The Herons Are Back",
    byline="Ines Falk",
    publisher="Estuary Post",
    published="2024-03-05",
)


def test_a_citation_names_author_title_publisher_date_and_file() -> None:
    assert cited("They nest\n  in the old mill.", HERON) == (
        "“They nest\nin the old mill.”\n(Ines Falk, “The Herons Are Back”, Estuary Post, 2024-03-05, heron.html)"
    )


def test_what_is_not_known_of_the_source_is_left_out() -> None:
    assert source_of(Article(id="left", text="")) == "left"


def test_a_passage_that_is_a_quotation_gets_no_second_pair_of_marks() -> None:
    assert cited("“They nest in the old mill.”", HERON).startswith("“They nest in the old mill.”\n(")
    assert cited("“They nest,” he said, “in the mill.”", HERON).startswith("“They nest,” he")


def test_escape_sequences_do_not_travel_with_a_citation() -> None:
    assert "\x1b" not in cited("red \x1b[31m herons", HERON)
