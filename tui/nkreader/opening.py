"""Opening: the articles of files and folders become a library, the first of a large pile at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from os import PathLike
from typing import TYPE_CHECKING, TypeVar

from nkreader.articles.ahead import ReadAhead
from nkreader.articles.cards import Card
from nkreader.articles.folders import files
from nkreader.articles.read import UnreadableArticle, read_each
from nkreader.data import data_path
from nkreader.library import Library
from nkreader.model import Article
from nkreader.workers import Workers

if TYPE_CHECKING:
    from nkreader.analysis import Progress
    from nkreader.store import Cache, UserData

Item = TypeVar("Item", Article, Card)

FIRST_SHOWN = 60
"""Articles that are handed on while the rest of a large pile is still being read: a screenful."""


def open_library(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]] = (),
    progress: Progress | None = None,
    user: UserData | None = None,
    cache: Cache | None = None,
    begun: Callable[[Library], object] | None = None,
) -> Library:
    """The articles of files, folders (read recursively) and `-` (standard input); the sample library if none is named.

    What cannot be read is in `Library.problems`. Corrections the user made, and what the user says of families, are
    applied where `user` is given. With a `cache`, what was computed of the same content before is not computed again,
    and texts are in memory only while they are needed. Of a large pile, `begun` is given the first articles as soon as
    they are there, a library of their own.
    """
    if isinstance(paths, str | PathLike):
        paths = [paths]
    places = [str(path) for path in paths] or [str(data_path("sample"))]
    found = list(files(places))
    named = [file for file in found if isinstance(file, str)]
    problems: list[UnreadableArticle] = []
    with Workers() as workers:
        if cache is None or not cache.usable:
            read = _readable(read_each(found, ReadAhead(named, workers)), problems, len(named), progress)
            return Library(_begun(read, lambda articles: Library(articles, user=user), begun), problems, cache, user)
        from nkreader.store.reading import KeptReader
        from nkreader.store.shelf import KeptShelf
        from nkreader.store.texts import Texts

        texts = Texts(cache)
        kept = _readable(read_each(found, KeptReader(named, cache, texts, workers)), problems, len(named), progress)
        cards = _begun(kept, lambda cards: Library(KeptShelf(cards, texts), user=user), begun)
        return Library(KeptShelf(cards, texts), problems, cache, user, places)


def _readable(
    read: Iterable[Item | UnreadableArticle],
    problems: list[UnreadableArticle],
    files: int,
    progress: Progress | None,
) -> Iterator[Item]:
    """What was read; what could not be is put to the problems."""
    for number, item in enumerate(read, 1):
        if progress:
            progress("reading", number, files if number <= files else 0)  # a file may hold many
        if isinstance(item, UnreadableArticle):
            problems.append(item)
        else:
            yield item


def _begun(
    read: Iterator[Item], library: Callable[[list[Item]], Library], begun: Callable[[Library], object] | None
) -> list[Item]:
    """All that is read; the first of it is handed on as a library as soon as it is there, if there is more."""
    first = list(islice(read, FIRST_SHOWN))
    more = next(read, None)
    if more is None:
        return first
    if begun is not None:
        begun(library(first))
    first.append(more)
    first += read
    return first
