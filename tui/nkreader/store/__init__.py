"""What is kept between two sessions: the user's own data and, apart from it, a cache that may be deleted any time."""

from nkreader.store.cache import Cache
from nkreader.store.user import StoreUnreadable, Undone, UserData, pair_subject

__all__ = ["Cache", "StoreUnreadable", "Undone", "UserData", "pair_subject"]
