"""The tables of an index: which texts are in it, their lines, all words with their counts, and SQLite's FTS5.

In a file they are kept for the next time; without one they are in a private temporary database that SQLite keeps in
memory as long as it is small. Everything that belongs together is written in one transaction, so that a kill at any
moment leaves what the last one wrote. One nkreader at a time owns a file; another that wants it too works on a copy.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
import unicodedata
import weakref
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nkreader.search.lines import ENCODING, RARE, Writing, number_of
from nkreader.search.vocabulary import Vocabulary
from nkreader.version import __version__

AT_ONCE = 400
"""Lines asked for in one statement."""

BUSY_SECONDS = 5.0
"""How long one waits for another's transaction: a batch is written in less than one."""

CACHE_KIB = 48 * 1024
"""What SQLite keeps of a file in memory, for each of two connections."""

TEMPORARY_CACHE_KIB = 64 * 1024
"""The same of a temporary database, which holds a library of some 30,000 articles; larger ones overflow to disk."""

CHECKPOINT_PAGES = 8192
"""The log is copied into the file, and that to the disk, whenever it has grown by so many pages (32 MiB)."""

_TABLES = """
CREATE TABLE stamp (code TEXT NOT NULL);
CREATE TABLE articles (row INTEGER PRIMARY KEY, digest TEXT NOT NULL);
CREATE TABLE lines (row INTEGER PRIMARY KEY, line BLOB NOT NULL, rare TEXT);
CREATE TABLE words (number INTEGER PRIMARY KEY, word TEXT NOT NULL, articles INTEGER NOT NULL, places INTEGER NOT NULL);
CREATE VIRTUAL TABLE texts USING fts5(words, content='', tokenize='ascii');
"""
# Tokens come folded and parted by blanks; the ascii tokenizer leaves everything else as it is.


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as it is written: its row, the digest of its text, and its tokens."""

    row: int
    digest: str
    tokens: list[str]


@cache
def code_stamp() -> str:
    """What says how texts were cut into tokens and how they are written: another stamp means other tables."""
    from nkreader.search import lines, tokens
    from nkreader.text import words

    state = hashlib.sha256(f"{__version__} {unicodedata.unidata_version}".encode())
    for place in (words.__file__, tokens.__file__, lines.__file__, __file__):
        with suppress(OSError):  # in an archive: the version has to do
            state.update(Path(place).read_bytes())
    return state.hexdigest()


class Shelf:
    """The tables of one index. Reading and writing may go on at once, each in one thread at a time."""

    def __init__(self, file: Path | None = None) -> None:
        self.filling = threading.RLock()
        """Held while the tables are brought in step with a library, by whoever is named as `holder` afterwards."""
        self.holder: weakref.ref[object] | None = None
        self.reading = threading.RLock()
        self.writing = threading.RLock()
        self._connections: list[sqlite3.Connection] = []
        self._writing: Writing | None = None
        self.file: Path | None = None
        owner = _owner_of(file) if file is not None else None
        if owner is not None and file is not None:
            self._connections.append(owner)
            with suppress(OSError, sqlite3.Error):
                self._write, self._read = _opened(file)
                self.file = file
        if self.file is None:
            self._write = self._read = _temporary()
            self.writing = self.reading
            if file is not None and owner is None:
                self._copy(file)
        self._connections += {self._write, self._read}
        self._close = weakref.finalize(self, _close, self._connections)
        self._close.atexit = False  # threads may be at it until the end

    def renew(self) -> None:
        """Throw away what turned out to be damaged, and begin anew."""
        with self.writing, self.reading:
            for db in {self._write, self._read}:
                self._connections.remove(db)
                db.close()
            self._writing = None
            if self.file is not None:
                try:
                    discard(self.file)
                    self._write, self._read = _connected(self.file)
                except (OSError, sqlite3.Error):
                    self.file = None
            if self.file is None:
                self._write = self._read = _temporary()
                self.writing = self.reading
            self._connections += {self._write, self._read}

    def close(self) -> None:
        """Let go of the file."""
        self._close()

    @property
    def kept(self) -> bool:
        """Whether what is written here is there the next time."""
        return self.file is not None

    def _copy(self, file: Path) -> None:
        """Take over what another nkreader has written so far."""
        try:
            with _closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as other:
                if other.execute("SELECT code FROM stamp").fetchall() == [(code_stamp(),)]:
                    other.backup(self._write)
        except sqlite3.Error:
            self._write.close()
            self._write = self._read = _temporary()

    # Writing

    def digests(self) -> list[tuple[int, str]]:
        """Every row and the digest of its text."""
        with self.writing:
            return self._write.execute("SELECT row, digest FROM articles ORDER BY row").fetchall()

    def add(self, entries: Sequence[Entry]) -> None:
        """Write these articles, in one transaction."""
        with self.writing:
            writing = self._writing
            try:
                writing = writing or self._lines_written()
                lines = [writing.line(entry.tokens) for entry in entries]
                with self._write as db:
                    db.execute("BEGIN IMMEDIATE")
                    db.executemany("INSERT INTO articles VALUES (?, ?)", ((one.row, one.digest) for one in entries))
                    db.executemany(
                        "INSERT INTO lines VALUES (?, ?, ?)",
                        (
                            (one.row, line.encode(ENCODING), rare)
                            for one, (line, rare) in zip(entries, lines, strict=True)
                        ),
                    )
                    db.executemany(
                        "INSERT INTO texts (rowid, words) VALUES (?, ?)",
                        ((one.row, " ".join(one.tokens)) for one in entries),
                    )
                    db.executemany("INSERT INTO words VALUES (?, ?, 0, 0)", writing.new)
                    self._count(writing, lines, 1)
                writing.new.clear()
                self._writing = writing
            except BaseException:
                self._writing = None  # it may know words that no table has
                raise

    def remove(self, rows: Sequence[int]) -> None:
        """Take these articles out, some at a time, each time in one transaction."""
        with self.writing:
            writing = self._writing = self._writing or self._lines_written()
            words = {written: word for word, written in writing.items()}
            for start in range(0, len(rows), AT_ONCE):
                some = rows[start : start + AT_ONCE]
                with self._write as db:
                    db.execute("BEGIN IMMEDIATE")
                    gone = list(self._lines(db, some))
                    for row, line, rare in gone:
                        others = iter(rare.split(" ") if rare else ())
                        tokens = (next(others) if written == RARE else words[written] for written in line)
                        # FTS5 keeps no text: to forget one it has to be told what it was.
                        values = (row, " ".join(tokens))
                        db.execute("INSERT INTO texts (texts, rowid, words) VALUES ('delete', ?, ?)", values)
                    self._count(writing, [(line, rare) for _, line, rare in gone], -1)
                    for table in ("articles", "lines"):
                        db.executemany(f"DELETE FROM {table} WHERE row = ?", ((row,) for row in some))

    def _lines_written(self) -> Writing:
        return Writing(word for (word,) in self._write.execute("SELECT word FROM words ORDER BY number"))

    def _count(self, writing: Writing, written: Sequence[tuple[str, str | None]], sign: int) -> None:
        """Words of these lines are so many more, or fewer."""
        places: Counter[str] = Counter()
        articles: Counter[str] = Counter()
        rare_places: Counter[int] = Counter()
        rare_articles: Counter[int] = Counter()
        for line, rare in written:
            places.update(line)
            articles.update(set(line))
            if rare is not None:
                numbers = [writing.number(word) for word in rare.split(" ")]
                rare_places.update(numbers)
                rare_articles.update(set(numbers))
        places.pop(RARE, None)
        changed = [(number_of(word), sign * articles[word], sign * count) for word, count in places.items()]
        changed += [(number, sign * rare_articles[number], sign * count) for number, count in rare_places.items()]
        changed.sort()
        self._write.executemany(
            "UPDATE words SET articles = articles + ?2, places = places + ?3 WHERE number = ?1", changed
        )

    def settle(self, thoroughly: bool) -> None:
        """All is written for now: bring file and index into the shape that is read fastest."""
        with self.writing:
            if thoroughly:
                self._write.execute("INSERT INTO texts (texts) VALUES ('optimize')")
                self._write.commit()
            if self.kept:
                self._write.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._writing = None

    # Reading

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the tables, whatever is written meanwhile."""
        with self.reading:
            if self._read is self._write:
                yield self._read
                return
            self._read.execute("BEGIN")
            try:
                yield self._read
            finally:
                self._read.rollback()

    def vocabulary(self) -> Vocabulary:
        """All words that stand in an article."""
        with self.reading:
            counted = self._read.execute("SELECT word, number, articles, places FROM words WHERE articles > 0")
            return Vocabulary(counted)

    def lines(self, rows: Sequence[int]) -> dict[int, tuple[str, str | None]]:
        """The lines of these rows, and their words that share a character; of those that are there."""
        with self.reading:
            return {row: (line, rare) for row, line, rare in self._lines(self._read, rows)}

    @staticmethod
    def _lines(db: sqlite3.Connection, rows: Sequence[int]) -> Iterator[tuple[int, str, str | None]]:
        for start in range(0, len(rows), AT_ONCE):
            some = rows[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            for row, line, rare in db.execute(f"SELECT row, line, rare FROM lines WHERE row IN ({marks})", some):
                yield row, line.decode(ENCODING), rare


def _owner_of(file: Path) -> sqlite3.Connection | None:
    """What holds a file for this nkreader until it is closed or killed; None where another one holds it."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(
            file.with_name(file.name + "-owner"), timeout=0, isolation_level=None, check_same_thread=False
        )
    except (OSError, sqlite3.Error):
        return None
    try:
        lock.execute("PRAGMA journal_mode = MEMORY")
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        lock.close()
        return None
    return lock


def _opened(file: Path) -> tuple[sqlite3.Connection, sqlite3.Connection]:
    """A connection to write and one to read by. A file that is damaged, foreign or of other code is emptied."""
    try:
        return _connected(file)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        discard(file)
        return _connected(file)


def discard(file: Path) -> None:
    """Delete an index's file."""
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)


def _connected(file: Path) -> tuple[sqlite3.Connection, sqlite3.Connection]:
    connections: list[sqlite3.Connection] = []
    try:
        for _ in range(2):
            db = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
            connections.append(db)
            db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            if len(connections) > 1:
                break
            db.execute("PRAGMA journal_mode = WAL")
            # In a log of its own, what is half written at a power cut is dropped; the disk is waited for once in a
            # while only.
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
            if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                _check(db)
            else:
                with db:
                    db.execute("BEGIN IMMEDIATE")
                    _make(db)
    except BaseException:
        for db in connections:
            db.close()
        raise
    return connections[0], connections[1]


def _check(db: sqlite3.Connection) -> None:
    """Raise DatabaseError where these are not the tables that this code makes."""
    stamp: list[tuple[str]] = []
    with suppress(sqlite3.OperationalError):  # a table of that name with other columns, or none
        stamp = db.execute("SELECT code FROM stamp").fetchall()
    if stamp != [(code_stamp(),)]:
        raise sqlite3.DatabaseError("other tables")
    db.execute("SELECT row FROM articles LIMIT 1").fetchall()
    db.execute("SELECT rowid FROM texts WHERE texts MATCH 'a' LIMIT 1").fetchall()


def _temporary() -> sqlite3.Connection:
    db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    db.execute("PRAGMA journal_mode = MEMORY")
    db.execute(f"PRAGMA cache_size = -{TEMPORARY_CACHE_KIB}")
    _make(db)
    return db


def _make(db: sqlite3.Connection) -> None:
    for statement in filter(str.strip, _TABLES.split(";")):
        db.execute(statement)
    db.execute("INSERT INTO stamp VALUES (?)", (code_stamp(),))


@contextmanager
def _closing(db: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield db
    finally:
        db.close()


def _close(connections: Iterable[sqlite3.Connection]) -> None:
    for db in connections:
        with suppress(sqlite3.Error):
            db.close()


_SHELVES: weakref.WeakValueDictionary[Path, Shelf] = weakref.WeakValueDictionary()
_SHELVING = threading.Lock()


def shelf_of(file: Path | None) -> Shelf:
    """The shelf of a file, the same for all in this process that ask for it while somebody has it."""
    if file is None:
        return Shelf()
    with _SHELVING:
        place = file.absolute()
        shelf = _SHELVES.get(place)
        if shelf is None:
            shelf = Shelf(place)
            if shelf.kept:
                _SHELVES[place] = shelf
        return shelf
