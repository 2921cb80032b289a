"""What a cue hands over: the clause, quotation or object behind it, or what stood before its subject."""

from __future__ import annotations

from collections.abc import Sequence

from nkreader.claims.sources import CALENDAR, DETERMINERS, FINITE
from nkreader.claims.units import Token, TokenKind, Unit
from nkreader.lexicon.cues import Cue, cue_kind, is_function_word, word_list
from nkreader.model import Span

_BARE_CLAUSE = word_list(
    """
    think believe maintain know hope guess suppose feel say claim argue insist suggest warn note find show fear expect
    assume imagine wish reckon doubt agree suspect report predict explain mean understand hear learn conclude
    estimate
    """
)


_TO_INFINITIVE = word_list(
    """
    want wish intend plan hope expect aim mean seek desire prefer like love hate agree decide choose opt refuse
    decline threaten vow pledge promise offer try attempt hesitate aspire long swear demand claim consent
    propose need
    """
)


_NP_OBJECT = word_list(
    """
    praise criticize criticise condemn denounce blame accuse decry applaud  laud tout slam blast deride
    mock dismiss hail call describe label brand dub deny reject announce predict forecast demand propose support
    oppose back favor favour endorse confirm acknowledge admit reveal disclose allege claim cite quote urge warn
    pledge promise vow stress emphasize emphasise underline underscore reiterate highlight question doubt defend
    dispute refute rebut challenge advocate recommend request envision envisage foresee fear blame chide
    scold rebuke lament bemoan estimate attribute express voice outline liken compare nickname exhort encourage
    bemoan admire invite suggest mention note report threaten approve plan expect anticipate consider regard
    view deem judge see ask tell advise reference
    """
)


_CLAUSE_MARKS = word_list("that whether if how why what where when who which")


AFTER_POSTPOSED = word_list(
    """
    in on at during to after before by of via through when as about for last this yesterday today tonight
    earlier later while recently again with from outside inside here there late early
    """
)


_LISTENERS = word_list(
    """
    tell assure inform remind warn notify reassure advise ask convince persuade show teach brief
    """
)


# Behind one of these the writer goes on: "..., she said, but nobody came".
_BREAKING_OFF = word_list("but and while whereas although though as when before after who")


# Verbs that take what they say behind a preposition, or a question.
_ASKING = word_list("ask wonder know see question tell explain decide")
_CALLING = word_list("call push ask press appeal argue plead campaign")
_TALKING = word_list(
    """
    complain warn talk speak boast brag joke worry wonder inquire ask testify comment lament agree disagree
    object protest speculate dream think write elaborate apologize apologise
    """
)
_POINTING = word_list("point refer hint object")
# Verbs behind which anything that follows is said, with or without `that`.
_STATING = word_list("say add claim insist argue allege assert estimate predict suggest contend reckon think believe")
_POSTPOSED_OPINION = word_list("think believe reckon guess hope feel")
_PRONOUN_OBJECTS = word_list("it him her them me us")


def content_of(unit: Unit, tokens: Sequence[Token], place: int, first: int, base: str, kind: Cue) -> Span | None:
    """What is said: the clause behind the cue at `place`, else the one before its subject, which begins at `first`."""
    if (kind is not Cue.OPINION or base in _POSTPOSED_OPINION) and _is_postposed(tokens, place, first, base):
        return _around(tokens, first, place, closing(tokens))
    start = _content_start(tokens, place, base, kind)
    end = closing(tokens)
    return Span(start, end) if start is not None and start < end else None


def _is_postposed(tokens: Sequence[Token], place: int, first: int, base: str) -> bool:
    """Whether subject and cue follow what is said: "Prices will fall, Ms Lee said on Friday"."""
    if not first:
        return False
    lead = tokens[first - 1]
    behind_quote = lead.kind is TokenKind.QUOTE
    clause = _clause_follows(tokens, place)
    if behind_quote and first > 1 and lead.text.istitle() and clause:
        return False  # `on "Face The Nation," Ms Lee said prices would fall`: a title, not what is said
    if lead.text not in (",", "—", "–", "―", "--", "-", "...") and not (behind_quote and _is_long(lead)):
        return False
    if place + 1 >= len(tokens):
        return True
    after = tokens[place + 1]
    if after.kind is TokenKind.MARK:
        return after.text not in (":", "(")
    that = _that_ahead(tokens, place + 1) if not behind_quote and after.low in AFTER_POSTPOSED else None
    if that is not None and (tokens[that - 1].capital or tokens[that - 1].text[0].isdigit()):
        return False  # "When the lights went out, Ms Lee said at a rally in Oslo that ..."
    if after.is_word and (after.low in AFTER_POSTPOSED or after.low in CALENDAR):
        return True
    if behind_quote and lead.text[-2:-1] in ",.!?…—-" and (first == 1 or lead.text.count(" ") > 4 or not clause):
        return True
    return base in _LISTENERS and after.low not in _CLAUSE_MARKS and not clause


def _content_start(tokens: Sequence[Token], place: int, base: str, kind: Cue) -> int | None:
    """Where what is said begins behind the cue, None where nothing that is said follows it."""
    if place + 1 >= len(tokens):
        return None
    after = tokens[place + 1]
    if after.kind is TokenKind.MARK:
        return _behind_mark(tokens, place, kind)
    if after.kind is TokenKind.QUOTE:
        return after.start
    if after.low in _CLAUSE_MARKS:
        asks = after.low not in ("when", "where", "who", "which", "if") or base in _ASKING
        return after.start if asks or (base in _STATING and _clause_behind_clause(tokens, place + 1)) else None
    that = _that_ahead(tokens, place + 1)
    if that is not None:
        return tokens[that].start
    if _takes(base, after.low):
        return after.start
    if base in _POINTING and after.low in ("to", "out", "at"):
        return tokens[min(place + 2, len(tokens) - 1)].start
    if kind is not Cue.OPINION and (quote := quote_ahead(tokens, place + 1, 12)) is not None:
        return after.start if base in _NP_OBJECT or base in _BARE_CLAUSE else tokens[quote].start
    if base in _STATING and not (base == "add" and after.low in AFTER_POSTPOSED):
        return after.start
    if base in _BARE_CLAUSE and _clause_follows(tokens, place):
        return after.start
    if base in _NP_OBJECT and after.low not in AFTER_POSTPOSED and not after.low.endswith("ing"):
        nominal = not is_function_word(after.low) or after.low in DETERMINERS or after.low in _PRONOUN_OBJECTS
        return after.start if nominal else None
    return None


def _clause_behind_clause(tokens: Sequence[Token], mark: int) -> bool:
    """Whether what `if` or `when` opens is said with its main clause: "said if prices rise, the mill will close"."""
    if mark + 1 >= len(tokens) or tokens[mark + 1].low.endswith("ed"):
        return False  # "said when asked, ..."
    comma = next((step for step in range(mark, len(tokens)) if tokens[step].text == ","), len(tokens))
    main = tokens[comma + 1 :]
    opens = comma > mark + 2 and bool(main) and main[0].is_word and main[0].low not in _BREAKING_OFF
    return opens and any(token.low in FINITE for token in main[1:])


def is_bare_object(tokens: Sequence[Token], place: int) -> bool:
    """Whether a thing or a deed follows the cue, and neither a clause, nor a quotation, nor what a thing is seen as."""
    if place + 1 >= len(tokens) or tokens[place + 1].low in _CLAUSE_MARKS or _clause_follows(tokens, place):
        return False
    ahead = tokens[place + 1 : place + 8]
    return not any(token.kind is TokenKind.QUOTE or token.low in ("that", "as", ":") for token in ahead)


def _takes(base: str, following: str) -> bool:
    """Whether the verb hands over what stands behind this little word: "want to", "call for", "complain about"."""
    return (
        (following == "to" and base in _TO_INFINITIVE)
        or (following in ("for", "on", "upon") and base in _CALLING)
        or (following in ("about", "of", "against", "over", "on", "with", "at") and base in _TALKING)
        or (following == "as" and base in ("describe", "put"))
    )


def _behind_mark(tokens: Sequence[Token], place: int, kind: Cue) -> int | None:
    """Where what is said begins behind a colon, a comma or a dash."""
    mark = tokens[place + 1].text
    if mark not in (":", ",", "—", "–", "―", "--", "...") or place + 2 >= len(tokens):
        return None
    if mark == ":" or quote_ahead(tokens, place + 1, 4):
        return tokens[place + 2].start
    if kind is Cue.SAY and mark == "," and (step := _after_insertion(tokens, place + 1)) is not None:
        return tokens[step].start
    return None


def _is_long(token: Token) -> bool:
    return token.text.count(" ") > 2 or token.text[-2:-1] in ".,!?"


def _around(tokens: Sequence[Token], first: int, place: int, end: int) -> Span | None:
    """The content of a cue set in the middle or at the end: all before, and what goes on behind it."""
    start = tokens[0].start
    stop = tokens[first - 1].end
    if tokens[first - 1].kind is TokenKind.MARK and first >= 2:
        stop = tokens[first - 2].end
    for step in range(place + 1, len(tokens)):
        if tokens[step].text in (",", "—", "–", "―", "--", ":") and step + 1 < len(tokens):
            goes_on = tokens[step].text == "," and step + 2 < len(tokens)
            goes_on = goes_on and (step - place <= 2 or tokens[step + 1].low in FINITE)
            goes_on = goes_on and not (tokens[step + 1].low in _BREAKING_OFF and _clause_follows(tokens, step + 1))
            if tokens[step + 1].kind is TokenKind.QUOTE or goes_on:
                return Span(start, end)
            break
    return Span(start, stop) if stop > start else None


def closing(tokens: Sequence[Token]) -> int:
    """The end of the last token that is no final mark."""
    last = len(tokens) - 1
    while last > 0 and tokens[last].kind is TokenKind.MARK and tokens[last].text[0] in ".!?,;:":
        last -= 1
    return tokens[last].end


def quote_ahead(tokens: Sequence[Token], begin: int, reach: int) -> int | None:
    for step in range(begin, min(len(tokens), begin + reach)):
        if tokens[step].kind is TokenKind.QUOTE:
            return step
        if tokens[step].text in (";", ".") or (
            tokens[step].is_word
            and step > begin
            and cue_kind(tokens[step].low) is Cue.SAY
            and tokens[step].low.endswith("d")
        ):
            return None
    return None


def _that_ahead(tokens: Sequence[Token], begin: int) -> int | None:
    """`that` behind a listener or an adverbial: "told reporters on Monday that ..."."""
    for step in range(begin, min(len(tokens), begin + 9)):
        token = tokens[step]
        if token.low == "that" and token.is_word:
            following = tokens[step + 1] if step + 1 < len(tokens) else None
            return step if following is not None else None
        if token.kind is TokenKind.QUOTE or token.text in (";", ".", ":"):
            return None
    return None


def _after_insertion(tokens: Sequence[Token], comma: int) -> int | None:
    """Behind a parenthesis between two commas, where a clause goes on: "said, in effect, that ..."."""
    for step in range(comma + 1, min(len(tokens), comma + 12)):
        if (
            tokens[step].text == ","
            and step + 1 < len(tokens)
            and tokens[step + 1].low in ("that", "the", "he", "she", "they", "it")
        ):
            return step + 1
    return None


def _clause_follows(tokens: Sequence[Token], place: int) -> bool:
    """Whether a subject and a finite verb stand behind the cue, so that what follows is said and not its object."""
    words = [token for token in tokens[place + 1 : place + 14] if token.is_word]
    if not words or words[0].low in FINITE:
        return False
    return any(word.low in FINITE for word in words[1:]) or words[0].low in (
        "he",
        "she",
        "they",
        "we",
        "i",
        "it",
        "there",
    )
