"""Asking how far into the comparison to go, in per cent."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from nkreader.app.screens.base import OverPage, titled


class PercentScreen(OverPage[float]):
    """The prompt. Gives back a share of the whole, 0 to 100, or nothing."""

    def compose(self) -> ComposeResult:
        with titled(Vertical(id="dialog"), "Go to per cent"):
            yield Input(id="percent", compact=True, max_length=6, restrict=r"[0-9.,]*%?")
            yield Label(Content("Enter goes there, Esc stays here"), id="problem")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def go(self) -> None:
        """Go there, unless what was typed is no number."""
        typed = self.query_one(Input).value.rstrip("%").replace(",", ".")
        if not typed:
            self.dismiss(None)
            return
        try:
            self.dismiss(min(100.0, float(typed)))
        except ValueError:
            self.query_one("#problem", Label).update(Content(f"{typed!r} is not a number"))
