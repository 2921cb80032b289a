"""British and American spellings of one word: what differs by them only was neither reworded nor spun."""

from __future__ import annotations

import re
from functools import lru_cache

# From the British ending or stem to the American one. Both sides are rewritten alike before they are compared, so a
# rule that reaches too far ("promize") does no harm where it makes no other word of one.
_RULES = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        (r"(?<=[a-z]{2})our", "or"),
        (r"(?<=[a-z]{3})is(?=e|ing|ation)", "iz"),
        (r"(?<=l)ys(?=e|ing)", "yz"),
        (r"(?<=[bct])re(?=s?$)", "er"),
        (r"(?<=[bt])red$", "ered"),
        (r"(?<=[cft])enc(?=e)", "ens"),
        (r"ogue(?=s?$)", "og"),
        # Four letters before, for "filled" is not "filed".
        (r"(?<=[a-z]{4})ll(?=(?:ed|ing|ers?)$)", "l"),
        (r"^manoeuvr", "maneuver"),
        (r"^(program|kilogram)me", r"\1"),
        (r"^grey", "gray"),
        (r"^tyre", "tire"),
        (r"^kerb", "curb"),
        (r"^plough", "plow"),
        (r"^sceptic", "skeptic"),
        (r"^aluminium", "aluminum"),
        (r"^aeroplane", "airplane"),
        (r"^jewellery", "jewelry"),
        (r"^pyjama", "pajama"),
    )
)


@lru_cache(maxsize=1 << 16)
def _american(word: str) -> str:
    for pattern, american in _RULES:
        word = pattern.sub(american, word)
    return word


def same_but_for_spelling(a: str, b: str) -> bool:
    """Whether two words in small letters are one ("labour" and "labor"); a word is always one with itself."""
    return a == b or _american(a) == _american(b)
