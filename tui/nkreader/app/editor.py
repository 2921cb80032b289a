"""Opening an article's file in the user's editor."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

LINE_EDITORS = frozenset({"vi", "vim", "nvim", "nano", "emacs", "emacsclient", "kak", "micro", "joe", "ed", "mg", "ne"})
"""Editors that take `+LINE` before the file's name."""


def editor_command(path: str, line: int) -> list[str] | None:
    """The command that opens a file at a line (counted from 1), None where neither $VISUAL nor $EDITOR is set."""
    wish = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not wish or not wish.strip():
        return None
    command = shlex.split(wish)
    if Path(command[0]).name in LINE_EDITORS:
        command.append(f"+{line}")
    return [*command, path]


def edit(command: list[str]) -> str | None:
    """Run the editor to its end; what went wrong, in words, or None."""
    try:
        status = subprocess.run(command, check=False).returncode
    except OSError as error:
        return f"{command[0]} could not be started: {error.strerror or error}"
    return f"{command[0]} ended with status {status}" if status else None
