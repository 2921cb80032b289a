"""Attribution by a verb: "said", "insists that", "is accused by", "..., adding that", in either order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nkreader.claims.complements import AFTER_POSTPOSED, closing, content_of, is_bare_object, quote_ahead
from nkreader.claims.sources import (
    BE,
    CALENDAR,
    CONTRACTED,
    DETERMINERS,
    INSIDE_NP,
    MINDS,
    PRONOUNS,
    holds_opinions,
    main_subject,
    phrase_after,
    phrase_before,
    source_before,
    span_of,
    states_things,
)
from nkreader.claims.statement import Attribution, quotes_in
from nkreader.claims.units import Token, TokenKind, Unit
from nkreader.lexicon.capitals import names_state
from nkreader.lexicon.cues import Cue, cue_base, cue_kind, word_list
from nkreader.lexicon.inflection import lemma
from nkreader.model import Span

_NOUN_OR_VERB = word_list(
    """
    report claim call plan hope state question charge estimate promise point signal vote view note answer
    remark comment tweet demand fear love hate cry laugh grin smile text email message caption judge rule
    record document list market name notice pitch plug issue guarantee order request project present show mean
    second share survey test tip voice doubt suspect support back trust worry regret dread dream care bet need
    seek sense offer attempt try pledge vow stress threat forecast hint protest object address caution appeal
    broadcast release review score result brief program praise blame pledge rumour rumor rank rate respect
    request reply counter balance cover credit critique debate defense delivery fault figure flag import deal
    press sum term label brand detail echo desire wish aim plot scheme trumpet reference
    """
)


_TURNING_OUT = word_list("prove continue begin start")
_MEASURES = word_list(
    """
    million billion trillion thousand hundred mln bln percent pct percentage points cents dollars euros pounds
    tonnes tons barrels years months weeks days year month week day eve
    hours minutes miles metres meters kilometres kilometers
    """
)
_BOUND = word_list("must should shall ought")
_SINGULAR = word_list("a an another")
_SAME_IN_THE_PAST = word_list("read bet broadcast forecast")
_QUANTIFIERS = word_list("all both some many most others one each few several")
_STATE_ACTS = word_list("acknowledge admit accept approve recognize recognise")
_WANTING = word_list("want wish desire seek need like love prefer long aspire")
_PREPOSITIONS = word_list("of in on for from with by at into about under as")


def by_verb(unit: Unit, tokens: Sequence[Token], place: int, kind: Cue) -> Attribution | None:
    token = tokens[place]
    base = cue_base(token.low) or token.low
    before = tokens[place - 1] if place else None
    form_is_base = token.low == base or token.low == base + "s" or token.low == base + "es" or token.low.endswith("ies")
    if token.capital and place:
        return None
    if base == "reference" and place + 1 < len(tokens) and tokens[place + 1].low == "to":
        return None  # the noun
    if before is not None and before.is_word:
        if before.low in DETERMINERS and before.low not in _QUANTIFIERS:
            return None
        if before.low in _PREPOSITIONS and not token.low.endswith("ing"):
            return None
        if form_is_base and base in _NOUN_OR_VERB and (before.low.endswith(("'s", "s'")) or _adjectival(before)):
            return None
    inverted = _inverted(unit, tokens, place, base)
    if inverted is not None:
        return inverted
    if before is not None and before.low == "to":
        return _infinitive(unit, tokens, place, kind, base)
    if (
        before is not None
        and before.low in ("and", "but", "then")
        and not (token.low == base and base in _NOUN_OR_VERB)
    ):
        return _coordinated(unit, tokens, place, kind, base)
    going_on = before is not None and (before.low in BE | {"been", "not", "also"} or CONTRACTED.fullmatch(before.low))
    if token.low.endswith("ing") and not going_on:
        return _participle(unit, tokens, place, kind, base)
    source = source_before(tokens, place)
    if source is None:
        return None
    first, last, begin = source
    if token.low == base and begin == place and base not in _SAME_IN_THE_PAST:
        head = tokens[last].low
        many = tokens[last].capital or head.endswith("s") or head in MINDS or head in PRONOUNS or head != lemma(head)
        if tokens[first].low in _SINGULAR or not (many or base not in _NOUN_OR_VERB):
            return None  # "a sore point", "the result of a rate request": the noun, for the verb would have an ending
    if base in _NOUN_OR_VERB and tokens[last].low in _MEASURES:
        return None  # "12 million forecast", "his New Year message": the noun, or what was forecast
    auxiliaries = {item.low for item in tokens[begin:place]}
    if base in _TURNING_OUT and place + 1 < len(tokens) and tokens[place + 1].low in ("to", "a", "an"):
        return None  # "may prove to be", "continues to fall"
    if kind is Cue.OPINION and auxiliaries & _BOUND:
        return None  # what somebody must support is not what they say
    participle = not form_is_base and not token.low.endswith("ing")
    if participle and auxiliaries & BE and base not in ("agree", "determine"):
        return _passive(unit, tokens, place, first, last, base, kind)
    if auxiliaries & BE and form_is_base:
        return None
    if kind is Cue.OPINION and not holds_opinions(tokens, first, last):
        return None
    if re.fullmatch(r"(?:he|she|it|who)'s", tokens[last].low) and participle and base not in ("say", "tell"):
        return None  # "it's called", not "it has called"
    content = content_of(unit, tokens, place, first, base, kind)
    if content is None:
        return None
    if content.start >= token.end and not _opens_clause(tokens, content) and not states_things(tokens, first, last):
        return None  # "the projects underscored the effort": shown by what is, not said by anybody
    if content.start >= token.end and _is_no_word_of(tokens, first, last, place, base):
        return None
    return Attribution(
        span_of(tokens, first, last), span_of(tokens, place, place), content, quotes_in(unit, content), kind, base
    )


def _is_no_word_of(tokens: Sequence[Token], first: int, last: int, place: int, base: str) -> bool:
    """Whether the verb tells what somebody does or would like rather than says.

    Nobody who saw a thing said so. A state that acknowledges a border does something, and what it wants it is said to
    want by others.
    """
    if not is_bare_object(tokens, place):
        return False
    if base == "see":
        return True
    to = tokens[place + 1].low == "to"
    return base in (_WANTING if to else _STATE_ACTS) and names_state(
        " ".join(token.low for token in tokens[first : last + 1])
    )


def _opens_clause(tokens: Sequence[Token], content: Span) -> bool:
    """Whether what is said begins with `that`, a question word or a quotation."""
    first = next((token for token in tokens if token.start >= content.start), None)
    return first is not None and (first.kind is TokenKind.QUOTE or first.low in ("that", "whether"))


def _adjectival(token: Token) -> bool:
    return (
        token.low.endswith(("al", "ic", "ous", "ive", "ful", "less"))
        and token.text[0].islower()
        and token.low not in ("official",)
    )


def _inverted(unit: Unit, tokens: Sequence[Token], place: int, base: str) -> Attribution | None:
    """ "...," said Kim / said the minister: the cue before its subject, behind what is said."""
    before = tokens[place - 1] if place else None
    if before is None or cue_kind(tokens[place].low) is not Cue.SAY or tokens[place].low.endswith("ing"):
        return None
    behind_quote = before.kind is TokenKind.QUOTE
    if not behind_quote and before.text not in (",", "—", "–"):
        return None
    phrase = phrase_after(tokens, place + 1)
    if phrase is None:
        return None
    first, last = phrase
    if behind_quote:
        if before.text[-2:-1] not in ",.!?…—" and base not in ("say", "add", "write", "tell"):
            return None
    else:
        # Without a quotation only the commonest verbs stand so, and only before a name or a determiner.
        if base not in ("say", "add", "write", "report", "note", "explain", "claim", "announce", "argue"):
            return None
        if not (tokens[first].capital or tokens[first].low in ("a", "an", "the", "one")) or tokens[first].low in (
            "he",
            "she",
            "they",
            "i",
            "we",
        ):
            return None
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        if (
            following is not None
            and following.is_word
            and following.low not in AFTER_POSTPOSED
            and following.low not in CALENDAR
            and following.low not in ("who", "whose", "and")
        ):
            return None
    stop = before.end if behind_quote else tokens[place - 2].end
    content = Span(tokens[0].start, stop)
    for step in range(last + 1, len(tokens)):
        if tokens[step].kind is TokenKind.QUOTE and tokens[step - 1].text in (",", ":", ";"):
            content = Span(tokens[0].start, closing(tokens))
    return Attribution(
        span_of(tokens, first, last),
        span_of(tokens, place, place),
        content,
        quotes_in(unit, content),
        Cue.SAY,
        base,
    )


def _coordinated(unit: Unit, tokens: Sequence[Token], place: int, kind: Cue, base: str) -> Attribution | None:
    """ "The minister resigned and said that ...": the second verb's subject is the first one's."""
    source = main_subject(tokens, place - 1)
    if source is None or (kind is Cue.OPINION and not holds_opinions(tokens, *source)):
        return None
    content = content_of(unit, tokens, place, source[0], base, kind)
    if content is None or content.start < tokens[place].end or _is_no_word_of(tokens, *source, place, base):
        return None
    return Attribution(
        span_of(tokens, *source), span_of(tokens, place, place), content, quotes_in(unit, content), kind, base
    )


def _infinitive(unit: Unit, tokens: Sequence[Token], place: int, kind: Cue, base: str) -> Attribution | None:
    """ "She went on to say that ...": only with a clause or a quotation right behind, else nothing is said yet."""
    if kind is Cue.OPINION or place + 2 >= len(tokens) or place < 2:
        return None
    governing = tokens[place - 2]
    if governing.low in (
        "not",
        "unable",
        "unlikely",
        "likely",
        "expected",
        "able",
        "way",
        "want",
        "wants",
        "wanted",
        "right",
        "reason",
        "refused",
    ):
        return None
    after = tokens[place + 1]
    if not (after.low == "that" or after.kind is TokenKind.QUOTE or quote_ahead(tokens, place + 1, 6) is not None):
        return None
    source = main_subject(tokens, place - 1)
    if source is None:
        return None
    content = Span(after.start, closing(tokens))
    return Attribution(
        span_of(tokens, *source), span_of(tokens, place, place), content, quotes_in(unit, content), kind, base
    )


def _participle(unit: Unit, tokens: Sequence[Token], place: int, kind: Cue, base: str) -> Attribution | None:
    """ "..., saying that ...": the subject is that of the clause before."""
    if kind is Cue.OPINION or place == 0 or place + 1 >= len(tokens):
        return None
    after = tokens[place + 1]
    shaped = (
        after.low in ("that", "whether", "how", "why", "what")
        or after.kind is TokenKind.QUOTE
        or after.text in (",", ":")
    )
    shaped = shaped or (
        base
        in (
            "say",
            "add",
            "claim",
            "argue",
            "insist",
            "call",
            "warn",
            "accuse",
            "suggest",
            "cite",
            "tell",
            "note",
            "describe",
            "reference",
        )
        and after.is_word
    )
    if not shaped or tokens[place - 1].low in INSIDE_NP - {"by"}:
        return None
    nearest = phrase_before(tokens, place - 1) if tokens[place - 1].capital else None
    source = nearest or main_subject(tokens, place)
    if source is None:
        return None
    content = Span(
        after.start if after.kind is not TokenKind.MARK or place + 2 >= len(tokens) else tokens[place + 2].start,
        closing(tokens),
    )
    if content.end <= content.start:
        return None
    return Attribution(
        span_of(tokens, *source), span_of(tokens, place, place), content, quotes_in(unit, content), kind, base
    )


def _passive(
    unit: Unit, tokens: Sequence[Token], place: int, first: int, last: int, base: str, kind: Cue
) -> Attribution | None:
    """ "X was quoted as saying ..." hands to X; "was criticised by Y" to Y; "is expected to" to no one."""
    end = closing(tokens)
    for step in range(place + 1, min(len(tokens) - 1, place + 4)):
        if tokens[step].low == "saying" and base in ("quote", "cite", "report"):
            content = Span(tokens[step + 1].start, end)
            return Attribution(
                span_of(tokens, first, last),
                span_of(tokens, place, step),
                content,
                quotes_in(unit, content),
                Cue.SAY,
                "say",
            )
    if kind is Cue.OPINION and base not in ("support", "oppose", "back", "favour", "favor", "reject"):
        return None
    for step in range(place + 1, min(len(tokens) - 1, place + 5)):
        if tokens[step].low == "by":
            agent = phrase_after(tokens, step + 1)
            if agent is None or not (
                tokens[agent[0]].capital or tokens[agent[0]].low in ("the", "a", "his", "her", "its")
            ):
                return None
            content = Span(tokens[first].start, tokens[place].end)
            if agent[1] + 1 < len(tokens) and tokens[agent[1] + 1].low in ("as", "for", "to", "of"):
                content = Span(tokens[first].start, end)
            return Attribution(
                span_of(tokens, *agent), span_of(tokens, place, place), content, quotes_in(unit, content), kind, base
            )
    return None
