"""Families from links: stable, and not grown by chaining."""

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
