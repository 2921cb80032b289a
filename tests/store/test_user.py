"""What the user made is never lost: undo, two readers at once, damaged and newer files."""

import sqlite3
from pathlib import Path

import pytest

from nkreader.store import UserData, pair_subject, user


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "user.sqlite3"


def test_what_is_kept_is_there_after_a_restart(path: Path) -> None:
    first = UserData(path)
    first.put("digest", "corrections", {"title": "Ties “renewed”"})
    first.close()
    second = UserData(path)
    assert second.get("digest", "corrections") == {"title": "Ties “renewed”"}
    assert second.problem is None


def test_undo_restores_the_former_value_step_by_step_even_after_a_restart(path: Path) -> None:
    data = UserData(path)
    data.put("a", "mark", "doubtful", what="mark")
    data.put("a", "mark", "checked", what="mark")
    data.put("a", "place", 12)
    data.close()
    data = UserData(path)
    undone = data.undo()
    assert undone is not None and (undone.what, undone.value) == ("mark", "doubtful")
    assert data.get("a", "mark") == "doubtful"
    assert data.undo() is not None and data.get("a", "mark") is None
    assert data.undo() is None
    assert data.get("a", "place") == 12, "what was not meant to be undone stays"


def test_steps_beyond_the_last_thousands_are_forgotten_and_nothing_that_was_made_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert user.STEPS_KEPT >= 1_000
    monkeypatch.setattr(user, "STEPS_KEPT", 3)
    data = UserData(path)
    for number in range(8):
        data.put(f"article {number}", "mark", "checked", what=f"mark {number}")
    data.undo()
    data.put("article 9", "mark", "wrong", what="mark 9")
    undone = [data.undo() for _ in range(3)]
    assert [step and step.what for step in undone] == ["mark 9", "mark 6", "mark 5"]
    assert data.undo() is None
    assert sorted(data.all("mark")) == [f"article {number}" for number in range(5)]


def test_two_readers_open_at_once_see_each_others_marks(path: Path) -> None:
    one, two = UserData(path), UserData(path)
    one.put("a", "mark", 1)
    two.put("b", "mark", 2)
    assert one.all("mark") == two.all("mark") == {"a": 1, "b": 2}


def test_a_damaged_file_is_set_aside_and_reported_never_overwritten(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database, but it was somebody's" * 100)
    data = UserData(path)
    assert data.problem is not None and "damaged" in data.problem
    assert (path.parent / "user.damaged-1.sqlite3").read_bytes().startswith(b"this is no database")
    data.put("a", "mark", 1)
    assert data.get("a", "mark") == 1


def test_a_file_of_a_newer_version_is_left_alone(path: Path) -> None:
    UserData(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    before = path.read_bytes()
    data = UserData(path)
    assert data.problem is not None and "newer nkreader" in data.problem
    data.put("a", "mark", 1)
    data.close()
    assert path.read_bytes() == before


def _with_notes(db: sqlite3.Connection) -> None:
    """A next version of the tables, made up: every entry has a note."""
    db.execute("ALTER TABLE entry ADD COLUMN note TEXT NOT NULL DEFAULT 'none'")


def test_a_file_of_an_earlier_version_is_taken_over_with_all_that_is_in_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = UserData(path)
    data.put("a", "mark", "doubtful", what="mark")
    data.put("b", "corrections", {"title": "Ties “renewed”"})
    data.close()
    monkeypatch.setattr(user, "SCHEMA", user.SCHEMA + 1)
    monkeypatch.setitem(user._MIGRATIONS, user.SCHEMA - 1, _with_notes)
    for _ in range(2):  # the second time there is nothing to do any more
        data = UserData(path)
        assert data.problem is None
        assert data.get("a", "mark") == "doubtful" and data.all("corrections") == {"b": {"title": "Ties “renewed”"}}
        data.close()
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (user.SCHEMA,)
        assert db.execute("SELECT DISTINCT note FROM entry").fetchall() == [("none",)]
    db.close()
    undone = UserData(path).undo()
    assert undone is not None and undone.subject == "a"


def test_a_migration_that_fails_halfway_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = UserData(path)
    data.put("a", "mark", 1)
    data.close()

    def fails(db: sqlite3.Connection) -> None:
        _with_notes(db)
        db.execute("UPDATE entry SET value = NULL")

    with monkeypatch.context() as patch:
        patch.setattr(user, "SCHEMA", user.SCHEMA + 1)
        patch.setitem(user._MIGRATIONS, user.SCHEMA - 1, fails)
        data = UserData(path)
        assert data.problem is not None and "could not be brought from schema 1 to 2" in data.problem
        data.close()
    data = UserData(path)
    assert data.problem is None and data.get("a", "mark") == 1


def test_a_torn_file_is_set_aside_when_it_is_opened_and_not_met_later(path: Path) -> None:
    data = UserData(path)
    for number in range(400):
        data.put(f"article {number}", "mark", "doubtful " * 20)
    data.close()
    whole = path.read_bytes()
    torn = bytearray(whole[: len(whole) // 2])
    path.write_bytes(torn)
    data = UserData(path)
    assert data.problem is not None and "damaged" in data.problem
    assert (path.parent / "user.damaged-1.sqlite3").read_bytes() == torn
    data.put("a", "mark", 1)
    assert data.all("mark") == {"a": 1}


def test_where_no_file_can_be_written_the_reader_still_works_and_says_so(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    data = UserData(blocked / "user.sqlite3")
    assert data.problem is not None and "nothing will be remembered" in data.problem
    data.put("a", "mark", 1)
    assert data.get("a", "mark") == 1


def test_a_pair_has_one_name_from_either_side() -> None:
    assert pair_subject("b", "a") == pair_subject("a", "b")


def test_what_was_kept_in_another_shape_is_read_as_the_default_and_left_alone(path: Path) -> None:
    data = UserData(path)
    data.put("a", "at", 1007)
    assert data.read("a", "at", tuple[int, int], (0, 0)) == (0, 0)
    assert data.read("a", "at", int, 0) == 1007
    assert data.read("b", "at", int, 7) == 7
