"""Which files of the paths named are articles: folders walked, hidden files and what lies beside articles left out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from os.path import realpath

# Files that lie beside articles and are none: passed over in a folder without a word, refused when named.
_BESIDE_TEXT = """
.toml .ini .cfg .conf .yaml .yml .lock .log
.db .db-wal .db-shm .sqlite .sqlite3 .sqlite3-wal .sqlite3-shm .sha256 .md5 .bak .tmp .swp
.py .pyc .js .mjs .ts .css .map .so .dll .exe .sh .bat .ps1 .xml .rss
.png .jpg .jpeg .gif .svg .webp .ico .bmp .tif .tiff .avif .mp3 .mp4 .wav .ogg .mov .avi .mkv
.woff .woff2 .ttf .otf .eot .tar .tgz .bz2 .xz .7z
"""
_BESIDE = frozenset(_BESIDE_TEXT.split())


def is_beside(name: str) -> bool:
    """Whether a file of this name is known to hold no article."""
    name = name.lower()
    return os.path.splitext(name.removesuffix(".gz"))[1] in _BESIDE  # noqa: PTH122  # called for each of 100,000 files


def files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str | OSError]:
    """Paths of the files named and of those in the folders named, `-` as it is, each file once; folders sorted by name.

    In place of a folder that cannot be looked into stands the error, its `filename` the folder.
    """
    seen: set[str] = set()
    for path in paths:
        name = os.fspath(path)
        if name != "-" and os.path.isdir(name):  # noqa: PTH112
            yield from _below(name, realpath(name), seen)
        elif (real := realpath(name) if name != "-" else name) not in seen:
            seen.add(real)
            yield name


def _below(folder: str, real: str, seen: set[str]) -> Iterator[str | OSError]:
    """The files of a folder, then those of the folders in it. `real` is its path without links."""
    try:
        with os.scandir(folder) as entries:
            # One system call for hundreds of entries, and none for each: what a path costs more is paid per file.
            shown = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError as error:
        yield error
        return
    below: list[os.DirEntry[str]] = []
    for entry in shown:
        name = entry.name
        try:
            if entry.is_dir():
                if not entry.is_symlink() and not name.startswith("__"):
                    below.append(entry)
                continue
            linked = entry.is_symlink()
        except OSError as error:
            yield error
            continue
        if is_beside(name):
            continue
        resolved = realpath(entry.path) if linked else f"{real}{os.sep}{name}"
        if resolved not in seen:
            seen.add(resolved)
            yield entry.path
    for entry in below:
        yield from _below(entry.path, f"{real}{os.sep}{entry.name}", seen)
