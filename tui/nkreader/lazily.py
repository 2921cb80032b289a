"""Names that a package gives out and loads when they are first asked for.

The records in a package's `model` are wanted long before its work is: a screen that only shows them shall not load
what it takes to make them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def exported(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package (PEP 562): `homes` says in which of its modules each name stands.

    It raises AttributeError for other names.
    """

    def get(name: str) -> Any:
        if name in homes:
            return getattr(import_module(f"{package}.{homes[name]}"), name)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return get
