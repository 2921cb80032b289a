"""The tortured phrases of one article, its original unknown: what is odd enough, given how spun the article reads."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from nkreader.lexicon import spinner
from nkreader.lexicon.spelling import same_but_for_spelling
from nkreader.model import Article
from nkreader.phrases.channel import unit_ends
from nkreader.phrases.decoded import decoded
from nkreader.phrases.inferred import COMPANY, Torture, tortures
from nkreader.phrases.model import PhraseConfidence, PhraseEvidence, TorturedPhrase
from nkreader.phrases.reading import Reading, reading
from nkreader.phrases.tokens import Token

SURE_ALONE = 2.8
"""Odds (log10) a wrecked expression needs in an article sound otherwise; one in 75 clean articles has one.

At 2.5 one in 50 has, for two points of recall.
"""
COMPANY_AT_MOST = 2.0
"""Each power of ten beyond COMPANY of the article's other wrecked expressions lowers the bar by one, to this depth."""
COMPANY_WORDS, COMPANY_LEAST_WORDS = 400, 250
LEAST = {"n": 0.0, "o": 0.0, "s": 0.4, "f": 1.3}
"""However spun the company, by kind of expression: news is full of frequent pairs."""
LEAST_IN_SOUND = {"n": 0.0, "o": 0.0, "s": 0.6, "f": 2.2}
"""The same where the rest of the article reads sound: two free wordings are no company for each other."""
REPEATED = 0.3
"""The same expression wrecked twice."""
SPUN_WORDING, SPUN_AT_MOST = 0.9, 2.5
"""What the article's other wording shows lowers the bar too, from the weight one clean article in ten reaches."""
PRICE, PRICE_SPUN = 1.5, 0.1
"""Powers of ten that a step of the spinner costs in an article that is just spun, and in one that is thoroughly.

Of the wrecked phrases in thoroughly spun articles half to two thirds are found so, at a precision above .8; at .2 less
for every step one tenth more, but then a quarter of what is named is plain synonyms.
"""
THROUGHOUT = 1.5
"""Weight of misfits from which an article is spun throughout; one with a few wrecked expressions has them only."""
CERTAIN, LIKELY = 3.5, 1.0
"""Odds of a certain phrase; how far above the bar a likely one is."""


class Piece(NamedTuple):
    """A stretch of tokens with what it stands for."""

    first: int
    last: int
    expected: tuple[str, ...]
    odds: float
    margin: float
    """How far above the bar it is."""
    evidence: PhraseEvidence = PhraseEvidence.INFERRED
    written: str = ""
    """The expected words as an original writes them, where there is one."""
    apart: bool = False
    """Not to be joined with what it touches: a name."""


def tortured_phrases(article: Article) -> list[TorturedPhrase]:
    """The article's tortured phrases in order, found without its original, each with what it stands for.

    They do not overlap. None for other languages than English.
    """
    read = reading(article)
    if read is None:
        return []
    return phrases_from(article.text, read, inferred_pieces(read))


def inferred_pieces(read: Reading) -> list[Piece]:
    """What of the article's words stands for something else, by English alone; pieces may overlap."""
    pieces = _expressions(read)
    if read.spun >= 0.5 and read.wording >= THROUGHOUT:
        pieces += _decoded(read)
    if read.spun >= 0.5:
        pieces += _translated_names(read.tokens)
    return [piece for piece in pieces if not _only_spelt_otherwise(piece, read.tokens)]


def _only_spelt_otherwise(piece: Piece, tokens: Sequence[Token]) -> bool:
    own = [token.word for token in tokens[piece.first : piece.last]]
    return len(own) == len(piece.expected) and all(map(same_but_for_spelling, own, piece.expected))


def phrases_from(text: str, read: Reading, pieces: Sequence[Piece]) -> list[TorturedPhrase]:
    """The phrases the pieces make: the surest of overlapping ones, those that touch joined, in the text's order."""
    return [_phrase(text, read.tokens, run) for run in _joined(_apart(pieces), read.tokens)]


def _expressions(read: Reading) -> list[Piece]:
    spun = min(SPUN_AT_MOST, max(0.0, read.wording - SPUN_WORDING))
    size = max(len(read.tokens), COMPANY_LEAST_WORDS) / COMPANY_WORDS
    found = _best_apart(tortures(read.tokens, COMPANY))
    if SURE_ALONE - min(COMPANY_AT_MOST, sum(_company(found).values()) / size) - spun - REPEATED < COMPANY:
        found = _best_apart(tortures(read.tokens))
    pieces = []
    for torture in found:
        others = [other for other in found if other is not torture]
        weights = _company(others)
        weights.pop(torture.expected, None)
        bar = SURE_ALONE - min(COMPANY_AT_MOST, sum(weights.values()) / size) - spun
        if any(other.expected == torture.expected for other in others):
            bar -= REPEATED
        bar = max(bar, LEAST[torture.kind] if read.spun >= 0.5 else LEAST_IN_SOUND[torture.kind])
        if torture.odds >= bar:
            pieces.append(Piece(torture.first, torture.last, torture.expected, torture.odds, torture.odds - bar))
    return pieces


def _company(found: Sequence[Torture]) -> dict[tuple[str, ...], float]:
    return {other.expected: min(other.odds, 3.5) - COMPANY for other in found if other.odds > COMPANY}


def _best_apart(found: Sequence[Torture]) -> list[Torture]:
    """The likeliest ones that do not overlap."""
    taken: set[int] = set()
    chosen = []
    for torture in sorted(found, key=lambda item: (-item.odds, item.first)):
        if taken.isdisjoint(range(torture.first, torture.last)):
            taken.update(range(torture.first, torture.last))
            chosen.append(torture)
    return chosen


def _decoded(read: Reading) -> list[Piece]:
    """What the likeliest original of each clause has in other words."""
    price = PRICE - 2 * (read.spun - 0.5) * (PRICE - PRICE_SPUN)
    return [Piece(run.first, run.last, run.original, run.gain, run.gain) for run in decoded(read.tokens, price)]


def _translated_names(tokens: Sequence[Token]) -> list[Piece]:
    """Names whose first word was put in several: "Each day Mirror", capital inside the sentence and a small letter."""
    stems = [token.stem for token in tokens]
    found = []
    for place in range(len(tokens) - 2):
        token = tokens[place]
        if not token.capital or token.first or tokens[place + 1].capital:
            continue
        border = next((stop for stop in range(place + 1, len(tokens)) if tokens[stop].opens), len(tokens))
        for stop in unit_ends(stems, place, border)[1:]:
            originals = [words for words in spinner.originals().get(tuple(stems[place:stop]), ()) if len(words) == 1]
            if stop < border and tokens[stop].capital and originals:
                expected = (*originals[0], stems[stop])
                found.append(Piece(place, stop + 1, expected, CERTAIN, LIKELY, PhraseEvidence.INFERRED, apart=True))
    return found


def _apart(pieces: Sequence[Piece]) -> list[Piece]:
    taken: set[int] = set()
    chosen = []
    for piece in sorted(pieces, key=lambda item: (-item.odds, item.first)):
        if taken.isdisjoint(range(piece.first, piece.last)):
            taken.update(range(piece.first, piece.last))
            chosen.append(piece)
    return sorted(chosen)


def _joined(pieces: Sequence[Piece], tokens: Sequence[Token]) -> list[list[Piece]]:
    """Runs of pieces that touch: one wrecked phrase of several words."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        touches = runs and runs[-1][-1].last == piece.first and not tokens[piece.first].opens
        if touches and not piece.apart and not runs[-1][-1].apart:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _phrase(text: str, tokens: Sequence[Token], run: Sequence[Piece]) -> TorturedPhrase:
    start, end = tokens[run[0].first].start, tokens[run[-1].last - 1].end
    best = max(run, key=lambda piece: piece.odds)
    if best.odds >= CERTAIN and best.margin >= LIKELY:
        confidence = PhraseConfidence.CERTAIN
    elif best.margin >= LIKELY:
        confidence = PhraseConfidence.LIKELY
    else:
        confidence = PhraseConfidence.POSSIBLE
    possessive = "'s" if tokens[run[-1].last - 1].word.endswith("'s") else ""
    if all(piece.written for piece in run):
        expected = " ".join(piece.written for piece in run)
    else:
        expected = _like_text([word for piece in run for word in piece.expected], text, tokens, run) + possessive
    return TorturedPhrase(start, end, text[start:end], (expected,), confidence, best.evidence)


def _like_text(words: list[str], text: str, tokens: Sequence[Token], run: Sequence[Piece]) -> str:
    """The expected words with the capitals and hyphens of the text's."""
    own = tokens[run[0].first : run[-1].last]
    if len(own) > 1 and all(token.capital for token in own):
        words = [word if word in ("of", "on", "the", "and", "in") else word.capitalize() for word in words]
    elif own[0].capital:
        kept = {token.stem: text[token.start : token.start + len(token.stem)] for token in own[1:] if token.capital}
        words = [words[0].capitalize(), *(kept.get(word, word) for word in words[1:])]
    if len(words) == len(own):
        gaps = [text[one.end : two.start] for one, two in pairwise(own)]
        gaps = [gap if gap in ("-", "‐", "‑") else " " for gap in gaps]
        return "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))
    return " ".join(words)
