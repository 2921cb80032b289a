"""What speaks for or against each version of a text being the first: cues, each with its weight, sentence and spans."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log1p

from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.frequency import bigram
from nkreader.model import Article, BoilerplateKind, Span
from nkreader.origin.material import Material, lacking, material_of
from nkreader.origin.style import Style, style_of
from nkreader.phrases.model import ArticlePhrases, PhraseConfidence, PhraseEvidence, TorturedPhrase
from nkreader.text.words import folded, words

# Log odds that a version is the original, for a cue at its strongest. Those of style and material are fitted on news
# articles each with two machine rewrites (in fivefold cross-validation 96 % of originals come out on top; none of them
# is worth more than 3 %); those of spinning, residue and credit are set by what they prove.
FIGURES, NAMES = 2.0, 1.2
PLAIN, QUOTATIONS, UNEVEN = 1.8, 1.2, 1.0
MACHINE, SHOUTED, TRAILING = -1.8, -1.8, -1.0
OWN_MARKS = 0.6
SPUN, TORTURED, INTACT = -4.0, -3.0, 1.5
BROKEN_ACRONYM, WHOLE_ACRONYM = -1.0, 0.5
CONTINUATION, BYLINE, RESIDUE, CUT_SHORT = 1.5, 0.8, -0.8, -1.5
DATE = 0.4

# From here a text as a whole reads as spun.
SPUN_SCORE = 0.5
# Sound articles stay below this.
HARDLY_SPUN = 0.2
# So many times as often as another has it: one word more or less in a copy is no difference of style.
CLEARLY = 1.1
_SHOWN = 5

_RESIDUE = (BoilerplateKind.SHORTCODE, BoilerplateKind.SOURCE_LINK)
# Ordinals, years and one digit or two: chance and another way of writing bring them about.
_IDLE_FIGURE = re.compile(r"\d+(?:st|nd|rd|th)|(?:1[5-9]|20)\d\d|\d{1,2}")
_ACRONYM = re.compile(r"\(([A-Z]{2,6})s?\)")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue in one article: how far it moves the odds (above 0 for, below against), why, and where it is seen."""

    weight: float
    why: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """One member of a family with what was read off it."""

    article: Article
    style: Style
    material: Material
    phrases: ArticlePhrases | None

    @property
    def spun(self) -> bool:
        return self.phrases is not None and self.phrases.spun >= SPUN_SCORE


def witness_of(article: Article, phrases: ArticlePhrases | None) -> Witness:
    """The article as a witness."""
    return Witness(article, style_of(article), material_of(article), phrases)


def cues_of(witness: Witness, others: Sequence[Witness]) -> list[Cue]:
    """What speaks for and against one witness beside the others of its family, in no order."""
    found = [
        *_style_cues(witness, others),
        *_material_cues(witness, others),
        *_spinning_cues(witness, others),
        *_acronym_cues(witness, others),
        *_page_cues(witness, others),
    ]
    return [cue for cue in found if cue.weight]


def _style_cues(witness: Witness, others: Sequence[Witness]) -> list[Cue]:
    """Cues of style. All are counted; said are those in which this version stands out from the others."""
    style = witness.style
    hundred = _hundred(style)
    theirs = [other.style for other in others]
    plain = len(style.plain)
    most_plain = max((len(other.plain) for other in theirs), default=0)
    quoted = len(style.quotations)
    most_quoted = max((len(other.quotations) for other in theirs), default=0)
    cues = [
        Cue(
            PLAIN * min(1.0, plain / hundred / 1.5),
            f"It attributes with plain “said” and “told” {_many(plain)}, the others"
            f" {_many(most_plain)}{' at most' if most_plain else ''}; rewrites reach for other verbs."
            if plain >= 3 and plain >= 2 * most_plain
            else "",
            style.plain[:_SHOWN],
        ),
        Cue(
            QUOTATIONS * min(1.0, log1p(quoted) / log1p(11)),
            f"It quotes word for word {_many(quoted)}, no other version more than {_many(most_quoted)}."
            if quoted > most_quoted > 0
            else f"It quotes word for word {_many(quoted)}, no other version does."
            if quoted > most_quoted
            else "",
            style.quotations[:_SHOWN],
        ),
        Cue(
            MACHINE * min(1.0, len(style.machine) / hundred / 2),
            f"It leans on turns that text generators are fond of ({listed(witness.article, style.machine)})."
            if len(style.machine) > 2 and _stands_out(style, theirs, lambda other: len(other.machine))
            else "",
            style.machine[:_SHOWN],
        ),
        Cue(
            SHOUTED * min(1.0, len(style.shouted) / hundred / 2),
            f"It raises its voice where a report would not ({listed(witness.article, style.shouted)})."
            if _stands_out(style, theirs, lambda other: len(other.shouted))
            else "",
            style.shouted[:_SHOWN],
        ),
        Cue(
            TRAILING * min(1.0, len(style.trailing) / max(3, len(style.sentences)) / 0.4),
            f"Clause after clause is hung on with a participle ({listed(witness.article, style.trailing)}), a habit of"
            " text generators."
            if len(style.trailing) > 2 and _stands_out(style, theirs, lambda other: len(other.trailing))
            else "",
            style.trailing[:_SHOWN],
        ),
        Cue(
            OWN_MARKS * bool(style.own_marks),
            "It still carries an address or a notice of rights of where it was published."
            if not any(other.own_marks for other in theirs)
            else "",
            style.own_marks[:_SHOWN],
        ),
    ]
    # People's sentences differ more in length than those of rewrites; counted, but no single place shows it.
    cues.append(Cue(UNEVEN * min(1.0, log1p(style.unevenness) / log1p(24)), "", ()))
    return cues


def _hundred(style: Style) -> float:
    return max(style.words, 50) / 100


def _stands_out(style: Style, others: Sequence[Style], count: Callable[[Style], int]) -> bool:
    """Whether it has clearly more of something to a hundred words than half of the others."""
    rates = sorted(count(other) / _hundred(other) for other in others)
    return not rates or count(style) / _hundred(style) > CLEARLY * rates[(len(rates) - 1) // 2]


def _material_cues(witness: Witness, others: Sequence[Witness]) -> list[Cue]:
    theirs = [other.material for other in others]
    text = witness.article.text
    figures = [span for span in lacking(witness.material.figures, theirs) if span.end - span.start > 1]
    names = lacking(witness.material.names, theirs)
    all_names = len(witness.material.names)
    telling = [span for span in figures if not _IDLE_FIGURE.fullmatch(span.of(text))]
    # What a spinner makes of a name or figure is one that no other version has.
    garbled = witness.phrases is not None and witness.phrases.spun > HARDLY_SPUN
    return [
        Cue(
            0.0 if garbled else FIGURES * min(1.0, log1p(len(figures)) / log1p(7)),
            f"It gives figures that no other version has ({listed(witness.article, telling)})."
            if len(telling) > 1
            else "",
            tuple(telling[:_SHOWN]),
        ),
        Cue(
            0.0 if garbled else NAMES * len(names) / max(5, all_names),
            f"It has names that no other version has ({listed(witness.article, names)})." if len(names) > 1 else "",
            tuple(names[:_SHOWN]),
        ),
    ]


def _spinning_cues(witness: Witness, others: Sequence[Witness]) -> list[Cue]:
    cues: list[Cue] = []
    known = witness.phrases
    if known:
        sure = [phrase for phrase in known.phrases if phrase.confidence is not PhraseConfidence.POSSIBLE]
        if sure:
            stands = _standing_for(sure)
            cues.append(
                Cue(
                    TORTURED * min(1.0, len(sure) / 4),
                    f"Set expressions are broken word by word, as a synonym spinner does{stands}.",
                    tuple(phrase.span for phrase in sure[:_SHOWN]),
                )
            )
        if known.spun > HARDLY_SPUN:
            cues.append(
                Cue(
                    SPUN * min(1.0, (known.spun - HARDLY_SPUN) / (SPUN_SCORE - HARDLY_SPUN)),
                    "As a whole it reads as spun: odd synonyms stand where English has fixed words.",
                    tuple(phrase.span for phrase in (sure or known.phrases)[:_SHOWN]) or witness.style.sentences[:1],
                )
            )
    intact = sorted({span for other in others for span in _intact(witness.article, other.phrases)})
    if intact:
        spans = tuple(intact[:_SHOWN])
        cues.append(
            Cue(
                INTACT * min(1.0, len(intact) / 4),
                f"Its names and set phrases are whole where a copy breaks them ({listed(witness.article, spans)}).",
                spans,
            )
        )
    return cues


def _bare(expression: str) -> str:
    return " ".join(expression.split()).strip(".,;:!?()“”\"' ")


def _is_expression(text: str) -> bool:
    """Whether it is a name, or words that English often has together; neither begins nor ends with a little word."""
    parts = text.split()
    if (
        len(parts) < 2
        or "," in text
        or any(part.islower() and is_function_word(part) for part in (parts[0], parts[-1]))
    ):
        return False
    return text[0].isupper() or all(bigram(folded(first), folded(second)) for first, second in pairwise(parts))


def _standing_for(sure: Sequence[TorturedPhrase]) -> str:
    """The plainest of the phrases and what they stand for, in brackets."""
    plain = [phrase for phrase in sure if phrase.expected and _is_expression(_bare(phrase.expected[0]))]
    plain.sort(
        key=lambda phrase: (phrase.confidence is not PhraseConfidence.CERTAIN, phrase.evidence.value != "aligned")
    )
    pairs = {_bare(phrase.text): _bare(phrase.expected[0]) for phrase in plain}
    examples = "; ".join(f"“{text}” for “{expected}”" for text, expected in list(pairs.items())[:3])
    return f" ({examples})" if examples else ""


def _intact(article: Article, broken: ArticlePhrases | None) -> list[Span]:
    """Where this article has the very words that another's tortured phrases stand for, as its alignment told.

    Only names and expressions of two words or more that begin and end with one that says something.
    """
    found = []
    for phrase in broken.phrases if broken else ():
        if phrase.evidence is not PhraseEvidence.ALIGNED or phrase.confidence is PhraseConfidence.POSSIBLE:
            continue
        expected = _bare(phrase.expected[0]) if phrase.expected else ""
        if not _is_expression(expected):
            continue
        if match := re.search(rf"(?<!\w){re.escape(expected)}(?!\w)", article.text):
            found.append(Span(*match.span()))
    return found


def _acronym_cues(witness: Witness, others: Sequence[Witness]) -> list[Cue]:
    own = _acronyms(witness.article)
    cues: list[Cue] = []
    for name, (fits, span) in own.items():
        known = [answer for other in others if (answer := _acronyms(other.article).get(name)) is not None]
        text = span.of(witness.article.text)
        if not fits and any(fit for fit, _ in known):
            why = f"An abbreviation no longer fits the words it stands for (“{text}”)."
            cues.append(Cue(BROKEN_ACRONYM, why, (span,)))
        elif fits and any(not fit for fit, _ in known):
            why = f"The abbreviation fits the words it stands for (“{text}”), which another version has garbled."
            cues.append(Cue(WHOLE_ACRONYM, why, (span,)))
    return cues[:2]


def _acronyms(article: Article) -> dict[str, tuple[bool, Span]]:
    """Abbreviations in brackets: whether the words before begin with its letters, and where all of it stands."""
    found: dict[str, tuple[bool, Span]] = {}
    for match in _ACRONYM.finditer(article.text):
        letters = match[1].casefold()
        before = words(article.text, max(0, match.start() - 120), match.start())[-len(letters) :]
        if len(before) == len(letters):
            initials = "".join(folded(span.of(article.text))[0] for span in before)
            found.setdefault(match[1], (initials == letters, Span(before[0].start, match.end())))
    return found


def _page_cues(witness: Witness, others: Sequence[Witness]) -> list[Cue]:
    article = witness.article
    rest = spans_of(article, BoilerplateKind.CONTINUATION)
    residue = tuple(span for kind in _RESIDUE for span in spans_of(article, kind))
    bio = spans_of(article, BoilerplateKind.BIO)
    credited = bool(article.byline or bio)
    dates = [other.article.published for other in others if other.article.published]
    cues = [
        Cue(CONTINUATION * bool(rest), "It names the place where the whole article is to be read.", rest),
        Cue(
            RESIDUE * bool(residue),
            "It carries the marks of a page that was copied by a program.",
            residue[:_SHOWN],
        ),
        Cue(
            BYLINE * credited,
            f"It names its author{f' ({article.byline})' if article.byline else ''}."
            if not any(other.article.byline for other in others)
            else "",
            bio[:_SHOWN] or _first(article, article.byline),
        ),
    ]
    if article.published and dates and article.published < min(dates):
        why = f"It bears the earliest date ({article.published}); dates of saved pages are weak evidence."
        cues.append(Cue(DATE, why, _first(article, article.published)))
    return cues


def spans_of(article: Article, kind: BoilerplateKind) -> tuple[Span, ...]:
    """Where residue of one kind stands."""
    return tuple(item.span for item in article.boilerplate if item.kind is kind)


def _first(article: Article, text: str | None) -> tuple[Span, ...]:
    place = article.text.find(text) if text else -1
    return (Span(place, place + len(text)),) if text and place >= 0 else ()


def listed(article: Article, spans: Sequence[Span]) -> str:
    """The first few stretches as the text writes them, each once."""
    texts = dict.fromkeys(" ".join(span.of(article.text).split()).lstrip(", ") for span in spans)
    return ", ".join(f"“{text}”" for text in list(texts)[:3])


_NUMBERS = ("not at all", "once", "twice")


def _many(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number} times"
