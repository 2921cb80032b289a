"""The formats articles are read from, one small file each; a file put here is a format more.

Such a file has `SUFFIXES`, the endings of file names it reads (small letters, with the dot), and `drafts(data)`, which
gives the articles in the bytes of a file: a `Draft` for each, a `Flaw` for each part that gives none. It raises
ValueError, whose text the user sees behind the file's name, where there is nothing to be had at all. Packed files
(`.gz`, `.zip`) are unpacked before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from nkreader.articles.draft import Draft, Flaw

Reader = Callable[[bytes], Iterable[Draft | Flaw]]


@cache
def readers() -> dict[str, Reader]:
    """Who reads files with which ending; `""` reads those with any other."""
    found: dict[str, Reader] = {}
    for module in iter_modules(__path__, f"{__name__}."):
        format = import_module(module.name)
        for suffix in format.SUFFIXES:
            found[suffix] = format.drafts
    return found


def reader_of(suffix: str) -> Reader:
    """Who reads a file whose name ends so."""
    known = readers()
    return known.get(suffix) or known[""]
