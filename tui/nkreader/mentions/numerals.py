"""Numbers as texts write them, in figures and in words, and what they come to. No units and no dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, localcontext

_UNITS = {
    word: number
    for number, word in enumerate(
        [
            *(
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        ]
    )
}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_MAGNITUDES = {
    "hundred": Decimal(100), "thousand": Decimal(10) ** 3, "million": Decimal(10) ** 6, "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12, "quadrillion": Decimal(10) ** 15, "dozen": Decimal(12), "lakh": Decimal(10) ** 5,
    "crore": Decimal(10) ** 7,
}  # fmt: skip
_SHORT = {
    "k": Decimal(10) ** 3, "m": Decimal(10) ** 6, "mn": Decimal(10) ** 6, "mln": Decimal(10) ** 6,
    "b": Decimal(10) ** 9, "bn": Decimal(10) ** 9, "bln": Decimal(10) ** 9, "tn": Decimal(10) ** 12,
    "trn": Decimal(10) ** 12, "t": Decimal(10) ** 12,
}  # fmt: skip
_GLYPHS = {
    "½": "0.5",
    "¼": "0.25",
    "¾": "0.75",
    "⅓": "0.333",
    "⅔": "0.667",
    "⅛": "0.125",
    "⅜": "0.375",
    "⅝": "0.625",
    "⅞": "0.875",
}
_PARTS = {
    "half": Decimal("0.5"), "halves": Decimal("0.5"), "third": Decimal(1) / 3, "thirds": Decimal(1) / 3,
    "quarter": Decimal("0.25"), "quarters": Decimal("0.25"), "fourth": Decimal("0.25"), "fourths": Decimal("0.25"),
    "fifth": Decimal("0.2"), "fifths": Decimal("0.2"), "sixth": Decimal(1) / 6, "sixths": Decimal(1) / 6,
    "eighth": Decimal("0.125"), "eighths": Decimal("0.125"), "tenth": Decimal("0.1"), "tenths": Decimal("0.1"),
}  # fmt: skip

_SMALL = "|".join([*_TENS, *sorted(_UNITS, key=len, reverse=True)])
_BIG = "hundred|thousand|million|billion|trillion|quadrillion|dozen|lakh|crore"

DIGITS = r"(?:\d{1,2}(?:,\d\d)+,\d{3}(?!\d)(?:\.\d+)?|\d{1,3}(?:,\ ?\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
"""A number in figures: 1,000 or 63.1 (also "10, 000", as tokenised text has it)."""
FRACTION = r"(?:[ -]?\d{1,2}/\d{1,2}(?![\d/])|\ ?[½¼¾⅓⅔⅛⅜⅝⅞])"
MAGNITUDE = (
    r"(?:[\s\u00a0-]?(?:hundred|thousand|million|billion|trillion|quadrillion|dozen|lakh|crore|mln|mn|bn|bln|trn)\b)"
)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_BELOW_HUNDRED = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{_ONES})\b)?|(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))}))"
)
_GROUP = rf"(?:{_BELOW_HUNDRED}(?:[\s-](?:and\s(?:a\shalf|three\squarters)\s)?(?:{_BIG})\b)+)"
WORDED = (
    rf"(?:(?:an?\shalf[\s-]|half\s(?:an?\s)?|(?:an?|three)\squarters?\s(?:of\sa\s)?|quarter\s"
    rf"|an?\s)(?:{_BIG})(?:\s(?:{_BIG})\b)?\b(?:\sand\sa\shalf\b)?"
    rf"|{_GROUP}(?:(?:\sand\s|,?[\s-]){_GROUP})*(?:(?:\sand\s|[\s-]){_BELOW_HUNDRED}\b)?"
    rf"|{_BELOW_HUNDRED}\b(?:\sand\sa\shalf\b(?:\s(?:{_BIG})\b)?)?)"
)

# A code may touch its number: EUR50. Anything else that does makes it part of a word.
_CODES = ("USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "INR", "CNY", "RMB")
_TOUCHING = "(?:" + "|".join([r"(?<![\w.,])", *(rf"(?<=\b{code})" for code in _CODES)]) + ")"
_FIGURES = rf"""
    (?=[-−–.\d½¼¾⅓⅔⅛⅜⅝⅞])(?P<digits>{_TOUCHING}[-−–]?(?:\d{{1,2}}/\d{{1,2}}(?![\d/])|{DIGITS}{FRACTION}?|[½¼¾⅓⅔⅛⅜⅝⅞]))
        (?P<magnitude>{MAGNITUDE}|(?:k|m|b|t)(?![\w]))?
    """
NUMBER = re.compile(rf"{_FIGURES} | (?P<worded>\b(?:{WORDED}))", re.VERBOSE | re.IGNORECASE)
# Most texts write their numbers in figures, and those are found in half the time.
_IN_FIGURES = re.compile(rf"{_FIGURES} | (?P<worded>(?!))", re.VERBOSE | re.IGNORECASE)
_LOW_WORD = re.compile(r"[a-z]+")
_NUMBER_WORDS = frozenset([*_UNITS, *_TENS, *_MAGNITUDES, "quarter", "quarters", "half"])


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: where it stands and what it comes to."""

    start: int
    end: int
    number: Decimal
    in_figures: bool
    magnitude: str
    """The word of size it carries ("million"), else empty."""


def numerals(text: str, start: int, end: int) -> list[Numeral]:
    """The numbers of a stretch of text, in figures or words, in order."""
    found = []
    worded = not _NUMBER_WORDS.isdisjoint(_LOW_WORD.findall(text[start:end].lower()))
    for match in (NUMBER if worded else _IN_FIGURES).finditer(text, start, end):
        numeral = _numeral(match)
        if numeral is not None:
            found.append(numeral)
    return found


def _numeral(match: re.Match[str]) -> Numeral | None:
    if match["worded"]:
        number = worded_number(match["worded"])
        if number is None:
            return None
        big = re.findall(_BIG, match["worded"].lower())
        return Numeral(match.start(), match.end(), number, False, big[-1] if big else "")
    number = figure(match["digits"])
    magnitude = (match["magnitude"] or "").strip("- \u00a0\n\t").lower()
    if magnitude:
        number *= _MAGNITUDES.get(magnitude) or _SHORT[magnitude]
    return Numeral(match.start(), match.end(), number, True, magnitude)


def figure(text: str) -> Decimal:
    """What digits come to: "1,000", "10 1/2", "2½", "-5"."""
    text = text.strip()
    sign = -1 if text[0] in "-−–" else 1
    text = text.lstrip("-−–")
    total = Decimal(0)
    if text[-1] in _GLYPHS:
        total += Decimal(_GLYPHS[text[-1]])
        text = text[:-1].strip()
    fraction = re.search(r"(?:^|[ -])(\d+)/(\d+)$", text)
    if fraction:
        if int(fraction[2]):
            total += Decimal(fraction[1]) / Decimal(fraction[2])
        text = text[: fraction.start()].strip()
    if text:
        total += Decimal(re.sub(r"[,\s]", "", text))
    return sign * total


_LEADING_SHARE = re.compile(
    r"(half an?|an? half|half|three quarters(?: of an?)?|(?:a )?quarter(?: of an?)?|an?) (?=[a-z])"
)


def worded_number(text: str) -> Decimal | None:
    """What number words come to: "two hundred and five", "a dozen", "half a million"; None where they are no number."""
    said = " ".join(re.findall(r"[a-z]+", text.lower()))
    share = _LEADING_SHARE.match(said)
    factor = Decimal(1)
    if share:
        factor = Decimal("0.75") if "three" in share[1] else Decimal("0.25") if "quarter" in share[1] else factor
        factor = Decimal("0.5") if "half" in share[1] else factor
        said = "one " + said[share.end() :]
    tail = re.search(r" and a (half|quarter)(?: ([a-z]+))?$", said)
    if tail:
        said = said[: tail.start()]
    number = _sum_of(said.split())
    if number is None:
        return None
    if tail:
        extra = _PARTS[tail[1]]
        if tail[2] in _MAGNITUDES:  # two and a half million
            number = (number + extra) * _MAGNITUDES[tail[2]]
        else:  # two million and a half
            number += extra * next((_MAGNITUDES[word] for word in said.split() if word in _MAGNITUDES), Decimal(1))
    return factor * number


def _sum_of(words: list[str]) -> Decimal | None:
    """What plain number words add up to."""
    total = current = Decimal(0)
    seen = False
    for word in words:
        if word in _UNITS:
            if seen and current % 10 and current < 100:
                return None
            current += _UNITS[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word in _MAGNITUDES:
            scale = _MAGNITUDES[word]
            if scale <= 100:
                current = (current or Decimal(1)) * scale
            else:
                total += (current or Decimal(1)) * scale
                current = Decimal(0)
        else:
            continue
        seen = True
    return total + current if seen else None


def written(number: Decimal) -> str:
    """The number as results carry it: plain decimal digits, no exponent, no trailing zeros, four places at most."""
    with localcontext() as context:
        # Rounding keeps four places; a number of many digits needs room for them besides its own.
        context.prec = max(context.prec, number.adjusted() + 6)
        text = format(round(number, 4), "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def scale_of(magnitude: str) -> Decimal:
    """What a word of size multiplies by ("million", "bn"); 1 for none."""
    return _MAGNITUDES.get(magnitude) or _SHORT.get(magnitude) or Decimal(1)
