"""Killed at any moment, the reader loses nothing that the user made and gives no wrong answer afterwards."""

import random
from pathlib import Path

import pytest

from nkreader.store import indexes
from store.killing import check_marks, kill_indexing, kill_marking


def test_killed_while_marking_no_mark_is_lost() -> None:
    marks = kill_marking(3, random.Random())
    assert check_marks(marks, marks) == marks


def test_killed_while_indexing_the_next_search_answers_as_a_fresh_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "FEWEST", 1)
    assert len(kill_indexing(tmp_path / "articles", 3, random.Random(), articles=150)) == 3
