"""The argued original of a family, the family tree, the role of every article, and what the user says instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nkreader.lazily import exported

if TYPE_CHECKING:
    from nkreader.origin.families import argument, families_of, gathered
    from nkreader.origin.overrides import overridden

__all__ = ["argument", "families_of", "gathered", "overridden"]

# The screens want `branches` long before anything is argued.
__getattr__ = exported(
    __name__, {"argument": "families", "families_of": "families", "gathered": "families", "overridden": "overrides"}
)
