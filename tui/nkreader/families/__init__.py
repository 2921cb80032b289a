"""Which articles are one article: candidate pairs, links confirmed by alignment, families."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nkreader.families.candidates import added_pairs, candidate_pairs
    from nkreader.families.joining import clusters
    from nkreader.families.links import link_between_kin, link_of

__all__ = ["added_pairs", "candidate_pairs", "clusters", "link_between_kin", "link_of"]

# The records in `model` are wanted long before the work is: a screen that only shows them does not load what it takes.
_HOME = {
    "added_pairs": "candidates",
    "candidate_pairs": "candidates",
    "clusters": "joining",
    "link_between_kin": "links",
    "link_of": "links",
}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"nkreader.families.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
