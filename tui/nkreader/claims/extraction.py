"""The claims of one article: what in it can be checked, on whose word, with which figures, how surely it is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from nkreader.claims.clauses import clauses, has_verb, is_checkable
from nkreader.claims.model import Claim, ClaimType, Marked, Quotation, Speaker
from nkreader.claims.speech import Said, reading
from nkreader.claims.statement import Attribution
from nkreader.claims.units import Unit
from nkreader.lexicon.cues import hedge_spans, word_list
from nkreader.mentions.values import values_in
from nkreader.model import Article, Span, Value, ValueKind

# A quotation that fills this share of a claim makes it a quotation rather than a report that quotes.
_QUOTED_SHARE = 0.5
# A second quotation of a sentence is a claim of its own from this many words on.
_SECOND_QUOTATION = 4
_FUTURE = re.compile(
    r"\b(?:will|won['’]t|shall|going\s+to|(?:is|are)\s+(?:set|expected|likely|unlikely|due|poised|bound|scheduled|projected|forecast|planned|about)\s+to"
    r"|(?:increasingly|more|most|highly|very)\s+(?:un)?likely|would|in\s+the\s+(?:foreseeable\s+future|coming\s+\w+|near\s+future|years\s+ahead)|foreseeable\s+future"
    r"|by\s+20[3-9]\d|next\s+(?:year|month|week|decade)|['’]ll)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:was|were|had|has\s+(?:\w+ly\s+)?\w+ed|have\s+(?:\w+ly\s+)?\w+ed|did|[a-z]{2,}ed|went|came|made|took|gave|met|held|began|left|won|lost|rose|fell|sold|bought"
    r"|signed|built|sent|led|set|shot|struck|broke|fought|grew|saw|flew|drove|became)\b"
)
_JUDGES = re.compile(
    r"\b(?:sign|symptom|important|significant|crucial|key|critical|desperate(?:ly)?|successful|success(?:es)?|fail(?:ed|s|ure)?|good|bad|better|worse|best|worst"
    r"|strong|weak|closer|should|must|because|therefore|thus|means|need(?:s|ed)?|seem(?:s|ed)?|appear(?:s|ed)?|suggest(?:s|ed)?|likely|impossible|difficult"
    r"|easy|clear(?:ly)?|obvious(?:ly)?|strengthen\w*|undermin\w*|threat\w*|risk\w*|challenge\w*|opportunit\w+|benefit\w*|never)\b",
    re.IGNORECASE,
)
# Where nobody is reported, so that it stands for no "will" of the past.
_WOULD = re.compile(r"\bwould\b(?!\s+(?:seem|appear|suggest|probably|likely|possibly|presumably|imply)\b)")
_FIGURES = frozenset({ValueKind.MONEY, ValueKind.PERCENT, ValueKind.QUANTITY, ValueKind.COUNT})
_GREETING = re.compile(
    r"(?:thank(?:s| you)|welcome|hello|hi|good (?:morning|evening|afternoon)|click|subscribe|sign up|read (?:more|the)"
    r"|follow us|share this|see also|photo|image|copyright|all rights|please)\b",
    re.IGNORECASE,
)


def extract_claims(article: Article) -> list[Claim]:
    """The article's claims in the order of its text."""
    return list(_claims(article))


@lru_cache(maxsize=256)
def _claims(article: Article) -> tuple[Claim, ...]:
    text = article.text
    drafts: list[_Draft] = []
    read = reading(article)
    for place, said in enumerate(read):
        unit = said.unit
        alone = (place == 0 or read[place - 1].unit.block != unit.block) and (
            place + 1 == len(read) or read[place + 1].unit.block != unit.block
        )
        drafts += _drafts(said, text, alone)
    return tuple(
        _claim(article, number, draft)
        for number, draft in enumerate(sorted(drafts, key=lambda d: (d[0].start, -d[0].end)), 1)
    )


_Draft = tuple[Span, Attribution | None, Speaker | None, Marked | None, Quotation | None]


def _drafts(said: Said, text: str, alone: bool) -> list[_Draft]:
    unit = said.unit
    speech = [quotation for quotation in said.quotations if quotation.is_speech]
    if not speech and (
        not is_checkable(unit, text, alone, bool(said.attributions)) or _GREETING.match(text, unit.start)
    ):
        return []
    drafts: list[_Draft] = []
    taken: set[int] = set()
    parts = clauses(unit, text)
    parts = _fitted(parts, said)
    for part in parts:
        inside = [item for item in said.attributions if _belongs(item[0], part, parts)]
        if not inside:
            quotation = _first(speech, part, taken)
            if quotation is not None:
                taken.add(quotation.start)
                drafts.append((part, None, quotation.speaker, quotation.cue, quotation))
            elif _says_something(part, text, unit):
                drafts.append((part, None, None, None, None))
            continue
        outer = _outermost(inside)
        for attribution, speaker in inside:
            span = attribution.span
            if attribution is outer:
                main = _main_clause(part, attribution, unit)
                if main is not None:
                    drafts.append((main, None, None, None, None))
                    span = Span(span.start, max(span.end, part.end))
                else:
                    span = Span(min(part.start, span.start), max(part.end, span.end))
            if span.end - span.start < 12:
                continue
            quotation = _first([q for q in speech if q.span.overlaps(attribution.content)], span, taken)
            if quotation is None and attribution is outer:
                quotation = _first([q for q in speech if q.start >= part.start and q.end <= part.end], span, taken)
            if quotation is not None:
                taken.add(quotation.start)
            cue = Marked(attribution.cue.of(text), *attribution.cue)
            drafts.append((span, attribution, speaker, cue, quotation))
    for quotation in speech:
        if quotation.start in taken or len(quotation.text.split()) < _SECOND_QUOTATION:
            continue
        drafts.append((quotation.span, None, quotation.speaker, quotation.cue, quotation))
    return drafts


def _fitted(parts: list[Span], said: Said) -> list[Span]:
    """Clauses joined again where one attribution's content runs over several."""
    result: list[Span] = []
    for part in parts:
        if result and any(
            attribution.span.start < result[-1].end
            and attribution.content.end > part.start + 2
            and attribution.kind == "say"
            and attribution.cue.end > part.start
            for attribution, _ in said.attributions
        ):
            result[-1] = Span(result[-1].start, part.end)
        else:
            result.append(part)
    return result


def _belongs(attribution: Attribution, part: Span, parts: Sequence[Span]) -> bool:
    best = max(parts, key=lambda other: min(other.end, attribution.cue.end) - max(other.start, attribution.cue.start))
    return best == part and attribution.cue.overlaps(part)


def _outermost(inside: Sequence[tuple[Attribution, Speaker | None]]) -> Attribution:
    return max(inside, key=lambda item: (item[0].span.end - item[0].span.start, -item[0].span.start))[0]


_SUBORDINATE = word_list(
    """
    on in at after when before as since if while although though because by during following amid despite with
    without for from to under over between among through until once whether according speaking asked citing
    """
)
_LEADING = word_list(
    """
    after following amid despite which because as since with though although given until before than where
    when while
    """
)


def _main_clause(part: Span, attribution: Attribution, unit: Unit) -> Span | None:
    """What a sentence says before its attribution begins, where that stands alone: "Prices fell, which he says ..."."""
    begin = attribution.span.start
    before = [token for token in unit.tokens if token.start >= part.start and token.end <= begin]
    if len(before) < 5 or before[0].low in _SUBORDINATE or attribution.content.start < begin + 1:
        return None
    if before[-1].low not in _LEADING:
        return None
    while before and (before[-1].low in _LEADING or not before[-1].is_word):
        before = before[:-1]
    if len(before) < 5 or not has_verb(before):
        return None
    return Span(before[0].start, before[-1].end)


def _first(speech: Sequence[Quotation], span: Span, taken: set[int]) -> Quotation | None:
    held = [q for q in speech if q.span.overlaps(span) and q.start not in taken]
    return max(held, key=lambda q: q.end - q.start, default=None)


def _says_something(part: Span, text: str, unit: Unit) -> bool:
    return len(re.findall(r"\w+", part.of(text))) >= 4


def _claim(article: Article, number: int, draft: _Draft) -> Claim:
    span, attribution, speaker, cue, quotation = draft
    text = article.text
    hedges = [Marked(hedge.of(text), *hedge) for hedge in hedge_spans(text, *span)]
    if speaker is None and quotation is None:
        hedges += [Marked(would[0], *would.span()) for would in _WOULD.finditer(text, *span)]
        hedges.sort(key=lambda hedge: hedge.start)
    found = tuple(values_in(text, span.start, span.end, article.published))
    kind = _type(span, attribution, speaker, quotation, found, text)
    weight = _weight(kind, speaker, hedges, found)
    held = quotation.span if quotation else None
    return Claim(
        f"{article.id}:c{number}",
        article.id,
        span.start,
        span.end,
        kind,
        weight,
        speaker,
        cue,
        tuple(hedges),
        found,
        held,
    )


def _type(
    span: Span,
    attribution: Attribution | None,
    speaker: Speaker | None,
    quotation: Quotation | None,
    found: Sequence[Value],
    text: str,
) -> ClaimType:
    if quotation is not None:
        share = (quotation.end - quotation.start) / max(1, span.end - span.start)
        if share >= _QUOTED_SHARE or (
            attribution is not None and quotation.start <= attribution.content.start and share > 0.35
        ):
            return ClaimType.QUOTATION
    if speaker is not None or (attribution is not None and attribution.source is not None):
        return ClaimType.REPORTED
    if quotation is not None and len(quotation.text.split()) > 6:
        return ClaimType.QUOTATION
    shown = span.of(text)
    if _FUTURE.search(shown):
        return ClaimType.PREDICTION
    if any(value.kind in _FIGURES and _weighty(value) and not _definite(value, text) for value in found):
        return ClaimType.FIGURE
    dated = any(value.kind is ValueKind.DATE for value in found)
    if dated and (_DONE.search(shown) or not _JUDGES.search(shown)):
        return ClaimType.EVENT
    if _DONE.search(shown) and not _JUDGES.search(shown):
        return ClaimType.EVENT
    return ClaimType.ASSESSMENT


def _weighty(value: Value) -> bool:
    """A figure worth checking: not the "two" of "the two countries"."""
    return (
        value.kind is not ValueKind.COUNT or not value.text.isalpha() or (value.value or "").rstrip("0").__len__() > 1
    )


_BEFORE_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|his|her|its|their|our|my|your|other|first|last|next|\w+['’]s?)\s+$", re.IGNORECASE
)


def _definite(value: Value, text: str) -> bool:
    """Whether a small number only says which: "the 2 states", "their three children"; nothing is counted there."""
    small = value.kind is ValueKind.COUNT and value.unit is None and len(value.value or "") == 1
    return small and _BEFORE_DEFINITE.search(text, max(0, value.start - 16), value.start) is not None


# What makes a claim worth checking: each reason and what it adds. The sum, within 0..1, is the weight.
_BASE = 0.3


def _weight(kind: ClaimType, speaker: Speaker | None, hedges: Sequence[Marked], found: Sequence[Value]) -> float:
    return round(min(1.0, max(0.0, _BASE + sum(share for _, share in weight_reasons(kind, speaker, hedges, found)))), 2)


def weight_reasons(
    kind: ClaimType, speaker: Speaker | None, hedges: Sequence[Marked], found: Sequence[Value]
) -> list[tuple[str, float]]:
    """Why a claim weighs what it does, in plain words, each with what it adds to or takes from 0.3."""
    reasons: list[tuple[str, float]] = []
    figures = [value for value in found if value.kind in _FIGURES]
    if figures:
        reasons.append(("gives a figure" if len(figures) == 1 else f"gives {len(figures)} figures", 0.3))
    if any(value.kind is ValueKind.DATE for value in found):
        reasons.append(("gives a date", 0.15))
    if speaker is not None:
        reasons.append(("names who says so", 0.1))
    if kind is ClaimType.QUOTATION:
        reasons.append(("is a quotation that can be looked up", 0.1))
    if kind is ClaimType.EVENT:
        reasons.append(("tells of an event", 0.1))
    if kind is ClaimType.PREDICTION:
        reasons.append(("is about the future", -0.1))
    if kind is ClaimType.ASSESSMENT:
        reasons.append(("is a judgement", -0.05))
    if hedges:
        reasons.append(("is hedged", -0.1))
    return reasons
