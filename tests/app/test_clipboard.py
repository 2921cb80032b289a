"""Copying: every way there is, and which of them the reader is told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from nkreader.app import clipboard


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs, the only ones there are; a program made there writes what it is given beside itself."""
    folder = tmp_path / "tools"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def tool(folder: Path, name: str, works: bool = True) -> Path:
    """A program that takes text and where it puts it, or one that fails."""
    taken = folder / f"{name}.taken"
    program = folder / name
    program.write_text(f"#!/bin/sh\n/bin/cat > {taken}\n" if works else "#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    return taken


def test_without_anything_else_the_terminal_is_asked(tools: Path) -> None:
    asked: list[str] = []
    assert clipboard.copied("three grey herons", asked.append) == "copied 3 words by OSC 52 (the terminal)"
    assert asked == ["three grey herons"]


def test_inside_tmux_its_buffer_is_loaded(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = tool(tools, "tmux")
    monkeypatch.setenv("TMUX", "/tmp/tmux-1/default,1,0")
    said = clipboard.copied("grey herons", lambda text: None)
    assert said == "copied 2 words by tmux"
    assert taken.read_text() == "grey herons"


def test_tmux_that_refuses_is_told(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(tools, "tmux", works=False)
    monkeypatch.setenv("TMUX", "/tmp/tmux-1/default,1,0")
    assert "may have dropped" in clipboard.copied("heron", lambda text: None)


@pytest.mark.parametrize(
    ("display", "name"), [("WAYLAND_DISPLAY", "wl-copy"), ("DISPLAY", "xclip"), ("DISPLAY", "xsel"), (None, "pbcopy")]
)
def test_a_local_tool_is_used_and_named(
    tools: Path, monkeypatch: pytest.MonkeyPatch, display: str | None, name: str
) -> None:
    taken = tool(tools, name)
    if display is not None:
        monkeypatch.setenv(display, ":0")
    assert clipboard.copied("Reiher im Nebel – grau", lambda text: None) == f"copied 5 words by {name}"
    assert taken.read_text(encoding="utf-8") == "Reiher im Nebel – grau"


def test_a_tool_that_fails_gives_way_to_the_next(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(tools, "xclip", works=False)
    tool(tools, "xsel")
    monkeypatch.setenv("DISPLAY", ":0")
    assert clipboard.copied("heron", lambda text: None) == "copied 1 word by xsel"


def test_a_session_from_another_machine_does_not_fill_the_clipboard_there(
    tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tool(tools, "xclip")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.2 50000 10.0.0.1 22")
    assert "OSC 52" in clipboard.copied("heron", lambda text: None)
    assert not taken.exists()
