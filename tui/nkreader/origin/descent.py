"""What the alignments of a family tell about who copied whom: where the others' words meet, and who contains whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nkreader.compare.model import Comparison, RowKind
from nkreader.families.model import LinkKind
from nkreader.model import Article, Span
from nkreader.origin.cues import Cue, Witness
from nkreader.origin.fitness import Choice, fitting_words
from nkreader.origin.nearness import COUNTED, Near

# Log odds at their strongest. They count by the words kept: between free rewrites they say nothing.
CENTRE = 4.0
CONTAINS, CONTAINED = 1.5, -2.0
# A text is part of another when this share of it stands there, and at most that share of the other in it.
PART, WHOLE = 0.9, 0.75
VERBATIM = 0.9
# Whose words go together better where a word for word copy differs; so many places are needed to tell.
FITTING = 4.0
PLACES = 6
# So many of its spun relatives are asked, the nearest first; more say the same.
ASKED = 6
_SHOWN, _EXAMPLES = 5, 3


def text_cues(
    witness: Witness, near: Mapping[str, Mapping[str, Near]], comparison: Callable[[str, str], Comparison]
) -> list[Cue]:
    """Whether the other versions come nearest to this one, and whether it contains them or is contained in them."""
    id = witness.article.id
    own = near[id]
    if not own:
        return []
    cues = []
    others = [member for member in near if member != id]
    if len(others) > 1:
        nearest = [near[other][id].nearness for other in others if id in near[other] and _is_nearest(id, near[other])]
        why = "It is where the versions meet: most of the others keep more of its words than of any other's."
        closest = max(own, key=lambda other: own[other].nearness)
        spans = _sentences(witness, closest, comparison, len(near), RowKind.SAME, RowKind.CHANGED)
        # Of word for word copies each is as near as the next: true of all of them, it is said of none.
        alone = sum(id in near[other] and _is_nearest(id, near[other], alone=True) for other in others)
        cues.append(Cue(CENTRE * sum(nearest) / len(others), why if alone * 2 > len(others) else "", spans))
    parts = [other for other in own if _is_part(near[other][id], own[other])]
    if parts:
        count = len(parts)
        why = f"It contains {'another version' if count == 1 else f'{count} other versions'} whole, and more than that."
        spans = _sentences(witness, parts[0], comparison, len(near), RowKind.LEFT_ONLY)
        cues.append(Cue(CONTAINS * count / len(own), why, spans))
    wholes = [other for other in own if _is_part(own[other], near[other][id])]
    if wholes:
        why = "All of it stands word for word in a longer version."
        spans = _sentences(witness, wholes[0], comparison, len(near), RowKind.SAME)
        cues.append(Cue(CONTAINED * len(wholes) / len(own), why, spans))
    return cues


def _sentences(
    witness: Witness, other: str, comparison: Callable[[str, str], Comparison], members: int, *kinds: RowKind
) -> tuple[Span, ...]:
    """The first sentences in rows of these kinds beside another version; in a large family just the first."""
    if members <= COUNTED:
        rows = comparison(witness.article.id, other).rows
        for kind in kinds:
            found = [span for row in rows if row.kind is kind for span in row.left]
            if found:
                return tuple(found[:_SHOWN])
    return witness.style.sentences[:1]


def _is_nearest(id: str, near: Mapping[str, Near], alone: bool = False) -> bool:
    """Whether none is nearer than this one; `alone`: nor as near."""
    rest = max((other.nearness for name, other in near.items() if name != id), default=0.0)
    return near[id].nearness > rest if alone else near[id].nearness >= rest


def _is_part(part: Near, whole: Near) -> bool:
    return part.kept >= VERBATIM and part.shared >= PART and whole.shared <= WHOLE


def fittings(
    articles: Mapping[str, Article], comparison: Callable[[str, str], Comparison]
) -> Callable[[str, str], list[Choice]]:
    """Gives where the first of two articles has words that fit better or worse than the second's; each pair once."""
    known: dict[tuple[str, str], list[Choice]] = {}

    def fitting(one: str, other: str) -> list[Choice]:
        if (one, other) not in known:
            both = fitting_words(articles[one], articles[other], comparison(one, other))
            known[one, other], known[other, one] = both
        return known[one, other]

    return fitting


def fitness_cues(
    witness: Witness,
    near: Mapping[str, Mapping[str, Near]],
    fitting: Callable[[str, str], list[Choice]],
) -> list[Cue]:
    """Whether, where a word for word copy differs, this version's words go together better or worse than the copy's."""
    if len(near) > COUNTED:
        return []
    id = witness.article.id
    spun = [other for other, seen in near[id].items() if seen.link.kind is LinkKind.SPUN]
    spun.sort(key=lambda other: -near[id][other].nearness)
    choices = [choice for other in spun[:ASKED] for choice in fitting(id, other)]
    if len(choices) < PLACES:
        return []
    better = sum(choice.lead > 0 for choice in choices)
    weight = FITTING * (2 * better - len(choices)) / len(choices)
    side = 1 if weight > 0 else -1
    # The plainest first, each once: what was chosen in one place is often chosen in the next.
    plainest = {
        choice.example: choice.span
        for choice in sorted(choices, key=lambda choice: -side * choice.lead)
        if choice.example and side * choice.lead > 0
    }
    if not plainest:
        return [Cue(weight, "", ())]
    between, why = (
        ("not", "Where a copy differs word for word, this one has the usual wording")
        if weight > 0
        else ("where another has", "Where versions differ word for word, this one has the odd wording")
    )
    examples = "; ".join(f"“{own}” {between} “{other}”" for own, other in list(plainest)[:_EXAMPLES])
    return [Cue(weight, f"{why} ({examples}).", tuple(plainest.values())[:_SHOWN])]
