"""Files of a large folder, read by several processes ahead of whoever asks for them one by one."""

from __future__ import annotations

from collections.abc import Sequence

from nkreader.articles.read import UnreadableArticle, read_file
from nkreader.model import Article
from nkreader.workers import FEWEST, Workers

AHEAD = 1024
"""Files read at a time."""
AT_ONCE = 32
"""Files handed to a process at a time."""

Read = list[Article | UnreadableArticle]


def read_files(paths: Sequence[str]) -> list[Read]:
    """What `read_file` gives for each path."""
    return [read_file(path) for path in paths]


class ReadAhead:
    """Reads files as `read_file` does, best asked in the order in which they are named here."""

    def __init__(self, files: Sequence[str], workers: Workers) -> None:
        self._files = files
        self._place = {file: number for number, file in enumerate(files) if file != "-"}
        self._workers = workers
        self._ready: dict[str, Read] = {}

    def __call__(self, path: str) -> Read:
        """The articles of one file."""
        place = self._place.get(path)
        if place is None or len(self._files) < FEWEST:
            return read_file(path)
        if path not in self._ready:
            batch = self._files[place : place + AHEAD]
            self._ready = dict(zip(batch, self._workers.map(read_files, batch, AT_ONCE), strict=True))
        return self._ready.pop(path)
