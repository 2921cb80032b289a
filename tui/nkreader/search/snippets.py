"""The line a hit is shown in."""

from __future__ import annotations

from nkreader.text.drawn import drawable

# Code points shown before and behind a hit, and of a very long hit.
BEFORE = 60
BEHIND = 90
_LONGEST = 240


def snippet(text: str, start: int, end: int) -> str:
    """The text around a hit on one harmless line, cut at words; `…` where it goes on."""
    return "".join(snippet_parts(text, start, end))


def snippet_parts(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The same in three: what stands before the hit, the hit (of a very long one the beginning), and behind it."""
    first, last = max(0, start - BEFORE), min(len(text), max(end, min(end, start + _LONGEST)) + BEHIND)
    last = min(last, start + _LONGEST + BEHIND)
    if first > 0:
        blank = text.find(" ", first, start)
        first = blank + 1 if blank >= 0 else first
    if last < len(text):
        blank = text.rfind(" ", end, last)
        last = blank if blank > 0 else last
    stop = min(end, last)
    before, hit, behind = (drawable(text[first:start]), drawable(text[start:stop]), drawable(text[stop:last]))
    return (
        ("…" if text[:first].strip() else "") + before.lstrip(),
        hit,
        behind.rstrip() + ("…" if text[last:].strip() else ""),
    )
