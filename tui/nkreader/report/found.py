"""`nkreader search` as text: a line for each hit, as grep prints them, copies of one place folded into the best one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nkreader.library import Library
from nkreader.report.ink import BOLD, CYAN, DIM, MAGENTA, RED, Ink
from nkreader.search.model import Hit, SearchResults, Via
from nkreader.search.snippets import snippet_parts
from nkreader.search.tokens import tokens

SAME_PLACE = 0.7
"""Two lines of one family with this share of their words in common are one place, copied: a spun copy's line shares
about half, so it is shown."""


def hits_text(library: Library, results: SearchResults, ink: Ink, fold: bool = True) -> Iterator[str]:
    """Hits, best first: id, line (from 1), the text around the hit; with `fold`, copies only named behind the first."""
    shown, folded = _folded(library, results.hits) if fold else (results.hits, {})
    for hit in shown:
        text = library[hit.article].text
        before, found, behind = snippet_parts(text, hit.start, hit.end)
        via = "" if hit.via is Via.EXACT else f"  [{hit.via}: {hit.matched}]"
        copies = f"  (copied in {', '.join(folded[hit])})" if hit in folded else ""
        yield (
            ink(hit.article, MAGENTA)
            + ink(":", CYAN)
            + ink(str(text.count("\n", 0, hit.start) + 1), CYAN)
            + ink(": ", CYAN)
            + ink(before)
            + ink(found, BOLD, RED)
            + ink(behind)
            + ink(via + copies, DIM)
        )
    listed = f", {len(results.hits):,} shown" if len(results.hits) < results.total else ""
    copied = sum(map(len, folded.values()))
    as_copies = f", {copied:,} of them as copies" if copied else ""
    yield ink(f"{results.total:,} hit{'s' if results.total != 1 else ''}{listed}{as_copies}", DIM)


def counts_text(counts: Mapping[str, int], ink: Ink) -> Iterator[str]:
    """With `-c`: how often the query is found in each article that has it."""
    for id, count in counts.items():
        yield ink(id, MAGENTA) + ink(":", CYAN) + str(count)


def files_text(library: Library, counts: Mapping[str, int], ink: Ink) -> Iterator[str]:
    """With `-l`: the files in which the query is found, each once; an article without a file by its id."""
    for name in dict.fromkeys(library[id].path or id for id in counts):
        yield ink(name, MAGENTA)


def _folded(library: Library, hits: tuple[Hit, ...]) -> tuple[list[Hit], dict[Hit, list[str]]]:
    """The hits that are no copies of an earlier one, and of those that have copies, the articles these stand in."""
    family_of = {member: family.id for family in library.families.families for member in family.members}
    shown: list[Hit] = []
    words: dict[Hit, frozenset[str]] = {}
    copies: dict[Hit, list[str]] = {}
    for hit in hits:
        words[hit] = frozenset(tokens(hit.snippet))
        family = family_of.get(hit.article)
        first = next(
            (
                other
                for other in shown
                if family is not None
                and other.article != hit.article
                and family_of.get(other.article) == family
                and len(words[hit] & words[other]) >= SAME_PLACE * len(words[hit] | words[other])
            ),
            None,
        )
        if first is None:
            shown.append(hit)
        elif hit.article not in copies.setdefault(first, []):
            copies[first].append(hit.article)
    return shown, copies
