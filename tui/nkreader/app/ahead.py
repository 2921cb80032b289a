"""Keys pressed before what they are meant for is there: none is lost, and none reaches the wrong page."""

from __future__ import annotations

import asyncio
from weakref import WeakKeyDictionary

from textual import events
from textual.app import App
from textual.screen import Screen
from textual.widgets import Input

from nkreader.app.screens.base import OverPage

SECONDS_BETWEEN_LOOKS = 0.005
"""A page is there after some hundredths of a second."""


class Ahead(App[None]):
    """The part of the app that keeps keys in order while a page is being opened.

    Textual hands a key to what has the focus when the key arrives, and to the bindings of the screen on top when it has
    come back from there: of keys pressed in one go after one that opens a page, the first part goes to the old page.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pressed_on: WeakKeyDictionary[events.Key, Screen[object]] = WeakKeyDictionary()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self._arrived()
            self._pressed_on[event] = self.screen
        await super().on_event(event)

    async def on_key(self, event: events.Key) -> None:
        """A key that comes back from a page which is no longer on top is typed where text is asked for now, or answers
        the page that asks for a letter.

        Where neither is, it calls its command as every key does that comes back: handing it on would let later keys
        pass.
        """
        await self._arrived()
        if self._pressed_on.pop(event, self.screen) is self.screen:
            return
        if isinstance(self.focused, Input):
            event.prevent_default()
            again = events.Key(event.key, event.character)
            self._pressed_on[again] = self.screen
            self.focused._forward_event(again)
        elif isinstance(self.screen, OverPage) and self.screen.answer(event.key):
            event.prevent_default()

    async def _arrived(self) -> None:
        """Wait until the page on top can be asked for its parts."""
        while self.is_running and not self.screen.is_mounted:
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
