"""How fast search is, beside raw FTS5 and what else is installed. By hand: `python tests/benchmarks/search_speed.py`.

Articles are made up here from the dictionary's own words in the proportions English has them, so the figures depend on
nothing outside the checkout. A folder of articles may be named instead: `search_speed.py FOLDER`.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from nkreader import Article, open_library
from nkreader.lexicon.frequency import zipf
from nkreader.lexicon.synonyms import synonyms
from nkreader.search import Index

SIZES = 1_000, 10_000
WORDS_EACH = 420
QUERIES_EACH = 40
TYPED = 30
"""Queries that are typed letter by letter, each with as many hits as a screen takes."""
_FREQUENT = "the of and to in a is that for on with as was by from at said are it be his an has have had will"
FREQUENT = _FREQUENT.split()
KINDS = (
    *("word", "frequent word", "phrase", "two words", "two frequent words", "three words in a row", "begun"),
    *("typo", "either", "without", "dated"),
)


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
    """Half and 95 of 100 queries take no longer than this, in CPU milliseconds; of three times the best counts.

    Other work on the machine makes any one time longer, never shorter.
    """
    best = []
    for query in asked:
        ask(query)
        taken = []
        for _ in range(3):
            start = time.process_time()
            ask(query)
            taken.append(1000 * (time.process_time() - start))
        best.append(min(taken))
    best.sort()
    return best[len(best) // 2], best[int(0.95 * len(best))]


@dataclass
class Peer:
    """Something else that searches: what it took to build, and what answers one query with twenty snippets."""

    name: str
    seconds: float
    megabytes: float
    ask: Callable[[str], object]
    kinds: frozenset[str] = frozenset(KINDS)


SLOW = {"ripgrep": time.perf_counter, "scan": time.process_time}
"""What takes long and is asked less often; ripgrep is a process of its own, so only the clock on the wall knows."""

PLAIN = frozenset(
    {"word", "frequent word", "phrase", "two words", "two frequent words", "three words in a row", "either"}
)
"""The kinds that raw FTS5 and tantivy are asked for; the words as they are, without other forms."""


def raw_fts5(articles: Sequence[Article], folder: Path) -> Peer:
    """FTS5 with its own tokenizer over the same texts."""
    start = time.process_time()
    file = folder / "raw.sqlite3"
    database = sqlite3.connect(file)
    database.execute("PRAGMA cache_size = -64000")
    with database:
        database.execute("CREATE VIRTUAL TABLE texts USING fts5(words)")
        rows = ((number, article.text) for number, article in enumerate(articles))
        database.executemany("INSERT INTO texts(rowid, words) VALUES (?, ?)", rows)
    seconds = time.process_time() - start
    ranked = "SELECT rowid, snippet(texts, 0, '', '', '...', 20) FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 20"
    return Peer(
        "FTS5", seconds, file.stat().st_size / 1e6, lambda query: database.execute(ranked, (query,)).fetchall(), PLAIN
    )


def tantivy_index(articles: Sequence[Article], folder: Path) -> Peer | None:
    """tantivy over the same texts, stored in it as FTS5 stores them."""
    try:
        import tantivy
    except ImportError:
        print("tantivy is not installed: left out")
        return None
    place = folder / "tantivy"
    place.mkdir()
    start = time.process_time()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True)
    schema = builder.build()
    index = tantivy.Index(schema, path=str(place))
    writer = index.writer(num_threads=1)
    for article in articles:
        writer.add_document(tantivy.Document(text=article.text))
    writer.commit()
    writer.wait_merging_threads()
    seconds = time.process_time() - start
    index.reload()
    searcher = index.searcher()

    def ask(query: str) -> object:
        if query.isalpha() and not searcher.search(index.parse_query(query, ["text"]), 1).hits:
            asked = tantivy.Query.fuzzy_term_query(schema, "text", query.casefold(), distance=1)
        else:
            words = query if '"' in query or " OR " in query else " AND ".join(query.split())
            asked = index.parse_query(words, ["text"])
        snippets = tantivy.SnippetGenerator.create(searcher, asked, schema, "text")
        return [snippets.snippet_from_doc(searcher.doc(place)) for _, place in searcher.search(asked, 20).hits]

    size = sum(file.stat().st_size for file in place.iterdir()) / 1e6
    return Peer("tantivy", seconds, size, ask, PLAIN | {"typo"})


def ripgrep(articles: Sequence[Article], folder: Path) -> Peer | None:
    """ripgrep reading all files."""
    if not shutil.which("rg"):
        print("ripgrep is not installed: left out")
        return None
    place = folder / "files"
    place.mkdir()
    for article in articles:
        (place / f"{article.id}.txt").write_text(article.text, encoding="utf-8")

    def ask(query: str) -> object:
        return subprocess.run(["rg", "-i", "-c", "-F", query.strip('"'), place], stdout=subprocess.DEVNULL, check=False)

    return Peer("ripgrep", 0, 0, ask, frozenset({"word", "phrase"}))


def scan(articles: Sequence[Article]) -> Peer:
    """rapidfuzz comparing a misspelt word with all words of all articles."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    words = [word for article in articles for word in article.text.casefold().split()]
    return Peer(
        "scan",
        0,
        0,
        lambda query: extract(query, words, scorer=OSA.distance, score_cutoff=1, limit=20),
        frozenset({"typo"}),
    )


def few(ask: Callable[[str], object], asked: Sequence[str], clock: Callable[[], float]) -> tuple[float, float]:
    """The same of seven queries for what takes long, by this clock."""
    taken = []
    for query in asked[:7]:
        start = clock()
        ask(query)
        taken.append(1000 * (clock() - start))
    return sorted(taken)[len(taken) // 2], max(taken)


def report(articles: Sequence[Article]) -> None:
    """All figures of one library."""
    size = sum(len(article.text) for article in articles)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "index.sqlite3"
        start = time.process_time()
        index = Index(articles, None, file)
        index.update()
        built = time.process_time() - start
        taken = file.stat().st_size / 1e6
        del index
        start = time.process_time()
        index = Index(articles, None, file)
        index.search("the")
        opened = time.process_time() - start
        peers = [raw_fts5(articles, folder), tantivy_index(articles, folder), ripgrep(articles, folder), scan(articles)]
        known = [peer for peer in peers if peer is not None]
        print(f"\n{len(articles):,} articles, {size / 1e6:.1f} million characters; CPU times")
        print(f"built: nkreader {built:.2f} s, {taken:.1f} MB (without the texts), opened again in {opened:.2f} s")
        for peer in known:
            if peer.seconds:
                print(f"built: {peer.name} {peer.seconds:.2f} s, {peer.megabytes:.1f} MB (with the texts)")
        print(f"{'ms, p50 and p95':22}{'nkreader':>16}" + "".join(f"{peer.name:>16}" for peer in known))
        everything: list[str] = []
        for kind, asked in queries(articles).items():
            everything += asked
            ours = percentiles(index.search, asked)
            line = f"{kind:22}{ours[0]:8.2f}{ours[1]:8.2f}"
            for peer in known:
                theirs = None
                if kind in peer.kinds and peer.name in SLOW:
                    theirs = few(peer.ask, asked, SLOW[peer.name])
                elif kind in peer.kinds:
                    theirs = percentiles(peer.ask, asked)
                line += f"{theirs[0]:8.2f}{theirs[1]:8.2f}" if theirs else " " * 16
                if theirs and peer.name == "FTS5":
                    line += f"  x{ours[0] / theirs[0]:.1f}"
                elif theirs and peer.name == "scan":
                    line += f"  {theirs[0] / ours[0]:.0f} times faster"
                elif peer.name == "FTS5":
                    line += " " * 6
            print(line, flush=True)
        print("{:22}{:8.2f}{:8.2f}".format("all", *percentiles(index.search, everything)))
        keys = [query[: end + 1] for query in everything[:: len(everything) // TYPED] for end in range(len(query))]
        print("{:22}{:8.2f}{:8.2f}".format("typed, each key", *percentiles(lambda key: index.search(key, 60), keys)))


def main() -> None:
    """Print the figures."""
    if len(sys.argv) > 1:
        report(list(open_library(sys.argv[1:])))
        return
    for size in SIZES:
        report(generated(size))


if __name__ == "__main__":
    main()
