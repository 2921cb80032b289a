"""Quotations: speech told from terms and titles, each with its speaker and cue, on either side or carried over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nkreader.claims.attribution import announced, attributions
from nkreader.claims.model import Marked, Quotation, Speaker
from nkreader.claims.speakers import Cast
from nkreader.claims.statement import Attribution
from nkreader.claims.units import Unit, units
from nkreader.lexicon.cues import cue_base, is_function_word, word_list
from nkreader.model import Article, Span

# A quotation shorter than this many words, with no verb of saying, is a term: measured on news, longer ones are speech.
_TERM_WORDS = 4
_ENDS = ".,!?…;—–-"
# A title is shorter than this many words.
_TITLE_WORDS = 9
# What is called by a title in quotation marks, right before it.
_WORK = re.compile(
    r"\b(?:book|novel|memoir|film|movie|documentary|song|single|album|show|programme|program|series|play|musical|poem|painting"
    r"|article|essay|column|commentary|editorial|headline|podcast|titled|entitled|headlined|magazine|sitcom|episode)"
    r"(?:\s+(?:called|titled|entitled))?,?\s+$",
    re.IGNORECASE,
)
# What stands before somebody's word for a thing, however short: not the name of the thing.
_WORDED = re.compile(
    r"\b(?:(?:is|are|was|were|be|been|being)(?:\s+(?:only|just|also|not|too|so|very|simply|merely))?"
    r"|as(?:\s+(?:an?|the))?|to|nicknamed|labell?ed|branded|rated|deemed|phrases?|words?|slogans?|chants?|chanting|chanted"
    r"|(?:names?|words?|terms?|epithets?|phrases?|slurs?|insults?),?\s+(?:like|such\s+as|including)"
    r"|(?:call|label|brand|dub|nickname|term)(?:s|ed|led|ing|ling)?(?:\s+[\w’']+){1,4}?(?:\s+an?|\s+the)?)\s+$"
)
# ... and what stands before a word that is somebody's though it is written like a title: "was rated "Mostly True"".
_JUDGED = re.compile(r"\b(?:labell?ed|branded|rated|deemed|judged|ruled)\s+(?:it\s+|as\s+)?$")
# Verbs that give somebody a name: what they quote may look like a title.
_NAMING = word_list(
    """
    call describe hail dub label brand nickname liken compare denounce deride mock term blast
    """
)
# Verbs whose words stand right behind them, however they are written: "she chanted “Justice”", never "wrote “Emma”".
_UTTERING = word_list(
    """
    say reply answer respond shout yell cry whisper chant specify proclaim declare exclaim mutter murmur scream tweet
    """
)
# Outside quotation marks these are the writer, or everybody: "we should not expect", "as you know".
_OWN_VOICE = word_list("we you")
_MARKS = "\"'“”‘’„‟«»‹›「」『』＂`"


@dataclass(frozen=True, slots=True)
class Said:
    """One unit of the text with its attributions and quotations, speakers resolved."""

    unit: Unit
    attributions: tuple[tuple[Attribution, Speaker | None], ...]
    quotations: tuple[Quotation, ...]


def quotations(article: Article) -> list[Quotation]:
    """Every stretch in quotation marks, in order, with speaker and cue where the text gives them."""
    return [quotation for said in reading(article) for quotation in said.quotations]


def reading(article: Article) -> tuple[Said, ...]:
    """The article sentence by sentence: who is said to say what, and what stands in quotation marks."""
    return _reading(article)


@lru_cache(maxsize=8)
def _reading(article: Article) -> tuple[Said, ...]:
    text = article.text
    cast = Cast(article)
    speakers: list[Speaker] = []
    result: list[Said] = []
    pending: tuple[Speaker, Marked, int] | None = None
    for unit in units(article):
        found: list[tuple[Attribution, Speaker | None]] = []
        for attribution in attributions(unit, text):
            if attribution.source is not None and attribution.source.of(text).casefold() in _OWN_VOICE:
                continue
            speaker = cast.speaker(attribution.source, speakers) if attribution.source else None
            if speaker is not None and speaker.name.casefold() in ("which", "that"):
                continue  # "..., which proves that": what was told before, and nobody
            found.append((attribution, speaker))
            if speaker is not None:
                speakers.append(speaker)
        quoted = _quotations(unit, text, found, result, pending)
        result.append(Said(unit, tuple(found), tuple(quoted)))
        pending = _introduces(unit, text, cast, speakers)
        if pending is not None:
            speakers.append(pending[0])
    return tuple(result)


def _inner(text: str, quote: Span) -> str:
    return text[quote.start : quote.end].strip(_MARKS).strip()


def _cue(text: str, attribution: Attribution) -> Marked:
    return Marked(attribution.cue.of(text), *attribution.cue)


def _quotations(
    unit: Unit,
    text: str,
    found: Sequence[tuple[Attribution, Speaker | None]],
    earlier: Sequence[Said],
    pending: tuple[Speaker, Marked, int] | None,
) -> list[Quotation]:
    result: list[Quotation] = []
    for quote in unit.quotes:
        holder = _holder(quote, found)
        speaker = cue = None
        if holder is not None:
            speaker, cue = holder[1], _cue(text, holder[0])
        elif pending is not None and quote.start - unit.start <= 2 and pending[2] in (unit.block, unit.block - 1):
            speaker, cue = pending[0], pending[1]
        elif _stands_alone(unit, text, quote):
            carried = _carried(unit, earlier, result)
            if carried is not None:
                speaker, cue = carried
        base = holder[0].base if holder is not None else "" if speaker is None else "say"
        speech = _is_speech(unit, text, quote, base)
        if not speech and holder is None:
            speaker = cue = None
        result.append(Quotation(quote.start, quote.end, quote.of(text), speaker, cue, speech))
    return result


def _holder(
    quote: Span, found: Sequence[tuple[Attribution, Speaker | None]]
) -> tuple[Attribution, Speaker | None] | None:
    """The innermost attribution whose content holds the quotation."""
    holding = [item for item in found if item[0].content.overlaps(quote)]
    return (
        min(
            holding,
            key=lambda item: (abs(item[0].cue.start - quote.start), item[0].content.end - item[0].content.start),
        )
        if holding
        else None
    )


def _stands_alone(unit: Unit, text: str, quote: Span) -> bool:
    """Whether the quotation is the whole sentence, or opens it and closes like one."""
    rest = (text[unit.start : quote.start] + text[quote.end : unit.end]).strip(" .,!?—–-…\n")
    return not rest or (quote.start - unit.start <= 1 and _sentence_like(_inner(text, quote)))


def _sentence_like(inner: str) -> bool:
    return bool(inner) and (inner[0].isupper() or inner[0] in "[(…." or inner[0].isdigit()) and inner[-1] in ".!?…,"


def _carried(
    unit: Unit, earlier: Sequence[Said], here: Sequence[Quotation]
) -> tuple[Speaker | None, Marked | None] | None:
    """The speaker of the quotation right before, in the same paragraph or the one before."""
    if here and here[-1].speaker is not None:
        return here[-1].speaker, here[-1].cue
    if not earlier:
        return None
    last = earlier[-1]
    if last.unit.block < unit.block - 1:
        return None
    spoken = [quotation for quotation in last.quotations if quotation.speaker is not None and quotation.is_speech]
    if spoken:
        return spoken[-1].speaker, spoken[-1].cue
    said = [item for item in last.attributions if item[1] is not None and item[0].kind == "say"]
    if said and last.unit.block == unit.block:
        return said[-1][1], None
    return None


def _introduces(unit: Unit, text: str, cast: Cast, speakers: Sequence[Speaker]) -> tuple[Speaker, Marked, int] | None:
    """The speaker a sentence that ends "... he said:" announces for the next one."""
    found = announced(unit)
    if found is None:
        return None
    source, cue = found
    return cast.speaker(source, speakers), Marked(cue.of(text), *cue), unit.block


def _is_speech(unit: Unit, text: str, quote: Span, cue: str) -> bool:
    """Whether somebody is quoted, rather than a term, a title or a doubt about a word put in quotation marks.

    `cue`: the base form of the verb that hands the quotation over, empty where none does.
    """
    inner = _inner(text, quote)
    words = inner.split()
    if not words:
        return False
    if _is_headline(unit, text, quote):
        return False
    before = text[unit.start : quote.start]
    if len(words) < _TITLE_WORDS and _WORK.search(before):
        return False
    alone = quote.start <= unit.start and quote.end >= unit.end - 1
    if alone and len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 3) and len(words) < 12:
        return False  # a headline in quotation marks
    if _title_like(words) and _JUDGED.search(before) is None:
        uttered = (
            cue in _UTTERING and re.search(r"[a-z]\s+$", before) is not None and cue_base(before.split()[-1]) == cue
        )
        return cue in _NAMING or uttered or (bool(cue) and inner[-1] in ".,!?" and quote.start - unit.start <= 1)
    if cue:
        return True
    if len(words) < _TERM_WORDS:
        if _WORDED.search(before):
            return True  # "was recognised as "intolerable"": somebody's word for it, not the name of a thing
        return _stands_alone(unit, text, quote) and inner[-1] in ".!?" and len(words) > 1
    if _stands_alone(unit, text, quote):
        return True
    return any(is_function_word(word.lower()) for word in words) or len(words) > 6


def _is_headline(unit: Unit, text: str, quote: Span) -> bool:
    """Whether the quotation stands in the headline: first paragraph, single marks though the text has double ones."""
    if "\n\n" in text[: unit.start].strip() or text[quote.start] not in "'‘" or len(unit.tokens) > 30:
        return False
    end = text.find("\n", unit.end)
    return end >= 0 and ("“" in text[end:] or '"' in text[end:])


def _title_like(words: Sequence[str]) -> bool:
    """Whether the words are capitalised as a title's are: "The Old Man and the Sea"."""
    longer = [word for word in words if not is_function_word(word.lower()) and word[0].isalpha()]
    return (len(words) > 1 and len(longer) > 1 and all(word[0].isupper() for word in longer)) or (
        len(words) == 1 and words[0][0].isupper() and words[0][-1] not in ".,!?"
    )
