"""Who speaks, told by an article's kin: in full where it says "he", rightly where a copy garbled the name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nkreader.claims.held import HeldClaims
from nkreader.claims.model import Claim, Speaker
from nkreader.claims.naming import is_pronoun
from nkreader.claims.voices import named_source
from nkreader.compare.model import ChangeKind, Comparison, Flag
from nkreader.families.model import Role
from nkreader.mentions.same_names import name_words, same_name
from nkreader.model import Span

Garbled = dict[tuple[str, str], str]
"""Article and a speaker's name in it -> the name its kin has in the same place."""

_REWRITTEN = frozenset({Role.SPUN, Role.REWRITE})


def garbled_names(comparison: Comparison, pairs: Sequence[tuple[Claim, Claim]], roles: tuple[Role, Role]) -> Garbled:
    """The names of speakers that one of two articles garbled: "White Home" where the other has "White House"."""
    spoken = [
        (one.speaker, two.speaker, one.article, two.article)
        for one, two in pairs
        if one.speaker is not None and two.speaker is not None and one.speaker.name != two.speaker.name
    ]
    found: Garbled = {}
    if not spoken:
        return found
    changes = [
        change
        for row in comparison.rows
        for change in row.changes
        if change.kind is ChangeKind.NAME or Flag.TORTURED_LEFT in change.flags or Flag.TORTURED_RIGHT in change.flags
    ]
    for ours, theirs, left, right in spoken:
        for change in changes:
            if not (_span(ours).overlaps(change.left) and _span(theirs).overlaps(change.right)):
                continue
            if named_source(ours) is None or named_source(theirs) is None:
                continue
            if Flag.TORTURED_RIGHT in change.flags or (roles[1] in _REWRITTEN and roles[0] not in _REWRITTEN):
                found[right, theirs.name] = ours.name
            elif Flag.TORTURED_LEFT in change.flags or (roles[0] in _REWRITTEN and roles[1] not in _REWRITTEN):
                found[left, ours.name] = theirs.name
    return found


def _span(speaker: Speaker) -> Span:
    return Span(speaker.start, speaker.end)


def names_by_kin(claims: HeldClaims, linked: Mapping[str, set[str]], garbled: Garbled) -> dict[str, str]:
    """Claim id -> its speaker's name, where an answering claim of the family names the speaker better."""
    names: dict[str, str] = {}
    for article in dict.fromkeys(article for article, _ in garbled):
        for claim in claims.of(article):
            if claim.speaker is not None and (article, claim.speaker.name) in garbled:
                names[claim.id] = garbled[article, claim.speaker.name]
    for id in sorted(linked, key=lambda id: claims.place(id) or 0):
        speaker = claims.claim(id).speaker
        if speaker is None or id in names:
            continue
        name = _better(speaker, [claims.claim(other).speaker for other in sorted(linked[id])])
        if name != speaker.name:
            names[id] = name
    return names


def _better(speaker: Speaker, answering: Sequence[Speaker | None]) -> str:
    """The speaker's name, or the one that answering claims give instead."""
    name = speaker.name
    for other in answering:
        fuller = named_source(other)
        if other is None or fuller is None or fuller == name:
            continue
        unnamed = is_pronoun(name)
        # A name guessed for "he" yields to one that stands beside the same words.
        guessed = is_pronoun(speaker.text) and not is_pronoun(other.text) and not same_name(name, fuller)
        if unnamed or guessed or (len(name_words(fuller)) > len(name_words(name)) and same_name(name, fuller)):
            name = fuller
    return name
