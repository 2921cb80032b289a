"""Finding words, phrases and variants in all articles."""
