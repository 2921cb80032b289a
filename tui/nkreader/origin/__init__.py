"""The argued original of a family, the family tree, and the role of every article."""

from nkreader.origin.families import families_of

__all__ = ["families_of"]
