"""Which articles are one article: candidate pairs, links confirmed by alignment, families."""

from nkreader.families.candidates import candidate_pairs
from nkreader.families.clusters import clusters
from nkreader.families.links import link_of

__all__ = ["candidate_pairs", "clusters", "link_of"]
