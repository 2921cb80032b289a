"""Finding words, phrases and variants in all articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nkreader.lazily import exported

if TYPE_CHECKING:
    from nkreader.search.index import Index

__all__ = ["Index"]

__getattr__ = exported(__name__, {"Index": "index"})
