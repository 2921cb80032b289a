"""The argued original, the family tree and the roles, on one article's versions."""

import re

import pytest
from tests.families import versions

from nkreader import Article, compare
from nkreader.compare.model import Comparison
from nkreader.families import candidate_pairs, link_of
from nkreader.families.model import Confidence, Families, Family, Link, LinkKind, Role
from nkreader.origin import argument, families_of
from nkreader.origin import families as arguing
from nkreader.origin.branches import trunk_of
from nkreader.origin.material import lacking, material_of
from nkreader.phrases import phrases_of
from nkreader.phrases.model import ArticlePhrases


def families(**texts: str) -> Families:
    articles = [Article.from_text(text, id=id) for id, text in texts.items()]
    by_id = {article.id: article for article in articles}

    def comparison(left: str, right: str) -> Comparison:
        return compare(by_id[left], by_id[right])

    pairs = [(articles[i], articles[j]) for i, j in candidate_pairs(articles)]
    compared = [(left, right, compare(left, right)) for left, right in pairs]
    links = [link for left, right, found in compared if (link := link_of(left, right, found))]
    phrases = phrases_of(by_id, [(left.id, right.id) for left, right in pairs], comparison)
    return families_of(
        list(by_id), links, {id: own.spun for id, own in phrases.items()}, argument(by_id, comparison, phrases)
    )


def family(**texts: str) -> Family:
    found = families(**texts)
    assert len(found.families) == 1
    return found.families[0]


def roles(**texts: str) -> dict[str, Role]:
    return {derivation.article: derivation.role for derivation in family(**texts).tree}


def test_the_original_is_told_from_its_spin_and_its_rewrite_wherever_it_stands() -> None:
    texts = {"spin": versions.SPUN, "rewrite": versions.REWRITE, "report": versions.ORIGINAL}
    for order in (list(texts), list(texts)[::-1]):
        found = family(**{id: texts[id] for id in order})
        assert found.origin.article == "report"
        assert found.origin.root == "present"
        assert found.origin.confidence in (Confidence.CERTAIN, Confidence.LIKELY)
        assert found.members[0] == "report"


def test_every_member_has_the_role_that_its_text_gives_it() -> None:
    assert roles(
        report=versions.ORIGINAL,
        copy=versions.COPY,
        part=versions.EXCERPT,
        spin=versions.SPUN,
        rewrite=versions.REWRITE,
    ) == {
        "report": Role.ORIGINAL,
        "copy": Role.COPY,
        "part": Role.EXCERPT,
        "spin": Role.SPUN,
        "rewrite": Role.REWRITE,
    }


def test_an_excerpt_with_longer_copies_stands_for_an_original_that_is_lost() -> None:
    found = family(part=versions.EXCERPT, spin=versions.SPUN, rewrite=versions.REWRITE)
    assert found.origin.article == "part"
    assert found.origin.root == "lost"
    assert found.tree[0].role is Role.EXCERPT
    assert {derivation.article: derivation.of for derivation in found.tree} == {
        "part": None,
        "spin": None,
        "rewrite": None,
    }


def test_what_stands_in_the_excerpt_may_be_made_from_it() -> None:
    found = family(part=versions.EXCERPT, again=f"[ad_1]\n{versions.EXCERPT}", spin=versions.SPUN)
    assert next(derivation.of for derivation in found.tree if derivation.article == "again") == "part"


def test_a_copy_of_the_spin_descends_from_the_spin() -> None:
    found = family(report=versions.ORIGINAL, spin=versions.SPUN, echo=versions.SPUN.replace("Source link", ""))
    parents = {derivation.article: derivation.of for derivation in found.tree}
    assert parents["report"] is None
    assert {parents["spin"], parents["echo"]} in ({"report", "spin"}, {"report", "echo"})


def test_two_equal_copies_cannot_be_told_apart() -> None:
    origin = family(one=versions.ORIGINAL, two=versions.ORIGINAL).origin
    assert origin.article is None
    assert origin.confidence is Confidence.UNKNOWN


def test_what_an_excerpt_was_cut_from_is_no_excerpt_itself_where_the_original_is_unknown() -> None:
    page = f"{versions.ORIGINAL}\n[ad_1]\n\nSource link: https://kesselcourier.example/gates\n"
    found = family(one=versions.ORIGINAL, two=versions.ORIGINAL, page=page, part=versions.EXCERPT)
    assert found.origin.article is None
    assert {item.article for item in found.tree if item.role is Role.EXCERPT} == {"part"}


def test_a_word_that_all_versions_have_is_not_held_against_the_shortest_of_them() -> None:
    loud = versions.ORIGINAL.replace("Repairs will cost", "The mayor called it a scandal. Repairs will cost")
    longer = loud.replace("sued the board in", "sued the board and the town in")
    assert not [item.why for item in family(one=loud, two=longer).origin.evidence if "raises its voice" in item.why]


def test_articles_of_no_family_are_singles() -> None:
    found = families(report=versions.ORIGINAL, rival=versions.RIVAL, other=versions.UNRELATED)
    assert found.families == ()
    assert set(found.roles.values()) == {Role.SINGLE}


def test_every_piece_of_evidence_is_a_sentence_with_words_of_its_article_to_show() -> None:
    texts = {"report": versions.ORIGINAL, "spin": versions.SPUN, "rewrite": versions.REWRITE, "part": versions.EXCERPT}
    evidence = family(**texts).origin.evidence
    assert {item.speaks for item in evidence} == {"for", "against"}
    for item in evidence:
        assert item.why[0].isupper()
        assert item.why.endswith(".")
        assert item.spans
        assert all(0 <= start < end <= len(texts[item.article]) for start, end in item.spans)


def test_the_broken_expressions_of_a_spin_speak_against_it() -> None:
    evidence = family(report=versions.ORIGINAL, spin=versions.SPUN).origin.evidence
    assert any(item.article == "spin" and item.speaks == "against" for item in evidence)
    assert not any(item.article == "spin" and item.speaks == "for" and "usual wording" in item.why for item in evidence)


def test_of_word_for_word_copies_none_is_said_to_be_nearer_to_the_others() -> None:
    alike = family(one=versions.ORIGINAL, two=versions.ORIGINAL, three=versions.ORIGINAL).origin.evidence
    assert not any("keep more of its words" in item.why for item in alike)
    told = family(report=versions.ORIGINAL, spin=versions.SPUN, rewrite=versions.REWRITE).origin.evidence
    assert {item.article for item in told if "keep more of its words" in item.why} == {"report"}


def test_the_argument_says_only_what_a_reader_can_follow() -> None:
    evidence = family(report=versions.ORIGINAL, spin=versions.SPUN, rewrite=versions.REWRITE).origin.evidence
    report = [item for item in evidence if item.article == "report"]
    assert 2 <= len(report) <= 6
    assert any("“ground floor”" in item.why for item in report)
    for item in evidence:
        assert "no other version more than not" not in item.why
        for quoted in re.findall("“([^”]*)”", item.why):
            assert not re.fullmatch(r"\d+(st|nd|rd|th)|at all|through most", quoted), item.why


def test_an_ordinal_is_no_figure_that_the_others_lack() -> None:
    report = Article.from_text("The gates open on May 9, and 38,000 crowns a day are lost. 11 hinges broke.", id="a")
    copy = material_of(Article.from_text("On the 9th of May the gates open. A loss of 38000 a day. 12 hinges.", id="b"))
    lacked = lacking(material_of(report).figures, [copy])
    assert [span.of(report.text) for span in lacked] == ["11"]


def test_a_figure_garbled_by_a_spinner_is_no_proof_for_it() -> None:
    spin = versions.SPUN.replace("1974", "1947").replace("38,000", "83,000").replace("6.4 million", "4.6 million")
    evidence = family(report=versions.ORIGINAL, spin=spin).origin.evidence
    assert not any(item.article == "spin" and "figures that no other version" in item.why for item in evidence)


def test_where_the_original_is_unknown_only_what_two_texts_show_makes_one_the_other_s_child() -> None:
    twins = family(one=versions.ORIGINAL, two=versions.ORIGINAL)
    assert [node.of for node in twins.tree] == [None, None]
    assert trunk_of(twins) == "which is the original cannot be told"


def test_a_spin_and_a_rewrite_without_their_original_are_siblings() -> None:
    found = family(spin=versions.SPUN, rewrite=versions.REWRITE)
    assert found.origin.root == "lost"
    assert found.origin.confidence is not Confidence.CERTAIN
    assert {node.article: (node.of, node.role) for node in found.tree} == {
        "rewrite": (None, Role.REWRITE),
        "spin": (None, Role.SPUN),
    }
    whole = family(spin=versions.SPUN, rewrite=versions.REWRITE, report=versions.ORIGINAL)
    assert whole.origin.root == "present"
    assert next(node.of for node in whole.tree if node.article == "spin") == "report"


def test_families_are_lettered_largest_first() -> None:
    pair = {f"u{copy}": versions.UNRELATED + "\nSource link" * copy for copy in range(2)}
    three = {f"r{copy}": versions.ORIGINAL + "\nSource link" * copy for copy in range(3)}
    found = families(**pair, **three)
    assert [(family.id, len(family.members)) for family in found.families] == [("A", 3), ("B", 2)]


def test_in_a_crowd_of_copies_the_few_that_differ_are_heard_and_everyone_has_a_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []
    known = arguing.witness_of
    monkeypatch.setattr(arguing, "witness_of", lambda item, own: read.append(item.id) or known(item, own))
    texts = [versions.ORIGINAL] * 150 + [versions.EXCERPT, versions.SPUN]
    by_id = {f"a{number:03}": Article.from_text(text, id=f"a{number:03}") for number, text in enumerate(texts)}
    links = [Link("a000", id, LinkKind.IDENTICAL, 1.0, 1.0) for id in list(by_id)[1:150]]
    links += [Link("a000", "a150", LinkKind.EXCERPT, 0.5, 1.0), Link("a000", "a151", LinkKind.SPUN, 1.0, 1.0)]
    phrases = {"a151": ArticlePhrases("a151", 0.9, ())}
    comparison = lambda left, right: compare(by_id[left], by_id[right])  # noqa: E731
    found = families_of(list(by_id), links, {"a151": 0.9}, argument(by_id, comparison, phrases))
    [family] = found.families
    assert sorted(family.members) == sorted(by_id)
    assert {"a150", "a151"} <= set(read) and len(read) <= 12
    assert found.roles["a150"] is Role.EXCERPT and found.roles["a151"] is Role.SPUN
    assert all(found.roles[id] in (Role.COPY, Role.ORIGINAL) for id in list(by_id)[:150])
