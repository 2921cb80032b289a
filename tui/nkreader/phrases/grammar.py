"""Grammar that a word-for-word substitution breaks: "an purpose", "to praying", "the the"; sound English has none."""

from __future__ import annotations

from collections.abc import Sequence

from nkreader.lexicon.frequency import bigram, zipf
from nkreader.lexicon.inflection import ending, inflected, lemma
from nkreader.lexicon.wordnet import parts_of_speech
from nkreader.phrases.tokens import Token

_AUXILIARIES = frozenset(
    ["will", "would", "can", "could", "may", "might", "must", "shall", "should", "do", "did", "cannot"]
) | frozenset(["don't", "didn't", "won't", "can't", "couldn't", "wouldn't", "shouldn't"])
_PLURAL_MARKS = frozenset(["these", "those", "many", "several", "few", "both", "two", "three"])
_SINGULAR_SUBJECTS, _PLURAL_SUBJECTS = frozenset(["he", "she", "it"]), frozenset(["they", "we", "i", "you"])
_DEGREES = frozenset(["very", "too", "quite", "extremely", "really", "rather", "fairly"])
_PERFECT = frozenset(["had", "has", "have", "having"])
_TELLING = (
    _AUXILIARIES | _PERFECT | _DEGREES | _PLURAL_MARKS | _SINGULAR_SUBJECTS | _PLURAL_SUBJECTS | {"a", "an", "to"}
)
"""After any other word, anything may stand."""
_NOT_PARTICIPLES = frozenset(
    ["came", "went", "saw", "took", "gave", "wrote", "knew", "began", "ate", "drank", "sang", "swam", "spoke", "broke"]
) | frozenset(["chose", "drove", "flew", "grew", "rose", "wore", "fell", "forgot", "became", "ran", "drew", "threw"])
_MAY_REPEAT = frozenset(
    ["had", "that", "very", "so", "her", "no", "really", "bye", "ha", "many", "more", "all", "in", "on"]
)
_VOWELS, _CONSONANTS = frozenset("aei"), frozenset("bcdgjkpqtvwyz")
"""Letters whose sound is plain; o, u, h and the names of letters ("an MP") can begin with either."""
_USUAL_PAIR = 5.3
_USUAL_VERB = 5.2
"""Above this Zipf value a base form is as often something else ("it like this")."""


def breaks(tokens: Sequence[Token]) -> list[int]:
    """Indices of the tokens that cannot follow the one before them, in order."""
    found = []
    for place in range(1, len(tokens)):
        first, second = tokens[place - 1], tokens[place]
        if first.word not in _TELLING and first.word != second.word:
            continue
        if second.opens or second.word == "#" or first.word == "#" or "'" in second.word:
            continue
        if (first.capital and not first.first) or second.capital:
            continue
        if _breaks(tokens, place, first.word, second.word):
            found.append(place)
    return found


def _breaks(tokens: Sequence[Token], place: int, first: str, second: str) -> bool:
    if first == second:
        return first not in _MAY_REPEAT and len(first) > 1
    if len(second) < 3 or zipf(second) < 2.0:
        return False
    if first in _PERFECT and second in _NOT_PARTICIPLES:
        return True
    if first in _DEGREES and bigram(first, second) == 0.0:
        return parts_of_speech(second) == {"n"} and ending(second) == "" and zipf(second) < _USUAL_VERB
    if first in _AUXILIARIES or first == "to":
        mark = ending(second)
        if mark == "ing":
            return first != "to" and bigram(first, second) < _USUAL_PAIR
        # "to damages", "would goes": a form that is nothing but an inflected verb.
        return mark in ("ed", "s") and not parts_of_speech(second) and parts_of_speech(lemma(second)) == {"v"}
    if first in ("a", "an"):
        if (first == "an" and second[0] in _CONSONANTS) or (first == "a" and second[0] in _VOWELS):
            return bigram(first, second) < _USUAL_PAIR and not second.startswith(("eu", "ew"))
        if second.endswith("s") and ending(second) == "s" and "n" in parts_of_speech(lemma(second)):
            alone = place + 1 >= len(tokens) or tokens[place + 1].opens or bigram(second, tokens[place + 1].word) > 0.0
            return alone and not parts_of_speech(second) and bigram(first, second) == 0.0
        return False
    if first in _PLURAL_MARKS:
        ends = place + 1 >= len(tokens) or tokens[place + 1].opens
        single = (
            ends and not second.endswith("s") and parts_of_speech(second) == {"n"} and inflected(second, "s") != second
        )
        return single and bigram(first, second) == 0.0 and bigram(first, inflected(second, "s")) > 0.0
    if first in _SINGULAR_SUBJECTS:
        verb = "v" in parts_of_speech(second) and ending(second) == "" and zipf(second) < _USUAL_VERB
        return verb and bigram(first, second) == 0.0 and bigram(first, inflected(second, "s")) > 0.0
    if first in _PLURAL_SUBJECTS and ending(second) == "s" and "v" in parts_of_speech(lemma(second)):
        return bigram(first, second) == 0.0 and bigram(first, lemma(second)) > 0.0
    return False
