"""How fast search is, beside raw FTS5 and what else is installed. By hand: `python tests/benchmarks/search_speed.py`.

Articles are made up here from the dictionary's own words in the proportions English has them, so the figures depend on
nothing outside the checkout. A folder of articles may be named instead: `search_speed.py FOLDER`.
"""

from __future__ import annotations

import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

from nkreader import Article, open_library
from nkreader.lexicon.frequency import zipf
from nkreader.lexicon.synonyms import synonyms
from nkreader.search import Index

SIZES = 1_000, 10_000
WORDS_EACH = 420
QUERIES_EACH = 40
_FREQUENT = "the of and to in a is that for on with as was by from at said are it be his an has have had will"
FREQUENT = _FREQUENT.split()


def vocabulary(count: int, chance: random.Random) -> list[str]:
    """Words of the dictionary, found by walking its synonyms from a few on, the frequent ones first."""
    found, new = set(FREQUENT), ["harbour", "minister", "report", "trade", "winter", "build", "large", "quickly"]
    while new and len(found) < count:
        word = new.pop(chance.randrange(max(0, len(new) - 50), len(new)))
        if word not in found and word.isalpha():
            found.add(word)
            new += sorted(synonyms(word))
    return sorted(found, key=lambda word: (-zipf(word), word))


def generated(count: int) -> list[Article]:
    """Articles whose words fall off as English words do (Zipf's law)."""
    chance = random.Random(count)
    words = vocabulary(20_000, chance)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    articles = []
    for number in range(count):
        drawn = chance.choices(words, cum_weights=weights, k=chance.randrange(WORDS_EACH // 2, 3 * WORDS_EACH // 2))
        sentences = (" ".join(drawn[place : place + 18]) for place in range(0, len(drawn), 18))
        articles.append(Article(f"a{number:06}", ". ".join(sentence.capitalize() for sentence in sentences) + "."))
    return articles


def queries(articles: Sequence[Article]) -> dict[str, list[str]]:
    """Queries of each kind, of words and phrases that the articles have."""
    chance = random.Random(1)

    def run(length: int) -> list[str]:
        words = [word for word in chance.choice(articles).text.replace(".", " ").split() if word.isalnum()]
        place = chance.randrange(max(1, len(words) - length))
        return words[place : place + length] or ["the"]

    def telling() -> str:
        return next((word for _ in range(50) if len(word := run(1)[0]) > 4), "report")

    def misspelt() -> str:
        word = telling()
        place = chance.randrange(1, len(word) - 1)
        return word[:place] + word[place + 1 :]

    kinds: dict[str, Callable[[], str]] = {
        "word": telling,
        "frequent word": lambda: chance.choice(FREQUENT),
        "phrase": lambda: f'"{" ".join(run(2))}"',
        "two words": lambda: f"{telling()} {telling()}",
        "two frequent words": lambda: " ".join(chance.sample(FREQUENT, 2)),
        "three words in a row": lambda: " ".join(run(3)),
        "begun": lambda: telling()[: chance.randrange(1, 5)] + "*",
        "typo": misspelt,
        "either": lambda: f"{telling()} OR {telling()}",
        "without": lambda: f"{chance.choice(FREQUENT)} -{telling()}",
        "dated": lambda: f"{telling()} after:1980",
    }
    return {kind: [make() for _ in range(QUERIES_EACH)] for kind, make in kinds.items()}


def percentiles(ask: Callable[[str], object], asked: Sequence[str]) -> tuple[float, float]:
    """Half and 95 of 100 queries take no longer than this, in CPU milliseconds; each asked twice, the second counts."""
    taken = []
    for query in asked:
        ask(query)
        start = time.process_time()
        ask(query)
        taken.append(1000 * (time.process_time() - start))
    taken.sort()
    return taken[len(taken) // 2], taken[int(0.95 * len(taken))]


def raw_fts5(articles: Sequence[Article]) -> tuple[sqlite3.Connection, float]:
    """FTS5 with its own tokenizer over the same texts, and the seconds it took."""
    start = time.process_time()
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(words)")
    rows = ((number, article.text) for number, article in enumerate(articles))
    database.executemany("INSERT INTO texts(rowid, words) VALUES (?, ?)", rows)
    return database, time.process_time() - start


def ripgrep(folder: Path, asked: Sequence[str]) -> float:
    """Wall milliseconds of the median query, ripgrep reading all files."""
    taken = []
    for query in asked[:7]:
        start = time.perf_counter()
        subprocess.run(["rg", "-i", "-c", "-F", query.strip('"'), folder], stdout=subprocess.DEVNULL, check=False)
        taken.append(1000 * (time.perf_counter() - start))
    return sorted(taken)[len(taken) // 2]


def report(articles: Sequence[Article]) -> None:
    """All figures of one library."""
    size = sum(len(article.text) for article in articles)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    index = Index(articles)
    index.search("the")
    built = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    database, raw_built = raw_fts5(articles)
    print(
        f"\n{len(articles):,} articles, {size / 1e6:.1f} million characters: index built in {built:.2f} s"
        f" (raw FTS5 {raw_built:.2f} s), {grown:.0f} MiB"
    )
    print(f"{'kind of query':24} {'p50':>8} {'p95':>8}   {'raw FTS5 p50':>12} {'p95':>8}   ms")
    ranked = "SELECT rowid, snippet(texts, 0, '', '', '...', 20) FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 20"
    everything: list[str] = []
    for kind, asked in queries(articles).items():
        everything += asked
        middle, most = percentiles(index.search, asked)
        line = f"{kind:24} {middle:8.2f} {most:8.2f}"
        if kind in (
            "word",
            "frequent word",
            "phrase",
            "two words",
            "two frequent words",
            "three words in a row",
            "either",
        ):
            raw = percentiles(lambda query: database.execute(ranked, (query,)).fetchall(), asked)
            line += f"   {raw[0]:12.2f} {raw[1]:8.2f}"
        if kind == "typo":
            line += f"   rapidfuzz scan of all words {scan(articles, asked):8.2f}"
        print(line, flush=True)
    print("{:24} {:8.2f} {:8.2f}".format("all", *percentiles(index.search, everything)))
    if shutil.which("rg"):
        with tempfile.TemporaryDirectory() as folder:
            for article in articles:
                Path(folder, f"{article.id}.txt").write_text(article.text, encoding="utf-8")
            print(f"{'ripgrep, word':24} {ripgrep(Path(folder), queries(articles)['word']):8.2f}")
    else:
        print("ripgrep is not installed: left out")
    try:
        import tantivy  # noqa: F401
    except ImportError:
        print("tantivy is not installed: left out")
    else:
        print("tantivy is installed, but this benchmark does not measure it yet")


def scan(articles: Sequence[Article], asked: Sequence[str]) -> float:
    """Milliseconds of the median misspelt word where all words of all articles are compared, without an index."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    words = [word for article in articles for word in article.text.casefold().split()]
    return percentiles(lambda query: extract(query, words, scorer=OSA.distance, score_cutoff=1, limit=20), asked[:5])[0]


def main() -> None:
    """Print the figures."""
    if len(sys.argv) > 1:
        report(list(open_library(sys.argv[1:])))
        return
    for size in SIZES:
        report(generated(size))


if __name__ == "__main__":
    main()
