"""What the alignments of a family tell about who copied whom: where the others' words meet, and who contains whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nkreader.compare.model import Comparison
from nkreader.families.model import LinkKind
from nkreader.model import Article, Span
from nkreader.origin.cues import Cue, Witness, listed
from nkreader.origin.fitness import fitting_words
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
_SHOWN = 5


def text_cues(witness: Witness, near: Mapping[str, Mapping[str, Near]]) -> list[Cue]:
    """Whether the other versions come nearest to this one, and whether it contains them or is contained in them."""
    id = witness.article.id
    own = near[id]
    if not own:
        return []
    spans = witness.style.sentences[:1]
    cues = []
    others = [member for member in near if member != id]
    if len(others) > 1:
        nearest = [near[other][id].nearness for other in others if id in near[other] and _is_nearest(id, near[other])]
        why = "It is where the versions meet: most of the others keep more of its words than of any other's."
        cues.append(Cue(CENTRE * sum(nearest) / len(others), why if len(nearest) * 2 > len(others) else "", spans))
    parts = sum(_is_part(near[other][id], own[other]) for other in own)
    if parts:
        why = f"It contains {'another version' if parts == 1 else f'{parts} other versions'} whole, and more."
        cues.append(Cue(CONTAINS * parts / len(own), why, spans))
    wholes = sum(_is_part(own[other], near[other][id]) for other in own)
    if wholes:
        why = "All of it stands word for word in a longer version."
        cues.append(Cue(CONTAINED * wholes / len(own), why, spans))
    return cues


def _is_nearest(id: str, near: Mapping[str, Near]) -> bool:
    return near[id].nearness >= max(other.nearness for other in near.values())


def _is_part(part: Near, whole: Near) -> bool:
    return part.kept >= VERBATIM and part.shared >= PART and whole.shared <= WHOLE


def fitness_cues(
    witness: Witness,
    near: Mapping[str, Mapping[str, Near]],
    articles: Mapping[str, Article],
    comparison: Callable[[str, str], Comparison],
) -> list[Cue]:
    """Whether, where a word for word copy differs, this version's words go together better or worse than the copy's."""
    if len(articles) > COUNTED:
        return []
    id = witness.article.id
    better: list[Span] = []
    worse: list[Span] = []
    for other, seen in near[id].items():
        if seen.link.kind is LinkKind.SPUN:
            ours = fitting_words(witness.article, articles[other], comparison(id, other))
            better += ours[0]
            worse += ours[1]
    if len(better) + len(worse) < PLACES:
        return []
    weight = FITTING * (len(better) - len(worse)) / (len(better) + len(worse))
    if weight > 0:
        spans = tuple(better[:_SHOWN])
        why = (
            f"Where a copy has other words, its own go together as English has them ({listed(witness.article, spans)})."
        )
    else:
        spans = tuple(worse[:_SHOWN])
        why = f"Where versions differ, its words go together worse ({listed(witness.article, spans)})."
    return [Cue(weight, why, spans)]
