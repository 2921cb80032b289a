"""Quotations, speakers, claims; their groups, conflicts and independent voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nkreader.lazily import exported

if TYPE_CHECKING:
    from nkreader.claims.extraction import extract_claims
    from nkreader.claims.groups import claim_set
    from nkreader.claims.speech import quotations

__all__ = ["claim_set", "extract_claims", "quotations"]

__getattr__ = exported(__name__, {"claim_set": "groups", "extract_claims": "extraction", "quotations": "speech"})
