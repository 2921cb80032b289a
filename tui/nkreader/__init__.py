"""nkreader: reading a pile of news articles that copy each other. This module is the public interface and nothing else."""

from nkreader.model import Article, Span
from nkreader.version import __version__

__all__ = ["Article", "Span", "__version__"]
