"""How English writes dates: one pattern per form, and what around a month tells it from a verb or a name."""

from __future__ import annotations

import re

_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = (
    rf"(?:{_FULL}|Jan\b\.?|Feb\b\.?|Mar\b\.?|Apr\b\.?|Jun\b\.?|Jul\b\.?|Aug\b\.?|Sept?\b\.?|Oct\b\.?|Nov\b\.?|Dec\b\.?)"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d|-(?:year|day|month|week|hour|minute|point|man|mile))"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)(?![\d%]|[.,]\d)"
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
# "The Sunday Times" is no Sunday.
_PAPER = r"\ (?-i:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Independent|Star|Sun|World|Tribune|Club|Group)\b"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?"
_DASH = r"\s?(?:[-–—‒/]|to|through|until|till)\s?"
_PART = (
    r"(?P<part>early|earlier|late|later|mid|middle|beginning|start|end|the\ end|the\ beginning|the\ start|the\ middle)"
)

_PATTERNS: list[tuple[str, str]] = [
    ("iso",
        r"(?P<iso>(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d"
        r"|3[01]))(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"),
    ("figures", r"(?P<fa>\d{1,2})(?P<sep>[/.])(?P<fb>\d{1,2})(?P=sep)(?P<fy>(?:19|20)\d\d|\d\d)(?![\d/.]\d)"),
    # May 9-12, 2023; May 30 to June 2
    (
        "month-day",
        rf"(?:(?:last|next|this\ past)\s+)?(?:(?:{_WEEKDAY}"
        rf"|{_SHORT_WEEKDAY}),?\s+)?(?P<m1>{_MONTH})\s+(?:the\s+)?(?P<d1>{_DAY})"
        rf"(?:{_DASH}(?:(?P<m2>{_MONTH})\s+)?(?P<d2>{_DAY}))?(?:\s*,?\s+(?:in\s+)?(?P<y1>{_YEAR}))?",
    ),
    # 9 May 2023; 10-16 January; the 9th of May
    (
        "day-month",
        rf"(?:(?:{_WEEKDAY}|{_SHORT_WEEKDAY}),?\s+)?(?P<d3>{_DAY})(?:(?:\s+(?P<m3>{_MONTH}))?{_DASH}(?P<d4>{_DAY}))?"
        rf"\s+(?:of\s+)?(?P<m4>{_MONTH})(?:\s*,?\s+(?P<y2>{_YEAR}))?",
    ),
    # the first half of 2023, third quarter 1998, Q3 2023
    (
        "share",
        rf"(?:the\s+)?(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th|H|Q)[\s-]?(?P<share>half|quarter|[1-4])"
        rf"(?:\s+of|,)?(?:\s+(?:the\s+)?(?:fiscal|financial)?(?:\s?year)?)?\s+(?P<y3>{_YEAR})",
    ),
    # late 1990s, the nineties
    (
        "decade",
        rf"(?:(?:the\s+)?{_PART}(?:\s+of)?[\s-]+)?(?:the\s+)?(?:(?P<y4>(?:1[5-9]|20)\d)0['’]?s\b"
        rf"|['’‘](?P<y5>[1-9])0['’]?s\b"
        r"|(?:nineteen|the\s+)(?P<named>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)",
    ),
    ("century",
        r"(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?(?P<cent>\d{1,2}(?:st|nd|rd|th)|eighteenth"
        r"|nineteenth|twentieth|twenty-first)[\s-]centur(?:y|ies)"),
    # summer of 2004, last winter
    ("season", rf"(?P<season>spring|summer|autumn|fall|winter)(?:\s+of|\s+in)?,?\s+(?P<y6>{_YEAR})"),
    # late November 2023, March 2023, in May
    (
        "month",
        rf"(?:(?:the\s+)?{_PART.replace('part', 'part2')}(?:\s+of)?[\s-]+)?(?:(?P<dir1>last|next|this\ past|this)\s+)?"
        rf"(?P<m5>{_MONTH})(?:(?:\s*,?\s+|\s+of\s+|-)(?P<y7>{_YEAR})|,?\s+(?:of\s+)?(?P<dir4>last|next|this)\s+year)?",
    ),
    ("fiscal", rf"(?:fiscal|financial|tax)\s+(?:year\s+)?(?P<y8>{_YEAR})(?:[-/–](?P<y9>\d\d(?:\d\d)?))?"),
    # 1998-2001, mid-1998, 2004
    (
        "year",
        rf"(?:(?:the\s+)?{_PART.replace('part', 'part3')}(?:\s+of)?[\s-]+)?(?P<y10>{_YEAR})"
        rf"(?:\s?[-–/]\s?(?P<y11>{_YEAR}|\d\d(?!\d)))?",
    ),
    (
        "weekday",
        rf"(?:(?P<dir2>last|next|this\ past|this|on|the\ following"
        rf"|the\ previous)\s+)?(?P<wd>{_WEEKDAY})(?:s\b|(?!{_PAPER}))(?:\s+(?:morning|afternoon|evening|night))?",
    ),
    ("day",
        r"(?P<rel>today|yesterday|tomorrow|tonight|the\ day\ (?:before\ yesterday"
        r"|after\ tomorrow))(?:\s+(?:morning|afternoon|evening|night))?"),
    (
        "period",
        r"(?:(?:earlier|later|early|late|mid)\s+)?(?P<dir3>last|next|this|the\ previous"
        r"|the\ following|the\ coming|this\ coming|this\ past|the\ past)"
        r"\s+(?P<unit>weekend|week|month|year|quarter|spring|summer|autumn|fall|winter|decade"
        r"|century)\b(?!['’]s\s+old)",
    ),
    (
        "ago",
        r"(?:(?:more\ than|less\ than|over|about|around|nearly|almost|some)\s+)?(?P<count>an?"
        r"|a\ few|several|a\ couple\ of|\d{1,4}"
        r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
        r"|forty|fifty)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
        r"|half\ a|a\ hundred|\d{1,3}(?:,\d{3})+)"
        r"\s+(?P<unit2>day|week|month|year|decade|centur)(?:ies|y|s)?\s+(?P<when>ago|earlier|later"
        r"|before|hence|from\ now)",
    ),
    (
        "feast",
        r"(?:Christmas|Thanksgiving|Easter|New\ Year['’]s|Labor|Memorial|Independence"
        r"|Valentine['’]s|Boxing|Election|Inauguration|Veterans)"
        r"(?:\s+(?:Day|Eve|Sunday|Monday|week(?:end)?))|(?:last|this|next)\s+(?:Christmas|Thanksgiving|Easter)",
    ),
]  # fmt: skip
DATE = re.compile(
    r"(?<![\w$€£¥.,/])(?<!\d-)(?:"
    + "|".join(f"(?P<{name.replace('-', '_')}_>{pattern})" for name, pattern in _PATTERNS)
    + r")(?!\w)",
    re.IGNORECASE,
)
# Every form above is tried only where a word stands that can begin it: trying all of them at every word took eight
# times as long.
WORD = re.compile(r"[^\W_]+|['’‘](?=[1-9]0)")
_BEGINNINGS = frozenset(
    (
        _FULL + "|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday"
        "|sunday|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|mon|tue|tues|wed|thu|thurs|fri|sat"
        "|sun|last|next|this|the|on|first|second|third|fourth|h|q|h1|h2|h3|h4|q1|q2|q3|q4|early|earlier|late|later|mid"
        "|middle|beginning|start|end|eighteenth|nineteenth|twentieth|twenty|spring|summer|autumn|fall|winter|fiscal"
        "|financial|tax|today|yesterday|tomorrow|tonight|more|less|over|about|around|nearly|almost|some|a|an|several"
        "|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|thirty|forty|fifty|christmas"
        "|thanksgiving|easter|new|labor|memorial|independence|valentine|boxing|election|inauguration|veterans"
    )
    .casefold()
    .split("|")
)


def may_begin_date(word: str) -> bool:
    """Whether a date can begin with this word, or with the mark before "90s"."""
    return not word[0].isalpha() or word.casefold() in _BEGINNINGS or word[:8].casefold() == "nineteen"


_DIGIT = re.compile(r"\d")
_LOW_WORD = re.compile(r"[a-z]+")
# One of these words, or a digit, stands in every date. Looking words up is ten times as fast as trying a pattern that
# names them all at every letter.
_IN_EVERY_DATE = frozenset(
    (
        _FULL + "|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday"
        "|sunday|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|today|yesterday|tomorrow|tonight|day"
        "|weekend|week|weeks|month|months|year|years|quarter|decade|decades|century|centuries|spring|summer|autumn"
        "|fall|winter|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|ago|later|earlier"
        "|christmas|easter|thanksgiving"
    )
    .casefold()
    .split("|")
)


LONGEST_LEAD = 40
"""From a date's first word to its first telling one, in code points: "the beginning of the first half of | 2004"."""


def is_in_dates(word: str) -> bool:
    """Whether the word alone can make a date of others: "ago", "March", "week"."""
    return word.casefold() in _IN_EVERY_DATE or word[:8].casefold() == "nineteen" or word.casefold() in _CENTURIES


_CENTURIES = frozenset(["eighteenth", "nineteenth", "twentieth", "half"])


def may_hold_date(text: str, start: int, end: int) -> bool:
    """Whether a date can stand in a stretch of text at all."""
    if _DIGIT.search(text, start, end):
        return True
    return not _IN_EVERY_DATE.isdisjoint(_LOW_WORD.findall(text[start:end].lower()))


BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|since|by|of|from|until|till|to|through|during|before|after|for|and|or|between"
    r"|every|each|as|until|around|the|on|–|-)|,|\()\s*$",
    re.IGNORECASE,
)
SETTLED = re.compile(r"\b(?:in|on|since|by|until|of|during|from|before|after|early|late|last|next)\s*$", re.IGNORECASE)
AS_VERB = re.compile(
    r"\s+(?:be|have|not|also|well|seem|the|a|an|on|to|toward|towards|forward|back|out|in\s+(?:protest|the))\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\s+(?:or\s+(?:so|more)\s+)?(?:[a-z]+\s+)?(?:people|men|women|troops|soldiers|workers"
    r"|jobs|meters|metres|miles|feet|tons|tonnes|acres|dollars|euros|pounds|points|words|pages"
    r"|students|shares|homes|houses|votes|employees|members|calories|cases|items|copies|units"
    r"|dead|deaths|percent|per\s+cent|km|kilometers|kilometres|yards|hours|times|rpm|watts"
    r"|volts)\b"
)
