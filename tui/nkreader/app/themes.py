"""The reader's themes: dark, light, high contrast, and the terminal's own colours.

One accent: blue is the original and the left side, orange is what departs from it. Nothing is said by colour alone.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict

from textual.theme import Theme

from nkreader.report.colours import DARK, LIGHT, Palette

DEFAULT = "nk-dark"
TERMINALS_OWN = "nk-terminal"


def _theme(
    name: str,
    *,
    dark: bool,
    back: str,
    raised: str,
    cursor: str,
    ink: str,
    muted: str,
    rule: str,
    left: str,
    right: str,
) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=left,
        secondary=right,
        accent=left,
        warning=right,
        error=right,
        success=left,
        foreground=ink,
        background=back,
        surface=back,
        panel=raised,
        variables={
            "nk-left": left,
            "nk-right": right,
            "nk-muted": muted,
            "nk-rule": rule,
            "nk-raised": raised,
            "nk-cursor": cursor,
            "nk-dim-style": "none",
            "nk-cursor-style": "none",
            "nk-hit": right,
            "nk-hit-ink": back,
            "scrollbar": rule,
            "scrollbar-hover": muted,
            "scrollbar-active": left,
            "scrollbar-background": back,
            "scrollbar-background-hover": back,
            "scrollbar-background-active": back,
            "scrollbar-corner-color": back,
            "border": left,
            "border-blurred": rule,
            "block-cursor-background": cursor,
            "block-cursor-foreground": ink,
            "input-selection-background": cursor,
            "screen-selection-background": cursor,
        },
    )


def _colours(palette: Palette) -> dict[str, str]:
    """Those of a palette's colours that a theme is made of; the kinds' own stand in the comparison's style sheet."""
    kinds = {"number", "date", "name", "negation", "hedge"}
    return {name: colour for name, colour in asdict(palette).items() if name not in kinds}


_ANSI_VARIABLES = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "nk-left": "ansi_blue",
    "nk-right": "ansi_yellow",
    "nk-muted": "ansi_default",
    "nk-rule": "ansi_bright_black",
    "nk-raised": "ansi_default",
    "nk-cursor": "ansi_default",
    "nk-dim-style": "dim",
    "nk-cursor-style": "reverse",
    "nk-hit": "ansi_yellow",
    "nk-hit-ink": "ansi_black",
    "scrollbar-background": "ansi_default",
    "scrollbar-background-hover": "ansi_default",
    "scrollbar-background-active": "ansi_default",
    "border": "ansi_blue",
    "border-blurred": "ansi_bright_black",
    "scrollbar": "ansi_bright_black",
}

THEMES: tuple[Theme, ...] = (
    _theme(
        "nk-dark",
        dark=True,
        **_colours(DARK),
    ),
    _theme(
        "nk-light",
        dark=False,
        **_colours(LIGHT),
    ),
    _theme(
        "nk-contrast",
        dark=True,
        back="#000000",
        raised="#000000",
        cursor="#00408a",
        ink="#ffffff",
        muted="#d0d0d0",
        rule="#9a9a9a",
        left="#66c2ff",
        right="#ffb000",
    ),
    Theme(
        name=TERMINALS_OWN,
        ansi=True,
        primary="ansi_blue",
        secondary="ansi_yellow",
        accent="ansi_blue",
        warning="ansi_yellow",
        error="ansi_yellow",
        success="ansi_blue",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        variables=_ANSI_VARIABLES,
    ),
)

NAMES = tuple(theme.name for theme in THEMES)


def fitting(kept: object, known: Collection[str], colours: str | None) -> str:
    """The theme to open with: the one that was kept, if it is known. On a terminal of 16 colours it is the terminal's
    own: the blue and the orange of the others both come out white there. `colours` is what Rich calls its colours.
    """
    if colours == "standard":
        return TERMINALS_OWN
    return kept if isinstance(kept, str) and kept in known else DEFAULT


VARIABLE_DEFAULTS = dict(THEMES[0].variables)
"""What a theme that is not ours takes the reader's own colours from."""
