"""Kills nkreader at random moments, while it reads and indexes a folder and while the user marks, and looks what is
left. By hand: `python tests/store/killing.py --times 20`; `test_killed.py` runs a short version.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from nkreader import open_library
from nkreader.search import Index
from nkreader.store import Cache, UserData, cache, indexes, user

WORDS = [
    "oil",
    "price",
    "harbour",
    "ferry",
    "island",
    "council",
    "tide",
    "boat",
    "winter",
    "treaty",
    "said",
    "minister",
]
WORDS += ["the", "of", "and", "report", "trade"]
QUERIES = ["oil", "oil price", '"the price"', "harb", "ferry -oil", "the of", "treety", "winter OR tide", "tr*"]

# The program itself, with so small batches that a kill meets each of its moments.
INDEXING = """
import sys
from nkreader import searching
from nkreader.search import index
from nkreader.store import indexes
index.BATCH, indexes.FEWEST, searching.FEW_ARTICLES = 25, 1, 0
from nkreader.cli import main
print("ready", flush=True)
main(["search", "nothing-like-this", sys.argv[1]])
print("done", flush=True)
"""

MARKING = """
import sys
from nkreader.store import UserData
user = UserData()
number = int(sys.argv[1])
print("ready", flush=True)
while True:
    user.put(f"article {number % 7}", "mark", number, what="mark")
    print(number, flush=True)
    number += 1
"""


class Wrong(AssertionError):
    """Something was lost, or an answer is another one than a fresh index gives."""


def write_articles(folder: Path, numbers: range) -> None:
    """Articles of a few words each."""
    folder.mkdir(exist_ok=True)
    for number in numbers:
        chance = random.Random(number)
        words = [chance.choice(WORDS) for _ in range(chance.randrange(20, 80))]
        (folder / f"a{number:05}.txt").write_text(f"{' '.join(words)} text{number}.", encoding="utf-8")


def killed(program: str, argument: str, after: float) -> tuple[str, bool]:
    """What a program had printed when it was killed, so many seconds after it was ready; and whether it was."""
    child = subprocess.Popen(
        [sys.executable, "-c", program, argument], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert child.stdout is not None
    if child.stdout.readline() != "ready\n":
        raise Wrong("the program does not start")
    time.sleep(after)
    os.kill(child.pid, signal.SIGKILL)
    said = child.communicate()[0]
    return said, child.returncode == -signal.SIGKILL


def check_search(folder: Path) -> int:
    """That what is kept opens, and that a search answers as a fresh index does; how many articles were known."""
    database = cache.default_path()
    kept = Cache()
    if database.exists():
        _check_sound(database)
    library = open_library([folder], cache=kept)
    fresh = Index(list(open_library([folder])))
    file = indexes.index_file(kept, [str(folder)], indexes.FEWEST)
    known = 0
    if file is not None and file.exists():
        with sqlite3.connect(file) as db:
            if db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'articles'").fetchone()[0]:
                known = db.execute("SELECT count(*) FROM articles").fetchone()[0]
        db.close()
    index = Index(library._articles, library.cards, file)
    for query in QUERIES:
        if index.search(query, 50) != fresh.search(query, 50):
            raise Wrong(f"{query}: another answer than a fresh index gives")
    kept.close()
    if file is not None:
        del index
        _check_sound(file)
    return known


def check_marks(last: int, before: int) -> int:
    """That every mark that was made is there, and can be undone one by one; the last one that is there."""
    place = user.default_path()
    _check_sound(place)
    data = UserData(place)
    if data.problem:
        raise Wrong(data.problem)
    there = max(data.all("mark").values(), default=0)
    # One may have been written and not told of any more.
    if there not in (last, last + 1):
        raise Wrong(f"mark {last} was made, {there} is the last there is")
    for number in range(max(before, there - 6), there + 1):
        if data.get(f"article {number % 7}", "mark") != number:
            raise Wrong(f"mark {number} is lost")
    undone = data.undo()
    if there > before and (undone is None or undone.subject != f"article {there % 7}"):
        raise Wrong(f"mark {there} cannot be undone")
    data.put(f"article {there % 7}", "mark", there, what="mark")
    data.close()
    return there


def _check_sound(file: Path) -> None:
    with sqlite3.connect(file) as db:
        if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise Wrong(f"{file} is damaged")
    db.close()


def kill_indexing(folder: Path, times: int, chance: random.Random, articles: int = 400) -> list[int]:
    """Kill the program while it reads and indexes a folder that changes every time; how much was known afterwards."""
    write_articles(folder, range(articles))
    known, whole = [], 0.0
    for number in range(times):
        write_articles(folder, range(articles + 20 * number, articles + 20 * number + 20))
        for old in sorted(folder.iterdir())[:10]:
            old.unlink()
        if number % 5 == 0:  # from the beginning
            for file in cache.default_path().parent.glob("*"):
                file.unlink()
            whole = whole or _seconds(folder)
            for file in cache.default_path().parent.glob("*"):
                file.unlink()
        killed(INDEXING, str(folder), chance.uniform(0, whole) * (1 if number % 5 == 0 else 0.5))
        known.append(check_search(folder))
    return known


def _seconds(folder: Path) -> float:
    """How long the program takes from being ready to its end where it is left alone."""
    command = [sys.executable, "-c", INDEXING, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child:
        assert child.stdout is not None
        child.stdout.readline()
        start = time.perf_counter()
        child.stdout.read()
        return time.perf_counter() - start


def kill_marking(times: int, chance: random.Random) -> int:
    """Kill the program while the user marks; how many marks were made in all."""
    last = 0
    for _ in range(times):
        said, _ = killed(MARKING, str(last + 1), chance.uniform(0, 0.25))
        told = [int(line) for line in said.split()]
        last = check_marks(max(told, default=last), last)
    return last


def main() -> None:
    """Kill it so many times each way, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=None, help="for the same moments again, as far as time is the same")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(1 << 30)
    chance = random.Random(seed)
    indexes.FEWEST = 1
    with tempfile.TemporaryDirectory() as home:
        for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(home, kind.lower()))
        marks = kill_marking(options.times, chance)
        print(f"seed {seed}\nkilled {options.times} times while marking: {marks} marks were made, all are there")
        known = kill_indexing(Path(home, "articles"), options.times, chance)
        print(f"killed {options.times} times while indexing: {known} articles were known afterwards, all answers right")
        if check_marks(marks, marks) != marks:
            raise Wrong("marks were lost while indexing")


if __name__ == "__main__":
    main()
