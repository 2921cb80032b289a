"""The command line: `nkreader` opens the reader, `nkreader COMMAND` answers and leaves."""

from __future__ import annotations

import argparse
import errno
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from nkreader.version import __version__

if TYPE_CHECKING:
    from nkreader.articles.read import UnreadableArticle
    from nkreader.library import Library

DONE, NOTHING_FOUND, BAD_USE = 0, 1, 2

_PATHS = "a file, a folder (read recursively) or - (standard input); none: the sample library"

_QUERIES = """\
queries:
  kremlin trade          both words and their other forms, near each other first
  '"mutual defence"'     these words in this order (and other wordings of a name, marked so)
  'sanction*'            words that begin so
  pipline~               a misspelt word; forgiven anyway where nothing is spelt so
  'gas OR oil'  'gas -ferry'    either; the first without the second
  title:bridge source:post after:2023-05 before:2024
  role:spun family:A speaker:minister type:figure
A query that begins with - stands behind --, as in: nkreader search -- '-ferry gas' FOLDER

Hits go to standard output, how many there are and what is wrong with a query to standard error.
Exit status: 0 found, 1 not found, 2 bad usage or nothing readable.
"""


_NO_ROOM = frozenset([errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO])
"""What a full or failing disk answers to output that was sent into a file."""


class Unusable(Exception):
    """The command cannot be carried out; its text says why."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0 done, 1 nothing found, 2 bad usage or nothing readable."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if sys.stdout is None or sys.stderr is None:
        # A stream that whoever started us has closed: Python has none then, and what is written there is for nobody.
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # open for as long as the process
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(arguments)
        sys.stdout.flush()
        return status
    except Unusable as error:
        print(f"nkreader: {error}", file=sys.stderr)
        return BAD_USE
    except BrokenPipeError:
        # The reader of our output went away; pointing stdout elsewhere keeps Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        print(f"nkreader: what was to be written is not complete: {error.strerror}", file=sys.stderr)
        return BAD_USE
    except KeyboardInterrupt:
        return 130


def _run(arguments: list[str]) -> int:
    if arguments and arguments[0] in COMMANDS:
        parser = _parser(arguments[0])
        # Options may stand between query and paths. Behind --, which that cannot take, there are none.
        parsed = parser.parse_args if "--" in arguments else parser.parse_intermixed_args
        return COMMANDS[arguments[0]](parsed(arguments[1:]))
    return _reader(_reader_parser().parse_args(arguments))


def _reader_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="nkreader",
        description="Read a pile of news articles that copy each other.",
        epilog="commands: " + ", ".join(COMMANDS) + "  (nkreader COMMAND --help). A path named like one: ./list",
    )
    parser.add_argument("paths", nargs="*", default=[], metavar="PATH", help=_PATHS)
    parser.add_argument("--version", action="version", version=f"nkreader {__version__}")
    parser.add_argument("--keys", action="store_true", help="print all keys as a settings.toml to change them in")
    return parser


def _parser(command: str) -> argparse.ArgumentParser:
    function = COMMANDS[command]
    parser = argparse.ArgumentParser(
        prog=f"nkreader {command}",
        description=function.__doc__,
        epilog=_QUERIES if command == "search" else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    if command == "compare":
        parser.add_argument("left", metavar="LEFT", help="a file, or an article's id with --library")
        parser.add_argument("right", metavar="RIGHT")
        parser.add_argument("--library", metavar="PATH", action="append", help="where LEFT and RIGHT are ids")
        parser.add_argument("--html", metavar="FILE", help="write one self-contained page")
        parser.add_argument("--stacked", action="store_true", help="original over copy, however wide the terminal is")
        parser.add_argument("--facts", action="store_true", help="only the changed facts and altered quotations")
    else:
        if command == "search":
            parser.add_argument("query", metavar="QUERY", help="what to find, in one argument: see below")
            parser.add_argument("--limit", type=_positive, default=20, metavar="N", help="hits shown (20)")
            parser.add_argument("-l", "--files", action="store_true", help="only the names of the files it is found in")
            parser.add_argument("-c", "--count", action="store_true", help="only how often it is found in each file")
            parser.add_argument("--copies", action="store_true", help="each copy of a hit on a line of its own")
        parser.add_argument("paths", nargs="*", default=[], metavar="PATH", help=_PATHS)
    if command == "list":
        parser.add_argument("--sentences", action="store_true", help="with --json: every sentence's offsets")
    if command == "export":
        parser.add_argument("-o", "--output", metavar="FILE", required=True, help="a .html, .json or .csv file")
    else:
        parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    return parser


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a number, 1 or more")
    return int(text)


def _reader(options: argparse.Namespace) -> int:
    if options.keys:
        from nkreader.app.commands import keys_as_toml
        from nkreader.store.settings import settings_path

        return _print([f"# {settings_path()}", *keys_as_toml()])
    if not (sys.stdin.isatty() or "-" in options.paths) or not sys.stdout.isatty():
        raise Unusable("the reader needs a terminal; `nkreader list`, `families`, `compare` ... answer without one")
    from nkreader.app.run import run

    return run(options.paths)


def _list(options: argparse.Namespace) -> int:
    """Sources: id, title, publisher, date, words, role, family."""
    library = _opened(options.paths)
    if options.json:
        from nkreader.report.documents import list_document

        return _print_json(list_document(library, with_sentences=options.sentences))
    from nkreader.report.text import list_text

    return _print(list_text(library, _ink()))


def _families(options: argparse.Namespace) -> int:
    """Duplicate families, roles, the likely original and why."""
    library = _opened(options.paths)
    found = DONE if library.families.families else NOTHING_FOUND
    if options.json:
        from nkreader.report.documents import families_document

        return _print_json(families_document(library), found)
    from nkreader.report.text import families_text

    return _print(families_text(library, _ink()), found)


def _compare(options: argparse.Namespace) -> int:
    """Two articles side by side, every change marked with its kind."""
    from nkreader.compare import compare

    left, right = _two(options)
    comparison = compare(left, right)
    if options.html:
        from nkreader.report.html import comparison_html

        _write(options.html, comparison_html(left, right, comparison))
        if not options.json:
            return DONE
    if options.json:
        from nkreader.report.documents import comparison_document

        return _print_json(comparison_document(comparison))
    from nkreader.report.compared import comparison_text, facts_text

    if options.facts:
        return _print(facts_text(left, right, comparison, _ink()))
    return _print(comparison_text(left, right, comparison, _ink(), stacked=options.stacked or None))


def _phrases(options: argparse.Namespace) -> int:
    """Tortured phrases and the expressions they stand for."""
    library = _opened(options.paths)
    found = DONE if any(item.phrases for item in library.phrases.values()) else NOTHING_FOUND
    if options.json:
        from nkreader.report.documents import phrases_document

        return _print_json(phrases_document(library), found)
    from nkreader.report.text import phrases_text

    return _print(phrases_text(library, _ink()), found)


def _claims(options: argparse.Namespace) -> int:
    """Claims, grouped, with independent-source counts and conflicts."""
    library = _opened(options.paths)
    if options.json:
        from nkreader.report.documents import claims_document

        return _print_json(claims_document(library))
    from nkreader.report.text import claims_text

    return _print(claims_text(library, _ink()))


def _search(options: argparse.Namespace) -> int:
    """Ranked hits in context, as file:line: text."""
    from nkreader.search.filters import computed_fields

    if not options.query.strip():
        raise Unusable("the query is empty: say what to find")
    library = _opened(options.paths, analyse=bool(computed_fields(options.query)))
    searching = library.searching
    now = not searching.knows_variants()
    with _Progress() as progress:
        searching.index.update(lambda done, total: progress("indexing", done, total))
    results = library.search(options.query, limit=options.limit, now=now)
    if results.problem:
        _warn(results.problem)
    if now:
        _warn(
            "the articles were never compared (`nkreader families` does): of other wordings only what spinners make of "
            "set expressions is found, and copies are not folded"
        )
    found = DONE if results.total else NOTHING_FOUND
    counts: dict[str, int] = {}
    if options.count or options.files or not results.exact:
        counts = searching.counts(options.query, now=now)
        results = replace(results, total=sum(counts.values()), exact=True)
    from nkreader.report.found import counted_document, counts_text, files_text, hits_text, summary

    if options.json:
        from nkreader.report.documents import document

        listed = options.count or options.files
        return _print_json(document(counted_document(library, results, counts) if listed else results.to_dict()), found)
    if options.files:
        return _print(files_text(library, counts, _ink()), found)
    if options.count:
        return _print(counts_text(library, counts, _ink()), found)
    fold = not (now or options.copies)
    _print(hits_text(library, results, _ink(), fold))
    print(summary(library, results, fold), file=sys.stderr)
    return found


def _export(options: argparse.Namespace) -> int:
    """A self-contained report (.html), everything (.json), or the claims as a sheet (.csv)."""
    from nkreader.store import UserData

    if not options.output.endswith((".html", ".htm", ".json", ".csv")):
        raise Unusable(f"{options.output}: a report is .html, .json or .csv")
    library, user = _opened(options.paths), UserData()
    if options.output.endswith(".json"):
        from nkreader.report.documents import everything

        _write(options.output, json.dumps(everything(library, user), ensure_ascii=False, indent=1))
    elif options.output.endswith(".csv"):
        from nkreader.report.sheet import claims_sheet

        # Spreadsheets know UTF-8 by its mark, and csv ends its own lines.
        _write(options.output, "\ufeff" + claims_sheet(library, user))
    else:
        from nkreader.report.html import library_html

        _write(options.output, library_html(library, user))
    return DONE


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "list": _list,
    "families": _families,
    "compare": _compare,
    "phrases": _phrases,
    "claims": _claims,
    "search": _search,
    "export": _export,
}


def _opened(paths: Sequence[str], analyse: bool = True) -> Library:
    from nkreader.opening import open_library
    from nkreader.store import Cache, UserData

    user = UserData()
    if user.problem:
        _warn(user.problem)
    with _Progress() as progress:
        library = open_library(paths, progress, user, Cache())
        for problem in library.problems:
            progress.clear()
            _warn(_said(problem))
        if not len(library):
            raise Unusable("nothing readable" if library.problems else "no articles there")
        if analyse:
            _ = library.analyse_families(progress)
    return library


def _two(options: argparse.Namespace) -> tuple[Any, Any]:
    from nkreader.articles.read import UnreadableArticle, read_article

    if options.library:
        library = _opened(options.library, analyse=False)
        try:
            return library[options.left], library[options.right]
        except KeyError as error:
            raise Unusable(str(error.args[0])) from None
    try:
        return read_article(options.left), read_article(options.right)
    except UnreadableArticle as error:
        raise Unusable(_said(error)) from None


def _said(problem: UnreadableArticle) -> str:
    from nkreader.text.drawn import drawable

    return drawable(f"{problem.path}: {problem.reason}")


class _Progress:
    """Progress on standard error, one line that is written over; silent where that is no terminal."""

    def __init__(self) -> None:
        self._shown = False
        self._live = sys.stderr.isatty()

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if self._live and (done % 64 == 0 or done == total):
            of = f" of {total:,}, {max(0, total - done):,} remaining" if total else ""
            print(f"\r\x1b[K{stage}: {done:,}{of}", end="", file=sys.stderr, flush=True)
            self._shown = True

    def clear(self) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._shown = False


def _ink() -> Any:
    from nkreader.report.ink import Ink

    return Ink.of(sys.stdout)


def _warn(message: str) -> None:
    print(f"nkreader: {message}", file=sys.stderr)


def _print(lines: Iterable[str], status: int = DONE) -> int:
    for line in lines:
        print(line)
    return status


def _print_json(document: dict[str, Any], status: int = DONE) -> int:
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
    print()
    return status


def _write(path: str, text: str) -> None:
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:  # noqa: PTH123  # "/dev/stdout" too
            file.write(text)
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror or error}") from None
