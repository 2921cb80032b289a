"""Walking hits: all of them, over all articles, each once, whatever was listed."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkreader.model import Article
from nkreader.search.index import Index, Unwanted
from nkreader.search.model import Hit
from nkreader.search.walk import Walk

_TEXTS = st.lists(
    st.lists(st.sampled_from(["oil", "oils", "price", "the", "of", "white", "house"]), min_size=1, max_size=12).map(
        " ".join
    ),
    min_size=1,
    max_size=6,
)
_QUERIES = st.sampled_from(["oil", "the price", '"white house"', "the OR of", "pri*", "oil -white", "hous"])


def place(hit: Hit) -> tuple[str, int, int]:
    return hit.article, hit.start, hit.end


def walk(index: Index, query: str, listed: int) -> Walk:
    found = index.search(query, listed)

    def hits_in(article: str) -> list[Hit]:
        return sorted(index.search(query, 10_000, {article}).hits, key=lambda hit: hit.span)

    return Walk(found.hits, found.total, found.exact, lambda stopped: index.counts(query, stopped=stopped), hits_in)


@given(_TEXTS, _QUERIES, st.integers(0, 5))
def test_a_walk_comes_to_every_hit_once_and_begins_with_those_listed(texts: list[str], query: str, listed: int) -> None:
    index = Index([Article(str(number), text) for number, text in enumerate(texts)])
    everything = index.search(query, 10_000).hits
    steps = walk(index, query, listed)
    assert steps.total == len(everything) and [place(hit) for hit in steps] == [
        place(hit) for hit in everything[:listed]
    ]
    steps.find_others(lambda: False)
    assert len(steps) == steps.total == len(everything) and steps.complete
    assert Counter(map(place, steps)) == Counter(map(place, everything))
    assert [place(hit) for hit in steps[:listed]] == [place(hit) for hit in everything[:listed]]
    if everything:
        assert place(steps[-1]) == place(list(steps)[-1])
        with pytest.raises(IndexError):
            steps[len(steps)]


def test_the_hits_of_an_article_are_all_known_once_they_were_counted() -> None:
    index = Index([Article("a", "oil oil oil"), Article("b", "oil oil")])
    steps = walk(index, "oil", 1)
    assert sum(len(steps.of(id)) for id in "ab") == 1 and steps.of("c") == ()
    steps.find_others(lambda: False)
    assert len(steps.of("a")) == 3 and len(steps.of("b")) == 2


def test_an_article_that_has_fewer_hits_than_were_counted_ends_no_walk() -> None:
    hit = Index([Article("a", "oil")]).search("oil").hits[0]
    steps = Walk((), 3, True, lambda stopped: {"a": 3}, lambda article: [hit])
    steps.find_others(lambda: False)
    assert [place(step) for step in steps] == [place(hit)] * 3


def test_counting_that_nobody_waits_for_is_given_up() -> None:
    index = Index([Article(str(number), "oil and gas") for number in range(2000)])
    index.update()
    with pytest.raises(Unwanted):
        index.counts("oil gas", stopped=lambda: True)
