"""Families from links: stable, and not grown by chaining."""

from itertools import pairwise

from nkreader.families import clusters
from nkreader.families.model import Link, LinkKind


def link(a: str, b: str, kind: LinkKind = LinkKind.REVISION, shared: float = 1.0) -> Link:
    return Link(a, b, kind, shared, shared)


def test_the_largest_family_comes_first_and_members_keep_the_order_of_the_library() -> None:
    ids = ["a", "b", "c", "d", "e", "f"]
    assert clusters(ids, [link("b", "a"), link("f", "e"), link("e", "c")]) == [("c", "e", "f"), ("a", "b")]


def test_an_article_without_links_is_in_no_family() -> None:
    assert clusters(["a", "b"], []) == []


def test_the_order_of_the_links_does_not_matter() -> None:
    links = [link("a", "b"), link("b", "c"), link("d", "e")]
    assert clusters("abcde", links) == clusters("abcde", links[::-1])


def test_one_loose_rewrite_does_not_chain_two_families_together() -> None:
    first = [link("a", "b"), link("b", "c"), link("a", "c")]
    second = [link("x", "y"), link("y", "z"), link("x", "z")]
    bridge = link("c", "x", LinkKind.REWRITE, shared=0.2)
    assert clusters("abcxyz", [*first, *second, bridge]) == [("a", "b", "c"), ("x", "y", "z")]


def test_a_round_up_that_holds_two_articles_does_not_make_them_one() -> None:
    whole = [Link("a", "round-up", LinkKind.EXCERPT, 1.0, 0.3), Link("b", "round-up", LinkKind.EXCERPT, 1.0, 0.3)]
    more = [link("a", "a2"), link("b", "b2")]
    families = clusters(["a", "a2", "b", "b2", "round-up"], [*whole, *more])
    assert all(not {"a", "b"} <= set(family) for family in families)


def test_a_chain_of_look_alikes_does_not_become_one_family() -> None:
    ids = [f"note{number}" for number in range(30)]
    chain = [link(a, b, shared=0.8) for a, b in pairwise(ids)]
    assert max(map(len, clusters(ids, chain))) <= 4


def test_rewrites_that_have_only_their_original_in_common_are_its_family() -> None:
    ids = ["original", *(f"rewrite{number}" for number in range(9))]
    star = [link("original", id, LinkKind.REWRITE, shared=0.4) for id in ids[1:]]
    assert clusters(ids, star) == [tuple(ids)]


def test_copies_in_a_crowd_hang_together_by_the_few_links_each_has() -> None:
    ids = [f"copy{number:03}" for number in range(200)]
    near = [link(a, b, LinkKind.BOILERPLATE) for a, b in pairwise(ids)]
    assert clusters(ids, near) == [tuple(ids)]


def test_edited_copies_in_a_crowd_hang_together_where_each_is_paired_with_some_of_the_others() -> None:
    ids = [f"edition{number:03}" for number in range(120)]
    some = [link(a, b) for n, a in enumerate(ids) for b in ids[max(0, n - 12) : n]]
    assert clusters(ids, some) == [tuple(ids)]
