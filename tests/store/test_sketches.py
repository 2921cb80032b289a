"""A large library that has grown a little: only what is new is looked for, with the same result."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.families import versions

import nkreader
from nkreader import analysis
from nkreader.store import Cache
from nkreader.store import sketches as sketches_module
from stories import FOLDER, saved

TEXTS = {**FOLDER, "match.txt": versions.ORIGINAL, "spun-match.txt": versions.SPUN, "bicycles.txt": versions.UNRELATED}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(analysis, "SKETCHED_FROM", 2)
    monkeypatch.setattr(sketches_module, "MOST_ADDED", 2)
    return saved(tmp_path / "articles", TEXTS)


def families(folder: Path, cache: Cache | None) -> nkreader.Library:
    library = nkreader.open_library([folder], cache=cache)
    _ = library.families
    return library


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "candidate_pairs", lambda *_: pytest.fail("all pairs are looked for again"))


def test_articles_that_join_and_leave_a_library_change_its_families_as_a_fresh_look_would(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache" / "computed.sqlite3")
    families(folder, cache)
    (folder / "again.txt").write_text(TEXTS["bicycles.txt"] + "\nSource link\n")
    (folder / "aardvark.txt").write_text(versions.REWRITE)
    (folder / "spun.txt").unlink()
    fresh = families(folder, None)
    refuse(monkeypatch)
    grown = families(folder, cache)
    assert grown.families == fresh.families
    assert {frozenset(family.members) for family in grown.families.families} >= {frozenset({"again", "bicycles"})}
    (folder / "again.txt").unlink()
    again = families(folder, cache)
    assert "again" not in again.families.roles and again.families.of("bicycles") is None


def test_where_much_is_new_all_pairs_are_looked_for(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache" / "computed.sqlite3")
    families(folder, cache)
    for number in range(9):
        (folder / f"new{number}.txt").write_text(f"{versions.RIVAL} Match report {number}.")
    called: list[int] = []
    known = analysis.candidate_pairs
    monkeypatch.setattr(analysis, "candidate_pairs", lambda *given: called.append(1) or known(*given))
    families(folder, cache)
    assert called == [1]


@pytest.mark.parametrize("damage", ["'[['", "replace(value, '\"', x'22ff')"], ids=["cut off", "no UTF-8"])
def test_a_damaged_list_of_pairs_is_made_anew(folder: Path, tmp_path: Path, damage: str) -> None:
    path = tmp_path / "cache" / "computed.sqlite3"
    cache = Cache(path)
    families(folder, cache)
    change(path, f"UPDATE kept SET value = CAST({damage} AS BLOB) WHERE kind = 'pairs'")
    (folder / "again.txt").write_text(TEXTS["bicycles.txt"] + "\nSource link\n")
    assert families(folder, cache).families == families(folder, None).families


def test_where_a_sketch_is_damaged_all_pairs_are_looked_for(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "cache" / "computed.sqlite3"
    cache = Cache(path)
    families(folder, cache)
    change(path, "UPDATE kept SET value = substr(value, 1, length(value) - 1) WHERE kind = 'sketch'")
    (folder / "again.txt").write_text(TEXTS["bicycles.txt"] + "\nSource link\n")
    assert families(folder, cache).families == families(folder, None).families


def change(path: Path, command: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        assert db.execute(command).rowcount > 0
