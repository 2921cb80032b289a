"""Figures, dates and durations of a text with what they come to, so that two forms of one value are equal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from nkreader.mentions.dates import dates
from nkreader.mentions.numerals import Numeral, numerals, scale_of, written
from nkreader.mentions.units import (
    currencies,
    currency_of_sign,
    duration_units,
    quantity_units,
    subunits,
    symbol_before,
    unit_after,
)
from nkreader.model import Article, Span, Value, ValueKind

_TIME = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d){1,2}\s?(?:[ap]\.?m\b\.?|hours|hrs|GMT|BST|EST|EDT|PST|PDT|UTC|CET)"
    r"|\b\d{1,2}:\d\d(?::\d\d)?\b|\b\d{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b[a-z]+\.(?:com|org|net|co)\b\S*")
_IN_EVERY_ADDRESS = ("://", "www.", "@", ".co", ".org", ".net")
_NOT_VALUES = re.compile(
    r"""(?<![\w.])\d{1,3}-\d{1,3}(?=(?:\s+(?:\(?\d{1,3}-\d{1,3}|\d{1,3}-\d{1,3}))|\s*,\s*\d-\d)
    | \+?\d{1,3}[\s-]\(?\d{2,4}\)?[\s-]\d{3,4}[\s-]\d{3,4}
    | \b(?:9/11|24/7|50/50|7/7|20/20)\b | \b\d+(?:st|nd|rd|th)s?\b | \#\d+ | \[\d+\] | \b\d+(?:\.\d+){2,}\b
    | \b(?!(?:USD|EUR|GBP|JPY|CHF|CAD|AUD|INR|CNY|RMB)\d)(?:[A-Z][A-Za-z]*-\d+\w*|[A-Z]+\d+\w*)""",
    re.VERBOSE,
)
_JOINT = re.compile(r"\s?[-–—]\s?|\s(?:to|and|or)\s", re.IGNORECASE)
_ONE_OF = re.compile(
    r"(?:\s+(?:of|another|by|who|that|which|more|day|can|could|should|would|might|may|must|has"
    r"|had|is|was|thing|side|hand|time|way|reason|in|on|at|for|to|with|and|or|as|such)\b"
    r"|[,.;:!?\"”’'—–)]|\s*$|\s+[-–—])",
    re.IGNORECASE,
)
_BEFORE_ONE = re.compile(
    r"\b(?:no|any|every|each|some|this|that|the|which|another|not|first|last|next|new|big|good"
    r"|only|only the|number|day|-|square|it['’]s|a)\s*-?$",
    re.IGNORECASE,
)
_NAMED_NUMBER = re.compile(
    r"\b(?:No\.?|number|page|pages|p\.|chapter|section|article|resolution|route|highway"
    r"|interstate|flight|room|channel|boeing"
    r"|airbus|type|version|windows|phase|level|grade|class|group|series|volume|vol\.|part|act"
    r"|rule|title|proposition|prop|line"
    r"|district|area|formula|radio|bbc|step|zone|gate|pier|platform|apollo|catch|fifa|round"
    r"|week|day|season|episode)\s$",
    re.IGNORECASE,
)
_AGE = re.compile(r"[\s-]years?[\s-](?:old|of\s+age)s?\b|[\s-]years?[\s-]olds?\b", re.IGNORECASE)
_MONTHS_OLD = re.compile(r"[\s-](?P<unit>months?|weeks?|days?)[\s-]olds?\b", re.IGNORECASE)
_SHARE = re.compile(
    r"(?<!first\s)(?<!second\s)(?<!other\s)(?<!latter\s)(?<!each\s)\b(?:(?P<of>one|two|three"
    r"|four|five|seven|nine)\s?[\s-]\s?(?P<part>half|third|quarter|fourth|fifth|sixth|seventh"
    r"|eighth|ninth|tenth)s?\b(?!\s(?:of\sa\s)?[mb]illion)"
    r"|(?P<half>half)(?=\s+(?:of|the|a\s+(?:mile|hour|day|year)|its|their|his|her|all|that)\b)"
    r"|an?\s(?P<lone>third|quarter|fifth|tenth)(?=\s+of\b))",
    re.IGNORECASE,
)
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_DIGIT = re.compile(r"\d")
_HINT = re.compile(
    r"\d|[½¼¾⅓⅔⅛⅜⅝⅞]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\w+teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen|half|third|quarter|fifth|tenth|zero)",
    re.IGNORECASE,
)


def values(article: Article) -> list[Value]:
    """Every figure, date and duration of the article, residue left out, in order."""
    found: list[Value] = []
    place = 0
    for start, end in [*((span.start, span.end) for span in article.boilerplate), (len(article.text),) * 2]:
        found += values_in(article.text, place, start, article.published)
        place = end
    return found


def values_in(text: str, start: int = 0, end: int | None = None, published: str | None = None) -> list[Value]:
    """The values of a stretch of text, in order. `published` (EDTF) resolves dates relative to it."""
    return list(_values_of(text[start:end], published, start))


@lru_cache(maxsize=4096)
def _values_of(text: str, published: str | None, offset: int) -> tuple[Value, ...]:
    found = [
        Value(ValueKind.DATE, text[date.start : date.end], date.start, date.end, date.edtf, date.part)
        for date in dates(text, 0, len(text), published)
    ]
    if _HINT.search(text):
        taken = [value.span for value in found]
        if _DIGIT.search(text):  # without a figure there is no address, no score and no time of day
            taken += [Span(*match.span()) for match in _NOT_VALUES.finditer(text)]
            taken += [Span(*match.span()) for match in _TIME.finditer(text)]
        if any(mark in text for mark in _IN_EVERY_ADDRESS):
            taken += [Span(*match.span()) for match in _ADDRESS.finditer(text)]
        found += _shares(text, taken)
        taken += [value.span for value in found]
        found += _figures(text, taken)
    found.sort(key=lambda value: (value.start, -value.end))
    return tuple(
        Value(value.kind, value.text, value.start + offset, value.end + offset, value.value, value.unit)
        for value in found
    )


def _shares(text: str, taken: list[Span]) -> list[Value]:
    found = []
    for match in _SHARE.finditer(text):
        span = Span(*match.span())
        if any(span.overlaps(other) for other in taken):
            continue
        if match["of"]:
            number = Decimal(_COUNTS[match["of"].lower()]) / _PARTS[match["part"].lower()]
        else:
            number = Decimal(1) / _PARTS[(match["half"] or match["lone"]).lower()]
        found.append(Value(ValueKind.COUNT, match[0], span.start, span.end, written(number), None))
    return found


@dataclass(frozen=True, slots=True)
class _Measured:
    """A number with its unit, where it has one."""

    kind: ValueKind
    unit: str | None
    start: int
    end: int
    number: Decimal


def _figures(text: str, taken: list[Span]) -> list[Value]:
    found: list[Value] = []
    open_numerals = [
        numeral
        for numeral in numerals(text, 0, len(text))
        if not any(numeral.start < span.end and span.start < numeral.end for span in taken)
    ]
    place = 0
    while place < len(open_numerals):
        numeral = open_numerals[place]
        following = open_numerals[place + 1] if place + 1 < len(open_numerals) else None
        pair = _range(text, numeral, following) if following else None
        if pair:
            found.append(pair)
            place += 2
            continue
        measured = _measured(text, numeral)
        if measured and following:
            together = _with_cents(text, measured, following)
            if together:
                measured = together
                place += 1
        if measured and not (found and measured.start < found[-1].end):
            found.append(_value(text, measured))
        place += 1
    return found


_NEXT_TO_MONEY = re.compile(r"\s+(?:and\s+)?")


def _with_cents(text: str, whole: _Measured, following: Numeral) -> _Measured | None:
    """ "Thirteen dollars and forty-five cents", "15 dollars 50": one sum of money."""
    if whole.kind is not ValueKind.MONEY or not text[whole.end - 1].isalpha() or not 0 < following.number < 100:
        return None
    if whole.number >= 1000 or not _NEXT_TO_MONEY.fullmatch(text[whole.end : following.start]):
        return None
    part = _measured(text, following)
    cents = part is not None and part.kind is ValueKind.MONEY and part.unit == whole.unit and part.number < 1
    plain = part is None or (part.kind is ValueKind.COUNT and not re.match(r"\s+[a-z]", text[part.end :]))
    if cents and part is not None:
        return _Measured(whole.kind, whole.unit, whole.start, part.end, whole.number + part.number)
    if plain and following.number == int(following.number):
        return _Measured(whole.kind, whole.unit, whole.start, following.end, whole.number + following.number / 100)
    return None


def _value(text: str, measured: _Measured) -> Value:
    amount = _amount(measured.kind, measured.number, measured.unit)
    unit = measured.unit
    if measured.kind is ValueKind.DURATION:
        unit = "age" if unit == "age" else None
    return Value(measured.kind, text[measured.start : measured.end], measured.start, measured.end, amount, unit)


def _amount(kind: ValueKind, number: Decimal, unit: str | None) -> str:
    if kind is not ValueKind.DURATION:
        return written(number)
    if unit == "decade":
        return f"P{written(number * 10)}Y"
    if unit == "century":
        return f"P{written(number * 100)}Y"
    if unit == "millisecond":
        return f"PT{written(number / 1000)}S"
    if unit == "age":
        return f"P{written(number)}Y"
    letter = unit or "Y"
    return f"P{'T' if letter in 'SMH' else ''}{written(number)}{letter.upper()}"


def _range(text: str, first: Numeral, second: Numeral) -> Value | None:
    """Two numbers that are one range: "$5-10 million", "between 20 and 30 percent", "6 to 8 miles"."""
    between = text[first.end : second.start]
    if len(between) > 24:
        return None
    one, two = _measured(text, first), _measured(text, second)
    if two is None:
        return None
    gap_start = one.end if one and one.end <= two.start else first.end
    joint = text[gap_start : two.start]
    if not _JOINT.fullmatch(joint):
        return None
    low, high = first, second
    spelled = joint.strip().lower()
    before = text[max(0, first.start - 12) : first.start].lower()
    opened = re.search(r"\b(?:between|from)\s+(?:\W*\s*)?$", before)
    if spelled == "and" and not re.search(r"\bbetween\s+\S{0,3}$", before):
        return None
    if spelled == "or" and not (one is None or one.unit is None or one.unit == two.unit):
        return None
    if (
        spelled == "to"
        and opened is None
        and re.search(r"\b(?:rise|rose|fell|fall|up|down|increased?|dropped|grew|cut|by)\s*$", before)
    ):
        return None
    plain_one = one is None or (one.kind is ValueKind.COUNT)
    kind, unit = two.kind, two.unit
    if one is not None and one.kind is ValueKind.MONEY and two.kind is ValueKind.COUNT:
        kind, unit = one.kind, one.unit  # $5-10 million: the sign is said once
    elif not plain_one and one is not None and (one.kind is not two.kind or one.unit != two.unit):
        return None
    number = low.number
    lone_sign = one is not None and one.kind is ValueKind.MONEY and not first.magnitude
    if (plain_one or lone_sign) and not first.magnitude and second.magnitude and number < 1000:
        number *= scale_of(second.magnitude)
    if number >= two.number:
        return None
    start = one.start if one and not plain_one else first.start
    start = min(start, first.start)
    if (
        plain_one
        and two.kind is ValueKind.COUNT
        and spelled in ("-", "–", "—")
        and high.number <= 20
        and first.in_figures
    ):
        return None  # a score: 6-2, 3-1
    amounts = f"{_amount(kind, number, unit)}/{_amount(kind, two.number, unit)}"
    if kind is ValueKind.DURATION:
        unit = "age" if unit == "age" else None
    return Value(kind, text[start : two.end], start, two.end, amounts, unit)


def _measured(text: str, numeral: Numeral) -> _Measured | None:
    """The number with the unit before or behind it; None where the number is no value."""
    start, end, number = numeral.start, numeral.end, numeral.number
    before = text[max(0, start - 16) : start]
    if numeral.in_figures and text[start] in "-−–" and (before[-1:].strip() or before.rstrip()[-1:].isdigit()):
        start += 1
        number = abs(number)
        before = text[max(0, start - 16) : start]
    sign = symbol_before().search(before)
    if sign and (not sign[0].strip().isalpha() or len(sign[0].strip()) > 1):
        code = currency_of_sign(sign[0])
        if code:
            money = unit_after().match(text, end)
            scaled = re.match(r"\s(million|billion|trillion)\b", text[end : end + 10], re.IGNORECASE)
            if scaled and not numeral.magnitude:
                return _Measured(
                    ValueKind.MONEY,
                    code,
                    start - len(sign[0]) + _blank(sign[0]),
                    end + scaled.end(),
                    number * scale_of(scaled[1].lower()),
                )
            if money and money["money"] and sign[0].strip() in ("$", "£"):
                named = currencies()[re.sub(r"[\s-]", " ", money["money"].lower())]
                return _Measured(ValueKind.MONEY, named, start - len(sign[0]) + _blank(sign[0]), money.end(), number)
            return _Measured(ValueKind.MONEY, code, start - len(sign[0]) + _blank(sign[0]), end, number)
    if numeral.magnitude in ("m", "t", "b"):
        return _one_letter(text, numeral, start)
    age = _AGE.match(text, end)
    if age:
        return _Measured(ValueKind.DURATION, "age", start, age.end(), number)
    unit = unit_after().match(text, end)
    if unit:
        measured = _with_unit(text, numeral, start, number, unit)
        if measured:
            return measured
    return _count(text, numeral, start, number, before)


_RUN = (
    r"(?!\s+(?:hurdles|steeplechase|freestyle|butterfly|backstroke|breaststroke|finals|heats|races|sprints|semi-?finals)\b"
    r"|\s+of\s+all\s+time\b)"
)
"""Behind what is run or swum: "the 400m hurdles" are no millions."""
_PEOPLE = re.compile(
    _RUN + r"\s+(?:[a-z]+\s+)?[a-z]{3,}s\b|\s+(?:people|men|women|children)\b|" + _RUN + r"[\s-]*(?:of|or)\b"
)


def _one_letter(text: str, numeral: Numeral, start: int) -> _Measured | None:
    """ "5m", "48t" without a currency: millions of what follows, else metres and tonnes."""
    unit = unit_after().match(text, numeral.end)
    if unit and (unit["money"] or unit["pound"]) and (unit["money"] or "").lower() not in ("mark", "try"):
        code = "GBP" if unit["pound"] else currencies()[re.sub(r"[\s-]", " ", unit["money"].lower())]
        return _Measured(ValueKind.MONEY, code, start, unit.end(), numeral.number)
    if numeral.magnitude == "b" or (numeral.magnitude == "m" and _PEOPLE.match(text, numeral.end)):
        return _Measured(ValueKind.COUNT, None, start, numeral.end, numeral.number)
    name = "metre" if numeral.magnitude == "m" else "tonne"
    return _Measured(ValueKind.QUANTITY, name, start, numeral.end, numeral.number / scale_of(numeral.magnitude))


_COMMON_WORDS = ("won", "try", "mark", "real", "dong", "php", "rub")
"""Currencies whose names mean something else more often: "the 400m mark"."""


def _blank(sign: str) -> int:
    return len(sign) - len(sign.lstrip())


def _with_unit(text: str, numeral: Numeral, start: int, number: Decimal, unit: re.Match[str]) -> _Measured | None:
    end = unit.end()
    if unit["millions"]:
        return _Measured(ValueKind.MONEY, unit["millions"].upper(), start, end, number * 1_000_000)
    if unit["percent"] or unit["worded"]:
        return _Measured(ValueKind.PERCENT, "percent", start, end, number)
    if unit["points"]:
        return _Measured(ValueKind.PERCENT, "percentage point", start, end, number)
    if unit["money"]:
        form = re.sub(r"[\s-]", " ", unit["money"].lower())
        if form in _COMMON_WORDS and not numeral.magnitude and not re.search(r"[\d,]{4}", text[start : numeral.end]):
            return None
        if form in ("marks", "mark") and not numeral.magnitude:
            return None
        scaled = re.match(r"\s(million|billion|trillion)\b", text[end : end + 10], re.IGNORECASE)
        if scaled and not numeral.magnitude and form.upper() in currencies().values():
            return _Measured(
                ValueKind.MONEY, currencies()[form], start, end + scaled.end(), number * scale_of(scaled[1].lower())
            )
        return _Measured(ValueKind.MONEY, currencies()[form], start, end, number)
    if unit["sign"]:
        return _Measured(ValueKind.MONEY, currency_of_sign(unit["sign"]), start, end, number)
    if unit["part"]:
        if unit["part"].lower() == "p" and (text[numeral.end : unit.start("part")] or not numeral.in_figures):
            return None
        return _Measured(ValueKind.MONEY, subunits()[unit["part"].lower()], start, end, number / 100)
    if unit["pound"]:
        if numeral.magnitude in ("million", "billion", "trillion", "thousand") and "-" not in text[numeral.end : end]:
            weighed = re.match(r"\s+of\s+\w+", text[end:])
            return _Measured(
                ValueKind.QUANTITY if weighed else ValueKind.MONEY, "pound" if weighed else "GBP", start, end, number
            )
        return _Measured(ValueKind.QUANTITY, "pound", start, end, number)
    if unit["time"]:
        return _Measured(ValueKind.DURATION, duration_units()[unit["time"].lower()], start, end, number)
    if unit["short"]:
        return _short_unit(text, numeral, start, number, unit)
    form = re.sub(r"[\s-]", " ", unit["unit"].lower())
    if (
        form in ("mi", "ha", "hp", "stone", "kb", "tb", "mb", "gb", "bp", "db", "kt", "foot", "yard", "mw")
        and form == "stone"
        and number > 40
    ):
        return None
    name = quantity_units()[form]
    return _Measured(ValueKind.QUANTITY, name, start, end, number)


_SHORT_UNITS = {
    "mi": "mile", "in": "inch", "g": "gram", "m": "metre", "l": "litre", "c": "celsius", "f": "fahrenheit", "w": "watt",
    "v": "volt", "t": "tonne", "k": "kelvin",
}  # fmt: skip


def _short_unit(text: str, numeral: Numeral, start: int, number: Decimal, unit: re.Match[str]) -> _Measured | None:
    """One letter is a unit only where it touches its number, or stands as a lone capital for a temperature."""
    form, gap = unit["short"], text[numeral.end : unit.start("short")]
    if not numeral.in_figures or gap.strip() or (gap and form not in ("C", "F", "c", "f")):
        return None
    if form.lower() == "in" or form == "G":
        return None  # "a 5G network"
    return _Measured(ValueKind.QUANTITY, _SHORT_UNITS[form.lower()], start, unit.end(), number)


def _count(text: str, numeral: Numeral, start: int, number: Decimal, before: str) -> _Measured | None:
    after = text[numeral.end : numeral.end + 24]
    if not numeral.in_figures:
        said = text[start : numeral.end].lower()
        if said in ("one", "zero") and (
            _ONE_OF.match(after) or re.match(r"-[a-z]", after) or _BEFORE_ONE.search(before) or said == "zero"
        ):
            return None
        if (
            said != text[start : numeral.end]
            and said[0] == text[start].lower()
            and re.match(r"\s+[A-Z]", after)
            and re.search(r"[A-Z]\w*\s$", before)
        ):
            return None  # part of a name: "The Big Five Group"
    else:
        if number < 2000 and "," not in text[start : numeral.end] and _NAMED_NUMBER.search(before):
            return None
        if re.match(r"[A-Za-z]", after) or (re.match(r"[-/:]\w", after) and not re.match(r"-[a-z]{3}", after)):
            return None
        if re.search(r"[/:]$|[a-z]-$" if numeral.magnitude else r"\w-$|[/:]$", before):
            return None
        if (
            re.search(r"\b[A-Z][a-z]+\s$", before)
            and not re.match(r"\s+[a-z]", after)
            and number < 100
            and "," not in text[start : numeral.end]
        ):
            return None  # a model or a sequel: "Halo 2"
    return _Measured(ValueKind.COUNT, None, start, numeral.end, number)
