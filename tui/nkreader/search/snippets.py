"""The line a hit is shown in."""

from __future__ import annotations

from nkreader.text.drawn import drawable

# Code points shown before and behind a hit, and of a very long hit.
BEFORE = 60
BEHIND = 90
_LONGEST = 240


def snippet(text: str, start: int, end: int) -> str:
    """The text around a hit on one harmless line, cut at words; `…` where it goes on."""
    first, last, more_before, more_behind = _window(text, start, end)
    shown = drawable(text[first:last])
    # A blank hit stays a blank: what is stripped is only what stands around it.
    lead = len(shown[: start - first]) - len(shown[: start - first].lstrip())
    behind = shown[min(end, last) - first :]
    trail = len(behind) - len(behind.rstrip())
    return f"{'…' * more_before}{shown[lead : len(shown) - trail]}{'…' * more_behind}"


def snippet_parts(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The same in three: what stands before the hit, the hit (of a very long one the beginning), and behind it."""
    first, last, more_before, more_behind = _window(text, start, end)
    stop = min(end, last)
    before, hit, behind = drawable(text[first:start]), drawable(text[start:stop]), drawable(text[stop:last])
    return "…" * more_before + before.lstrip(), hit, behind.rstrip() + "…" * more_behind


def _window(text: str, start: int, end: int) -> tuple[int, int, bool, bool]:
    """Where what is shown begins and ends, and whether there is more before and behind it."""
    first, last = max(0, start - BEFORE), min(len(text), min(end, start + _LONGEST) + BEHIND)
    if first > 0:
        blank = text.find(" ", first, start)
        first = blank + 1 if blank >= 0 else first
    if last < len(text):
        blank = text.rfind(" ", end, last)
        last = blank if blank > 0 else last
    return first, last, first > 0 and not text[:first].isspace(), last < len(text) and not text[last:].isspace()
