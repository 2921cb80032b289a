"""Attribution without a verb: "according to", "in her words", "the ministry's claim that", a colon, a dash."""

from __future__ import annotations

from collections.abc import Sequence

from nkreader.claims.complements import closing, quote_ahead
from nkreader.claims.sources import (
    BE,
    DETERMINERS,
    FINITE,
    MINDS,
    main_subject,
    phrase_after,
    phrase_before,
    source_before,
    span_of,
)
from nkreader.claims.statement import Attribution, quotes_in
from nkreader.claims.units import Token, TokenKind, Unit
from nkreader.lexicon.cues import Cue, cue_kind, is_function_word, word_list
from nkreader.model import Span

FIGURING = word_list(
    "put measured counted recorded valued estimated calculated reported given set found projected forecast"
)
VIEWS = word_list("words view opinion account telling estimation eyes assessment")


def according(unit: Unit, tokens: Sequence[Token], place: int, first: int) -> Attribution | None:
    phrase = phrase_after(tokens, first)
    if phrase is None:
        return None
    last = phrase[1]
    end = closing(tokens)
    start = tokens[0].start
    if place == 0 or (place == 1 and tokens[0].kind is TokenKind.WORD):
        stop = next((step for step in range(last + 1, len(tokens)) if tokens[step].text == ","), last)
        # "According to Jane Doe, a fellow at the institute, ...": the content begins behind the apposition.
        following = stop + 1
        if following < len(tokens) and tokens[following].low in (
            "a",
            "an",
            "the",
            "who",
            "whose",
            "director",
            "professor",
        ):
            second = next((step for step in range(following, len(tokens)) if tokens[step].text == ","), None)
            if second is not None and not any(token.low in FINITE for token in tokens[following:second]):
                stop = second
        if stop + 1 >= len(tokens):
            return None
        content = Span(tokens[stop + 1].start, end)
    else:
        before = tokens[place - 2] if tokens[place - 1].kind is TokenKind.MARK and place > 1 else tokens[place - 1]
        content = Span(start, before.end)
        if (
            last + 1 < len(tokens)
            and tokens[last + 1].text == ","
            and last + 3 < len(tokens)
            and tokens[place - 1].text == ","
        ):
            content = Span(start, end)
    if content.end <= content.start:
        return None
    return Attribution(
        span_of(tokens, first, last),
        span_of(tokens, place, first - 1),
        content,
        quotes_in(unit, content),
        Cue.SAY,
        "according to",
    )


def in_the_words(unit: Unit, tokens: Sequence[Token], place: int) -> Attribution | None:
    """ "in Clausewitz's words", "in the view of the ministry", "in his opinion"."""
    end = closing(tokens)
    before = place - 1
    while before >= 0 and place - before < 7 and tokens[before].low != "in":
        before -= 1
    if before < 0 or tokens[before].low != "in" or place - before < 2:
        return None
    owner = tokens[place - 1]
    if owner.low == "the" and place + 2 < len(tokens) and tokens[place + 1].low == "of":
        phrase = phrase_after(tokens, place + 2)
        if phrase is None:
            return None
        source, last = span_of(tokens, *phrase), phrase[1]
    elif owner.low in ("his", "her", "their", "my", "our") or owner.low.endswith(("'s", "s'")):
        first = before + 1
        source = Span(
            tokens[first].start, owner.end - (2 if owner.low.endswith("'s") else 1 if owner.low.endswith("s'") else 0)
        )
        last = place
    else:
        return None
    if before == 0:
        if last + 2 >= len(tokens) or tokens[last + 1].text != ",":
            return None
        content = Span(tokens[last + 2].start, end)
    else:
        content = Span(tokens[0].start, tokens[before - 1].end)
    return Attribution(
        source, span_of(tokens, before, place), content, quotes_in(unit, content), Cue.SAY, "in the words of"
    )


def as_called(unit: Unit, tokens: Sequence[Token], place: int) -> Attribution | None:
    """ "He went after her as a "nasty woman"": what somebody is quoted as being, whatever the verb."""
    quote = place + 1
    while quote < len(tokens) and tokens[quote].low in ("a", "an", "the") and quote < place + 2:
        quote += 1
    if quote >= len(tokens) or tokens[quote].kind is not TokenKind.QUOTE:
        return None
    near = [token.low for token in tokens[max(0, place - 4) : place]]
    if not near or near[-1] in ("known", "such", "billed", "titled", "branded", "well", "same", "dubbed", "so", "just"):
        return None
    if any(cue_kind(low) for low in near) or any(low in ("known", "dubbed") for low in near):
        return None
    source = main_subject(tokens, place)
    if source is None or not (tokens[source[1]].capital or tokens[source[1]].low in MINDS):
        return None
    content = Span(tokens[place].start, closing(tokens))
    return Attribution(
        span_of(tokens, *source), span_of(tokens, place, place), content, quotes_in(unit, content), Cue.SAY, "describe"
    )


def by_noun(unit: Unit, tokens: Sequence[Token], place: int) -> Attribution | None:
    """ "the ministry's March 30 announcement that ...", "reports that ...", "his claim that ..."."""
    if place + 2 >= len(tokens) or (tokens[place].capital and place):
        return None
    if tokens[place + 1].low not in ("that", "of") or not tokens[place + 1].is_word:
        return None
    of = tokens[place + 1].low == "of"
    step = place - 1
    while step >= 0 and place - step <= 6 and tokens[step].is_word:
        low = tokens[step].low
        if low.endswith(("'s", "s'")):
            if of and not tokens[step].capital:
                return None
            phrase = phrase_before(tokens, step)
            if phrase is None:
                return None
            source = Span(tokens[phrase[0]].start, tokens[step].end - (2 if low.endswith("'s") else 1))
            content = Span(tokens[place + 1].start, closing(tokens))
            if of:
                return None
            return Attribution(
                source, span_of(tokens, place, place), content, quotes_in(unit, content), Cue.REPORT, tokens[place].low
            )
        if low in ("his", "her", "their", "my", "our") and not of:
            content = Span(tokens[place + 1].start, closing(tokens))
            return Attribution(
                span_of(tokens, step, step),
                span_of(tokens, place, place),
                content,
                quotes_in(unit, content),
                Cue.REPORT,
                tokens[place].low,
            )
        if is_function_word(low) and low not in DETERMINERS:
            break
        step -= 1
    return None


def by_agent(unit: Unit, tokens: Sequence[Token], place: int) -> Attribution | None:
    """ "The price is put at $3 million by the Harbour Board": who gives a figure, at the sentence's end."""
    if not place or tokens[place - 1].low not in BE:
        return None
    for step in range(place + 1, len(tokens) - 1):
        if tokens[step].low != "by":
            continue
        agent = phrase_after(tokens, step + 1)
        if agent is None or not any(token.capital for token in tokens[agent[0] : agent[1] + 1]):
            continue
        if agent[1] + 1 < len(tokens) and tokens[agent[1] + 1].is_word:
            continue
        content = Span(tokens[0].start, tokens[step - 1].end)
        return Attribution(
            span_of(tokens, *agent),
            span_of(tokens, place, place),
            content,
            quotes_in(unit, content),
            Cue.REPORT,
            tokens[place].low,
        )
    return None


def as_put(unit: Unit, tokens: Sequence[Token], place: int) -> Attribution | None:
    """ "..., as the weekly put it, "the operator"": the quotation behind, else what stood before."""
    if place + 1 >= len(tokens) or tokens[place + 1].low not in ("it", "this"):
        return None
    found = source_before(tokens, place)
    if found is None or not found[0] or tokens[found[0] - 1].low != "as":
        return None
    quote = quote_ahead(tokens, place + 2, 8)
    if quote is not None:
        content = Span(tokens[quote].start, tokens[quote].end)
    elif found[0] > 2:
        content = Span(tokens[0].start, tokens[found[0] - 2].end)
    else:
        return None
    return Attribution(
        span_of(tokens, found[0], found[1]),
        span_of(tokens, place, place),
        content,
        quotes_in(unit, content),
        Cue.SAY,
        "put",
    )


def by_colon(tokens: Sequence[Token], place: int) -> Attribution | None:
    """`Smith: "We won."`: a name, a colon, a quotation."""
    if place == 0 or place + 1 >= len(tokens) or tokens[place + 1].kind is not TokenKind.QUOTE:
        return None
    phrase = phrase_before(tokens, place - 1)
    if (
        phrase is None
        or phrase[0] != 0
        or not all(token.capital or token.low in ("of", "the") for token in tokens[:place])
    ):
        return None
    quote = tokens[place + 1]
    return Attribution(
        span_of(tokens, *phrase),
        span_of(tokens, place, place),
        Span(quote.start, quote.end),
        (Span(quote.start, quote.end),),
        Cue.SAY,
        ":",
    )


def by_dash(unit: Unit, tokens: Sequence[Token], place: int) -> Attribution | None:
    """`"..." — Jane Doe`: a quotation, a dash, a name and nothing more."""
    if (
        not place
        or tokens[place].text[0] not in "—–―"
        or tokens[place - 1].kind is not TokenKind.QUOTE
        or place + 1 >= len(tokens)
    ):
        return None
    phrase = phrase_after(tokens, place + 1)
    if phrase is None or not tokens[place + 1].capital:
        return None
    following = tokens[phrase[1] + 1] if phrase[1] + 1 < len(tokens) else None
    if following is not None and following.is_word:
        return None
    quote = tokens[place - 1]
    return Attribution(
        span_of(tokens, *phrase),
        span_of(tokens, place, place),
        Span(quote.start, quote.end),
        (Span(quote.start, quote.end),),
        Cue.SAY,
        "—",
    )
