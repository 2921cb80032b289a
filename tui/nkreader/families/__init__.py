"""Which articles are one article: candidate pairs, links confirmed by alignment, families."""
