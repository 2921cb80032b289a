"""What was computed, kept by content and by the code that computed it. Deleting the cache loses time, never data."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

BUSY_SECONDS = 5.0
"""How long one nkreader waits for another that is writing."""

AT_ONCE = 500
"""Keys asked for in one statement; SQLite takes 999 in its oldest builds."""


def default_path() -> Path:
    """The cache's file, in the platform's folder for caches."""
    from platformdirs import user_cache_path

    return user_cache_path("nkreader", appauthor=False) / "computed.sqlite3"


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
        self._db = _opened(default_path() if path is None else path)

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

    def put(self, kind: str, key: str, value: bytes) -> None:
        """Keep one value."""
        self.put_many(kind, {key: value})

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

    def close(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None


def _opened(path: Path) -> sqlite3.Connection | None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _connected(path)
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            return _connected(path)
    except (OSError, sqlite3.DatabaseError):
        return None


def _connected(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = OFF")  # a torn cache is emptied when it is next opened
        with db:
            db.execute("CREATE TABLE IF NOT EXISTS stamp (code TEXT NOT NULL)")
            if db.execute("SELECT code FROM stamp").fetchall() != [(code_stamp(),)]:
                db.execute("DROP TABLE IF EXISTS kept")
                db.execute("DELETE FROM stamp")
                db.execute("INSERT INTO stamp VALUES (?)", (code_stamp(),))
            db.execute(
                "CREATE TABLE IF NOT EXISTS kept (kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL,"
                " PRIMARY KEY (kind, key))"
            )
    except BaseException:
        db.close()
        raise
    return db
