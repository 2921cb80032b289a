"""Which copies are found, how fast, beside datasketch and rensa. By hand: `python tests/benchmarks/families_peers.py`.

`pip install datasketch rensa` first; what is missing is left out, with a word. The articles are made up here from
the dictionary's words, so that nothing outside the checkout is needed: their sentences make no sense, but share little
words, names and turns as news does. Every original has one copy, of one kind; an argument sets how many of each kind.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from nkreader.compare import compare
from nkreader.families import candidate_pairs, link_of
from nkreader.lexicon.frequency import zipf
from nkreader.lexicon.synonyms import synonyms
from nkreader.model import Article
from nkreader.text.words import folded, words

EACH = 60
"""Originals to each kind of copy, where no argument says otherwise."""

SHINGLE, PERMUTATIONS, THRESHOLD = 3, 128, 0.5
"""Words in a row, and the usual settings of MinHash: 128 permutations, pairs from a Jaccard similarity of one half."""

BANDS = 32
"""rensa is told its bands; of 4 permutations each, which finds half of the pairs at a similarity of .42."""

SEEDS = [
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
]
SEEDS += [
    "island",
    "railway",
    "strike",
    "museum",
    "close",
    "open",
    "cross",
    "praise",
    "delay",
    "sign",
    "repair",
    "visit",
]
SEEDS += ["reject", "describe", "measure", "follow", "heavy", "new", "quiet", "public", "large", "early"]

FRAMES = (
    "{A} {v} the {a} {n} of {B} and the {m} on {number} {o}",
    "The {a} {n}, {A} said, will {v} {number} {o} and the {m} of {B}",
    "After {number} {o} the {m} in {B} had to {v} a {a} {n}, according to {A}",
    "“We {v} no {n} without a {a} {m},” said {A}, who spent {number} {o} in {B}",
    "In {B} the {m} and its {n} {v} {number} {a} {o}, which {A} denies",
)
"""Sentences of an article, and of its paraphrase, which says the same in another of them."""


@dataclass(frozen=True)
class Statement:
    """What one sentence says: names and a number, which rewriters keep, and words, which they replace."""

    frame: int
    names: tuple[str, str]
    number: int
    words: tuple[str, ...]

    def said(self) -> str:
        v, a, n, m, o = self.words
        first, second = self.names
        sentence = FRAMES[self.frame].format(A=first, B=second, v=v, a=a, n=n, m=m, o=o, number=self.number)
        return sentence[0].upper() + sentence[1:] + "."


def vocabulary(size: int = 4_000) -> list[str]:
    """Common words that the dictionary knows synonyms of."""
    found = dict.fromkeys(SEEDS)
    for word in found.copy():
        waiting = [word]
        while waiting and len(found) < size:
            for other in sorted(synonyms(waiting.pop(0))):
                if other.isalpha() and zipf(other) > 3.2 and other not in found:
                    found[other] = None
                    waiting.append(other)
    return list(found)


def name(chance: random.Random) -> str:
    parts = ["ka", "ro", "vel", "tis", "mor", "an", "le", "dro", "su", "bek", "ni", "gar", "olt", "hem"]
    return "".join(chance.choice(parts) for _ in range(chance.choice([2, 3]))).capitalize()


def statements(chance: random.Random, known: Sequence[str]) -> list[Statement]:
    """An article of 12 to 40 sentences with a few people and places of its own and some that all write about."""
    people = [name(chance) for _ in range(4)] + ["Moscow", "Berlin", "Parliament"]
    return [
        Statement(
            chance.randrange(len(FRAMES)),
            (chance.choice(people), chance.choice(people)),
            chance.randrange(2, 900),
            tuple(known[min(int(chance.expovariate(1 / 500)), len(known) - 1)] for _ in range(5)),
        )
        for _ in range(chance.randrange(12, 41))
    ]


def written(told: Sequence[Statement]) -> str:
    sentences = [statement.said() for statement in told]
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)) + "\n"


def swapped(told: Sequence[Statement], share: float, chance: random.Random) -> list[Statement]:
    """The statements with so many of their words replaced by synonyms."""

    def other(word: str) -> str:
        near = sorted(near for near in synonyms(word) if near.isalpha())
        return chance.choice(near) if near and chance.random() < share else word

    return [replace(statement, words=tuple(map(other, statement.words))) for statement in told]


def paraphrased(told: Sequence[Statement], chance: random.Random) -> list[Statement]:
    """Other sentences, other words, some left out, neighbours changing places; names and numbers stay."""
    kept = [statement for statement in swapped(told, 0.7, chance) if chance.random() > 0.2]
    for at in range(0, len(kept) - 1, 3):
        kept[at], kept[at + 1] = kept[at + 1], kept[at]
    return [replace(statement, frame=(statement.frame + chance.randrange(1, 5)) % len(FRAMES)) for statement in kept]


def with_residue(text: str) -> str:
    page = "\n".join(f"{word.capitalize()} | News | Sport | Weather | Subscribe" for word in SEEDS[:8])
    return f"[ad_1]\n{page}\n{text}[ad_2]\nSource link\nLeave a comment\nYour email address will not be published.\n"


Told = Sequence[Statement]
KINDS: dict[str, Callable[[Told, random.Random], str]] = {
    "identical": lambda told, chance: written(told),
    "with residue": lambda told, chance: with_residue(written(told)),
    "excerpt, 30 %": lambda told, chance: written(told[: max(4, len(told) * 3 // 10)]) + "Read the rest at The Post.\n",
    "spun, 15 %": lambda told, chance: written(swapped(told, 0.15, chance)),
    "spun, 35 %": lambda told, chance: written(swapped(told, 0.35, chance)),
    "spun, 55 %": lambda told, chance: written(swapped(told, 0.55, chance)),
    "paraphrase": lambda told, chance: written(paraphrased(told, chance)),
}

Pairs = set[tuple[int, int]]


def shingles(text: str) -> list[str]:
    found = [folded(span.of(text)) for span in words(text)]
    return [" ".join(found[at : at + SHINGLE]) for at in range(max(1, len(found) - SHINGLE + 1))]


def by_nkreader(articles: Sequence[Article]) -> Pairs:
    return set(candidate_pairs(articles))


def by_nkreader_aligned(articles: Sequence[Article]) -> Pairs:
    return {
        (a, b)
        for a, b in candidate_pairs(articles)
        if link_of(articles[a], articles[b], compare(articles[a], articles[b])) is not None
    }


def by_datasketch(articles: Sequence[Article]) -> Pairs:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    found: Pairs = set()
    for place, article in enumerate(articles):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in set(shingles(article.text))])
        found |= {(other, place) for other in index.query(sketch)}
        index.insert(place, sketch)
    return found


def by_rensa(articles: Sequence[Article]) -> Pairs:
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
    found: Pairs = set()
    for place, article in enumerate(articles):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update(shingles(article.text))
        found |= {(other, place) for other in index.query(sketch)}
        index.insert(place, sketch)
    return found


TOOLS: dict[str, Callable[[Sequence[Article]], Pairs]] = {
    "nkreader, candidates": by_nkreader,
    "nkreader, aligned": by_nkreader_aligned,
    "datasketch": by_datasketch,
    "rensa": by_rensa,
}


def main() -> None:
    """Print a table of recall by kind of copy, wrong pairs and CPU seconds."""
    each = int(sys.argv[1]) if len(sys.argv) > 1 else EACH
    chance = random.Random(5)
    known = vocabulary()
    articles: list[Article] = []
    wanted: dict[str, Pairs] = {kind: set() for kind in KINDS}
    for kind, copied in KINDS.items():
        for _ in range(each):
            told = statements(chance, known)
            wanted[kind].add((len(articles), len(articles) + 1))
            for text in (written(told), copied(told, chance)):
                articles.append(Article.from_text(text, id=str(len(articles))))
    print(f"{len(articles):,} articles, {each} pairs of each kind; share of the pairs found\n")
    print("| | " + " | ".join(KINDS) + " | wrong pairs | CPU seconds |")
    print("|---" * (len(KINDS) + 3) + "|")
    for tool, found_by in TOOLS.items():
        begun = time.process_time()
        try:
            found = {(min(pair), max(pair)) for pair in found_by(articles)}
        except ImportError as missing:
            print(f"| {tool} | not measured: {missing} |")
            continue
        seconds = time.process_time() - begun
        recalls = [len(pairs & found) / len(pairs) for pairs in wanted.values()]
        wrong = len(found - set[tuple[int, int]]().union(*wanted.values()))
        cells = [tool, *(f"{recall:.2f}" for recall in recalls), f"{wrong:,}", f"{seconds:.1f}"]
        print("| " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
