"""What the user says of families beats what the texts say, and leaves the rest alone."""

from hypothesis import given
from hypothesis import strategies as st
from tests.families import versions

from nkreader import Article
from nkreader.compare import compare
from nkreader.compare.model import Comparison
from nkreader.families import candidate_pairs, link_of
from nkreader.families.model import BY_USER, Confidence, Families, Family, Override, OverrideKind, Role
from nkreader.origin import argument, families_of, overridden
from nkreader.phrases import phrases_of

TEXTS = {
    "report": versions.ORIGINAL,
    "copy": versions.COPY,
    "spin": versions.SPUN,
    "rewrite": versions.REWRITE,
    "orchestra": versions.UNRELATED,
    "bicycles": versions.UNRELATED + "\nSource link\n",
    "march": versions.RIVAL,
}
ARTICLES = [Article.from_text(text, id=id) for id, text in TEXTS.items()]
BY_ID = {article.id: article for article in ARTICLES}


def comparison(left: str, right: str) -> Comparison:
    return compare(BY_ID[left], BY_ID[right])


PAIRS = [(ARTICLES[a], ARTICLES[b]) for a, b in candidate_pairs(ARTICLES)]
COMPARED = [(left, right, compare(left, right)) for left, right in PAIRS]
LINKS = [link for left, right, found in COMPARED if (link := link_of(left, right, found))]
PHRASES = phrases_of(BY_ID, [(left.id, right.id) for left, right in PAIRS], comparison)
FOUND = families_of(
    list(BY_ID), LINKS, {id: own.spun for id, own in PHRASES.items()}, argument(BY_ID, comparison, PHRASES)
)


def original(id: str) -> Override:
    return Override(OverrideKind.ORIGINAL, (id,))


def split(id: str) -> Override:
    return Override(OverrideKind.SPLIT, (id,))


def merge(first: str, second: str) -> Override:
    return Override(OverrideKind.MERGE, (first, second))


def said(*overrides: Override) -> Families:
    return overridden(FOUND, overrides, BY_ID, comparison, PHRASES)


def of(families: Families, id: str) -> Family:
    family = families.of(id)
    assert family is not None
    return family


def test_the_original_the_user_names_is_the_original_and_shown_as_the_user_s() -> None:
    families = said(original("copy"))
    family = of(families, "copy")
    assert family.origin.article == family.members[0] == "copy"
    assert family.origin.by == BY_USER
    assert family.origin.confidence is Confidence.CERTAIN
    first = family.origin.evidence[0]
    assert (first.article, first.speaks, first.why) == ("copy", "for", "You named it the original.")
    assert first.spans, "it can be jumped to like any other reason"
    assert families.roles["copy"] is Role.ORIGINAL
    assert len(family.origin.evidence) > 1, "the argument of the texts is still there to be read"


def test_a_spun_text_may_be_named_and_the_others_descend_from_it() -> None:
    family = of(said(original("spin")), "spin")
    assert family.origin.root == "present"
    assert family.tree[0].role is Role.ORIGINAL
    assert next(node.of for node in family.tree if node.article == "report") == "spin"


def test_of_two_originals_named_the_later_one_holds() -> None:
    assert of(said(original("copy"), original("rewrite")), "copy").origin.article == "rewrite"


def test_a_member_split_off_stands_alone() -> None:
    families = said(split("spin"))
    assert families.of("spin") is None
    assert families.split == ("spin",)
    assert set(of(families, "report").members) == {"report", "copy", "rewrite"}


def test_a_family_of_two_is_none_once_one_is_split_off() -> None:
    families = said(split("bicycles"))
    assert families.of("orchestra") is None
    assert families.roles["orchestra"] is Role.SINGLE
    assert [family.id for family in families.families] == ["A"]


def test_merged_families_keep_the_first_letter_and_show_who_joined_them() -> None:
    families = said(merge("bicycles", "rewrite"))
    (family,) = families.families
    assert family.id == "A"
    assert set(family.members) == set(TEXTS) - {"march"}
    by_user = {node.article for node in family.tree if node.by == BY_USER}
    assert by_user == {"orchestra", "bicycles"}


def test_two_singles_become_a_family_with_a_letter_of_its_own() -> None:
    families = said(split("spin"), merge("spin", "march"))
    assert set(of(families, "march").members) == {"march", "spin"}
    assert [family.id for family in families.families] == ["A", "B", "C"]
    assert families.split == ()


def test_what_is_said_later_builds_on_what_was_said_before() -> None:
    assert said(merge("march", "spin"), split("march")).of("march") is None
    assert said(split("spin"), merge("spin", "report")).families[0].members == FOUND.families[0].members


def test_families_that_are_not_spoken_of_stay_as_they_are() -> None:
    before, after = of(FOUND, "orchestra"), of(said(split("spin"), original("copy")), "orchestra")
    assert after is before


def test_what_is_said_of_absent_articles_says_nothing() -> None:
    assert said(original("elsewhere"), merge("elsewhere", "spin")) is FOUND


IDS = st.sampled_from(sorted(TEXTS))


@given(st.lists(st.one_of(st.builds(split, IDS), st.builds(merge, IDS, IDS)), max_size=5))
def test_whatever_is_said_every_article_is_in_one_family_or_alone(overrides: list[Override]) -> None:
    families = said(*overrides)
    listed = [id for family in families.families for id in family.members]
    assert len(listed) == len(set(listed))
    assert all(len(family.members) > 1 for family in families.families)
    assert set(families.roles) == set(TEXTS)
    assert {id for id in TEXTS if families.roles[id] is not Role.SINGLE and id not in listed} <= {"spin"}
    assert families.links == FOUND.links
    assert len({family.id for family in families.families}) == len(families.families)
