"""Files read on another day: the cards of what stands in them, out of the cache."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import msgspec

from nkreader.articles.cards import Card, card_of
from nkreader.articles.read import UnreadableArticle, read_file
from nkreader.articles.sources import NAME as SOURCES
from nkreader.model import Article
from nkreader.store.cache import Cache
from nkreader.store.keep import BROKEN
from nkreader.store.texts import Texts, packed
from nkreader.workers import Workers

FIRST, AT_ONCE = 64, 1024
"""Files looked up, read and written to the cache together; of a folder's first ones fewer, to show them soon."""

FILES_AT_ONCE, FEWEST_FILES = 32, 300
"""Files handed to a process at a time, and files from which it pays to do so."""


class FileContent(msgspec.Struct, frozen=True, array_like=True):
    """What one file held. Paths are what stands behind the file's own: empty, or an archive's `!member`."""

    cards: list[Card]
    problems: list[tuple[int, str, str]]
    """Of what gave no article: its place among the articles, its path and the reason."""


Found = list[Card | UnreadableArticle]
"""What one file gives: the cards of its articles, and what is wrong with the rest."""

_decoded: Callable[[bytes], FileContent] = msgspec.json.Decoder(FileContent).decode


class KeptReader:
    """Reads files as `read_file` does, but keeps their texts and gives their cards; those read before, from the cache.

    A file is known by its path, size and time of change, and by the time of the `sources.toml` beside it. Files are
    best asked for in the order in which they are named here.
    """

    def __init__(self, files: Sequence[str], cache: Cache, texts: Texts, workers: Workers) -> None:
        self._files = files
        self._place = {file: number for number, file in enumerate(files)}
        self._cache = cache
        self._texts = texts
        self._workers = workers
        self._sources: dict[str, int] = {}
        self._ready: dict[str, Found] = {}

    def __call__(self, path: str) -> Found:
        """The articles of one file."""
        if path not in self._ready:
            place = self._place.get(path)
            some = (
                [path] if place is None or path == "-" else self._files[place : place + (AT_ONCE if place else FIRST)]
            )
            self._get_ready([other for other in some if other != "-" or path == "-"])  # no process has our input
        return self._ready.pop(path)

    def _get_ready(self, files: Sequence[str]) -> None:
        stamps = {path: stamp for path in files if (stamp := self._stamp(path)) is not None}
        names = {path: os.path.abspath(path) for path in files}  # noqa: PTH100
        kept = self._cache.get_files([names[path] for path in stamps])
        for path, stamp in stamps.items():
            known, cards = kept.get(names[path], ("", b""))
            if known == stamp:
                with suppress(*BROKEN):
                    self._ready[path] = _listed(_decoded(cards), path)
        unknown = [path for path in files if path not in self._ready]
        new: dict[str, tuple[str, bytes]] = {}
        for path, (found, texts) in zip(
            unknown, self._workers.map(read_and_pack, unknown, FILES_AT_ONCE, FEWEST_FILES), strict=True
        ):
            self._ready[path] = found
            self._texts.put(texts)
            if path in stamps and texts:
                # Lone surrogates are no UTF-8; such a file is read anew each time.
                with suppress(UnicodeEncodeError):
                    new[names[path]] = (stamps[path], msgspec.json.encode(_content(found, path)))
        self._cache.put_files(new)  # after the texts: what is known is there

    def _stamp(self, path: str) -> str | None:
        """What a file looks like from outside, None where it is no file."""
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
        return f"{status.st_size} {status.st_mtime_ns} {self._sources[folder]}"


def read_and_pack(paths: Sequence[str]) -> list[tuple[Found, dict[str, bytes]]]:
    """What each file gives, and the texts of its articles, packed, by digest."""
    read = []
    for path in paths:
        texts: dict[str, bytes] = {}
        found: Found = []
        for item in read_file(path):
            if isinstance(item, Article):
                texts[item.digest] = packed(item.text)
                found.append(card_of(item))
            else:
                found.append(item)
        read.append((found, texts))
    return read


def _content(found: Found, path: str) -> FileContent:
    cards = [replace(item, path=(item.path or "")[len(path) :]) for item in found if isinstance(item, Card)]
    problems = [
        (place, item.path[len(path) :], item.reason)
        for place, item in enumerate(found)
        if isinstance(item, UnreadableArticle)
    ]
    return FileContent(cards, problems)


def _listed(content: FileContent, path: str) -> Found:
    found: Found = [replace(card, path=f"{path}{card.path or ''}") for card in content.cards]
    for place, member, reason in content.problems:
        found.insert(place, UnreadableArticle(f"{path}{member}", reason))
    return found
