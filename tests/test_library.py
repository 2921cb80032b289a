"""The library as a Python user meets it."""

from pathlib import Path

import pytest

import nkreader
from nkreader import analysis
from nkreader.store import Cache, UserData
from nkreader.store.overrides import name_original, split_off
from stories import saved


@pytest.fixture
def library(tmp_path: Path) -> nkreader.Library:
    return nkreader.open_library([saved(tmp_path)])


def test_an_article_is_found_by_place_id_and_unambiguous_beginning(library: nkreader.Library) -> None:
    assert len(library) == 4
    assert library["spun"] is library["sp"] and library["sp"] in list(library)
    with pytest.raises(KeyError, match="could be original, other"):
        library["o"]
    with pytest.raises(KeyError, match="no article is called"):
        library["nobody"]


def test_the_verdict_says_families_and_source(library: nkreader.Library) -> None:
    assert library.verdict.startswith("4 articles: one family of 3, source")
    assert "original" in library.verdict


def test_a_copy_is_compared_with_its_original_and_the_original_with_its_closest_copy(
    library: nkreader.Library,
) -> None:
    assert library.counterpart("spun") == "original"
    assert library.counterpart("original") == "spun", "it has all of it"
    assert library.counterpart("other") is None


def test_comparisons_are_mirrored_not_made_twice(library: nkreader.Library) -> None:
    there, back = library.comparison("original", "spun"), library.comparison("spun", "original")
    assert there is library.comparison("original", "spun")
    assert [change.left for row in there.rows for change in row.changes] == [
        change.right for row in back.rows for change in row.changes
    ]


def test_phrases_of_what_is_neither_linked_nor_spun_are_looked_for_when_they_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path)
    whole = nkreader.open_library([tmp_path], cache=Cache(tmp_path / "cache" / "computed.sqlite3"))
    asked: list[str] = []
    known = analysis.phrases_alone
    monkeypatch.setattr(analysis, "phrases_alone", lambda some: asked.extend(one.id for one in some) or known(some))
    assert set(whole.spun) == set(whole.families.roles) and "other" not in asked
    assert list(whole.phrases) == [article.id for article in whole]
    assert asked.count("other") == 1
    assert all(own.spun == whole.spun[id] for id, own in whole.phrases.items())
    again = nkreader.open_library([tmp_path], cache=Cache(tmp_path / "cache" / "computed.sqlite3"))
    assert again.phrases_in("other") == whole.phrases["other"] and again.phrases == whole.phrases


def test_progress_is_told_and_can_end_the_work(library: nkreader.Library) -> None:
    stages: list[str] = []
    library.analyse(lambda stage, done, total: stages.append(stage))
    assert library.analysed and {"comparisons", "claims"} <= set(stages)


def test_the_user_s_corrections_are_applied_by_content(library: nkreader.Library, tmp_path: Path) -> None:
    user = UserData(tmp_path / "user.sqlite3")
    user.put(library["spun"].digest, "corrections", {"publisher": "Copy Mill", "published": "2024-05-01"})
    for cache in (None, Cache(tmp_path / "cache.sqlite3")):
        again = nkreader.open_library([tmp_path], user=user, cache=cache)
        article = again["spun"]
        assert (article.publisher, article.published, article.text) == ("Copy Mill", "2024-05-01", library["spun"].text)
        assert again["other"] == library["other"]
        user.put(article.digest, "corrections", {"publisher": "Mill & Copy"})
        again.correct(article.digest)
        assert (again["spun"].publisher, again["spun"].published) == ("Mill & Copy", library["spun"].published)
        assert again.card("spun").publisher == "Mill & Copy"
        user.put(article.digest, "corrections", {"publisher": "Copy Mill", "published": "2024-05-01"})


def test_what_the_user_says_of_families_holds_in_every_library_with_these_articles(tmp_path: Path) -> None:
    saved(tmp_path)
    user = UserData(tmp_path / "user.sqlite3")
    library = nkreader.open_library([tmp_path], user=user)
    (before,), claims = library.families.families, library.claims
    split_off(user, library["excerpt"])
    name_original(user, library["spun"])
    assert library.families.families == (before,), "what is shown changes when it is asked to"
    (after,) = library.revise_families().families
    assert after.origin.article == "spun" and after.origin.by == "user"
    assert set(after.members) == {"spun", "original"}
    library.revise_claims()
    assert library.claims is not claims
    again = nkreader.open_library([tmp_path], user=user)
    assert again.families == library.families
    assert nkreader.open_library([tmp_path]).families.families == (before,)


@pytest.mark.parametrize("kept", [True, False], ids=["kept", "in memory"])
def test_of_a_large_pile_the_first_articles_are_there_before_the_last_are_read(tmp_path: Path, kept: bool) -> None:
    for number in range(200):
        (tmp_path / f"a{number:03}.txt").write_text(f"Ferry {number} sailed at noon.")
    (tmp_path / "a199.txt").write_bytes(b"")
    reached: list[int] = []
    begun: list[tuple[list[str], int]] = []
    cache = Cache(tmp_path / "cache" / "computed.sqlite3") if kept else None
    library = nkreader.open_library(
        tmp_path,
        lambda stage, done, total: reached.append(done) if stage == "reading" else None,
        cache=cache,
        begun=lambda first: begun.append(([article.id for article in first], reached[-1])),
    )
    ((first, so_far),) = begun
    assert 20 < len(first) < so_far + 1 < 100
    assert first == [article.id for article in library][: len(first)]
    assert (len(library), len(library.problems), reached[-1]) == (199, 1, 200)


def test_a_plain_string_is_left_or_right() -> None:
    comparison = nkreader.compare("The bridge was closed on May 4.", "The bridge was closed on May 5.")
    assert (comparison.left, comparison.right) == ("left", "right")
    (change,) = [change for row in comparison.rows for change in row.changes]
    assert change.kind == "date"


def test_a_query_can_ask_for_roles_families_and_speakers(library: nkreader.Library) -> None:
    assert {hit.article for hit in library.search("role:spun").hits} == {"spun"}
    assert {hit.article for hit in library.search("grain family:A").hits} == {"original", "spun", "excerpt"}
    assert {hit.article for hit in library.search("speaker:Tamm").hits} == {"other"}


def test_a_name_is_found_under_the_right_wording_of_a_garbled_one(library: nkreader.Library) -> None:
    found = {hit.article: (hit.via, hit.matched) for hit in library.search('"White House"').hits}
    assert found["original"] == ("exact", "White House")
    assert found["spun"][0] == "variant" and "White Home" in found["spun"][1]


def test_claims_of_an_article_and_its_kin_are_there_before_those_of_the_library(tmp_path: Path) -> None:
    saved(tmp_path)
    library = nkreader.open_library([tmp_path])
    alone = library.claims_near("spun")
    assert {claim.article for claim in alone.claims} == {"spun"}
    pair = library.claims_near("original", "spun")
    assert any(len(group.articles) == 2 and group.conflicts for group in pair.groups)
    _ = library.families
    near = library.claims_near("spun")
    assert {claim.article for claim in near.claims} >= {"spun", "original"}
    assert not library.analysed
    assert near.of("spun") == library.claims.of("spun")
    assert library.claims_near("spun") is library.claims
