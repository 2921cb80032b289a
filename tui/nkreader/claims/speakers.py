"""Who the speakers of an article are: pronouns, surnames and short forms resolved to the fullest name it gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from nkreader.claims.model import Speaker
from nkreader.lexicon.cues import is_cue, is_function_word, word_list
from nkreader.mentions.names import is_title, names_in
from nkreader.mentions.same_names import name_words, same_name
from nkreader.model import Article, Span
from nkreader.text.sentences import sentences

_HE = word_list("he him his himself")
_SHE = word_list("she her hers herself")
_RELATIVE = word_list("who which that whom")
_THEY = word_list("they them their it its")
_FIRST = word_list("i we me my us our you some many others one")
_BODY = re.compile(
    r"\b(?:ministry|department|agency|office|council|court|house|university|institute|banks?|times|post|news|journal|party|union"
    r"|committee|commission|company|corp|inc|ltd|group|association|league|army|police|government|states|kingdom|republic"
    r"|organi[sz]ation|federation|confederation|foundation|fund|board|authority|administration|bureau|service|services|centre"
    r"|center|society|alliance|coalition|front|movement|forum|congress|parliament|senate|assembly|academy|school|college"
    r"|hospital|museum|church|club|exchange|trust|project|program|programme|network|radio|television|airlines|airways|motors"
    r"|industries|holdings|securities|systems|technologies|partners|brothers|plc|llc|gmbh|co|nations|community|forces|guard"
    r"|north|south|east|west|street|city|county|province|sea|river|day|week|reuters|tass|xinhua|afp|bbc|cnn|nato|un|eu)\b",
    re.IGNORECASE,
)
_FEMALE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|spokeswoman|congresswoman|chairwoman|actress|mother|wife|daughter|sister)"
    r"\b\.?\s*$",
    re.IGNORECASE,
)
_MALE = re.compile(
    r"\b(?:Mr|Sir|Lord|King|Prince|spokesman|congressman|chairman|actor|father|husband|son|brother)\b\.?\s*$",
    re.IGNORECASE,
)
# What people are not called: "CSI Night", "Radio DDR"; "JK Holt" is somebody.
_SHORTENED = re.compile(r"\b(?:[A-Z]{3,}|US|UK|EU|UN|PC|TV|IT)\b|\b[A-Z]{2}$")
# What stands behind a person's name: "Kari Holt, 54,", "Kari Holt, who", "Kari Holt's husband" does not.
_PERSONAL = re.compile(r"\s*[,(]\s*(?:aged?\s+)?\d\d?\s*[,)]|,?\s+who\b")
# Behind a person's name it leads to where she belongs: "Kari Holt of the Harbour Board".
_OF_A_HOUSE = re.compile(r"\s+(?:of|from|at|with)\s")
# How far back a pronoun looks for its name, in code points: a few paragraphs of news.
_REACH = 2_000


# A person's name has so many words at most; a body's may have one more.
_LONGEST_NAME = 5
_ALL_CAPITALS = re.compile(r"[A-Z]{4,}(?:[-'’][A-Z]+)*$")


def _is_one_name(form: str) -> bool:
    """Whether a run of capitalised words can be one name: no headline's words, no body with its officer's title."""
    words = form.split()
    if not 1 < len(words) <= _LONGEST_NAME:
        return len(words) == 1
    shouted = sum(_ALL_CAPITALS.match(word) is not None for word in words)
    return (
        not is_title(words[-1])
        and shouted in (0, len(words))
        and not any(is_cue(word) and not is_function_word(word) for word in words[1:-1])
        and not is_function_word(words[-1])
    )


def _joins(full: str, name: str) -> bool:
    """Whether a name of two joins this one to another: "Oslo-Bergen" is no fuller form of "Oslo"."""
    return full.endswith("-" + name) or full.startswith(name + "-")


class Cast:
    """The names of one article, gathered into persons and bodies."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._text = article.text
        self._by_word: dict[str, list[str]] = {}
        self._called: dict[str, bool] = {}
        """Whom a pronoun was taken for, and whether it was "she"."""

    # Found when first asked for: an article in which nobody speaks needs no names.
    @cached_property
    def _names(self) -> list[Span]:
        return names_in(self._text, sentences(self._article))

    @cached_property
    def _starts(self) -> list[int]:
        return [name.start for name in self._names]

    @cached_property
    def _fullest(self) -> dict[str, str]:
        """Each form of a name in the article -> the fullest form that can be the same name."""
        fullest: dict[str, str] = {}
        forms = dict.fromkeys(name.of(self._text) for name in self._names)
        # A headline's capitals are nobody's fullest name where the text writes it as names are written.
        for form in sorted(forms, key=lambda form: (form.isupper(), -len(name_words(form)))):
            words = name_words(form)
            if not words:
                continue
            candidates = dict.fromkeys(full for word in words for full in self._by_word.get(word, ()))
            # "North Korea" is not short for "Russia-North Korea".
            known = [full for full in candidates if same_name(form, full) and not _joins(full, form)]
            fullest[form] = known[0] if len(known) == 1 or (known and len(words) > 1) else form
            if not known and _is_one_name(form):
                for word in words:
                    self._by_word.setdefault(word, []).append(form)
        return fullest

    def full(self, name: str) -> str:
        """The fullest form the article gives of a name."""
        if name in self._fullest:
            return self._fullest[name]
        known = [
            full
            for word in name_words(name)
            for full in self._by_word.get(word, ())
            if same_name(name, full) and not _joins(full, name)
        ]
        return known[0] if len(set(known)) == 1 else name

    def names_within(self, span: tuple[int, int]) -> list[Span]:
        """The names that begin inside a span."""
        first = bisect_left(self._starts, span[0])
        last = bisect_left(self._starts, span[1])
        return self._names[first:last]

    def speaker(self, source: Span, earlier: Sequence[Speaker]) -> Speaker:
        """The speaker a source mentions; a pronoun takes the last name it can stand for."""
        text = source.of(self._text)
        low = text.lower().replace("’", "'").split("'")[0]
        if low in _HE or low in _SHE:
            name = self._person(source.start, low in _SHE, earlier) or text
            self._called.setdefault(name, low in _SHE)
        elif low in _RELATIVE:
            name = self._antecedent(source.start) or text
        elif low in _THEY:
            name = self._others(source.start, earlier) or text
        elif low in _FIRST:
            name = text
        else:
            inside = self.names_within(source)
            name = self._named(source, inside) if inside else re.sub(r"\s+", " ", text)
        return Speaker(text, source.start, source.end, name)

    def _named(self, source: Span, inside: Sequence[Span]) -> str:
        """The name a noun phrase is known by: of "union spokesman Jan Berg" the person, else the phrase."""
        last = inside[-1]
        first = inside[0]
        of_a_house = _OF_A_HOUSE.match(self._text, first.end, source.end)
        if of_a_house and len(first.of(self._text).split()) > 1 and not _BODY.search(first.of(self._text)):
            return self.full(first.of(self._text))
        if len(inside) > 1 and " and " in self._text[inside[-2].end : last.start]:
            return re.sub(r"\s+", " ", source.of(self._text))
        if last.end >= source.end - 1:
            before = self._text[source.start : last.start]
            if not re.search(r"\b(?:of|in|at|from|for|with|near|to|on)\s+(?:the\s+)?$", before):
                return self.full(last.of(self._text))
            return re.sub(r"\s+", " ", source.of(self._text))
        return re.sub(r"\s+", " ", source.of(self._text))

    def _person(self, place: int, female: bool, earlier: Sequence[Speaker]) -> str | None:
        last = next((speaker for speaker in reversed(earlier) if speaker.start < place), None)
        if last is not None and place - last.start <= _REACH and self._fits(last.name, female):
            between = self.names_within((last.end, place))
            if not any(self._is_person(self.full(name.of(self._text)), name, female) for name in between):
                return last.name
        first = bisect_left(self._starts, place - _REACH)
        stop = bisect_left(self._starts, place)
        candidates = [
            name for name in self._names[first:stop] if self._is_person(self.full(name.of(self._text)), name, female)
        ]
        # Two capitalised words may be anything; who has a title, or has spoken, is somebody, and so may be whom a
        # sentence begins with.
        spoke = {speaker.name for speaker in earlier if speaker.text[:1].isupper() and self._fits(speaker.name, female)}
        people = [
            name for name in candidates if (full := self.full(name.of(self._text))) in self._people or full in spoke
        ]
        candidates = people or [name for name in candidates if self._opens(name)]
        if not candidates:
            return last.name if last is not None and self._fits(last.name, female) else None
        # Of the sentence before, the first person named is its subject more often than not.
        final = candidates[-1]
        line = self._text.rfind("\n", 0, final.start) + 1
        stop_mark = max(self._text.rfind(". ", 0, final.start), line)
        opener = next((name for name in candidates if name.start >= stop_mark), final)
        return self.full(opener.of(self._text))

    def _opens(self, name: Span) -> bool:
        """Whether a sentence or a clause behind a comma begins with the name."""
        before = self._text[max(0, name.start - 3) : name.start]
        return not before.strip(" ") or before.rstrip(" ")[-1] in '.!?"”’,:;)\n'

    def _fits(self, name: str, female: bool) -> bool:
        return bool(name) and name[0].isupper() and not _BODY.search(name) and self._gender(name) in (None, female)

    @cached_property
    def _people(self) -> frozenset[str]:
        """The names that the article gives a title, an age or a "who" somewhere."""
        found = set()
        for name in self._names:
            before = self._text[max(0, name.start - 24) : name.start].split()
            if (before and is_title(before[-1])) or _PERSONAL.match(self._text, name.end):
                found.add(self.full(name.of(self._text)))
        return frozenset(found)

    def _gender(self, name: str) -> bool | None:
        """True where the article says Mrs, spokeswoman or she, False for Mr, spokesman or he, None where nothing."""
        words = name_words(name)
        for span in self._names:
            other = span.of(self._text)
            if name_words(other) and words and name_words(other)[-1] == words[-1]:
                before = self._text[max(0, span.start - 24) : span.start]
                if _FEMALE.search(before):
                    return True
                if _MALE.search(before):
                    return False
        return self._called.get(name)

    def _is_person(self, full: str, span: Span, female: bool) -> bool:
        words = name_words(full)
        titled = bool(
            _FEMALE.search(self._text[max(0, span.start - 24) : span.start])
            or _MALE.search(self._text[max(0, span.start - 24) : span.start])
        )
        if not titled and (len(words) < 2 or len(words) > 4 or is_title(words[-1])):
            return False
        if (
            _BODY.search(full)
            or _SHORTENED.search(full)
            or re.match(r"[Tt]he\b", self._text[max(0, span.start - 4) : span.start])
        ):
            return False
        return self._gender(full) in (None, female)

    def _antecedent(self, place: int) -> str | None:
        """The name a relative pronoun follows: right behind it, or behind what is set off by commas."""
        first = bisect_left(self._starts, place - 100)
        for name in reversed(self._names[first : bisect_left(self._starts, place)]):
            between = self._text[name.end : place].strip()
            if between in ("", ",") or (between[0] == "," and between[-1] == "," and "." not in between):
                return self.full(name.of(self._text))
        return None

    def _others(self, place: int, earlier: Sequence[Speaker]) -> str | None:
        last = next((speaker for speaker in reversed(earlier) if speaker.start < place), None)
        near = last is not None and place - last.end <= _REACH // 3
        # "They" and "it" are never one person.
        return last.name if last is not None and near and not self._one_person(last.name) else None

    def _one_person(self, name: str) -> bool:
        words = name.split()
        return len(words) > 1 and all(word[0].isupper() for word in words) and not _BODY.search(name)
