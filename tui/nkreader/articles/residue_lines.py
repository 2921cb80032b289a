"""What kind of residue a whole line is, told by its wording alone.

Wordings of the zone `anywhere` are safe inside an article; those of `head` count only before its first paragraph, those
of `tail` only after its last one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from nkreader.articles.wordings import ANYWHERE, HEAD, TAIL
from nkreader.model import BoilerplateKind

# Nothing longer is a label, a button or a credit.
LONGEST_LINE = 320

# What surrounds a label without changing what it says. A single full stop is none: "share." ends a wrapped paragraph.
_DECORATION = " \t\u00a0*_#>|•·»«→←▶►▸–—:!<[]()†‡✔✓…\u200b\ufeff-"
_TABLES = {"anywhere": ANYWHERE, "head": HEAD, "tail": TAIL}


class LineRule(NamedTuple):
    """A kind of residue and the lines that are it."""

    kind: BoilerplateKind
    pattern: re.Pattern[str]


def expression(wording: str) -> str:
    """A wording as a regular expression: each blank stands for white space."""
    return wording.replace(" ", r"\s+")


@cache
def rules(zone: str) -> tuple[LineRule, ...]:
    """The rules of a zone (`anywhere`, `head`, `tail`), compiled when first asked for."""
    found = []
    for kind, table in _TABLES[zone].items():
        # A line that begins with a bar carries on the one above.
        wordings = "|".join(line.strip() for line in table.splitlines() if line.strip())
        wordings = wordings.replace("||", "|")
        found.append(LineRule(BoilerplateKind(kind), re.compile(expression(wordings), re.IGNORECASE)))
    return tuple(found)


def line_kind(line: str, *zones: str) -> BoilerplateKind | None:
    """What kind of residue a whole line is, by its wording alone, or None."""
    if len(line) > LONGEST_LINE:
        return None
    line = line.strip()
    candidates = {line, line.removesuffix("...").rstrip(_DECORATION).lstrip(_DECORATION + ".")} - {""}
    for zone in zones:
        for kind, pattern in rules(zone):
            if any(pattern.fullmatch(candidate) for candidate in candidates):
                return kind
    return None
