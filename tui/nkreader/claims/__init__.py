"""Quotations, speakers, claims; their groups, conflicts and independent voices."""

from nkreader.claims.extraction import extract_claims
from nkreader.claims.speech import quotations

__all__ = ["extract_claims", "quotations"]
