"""The cache: results of the same content are not computed again, and nothing depends on it."""

import os
import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

import nkreader
from nkreader.store import Cache
from nkreader.store import cache as cache_module
from stories import FOLDER, saved


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return saved(tmp_path / "articles")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "computed.sqlite3"


def analysed(folder: Path, cache: Cache) -> tuple[nkreader.Library, list[str]]:
    stages: list[str] = []
    library = nkreader.open_library([folder], cache=cache)
    library.analyse(lambda stage, done, total: stages.append(stage))
    return library, stages


def test_a_second_opening_gives_equal_results_without_comparing_again(folder: Path, path: Path) -> None:
    first, stages = analysed(folder, Cache(path))
    assert "comparisons" in stages
    second, stages = analysed(folder, Cache(path))
    assert "comparisons" not in stages
    assert list(second) == list(first)
    assert (second.families, second.phrases, second.claims) == (first.families, first.phrases, first.claims)


def test_a_new_file_is_compared_and_the_known_pairs_are_not(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analysed(folder, Cache(path))
    (folder / "again.txt").write_text(FOLDER["other.txt"] + "\nShare this\n", encoding="utf-8")
    linked: list[tuple[str, str]] = []
    from nkreader import visits

    known = visits.link_between_kin
    monkeypatch.setattr(visits, "link_between_kin", lambda a, b, c: linked.append((a.id, b.id)) or known(a, b, c))
    library, _ = analysed(folder, Cache(path))
    assert {"again", "other"} in [set(family.members) for family in library.families.families]
    assert linked and all("again" in pair for pair in linked)


def test_a_changed_file_and_a_changed_sources_file_are_read_again(folder: Path, path: Path) -> None:
    analysed(folder, Cache(path))
    (folder / "other.txt").write_text("Something else altogether was written here in the meantime.\n")
    (folder / "sources.toml").write_text('["spun.txt"]\npublisher = "Copy Mill"\n')
    library, _ = analysed(folder, Cache(path))
    assert library["other"].text.startswith("Something else")
    assert library["spun"].publisher == "Copy Mill"


def test_other_code_empties_the_cache(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(path)
    cache.put("link", "a", b"1")
    cache.close()
    assert Cache(path).get("link", "a") == b"1"
    monkeypatch.setattr(cache_module, "code_stamp", lambda: "another")
    assert Cache(path).get("link", "a") is None


def test_of_results_of_whole_libraries_the_last_ones_are_kept(path: Path) -> None:
    cache = Cache(path)
    cache.put("link", "a", b"1")
    for number in range(6):
        cache.put("families", f"library {number}", b"{}", most=3)
    cache.put("families", "library 3", b"{}", most=3)
    kept = cache.get_many("families", [f"library {number}" for number in range(6)])
    assert sorted(kept) == ["library 3", "library 4", "library 5"]
    assert cache.get("link", "a") == b"1"


def test_a_cache_that_has_grown_too_large_is_begun_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(path)
    cache.put("link", "a", bytes(100_000))
    cache.close()
    assert Cache(path).get("link", "a")
    monkeypatch.setattr(cache_module, "LARGEST", 50_000)
    assert Cache(path).get("link", "a") is None


def test_the_cache_of_other_code_is_removed_once_nobody_has_written_to_it_for_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(cache_module, "default_path", lambda: tmp_path / "new" / "computed.sqlite3")
    for name, age in (("old", 3 * cache_module.SECONDS_UNUSED), ("recent", 60.0)):
        database = tmp_path / name / "computed.sqlite3"
        Cache(database).close()
        os.utime(database, (time.time() - age,) * 2)
    (tmp_path / "something else").mkdir()
    Cache().close()
    assert sorted(folder.name for folder in tmp_path.iterdir()) == ["new", "recent", "something else"]


@pytest.mark.parametrize("damage", [b"no database at all" * 300, b""], ids=["no database", "empty"])
def test_a_damaged_cache_is_rebuilt_in_silence(folder: Path, path: Path, damage: bytes) -> None:
    whole = Cache(path)
    whole.put("link", "a", b"1")
    whole.close()
    path.write_bytes(damage)
    library, _ = analysed(folder, Cache(path))
    assert len(library.families.families) == 1
    assert Cache(path).get_many("nothing", ["a"]) == {}


def test_what_is_damaged_within_a_string_is_computed_anew(folder: Path, path: Path) -> None:
    first, _ = analysed(folder, Cache(path))
    cache = Cache(path)
    for kinds in (["families", "claims"], ["family"], ["link", "phrases"]):  # each is asked for where the former fail
        with closing(sqlite3.connect(path)) as db, db:
            db.create_function("damaged", 1, _damaged)
            db.execute("UPDATE file SET cards = damaged(cards)")
            db.execute("UPDATE text SET text = damaged(text)")
            db.execute(f"UPDATE kept SET value = damaged(value) WHERE kind IN ({','.join('?' * len(kinds))})", kinds)
        second, _ = analysed(folder, cache)
        assert list(second) == list(first)
        assert (second.families, second.phrases, second.claims) == (first.families, first.phrases, first.claims)
        with closing(sqlite3.connect(path)) as db, db:
            db.execute("DELETE FROM kept WHERE kind IN ('families', 'claims')")


def _damaged(value: bytes) -> bytes:
    """The value with a byte in its first string that no UTF-8 has."""
    return re.sub(rb'"[^"]', b'"\xff', value, count=1)


def test_where_no_cache_can_be_written_everything_works(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    library, _ = analysed(folder, Cache(blocked / "computed.sqlite3"))
    assert len(library.families.families) == 1


def test_what_is_read_from_a_file_whose_name_is_no_unicode_is_computed_anew_each_time(path: Path) -> None:
    cache = Cache(path)
    named = [nkreader.Article.from_text(text, id=f"caf\udce9-{at}") for at, text in enumerate(FOLDER.values())]
    for _ in range(2):
        library = nkreader.Library(named, cache=cache)
        assert len(library.families.families) == 1
    cache.put("article", "/caf\udce9.txt", b"1")
    assert cache.get("article", "/caf\udce9.txt") is None


def test_of_a_new_file_alone_the_claims_are_read(folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    analysed(folder, Cache(path))
    (folder / "new.txt").write_text("The mill of Narva burned down in 1998. Nobody was hurt.\n", encoding="utf-8")
    from nkreader.store import tellings

    read: list[str] = []
    known = tellings.tell
    monkeypatch.setattr(tellings, "tell", lambda some: read.extend(article.id for article in some) or known(some))
    library, _ = analysed(folder, Cache(path))
    assert read == ["new"]
    assert library.claims == nkreader.open_library([folder]).claims


def test_claims_kept_by_halves_are_read_anew(folder: Path, path: Path) -> None:
    first, _ = analysed(folder, Cache(path))
    cache = Cache(path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE kept SET value = substr(value, 1, 40) WHERE kind = 'told'")
    second, _ = analysed(folder, cache)
    assert second.claims == first.claims
