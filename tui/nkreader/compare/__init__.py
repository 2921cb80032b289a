"""Comparison of two articles: sentence alignment, word alignment, kinds of change, moves."""

from nkreader.compare.comparison import compare
from nkreader.compare.mirror import mirrored
from nkreader.compare.wording import align_words

__all__ = ["align_words", "compare", "mirrored"]
