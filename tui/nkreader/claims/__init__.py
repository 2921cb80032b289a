"""Quotations, speakers, claims; their groups, conflicts and independent voices."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nkreader.claims.extraction import extract_claims
    from nkreader.claims.groups import claim_set
    from nkreader.claims.speech import quotations

__all__ = ["claim_set", "extract_claims", "quotations"]

# The records in `model` are wanted long before the work is: a screen that only shows them does not load what it takes.
_HOME = {"claim_set": "groups", "extract_claims": "extraction", "quotations": "speech"}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"nkreader.claims.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
