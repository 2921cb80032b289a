"""The reader opened on the given pile, with its workers waited for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from app.driving import Opening, settle
from app.pile import Pile
from nkreader.app.app import Reader
from nkreader.store import UserData


@pytest.fixture
def user(tmp_path: Path) -> UserData:
    """An empty store of its own."""
    return UserData(tmp_path / "user.sqlite3")


@pytest.fixture
def opened(user: UserData, monkeypatch: pytest.MonkeyPatch) -> Opening:
    """Opens the reader on the given pile at a size: `async with opened((80, 24)) as pilot`."""
    monkeypatch.setattr("nkreader.opening.open_library", lambda *_: Pile())
    monkeypatch.setattr("nkreader.app.clipboard.LOCAL_TOOLS", ())

    @asynccontextmanager
    async def opening(size: tuple[int, int] = (120, 36), store: UserData | None = None) -> AsyncIterator[Pilot[None]]:
        reader = Reader(["pile"], user if store is None else store)
        async with reader.run_test(size=size) as pilot:
            await settle(pilot)
            yield pilot

    return opening
