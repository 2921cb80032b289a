"""Tortured phrases and how spun an article is."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nkreader.phrases.alone import tortured_phrases
    from nkreader.phrases.library import phrases_alone, phrases_learnt, phrases_of, spun_alone
    from nkreader.phrases.reading import spun

__all__ = ["phrases_alone", "phrases_learnt", "phrases_of", "spun", "spun_alone", "tortured_phrases"]

# The records in `model` are wanted long before the work is: a screen that only shows them does not load what it takes.
_HOME = {
    "phrases_alone": "library",
    "phrases_learnt": "library",
    "phrases_of": "library",
    "spun": "reading",
    "spun_alone": "library",
    "tortured_phrases": "alone",
}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"nkreader.phrases.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
