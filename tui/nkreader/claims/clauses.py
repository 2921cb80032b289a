"""A sentence into the clauses that can be checked on their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nkreader.claims.units import Token, TokenKind, Unit
from nkreader.lexicon.cues import cue_base, is_function_word, word_list
from nkreader.model import Span

# Below this many words a clause says too little to be checked alone and stays with its neighbour.
_FEWEST_WORDS = 4
_CONCEDING = word_list("while although though whereas")
_JOINING = word_list("and but yet while whereas although though so")
_FINITE = word_list(
    """
    is was are were has have had will would can could may might must should does did do isn't wasn't aren't
    weren't won't wouldn't can't couldn't doesn't didn't don't hasn't haven't hadn't cannot it's he's she's
    they're we're there's that's i'm i've they've we've it'll he'll she'll they'll
    """
)
_PAST = word_list(
    """
    said told went came made took gave got saw knew thought left felt kept held brought began stood heard let
    meant set met ran paid sat spoke lay led grew lost fell sent built spent won wrote broke drove rose became
    put cut hit shut hurt cost read fought caught taught bought sold found struck threw drew flew chose wore
    shook ate hid sank swept stuck hung bore remains seems needs wants says shows makes takes gives gets goes
    comes means keeps holds leads stands lies helps plans believes thinks expects includes remain seem need
    want say show make take mean lead stand help believe think
    """
)
_SUBJECTS = word_list(
    """
    the a an this that these those his her its their our my he she it they we i you there some many most all both no
    each every several few another others one two three four five six it's he's she's they're we're there's that's i'm
    """
)
_ENDING = re.compile(r"[a-z]{2,}(?:ed)$")
_OPENERS = re.compile(r"(?:who|which|whose|whom|where|when|that)$")


def clauses(unit: Unit, text: str) -> list[Span]:
    """The clauses of a sentence that each say something, in order; the sentence itself where there is but one."""
    tokens = unit.tokens
    cuts: list[tuple[int, int]] = []  # end of one clause, start of the next (token indices)
    for place, token in enumerate(tokens):
        if not place or place + 2 >= len(tokens):
            continue
        if token.text == ";":
            if has_verb(tokens[:place]) and has_verb(tokens[place + 1 :]):
                cuts.append((place, place + 1))
        elif token.text in (",", "—", "–"):
            following = tokens[place + 1]
            if following.low in _JOINING and _clause_at(tokens, place + 2) and not _lists(tokens, place):
                cuts.append((place, place + 2))
            elif not cuts and tokens[0].low in _CONCEDING and _concedes(tokens, place):
                cuts.append((place, place + 1))
    spans: list[Span] = []
    first = 1 if cuts and tokens[0].low in _CONCEDING else 0
    for stop, begin in [*cuts, (len(tokens), len(tokens))]:
        piece = tokens[first:stop]
        if (not cuts or has_verb(piece)) and _size(piece) >= _FEWEST_WORDS:
            spans.append(Span(piece[0].start, _last(piece)))
        elif spans and piece:
            spans[-1] = Span(spans[-1].start, _last(piece))
        elif not spans:
            continue  # too short to stand alone: what follows begins with it
        first = begin
    return spans or ([Span(tokens[0].start, _last(tokens))] if tokens else [])


def _size(piece: Sequence[Token]) -> int:
    """The clause's words, a quotation counting for three."""
    return sum(3 if token.kind is TokenKind.QUOTE else token.is_word for token in piece)


def _concedes(tokens: Sequence[Token], comma: int) -> bool:
    """Whether the comma ends what "while" or "although" concedes and the main clause follows."""
    following = tokens[comma + 1].low
    if following in _JOINING or _OPENERS.match(following):
        return False
    begins = is_function_word(following) or _clause_at(tokens, comma + 1)
    return begins and has_verb(tokens[1:comma]) and has_verb(tokens[comma + 1 :])


def _last(piece: Sequence[Token]) -> int:
    """The end of the clause without its final mark."""
    last = len(piece) - 1
    while last > 0 and piece[last].kind is TokenKind.MARK and piece[last].text not in (")", "]"):
        last -= 1
    return piece[last].end


def has_verb(tokens: Sequence[Token]) -> bool:
    """Whether a word among them looks like a finite verb."""
    return any(_verb_like(token) for token in tokens)


def _verb_like(token: Token) -> bool:
    return token.is_word and (token.low in _FINITE or token.low in _PAST or bool(_ENDING.fullmatch(token.text)))


def _lists(tokens: Sequence[Token], comma: int) -> bool:
    """Whether the comma closes an enumeration, and `and` adds one more item: "Oslo, Bergen, and Narvik have"."""
    if tokens[comma + 1].low != "and":
        return False
    for place in range(comma - 1, max(-1, comma - 7), -1):
        if tokens[place].text == ",":
            return not any(_verb_like(token) for token in tokens[place + 1 : comma])
    return False


def _clause_at(tokens: Sequence[Token], begin: int) -> bool:
    """Whether a subject with its own finite verb begins here."""
    if begin >= len(tokens) or not (tokens[begin].is_word or tokens[begin].kind is TokenKind.QUOTE):
        return False
    opener = tokens[begin]
    if _verb_like(opener) or opener.low.endswith("ing") or is_function_word(opener.low):
        return opener.low in _SUBJECTS and _has_verb_near(tokens, begin, 12)
    # "seeks" and "plans" may be a verb or a noun: a noun that is a subject has its verb close by.
    either = cue_base(opener.low) is not None and not opener.capital
    return _has_verb_near(tokens, begin, 4 if either else 12)


def _has_verb_near(tokens: Sequence[Token], begin: int, reach: int) -> bool:
    """Whether a finite verb follows before the next mark."""
    for step in range(begin + 1, min(len(tokens), begin + reach)):
        token = tokens[step]
        if token.kind is TokenKind.MARK and token.text in (";", ":", ".", ","):
            return False
        if _verb_like(token) and tokens[step - 1].low != "to":
            return not _OPENERS.match(tokens[step - 1].low)
    return False


def is_checkable(unit: Unit, text: str, alone: bool, attributed: bool) -> bool:
    """Whether a sentence can hold a claim: no heading, no question, no stray words. `alone`: its own paragraph."""
    words = [token for token in unit.tokens if token.is_word]
    quoted = any(len(quote.of(text).split()) > 2 for quote in unit.quotes)
    if len(words) < _FEWEST_WORDS and not quoted:
        return False
    last = text[unit.start : unit.end].rstrip().rstrip("\"'”’»)]")[-1:]
    outside = unit.tokens[-1].text if unit.tokens else ""
    if outside.endswith("?"):
        return False
    if alone and last not in ".!?…:;,。" and len(words) < 25 and not quoted:
        return False
    plural_verb = any(token.low.endswith("s") and token.text[0].islower() for token in words)
    return attributed or quoted or plural_verb or has_verb(unit.tokens)
