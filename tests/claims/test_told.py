"""What an article tells comes back as it was, however it was packed, kept or joined with others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nkreader.claims import claim_set, extract_claims
from nkreader.claims.kin import kin
from nkreader.claims.model import ClaimSet
from nkreader.claims.told import Told, is_whole, tell
from nkreader.compare import compare
from nkreader.families.model import (
    Confidence,
    Derivation,
    Families,
    Family,
    Link,
    LinkKind,
    Origin,
    Role,
)
from nkreader.model import Article

TEXT = """Kari Holt said on 3 May 2021 that 40 boats may be sold for $3 million. “We have no choice,” she added.

The quay sank in 1998. According to the Harbour Board, 12 per cent of the fleet was lost.
"""


@given(st.text(alphabet="Kari Holt said “”\"'.,;:—\n that May 9 $5m while \ud800", max_size=120) | st.just(TEXT))
def test_what_is_packed_comes_back_as_it_was(text: str) -> None:
    article = Article("boats", text)
    (told,) = tell([article])
    assert list(told.claims("boats")) == extract_claims(article)
    assert len(told.meanings().sizes) == len(extract_claims(article))


def test_kept_under_one_id_it_is_told_under_another() -> None:
    (told,) = tell([Article("one", TEXT)])
    assert [claim.id for claim in told.claims("two")] == ["two:c1", "two:c2", "two:c3", "two:c4"]
    assert {claim.article for claim in told.claims("two")} == {"two"}


def test_bytes_that_are_no_telling_are_known_for_it() -> None:
    (told,) = tell([Article("one", TEXT)])
    assert isinstance(told.content, bytes)
    assert is_whole(told.content)
    assert not is_whole(told.content[:-9]) and not is_whole(b"") and not is_whole(b"null")


def alone(*texts: str) -> ClaimSet:
    articles = [Article(f"a{number}", text) for number, text in enumerate(texts)]
    families = Families((), (), {article.id: Role.SINGLE for article in articles})
    return claim_set(articles, families, lambda left, right: compare(articles[0], articles[0]))


def test_claims_and_groups_are_found_by_id_and_by_place() -> None:
    found = alone(TEXT, "Nothing else was lost in Narvik.\n", TEXT.replace("Kari Holt", "Mayor Kari Holt"))
    for place, claim in enumerate(found.claims):
        assert found.claims[place] == claim == found.claim(claim.id)
        group = found.group_of(claim.id)
        assert group is not None and claim.id in group.claims
        assert group in list(found.groups)
    assert [group.id for group in found.groups] == [f"g{number}" for number in range(1, len(found.groups) + 1)]
    assert found.claim("a0:c99") is None and found.group_of("nobody:c1") is None and found.claims[-1].article == "a2"
    assert found == ClaimSet(tuple(found.claims), tuple(found.groups))


def test_what_was_told_before_gives_the_same_groups() -> None:
    articles = [Article("a", TEXT), Article("b", TEXT.replace("Kari Holt", "Ms Holt"))]
    families = Families((), (), {"a": Role.SINGLE, "b": Role.SINGLE})
    told: list[Told] = tell(articles)
    assert claim_set(articles, families, lambda a, b: compare(articles[0], articles[1]), told) == claim_set(
        articles, families, lambda a, b: compare(articles[0], articles[1])
    )


def family(size: int) -> Families:
    """A family of copies of `m0`, each but one made from the original."""
    members = tuple(f"m{number}" for number in range(size))
    tree = tuple(Derivation(id, None if id == "m0" else "m0", Role.COPY) for id in members)
    links = tuple(Link("m0", id, LinkKind.REVISION, 0.9, number / size) for number, id in enumerate(members[1:], 1))
    origin = Origin("m0", "present", Confidence.LIKELY)
    return Families((Family("A", members, tree, origin),), links, dict.fromkeys(members, Role.COPY) | {"x": Role.SPUN})


def test_the_nearest_kin_of_a_copy_are_its_original_and_few_others() -> None:
    families = family(40)
    members, known = kin(families, "m7", 5)
    assert {"m0", "m7"} == set(members)
    assert list(known.links) == [link for link in families.links if link.b == "m7"]
    members, _ = kin(families, "m0", 5)
    assert len(members) == 5 and "m0" in members


def test_an_article_without_kin_stands_alone() -> None:
    assert kin(family(3), "x", 5) == (["x"], Families((), (), {"x": Role.SPUN}))
    assert kin(None, "x", 5) == (["x"], Families((), (), {"x": Role.SINGLE}))


def test_a_claim_told_again_by_unrelated_articles_is_joined_however_many_articles_there_are() -> None:
    filler = [f"The quay of Oslo was painted in {1700 + number} by {20 + number} people.\n" for number in range(250)]
    told = "In 1998 some 412 ferries were lost off Torvald, the Harbour Board reported.\n"
    again = "The Harbour Board said 412 ferries had been lost on the coast of Torvald in 1998.\n"
    found = alone(told, *filler, again)
    last = f"a{len(filler) + 1}"
    group = found.group_of("a0:c1")
    assert group is not None and group.articles == ("a0", last)
