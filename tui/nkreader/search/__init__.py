"""Finding words, phrases and variants in all articles."""

from nkreader.search.index import Index

__all__ = ["Index"]
