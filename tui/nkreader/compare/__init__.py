"""Comparing two articles: which sentence answers which, word by word, and what kind of change each difference is."""
