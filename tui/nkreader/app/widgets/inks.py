"""The inks our own widgets draw with, made from the theme's variables.

They are no component classes of a style sheet on purpose: Textual would match every one of them against all rules for
every widget whenever styles are applied, which was a quarter of the time to the first picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.style import Style
from textual.color import Color

from nkreader.app.themes import VARIABLE_DEFAULTS

if TYPE_CHECKING:
    from textual.app import App


class Ink(NamedTuple):
    """Colours and attributes; `$name` stands for a variable of the theme."""

    colour: str = ""
    ground: str = ""
    attributes: str = ""


INKS: Mapping[str, Ink] = {
    "muted": Ink("$nk-muted", "", "$nk-dim-style"),
    "strong": Ink(attributes="bold"),
    "italic": Ink(attributes="italic"),
    "left": Ink("$nk-left"),
    "right": Ink("$nk-right"),
    "rule": Ink("$nk-rule", "", "$nk-dim-style"),
    "cursor": Ink("", "$nk-cursor", "$nk-cursor-style"),
    "cursor-blurred": Ink("", "$nk-raised"),
    "hit": Ink("$nk-hit-ink", "$nk-hit", "bold"),
    "here": Ink("", "$nk-raised"),
    "tortured": Ink("$nk-right", "", "underline"),
    "claim": Ink(attributes="bold"),
    "raised": Ink("", "$nk-raised"),
    "tab": Ink("$nk-muted"),
    "tab-active": Ink("$nk-left", "$background", "bold"),
    "key": Ink("$nk-left", "", "bold"),
}

WITHOUT_COLOUR: Mapping[str, Ink] = {
    "cursor": Ink("", "$nk-cursor", "reverse"),
    "hit": Ink("$nk-hit-ink", "$nk-hit", "reverse"),
    "tab-active": Ink("$nk-left", "$background", "bold underline"),
}
"""What these are where `NO_COLOR` asks for greys."""

ON_THE_TERMINALS_OWN: Mapping[str, Ink] = {"cursor": Ink("ansi_default", "$nk-cursor", "$nk-cursor-style")}
"""What these are in the theme of the terminal's own colours: what is reversed must not be tinted too."""

_kept: dict[tuple[str, bool], dict[str, Style]] = {}


def ink_style(app: App[Any], name: str) -> Style:
    """How an ink is drawn in the app's theme, as an overlay. Raises KeyError where there is no such ink."""
    key = (app.theme, app.no_color)
    styles = _kept.get(key)
    if styles is None:
        styles = _kept[key] = _styles(app)
    return styles[name]


def _styles(app: App[Any]) -> dict[str, Style]:
    inks = dict(INKS)
    if app.native_ansi_color:
        inks |= ON_THE_TERMINALS_OWN
    if app.no_color:
        inks |= WITHOUT_COLOUR
    variables = {**VARIABLE_DEFAULTS, **app.get_css_variables()}
    return {name: _style(ink, variables) for name, ink in inks.items()}


def _style(ink: Ink, variables: Mapping[str, str]) -> Style:
    def value(words: str) -> str:
        return variables[words[1:]] if words.startswith("$") else words

    attributes = set(value(ink.attributes).split()) - {"none"}
    return Style(
        color=Color.parse(value(ink.colour)).rich_color if ink.colour else None,
        bgcolor=Color.parse(value(ink.ground)).rich_color if ink.ground else None,
        bold=True if "bold" in attributes else None,
        italic=True if "italic" in attributes else None,
        underline=True if "underline" in attributes else None,
        reverse=True if "reverse" in attributes else None,
        dim=True if "dim" in attributes else None,
    )
