"""A folder of articles grown with copies of known kinds, and how many of them are found. By hand:

    python tests/benchmarks/grown_folder.py grow SOURCE TARGET --size 100000
    python -m nkreader families TARGET --json > families.json
    python tests/benchmarks/grown_folder.py score TARGET families.json

SOURCE is any folder of text files. TARGET must not exist; beside it stands TARGET.truth.tsv: name, original, kind.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from itertools import combinations
from pathlib import Path

from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.frequency import zipf
from nkreader.lexicon.synonyms import synonyms

LEAST_WORDS = 60
"""Shorter articles stay in the folder, but are not copied: a part of them could not be told from chance."""

IN_A_FOLDER = 1000
"""Files to a folder."""

WORD = re.compile(r"[^\W\d_]+")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")


@cache
def substitutes(word: str) -> tuple[str, ...]:
    """What a careless spinner may put for a word, the most usual first."""
    found = [other for other in synonyms(word) if other.isalpha() and zipf(other) > 3.0]
    return tuple(sorted(found, key=lambda other: (-zipf(other), other))[:4])


def spun(text: str, share: float, chance: random.Random) -> str:
    """The text with this share of its content words replaced, names and figures left alone."""

    def replaced(match: re.Match[str]) -> str:
        word = match[0]
        if not word.islower() or is_function_word(word) or chance.random() >= share:
            return word
        found = substitutes(word)
        return chance.choice(found) if found else word

    return WORD.sub(replaced, text)


def shuffled(text: str, chance: random.Random) -> str:
    """The sentences in another order."""
    parts = SENTENCE.split(text.strip())
    chance.shuffle(parts)
    return " ".join(parts) + "\n"


def excerpt(text: str, chance: random.Random) -> str:
    """The first third to two thirds of the words."""
    ends = [match.end() for match in re.finditer(r"\S+", text)]
    return (
        text[: ends[round(len(ends) * chance.uniform(0.33, 0.67)) - 1]] + " ...\n\nRead the rest at The Daily Post.\n"
    )


def with_residue(text: str, chance: random.Random) -> str:
    """The text as a scraper leaves it."""
    menu = "\n".join(chance.sample(["Home", "News", "Sport", "Weather", "Business", "Opinion", "Subscribe"], 4))
    form = "Leave a comment\nYour email address will not be published.\n"
    return f"[ad_1]\n{menu}\n\n{text}\n\n[ad_2]\nSource link\n\n{form}"


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "exact": lambda text, chance: text,
    "boilerplate": with_residue,
    "shuffled": shuffled,
    "excerpt": excerpt,
    "spun 15 %": lambda text, chance: spun(text, 0.15, chance),
    "spun 35 %": lambda text, chance: spun(text, 0.35, chance),
    "spun 55 %": lambda text, chance: spun(text, 0.55, chance),
}


def grow(source: Path, target: Path, size: int, seed: int) -> None:
    """Write `size` files: those of the source, each once, and copies of them."""
    chance = random.Random(seed)
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(source.rglob("*.txt"))]
    chance.shuffle(texts)
    texts = texts[:size]
    copied = [number for number, text in enumerate(texts) if len(text.split()) >= LEAST_WORDS]
    made = [(number, "original") for number in range(len(texts))]
    made += [(chance.choice(copied), chance.choice(list(KINDS))) for _ in range(size - len(texts))]
    chance.shuffle(made)
    with target.with_name(target.name + ".truth.tsv").open("w", encoding="utf-8") as truth:
        for place, (number, kind) in enumerate(made):
            text = texts[number] if kind == "original" else KINDS[kind](texts[number], chance)
            name = f"g{place:06}"
            folder = target / f"{place // IN_A_FOLDER:03}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
            truth.write(f"{name}\t{number}\t{kind}\n")


def score(target: Path, found: Path) -> None:
    """Print the share of copies in one family with their original, by kind, and pairs that are no copies."""
    truth = {}
    for line in target.with_name(target.name + ".truth.tsv").read_text(encoding="utf-8").splitlines():
        name, number, kind = line.split("\t")
        truth[name] = int(number), kind
    original = {number: name for name, (number, kind) in truth.items() if kind == "original"}
    families = json.loads(found.read_text(encoding="utf-8"))
    home = {name: family["id"] for family in families["families"] for name in family["members"]}
    linked = {frozenset((link["a"], link["b"])) for link in families["links"]}
    total, joined, direct = Counter[str](), Counter[str](), Counter[str]()
    for name, (number, kind) in truth.items():
        if kind != "original":
            total[kind] += 1
            joined[kind] += name in home and home[name] == home.get(original[number])
            direct[kind] += frozenset((name, original[number])) in linked
    print("kind            copies  in a family with the original  linked with it")
    for kind in KINDS:
        count = total[kind] or 1
        print(f"{kind:14} {total[kind]:7,} {joined[kind] / count:31.3f} {direct[kind] / count:15.3f}")
    mixed: dict[int, int] = defaultdict(int)
    for family in families["families"]:
        numbers = [truth[name][0] for name in family["members"] if name in truth]
        mixed[len(set(numbers))] += 1
    print("families by how many originals they hold:", dict(sorted(mixed.items())))
    wrong = sum(truth[a][0] != truth[b][0] for a, b in map(tuple, linked))
    print(f"{wrong:,} of {len(linked):,} links join versions of two originals")
    sizes = sorted((len(family["members"]) for family in families["families"]), reverse=True)
    print("largest families:", sizes[:8], "pairs in them:", sum(1 for n in sizes for _ in combinations(range(n), 2)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    growing = commands.add_parser("grow")
    growing.add_argument("source", type=Path)
    growing.add_argument("target", type=Path)
    growing.add_argument("--size", type=int, default=100_000)
    growing.add_argument("--seed", type=int, default=1)
    scoring = commands.add_parser("score")
    scoring.add_argument("target", type=Path)
    scoring.add_argument("families", type=Path)
    options = parser.parse_args()
    if options.command == "score":
        score(options.target, options.families)
    elif options.target.exists():
        sys.exit(f"{options.target} is there already")
    else:
        grow(options.source, options.target, options.size, options.seed)


if __name__ == "__main__":
    main()
