"""Starting the reader from the command line."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence

TERMINAL = "/dev/tty"
"""Where keys come from when an article comes through standard input."""


def run(paths: Sequence[str]) -> int:
    """Open the reader on these paths (none: the sample library); the exit status."""
    gc.disable()  # until the first picture: looking through half-loaded modules for garbage takes a tenth of that time
    from nkreader.app.app import Reader

    if "-" in paths and not sys.stdin.isatty():
        _part_article_from_keys()
    reader = Reader(list(paths))
    reader.run()
    return reader.return_code or 0


class _Kept(io.BytesIO):
    """What came through the pipe: read whole each time, so that reading the files again finds it again."""

    def read(self, size: int | None = -1) -> bytes:
        self.seek(0)
        return super().read(size)


def _part_article_from_keys() -> None:
    """Take in the piped article and give its place to the terminal, so that keys can be read.

    Raises OSError where there is no terminal.
    """
    article = sys.stdin.buffer.read()
    terminal = os.open(TERMINAL, os.O_RDONLY)
    os.dup2(terminal, 0)
    os.close(terminal)
    sys.stdin = io.TextIOWrapper(_Kept(article), encoding="utf-8", errors="surrogateescape")
