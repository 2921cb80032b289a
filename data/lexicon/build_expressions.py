"""Builds expressions.z: the expressions a tortured phrase may stand for, and how often English has them.

    python build_expressions.py SYMSPELLPY

Three kinds meet here: those we listed (expressions.txt), those of WordNet that the web has (wordnet-expressions.z),
and pairs of content words that the web of 2006 has much more often than chance would (counts as in bigrams.bin).
Lines: expression TAB its base forms (empty where they are the same) TAB log10 of its count in tenths TAB o for our own,
n for those of our own that are names, s for a dictionary's, f for a frequent pair.
"""

import math
import re
import sys
import zlib
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "tui"))

from nkreader.lexicon.cues import is_function_word  # noqa: E402
from nkreader.lexicon.frequency import bigram, zipf  # noqa: E402
from nkreader.lexicon.inflection import lemma  # noqa: E402

OFTEN, TOGETHER = 5.2, 0.8
"""Least log10 count of a frequent pair, and how many powers of ten above chance it stands (17,000 pairs do)."""
UNLISTED = 4.9
"""What an expression below the bigram table's reach is given."""
NAMES = re.compile(r"(?m)^# PROPER NAMES.*$")
"""The heading in expressions.txt below which stand names."""
PORN = re.compile(
    r"\b(?:sex|sexy|porn\w*|nude|naked|teens?|boobs?|tits?|breasts|girls?|anal|incest|rape|gay|lesbian|xxx|dildo\w*|pussy|"
    r"ass|cum|milfs?|hentai|shemale|tranny|bondage|blowjob\w*|orgy|fuck\w*|cock|dick|escorts?|voyeur|amateur|mature|hardcore)\b"
)
SHOP = re.compile(
    r"\b(?:posted?|reviews?|click|download|downloads|upload|login|log|email|emails|html|pdf|ringtones?|viagra|shipping|ebay|"
    r"amazon|seller|sellers|cart|checkout|wishlist|prev|printable|forums?|thread|threads|blog|url|php|faq|poker|casino)\b"
)


def strength(words: list[str]) -> float:
    """log10 count of an expression: its rarest pair's."""
    return min(bigram(first, second) for first, second in pairwise(words))


def main(symspell: Path) -> None:
    found: dict[str, tuple[float, str]] = {}
    for line in (symspell / "frequency_bigramdictionary_en_243_342.txt").read_text("utf-8-sig").splitlines():
        first, second, count = line.split()
        if len(first) < 3 or len(second) < 3 or is_function_word(first) or is_function_word(second) or first == second:
            continue
        often = math.log10(int(count) / 64)
        together = often - (zipf(first) + zipf(second) - 6)
        text = f"{first} {second}"
        if often >= OFTEN and together >= TOGETHER and not PORN.search(text) and not SHOP.search(text):
            found[text] = (often, "f")
    for line in zlib.decompress((HERE / "wordnet-expressions.z").read_bytes()).decode().splitlines():
        words = line.split()
        sound = line.replace(" ", "").isalpha() and not any(map(is_function_word, words)) and not PORN.search(line)
        if 2 <= len(words) <= 4 and sound and strength(words) > 0.0:
            found[line] = (strength(words), "s")
    parts = NAMES.split((HERE / "expressions.txt").read_text("utf-8"))
    for kind, part in zip("on", parts, strict=True):
        for text in re.split(r"[,\n]", re.sub(r"(?m)^#.*$", "", part)):
            words = text.replace("-", " ").split()
            if len(words) > 1:
                found[" ".join(words)] = (max(UNLISTED, strength(words)), kind)
    lines = []
    for text, (often, kind) in sorted(found.items()):
        bases = " ".join(map(lemma, text.split()))
        lines.append(f"{text}\t{'' if bases == text else bases}\t{round(10 * often)}\t{kind}")
    data = zlib.compress("\n".join(lines).encode(), 9)
    (HERE / "expressions.z").write_bytes(data)
    print("expressions.z", len(lines), "lines", len(data), "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
