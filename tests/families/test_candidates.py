"""Candidate pairs: found without comparing all pairs, and not thrown by what piles of articles hold."""

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.families import versions

from nkreader import Article
from nkreader.families import candidate_pairs, candidates
from nkreader.families.holdings import holdings_of
from nkreader.families.looks import Hopes
from nkreader.families.profile import Profile, read_profile


def articles(*texts: str) -> list[Article]:
    return [Article.from_text(text, id=f"a{number:05}") for number, text in enumerate(texts)]


def test_every_kind_of_copy_is_a_candidate_among_strangers() -> None:
    pile = articles(versions.UNRELATED, versions.ORIGINAL, versions.RIVAL, versions.SPUN, versions.REWRITE)
    assert candidate_pairs(pile) == [(1, 3), (1, 4), (3, 4)]


def test_no_articles_and_empty_articles_have_no_candidates() -> None:
    assert candidate_pairs([]) == []
    assert candidate_pairs(articles("", " \n", versions.ORIGINAL)) in ([], [(0, 1)])


def test_progress_ends_where_it_said_it_would() -> None:
    told: list[tuple[str, int, int]] = []
    candidate_pairs(articles(versions.ORIGINAL, versions.SPUN), lambda *step: told.append(step))
    assert told[-1][1] == told[-1][2] > 0
    assert {stage for stage, _, _ in told} == {"candidates"}


def test_hundreds_of_copies_of_one_article_hang_together_by_few_pairs_and_hide_nothing() -> None:
    pile = articles(*[versions.ORIGINAL] * 400, versions.UNRELATED, versions.SPUN, versions.UNRELATED + "\nSource link")
    started = time.perf_counter()
    pairs = candidate_pairs(pile)
    assert time.perf_counter() - started < 10
    assert len(pairs) < 1_000
    assert connected(len(pile), pairs) == [set(range(400)) | {401}, {400, 402}]


def test_hundreds_of_copies_that_differ_by_a_line_hang_together_by_few_pairs() -> None:
    pile = articles(*(f"{versions.ORIGINAL}\nPosted by reader number {number}." for number in range(200)))
    pairs = candidate_pairs(pile)
    assert len(pairs) < 200 * 40
    assert connected(len(pile), pairs) == [set(range(200))]


def test_thousands_of_stubs_make_no_pairs_and_take_no_time() -> None:
    stubs = [f"Read the full story about item {number} here." for number in range(3_000)]
    pile = articles(*stubs, versions.ORIGINAL, versions.REWRITE)
    started = time.perf_counter()
    assert candidate_pairs(pile) == [(3_000, 3_001)]
    assert time.perf_counter() - started < 10


def test_one_huge_file_hides_no_pair() -> None:
    dump = " ".join(f"record {number} of depot {number % 977} is {number * 31 % 9973}" for number in range(60_000))
    pile = articles(dump, versions.ORIGINAL, versions.EXCERPT)
    assert candidate_pairs(pile) == [(1, 2)]


def test_a_file_that_holds_a_whole_archive_is_kin_to_its_own_copy_only() -> None:
    records = " ".join(f"record {number} of depot {number % 977} is {number * 31 % 9973}" for number in range(20_000))
    archive = f"{versions.ORIGINAL}\n\n{records}"
    pile = articles(archive, versions.ORIGINAL, versions.EXCERPT, archive, archive + versions.UNRELATED)
    assert candidate_pairs(pile) == [(0, 3), (1, 2)]


def connected(size: int, pairs: list[tuple[int, int]]) -> list[set[int]]:
    """The sets of two or more that the pairs hold together, in order of their first member."""
    home = list(range(size))

    def root(place: int) -> int:
        while home[place] != place:
            place = home[place]
        return place

    for i, j in pairs:
        home[max(root(i), root(j))] = min(root(i), root(j))
    groups: dict[int, set[int]] = {}
    for place in range(size):
        groups.setdefault(root(place), set()).add(place)
    return [group for group in groups.values() if len(group) > 1]


def test_looks_at_a_crowd_grow_with_its_size_and_not_with_its_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = [0]
    known = candidates.kinship

    def kinship(left: Profile, right: Profile, least: float) -> float:
        looked[0] += 1
        return known(left, right, least)

    monkeypatch.setattr(candidates, "kinship", kinship)
    counts = []
    for size in (100, 400):
        looked[0] = 0
        candidate_pairs(articles(*(versions.ORIGINAL.replace("38,000", str(38_000 + n)) for n in range(size))))
        counts.append(looked[0])
    assert 0 < counts[1] < 5 * counts[0], "four times the copies, not sixteen times the looks"


def test_what_thousands_have_in_common_leads_to_no_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "kinship", lambda *_: pytest.fail("two stubs are looked at"))
    assert candidate_pairs(articles(*(f"Read the full story about item {number} here." for number in range(500)))) == []


def test_what_joins_a_library_is_paired_as_if_it_had_been_there_from_the_start() -> None:
    pile = articles(
        versions.UNRELATED,
        versions.ORIGINAL,
        versions.RIVAL,
        versions.SPUN,
        versions.REWRITE,
        versions.ORIGINAL + "\nSource link\n",
        versions.ORIGINAL,
        versions.UNRELATED,
    )
    sketches: dict[int, candidates.Sketch] = {}
    pairs = candidate_pairs(pile, sketched=sketches.__setitem__)
    assert sorted(sketches) == list(range(len(pile))) and len(pairs) > 8
    for added in ({7}, {3, 4}, {0, 1}, {2, 5, 6}, set(range(len(pile)))):
        known = {place: sketch for place, sketch in sketches.items() if place not in added}
        before = [pair for pair in pairs if added.isdisjoint(pair)]
        found, new = candidates.added_pairs(pile, known)
        assert sorted([*before, *found]) == pairs
        assert {place: bytes(own.features) for place, own in new.items()} == {
            place: bytes(sketches[place].features) for place in added
        }


WORDS = [
    "harbour",
    "treaty",
    "pier",
    "dredger",
    "38,000",
    "Osterby",
    "Lund",
    "crane",
    "tariff",
    "quay",
    "strike",
    "pilot",
    "1997",
    "Marne",
]


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=20, max_size=60), min_size=2, max_size=4))
def test_no_kin_is_given_up_by_what_is_added_up_quickly(texts: list[list[str]]) -> None:
    profiles = [read_profile(article) for article in articles(*map(" ".join, texts))]
    pairs = [(i, j) for j in range(len(texts)) for i in range(j)]
    left, right = (np.array([pair[side] for pair in pairs]) for side in (0, 1))
    hopeful, _ = Hopes(holdings_of(profiles)).of(left, right, candidates.CANDIDATE)
    for (i, j), hope in zip(pairs, hopeful.tolist(), strict=True):
        assert hope or not candidates.kinship(profiles[i], profiles[j], candidates.CANDIDATE)
