"""Results to bytes and back: which kinds are kept, and what each is kept by."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from nkreader.articles.read import UnreadableArticle, read_file
from nkreader.articles.sources import NAME as SOURCES
from nkreader.claims.model import ClaimSet
from nkreader.families.model import Families, Link, LinkKind
from nkreader.model import Article, plain
from nkreader.phrases.model import ArticlePhrases
from nkreader.store.cache import Cache

ARTICLE, LINK, FAMILIES, CLAIMS = "article", "link", "families", "claims"

AT_ONCE = 256
"""Articles written to the cache in one transaction, while a folder is read."""


class Results(msgspec.Struct, frozen=True):
    """Families and the phrases they rest on, of one library."""

    families: Families
    phrases: dict[str, ArticlePhrases]


class FileContent(msgspec.Struct, frozen=True, array_like=True):
    """What one file held. Paths are what stands behind the file's own: empty, or an archive's `!member`."""

    articles: list[Article]
    problems: list[tuple[int, str, str]]
    """Of what gave no article: its place among the articles, its path and the reason."""


class KeptReader:
    """Reads files as `read_file` does, those it has read before out of the cache.

    A file is known by its path, size and time of change, and by the time of the `sources.toml` beside it.
    """

    def __init__(self, cache: Cache, read: Callable[[str], list[Article | UnreadableArticle]] = read_file) -> None:
        self._cache = cache
        self._read = read
        self._new: dict[str, bytes] = {}
        self._decode: Callable[[bytes], FileContent] = msgspec.json.Decoder(FileContent).decode
        self._sources: dict[str, int] = {}

    def __call__(self, path: str) -> list[Article | UnreadableArticle]:
        """The articles of one file."""
        key = self._key(path)
        if key is None:
            return self._read(path)
        kept = self._cache.get(ARTICLE, key)
        if kept is not None:
            with suppress(msgspec.DecodeError):
                return _listed(self._decode(kept), path)
        found = self._read(path)
        if any(isinstance(item, Article) for item in found):
            # Lone surrogates are no UTF-8; such a file is read anew each time.
            with suppress(UnicodeEncodeError):
                self._new[key] = msgspec.json.encode(_content(found, path))
        if len(self._new) >= AT_ONCE:
            self.flush()
        return found

    def flush(self) -> None:
        """Write what was newly read."""
        self._cache.put_many(ARTICLE, self._new)
        self._new = {}

    def _key(self, path: str) -> str | None:
        if path == "-":
            return None
        try:
            status = os.stat(path)  # noqa: PTH116  # called for each of 100,000 files, and so is what follows
        except OSError:
            return None
        folder = os.path.dirname(path)  # noqa: PTH120
        if folder not in self._sources:
            try:
                self._sources[folder] = Path(folder, SOURCES).stat().st_mtime_ns
            except OSError:
                self._sources[folder] = 0
        return f"{os.path.abspath(path)}\0{status.st_size}\0{status.st_mtime_ns}\0{self._sources[folder]}"  # noqa: PTH100


def _content(found: Sequence[Article | UnreadableArticle], path: str) -> tuple[list[dict[str, Any]], list[Any]]:
    articles = [
        {**_fields(item), "path": (item.path or "")[len(path) :]} for item in found if isinstance(item, Article)
    ]
    problems = [
        (place, item.path[len(path) :], item.reason)
        for place, item in enumerate(found)
        if isinstance(item, UnreadableArticle)
    ]
    return articles, problems


def _listed(content: FileContent, path: str) -> list[Article | UnreadableArticle]:
    found: list[Article | UnreadableArticle] = [
        replace(article, path=f"{path}{article.path}") for article in content.articles
    ]
    for place, member, reason in content.problems:
        found.insert(place, UnreadableArticle(f"{path}{member}", reason))
    return found


def library_key(articles: Sequence[Article]) -> str:
    """What all results of a library depend on: every article's id, text and metadata, in order."""
    state = hashlib.sha256()
    for article in articles:
        fields = (article.id, article.digest, article.title, article.byline, article.publisher, article.published)
        state.update(repr((*fields, plain(article.boilerplate))).encode())  # a file's name may be no Unicode
    return state.hexdigest()


def kept(cache: Cache, kind: str, key: str, type: Any) -> Any:
    """A kept result as a record of its type, None where there is none."""
    found = cache.get(kind, key)
    if found is None:
        return None
    try:
        return msgspec.json.decode(found, type=type)
    except msgspec.DecodeError:
        return None


def keep(cache: Cache, kind: str, key: str, result: Results | ClaimSet) -> None:
    """Keep a library's results."""
    with suppress(UnicodeEncodeError):
        cache.put(kind, key, msgspec.json.encode(result))


def pair_key(left: Article, right: Article) -> str:
    """What a link depends on: the two texts, their residue, and which stands left."""
    boilerplate = hashlib.sha256(repr((left.boilerplate, right.boilerplate)).encode()).hexdigest()[:16]
    return f"{left.digest}{right.digest}{boilerplate}"


def kept_links(cache: Cache, pairs: Iterable[tuple[Article, Article]]) -> dict[tuple[str, str], Link | None]:
    """Of pairs compared before: the link that was found, or None where there was none."""
    keys = {pair_key(left, right): (left.id, right.id) for left, right in pairs}
    links: dict[tuple[str, str], Link | None] = {}
    for key, value in cache.get_many(LINK, keys).items():
        a, b = keys[key]
        if value == b"null":
            links[a, b] = None
        else:
            kind, shared_a, shared_b = msgspec.json.decode(value, type=tuple[LinkKind, float, float])
            links[a, b] = Link(a, b, kind, shared_a, shared_b)
    return links


def link_bytes(link: Link | None) -> bytes:
    """A link without the ids, which are the library's."""
    return b"null" if link is None else msgspec.json.encode((link.kind, link.shared_a, link.shared_b))


def _fields(article: Article) -> dict[str, Any]:
    return {
        name: value
        for name in ("id", "text", "path", "title", "byline", "publisher", "published", "note", "boilerplate")
        if (value := getattr(article, name)) is not None
    }
