"""Kept files: a file of many articles comes out of the cache as it was read, what was wrong with it included."""

import json
import zipfile
from pathlib import Path

import pytest

from nkreader import Library, open_library
from nkreader.store import Cache, keep


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
    monkeypatch.setattr(keep, "read_file", lambda path: pytest.fail(f"{path} is read again"))
    second = open_library([folder], cache=cache)
    assert list(second) == list(first) and len(second) == 6
    assert [(p.path, p.reason) for p in second.problems] == [(p.path, p.reason) for p in first.problems]
    assert [p.path for p in second.problems] == [f"{folder}/news.jsonl", f"{folder}/pile.zip!in/news.jsonl"]
    monkeypatch.chdir(folder)
    assert [article.path for article in open_library(["pile.zip"], cache=cache)] == ["pile.zip!in/news.jsonl"] * 3


def test_facts_counted_once_are_not_counted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.txt").write_text(
        "The ferry sank on May 4 with 60 aboard. Nobody was hurt, the harbour office said."
    )
    (tmp_path / "two.txt").write_text(
        "The ferry sank on May 5 with 70 aboard. Nobody was hurt, the harbour office said."
    )
    cache = Cache(tmp_path / "cache.sqlite3")
    assert open_library([tmp_path], cache=cache).facts_changed([("one", "two")], most=0) == {}
    assert open_library([tmp_path], cache=cache).facts_changed([("one", "two")]) == {("one", "two"): 2}
    monkeypatch.setattr(Library, "comparison", lambda *_: pytest.fail("it is compared again"))
    assert open_library([tmp_path], cache=cache).facts_changed([("one", "two")], most=0) == {("one", "two"): 2}
