"""Kept files: a file of many articles comes out of the cache as it was read, what was wrong with it included."""

import json
import zipfile
from pathlib import Path

import pytest

from nkreader import Library, analysis, open_library
from nkreader.origin import families
from nkreader.store import Cache, reading
from nkreader.store.keep import Changed
from stories import saved

NEWS = "A harbour pilot in Marsholm counted sixteen seals on the breakwater this morning."


def test_a_file_of_many_articles_and_its_problems_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "pile"
    folder.mkdir()
    records = [{"text": f"The ferry {number} sank.", "title": f"Ferry {number}"} for number in range(3)]
    lines = "\n".join([json.dumps(records[0]), "{", *map(json.dumps, records[1:])])
    (folder / "news.jsonl").write_text(lines)
    with zipfile.ZipFile(folder / "pile.zip", "w") as archive:
        archive.writestr("in/news.jsonl", lines)
    cache = Cache(tmp_path / "cache.sqlite3")
    first = open_library([folder], cache=cache)
    monkeypatch.setattr(reading, "read_file", lambda path: pytest.fail(f"{path} is read again"))
    second = open_library([folder], cache=cache)
    assert list(second) == list(first) and len(second) == 6
    assert [(p.path, p.reason) for p in second.problems] == [(p.path, p.reason) for p in first.problems]
    assert [p.path for p in second.problems] == [f"{folder}/news.jsonl", f"{folder}/pile.zip!in/news.jsonl"]
    monkeypatch.chdir(folder)
    assert [article.path for article in open_library(["pile.zip"], cache=cache)] == ["pile.zip!in/news.jsonl"] * 3


def test_what_a_comparison_showed_is_not_found_out_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(tmp_path)
    cache = Cache(tmp_path / "cache" / "computed.sqlite3")
    first = open_library([tmp_path], cache=cache)
    pair = ("original", "spun")
    assert first.changed([pair], most=0) == {}, "nothing has been compared yet"
    links, variants = first.families.links, first.searching.variants
    summary = first.comparison(*pair).summary
    changed, back = Changed(summary.facts, summary.shared_right), Changed(summary.facts, summary.shared_left)
    assert summary.facts and variants["white house"]
    unlike = ("original", "other")
    first.changed([unlike])
    (tmp_path / "new.txt").write_text(NEWS)
    again = open_library([tmp_path], cache=cache)
    assert again.families.links == links
    monkeypatch.setattr(Library, "comparison", lambda *_: pytest.fail("a pair is compared again"))
    assert again.searching.variants == variants
    assert again.changed([pair, pair[::-1]], most=0) == {pair: changed, pair[::-1]: back}
    assert again.changed([unlike])[unlike].shared == 0, "what two without a link show is kept too"


def test_of_a_grown_library_only_the_new_articles_are_read_and_only_changed_families_argued(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path)
    cache = Cache(tmp_path / "cache" / "computed.sqlite3")
    before = open_library([tmp_path], cache=cache).families
    read: list[str] = []
    for name in ("spun_alone", "phrases_alone"):
        known = getattr(analysis, name)
        told = lambda some, known=known: read.extend(one.id for one in some) or known(some)  # noqa: E731
        monkeypatch.setattr(analysis, name, told)
    monkeypatch.setattr(families, "argued", lambda *_: pytest.fail("a family is argued again"))
    (tmp_path / "new.txt").write_text(NEWS)
    after = open_library([tmp_path], cache=cache).families
    assert after.families == before.families
    assert read == ["new"]
