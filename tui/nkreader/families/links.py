"""What the aligned text of two articles supports: a link of one kind, or none."""

from __future__ import annotations

from nkreader.compare.model import Comparison
from nkreader.families.edits import Edits, edits_of
from nkreader.families.kinship import kinship
from nkreader.families.model import Link, LinkKind
from nkreader.families.profile import profile_of, running_words
from nkreader.model import Article

# Kinship from which two articles are one: on labelled pairs among 2,000 unrelated reports it joins 1 in 250 of
# these to anything, and keeps nine rewrites in ten.
LINKED = 0.5
# Share of a text's words in aligned sentences from which the text as a whole is taken over.
WHOLE = 0.8
# Share of the aligned words that a copy with residue, an excerpt and a revision keep. Spinners change 15 to 55 words
# in a hundred, but leave the sentences in step and put one word in the place of one.
VERBATIM = 0.99
LIGHT = 0.93
REVISED = 0.7
SPINNER_KEEPS = 0.9
IN_STEP = 0.75
SWAPPED = 0.6
KIN = 0.5


def link_of(left: Article, right: Article, comparison: Comparison) -> Link | None:
    """The link between two articles, None where their text supports none. Depends on the two and fixed tables only."""
    if not kinship(profile_of(left), profile_of(right), LINKED):
        return None
    return link_between_kin(left, right, comparison)


def link_between_kin(left: Article, right: Article, comparison: Comparison) -> Link:
    """The link between two articles that are known to be kin."""
    summary = comparison.summary
    kind = _kind(left, right, comparison)
    return Link(left.id, right.id, kind, summary.shared_left, summary.shared_right)


def _kind(left: Article, right: Article, comparison: Comparison) -> LinkKind:
    if left.text == right.text:
        return LinkKind.IDENTICAL
    if running_words(left) == running_words(right):
        return LinkKind.BOILERPLATE
    summary = comparison.summary
    edits = edits_of(left, right, comparison)
    fewer, more = sorted((summary.shared_left, summary.shared_right))
    if edits.kept >= VERBATIM and fewer >= VERBATIM and not summary.facts:
        return LinkKind.BOILERPLATE
    if edits.kept >= LIGHT and fewer < WHOLE <= more:
        return LinkKind.EXCERPT
    if is_spin(edits):
        return LinkKind.SPUN
    return LinkKind.REVISION if edits.kept >= REVISED else LinkKind.REWRITE


def is_spin(edits: Edits) -> bool:
    """Whether words were put in the place of words throughout, sentence by sentence, as a synonym spinner does."""
    return (
        edits.kept < SPINNER_KEEPS
        and edits.one_to_one >= IN_STEP
        and edits.swapped >= SWAPPED * edits.changed
        and edits.kin >= KIN * edits.swapped
    )
