"""Pictures of every view at two sizes and of the pages over them. A change in one is a change somebody sees."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from app.driving import press, settle
from app.pile import Pile
from nkreader.app.app import Reader
from nkreader.store import UserData

WIDE, SMALL = (120, 32), (40, 12)

VIEWS = {
    "sources": (),
    "read": ("j", "2", "j", "t"),
    "compare": ("c", "}"),
    "claims": ("4", "l"),
}

PAGES = {
    "search": ("/", *"from"),
    "help": ("?",),
    "origin": ("o",),
    "facts": ("c", "L"),
    "correct": ("i",),
    "voices": ("4", "l", "l", "l", "l", "enter"),
    "hostile": ("G", "enter"),
    "palette": ("ctrl+p", *"theme"),
}


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setattr("nkreader.opening.open_library", lambda *_: Pile())
    return Reader(["pile"], UserData(tmp_path / "user.sqlite3"))


def pressing(*keys: str) -> Callable[[Any], Awaitable[None]]:
    """Presses keys once the library is there, and stops the cursors of inputs from blinking."""

    async def run(pilot: Any) -> None:
        from textual.widgets import Input

        await settle(pilot)
        await press(pilot, *keys)
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False
        await settle(pilot)

    return run


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["wide", "small"])
@pytest.mark.parametrize("view", VIEWS)
def test_view(view: str, size: tuple[int, int], reader: Reader, snap_compare: Any) -> None:
    assert snap_compare(reader, terminal_size=size, run_before=pressing(*VIEWS[view]))


@pytest.mark.parametrize("page", PAGES)
def test_page_over_a_view(page: str, reader: Reader, snap_compare: Any) -> None:
    assert snap_compare(reader, terminal_size=(100, 30), run_before=pressing(*PAGES[page]))


@pytest.mark.parametrize("theme", ["nk-light", "nk-contrast", "nk-terminal"])
def test_theme(theme: str, reader: Reader, snap_compare: Any) -> None:
    reader.theme = theme
    assert snap_compare(reader, terminal_size=(100, 30), run_before=pressing("c", "}"))
