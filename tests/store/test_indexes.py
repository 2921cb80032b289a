"""Where search indexes are kept: one for each library, few in all."""

from pathlib import Path

from nkreader.store import Cache
from nkreader.store.indexes import FEWEST, MOST_FILES, index_file


def test_each_library_has_an_index_of_its_own_and_small_ones_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "computed.sqlite3")
    one, two = index_file(cache, ["news"], FEWEST), index_file(cache, ["news", "more"], FEWEST)
    assert one is not None and two is not None and one != two
    assert index_file(cache, [str(Path("news").absolute())], FEWEST) == one
    assert index_file(cache, ["news"], FEWEST - 1) is None
    cache.close()


def test_only_the_indexes_used_last_are_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "computed.sqlite3")
    for number in range(MOST_FILES + 3):
        file = index_file(cache, [f"folder {number}"], FEWEST)
        assert file is not None
        file.write_text("")
    assert len(list(tmp_path.glob("search-*.sqlite3"))) == MOST_FILES and file.exists()
    cache.close()
