"""Whether two names are one: surnames and full names, spellings of one sound, acronyms and what they stand for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from nkreader.mentions.names import is_title


def acronym_of(expansion: str) -> str:
    """The capitals an expansion is shortened to: "Democratic People's Republic of Korea" > "DPRK"."""
    letters = [word[0].upper() for word in re.findall(r"[^\W_]+(?:['’][^\W_]+)?", expansion) if not _is_small(word)]
    return "".join(letters)


def _is_small(word: str) -> bool:
    return word.lower() in (
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "to",
        "a",
        "an",
        "de",
        "la",
        "du",
        "des",
        "at",
        "with",
    )


def is_acronym_of(short: str, expansion: str) -> bool:
    """Whether the capitals shorten the expansion, small words counted or not ("IAEA", "DoD", "U.S.")."""
    wanted = re.sub(r"[^A-Za-z]", "", short).upper()
    every = "".join(word[0].upper() for word in re.findall(r"[^\W_]+(?:['’][^\W_]+)?", expansion))
    parts = "".join(
        word[0].upper() for word in re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", expansion)) if not _is_small(word)
    )
    return len(wanted) > 1 and wanted in (acronym_of(expansion), every, parts)


@lru_cache(maxsize=1 << 16)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as names are compared: folded, no accents, no title, no possessive, hyphens opened."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = [re.sub(r"['’]s?$", "", word) for word in re.findall(r"[^\W_]+(?:['’.][^\W_]+)*", plain.replace("-", " "))]
    kept = [word.replace("'", "").replace("’", "").replace(".", "").casefold() for word in words]
    while len(kept) > 1 and (kept[0] == "the" or is_title(kept[0])):
        kept = kept[1:]
    return tuple(word for word in kept if word)


def _sounds(word: str) -> str:
    """A word with what transliterations disagree about made equal."""
    for old, new in (
        ("iy", "y"), ("yy", "y"), ("ii", "i"), ("ey", "y"), ("ei", "y"), ("ye", "e"), ("ie", "y"), ("kh", "h"),
        ("q", "k"), ("ck", "k"), ("c", "k"), ("ph", "f"), ("v", "w"), ("dj", "j"), ("zh", "j"), ("ou", "u"),
        ("oo", "u"), ("ee", "i"), ("aa", "a"), ("yu", "u"), ("ya", "a"), ("y", "i"), ("dh", "d"), ("gh", "g"),
        ("ts", "z"), ("tz", "z"), ("o", "u"), ("e", "i"),
    ):  # fmt: skip
        word = word.replace(old, new)
    return re.sub(r"(.)\1", r"\1", word).rstrip("h")


def _same_word(a: str, b: str) -> bool:
    if a == b:
        return True
    if (
        len(a) < 3
        or len(b) < 3
        or (a[0] != b[0] and (a[0], b[0]) not in (("k", "q"), ("q", "k"), ("c", "k"), ("k", "c")))
    ):
        return False
    return _sounds(a) == _sounds(b)


def same_name(a: str, b: str) -> bool:
    """Whether two names can be one: a surname and the full name, spellings of one sound, an acronym."""
    one, two = name_words(a), name_words(b)
    if not one or not two:
        return False
    if one == two or "".join(one) == "".join(two):
        return True
    if len(one) > len(two):
        one, two, a, b = two, one, b, a
    if len(one) == 1 and is_acronym_of(one[0], b) and one[0].upper() in a.replace(".", ""):
        return True
    if len(one) == len(two):
        return all(_same_word(x, y) or _initial(x, y) for x, y in zip(one, two, strict=True))
    if len(one) == 1:
        # A surname stands last, or first where family names do (Kim Jong Un); a body's short form may be either.
        return any(_same_word(one[0], word) for word in (two[-1], two[0]))
    ends = _same_word(one[-1], two[-1]) and (_same_word(one[0], two[0]) or _initial(one[0], two[0]))
    return ends or _runs_in(one, two)


def _initial(a: str, b: str) -> bool:
    return (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def _runs_in(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the shorter name stands in the longer one as it is, at its head or tail."""
    size = len(short)
    return any(all(_same_word(x, y) for x, y in zip(short, part, strict=True)) for part in (long[:size], long[-size:]))
