"""Files and folders into articles. What cannot be read is handed on with its reason; the rest is read all the same."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from nkreader.articles.cards import Card
from nkreader.articles.draft import Draft, Flaw
from nkreader.articles.folders import files
from nkreader.articles.formats import reader_of
from nkreader.articles.packed import LARGEST_FILE, Part, parts
from nkreader.articles.plain import article_from_text
from nkreader.articles.sources import NAME as SOURCES
from nkreader.articles.sources import read_sources
from nkreader.model import Article

Item = TypeVar("Item", Article, Card)

# Of a file's bad records so many are named one by one; of a table that has another shape throughout, all would be.
_NAMED_FLAWS = 20


class UnreadableArticle(Exception):
    """A path that gave no article, and why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[UnreadableArticle], tuple[str, str]]:
        return type(self), (self.path, self.reason)


def read_article(path: str | os.PathLike[str]) -> Article:
    """The article of a file that holds one (`-`: standard input). Raises UnreadableArticle."""
    found = read_file(path)
    articles = [item for item in found if isinstance(item, Article)]
    if len(articles) > 1:
        reason = f"it holds {len(articles):,} articles; open it as a library to have them by their ids"
        raise UnreadableArticle(os.fspath(path), reason)
    if not articles:
        raise next(item for item in found if isinstance(item, UnreadableArticle))
    return articles[0]


def read_file(path: str | os.PathLike[str]) -> list[Article | UnreadableArticle]:
    """The articles of a file, in its order, each with the file's stem for an id; never empty.

    Where the file, a member of an archive or a record gives no article, the UnreadableArticle that says why stands in
    its place. The path of an archive's member is `archive.zip!member.txt`.
    """
    name = os.fspath(path)
    try:
        if name == "-":
            return _from_parts(name, [Part("stdin", None, sys.stdin.buffer.read())])
        status = os.stat(name)  # noqa: PTH116  # called for each of 100,000 files, and so is what follows
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableArticle(name, "it is a folder")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableArticle(name, "it is no regular file")
        if status.st_size > LARGEST_FILE:
            raise UnreadableArticle(name, f"it is larger than {LARGEST_FILE >> 20} MiB")
        with open(name, "rb") as file:  # noqa: PTH123
            data = file.read()
        if not data.strip():
            raise UnreadableArticle(name, "it is empty")
        folder, base = os.path.split(name)
        found = _from_parts(name, parts(base, data))
    except UnreadableArticle as error:
        return [error]
    except ValueError as error:
        return [UnreadableArticle(name, str(error))]
    except OSError as error:
        return [UnreadableArticle(name, _reason(error))]
    return _with_sources(found, name, folder or ".", base)


def _from_parts(name: str, unpacked: Iterable[Part | Flaw]) -> list[Article | UnreadableArticle]:
    found: list[Article | UnreadableArticle] = []
    for part in unpacked:
        if isinstance(part, Flaw):
            found.append(UnreadableArticle(f"{name}!{part.where}", part.reason))
            continue
        path = name if part.member is None else f"{name}!{part.member}"
        stem, suffix = os.path.splitext(part.name)  # noqa: PTH122
        try:
            found += _from_drafts(path, stem, reader_of(suffix.lower())(part.data))
        except ValueError as error:
            found.append(UnreadableArticle(path, "it is empty" if not part.data.strip() else str(error)))
    return found or [UnreadableArticle(name, "it holds no article")]


def _from_drafts(path: str, id: str, drafts: Iterable[Draft | Flaw]) -> list[Article | UnreadableArticle]:
    found: list[Article | UnreadableArticle] = []
    flaws = 0
    for draft in drafts:
        if isinstance(draft, Flaw):
            flaws += 1
            if flaws <= _NAMED_FLAWS:
                found.append(UnreadableArticle(path, f"{draft.where}: {draft.reason}"))
        elif not draft.text.strip():
            found.append(UnreadableArticle(path, "it is empty"))
        else:
            article = article_from_text(draft.text, id=id, path=path)
            stated = {key: getattr(draft, key) for key in ("title", "byline", "publisher", "published", "note")}
            found.append(_stated(article, stated))
    if flaws > _NAMED_FLAWS:
        found.append(UnreadableArticle(path, f"{flaws - _NAMED_FLAWS:,} more records of it gave no article"))
    return found or [UnreadableArticle(path, "it holds no article")]


def _with_sources(
    found: list[Article | UnreadableArticle], name: str, folder: str, base: str
) -> list[Article | UnreadableArticle]:
    """The articles with what their owner states of the file, or of an archive's member, in `sources.toml`."""
    sources = read_sources(folder)
    if not sources.tables:
        return found
    several = sum(isinstance(item, Article) for item in found) > 1
    stated: list[Article | UnreadableArticle] = []
    for item in found:
        if isinstance(item, Article):
            member = (item.path or "")[len(name) :]
            fields = (sources.of(base + member) if member else {}) or sources.of(base)
            if several and not member:
                # A title or a note is one article's; a publisher and a date may be those of all in the file.
                fields = {key: value for key, value in fields.items() if key not in ("title", "note")}
            item = _stated(item, fields)
        stated.append(item)
    return stated


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


def read_articles(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Article | UnreadableArticle]:
    """The articles of files, folders (recursively, hidden files left out) and `-`, each file once, ids made unique.

    Where a path gives no article, the UnreadableArticle that says why stands in its place.
    """
    return read_each(files(paths), read_file)


def read_each(
    found: Iterable[str | OSError], read: Callable[[str], Iterable[Item | UnreadableArticle]]
) -> Iterator[Item | UnreadableArticle]:
    """What `read` gives for each file found, articles or their cards, with ids made unique."""
    taken: dict[str, int] = {}
    warned: set[str] = set()
    for file in found:
        if isinstance(file, OSError):
            yield UnreadableArticle(str(file.filename), _reason(file))
            continue
        for item in read(file):
            if isinstance(item, UnreadableArticle):
                yield item
                continue
            id = _unique(item.id, taken)
            yield item if id == item.id else replace(item, id=id)
        folder = os.path.dirname(file)  # noqa: PTH120
        if file != "-" and folder not in warned:
            warned.add(folder)
            if problem := read_sources(folder or ".").problem:
                yield UnreadableArticle(str(Path(folder, SOURCES)), problem)


def _unique(id: str, taken: dict[str, int]) -> str:
    """The id, or with the first number from 2 on that makes it one of its own. `taken`: id -> the number to try."""
    if id not in taken:
        taken[id] = 2
        return id
    number = taken[id]
    while f"{id}-{number}" in taken:
        number += 1
    taken[id] = number + 1
    taken[f"{id}-{number}"] = 2
    return f"{id}-{number}"
