"""The changes inside a row: which words were replaced, added or dropped, as a reader wants them shown."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from nkreader.compare.pairing import paired_run
from nkreader.compare.tokens import Sentence, joined
from nkreader.model import Span


def differences(left: Sequence[Sentence], right: Sequence[Sentence]) -> list[tuple[Span, Span]]:
    """Pairs of stretches that differ, in order. The empty side of an addition or omission is `[p, p]`."""
    left_spans, left_keys = joined(left)
    right_spans, right_keys = joined(right)
    found: list[tuple[Span, Span]] = []
    for tag, i1, i2, j1, j2 in Levenshtein.opcodes(left_keys, right_keys):
        if tag == "equal":
            continue
        for (a, b), (c, d) in paired_run(left_keys[i1:i2], right_keys[j1:j2]):
            found.append(
                (
                    _stretch(left_spans, i1 + a, i1 + b, left[0].span),
                    _stretch(right_spans, j1 + c, j1 + d, right[0].span),
                )
            )
    return found


def _stretch(spans: Sequence[Span], first: int, stop: int, sentence: Span) -> Span:
    if stop > first:
        return Span(spans[first].start, spans[stop - 1].end)
    place = spans[first - 1].end if first else sentence.start
    return Span(place, place)
