"""Dates in a text and what they come to in EDTF (ISO 8601-2). Relative ones resolve only where the article is dated."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from nkreader.mentions.date_patterns import (
    AS_VERB,
    BEFORE_MONTH,
    COUNTED,
    DATE,
    LONGEST_LEAD,
    SETTLED,
    WORD,
    is_in_dates,
    may_begin_date,
    may_hold_date,
)
from nkreader.mentions.numerals import worded_number

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            *("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug"),
            *("september sep sept", "october oct", "november nov", "december dec"),
        ],
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = {name: day for day, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}  # noqa: SIM905  # reads as a week
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5,
    "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: where, its EDTF value (None where it cannot be told), and `early`, `mid` or `late` if said."""

    start: int
    end: int
    edtf: str | None
    part: str | None


def dates(text: str, start: int, end: int, published: str | None = None) -> list[DateMention]:
    """The dates of a stretch of text, in order. `published`: the article's own date (EDTF), for relative ones."""
    if not may_hold_date(text, start, end):
        return []
    today = _day_of(published)
    found = []
    place = start
    words = [(word.start(), word[0]) for word in WORD.finditer(text, start, end)]
    telling = [begin for begin, word in words if word[0].isdecimal() or is_in_dates(word)]
    ahead = 0
    for begin, word in words:
        while ahead < len(telling) and telling[ahead] < begin:
            ahead += 1
        if ahead == len(telling):
            break
        if begin < place or telling[ahead] - begin > LONGEST_LEAD or not may_begin_date(word):
            continue
        match = DATE.match(text, begin, end)
        if match is None:
            continue
        mention = _mention(match, text, today)
        if mention is not None:
            found.append(mention)
            place = mention.end
        elif match.lastgroup == "figures_":
            place = match.end()
    return found


def _day_of(published: str | None) -> datetime.date | None:
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", published or "")
    try:
        return datetime.date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _mention(match: re.Match[str], text: str, today: datetime.date | None) -> DateMention | None:
    kind = (match.lastgroup or "").rstrip("_")
    reading = _READERS[kind](match, text, today)
    if reading is None:
        return None
    value, part = reading
    begin = match.start()
    lead = re.match(r"(?:on|the)\s+", match[0], re.IGNORECASE)
    if lead and kind in ("weekday", "decade", "share", "year", "month", "century"):
        begin += lead.end()
    return DateMention(begin, match.end(), value, part)


Reading = tuple[str | None, str | None] | None


def _month(name: str) -> int:
    return _MONTHS[name.rstrip(".").lower()]


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _iso(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    return match["iso"], None


def _figures(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    first, second = int(match["fa"]), int(match["fb"])
    year = match["fy"] if len(match["fy"]) == 4 else ("20" if int(match["fy"]) < 50 else "19") + match["fy"]
    # 9.5.2023 is read as continental; 5/9/2023 could be either, so only an unmistakable one is resolved.
    if match["sep"] == "." and len(match["fy"]) == 2:
        return None
    if match["sep"] == "." or first > 12:
        day, month = first, second
    elif second > 12:
        month, day = first, second
    elif first == second:
        day = month = first
    else:
        return f"{year}-XX-XX", None
    return (f"{year}-{month:02}-{day:02}", None) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _month_day(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    if match["m1"] in ("may", "march", "mar") and not SETTLED.search(
        text[max(0, match.start() - 8) : match.start("m1")]
    ):
        return None
    year = match["y1"] or "XXXX"
    value = f"{year}-{_month(match['m1']):02}-{_number(match['d1']):02}"
    if match["d2"]:
        month = _month(match["m2"]) if match["m2"] else _month(match["m1"])
        value += f"/{year}-{month:02}-{_number(match['d2']):02}"
    return value, None


def _day_month(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    if match["m4"] in ("may", "march", "mar") and not SETTLED.search(
        text[max(0, match.start() - 8) : match.start("d3")]
    ):
        return None
    year = match["y2"] or "XXXX"
    month = _month(match["m4"])
    if match["d4"]:
        first = _month(match["m3"]) if match["m3"] else month
        return f"{year}-{first:02}-{_number(match['d3']):02}/{year}-{month:02}-{_number(match['d4']):02}", None
    return f"{year}-{month:02}-{_number(match['d3']):02}", None


def _share(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    nth, share, year = match["nth"].lower(), match["share"].lower(), match["y3"]
    if nth in ("h", "q"):
        if not share.isdigit():
            return None
        share, nth = (
            ("half" if nth == "h" else "quarter"),
            {1: "first", 2: "second", 3: "third", 4: "fourth"}[int(share)],
        )
    elif share.isdigit():
        return None
    months = 6 if share == "half" else 3
    place = min(_ORDINALS[nth], 12 // months)
    return f"{year}-{(place - 1) * months + 1:02}/{year}-{place * months:02}", None


def _decade(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    if match["y4"]:
        value = f"{match['y4']}X"
    elif match["y5"]:
        value = f"19{match['y5']}X"
    else:
        value = f"19{_DECADES[match['named'].lower()]}X"
    return value, _part(match["part"])


def _part(word: str | None) -> str | None:
    word = (word or "").lower().removeprefix("the ")
    named = {
        "middle": "mid",
        "beginning": "early",
        "start": "early",
        "end": "late",
        "earlier": "early",
        "later": "late",
    }
    return named.get(word, word) or None


def _century(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    named = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
    number = named.get(match["cent"].lower()) or _number(match["cent"])
    part = re.search(r"early|late|mid", match[0], re.IGNORECASE)
    return f"{number - 1:02}XX", part[0].lower() if part else None


def _season(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    return f"{match['y6']}-{_SEASONS[match['season'].lower()]}", None


def _month_alone(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    name, part, towards = match["m5"], match["part2"], match["dir1"]
    if name[0].islower() and not (match["y7"] or name.lower() not in ("may", "march", "mar", "august", "sep", "dec")):
        return None
    plain = not (match["y7"] or part or towards or match["dir4"])
    if plain and name in ("Jan", "Mar", "Jun", "Sep", "Dec", "Nov", "Oct", "Aug", "Apr", "Feb", "Jul"):
        return None  # a first name, or a table's column
    before = text[max(0, match.start() - 12) : match.start()]
    if plain and name.rstrip(".").lower() in ("may", "march", "mar", "jan", "jun", "sep", "april", "june", "august"):
        loose = name.lower() in ("april", "june", "august")
        if not BEFORE_MONTH.search(before) and not loose:
            return None
        settled = bool(SETTLED.search(before))
        if not settled and AS_VERB.match(text, match.end()) and name.lower() in ("may", "march"):
            return None
        # April Jones, Augusto: a capitalised word behind a month that could be a first name.
        if re.match(r"\s+[A-Z][a-z]", text[match.end() : match.end() + 3]) and not BEFORE_MONTH.search(before):
            return None
        noun = re.match(
            r"\s+(?!on\b|for\b|of\b|was\b|is\b|to\b|will\b|from\b|in\b|has\b|had\b)[a-z]", text[match.end() :]
        )
        if name.lower() == "march" and re.search(r"\b(?:the|on|for|and)\s*$", before, re.IGNORECASE):
            return ("XXXX-03", None) if noun and re.search(r"\bthe\s*$", before, re.IGNORECASE) else None
        if name.lower() == "may" and re.search(r"\b(?:and|or|the)\s*$", before, re.IGNORECASE):
            return None
    year = match["y7"] or "XXXX"
    if today and match["dir4"]:
        return f"{today.year + {'last': -1, 'next': 1}.get(match['dir4'].lower(), 0)}-{_month(name):02}", _part(part)
    if year == "XXXX" and today and towards:
        month = _month(name)
        shift = {"last": -1 if month >= today.month else 0, "next": 1 if month <= today.month else 0}.get(
            towards.lower(), 0
        )
        year = str(today.year + shift)
    return f"{year}-{_month(name):02}", _part(part)


def _fiscal(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    year = match["y8"]
    if match["y9"]:
        return f"{year}/{match['y9'] if len(match['y9']) == 4 else year[:2] + match['y9']}", None
    return year, None


def _year(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    year, last = match["y10"], match["y11"]
    before = text[max(0, match.start() - 14) : match.start()]
    after = text[match.end() : match.end() + 40]
    if re.search(
        r"(?:[$€£¥#№]|\b(?:No\.?|number|page|pages|p\.|Rs\.?|room|flight|route|channel|version|model))\s*$",
        before,
        re.IGNORECASE,
    ):
        return None
    settled = re.search(
        r"\b(?:in|since|by|of|until|from|during|before|after|the|early|late|year|for)\s*$", before, re.IGNORECASE
    )
    if int(year) < 1500 and not settled:
        return None
    if (
        not match["part3"]
        and not last
        and re.match(
            r"\s*(?:million|billion|trillion|%|[-‐](?:mile|foot|metre|meter|strong|seat|page|word|man"
            r"|person|acre|pound))",
            after,
        )
    ):
        return None
    if not last and not match["part3"]:
        if COUNTED.match(after) and not (settled and int(year) > 1900 and int(year) % 100):
            return None
        if int(year) < 1700 and not re.search(r"\b(?:in|since|by|until|from)\s*$", before, re.IGNORECASE):
            return None
        if re.match(r"\s*(?:hours|GMT|EST|EDT|PST|UTC|a\.?m|p\.?m)\b", after):
            return None
    if last:
        last = last if len(last) == 4 else year[:2] + last
        if int(last) <= int(year):
            return None if int(last) < int(year) else (year, None)
        return f"{year}/{last}", None
    return year, _part(match["part3"])


def _weekday(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    if match["wd"][0].islower() and not match["dir2"]:
        pass
    if today is None:
        return None, None
    day = _WEEKDAYS[match["wd"].lower()]
    back = (today.weekday() - day) % 7
    towards = (match["dir2"] or "").lower()
    if towards == "next":
        shift = (day - today.weekday() - 1) % 7 + 1
    elif towards == "last":
        shift = -(back or 7)
    else:
        shift = -back
    return (today + datetime.timedelta(days=shift)).isoformat(), None


def _relative_day(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    if today is None:
        return None, None
    word = match["rel"].lower()
    shift = {"yesterday": -1, "tomorrow": 1}.get(word, -2 if "before" in word else 2 if "after" in word else 0)
    return (today + datetime.timedelta(days=shift)).isoformat(), None


def _period(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    unit, towards = match["unit"].lower(), match["dir3"].lower()
    if towards == "the past":
        return None
    if today is None or towards in ("the previous", "the following"):
        return None, None
    shift = -1 if "last" in towards else 1 if towards in ("next", "the coming", "this coming") else 0
    if unit == "year":
        return str(today.year + shift), None
    if unit == "month":
        month = today.year * 12 + today.month - 1 + shift
        return f"{month // 12:04}-{month % 12 + 1:02}", None
    if unit == "week":
        monday = today - datetime.timedelta(days=today.weekday()) + datetime.timedelta(weeks=shift)
        return f"{monday.isoformat()}/{(monday + datetime.timedelta(days=6)).isoformat()}", None
    return None, None


def _ago(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    if today is None or match["when"].lower() not in ("ago", "from now", "hence"):
        return None, None
    counted = match["count"].lower().replace(",", "")
    number = 1 if counted in ("a", "an") else int(counted) if counted.isdigit() else int(worded_number(counted) or 0)
    if not number:
        return None, None
    sign = -1 if match["when"].lower() == "ago" else 1
    unit = match["unit2"].lower()
    if unit in ("day", "week"):
        return (today + datetime.timedelta(days=sign * number * (7 if unit == "week" else 1))).isoformat(), None
    if unit == "month":
        month = today.year * 12 + today.month - 1 + sign * number
        return f"{month // 12:04}-{month % 12 + 1:02}", None
    year = today.year + sign * number * {"year": 1, "decade": 10, "centur": 100}[unit]
    return (f"{year:04}" if 0 < year < 10000 else None), None


def _feast(match: re.Match[str], text: str, today: datetime.date | None) -> Reading:
    fixed = {"christmas day": "12-25", "christmas eve": "12-24", "new year's day": "01-01", "new year's eve": "12-31"}
    fixed |= {"independence day": "07-04", "valentine's day": "02-14", "boxing day": "12-26"}
    name = re.sub(r"\s+", " ", match[0].lower().replace("’", "'"))
    return (f"XXXX-{fixed[name]}" if name in fixed and name != "independence day" else None), None


_READERS = {
    "iso": _iso, "figures": _figures, "month_day": _month_day, "day_month": _day_month, "share": _share,
    "decade": _decade, "century": _century, "season": _season, "month": _month_alone, "fiscal": _fiscal, "year": _year,
    "weekday": _weekday, "day": _relative_day, "period": _period, "ago": _ago, "feast": _feast,
}  # fmt: skip
