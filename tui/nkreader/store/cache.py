"""What was computed, kept by content and by the code that computed it. Deleting the cache loses time, never data."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import threading
import time
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

BUSY_SECONDS = 5.0
"""How long one nkreader waits for another that is writing."""

AT_ONCE = 500
"""Keys asked for in one statement; SQLite takes 999 in its oldest builds."""

LARGEST = 8 << 30
"""Bytes from which the cache is emptied when it is opened: it holds every article ever looked at."""

SECONDS_UNUSED = 86_400.0
"""How long the cache of other code is left where it is: another version of nkreader may be at work."""

_TABLES = """
CREATE TABLE IF NOT EXISTS kept (
    kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (kind, key)
);
CREATE TABLE IF NOT EXISTS file (path BLOB PRIMARY KEY, stamp TEXT NOT NULL, cards BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS text (id INTEGER PRIMARY KEY, text BLOB NOT NULL);
"""
"""`file`: what stands in a file, as long as its stamp (size, times of change) is the same. `text`: the articles' texts,
each once, by the beginning of their digests."""


def default_path() -> Path:
    """The cache's file, in the platform's folder for caches; one for each state of the code."""
    from platformdirs import user_cache_path

    return user_cache_path("nkreader", appauthor=False) / code_stamp()[:16] / "computed.sqlite3"


@cache
def code_stamp() -> str:
    """A digest of the package's own files by name, size and time: another stamp means results may be other ones."""
    package = Path(__file__).resolve().parent.parent
    state = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        if "app" not in path.relative_to(package).parts[:1]:
            status = path.stat()
            state.update(f"{path.relative_to(package)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return state.hexdigest()


class Cache:
    """Bytes by kind and key. Where the file cannot be used at all, everything is computed anew and nothing is said:
    a cache is no place for the user's worries. A damaged file, or one of other code, is emptied.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._lock = threading.Lock()
        self._path = default_path() if path is None else path
        self._db = _opened(self._path)
        if self._db is not None:
            weakref.finalize(self, self._db.close).atexit = False  # threads may be at it until the end
        if path is None:
            _drop_unused(self._path.parent)

    @property
    def usable(self) -> bool:
        """Whether anything can be kept at all."""
        return self._db is not None

    def beside(self, name: str) -> Path | None:
        """A file of this name beside the cache's own, for what has a form of its own; None where none can be kept."""
        return self._path.with_name(name) if self.usable else None

    def get(self, kind: str, key: str) -> bytes | None:
        """What is kept under a key, None where nothing is."""
        return self.get_many(kind, [key]).get(key)

    def get_many(self, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
        """What is kept of many keys."""
        wanted = list(keys)
        found: dict[str, bytes] = {}
        if self._db is None:
            return {}
        with self._lock:
            try:
                for start in range(0, len(wanted), AT_ONCE):
                    some = wanted[start : start + AT_ONCE]
                    marks = ",".join("?" * len(some))
                    found.update(
                        self._db.execute(
                            f"SELECT key, value FROM kept WHERE kind = ? AND key IN ({marks})", (kind, *some)
                        )
                    )
            except (sqlite3.DatabaseError, UnicodeEncodeError):  # the latter: a path that is no Unicode
                return {}
        return found

    def put(self, kind: str, key: str, value: bytes, most: int | None = None) -> None:
        """Keep one value; with `most`, only so many of this kind, the ones kept last."""
        self.put_many(kind, {key: value})
        if most is not None:
            self._write(
                "DELETE FROM kept WHERE kind = ?1 AND rowid NOT IN"
                " (SELECT rowid FROM kept WHERE kind = ?1 ORDER BY rowid DESC LIMIT ?2)",
                [(kind, most)],
            )

    def put_many(self, kind: str, values: Mapping[str, bytes]) -> None:
        """Keep many values in one transaction."""
        if self._db is None or not values:
            return
        with self._lock:
            try:
                with self._db:
                    self._db.executemany(
                        "INSERT OR REPLACE INTO kept (kind, key, value) VALUES (?, ?, ?)",
                        ((kind, key, value) for key, value in values.items()),
                    )
            except (sqlite3.DatabaseError, UnicodeEncodeError):
                return  # a full disk, another nkreader writing for long: it will be computed again

    def get_files(self, paths: Sequence[str]) -> dict[str, tuple[str, bytes]]:
        """Of the files that are known: their stamp, and what stood in them, by path."""
        return {
            os.fsdecode(path): (stamp, cards)
            for path, stamp, cards in self._rows(
                "SELECT path, stamp, cards FROM file WHERE path IN", [os.fsencode(path) for path in paths]
            )
        }

    def put_files(self, files: Mapping[str, tuple[str, bytes]]) -> None:
        """Keep what stands in files, instead of what stood in them before."""
        rows = [(os.fsencode(path), stamp, cards) for path, (stamp, cards) in sorted(files.items())]
        self._write("INSERT OR REPLACE INTO file (path, stamp, cards) VALUES (?, ?, ?)", rows)

    def get_texts(self, digests: Iterable[str]) -> dict[str, bytes]:
        """Packed texts by digest, those that are kept. Whether it is the text meant is for the caller to see."""
        wanted = {_text_id(digest): digest for digest in digests}
        return {wanted[id]: text for id, text in self._rows("SELECT id, text FROM text WHERE id IN", sorted(wanted))}

    def put_texts(self, texts: Mapping[str, bytes]) -> bool:
        """Keep packed texts under their digests; whether they are kept now."""
        rows = sorted((_text_id(digest), text) for digest, text in texts.items())
        return self._write("INSERT OR REPLACE INTO text (id, text) VALUES (?, ?)", rows)

    def _rows(self, command: str, keys: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        """The rows of some keys; none where the database does not answer."""
        for start in range(0, len(keys), AT_ONCE):
            some = keys[start : start + AT_ONCE]
            with self._lock:
                if self._db is None:
                    return
                try:
                    found = self._db.execute(f"{command} ({','.join('?' * len(some))})", some).fetchall()
                except sqlite3.DatabaseError:
                    return
            yield from found

    def _write(self, command: str, rows: Sequence[tuple[object, ...]]) -> bool:
        with self._lock:
            if self._db is None:
                return False
            try:
                with self._db:
                    self._db.executemany(command, rows)
            except sqlite3.DatabaseError:  # a full disk, another nkreader writing for long
                return False
        return True

    def close(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None


def _opened(path: Path) -> sqlite3.Connection | None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST:
            _remove(path)
        try:
            return _connected(path)
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            _remove(path)
            return _connected(path)
    except (OSError, sqlite3.DatabaseError):
        return None


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _connected(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = OFF")  # a torn cache is emptied when it is next opened
        with db:
            db.execute("CREATE TABLE IF NOT EXISTS stamp (code TEXT NOT NULL)")
            if db.execute("SELECT code FROM stamp").fetchall() != [(code_stamp(),)]:
                for table in ("kept", "file", "text"):
                    db.execute(f"DROP TABLE IF EXISTS {table}")
                db.execute("DELETE FROM stamp")
                db.execute("INSERT INTO stamp VALUES (?)", (code_stamp(),))
            for statement in filter(str.strip, _TABLES.split(";")):
                db.execute(statement)
    except BaseException:
        db.close()
        raise
    return db


def _text_id(digest: str) -> int:
    """The beginning of a digest as SQLite's kind of number."""
    return int(digest[:15], 16)


def _drop_unused(folder: Path) -> None:
    """Remove the caches that other code left and nobody has written to for a while."""
    try:
        for other in folder.parent.iterdir():
            database = other / "computed.sqlite3"
            if other != folder and database.exists() and time.time() - database.stat().st_mtime > SECONDS_UNUSED:
                shutil.rmtree(other, ignore_errors=True)
    except OSError:
        return  # somebody else is clearing up
