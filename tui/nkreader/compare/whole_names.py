"""Names are shown whole where a part of them changed: "White House > White Home", not "House > Home"."""

from __future__ import annotations

from collections.abc import Sequence

from nkreader.compare.differences import Difference
from nkreader.compare.passage import Passage, Run

LONGEST = 5
"""Words of a name; what is taken for a longer one is a title or a list, and only its changed words are shown."""


def with_whole_names(found: Sequence[Difference], left: Passage, right: Passage) -> list[Difference]:
    """The differences, those that put a name for a name widened to what both names have in common around them."""
    result: list[Difference] = []
    for number, difference in enumerate(found):
        ours = name_at(left, difference.left)
        theirs = name_at(right, difference.right) if ours else None
        if not ours or not theirs:
            result.append(difference)
            continue
        names = ours, theirs
        last = result[-1] if result else Difference((0, 0), (0, 0))
        after = found[number + 1] if number + 1 < len(found) else None
        limit = (after.left[0], after.right[0]) if after else (len(left.keys), len(right.keys))
        (a, b), (c, d) = difference
        back = min(a - max(names[0][0], last.left[1]), c - max(names[1][0], last.right[1]))
        ahead = min(min(names[0][1], limit[0]) - b, min(names[1][1], limit[1]) - d)
        back, ahead = max(0, back), max(0, ahead)
        wider = Difference((a - back, b + ahead), (c - back, d + ahead))
        touches = result and wider.left[0] == last.left[1] and wider.right[0] == last.right[1]
        if touches and name_at(left, last.left) == names[0] and name_at(right, last.right) == names[1]:
            result[-1] = Difference((last.left[0], wider.left[1]), (last.right[0], wider.right[1]))
        else:
            result.append(wider)
    return result


def name_at(passage: Passage, run: Run) -> Run | None:
    """The proper name that a run of words with a capital lies in or reaches into."""
    for number in range(*run):
        if passage.word(number)[:1].isupper():
            break
    else:
        return None
    for start, end in passage.names:
        if start < run[1] and run[0] < end and end - start <= LONGEST:
            return start, end
    return None
