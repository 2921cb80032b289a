"""The reader opened on the given pile, and waiting for its workers."""

from __future__ import annotations
