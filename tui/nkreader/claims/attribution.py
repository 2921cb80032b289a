"""Who is said to say what: source, cue and content of every attribution in a sentence, by rule, without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from nkreader.claims.formulas import (
    FIGURING,
    VIEWS,
    according,
    as_called,
    as_put,
    by_agent,
    by_colon,
    by_dash,
    by_noun,
    in_the_words,
)
from nkreader.claims.sources import holds_opinions, main_subject, next_capital, source_before, span_of
from nkreader.claims.statement import Attribution
from nkreader.claims.units import Token, TokenKind, Unit
from nkreader.claims.verbs import by_verb
from nkreader.lexicon.cues import CUE_NOUNS, Cue, cue_kind
from nkreader.model import Span

# A quotation behind a colon is speech, not a title, from this many blanks on.
_HANDED_WORDS = 4


def attributions(unit: Unit, text: str) -> list[Attribution]:
    """The attributions of a sentence, in order of their cues."""
    tokens = unit.tokens
    found: list[Attribution] = []
    for place, token in enumerate(tokens):
        if token.kind is TokenKind.QUOTE:
            continue
        if token.kind is TokenKind.MARK:
            attribution = by_colon(tokens, place) if token.text == ":" else by_dash(unit, tokens, place)
        elif token.low == "according" and place + 1 < len(tokens) and tokens[place + 1].low == "to":
            attribution = according(unit, tokens, place, place + 2)
        elif token.low == "per" and place and tokens[place - 1].text == "," and next_capital(tokens, place):
            attribution = according(unit, tokens, place, place + 1)
        elif (
            (token.low in VIEWS and (attribution := in_the_words(unit, tokens, place)) is not None)
            or (token.low in CUE_NOUNS and (attribution := by_noun(unit, tokens, place)) is not None)
            or (token.low in FIGURING and (attribution := by_agent(unit, tokens, place)) is not None)
            or (token.low in ("put", "puts") and (attribution := as_put(unit, tokens, place)) is not None)
            or (token.low == "as" and (attribution := as_called(unit, tokens, place)) is not None)
        ):
            pass
        elif (kind := cue_kind(token.low)) is not None:
            attribution = by_verb(unit, tokens, place, kind)
        else:
            continue
        if attribution is not None and not _repeats(attribution, found):
            found.append(attribution)
    found = _bounded(found, tokens)
    return [*found, *_handed_over(unit, tokens, found)]


def _handed_over(unit: Unit, tokens: Sequence[Token], found: Sequence[Attribution]) -> list[Attribution]:
    """`Ms Lee, a fellow at the institute, made a point: "..."`: whatever she did, the words are hers."""
    handed = []
    for place in range(2, len(tokens) - 1):
        quote = tokens[place + 1]
        if tokens[place].text != ":" or quote.kind is not TokenKind.QUOTE or quote.text.count(" ") < _HANDED_WORDS:
            continue
        span = Span(quote.start, quote.end)
        if any(attribution.content.overlaps(span) for attribution in found):
            continue
        source = main_subject(tokens, place)
        if source is None or not tokens[source[0]].capital or not holds_opinions(tokens, *source):
            continue
        colon = span_of(tokens, place, place)
        handed.append(Attribution(span_of(tokens, *source), colon, span, (span,), Cue.SAY, ":"))
    return handed


def _repeats(new: Attribution, found: Sequence[Attribution]) -> bool:
    return any(new.cue.overlaps(old.cue) for old in found)


def _bounded(found: list[Attribution], tokens: Sequence[Token]) -> list[Attribution]:
    """Contents cut where the next statement, coordinated with this one, begins: "A said x, and B said y"."""
    result = []
    for number, attribution in enumerate(found):
        content = attribution.content
        for other in found[number + 1 :]:
            begin = other.span.start
            if other.source is None or not content.start < begin < content.end or begin < attribution.cue.end:
                continue
            before = [token for token in tokens if token.end <= begin][-2:]
            joined = [token.low or token.text for token in before]
            if joined and (joined[-1] in ("but", "while", "whereas", ";") or joined == [",", "and"]):
                content = Span(content.start, before[0].start if len(before) > 1 else before[-1].start)
                break
        if content.end > content.start:
            result.append(
                Attribution(
                    attribution.source,
                    attribution.cue,
                    content,
                    tuple(quote for quote in attribution.quotes if quote.start < content.end),
                    attribution.kind,
                    attribution.base,
                )
            )
    return result


def announced(unit: Unit) -> tuple[Span, Span] | None:
    """Source and cue of a sentence that ends by announcing the next: "The minister told reporters:"."""
    tokens = unit.tokens
    if len(tokens) < 3 or tokens[-1].text != ":":
        return None
    for place in range(len(tokens) - 2, 0, -1):
        token = tokens[place]
        if token.is_word and cue_kind(token.low) is not None and not token.capital:
            source = source_before(tokens, place)
            if source is not None:
                return span_of(tokens, source[0], source[1]), span_of(tokens, place, place)
        if token.is_word and token.low.endswith("ing") and cue_kind(token.low) is Cue.SAY:
            subject = main_subject(tokens, place)
            if subject is not None:
                return span_of(tokens, *subject), span_of(tokens, place, place)
    return None
