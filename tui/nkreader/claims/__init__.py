"""Quotations, speakers, claims; their groups, conflicts and independent voices."""

from nkreader.claims.extraction import extract_claims
from nkreader.claims.groups import claim_set
from nkreader.claims.speech import quotations

__all__ = ["claim_set", "extract_claims", "quotations"]
