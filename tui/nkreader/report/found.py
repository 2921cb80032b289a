"""`nkreader search` as text: a line for each hit, as grep prints them, copies of one place folded into the best one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nkreader.library import Library
from nkreader.report.ink import BOLD, CYAN, DIM, MAGENTA, RED, Ink
from nkreader.search.copies import folded
from nkreader.search.model import SearchResults, Via
from nkreader.search.snippets import snippet_parts


def hits_text(library: Library, results: SearchResults, ink: Ink, fold: bool = True) -> Iterator[str]:
    """Hits, best first: id, line (from 1), the text around the hit; with `fold`, copies only named behind the first."""
    groups = folded(results.hits, _family_in(library)) if fold else [(hit,) for hit in results.hits]
    for hit, *others in groups:
        text = library[hit.article].text
        before, found, behind = snippet_parts(text, hit.start, hit.end)
        via = "" if hit.via is Via.EXACT else f"  [{hit.via}: {hit.matched}]"
        articles = dict.fromkeys(copy.article for copy in others)
        copies = f"  (copied in {', '.join(articles)})" if articles else ""
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
    copied = len(results.hits) - len(groups)
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


def _family_in(library: Library) -> Callable[[str], str | None]:
    return {member: family.id for family in library.families.families for member in family.members}.get
