"""What is kept between two sessions: the user's own data and, apart from it, a cache that may be deleted any time."""

from nkreader.store.cache import Cache
from nkreader.store.settings import Settings, read_settings
from nkreader.store.user import StoreUnreadable, Undone, UserData, pair_subject

__all__ = ["Cache", "Settings", "StoreUnreadable", "Undone", "UserData", "pair_subject", "read_settings"]
