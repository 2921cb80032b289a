"""Tortured phrases and how spun an article is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nkreader.lazily import exported

if TYPE_CHECKING:
    from nkreader.phrases.alone import tortured_phrases
    from nkreader.phrases.library import phrases_alone, phrases_learnt, phrases_of, spun_alone
    from nkreader.phrases.reading import spun

__all__ = ["phrases_alone", "phrases_learnt", "phrases_of", "spun", "spun_alone", "tortured_phrases"]

__getattr__ = exported(
    __name__,
    {
        "phrases_alone": "library",
        "phrases_learnt": "library",
        "phrases_of": "library",
        "spun": "reading",
        "spun_alone": "library",
        "tortured_phrases": "alone",
    },
)
