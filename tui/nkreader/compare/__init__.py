"""Comparison of two articles: sentence alignment, word alignment, kinds of change, moves."""

from typing import TYPE_CHECKING

from nkreader.lazily import exported

if TYPE_CHECKING:
    from nkreader.compare.comparison import compare
    from nkreader.compare.mirror import mirrored
    from nkreader.compare.wording import align_words

__all__ = ["align_words", "compare", "mirrored"]

# The package itself has to be imported early (see nkreader/__init__.py); what it takes to compare is not.
__getattr__ = exported(__name__, {"align_words": "wording", "compare": "comparison", "mirrored": "mirror"})
