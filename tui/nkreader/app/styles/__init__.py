"""The style sheets of the app and its screens, and how they are parsed."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class OnceParsed(Stylesheet):
    """A style sheet that parses each of its sources once for each theme.

    Textual's own starts from nothing whenever it is asked to follow its variables, which it is twice before the first
    picture and again for every screen with styles of its own.
    """

    def set_variables(self, variables: dict[str, str]) -> None:
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        self.parse()
