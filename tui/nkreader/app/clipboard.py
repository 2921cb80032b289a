"""Putting text on the clipboard, and saying which way it went."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence

SECONDS = 2.0
"""How long tmux or a clipboard tool may take to accept the text."""

LOCAL_TOOLS: tuple[tuple[str | None, tuple[str, ...]], ...] = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    (None, ("pbcopy",)),
)
"""Tools that own a clipboard, each with the variable that says its display is there; the first that takes it is it."""


def copied(text: str, terminal_copy: Callable[[str], None]) -> str:
    """Copy every way there is, and return in words how much was copied and which way it went.

    The terminal is asked by OSC 52 and never answers. tmux drops that by default, so inside tmux its own buffer is
    loaded, which passes the text on to the terminal (`-w`). A local tool is the one way that is sure to have worked,
    but in a session from another machine it would fill the clipboard over there.
    """
    terminal_copy(text)
    ways = []
    inside_tmux = bool(os.environ.get("TMUX"))
    if inside_tmux and _took(("tmux", "load-buffer", "-w", "-"), text):
        ways.append("tmux")
    if (tool := _local_tool(text)) is not None:
        ways.append(tool)
    amount = _amount(text)
    if ways:
        return f"copied {amount} by {' and '.join(ways)}"
    if inside_tmux:
        return f"{amount} sent by OSC 52, which tmux may have dropped"
    return f"copied {amount} by OSC 52 (the terminal)"


def _local_tool(text: str) -> str | None:
    """The tool that took the text, None where there is none or the session is on another machine."""
    if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"):
        return None
    for display, command in LOCAL_TOOLS:
        if (display is None or os.environ.get(display)) and _took(command, text):
            return command[0]
    return None


def _took(command: Sequence[str], text: str) -> bool:
    if shutil.which(command[0]) is None:
        return False
    try:
        subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            check=True,
            timeout=SECONDS,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def _amount(text: str) -> str:
    count = len(text.split())
    return f"{count:,} word{'s' * (count != 1)}"
