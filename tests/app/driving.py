"""Driving the reader in tests: keys pressed and followed to their end, workers awaited, never a sleep."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from textual.pilot import Pilot

Opening = Callable[..., AbstractAsyncContextManager[Pilot[None]]]
"""Opens the reader at a size: `async with opened((80, 24)) as pilot`."""


async def settle(pilot: Pilot[None]) -> None:
    """Wait until no worker runs and every message has been dealt with."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, each followed to its end."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
