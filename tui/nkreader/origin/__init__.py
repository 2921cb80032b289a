"""The argued original of a family, the family tree, the role of every article, and what the user says instead."""

from nkreader.origin.families import families_of
from nkreader.origin.overrides import overridden

__all__ = ["families_of", "overridden"]
