"""What a reader sees when two articles stand side by side."""

from __future__ import annotations

import pytest
from tests.compare.texts import GERMAN, GERMAN_SIMPLE, ORIGINAL, SPUN, UNRELATED, article

from nkreader.compare import compare
from nkreader.compare.model import Change, ChangeKind, Comparison, Flag, RowKind
from nkreader.model import Article, Boilerplate, BoilerplateKind


def changes(left: str, right: str) -> list[tuple[ChangeKind, str, str]]:
    """The changes between two texts: kind and the words on either side."""
    comparison = compare(article(left), article(right))
    return [
        (change.kind, change.left.of(left), change.right.of(right)) for row in comparison.rows for change in row.changes
    ]


def only_change(left: str, right: str) -> Change:
    """The one change between two texts."""
    found = [change for row in compare(article(left), article(right)).rows for change in row.changes]
    assert len(found) == 1, [(change.kind, change.left.of(left), change.right.of(right)) for change in found]
    return found[0]


def spun() -> Comparison:
    return compare(article(ORIGINAL, "original"), article(SPUN, "spun"))


def test_every_sentence_of_a_spun_copy_stands_beside_its_original() -> None:
    comparison = spun()
    assert comparison.summary.aligned == comparison.summary.sentences[0] == comparison.summary.sentences[1]
    assert comparison.summary.shared_left == comparison.summary.shared_right == 1.0


def test_a_spun_copy_shows_its_changed_facts_and_no_other() -> None:
    facts = {
        (change.kind, change.left.of(ORIGINAL), change.right.of(SPUN))
        for row in spun().rows
        for change in row.changes
        if change.is_fact
    }
    assert (ChangeKind.DATE, "9 May", "12 May") in facts
    assert (ChangeKind.HEDGE, "may", "will") in facts
    assert (ChangeKind.NEGATION, "not", "") in facts
    assert any(kind == ChangeKind.NAME and "House" in left for kind, left, _ in facts)
    assert not any(kind == ChangeKind.NUMBER for kind, _, _ in facts)


def test_altered_quotations_are_counted_once_each() -> None:
    assert spun().summary.quotations_altered == 2


def test_unrelated_articles_share_no_row() -> None:
    comparison = compare(article(ORIGINAL), article(UNRELATED))
    assert {row.kind for row in comparison.rows} == {RowKind.LEFT_ONLY, RowKind.RIGHT_ONLY}
    assert comparison.summary.shared_left == comparison.summary.shared_right == 0.0


def test_the_tail_an_excerpt_lacks_is_one_run_of_right_only_rows() -> None:
    excerpt = "\n\n".join(ORIGINAL.split("\n\n")[:2])
    rows = compare(article(excerpt), article(ORIGINAL)).rows
    kinds = [row.kind for row in rows]
    assert kinds == [RowKind.SAME] * 4 + [RowKind.RIGHT_ONLY] * (len(kinds) - 4)
    assert len(kinds) > 8


def test_a_sentence_split_in_two_answers_both_halves() -> None:
    left = "The bridge over the Arda was closed on Monday because inspectors found cracks in two of its pillars."
    right = "The bridge over the Arda was closed on Monday. Inspectors found cracks in two of its pillars."
    (row,) = compare(article(left), article(right)).rows
    assert row.kind == RowKind.CHANGED
    assert (len(row.left), len(row.right)) == (1, 2)


def test_a_simplified_german_text_is_aligned_without_any_english_table() -> None:
    rows = compare(article(GERMAN), article(GERMAN_SIMPLE)).rows
    aligned = [row for row in rows if row.left and row.right]
    assert aligned
    assert any(
        "Krankenhaus" in row.left[0].of(GERMAN) and "Krankenhaus" in row.right[0].of(GERMAN_SIMPLE) for row in aligned
    )


def test_the_shorter_block_of_a_transposition_is_the_moved_one() -> None:
    first, second, third, last = ORIGINAL.strip().split("\n\n")
    moved = "\n\n".join([third, first, second, last])
    comparison = compare(article(ORIGINAL), article(moved))
    marked = [row.left[0].of(ORIGINAL) for row in comparison.rows if row.moved]
    assert marked == [text.strip() + ("" if text.strip().endswith((".", "”")) else ".") for text in marked]
    assert all(text in third for text in marked)
    assert comparison.summary.moved == len(marked) == 3
    assert {row.kind for row in comparison.rows} == {RowKind.SAME}


def test_the_same_residue_on_both_sides_shares_a_row() -> None:
    text = "Share this story\nThe mill by the weir burned down on Sunday night.\nSource link"

    def marked(id: str) -> Article:
        residue = (
            Boilerplate(0, 16, BoilerplateKind.NAVIGATION),
            Boilerplate(len(text) - 11, len(text), BoilerplateKind.SOURCE_LINK),
        )
        return Article(id=id, text=text, boilerplate=residue)

    rows = compare(marked("a"), marked("b")).rows
    assert [row.kind for row in rows] == [RowKind.BOILERPLATE, RowKind.SAME, RowKind.BOILERPLATE]
    assert all(row.left and row.right for row in rows)


def test_residue_of_one_side_stands_alone() -> None:
    text = "The mill by the weir burned down on Sunday night."
    right = Article("b", text + "\nSource link", boilerplate=(Boilerplate(50, 61, BoilerplateKind.SOURCE_LINK),))
    rows = compare(article(text), right).rows
    assert [(row.kind, bool(row.left), bool(row.right)) for row in rows] == [
        (RowKind.SAME, True, True),
        (RowKind.BOILERPLATE, False, True),
    ]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("The strike closed 14 schools.", "The strike closed 41 schools.", ChangeKind.NUMBER),
        ("The talks resume on 9 May in Oslo.", "The talks resume on Might 9 in Oslo.", ChangeKind.DATE),
        ("The dam was finished in 1998 after delays.", "The dam was finished in 1989 after delays.", ChangeKind.DATE),
        ("The mayor met Anna Kowalska at noon.", "The mayor met Anna Nowak at noon.", ChangeKind.NAME),
        ("They flew to Lisbon for the signing.", "They flew to Madrid for the signing.", ChangeKind.NAME),
        ("The pilot was injured in the crash.", "The pilot was not injured in the crash.", ChangeKind.NEGATION),
        ("A rescue is possible before nightfall.", "A rescue is impossible before nightfall.", ChangeKind.NEGATION),
        ("She left without her passport.", "She left with her passport.", ChangeKind.NEGATION),
        ("The minister will resign this week.", "The minister may resign this week.", ChangeKind.HEDGE),
        ("He reportedly paid the ransom himself.", "He paid the ransom himself.", ChangeKind.HEDGE),
        ("The leader praised the army.", "The chief praised the army.", ChangeKind.WORDING),
        ("They work in these mines.", "They worked in those mines.", ChangeKind.GRAMMAR),
        ("The storm felled trees.", "The violent storm felled trees.", ChangeKind.ADDED),
        ("The very old lighthouse was sold.", "The lighthouse was sold.", ChangeKind.DROPPED),
    ],
)
def test_a_change_is_called_by_what_it_does(left: str, right: str, kind: ChangeKind) -> None:
    assert kind in {found for found, _, _ in changes(left, right)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Two ships sank in the strait.", "2 ships sank in the strait."),
        ("The plant employs 1,200 people.", "The plant employs 1200 people."),
        ("The loan came to $63.1 billion.", "The loan came to $63.1bn."),
        ("Prices rose by 5% in a year.", "Prices rose by 5 percent in a year."),
        ("The parade was held on May 9 as usual.", "The parade was held on 9 May as usual."),
    ],
)
def test_the_same_value_in_another_form_is_no_fact(left: str, right: str) -> None:
    change = only_change(left, right)
    assert change.kind in (ChangeKind.NUMBER, ChangeKind.DATE)
    assert Flag.FORM_ONLY in change.flags
    assert not change.is_fact


def test_not_possible_says_what_impossible_says() -> None:
    found = changes("A return to the old border seems impossible.", "A return to the old border appears not possible.")
    assert ChangeKind.NEGATION not in {kind for kind, _, _ in found}


def test_a_name_broken_by_a_synonym_is_a_name_change_and_a_tortured_phrase() -> None:
    left, right = (
        "Officials at the White House declined to comment.",
        "Officials at the White Home declined to comment.",
    )
    change = only_change(left, right)
    assert change.kind == ChangeKind.NAME
    assert change.flags == (Flag.TORTURED_RIGHT,)
    back = only_change(right, left)
    assert back.flags == (Flag.TORTURED_LEFT,)


def test_a_change_inside_quotation_marks_is_flagged() -> None:
    left = "“Our aim is peace on the river,” the envoy said."
    right = "“Our purpose is peace on the river,” the envoy said."
    assert Flag.IN_QUOTATION in only_change(left, right).flags


def test_a_change_beside_a_quotation_is_not_flagged() -> None:
    left = "The envoy said quietly: “Our aim is peace on the river.”"
    right = "The envoy said loudly: “Our aim is peace on the river.”"
    assert Flag.IN_QUOTATION not in only_change(left, right).flags


def test_a_date_is_shown_whole_where_a_part_of_it_changed() -> None:
    left, right = "The reactor restarts on 14 January 2024.", "The reactor restarts on 14 March 2024."
    assert changes(left, right) == [(ChangeKind.DATE, "14 January 2024", "14 March 2024")]


def test_replaced_words_are_paired_one_by_one() -> None:
    left, right = "The latest sign of stronger ties.", "The newest signal of stronger bonds."
    assert [(a, b) for _, a, b in changes(left, right)] == [("latest", "newest"), ("sign", "signal"), ("ties", "bonds")]


def test_a_rewritten_phrase_is_one_change_and_not_confetti() -> None:
    left = "The vote was put off because several members of the panel had fallen ill."
    right = "The vote was put off since a stomach bug kept half the group at home."
    found = changes(left, right)
    assert len(found) <= 5


def test_facts_are_counted_in_the_summary() -> None:
    assert compare(article("Three men were held."), article("Five men were held.")).summary.facts == 1


def test_an_addition_begins_where_its_phrase_begins() -> None:
    left = "They searched the house and the garden."
    right = "They searched the house and the barn and the garden."
    assert [b for _, a, b in changes(left, right) if not a] == ["and the barn"]


def test_an_added_clause_keeps_to_its_comma() -> None:
    left = "The envoy left Minsk, and the talks ended."
    right = "The envoy left Minsk, the talks stalled, and the talks ended."
    assert [b for _, a, b in changes(left, right) if not a] == ["the talks stalled"]


def test_a_free_rewriting_is_not_read_as_changed_facts() -> None:
    left = "The minister, who has not spoken in public since Tuesday, told reporters in Riga that the port may close."
    right = (
        "Asked by the press in Riga, the minister warned of a shutdown of the port that nobody had wanted to imagine."
    )
    comparison = compare(article(left), article(right))
    assert comparison.summary.aligned == 1
    assert comparison.summary.facts <= 1


def test_a_pronoun_put_for_a_name_is_wording() -> None:
    assert ChangeKind.NAME not in {kind for kind, _, _ in changes("Lindqvist signed the deed.", "She signed the deed.")}


def test_a_figure_made_vague_is_a_number_change() -> None:
    found = changes("The blast wounded five soldiers.", "The blast wounded several soldiers.")
    assert {kind for kind, _, _ in found} == {ChangeKind.NUMBER}


def test_a_name_that_both_have_in_other_places_is_put_for_no_word_between_them() -> None:
    found = changes(
        "Lofoten Shipping, the owner, runs nineteen vessels from its office in Bodø; a wreck in 1998 fouled it.",
        "The owner, Lofoten Shipping, has its office in Bodø and runs nineteen vessels. A wreck in 1998 fouled it.",
    )
    assert found and ChangeKind.NAME not in [kind for kind, _, _ in found]


def test_the_possessive_that_both_names_have_is_no_part_of_the_change() -> None:
    left, right = "The Kremlin’s envoy left at noon.", "The Elysee’s envoy left at noon."
    assert changes(left, right) == [(ChangeKind.NAME, "Kremlin", "Elysee")]
