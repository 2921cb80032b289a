"""Where the search index of a library is kept: a file for the paths it was opened with, beside the cache."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from nkreader.store.cache import Cache

FEWEST = 500
"""Articles; fewer are indexed in a fifth of a second, which is not worth a file."""

MOST_FILES = 6
"""Indexes kept, those opened last; one of 100,000 articles takes 350 MB."""


def library_name(places: Sequence[str]) -> str:
    """A name for what stands at these paths, whatever stands there now; empty for what was opened from none."""
    named = "\0".join(sorted(place if place == "-" else str(Path(place).absolute()) for place in places))
    return hashlib.sha256(named.encode("utf-8", "surrogateescape")).hexdigest()[:16] if places else ""


def index_file(cache: Cache, places: Sequence[str], count: int) -> Path | None:
    """The file for so many articles of these paths, None where none is worth it or can be kept."""
    if count < FEWEST or not places:
        return None
    file = cache.beside(f"search-{library_name(places)}.sqlite3")
    if file is not None:
        _drop_old(file)
    return file


def _drop_old(file: Path) -> None:
    """Mark a file as used now, and remove those that were not used for longest."""
    with suppress(OSError):
        if file.exists():
            os.utime(file)
        others = [other for other in file.parent.glob("search-*.sqlite3") if other != file]
        others.sort(key=lambda other: other.stat().st_mtime, reverse=True)
        for other in others[MOST_FILES - 1 :]:
            for suffix in ("", "-wal", "-shm", "-owner"):
                other.with_name(other.name + suffix).unlink(missing_ok=True)
