"""`nkreader search` as text: a line for each hit, as grep prints them, copies of one place folded into the best one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from nkreader.library import Library
from nkreader.report.ink import BOLD, CYAN, DIM, MAGENTA, RED, Ink
from nkreader.search.copies import folded
from nkreader.search.model import Hit, SearchResults, Via
from nkreader.search.snippets import snippet_parts


def hits_text(library: Library, results: SearchResults, ink: Ink, fold: bool = True) -> Iterator[str]:
    """Hits, best first: file, line (from 1), the text around the hit; with `fold`, copies only named behind the
    first."""
    several = _several(library)
    for hit, *others in _groups(library, results, fold):
        text = library[hit.article].text
        before, found, behind = snippet_parts(text, hit.start, hit.end)
        via = f"  [{hit.via}: {hit.matched}]" if hit.via in (Via.FUZZY, Via.VARIANT) else ""
        articles = dict.fromkeys(copy.article for copy in others)
        copies = f"  (copied in {', '.join(articles)})" if articles else ""
        yield (
            ink(_file(library, hit.article, several), MAGENTA)
            + ink(":", CYAN)
            + ink(str(text.count("\n", 0, hit.start) + 1), CYAN)
            + ink(": ", CYAN)
            + ink(before)
            + ink(found, BOLD, RED)
            + ink(behind)
            + ink(via + copies, DIM)
        )


def summary(library: Library, results: SearchResults, fold: bool = True) -> str:
    """How many hits there are, and how many of them are shown."""
    listed = f", {len(results.hits):,} shown" if len(results.hits) < results.total else ""
    copied = len(results.hits) - len(_groups(library, results, fold))
    as_copies = f", {copied:,} of them as copies" if copied else ""
    return f"{results.total:,} hit{'s' if results.total != 1 else ''}{listed}{as_copies}"


def counts_text(library: Library, counts: Mapping[str, int], ink: Ink) -> Iterator[str]:
    """With `-c`: how often the query is found in each file that has it."""
    several = _several(library)
    for id, count in counts.items():
        yield ink(_file(library, id, several), MAGENTA) + ink(":", CYAN) + str(count)


def files_text(library: Library, counts: Mapping[str, int], ink: Ink) -> Iterator[str]:
    """With `-l`: the files in which the query is found, each once; an article without a file by its id."""
    for name in dict.fromkeys(library.card(id).path or id for id in counts):
        yield ink(name, MAGENTA)


def counted_document(library: Library, results: SearchResults, counts: Mapping[str, int]) -> dict[str, object]:
    """The same two as JSON: the articles in which the query is found, and how often."""
    articles = [{"id": id, "path": library.card(id).path, "hits": count} for id, count in counts.items()]
    return {"query": results.query, "total": results.total, "articles": articles}


def _several(library: Library) -> frozenset[str]:
    """The files that hold several articles."""
    paths = Counter(card.path for card in library.cards if card.path)
    return frozenset(path for path, count in paths.items() if count > 1)


def _file(library: Library, id: str, several: Collection[str]) -> str:
    """The file an article was read from, with its id where the file holds several."""
    path = library.card(id).path
    return id if not path or path == "-" else f"{path}:{id}" if path in several else path


def _groups(library: Library, results: SearchResults, fold: bool) -> list[tuple[Hit, ...]]:
    return folded(results.hits, library.families.of) if fold else [(hit,) for hit in results.hits]
