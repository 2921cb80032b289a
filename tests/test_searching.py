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
    may = library.search('"May 4"')
    assert {str(hit.via) for hit in may.hits} == {"exact"} and may.awaited == "other wordings"
    known = library.search('"White House"').hits
    assert {hit.matched for hit in known} == {"White House", "White Home"}, "what spinners make of it is no secret"
    assert not library.analysed and library._families is None, "nothing was compared for that"
    library.analyse_families()
    may = library.search('"May 4"')
    assert "variant" in {str(hit.via) for hit in may.hits} and may.awaited == ""
    again = nkreader.open_library([folder], cache=cache)
    assert "variant" in {str(hit.via) for hit in again.search('"May 4"').hits}
    cache.close()


def test_the_command_line_says_where_other_wordings_were_not_looked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(searching, "FEW_ARTICLES", 1)
    assert main(["search", '"May 4"', str(folder)]) == 0
    out, err = capsys.readouterr()
    assert "never compared" in err and "variant" not in out
    assert main(["families", str(folder)]) == 0
    capsys.readouterr()
    assert main(["search", '"May 4"', str(folder)]) == 0
    out, err = capsys.readouterr()
    assert "variant" in out and "never compared" not in err


def test_fields_that_are_not_known_yet_are_not_waited_for_where_the_answer_is_wanted_now(folder: Path) -> None:
    library = nkreader.open_library([folder])
    role, figure = library.search("role:spun", now=True), library.search("quay type:figure", now=True)
    assert role.total == 0 and "role: can be asked for once" in (role.problem or "") and role.awaited
    assert figure.total == 0 and "type: can be asked for once" in (figure.problem or "") and "claims" in figure.awaited
    assert not library.analysed and library.families_by_now is None
    library.analyse_families()
    assert library.search("role:spun", now=True).total == 1 and library.claims_by_now is None
    library.analyse_claims()
    found = library.search("quay type:figure", now=True)
    assert found.total > 0 and found.awaited == ""
