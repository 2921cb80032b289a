"""Searching a library: its index is kept, and nobody waits for families that take long."""

from pathlib import Path

import pytest

import nkreader
from nkreader import searching
from nkreader.cli import main
from nkreader.search import index as index_module
from nkreader.store import Cache, indexes
from stories import saved


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return saved(tmp_path / "articles")


def test_an_opened_folder_that_was_searched_before_is_not_cut_into_words_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "FEWEST", 1)
    cut: list[str] = []
    tokens = index_module.tokens
    monkeypatch.setattr(index_module, "tokens", lambda text: cut.append(text) or tokens(text))
    cache = Cache(tmp_path / "cache" / "computed.sqlite3")
    first = nkreader.open_library([folder], cache=cache).search("grain", variants=False)
    assert len(cut) == 4 and first.total
    cut.clear()
    assert nkreader.open_library([folder], cache=cache).search("grain", variants=False) == first
    assert cut == []
    (folder / "late.txt").write_text("A late article about a zeppelin.", encoding="utf-8")
    assert nkreader.open_library([folder], cache=cache).search("zeppelin", variants=False).total == 1
    assert len(cut) == 1
    cache.close()


def test_in_a_large_library_other_wordings_are_found_once_the_families_are_known(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "FEW_ARTICLES", 1)
    cache = Cache(tmp_path / "computed.sqlite3")
    library = nkreader.open_library([folder], cache=cache)
    assert not library.searching.knows_variants()
    assert {str(hit.via) for hit in library.search('"White House"').hits} == {"exact"}
    assert not library.analysed and library._families is None, "nothing was compared for that"
    library.analyse_families()
    assert "variant" in {str(hit.via) for hit in library.search('"White House"').hits}
    again = nkreader.open_library([folder], cache=cache)
    assert "variant" in {str(hit.via) for hit in again.search('"White House"').hits}
    cache.close()


def test_the_command_line_says_where_other_wordings_were_not_looked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(searching, "FEW_ARTICLES", 1)
    assert main(["search", "White House", str(folder)]) == 0
    assert "not known yet" in capsys.readouterr().err
    assert main(["families", str(folder)]) == 0
    capsys.readouterr()
    assert main(["search", '"White House"', str(folder)]) == 0
    out, err = capsys.readouterr()
    assert "variant" in out and err == ""
