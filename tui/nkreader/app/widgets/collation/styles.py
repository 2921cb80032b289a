"""The comparison's own styles: every kind of change has a colour and, for terminals without, an attribute or a sign.

Sides are blue and orange (`$nk-left`, `$nk-right`); the kinds of changed facts have a hue of their own each.
"""

from nkreader.compare.model import FACT_KINDS, ChangeKind
from nkreader.report.colours import DARK, LIGHT, Palette

COMPONENTS = {
    f"collation--{name}"
    for name in (
        *("left", "right", "left-fact", "right-fact", "fact", "quotation", "form-only", "current", "sign", "caret"),
        *("number", "date", "name", "negation", "hedge", "wording", "grammar", "added", "dropped"),
        *("muted", "label", "heading", "header", "rule", "fold", "moved", "hit", "selected"),
        *("cursor", "cursor-blurred", "cursor-row", "thumb", "track"),
    )
}


def _kinds(palette: Palette) -> str:
    """The colours of the kinds of changed facts, as rules."""
    kinds = (kind for kind in ChangeKind if kind in FACT_KINDS)
    return "\n".join(f".collation--{kind} {{ color: {getattr(palette, kind)}; }}" for kind in kinds)


COLLATION_CSS = f"""
Collation {{
    width: 1fr;
    height: 1fr;
    background: $background;
    color: $foreground;
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-size: 0 0;

    .collation--left {{ color: $nk-left; }}
    .collation--right {{ color: $nk-right; }}
    .collation--left-fact {{ background: $nk-left 22%; }}
    .collation--right-fact {{ background: $nk-right 22%; }}
    .collation--fact {{ text-style: bold underline; }}
    {_kinds(DARK)}
    .collation--added, .collation--dropped {{ text-style: underline; }}
    .collation--grammar {{ text-style: italic; }}
    .collation--form-only {{ text-style: italic; }}
    .collation--quotation {{ text-style: italic underline; }}
    .collation--sign {{ text-style: bold; }}
    .collation--caret {{ text-style: bold not underline; }}
    .collation--current {{ text-style: bold reverse; }}
    .collation--muted {{ color: $nk-muted; text-style: $nk-dim-style; }}
    .collation--label {{ color: $nk-muted; text-style: italic; }}
    .collation--heading {{ text-style: bold; }}
    .collation--header {{ background: $nk-raised; }}
    .collation--rule {{ color: $nk-rule; text-style: $nk-dim-style; }}
    .collation--fold {{ text-style: italic; }}
    .collation--moved {{ color: $nk-muted; text-style: italic; }}
    .collation--hit {{ color: $nk-hit-ink; background: $nk-hit; text-style: bold; }}
    .collation--selected {{ color: $screen-selection-foreground; background: $screen-selection-background; }}
    .collation--cursor {{ color: $foreground; }}
    .collation--cursor-blurred {{ color: $nk-rule; text-style: $nk-dim-style; }}
    .collation--cursor-row {{ background: $nk-cursor 55%; }}
    .collation--thumb {{ color: $foreground 60%; }}
    .collation--track {{ color: $nk-rule; }}

    &:light {{
        {_kinds(LIGHT)}
    }}

    &:ansi {{
        .collation--left-fact {{ background: transparent; }}
        .collation--right-fact {{ background: transparent; }}
        .collation--number {{ color: ansi_bright_yellow; }}
        .collation--date {{ color: ansi_cyan; }}
        .collation--name {{ color: ansi_magenta; }}
        .collation--negation {{ color: ansi_red; }}
        .collation--hedge {{ color: ansi_bright_magenta; }}
        .collation--cursor {{ color: ansi_bright_blue; }}
        .collation--cursor-row {{ background: transparent; }}
        .collation--thumb {{ color: ansi_default; }}
        .collation--track {{ text-style: dim; }}
        .collation--label, .collation--moved {{ text-style: italic dim; }}
    }}

    &:nocolor {{
        .collation--wording {{ text-style: underline; }}
        .collation--hit {{ text-style: reverse; }}
        .collation--selected {{ text-style: reverse; }}
    }}
}}
"""
