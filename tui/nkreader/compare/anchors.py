"""Sentences that answer each other beyond doubt, found in linear time: they share runs of words nobody else has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nkreader.compare.chain import Bead, heaviest_chain
from nkreader.compare.tokens import Sentence

ENOUGH = 0.25
"""Part of the shorter sentence's runs that must be shared; one word in three replaced leaves .3 of them."""
ASTRAY = 0.15
"""Part of the shared runs that may point to other sentences; more speaks of a sentence split or joined."""
LONGER = 1.25
"""How much longer one of the two may be; more speaks of a sentence split, joined or extended."""
FEWEST = 2
"""Shared runs without which nothing is beyond doubt."""

Run = tuple[str, ...]
"""Three words in a row, or all of a sentence's: a sentence that stands once in either text is an anchor whole."""


def anchors(left: Sequence[Sentence], right: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Pairs of sentence numbers, ascending on both sides."""
    where = _homes(right)
    counts: dict[int, dict[int, int]] = {}
    for run, i in _homes(left).items():
        j = where.get(run, -1)
        if i >= 0 and j >= 0:
            votes = counts.setdefault(i, {})
            votes[j] = votes.get(j, 0) + max(1, len(run) - 2)
    received: dict[int, int] = {}
    for votes in counts.values():
        for j, count in votes.items():
            received[j] = received.get(j, 0) + count
    beads: list[Bead] = []
    for i, votes in counts.items():
        j, count = max(votes.items(), key=lambda item: (item[1], -item[0]))
        shorter = min(len(left[i].keys), len(right[j].keys)) - 2
        longer = max(len(left[i].keys), len(right[j].keys)) - 2
        sent, got = sum(votes.values()), received[j]
        alike = count >= max(FEWEST, ENOUGH * shorter) and longer <= LONGER * shorter + 1
        if alike and max(sent, got) - count <= ASTRAY * count:
            beads.append(Bead(range(i, i + 1), range(j, j + 1), float(count)))
    return [(bead.left.start, bead.right.start) for bead in heaviest_chain(beads, len(right))]


def _homes(sentences: Sequence[Sentence]) -> dict[Run, int]:
    """The sentence in which each run of three words stands, -1 where several have it."""
    homes: dict[Run, int] = {}
    for number, sentence in enumerate(sentences):
        for run in (*_runs(sentence.keys), sentence.keys):
            if homes.setdefault(run, number) != number:
                homes[run] = -1
    return homes


def _runs(keys: Sequence[str]) -> Iterable[Run]:
    return zip(keys, keys[1:], keys[2:], strict=False)
