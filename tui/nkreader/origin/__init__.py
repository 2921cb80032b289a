"""The argued original of a family, the family tree, the role of every article, and what the user says instead."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nkreader.origin.families import argument, families_of, gathered
    from nkreader.origin.overrides import overridden

__all__ = ["argument", "families_of", "gathered", "overridden"]

# The screens want `branches` long before anything is argued.
_HOME = {"argument": "families", "families_of": "families", "gathered": "families", "overridden": "overrides"}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"nkreader.origin.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
