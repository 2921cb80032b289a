"""What the alignments of a family tell about who copied whom: where the others' words meet, and who contains whom."""

from __future__ import annotations

from collections.abc import Mapping

from nkreader.origin.cues import Cue, Witness
from nkreader.origin.nearness import Near

# Log odds at their strongest. They count by the words kept: between free rewrites they say nothing.
CENTRE = 4.0
CONTAINS, CONTAINED = 1.5, -2.0
# A text is part of another when this share of it stands there, and at most that share of the other in it.
PART, WHOLE = 0.9, 0.75
VERBATIM = 0.9


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
