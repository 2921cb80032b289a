"""Files and folders into articles. What cannot be read is handed on with its reason; the rest is read all the same."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from nkreader.articles.draft import Draft
from nkreader.articles.encoding import NotText, decoded
from nkreader.articles.html import draft_of_html, looks_like_html
from nkreader.articles.plain import article_from_text
from nkreader.articles.sources import NAME as SOURCES
from nkreader.articles.sources import read_sources
from nkreader.model import Article

# No article is larger; a database dump or a disk image is. 256 MiB.
LARGEST_FILE = 256 << 20

_HTML = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mhtml"})
# Files that lie beside articles and are none: passed over in a folder without a word, refused when named.
_BESIDE = frozenset(
    [
        ".toml",
        ".py",
        ".js",
        ".css",
        ".mjs",
        ".ts",
        ".map",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".svg",
        ".webp",
        ".ico",
        ".bmp",
        ".tif",
        ".tiff",
        ".avif",
        ".mp3",
        ".mp4",
        ".wav",
        ".ogg",
        ".mov",
        ".avi",
        ".mkv",
        ".woff",
        ".woff2",
        ".ttf",
        ".otf",
        ".eot",
        ".ini",
        ".cfg",
        ".conf",
        ".yaml",
        ".yml",
        ".lock",
        ".log",
        ".db",
        ".sqlite",
        ".sqlite3",
        ".sha256",
        ".md5",
        ".bak",
        ".tmp",
        ".swp",
        ".pyc",
        ".so",
        ".dll",
        ".exe",
        ".sh",
        ".bat",
        ".ps1",
        ".xml",
        ".rss",
        ".json",
        ".jsonl",
        ".csv",
        ".tsv",
        ".gz",
        ".zip",
        ".tar",
        ".bz2",
        ".xz",
        ".7z",
    ]
)


class UnreadableArticle(Exception):
    """A path that gave no article, and why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def _plain_draft(text: str) -> Draft:
    return Draft(text)


def _html_or_plain(text: str) -> Draft:
    return draft_of_html(text) if looks_like_html(text) else Draft(text)


def _reader(suffix: str) -> Callable[[str], Draft]:
    """Who reads a file of that suffix. A new format is one function more."""
    if suffix in _HTML:
        return draft_of_html
    return _plain_draft if suffix in (".txt", ".md", ".markdown", ".text") else _html_or_plain


def read_article(path: str | os.PathLike[str]) -> Article:
    """The article of one file (`-`: standard input). Raises UnreadableArticle."""
    name = os.fspath(path)
    if name == "-":
        return _article(sys.stdin.buffer.read(), "stdin", "-", "")
    place = Path(name)
    try:
        status = place.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableArticle(name, "it is a folder")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableArticle(name, "it is no regular file")
        if status.st_size > LARGEST_FILE:
            raise UnreadableArticle(name, f"it is larger than {LARGEST_FILE >> 20} MiB")
        data = place.read_bytes()
    except OSError as error:
        raise UnreadableArticle(name, _reason(error)) from error
    article = _article(data, place.stem, name, place.suffix.lower())
    return _stated(article, read_sources(place.parent).of(place.name))


def _article(data: bytes, id: str, path: str, suffix: str) -> Article:
    if not data.strip():
        raise UnreadableArticle(path, "it is empty")
    try:
        draft = _reader(suffix)(decoded(data))
    except (NotText, ValueError) as error:
        raise UnreadableArticle(path, str(error)) from error
    article = article_from_text(draft.text, id=id, path=path)
    if not article.text.strip():
        raise UnreadableArticle(path, "it is empty")
    return _stated(article, {key: getattr(draft, key) for key in ("title", "byline", "publisher", "published", "note")})


def _stated(article: Article, fields: Mapping[str, str | None]) -> Article:
    """The article with the metadata its file or its owner states."""
    changed: dict[str, Any] = {key: value for key, value in fields.items() if value is not None}
    return replace(article, **changed) if changed else article


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "you may not read it"
    return error.strerror or str(error)


def read_articles(
    paths: Iterable[str | os.PathLike[str]], read: Callable[[str], Article] = read_article
) -> Iterator[Article | UnreadableArticle]:
    """The articles of files, folders (recursively, hidden files left out) and `-`, each file once, ids made unique.

    Where a path gives no article, the UnreadableArticle that says why stands in its place. `read` reads one file.
    """
    taken: set[str] = set()
    warned: set[Path] = set()
    for found in _files(paths):
        if isinstance(found, UnreadableArticle):
            yield found
            continue
        try:
            article = read(found)
        except UnreadableArticle as error:
            yield error
            continue
        yield replace(article, id=_unique(article.id, taken))
        folder = Path(found).parent
        if found != "-" and folder not in warned:
            warned.add(folder)
            if problem := read_sources(folder).problem:
                yield UnreadableArticle(str(folder / SOURCES), problem)


def _unique(id: str, taken: set[str]) -> str:
    candidate, number = id, 2
    while candidate in taken:
        candidate, number = f"{id}-{number}", number + 1
    taken.add(candidate)
    return candidate


def _files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str | UnreadableArticle]:
    seen: set[str] = set()
    for path in paths:
        name = os.fspath(path)
        if name != "-" and Path(name).is_dir():
            yield from _folder(name, seen)
        elif (real := os.path.realpath(name) if name != "-" else name) not in seen:
            seen.add(real)
            yield name


def _folder(name: str, seen: set[str]) -> Iterator[str | UnreadableArticle]:
    problems: list[UnreadableArticle] = []

    def note(error: OSError) -> None:
        problems.append(UnreadableArticle(str(error.filename), _reason(error)))

    for folder, below, files in os.walk(name, onerror=note):
        below[:] = sorted(entry for entry in below if not entry.startswith((".", "__")))
        for file in sorted(files):
            path = Path(folder, file)
            if file.startswith(".") or path.suffix.lower() in _BESIDE:
                continue
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield str(path)
    yield from problems
