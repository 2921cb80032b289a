"""Packed files, `.gz` and `.zip`: what is in them, within limits that no article meets and a bomb exceeds."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO

from nkreader.articles.draft import Flaw
from nkreader.articles.folders import is_beside

# No file of articles is larger; a database dump or a disk image is. 256 MiB, packed or not.
LARGEST_FILE = 256 << 20
# All members of an archive together. 1 GiB.
LARGEST_ARCHIVE = 1 << 30
# English text packs 2 to 4 times smaller, the most repetitive table of articles some 20 times; a bomb 1,000 times.
_HIGHEST_RATIO = 100
# Below this size a ratio says nothing: a page of blanks. 4 MiB.
_RATIO_COUNTS = 4 << 20
_AT_ONCE = 1 << 20

_PACKED = (".gz", ".zip")
# zipfile raises NotImplementedError and RuntimeError for ways of packing and locks it does not know.
_BROKEN = (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError)
_ENCRYPTED = 1


@dataclass(frozen=True, slots=True)
class Part:
    """One unpacked file: its name, its place in the archive (None: it is no member of one), its bytes."""

    name: str
    member: str | None
    data: bytes


def parts(name: str, data: bytes) -> Iterator[Part | Flaw]:
    """The files in a packed file, or the file itself if it is not packed.

    Raises ValueError, with the reason, where nothing can be had of it; a Flaw is for one member (`where`).
    """
    lower = name.lower()
    if lower.endswith(".zip"):
        yield from _members(data)
    elif lower.endswith(".gz"):
        inner = name[: -len(".gz")]
        if inner.lower().endswith(_PACKED):
            raise ValueError("an archive in an archive is not read; unpack it first")
        if inner.lower().endswith(".tar"):
            raise ValueError("a tar archive is not read; unpack it first")
        try:
            with gzip.GzipFile(fileobj=BytesIO(data)) as file:
                yield Part(inner, None, _unpacked(file, len(data), LARGEST_FILE))
        except _BROKEN as error:
            raise ValueError(f"it is no whole gzip file: {error}") from error
    else:
        yield Part(name, None, data)


def _is_hidden(step: str) -> bool:
    """Whether a folder or file of an archive is passed over. One that leads upward is not: nothing is written there."""
    return step.startswith((".", "__")) and step != ".."


def _members(data: bytes) -> Iterator[Part | Flaw]:
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise ValueError(f"it is no whole zip archive: {error}") from error
    left = LARGEST_ARCHIVE
    with archive:
        for entry in archive.infolist():
            member = entry.filename
            path = PurePosixPath(member)
            if entry.is_dir() or any(map(_is_hidden, path.parts)) or is_beside(path.name):
                continue
            if member.lower().endswith(_PACKED):
                yield Flaw(member, "an archive in an archive is not read; unpack it first")
                continue
            if entry.flag_bits & _ENCRYPTED:
                yield Flaw(member, "it is encrypted")
                continue
            try:
                with archive.open(entry) as file:
                    unpacked = _unpacked(file, entry.compress_size, min(left, LARGEST_FILE))
            except _BROKEN as error:
                yield Flaw(member, f"it cannot be unpacked: {error}")
            except ValueError as error:
                yield Flaw(member, str(error))
                if left < LARGEST_FILE:
                    yield Flaw(member, f"the archive holds more than {LARGEST_ARCHIVE >> 20} MiB; the rest is not read")
                    return
            else:
                left -= len(unpacked)
                yield Part(path.name, member, unpacked)


def _unpacked(file: IO[bytes] | gzip.GzipFile, packed: int, most: int) -> bytes:
    """All bytes of a packed file. Raises ValueError as soon as they are too many."""
    pieces: list[bytes] = []
    size = 0
    while piece := file.read(_AT_ONCE):
        size += len(piece)
        if size > most:
            raise ValueError(f"unpacked it is larger than {most >> 20} MiB")
        if size > _RATIO_COUNTS and size > _HIGHEST_RATIO * max(1, packed):
            raise ValueError(f"it unpacks to more than {_HIGHEST_RATIO} times its size")
        pieces.append(piece)
    return b"".join(pieces)
