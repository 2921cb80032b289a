"""Which articles are one article: candidate pairs, links confirmed by alignment, families."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nkreader.lazily import exported

if TYPE_CHECKING:
    from nkreader.families.candidates import added_pairs, candidate_pairs
    from nkreader.families.joining import clusters
    from nkreader.families.links import link_between_kin, link_of

__all__ = ["added_pairs", "candidate_pairs", "clusters", "link_between_kin", "link_of"]

__getattr__ = exported(
    __name__,
    {
        "added_pairs": "candidates",
        "candidate_pairs": "candidates",
        "clusters": "joining",
        "link_between_kin": "links",
        "link_of": "links",
    },
)
