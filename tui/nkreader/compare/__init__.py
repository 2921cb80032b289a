"""Comparison of two articles: sentence alignment, word alignment, kinds of change, moves."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nkreader.compare.comparison import compare
    from nkreader.compare.mirror import mirrored
    from nkreader.compare.wording import align_words

__all__ = ["align_words", "compare", "mirrored"]

# The package itself has to be imported early (see nkreader/__init__.py); what it takes to compare is not.
_HOME = {"align_words": "wording", "compare": "comparison", "mirrored": "mirror"}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"nkreader.compare.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
