"""How fast comparison is, as ratios to other tools in one run. By hand: `python tests/benchmarks/compare_speed.py`.

The texts are made up here from the dictionary's own synonyms, so the figures depend on nothing outside the checkout.
"""

from __future__ import annotations

import difflib
import os
import random
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from nkreader.compare import compare
from nkreader.lexicon.synonyms import synonyms
from nkreader.model import Article
from nkreader.text.sentences import sentences

NOUNS = [
    "harbour",
    "council",
    "bridge",
    "minister",
    "border",
    "river",
    "engine",
    "winter",
    "market",
    "school",
    "treaty",
    "island",
    "railway",
    "strike",
    "museum",
]
VERBS = [
    "closed",
    "opened",
    "crossed",
    "praised",
    "delayed",
    "signed",
    "repaired",
    "visited",
    "rejected",
    "described",
    "measured",
    "followed",
]
PLACES = [
    "Oslo",
    "Lisbon",
    "Tbilisi",
    "Quito",
    "Hanoi",
    "Dakar",
    "Riga",
    "Perth",
    "Lima",
    "Gdansk",
    "Izmir",
    "Cork",
    "Turin",
    "Malmo",
]


def text_of(count: int, seed: int) -> str:
    """A text of about so many words, in paragraphs of four sentences."""
    chance, parts, length = random.Random(seed), [], 0
    while length < count:
        words = ["The", chance.choice(NOUNS), "in", chance.choice(PLACES), chance.choice(VERBS), "the"]
        words += [chance.choice(NOUNS), "after", str(chance.randrange(2, 900)), "days", "while", "the"]
        words += [chance.choice(NOUNS), "of", chance.choice(PLACES), chance.choice(VERBS), "a", chance.choice(NOUNS)]
        length += len(words)
        parts.append(" ".join(words) + ".")
    return "\n\n".join(" ".join(parts[place : place + 4]) for place in range(0, len(parts), 4))


def spun(text: str, share: float) -> str:
    """The text with a share of its words replaced by synonyms."""
    chance = random.Random(7)

    def put(word: str) -> str:
        others = sorted(other for other in synonyms(word) if other.isalpha()) if len(word) > 3 else []
        return chance.choice(others) if others and chance.random() < share else word

    return "\n\n".join(" ".join(map(put, part.split(" "))) for part in text.split("\n\n"))


def seconds(act: Callable[[], object], times: int = 3) -> float:
    """CPU seconds of the fastest run."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        act()
        best = min(best, time.process_time() - start)
    return best


def gnu_diff(left: list[str], right: list[str], times: int = 5) -> float:
    """CPU seconds of the fastest run of GNU diff over one word a line."""
    best = float("inf")
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("left", "right")]
        for path, words in zip(paths, (left, right), strict=True):
            path.write_text("\n".join(words), encoding="utf-8")
        for _ in range(times):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(["diff", *map(str, paths)], stdout=subprocess.DEVNULL, check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


PATIENCE = 600
"""CPU seconds after which difflib is given up: what is known then is that it takes longer."""


def difflib_seconds(left: list[str], right: list[str]) -> tuple[float, bool]:
    """CPU seconds of difflib without its heuristic of popular words, and whether it came to an end."""
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
        difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    return used.ru_utime + used.ru_stime, status == 0


def report(name: str, left: str, right: str, with_difflib: bool) -> None:
    """One line of figures."""
    ours, theirs = Article("left", left), Article("right", right)
    sentences(ours), sentences(theirs)
    words = left.split(), right.split()
    first = seconds(lambda: compare(ours, theirs), 1)
    taken = seconds(lambda: compare(ours, theirs))
    raw = seconds(lambda: Levenshtein.opcodes(*words))
    line = f"{name:24} {first * 1000:7.1f} ms, then {taken * 1000:7.1f}  {taken / raw:6.1f} x rapidfuzz word opcodes"
    if shutil.which("diff"):
        line += f"  {taken / gnu_diff(*words):6.1f} x GNU diff"
    if with_difflib:
        slow, ended = difflib_seconds(*words)
        line += f"  {'' if ended else 'over '}{slow / taken:.1f} times faster than difflib"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{line}  peak {peak:.0f} MiB", flush=True)


def main() -> None:
    """Print the figures."""
    short, long = text_of(1_500, 1), text_of(50_000, 2)
    report("1,500 words, spun", short, spun(short, 0.2), True)
    report("50,000 words, 1 % spun", long, spun(long, 0.01), True)
    report("50,000 words, 20 % spun", long, spun(long, 0.2), False)
    report("50,000 words, unlike", long, text_of(50_000, 3), False)


if __name__ == "__main__":
    main()
