"""Finding words, phrases and variants in all articles."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nkreader.search.index import Index

__all__ = ["Index"]

# The records in `model` are wanted long before the work is: a screen that only shows them does not load what it takes.
_HOME = {"Index": "index"}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"nkreader.search.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
