"""How an article is written, as far as that tells a reporter's text from a rewrite: word lists and counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import pstdev

from nkreader.model import Article, Span
from nkreader.text.quotes import quotation_spans
from nkreader.text.sentences import sentences
from nkreader.text.words import folded, words

# The plain verbs by which reporters hand over what they were told. Rewriters replace them ("emphasized", "revealed").
_PLAIN = frozenset(["said", "says", "say", "told", "asked", "added"])

# Words and turns that text generators are fond of and reporters are not: those whose use soared in published texts
# with the generators (Kobak and others, arXiv 2406.07016), and stock phrases. None of them proves anything alone.
_MACHINE = re.compile(
    r"""\b(?: delv(?:e|es|ed|ing) | tapestry | testament\ to | realm | multifaceted | intricate | nuanced | pivotal
    | underscor(?:e|es|ed|ing) | showcas(?:e|es|ed|ing) | foster(?:s|ed|ing)? | garner(?:s|ed|ing)? | landscape\ of
    | shed(?:s|ding)?\ light | spark(?:s|ed|ing)?\ (?:a\ |an\ )?(?:debate|controversy|outrage|discussion)s? | poised\ to
    | highlight(?:s|ed|ing)? | emphasiz(?:es|ed|ing) | unwavering | unprecedented | comprehensive | crucial | robust
    | notably | moreover | furthermore | additionally | consequently | ultimately | nevertheless | in\ conclusion
    | it\ is\ (?:important|crucial|worth|essential)\ (?:to|noting) | remains\ to\ be\ seen | amidst
    | paving\ the\ way | navigat(?:e|es|ed|ing) | captivat(?:e|es|ed|ing) | significant(?:ly)? | remarkabl[ey]
    | play(?:s|ed|ing)?\ a\ (?:crucial|vital|key|significant|pivotal)\ role | stark\ (?:contrast|reminder) )\b""",
    re.VERBOSE | re.IGNORECASE,
)

# Words of alarm and marvel, and exclamation marks: headlines that want to be clicked on are made of them.
_SHOUT = re.compile(
    r"""\b(?: shock(?:ing|er|ed)? | bombshell | outrag(?:e|eous|ed) | explosive | scandal(?:ous)? | unbelievable
    | incredible | (?:jaw|eye)-(?:dropping|popping|watering) | mind-(?:blowing|boggling) | stunn(?:ing|er|ed)
    | slam(?:s|med)? | blast(?:s|ed)? | you\ won['’]t\ believe | unthinkable | horrifying | terrifying
    | heart-?(?:breaking|stopping|warming) | sensational | epic | viral )\b
    | [a-z]!""",
    re.VERBOSE | re.IGNORECASE,
)

# A clause hung on with a participle: ", highlighting the need for ...".
_TRAILING = re.compile(r", (?:further |thus |thereby |ultimately |\w+ly )?[a-z]{3,}ing\b")

# An address or a notice of rights: a page's own, which rewriters leave behind.
_OWN_MARKS = re.compile(r"https?://\S+|\bwww\.\S+|©[^\n]{0,60}|\b\S+@\S+\.\w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """Where one article does what, and how much of it there is."""

    words: int
    sentences: tuple[Span, ...]
    unevenness: float
    """Standard deviation of sentence length, in words."""
    plain: tuple[Span, ...]
    quotations: tuple[Span, ...]
    machine: tuple[Span, ...]
    shouted: tuple[Span, ...]
    trailing: tuple[Span, ...]
    own_marks: tuple[Span, ...]


def style_of(article: Article) -> Style:
    """The style of an article's running text, residue left out."""
    text = article.text
    parts = tuple(sentences(article))
    lengths: list[int] = []
    plain: list[Span] = []
    for start, end in parts:
        spans = words(text, start, end)
        lengths.append(len(spans))
        plain += [span for span in spans if folded(span.of(text)) in _PLAIN]
    return Style(
        sum(lengths),
        parts,
        pstdev(lengths) if len(lengths) > 1 else 0.0,
        tuple(plain),
        tuple(span for span in quotation_spans(text) if len(words(text, *span)) >= 5),
        _found(_MACHINE, text, parts),
        _found(_SHOUT, text, parts),
        _found(_TRAILING, text, parts),
        _found(_OWN_MARKS, text, parts),
    )


def _found(pattern: re.Pattern[str], text: str, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for start, end in parts for match in pattern.finditer(text, start, end))
