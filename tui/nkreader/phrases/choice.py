"""Words of which a thesaurus has a commoner one that fits its neighbours better: what any spinner leaves, of any make.

No table of spinners is asked, so a text of one that the tables do not know shows too. What a single word says is
little, for good writers choose rare words; it is their sum that tells. What stood there is not named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.frequency import pair_count, word_count, zipf
from nkreader.lexicon.inflection import ending, inflected, lemmas
from nkreader.lexicon.spelling import same_but_for_spelling
from nkreader.lexicon.wordnet import senses, synset
from nkreader.phrases.tokens import Token

SHORTEST = 3
"""Letters below which a word is left alone."""
RIVALS = 5
"""Commonest synonyms that are tried for a word: more cost time and told nothing."""
KNOWN = 2.5
"""Zipf value below which a synonym is no rival."""
WORTH_COUNTING, AT_MOST = 1.0, 4.0
"""Powers of ten from which a better fit counts, and beyond which it says no more."""
SHORT = 40
"""Words added to every article's, so that one odd word in a note of twenty does not make it spun."""


def ill_chosen(tokens: Sequence[Token]) -> float:
    """Powers of ten by which commoner synonyms would fit better, per 100 words of meaning.

    Clean news has 2.6, one article in a hundred 7; every third word replaced by a synonym of any sense: 14.
    """
    total, count = 0.0, 0
    said: Counter[str] = Counter()
    for place, token in enumerate(tokens):
        word = token.word
        if len(word) < SHORTEST or "'" in word or (token.capital and not token.first) or is_function_word(word):
            continue
        count += 1
        rivals = _rivals(word)
        if not rivals:
            continue
        before = "" if token.opens else tokens[place - 1].word
        after = "" if place + 1 == len(tokens) or tokens[place + 1].opens else tokens[place + 1].word
        gain = _gain(before, word, after) - WORTH_COUNTING
        if gain > 0.0:
            # The same word again says less each time: it may be a habit of the author's, or the subject.
            said[word] += 1
            total += min(gain, AT_MOST) / said[word]
    return 100 * total / (count + SHORT)


@lru_cache(maxsize=1 << 15)
def _rivals(word: str) -> tuple[str, ...]:
    """The commonest of the word's synonyms in any sense that are commoner than it is, in its inflection."""
    own = zipf(word)
    found: dict[str, None] = {}
    for base in dict.fromkeys((word, *lemmas(word))):
        mark = ending(word) if base != word else ""
        for number in senses(base):
            for other in synset(number).words:
                if other != base and other.isalpha():
                    found[inflected(other, mark)] = None
    commoner = [other for other in found if zipf(other) >= max(own, KNOWN) and not same_but_for_spelling(other, word)]
    return tuple(sorted(commoner, key=lambda other: (-zipf(other), other))[:RIVALS])


@lru_cache(maxsize=1 << 16)
def _gain(before: str, word: str, after: str) -> float:
    """By how many powers of ten the best rival is more frequent between these neighbours ("" for none); 0 for none."""
    if not before and not after:
        return 0.0
    best = usual = _count(before, word, after)
    for other in _rivals(word):
        best = max(best, _count(before, other, after))
    return best - usual


def _count(before: str, word: str, after: str) -> float:
    count = (pair_count(before, word) if before else 0.0) + (pair_count(word, after) if after else 0.0)
    return count - word_count(word) if before and after else count
