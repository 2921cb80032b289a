"""Quotations, speakers, claims; their groups, conflicts and independent voices."""
