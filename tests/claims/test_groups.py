"""One claim in many articles: groups, conflicts, independent voices."""

from collections.abc import Iterable

from nkreader.claims import claim_set
from nkreader.claims.model import Agreement, ClaimSet, Conflict, ConflictKind, Group, Nature
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

ORIGINAL = """The harbour tax will rise to 12 per cent on 9 May, the Harbour Board said on Tuesday.

“We have no other way to pay for the quay,” said Kari Holt, who leads the board. The quay cost $63.1 billion and was \
opened in 1998. About 400 boats use it every day.

Fishers in the town did not welcome the plan. Olav Lund sold his boat in March.
"""


def single(id: str, text: str) -> Article:
    return Article(id=id, text=text)


def alone(articles: Iterable[Article]) -> ClaimSet:
    """The claims of articles that belong to no family."""
    held = list(articles)
    families = Families((), (), {article.id: Role.SINGLE for article in held})
    return claim_set(held, families, lambda left, right: compare(held[0], held[0]))


def copied(text: str, kind: LinkKind = LinkKind.REVISION, role: Role = Role.REVISION, *more: Article) -> ClaimSet:
    """The claims of an original, one copy of it, and articles of no family."""
    held = {article.id: article for article in (single("old", ORIGINAL), single("new", text), *more)}
    family = Family(
        "A",
        ("old", "new"),
        (Derivation("old", None, Role.ORIGINAL), Derivation("new", "old", role)),
        Origin("old", "present", Confidence.LIKELY),
    )
    roles = {"old": Role.ORIGINAL, "new": role} | {article.id: Role.SINGLE for article in more}
    families = Families((family,), (Link("old", "new", kind, 1.0, 1.0),), roles)
    return claim_set(list(held.values()), families, lambda left, right: compare(held[left], held[right]))


def conflicts(found: ClaimSet) -> list[Conflict]:
    return [conflict for group in found.groups for conflict in group.conflicts]


def group_of(found: ClaimSet, article: str, words: str, text: str) -> Group:
    place = text.index(words)
    claim = next(claim for claim in found.of(article) if claim.start <= place < claim.end)
    return next(group for group in found.groups if claim.id in group.claims)


def test_a_copy_says_the_same_with_one_voice_and_no_conflict() -> None:
    found = copied(ORIGINAL)
    assert conflicts(found) == []
    assert {group.articles for group in found.groups} == {("old", "new")}
    assert {(group.independent.least, group.independent.most) for group in found.groups} == {(1, 1)}
    assert {group.agreement for group in found.groups} == {Agreement.AGREE}


def test_every_kind_of_changed_fact_is_a_conflict_with_both_texts() -> None:
    changed = (
        ORIGINAL.replace("12 per cent", "21 per cent")
        .replace("9 May", "6 May")
        .replace("Olav Lund", "Olav Berg")
        .replace("did not welcome", "did welcome")
    )
    found = copied(changed)
    kinds = {conflict.kind: conflict.texts for conflict in conflicts(found)}
    assert set(kinds) == {ConflictKind.NUMBER, ConflictKind.DATE, ConflictKind.NAME, ConflictKind.NEGATION}
    assert "12" in kinds[ConflictKind.NUMBER][0]
    assert "21" in kinds[ConflictKind.NUMBER][1]
    assert all(conflict.nature is Nature.REVISED for conflict in conflicts(found))


def test_the_same_value_in_another_form_is_no_conflict() -> None:
    changed = ORIGINAL.replace("$63.1 billion", "$63.1bn").replace("12 per cent", "12%").replace("9 May", "May 9")
    assert conflicts(copied(changed)) == []


def test_other_words_for_the_same_are_no_conflict() -> None:
    assert conflicts(copied(ORIGINAL.replace("sold his boat", "parted with his boat"))) == []


def test_an_altered_quotation_is_one_conflict_that_shows_both_wordings() -> None:
    changed = ORIGINAL.replace("no other way to pay", "no different path to settle")
    (conflict,) = conflicts(copied(changed, LinkKind.SPUN, Role.SPUN))
    assert conflict.kind is ConflictKind.QUOTATION
    assert conflict.nature is Nature.GARBLED
    assert conflict.texts[0].startswith("“We have no other way")
    assert conflict.texts[1].startswith("“We have no different path")


def test_agreement_is_conflict_exactly_where_conflicts_are() -> None:
    found = copied(ORIGINAL.replace("400 boats", "4,000 boats"))
    assert [group.agreement is Agreement.CONFLICT for group in found.groups] == [
        bool(group.conflicts) for group in found.groups
    ]
    assert any(group.conflicts for group in found.groups)


def test_what_a_rewrite_adds_has_no_voice() -> None:
    added = "Seventeen cranes were scrapped in Narvik last winter."
    found = copied(ORIGINAL + "\n" + added + "\n", LinkKind.REWRITE, Role.REWRITE)
    group = group_of(found, "new", added, ORIGINAL + "\n" + added)
    assert (group.independent.least, group.independent.most) == (0, 0)
    assert "addition" in group.independent.lines[0].why


def test_an_independent_article_adds_a_voice_to_a_family() -> None:
    other = single(
        "else", "Nobody expected it. The quay in the town cost $63.1 billion and was opened in 1998, books show.\n"
    )
    found = copied(ORIGINAL, LinkKind.IDENTICAL, Role.COPY, other)
    group = group_of(found, "old", "The quay cost", ORIGINAL)
    assert set(group.articles) == {"old", "new", "else"}
    assert group.independent.most == 2
    assert len(group.independent.lines) == 2


THREE = [
    "According to {0}, 412 ferries were lost off the Torvald coast in 1998.",
    "{0} said 412 ferries had been lost on the coast of Torvald in 1998.",
    "In 1998 some 412 ferries were lost off Torvald, {0} reported.",
]


def told(*sources: str) -> Group:
    texts = [pattern.format(source) + "\n" for pattern, source in zip(THREE, sources, strict=True)]
    found = alone(single(f"a{number}", text) for number, text in enumerate(texts))
    (group,) = [group for group in found.groups if len(group.articles) == 3]
    return group


def test_articles_that_name_their_own_sources_are_as_many_voices() -> None:
    group = told("Kari Holt", "the Harbour Board", "Olav Lund")
    assert (group.independent.least, group.independent.most) == (3, 3)


def test_articles_that_credit_one_source_are_one_voice() -> None:
    group = told("Kari Holt", "Kari Holt", "Ms Holt")
    assert (group.independent.least, group.independent.most) == (1, 1)
    assert "Kari Holt" in group.independent.lines[0].why
    assert group.independent.lines[0].articles == ("a0", "a1", "a2")


def test_a_source_that_is_not_named_leaves_a_range() -> None:
    group = told("Kari Holt", "officials", "Kari Holt")
    assert (group.independent.least, group.independent.most) == (1, 2)


def test_two_claims_about_one_event_are_two() -> None:
    found = alone(
        [
            single("a", "The Torvald ferry sank in the Merrin strait and 412 people drowned.\n"),
            single("b", "The Torvald ferry that sank in the Merrin strait had cost $90 million.\n"),
        ]
    )
    assert all(len(group.articles) == 1 for group in found.groups)


def test_a_claim_alone_is_a_group_of_one_that_nothing_confirms() -> None:
    found = alone([single("a", "The old ferry sank in 1998.\n")])
    (group,) = found.groups
    assert group.agreement is Agreement.UNCLEAR
    assert (group.independent.least, group.independent.most) == (1, 1)


def test_every_claim_is_in_exactly_one_group() -> None:
    found = copied(ORIGINAL.replace("400", "300"))
    held = [claim for group in found.groups for claim in group.claims]
    assert sorted(held) == sorted(claim.id for claim in found.claims)
    assert len(set(held)) == len(held)


def test_a_speaker_called_she_is_named_by_the_copy_that_names_her() -> None:
    nameless = "“We have no other way to pay for the quay,” she said. The quay was opened in 1998.\n"
    whole = "“We have no other way to pay for the quay,” said Kari Holt. The quay was opened in 1998.\n"
    held = {"whole": single("whole", whole), "cut": single("cut", nameless)}
    tree = (Derivation("whole", None, Role.ORIGINAL), Derivation("cut", "whole", Role.REVISION))
    family = Family("A", ("whole", "cut"), tree, Origin("whole", "present", Confidence.LIKELY))
    families = Families(
        (family,),
        (Link("whole", "cut", LinkKind.REVISION, 1.0, 1.0),),
        {"whole": Role.ORIGINAL, "cut": Role.REVISION},
    )
    found = claim_set(list(held.values()), families, lambda left, right: compare(held[left], held[right]))
    assert [claim.speaker.name for claim in found.of("cut") if claim.speaker] == ["Kari Holt"]


def test_independent_articles_that_differ_in_one_figure_contradict_each_other() -> None:
    told = "The Zeebrugge terminal unloaded {} tonnes of frozen herring from Icelandic trawlers in November 2021."
    found = alone([single("a", told.format("4,100")), single("b", told.format("9,700"))])
    (conflict,) = conflicts(found)
    assert (conflict.kind, conflict.nature) == (ConflictKind.NUMBER, Nature.CONTRADICTED)
    assert ["4,100" in conflict.texts[0], "9,700" in conflict.texts[1]] == [True, True]


def test_a_rounded_figure_and_another_day_are_no_contradiction() -> None:
    told = "The Zeebrugge terminal unloaded {} tonnes of frozen herring from Icelandic trawlers on {}."
    rounded = [
        single("a", told.format("4,100", "5 November 2021")),
        single("b", told.format("4,000", "5 November 2021")),
    ]
    later = [single("a", told.format("4,100", "5 November 2021")), single("b", told.format("9,700", "9 March 2022"))]
    assert not conflicts(alone(rounded)) and not conflicts(alone(later))


def test_other_forms_of_one_name_are_no_conflict_and_a_garbled_name_is_one() -> None:
    assert not conflicts(copied(ORIGINAL.replace("the Harbour Board said", "the Harbour Board’s spokesman said")))
    garbled = copied(ORIGINAL.replace("Kari Holt", "Kari Nilsen"), LinkKind.SPUN, Role.SPUN)
    assert any(conflict.kind is ConflictKind.NAME for conflict in conflicts(garbled))


def test_formulas_that_different_companies_use_are_no_contradiction() -> None:
    told = (
        "{} said it filed a registration with the Zurich Exchange Commission for a debt offering of {} million francs."
    )
    assert not conflicts(alone([single("a", told.format("Alpen Bank", 40)), single("b", told.format("Rhein Oil", 95))]))
    told = "The bond is available in denominations of {} francs and will be listed in Luxembourg by its underwriters."
    assert not conflicts(alone([single("a", told.format("5,000")), single("b", told.format("25,000"))]))


def test_a_speaker_whose_name_a_spun_copy_garbled_is_the_same_speaker() -> None:
    whole = "The White House said the quay will be rebuilt. The White House added that it will cost $40 million.\n"
    found = two_copies(whole, whole.replace("White House", "White Home").replace("rebuilt", "reconstructed"), Role.SPUN)
    assert {claim.speaker.name for claim in found.claims if claim.speaker} == {"White House"}


def test_a_name_guessed_for_he_yields_to_the_name_beside_the_same_words() -> None:
    whole = "Olav Lund came. Kari Holt stayed. “We have no other way to pay for the old quay,” said Kari Holt.\n"
    copy = "Olav Lund came. Kari Holt stayed. “We have no other way to pay for the old quay,” she said.\n"
    found = two_copies(whole, copy, Role.REWRITE)
    assert {claim.speaker.name for claim in found.claims if claim.speaker} == {"Kari Holt"}


def two_copies(whole: str, copy: str, role: Role) -> ClaimSet:
    """The claims of an original and one copy of it."""
    held = {"whole": single("whole", whole), "copy": single("copy", copy)}
    tree = (Derivation("whole", None, Role.ORIGINAL), Derivation("copy", "whole", role))
    family = Family("A", ("whole", "copy"), tree, Origin("whole", "present", Confidence.LIKELY))
    kind = LinkKind.SPUN if role is Role.SPUN else LinkKind.REWRITE
    families = Families((family,), (Link("whole", "copy", kind, 1.0, 1.0),), {"whole": Role.ORIGINAL, "copy": role})
    return claim_set(list(held.values()), families, lambda left, right: compare(held[left], held[right]))


def test_nobody_named_is_said_so() -> None:
    from nkreader.claims.naming import speaker_words

    told = {
        claim.speaker.text: speaker_words(claim.speaker)
        for claim in alone(
            [
                single(
                    "a",
                    "Reports suggest that the quay sank. Officials said it had been old. Analysts in Oslo expect the "
                    "price to fall. The Harbour Board said nobody was hurt.\n",
                )
            ]
        ).claims
        if claim.speaker
    }
    assert told == {
        "Reports": "no one named (“Reports”)",
        "Officials": "no one named (“Officials”)",
        "Analysts in Oslo": "Analysts in Oslo",
        "The Harbour Board": "Harbour Board",
    }


def test_what_we_all_should_expect_is_the_writer_s_own() -> None:
    (claim,) = alone([single("a", "We should not expect the board to pay for the old quay.\n")]).claims
    assert claim.speaker is None


def test_less_of_a_quotation_is_no_other_wording() -> None:
    whole = "“As I have said for years, we need to look at the harbour law and tighten it,” Kari Holt said.\n"
    found = two_copies(whole, whole.replace("As I have said for years, we", "We"), Role.REWRITE)
    assert conflicts(found) == []


def test_another_statement_in_a_sentence_s_place_is_another_claim() -> None:
    from nkreader.claims.meaning import Meanings, packed
    from nkreader.claims.meeting import has_in_common

    texts = (
        "I have told guests on the radio for years that the harbour tax is too high.",
        "I've mentioned to guests even on the radio that taxes in the harbour are too high.",
        "In a fiery exchange two former ministers demanded answers about the crime wave in the north.",
    )
    meanings = Meanings()
    for text in texts:
        (claim, *_) = alone([single("a", text + "\n")]).claims
        meanings.add(packed((claim,), text))
    said, again, other = (meanings.of(place) for place in range(3))
    assert has_in_common(said, again) and has_in_common(again, said)
    assert not has_in_common(said, other)
