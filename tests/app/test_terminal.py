"""The reader in a real terminal: opened, read and left, with an article from a pipe and keys from the terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

from app.pile import ORIGINAL, SPUN

PATIENCE = 60.0
"""Seconds a busy machine may take to show a screen."""


def _until(terminal: int, words: str, seen: str = "") -> str:
    """Read what the terminal shows until some words come."""
    end = time.monotonic() + PATIENCE
    while words not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 1.0)[0]:
            try:
                seen += os.read(terminal, 65536).decode("utf-8", "replace")
            except OSError:
                break
    assert words in seen, seen[-2000:]
    return seen


def _take_terminal() -> None:
    """Make the terminal on standard output the one that /dev/tty names."""
    fcntl.ioctl(1, termios.TIOCSCTTY, 0)


def test_an_article_from_a_pipe_is_read_with_keys_from_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "courier.txt").write_text(ORIGINAL, encoding="utf-8")
    terminal, inside = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "nkreader", "-", str(tmp_path / "courier.txt")],
        stdin=subprocess.PIPE,
        stdout=inside,
        stderr=inside,
        start_new_session=True,
        preexec_fn=_take_terminal,
        env=os.environ | {"TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"},
    ) as reader:
        os.close(inside)
        assert reader.stdin is not None
        reader.stdin.write(SPUN.encode())
        reader.stdin.close()
        seen = _until(terminal, "2 articles")
        os.write(terminal, b"q")
        _until(terminal, "\x1b[?1049l", seen)
        status = reader.wait(PATIENCE)
    os.close(terminal)
    assert status == 0
