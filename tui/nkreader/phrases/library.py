"""The tortured phrases of a whole library: shown by alignment, told by its own spinner dictionary, or inferred."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from nkreader.compare.model import Comparison, RowKind
from nkreader.model import Article, Boilerplate
from nkreader.phrases.aligned import Substitution, substitutions
from nkreader.phrases.alone import Piece, inferred_pieces, phrases_from
from nkreader.phrases.learnt import SpinnerDictionary, lessons
from nkreader.phrases.model import Alone, ArticlePhrases, PhraseEvidence
from nkreader.phrases.reading import Reading, reading, spun

SPUN = 0.5
BROKEN = 0.7
"""Gain (powers of ten) from which a spun copy's word is tortured and not just a synonym: its neighbours show it."""
BROKEN_IN_SOUND = 2.0
"""The same for a copy that reads sound otherwise: only a broken expression counts there."""
EXTRA_WORD = 2.0
"""What a longer wording pays for each word more: it is rarer by itself."""
WORD_FOR_WORD, LEAST_SHOWN = 0.5, 3
"""Share of a copy's substitutions that are dictionary neighbours: .7 in a spun copy, under .4 in a rewrite of one."""
SHOWN_SPUN, SHOWN, CLOSE = 0.2, 10, 0.6
"""A copy that reads a little spun is, if it has this many substitutions and this share of them are neighbours."""
SOURCES = 4
"""So many sound relatives are asked what a copy's spinner put for what; more say the same."""
LEARNT_FROM = 0.2
"""Gain from which a learnt substitution is named in another place."""


def phrases_alone(articles: Sequence[Article]) -> list[ArticlePhrases]:
    """What each article shows read alone."""
    known: dict[tuple[str, tuple[Boilerplate, ...]], ArticlePhrases] = {}
    for article in articles:
        key = article.text, article.boilerplate
        if key not in known:
            read = reading(article)
            phrases = tuple(phrases_from(article.text, read, inferred_pieces(read))) if read else ()
            known[key] = ArticlePhrases(article.id, read.spun if read else 0.0, phrases)
    return [replace(known[article.text, article.boilerplate], id=article.id) for article in articles]


def spun_alone(articles: Sequence[Article]) -> list[Alone]:
    """How spun each article is, and what it shows if it is spun; else that takes twice as long and is hardly anything.

    What `phrases_alone` says of one that is not spun is asked for when it is looked at.
    """
    known: dict[tuple[str, tuple[Boilerplate, ...]], Alone] = {}
    found: list[Alone] = []
    for article in articles:
        key = article.text, article.boilerplate
        if key not in known:
            score = spun(article)
            known[key] = score, phrases_alone([article])[0] if score >= SPUN else None
        score, own = known[key]
        found.append((score, own and replace(own, id=article.id)))
    return found


def phrases_of(
    articles: Mapping[str, Article],
    pairs: Iterable[tuple[str, str]],
    comparison: Callable[[str, str], Comparison],
    alone: Mapping[str, Alone] | None = None,
    lessons_seen: list[tuple[tuple[str, ...], tuple[str, ...]]] | None = None,
) -> dict[str, ArticlePhrases]:
    """Every article's tortured phrases and how spun it is, by id; with `alone`, of those that are spun or shown to be.

    `alone`: what `spun_alone` says, by id, of at least all that are in a pair or read as spun. Of the pairs, those
    are compared in which one reads more spun than the other. The comparison of a spun article with a sound one shows
    what its spinner put for what; that dictionary then speaks of the spun articles' other parts, and of spun articles
    whose original is missing. `lessons_seen` takes up that dictionary's entries.
    """
    # Readings are big: they are made again where they are needed, and only their scores kept.
    known = alone or {}
    scores = {id: score for id, (score, _) in known.items()}
    shown: dict[str, list[Substitution]] = defaultdict(list)
    kept: dict[str, set[int]] = defaultdict(set)
    sources = Counter[str]()
    taught = []
    for left, right in pairs:
        for original_id, copy_id in ((left, right), (right, left)):
            for id in (original_id, copy_id):
                if id not in scores:
                    scores[id] = spun(articles[id])
            if scores[original_id] >= SPUN or scores[copy_id] <= scores[original_id]:
                continue
            if sources[copy_id] == SOURCES:
                continue
            oriented = comparison(original_id, copy_id)
            if sum(len(row.changes) for row in oriented.rows) < LEAST_SHOWN:
                continue
            original, copy = articles[original_id], articles[copy_id]
            read, source = reading(copy), reading(original)
            if read is None or source is None:
                continue
            found = substitutions((original, source.tokens), (copy, read.tokens), oriented)
            if not _word_for_word(found):
                continue
            shown[copy.id] += found
            sources[copy.id] += 1
            if read.spun >= SPUN:
                taught += lessons(found, read.tokens)
                kept[copy.id] |= _unchanged(oriented, read) - _changed(found)
    if lessons_seen is not None:
        lessons_seen += taught
    dictionary = SpinnerDictionary(taught)
    result = {}
    for id in articles if alone is None else alone:
        # Most articles are no spun copies, and other articles show nothing in them.
        if id in known and not (id in shown or id in kept or (scores[id] >= SPUN and dictionary)):
            if (own := known[id][1]) is not None:
                result[id] = own
            continue
        article = articles[id]
        read = reading(article)
        if read is None:
            result[article.id] = ArticlePhrases(article.id, 0.0, ())
            continue
        pieces = _pieces(read, shown[article.id], kept[article.id], dictionary)
        result[article.id] = ArticlePhrases(article.id, read.spun, tuple(phrases_from(article.text, read, pieces)))
    return result


def phrases_learnt(
    articles: Iterable[Article], lessons_seen: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]
) -> list[ArticlePhrases]:
    """What spun articles without relatives show, in the light of what copies of other articles put for what."""
    dictionary = SpinnerDictionary(lessons_seen)
    found = []
    for article in articles:
        read = reading(article)
        phrases = phrases_from(article.text, read, _pieces(read, (), set(), dictionary)) if read else ()
        found.append(ArticlePhrases(article.id, read.spun if read else 0.0, tuple(phrases)))
    return found


def _word_for_word(found: Sequence[Substitution]) -> bool:
    """Whether the copy puts neighbours for words; a rewrite, or a text that shares a statement, teaches nothing."""
    return len(found) >= LEAST_SHOWN and _related_share(found) >= WORD_FOR_WORD


def _related_share(found: Sequence[Substitution]) -> float:
    return sum(item.related for item in found) / len(found)


def _changed(found: Iterable[Substitution]) -> set[int]:
    return {place for item in found for place in range(item.first, item.last)}


def _unchanged(comparison: Comparison, read: Reading) -> set[int]:
    """The copy's tokens that stand in a row with the original: what is not changed there is the original's own."""
    spans = [span for row in comparison.rows if row.kind in (RowKind.SAME, RowKind.CHANGED) for span in row.right]
    return {place for start, end in spans for place, token in enumerate(read.tokens) if start <= token.start < end}


def _pieces(read: Reading, shown: Sequence[Substitution], kept: set[int], dictionary: SpinnerDictionary) -> list[Piece]:
    is_spun = read.spun >= SPUN or (read.spun >= SHOWN_SPUN and len(shown) >= SHOWN and _related_share(shown) >= CLOSE)
    pieces = []
    for item in shown:
        gain = item.gain - EXTRA_WORD * max(0, item.last - item.first - len(item.words))
        broken = (
            item.words and (gain >= (BROKEN if item.odd else 2 * BROKEN) or item.breaks or item.name)
            if is_spun
            else item.name or (item.breaks and item.odd and gain >= BROKEN_IN_SOUND)
        )
        if broken:
            sure = item.name or item.breaks or (gain >= 2 * BROKEN and not item.plain)
            margin = 2.0 if sure else 0.5
            pieces.append(
                Piece(item.first, item.last, item.words, 10 + gain, margin, PhraseEvidence.ALIGNED, item.original)
            )
    alone = inferred_pieces(read)
    if is_spun and dictionary:
        for learnt in dictionary.found_in(read.tokens, LEARNT_FROM):
            margin = learnt.gain - LEARNT_FROM
            alone.append(
                Piece(learnt.first, learnt.last, learnt.original, learnt.gain + 1.5, margin, PhraseEvidence.LEARNT)
            )
    taken = kept | _changed(shown)
    return pieces + [piece for piece in alone if taken.isdisjoint(range(piece.first, piece.last))]
