"""Tortured phrases and how spun an article is."""
