"""What all our own widgets share: lines made of (text, ink) pieces, drawn in the theme's colours by the Line API."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from nkreader.app.widgets.inks import ink_style

Piece = tuple[str, str]
"""Text and the inks it is drawn in, by name, separated by blanks: `("May 9", "right strong")`; see `inks`."""

Line = list[Piece]
"""One line on the screen."""

CLICK = "click:"
"""An ink that begins so draws nothing: it makes the piece call a command when it is clicked."""


class Painted(ScrollView, inherit_bindings=False):
    """A widget that draws lines of pieces. Subclasses say what stands in line `y` of their content."""

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._ink_styles: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._ink_styles.clear()
        self.styles_changed()

    def styles_changed(self) -> None:
        """Forget what was drawn in the former colours."""

    def ink(self, names: str) -> Style:
        """The style of some inks together, on this widget's own."""
        style = self._ink_styles.get(names)
        if style is None:
            style = self.rich_style
            for name in names.split():
                if name.startswith(CLICK):
                    style += Style.from_meta({"@click": f"app.command('{name.removeprefix(CLICK)}')"})
                else:
                    style += ink_style(self.app, name)
            self._ink_styles[names] = style
        return style

    def strip(self, line: Iterable[Piece], width: int, under: str = "") -> Strip:
        """The line as Textual draws it, cut or filled to a width in cells; `under` inks the whole line."""
        segments = [Segment(text, self.ink(f"{names} {under}" if under else names)) for text, names in line if text]
        return Strip(segments).adjust_cell_length(width, self.ink(under))
