"""How long the claims of N articles take, and how that grows. Run by hand: `python tests/benchmarks/claims_scale.py`.

The articles are generated: reports with figures, dates, quotations and speakers, every tenth of them about the same
event as another one. What each tells is read by as many processes as there are cores; joining it is one process's work.
Measured on 2 cores; the aim is 10,000 articles in under 90 seconds, growing near-linearly. Processor seconds are given
beside the clock's, for a machine that does other work too.
"""

# ruff: noqa: SIM905  # words are easier to read than lists of strings

from __future__ import annotations

import argparse
import cProfile
import math
import pstats
import random
import resource
import time
from dataclasses import dataclass

from nkreader.claims import claim_set
from nkreader.claims.told import tell
from nkreader.compare.model import Comparison
from nkreader.families.model import Families, Role
from nkreader.model import Article
from nkreader.store.tellings import TO_A_PROCESS
from nkreader.workers import Workers

PLACES = (
    "Arlen Bexhill Corvo Dunmarra Eskdale Farrow Galway Harstad Imatra Jelgava Kalmar Lorient Mostar Narva Oruro "
    "Pavia Quimper Rovigo Salta Tromso Uppsala Varna Wismar Yalta Zadar"
).split()
FIRST = "Anna Boris Carla David Elena Farid Greta Hugo Irina Jonas Karim Laura Marek Nadia Omar Petra".split()
LAST = "Abel Brandt Costa Dahl Eriksen Fuchs Gallo Horvat Ilves Jansen Kovac Lind Moreau Novak Popa".split()
THINGS = (
    "harbour bridge tunnel hospital refinery airport stadium library reactor pipeline museum railway cannery "
    "dockyard foundry brewery sawmill quarry reservoir observatory"
).split()
VERBS = "opened closed rebuilt sold flooded inspected expanded abandoned insured painted".split()
ROLES = "mayor engineer spokeswoman minister inspector director auditor historian".split()
MONTHS = "January February March April May June July August September October November December".split()


def article(number: int) -> Article:
    """One report of about 370 words; every tenth shares its event with the one before."""
    event = random.Random(number // 10 if number % 10 == 1 else number + 1_000_000)
    chance = random.Random(number)
    place, thing = event.choice(PLACES), event.choice(THINGS)
    paragraphs = []
    for _ in range(6):
        who = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        cost, share = event.randrange(20, 9_000) / 10, chance.randrange(2, 97)
        date = f"{event.choice(MONTHS)} {event.randrange(1, 29)}"
        paragraphs.append(
            f"The {thing} of {place} was {chance.choice(VERBS)} on {date}, {chance.choice(ROLES)} {who} said, at a "
            f"cost of ${cost} million. About {share} percent of the {chance.choice(THINGS)} workers in "
            f"{chance.choice(PLACES)} were not told. “We {chance.choice(VERBS)} the {chance.choice(THINGS)} because "
            f"nobody else wanted it,” {who.split()[1]} told reporters. It would reopen next year, according to the "
            f"{chance.choice(ROLES)}, although {chance.randrange(2, 400)} {chance.choice(THINGS)} contracts may fail."
        )
    return Article(f"a{number:06}", f"{place} {thing} report\n\n" + "\n\n".join(paragraphs) + "\n")


def _no_comparison(left: str, right: str) -> Comparison:
    raise LookupError("there are no families here")


def _processor() -> float:
    """Processor seconds of this process and those it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


@dataclass(frozen=True)
class Run:
    """Seconds by the clock and of processors, and what came out."""

    clock: float
    processor: float
    joining: float
    claims: int
    groups: int


def run(count: int) -> Run:
    """The claims of so many articles, read and joined."""
    articles = [article(number) for number in range(count)]
    families = Families((), (), {each.id: Role.SINGLE for each in articles})
    clock, processor = time.monotonic(), _processor()
    with Workers() as workers:
        told = list(workers.map(tell, articles, TO_A_PROCESS))
    joining = time.process_time()
    found = claim_set(articles, families, _no_comparison, told)
    joining = time.process_time() - joining
    groups = sum(len(group.articles) > 1 for group in found.groups)
    return Run(time.monotonic() - clock, _processor() - processor, joining, len(found.claims), groups)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,4000,10000", help="numbers of articles")
    parser.add_argument("--profile", action="store_true", help="where the time of the smallest size goes")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    if options.profile:
        with cProfile.Profile() as profile:
            claim_set(
                articles := [article(number) for number in range(sizes[0])],
                Families((), (), {each.id: Role.SINGLE for each in articles}),
                _no_comparison,
            )
        pstats.Stats(profile).sort_stats("tottime").print_stats(40)
        return
    before: tuple[int, float] | None = None
    for size in sizes:
        found = run(size)
        grown = (
            f"  grows as N^{math.log(found.processor / before[1]) / math.log(size / before[0]):.2f}" if before else ""
        )
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:>7,} articles {found.clock:6.1f} s, {found.processor:6.1f} s of processors, {found.joining:5.1f} s"
            f" of them joining, {memory:,.0f} MiB; {found.claims:,} claims, {found.groups:,} in several{grown}",
            flush=True,
        )
        before = (size, found.processor)


if __name__ == "__main__":
    main()
