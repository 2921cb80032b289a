"""What is kept between two sessions: the user's own data and, apart from it, a cache that may be deleted any time.

The cache is loaded when it is first used: the reader draws its first picture without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nkreader.store.settings import Settings, read_settings
from nkreader.store.user import StoreUnreadable, Undone, UserData, pair_subject

if TYPE_CHECKING:
    from nkreader.store.cache import Cache

__all__ = ["Cache", "Settings", "StoreUnreadable", "Undone", "UserData", "pair_subject", "read_settings"]


def __getattr__(name: str) -> Any:
    if name == "Cache":
        from nkreader.store.cache import Cache

        return Cache
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
