"""Groups of kin visited together: each text is compared once, and what goes back is what one by one would find."""

import pytest
from tests.families import versions

from nkreader import Article, compare, visits
from nkreader.compare.model import Comparison
from nkreader.families import link_of
from nkreader.store.keep import compared
from nkreader.visits import Group, components, visit

TEXTS = [versions.ORIGINAL, versions.SPUN, versions.EXCERPT, versions.ORIGINAL, versions.REWRITE, versions.SPUN]
ARTICLES = [Article.from_text(text, id=f"a{number}") for number, text in enumerate(TEXTS)]
PAIRS = [(i, j) for i in range(len(TEXTS)) for j in range(i + 1, len(TEXTS))]


def test_a_group_is_told_apart_as_its_pairs_are_one_by_one() -> None:
    found = visit(Group(ARTICLES, PAIRS))
    for (i, j), one in zip(PAIRS, found.compared, strict=True):
        left, right = ARTICLES[i], ARTICLES[j]
        between = compare(left, right)
        assert one == compared(left, right, link_of(left, right, between), between)
    [family] = found.families
    assert sorted(family.members) == [article.id for article in ARTICLES]
    assert found.phrases[1].phrases, "what the original shows to be tortured is told"


def test_articles_with_the_same_text_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[str, str]] = []

    def counted(left: Article, right: Article) -> Comparison:
        made.append((left.text, right.text))
        return compare(left, right)

    monkeypatch.setattr(visits, "compare", counted)
    visit(Group(ARTICLES, PAIRS))
    assert len(made) == len(set(made))
    assert len(made) <= 4 * 5 // 2, "four texts, each with itself and with the others"


def test_pairs_fall_into_sets_that_share_nothing() -> None:
    assert sorted(components(9, [(4, 5), (0, 2), (2, 7), (1, 5)])) == [[(0, 2), (2, 7)], [(1, 5), (4, 5)]]
