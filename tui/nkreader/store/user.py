"""What the user made, kept by content: marks, corrections, positions, settings, and how to undo them.

A subject is an article's digest, two digests joined for a pair, or "" for the reader itself. Nothing computed is kept
here.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

SCHEMA = 1
"""Raised with every change of the tables; `_MIGRATIONS[n]` leads from n to n + 1."""

BUSY_SECONDS = 10.0
"""How long one nkreader waits for another that is writing."""

STEPS_KEPT = 10_000
"""Steps that can be undone: what a year of daily work makes, in some 2 MiB. What was made stays however old it is; only
the way back to what held before it is forgotten."""

_TABLES = """
CREATE TABLE entry (
    subject TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (subject, key)
) WITHOUT ROWID;
CREATE TABLE journal (
    step INTEGER PRIMARY KEY, subject TEXT NOT NULL, key TEXT NOT NULL, before TEXT, what TEXT NOT NULL
);
"""

_MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {}


class StoreUnreadable(Exception):
    """The user's data was written by another nkreader, cannot be taken over and is left alone."""


@dataclass(frozen=True, slots=True)
class Undone:
    """One step taken back: what it was, where, and the value that holds again (None: none)."""

    what: str
    subject: str
    key: str
    value: Any


def pair_subject(left: str, right: str) -> str:
    """The subject of two articles together, whichever side they stand on."""
    return "+".join(sorted((left, right)))


def default_path() -> Path:
    """The user's database: in the platform's folder for data, never in its cache."""
    from platformdirs import user_data_path

    return user_data_path("nkreader", appauthor=False) / "user.sqlite3"


class UserData:
    """The user's own data, in one small SQLite file; safe with several readers open and after a kill at any moment.

    `problem` says in one sentence what went wrong when it was opened, None where nothing did. A file that is no
    database is set aside under another name, never overwritten; where no file can be written, data lives in memory.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.problem: str | None = None
        self._lock = threading.RLock()
        self.path = default_path() if path is None else path
        self._db = self._open()
        weakref.finalize(self, self._db.close).atexit = False  # threads may be at it until the end

    def _open(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return _connected(str(self.path))
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                aside = self._set_aside()
                self.problem = f"{self.path} is damaged; it was set aside as {aside.name} and a new one was begun"
                return _connected(str(self.path))
        except (OSError, sqlite3.OperationalError, StoreUnreadable) as error:
            self.problem = f"nothing will be remembered: {self.path}: {error}"
            return _connected(":memory:")

    def _set_aside(self) -> Path:
        number = 1
        while (aside := self.path.with_name(f"{self.path.stem}.damaged-{number}{self.path.suffix}")).exists():
            number += 1
        for suffix in ("-wal", "-shm"):
            tail = self.path.with_name(self.path.name + suffix)
            if tail.exists():
                tail.rename(aside.with_name(aside.name + suffix))
        return self.path.rename(aside)

    def get(self, subject: str, key: str, default: Any = None) -> Any:
        """What was kept, else the default."""
        with self._lock:
            row = self._db.execute("SELECT value FROM entry WHERE subject = ? AND key = ?", (subject, key)).fetchone()
        return default if row is None else json.loads(row[0])

    def read(self, subject: str, key: str, kind: type[T], default: T) -> T:
        """What was kept, as a value of a kind that msgspec can check; the default where it is none of that kind.

        What another version or a hand kept in another shape is left as it is, and never a reason to fail.
        """
        import msgspec

        kept = self.get(subject, key)
        try:
            return default if kept is None else msgspec.convert(kept, kind)
        except msgspec.ValidationError:
            return default

    def all(self, key: str) -> dict[str, Any]:
        """Every subject's value of one key."""
        with self._lock:
            rows = self._db.execute(
                "SELECT subject, value FROM entry WHERE key = ? ORDER BY subject", (key,)
            ).fetchall()
        return {subject: json.loads(value) for subject, value in rows}

    def read_all(self, key: str, kind: type[T]) -> dict[str, T]:
        """Every subject's value of one key that is of a kind that msgspec can check."""
        import msgspec

        found: dict[str, T] = {}
        for subject, value in self.all(key).items():
            with suppress(msgspec.ValidationError):
                found[subject] = msgspec.convert(value, kind)
        return found

    def put(self, subject: str, key: str, value: Any, what: str | None = None) -> None:
        """Keep a JSON value; None removes it. With `what` (a word for the user: "mark", "title") it can be undone,
        until `STEPS_KEPT` others were made."""
        text = None if value is None else json.dumps(value, ensure_ascii=False)
        with self._lock, self._db:
            self._db.execute("BEGIN IMMEDIATE")
            if what is not None:
                self._db.execute(
                    "INSERT INTO journal (subject, key, before, what) VALUES (?, ?,"
                    " (SELECT value FROM entry WHERE subject = ? AND key = ?), ?)",
                    (subject, key, subject, key, what),
                )
                self._db.execute("DELETE FROM journal WHERE step <= (SELECT max(step) FROM journal) - ?", (STEPS_KEPT,))
            self._write(subject, key, text)

    def undo(self) -> Undone | None:
        """Take the last undoable step back, also one of an earlier day; None where there is none left."""
        with self._lock, self._db:
            self._db.execute("BEGIN IMMEDIATE")
            row = self._db.execute(
                "SELECT step, subject, key, before, what FROM journal ORDER BY step DESC LIMIT 1"
            ).fetchone()
            if row is None:
                return None
            step, subject, key, before, what = row
            self._db.execute("DELETE FROM journal WHERE step = ?", (step,))
            self._write(subject, key, before)
        return Undone(what, subject, key, None if before is None else json.loads(before))

    def _write(self, subject: str, key: str, text: str | None) -> None:
        if text is None:
            self._db.execute("DELETE FROM entry WHERE subject = ? AND key = ?", (subject, key))
        else:
            self._db.execute(
                "INSERT OR REPLACE INTO entry (subject, key, value) VALUES (?, ?, ?)", (subject, key, text)
            )

    def close(self) -> None:
        with self._lock:
            self._db.close()


def _connected(path: str) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        _version(db)  # before anything is written
        found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(found)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("BEGIN IMMEDIATE")
        version = _version(db)  # again: another nkreader may have been faster
        if version == 0:
            for statement in filter(str.strip, _TABLES.split(";")):
                db.execute(statement)
        try:
            for step in range(version or SCHEMA, SCHEMA):
                _MIGRATIONS[step](db)
        except sqlite3.Error as error:  # no damage of the file's, so it stays where it is, as it was
            raise StoreUnreadable(f"it could not be brought from schema {version} to {SCHEMA}: {error}") from error
        db.execute(f"PRAGMA user_version = {SCHEMA}")
        db.execute("COMMIT")
    except BaseException:
        db.close()
        raise
    return db


def _version(db: sqlite3.Connection) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA:
        raise StoreUnreadable(f"it was written by a newer nkreader (schema {version}, this one knows {SCHEMA})")
    return version
