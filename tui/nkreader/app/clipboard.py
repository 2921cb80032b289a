"""Putting text on the clipboard, and saying which way it went."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable

TMUX_SECONDS = 2.0
"""How long tmux may take to accept the text."""


def copied(text: str, terminal_copy: Callable[[str], None]) -> str:
    """Copy, and return what happened in words.

    The terminal is asked by OSC 52. tmux drops that by default, so inside tmux its own buffer is loaded, which also
    passes the text on to the terminal (`-w`).
    """
    terminal_copy(text)
    amount = _amount(text)
    if not os.environ.get("TMUX"):
        return f"copied {amount} (by the terminal)"
    if shutil.which("tmux") is None:
        return f"asked the terminal to copy {amount}; inside tmux it may not have listened"
    try:
        subprocess.run(
            ["tmux", "load-buffer", "-w", "-"],
            input=text.encode("utf-8", "replace"),
            check=True,
            timeout=TMUX_SECONDS,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return f"tmux would not take {amount}; the terminal was asked to copy it"
    return f"copied {amount} (into tmux's buffer and on to the terminal)"


def _amount(text: str) -> str:
    count = len(text.split())
    return f"{count} word{'s' * (count != 1)}"
