"""Which word answers which, same or substituted, across small reorderings and inflection.

A hidden Markov alignment (Vogel et al. 1996) whose emissions are lexical kinship instead of learnt tables, decoded in
both directions; the two are symmetrised by growing their intersection (Och and Ney 2003), and function words need
company, as in Sultan et al. (2014).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from nkreader.compare.gains import KIN, gains_of
from nkreader.compare.kinship import is_content, kinship
from nkreader.compare.sliding import slid
from nkreader.text.words import folded

SKIP, STEP = 0.8, 0.15
"""Cost of a jump ahead: its first skipped word and every further one. One long gap is cheaper than two short ones."""
BACK = 1.2
"""Cost of the first word that a jump goes back."""
JUMP = 2.2
"""Most that a jump costs, however far."""
STAY = 0.9
"""Cost of answering the same word again."""
END = 2.0
"""Gain of the texts' ends answering each other."""
NEVER = -9.0
NOWHERE = float("-inf")
TIE = 1e-9
REACH = 2
"""Words to either side among which a function word needs another pair."""
REPEATED = 5
"""Times that a content word must stand in both sentences together to tell as little as a function word does.

A placeholder, a unit. Three or four cost recall between paraphrases and won nothing among revisions.
"""
RUN = 3
"""Words of both sides together up to which an unanswered run between two pairs is a phrase put for a phrase.

One more word costs two points of precision for one of recall.
"""
UNLIKE_OFFICE = 0.2
"""Kinship below which two function words or signs have nothing to do with each other.

Where a whole phrase is put for another they may stand in it together; alone, one such pair in four was right.
"""
SURE = 0.5
"""Gain from which a pair that one direction found alone is believed."""
LARGEST = 250_000
"""Pairs of words up to which all are weighed against each other: half a second."""
Pair = tuple[int, int]


def align_words(left: Sequence[str], right: Sequence[str]) -> list[Pair]:
    """Which word answers which, as pairs of word numbers, sorted. A word may answer several."""
    first, second = [folded(word) for word in left], [folded(word) for word in right]
    if len(first) * len(second) <= LARGEST:
        return _aligned(first, second)
    # Too long for a table of all pairs: what the shortest edit script leaves unchanged divides the rest.
    pairs: list[Pair] = []
    for op in Levenshtein.opcodes(first, second):
        ours, theirs = range(op.src_start, op.src_end), range(op.dest_start, op.dest_end)
        if op.tag == "equal":
            pairs += zip(ours, theirs, strict=True)
        elif ours and theirs and len(ours) * len(theirs) <= LARGEST:
            found = _aligned(first[ours.start : ours.stop], second[theirs.start : theirs.stop])
            pairs += [(ours.start + i, theirs.start + j) for i, j in found]
    return pairs


def _aligned(left: Sequence[str], right: Sequence[str]) -> list[Pair]:
    # A sentinel behind the last word holds the ends together.
    first, second = [*left, "\0"], [*right, "\0"]
    gains = [[*row, NEVER] for row in gains_of(left, right)]
    gains.append([NEVER] * (len(second) - 1) + [END])
    forward = set(_best_path(gains))
    backward = {(i, j) for j, i in _best_path([list(column) for column in zip(*gains, strict=True)])}
    pairs = _symmetrised(forward, backward, gains, first, second)
    pairs = _supported(pairs, first, second)
    pairs = _with_phrases(pairs, first, second)
    pairs = _with_compounds(pairs, first, second)
    return sorted(slid({pair for pair in pairs if pair[0] < len(left) and pair[1] < len(right)}, left, right))


def _best_path(gains: Sequence[Sequence[float]]) -> list[Pair]:
    """The best answer of each row's word among the columns, order and gains weighed together; some have none."""
    count = len(gains[0])
    # A place is the column answered last plus one; 0 stands before the first.
    scores = [0.0] + [NOWHERE] * count
    history: list[list[int]] = []
    for row in gains:
        best = max(scores)
        from_anywhere, anywhere = best - JUMP, scores.index(best)
        behind, later = _jumps_behind(scores)
        new = list(scores)
        # The place a row came from; below zero where the row's word has no answer.
        came_from = [-1] * (count + 1)
        ahead, earlier, before = NOWHERE, 0, NOWHERE
        for column, gain in enumerate(row):
            # A step from the column before, or a jump over at least one; of two equal answers the earlier one.
            value, previous = scores[column], column
            ahead -= STEP
            if before - SKIP > ahead:
                ahead, earlier = before - SKIP, column - 1
            before = value
            if ahead >= value - TIE:
                value, previous = ahead, earlier
            place = column + 1
            if behind[place] > value:
                value, previous = behind[place], later[place]
            own = scores[place]
            if own - STAY > value:
                value, previous = own - STAY, place
            if from_anywhere > value:
                value, previous = from_anywhere, anywhere
            value += gain
            if value > own:
                new[place] = value
                came_from[place] = previous
        history.append(came_from)
        scores = new
    place = scores.index(max(scores))
    pairs: list[Pair] = []
    for number in range(len(gains) - 1, -1, -1):
        previous = history[number][place]
        if previous >= 0:
            pairs.append((number, place - 1))
            place = previous
    return pairs[::-1]


def _jumps_behind(scores: Sequence[float]) -> tuple[list[float], list[int]]:
    """For each place, the best score, and from which later place, that a jump back brings there."""
    best, where = NOWHERE, 0
    found, places = [best] * len(scores), [0] * len(scores)
    for place in range(len(scores) - 1, 0, -1):
        found[place], places[place] = best, where
        best -= STEP
        if scores[place] - BACK >= best:
            best, where = scores[place] - BACK, place
    return found, places


def _symmetrised(
    forward: set[Pair],
    backward: set[Pair],
    gains: Sequence[Sequence[float]],
    first: Sequence[str],
    second: Sequence[str],
) -> set[Pair]:
    """What both directions found, grown by what one of them found nearby or with good reason."""
    pairs = forward & backward
    union = sorted((forward | backward) - pairs, key=lambda pair: (-gains[pair[0]][pair[1]], pair))
    lefts, rights = {i for i, _ in pairs}, {j for _, j in pairs}
    grown = True
    while grown:
        grown = False
        for i, j in union:
            if (i, j) in pairs or (i in lefts and j in rights):
                continue
            alone = i not in lefts and j not in rights
            if first[i] == second[j] and not alone:
                continue
            near = any((i + a, j + b) in pairs for a in (-1, 0, 1) for b in (-1, 0, 1))
            good = gains[i][j] > SURE
            if (alone and (near or good)) or (near and good):
                pairs.add((i, j))
                lefts.add(i)
                rights.add(j)
                grown = True
    return pairs


def _supported(pairs: set[Pair], first: Sequence[str], second: Sequence[str]) -> set[Pair]:
    """Without function words, weak kin and words said again and again that no pair close by, in order, bears out."""
    end = (len(first) - 1, len(second) - 1)
    repeated = {word for word, count in (Counter(first) + Counter(second)).items() if count >= REPEATED}
    pairs = {(i, j) for i, j in pairs if (i, j) == end or not _is_unlike(first[i], second[j])}
    known = pairs | {(-1, -1)}
    reach = [(a, b) for a in range(-REACH, REACH + 1) for b in range(-REACH, REACH + 1) if a * b > 0]
    swaps = [(-1, 1), (1, -1)]
    return {
        (i, j)
        for i, j in pairs
        if (i, j) == end
        or (
            is_content(first[i])
            and is_content(second[j])
            and (first[i] not in repeated if first[i] == second[j] else kinship(first[i], second[j]) >= KIN)
        )
        or any((i + a, j + b) in known for a, b in (reach if first[i] != second[j] else reach + swaps))
    }


def _is_unlike(a: str, b: str) -> bool:
    """Whether two function words or signs are of no common office."""
    return not is_content(a) and not is_content(b) and kinship(a, b) < UNLIKE_OFFICE


def _with_phrases(pairs: set[Pair], first: Sequence[str], second: Sequence[str]) -> set[Pair]:
    """With short unanswered runs between two pairs that follow each other: each word answers each of the other run."""
    lefts, rights = {i for i, _ in pairs}, {j for _, j in pairs}
    added = set(pairs)
    for i, j in sorted(pairs | {(-1, -1)}):
        a, b = i + 1, j + 1
        while a < len(first) and a not in lefts:
            a += 1
        while b < len(second) and b not in rights:
            b += 1
        n, m = a - i - 1, b - j - 1
        if n and m and n + m <= RUN and (a, b) in pairs:
            run = [(x, y) for x in range(i + 1, a) for y in range(j + 1, b)]
            # A sign answers no word, whatever stands around them.
            added.update((x, y) for x, y in run if _is_word(first[x]) == _is_word(second[y]))
    return added


def _is_word(word: str) -> bool:
    return word[:1].isalnum()


def _with_compounds(pairs: set[Pair], first: Sequence[str], second: Sequence[str]) -> set[Pair]:
    """With content words that another puts into one: where "oil prices" stands for "crude", "oil" answers it too.

    The other side has nothing else in their place: what stands around the two and around the one answers each other.
    """
    return (
        pairs
        | _second_halves(pairs, first, second)
        | {(i, j) for j, i in _second_halves({(j, i) for i, j in pairs}, second, first)}
    )


def _second_halves(pairs: set[Pair], ours: Sequence[str], theirs: Sequence[str]) -> set[Pair]:
    answers: dict[int, list[int]] = {}
    back = Counter(j for _, j in pairs)
    for i, j in pairs:
        answers.setdefault(i, []).append(j)
    found: set[Pair] = set()
    for half, word in enumerate(ours):
        if half in answers or not is_content(word):
            continue
        for step in (1, -1):
            head, beyond = half + step, half - step
            others = answers.get(head, [])
            if len(others) != 1 or back[others[0]] != 1:
                continue
            whole = others[0]
            held = whole - step in answers.get(beyond, ()) or beyond == whole - step == -1
            if held and ours[head] != theirs[whole] and is_content(ours[head]) and is_content(theirs[whole]):
                found.add((half, whole))
                break
    return found
