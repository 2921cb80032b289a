"""Starting the reader from the command line."""

from __future__ import annotations

from collections.abc import Sequence


def run(paths: Sequence[str]) -> int:
    """Open the reader on these paths (none: the sample library); the exit status."""
    from nkreader.app.app import Reader

    reader = Reader(list(paths))
    reader.run()
    return reader.return_code or 0
