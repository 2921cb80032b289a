"""`sources.toml`: what the reader's owner knows of the articles in a folder and their own text does not say.

One table per file name (or path relative to the file, or name without suffix), every key optional:

    ["harbour.txt"]
    title = "Ferry plan approved"
    publisher = "Harbour Post"
    date = 2024-03-05            # or "2024-03-05", "2024-03", "2024": EDTF
    byline = "Jane Doe"
    note = "Saved from the site's archive."

What stands here overrides what the text says.
"""

from __future__ import annotations

import datetime
import os
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from nkreader.articles.encoding import NotText, decoded

NAME = "sources.toml"
_LARGEST = 16 << 20
_FIELDS = {"title": "title", "publisher": "publisher", "byline": "byline", "note": "note", "date": "published"}
# Names people use without looking them up.
_ALIASES = {"author": "byline", "source": "publisher", "published": "date"}


@dataclass(frozen=True, slots=True)
class Sources:
    """The tables of one `sources.toml`, by file name, and what is wrong with it."""

    tables: dict[str, dict[str, str]]
    problem: str | None = None

    def of(self, name: str) -> dict[str, str]:
        """Article fields stated for a file: by its path below the folder, its name, or its stem."""
        path = Path(name)
        for key in (path.as_posix(), path.name, path.stem):
            if key in self.tables:
                return self.tables[key]
        return {}


def read_sources(folder: str | os.PathLike[str]) -> Sources:
    """What `sources.toml` in a folder says; a malformed one says nothing and has its problem named."""
    path = os.path.join(folder, NAME)  # noqa: PTH118  # asked once for each of 100,000 files
    try:
        stamp = os.stat(path)  # noqa: PTH116
    except OSError:
        return _NOTHING
    return _read(path, stamp.st_mtime_ns, stamp.st_size)


_NOTHING = Sources({})


@lru_cache(maxsize=256)
def _read(path: str, modified: int, size: int) -> Sources:
    if size > _LARGEST:
        return Sources({}, "it is too large")
    try:
        document = tomllib.loads(decoded(Path(path).read_bytes()))
    except (tomllib.TOMLDecodeError, NotText) as error:
        return Sources({}, f"not valid TOML, so its titles and dates are not used: {error}")
    except OSError as error:
        return Sources({}, error.strerror or str(error))
    tables: dict[str, dict[str, str]] = {}
    wrong: list[str] = []
    for name, table in document.items():
        if not isinstance(table, dict):
            wrong.append(f"{name!r} is no table of a file name")
            continue
        tables[name] = fields = {}
        for key, value in table.items():
            known = _FIELDS.get(_ALIASES.get(key) or key)
            written = _written(value)
            if known is None or written is None:
                wrong.append(f"{key!r} of {name!r} is not understood")
            else:
                fields[known] = written
    return Sources(tables, "; ".join(wrong[:3]) or None)


def _written(value: Any) -> str | None:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return None
